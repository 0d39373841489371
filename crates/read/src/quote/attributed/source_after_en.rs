//! The phrase that names an English speaker after the cue: "said X", "criticized by X".

use std::ops::Range;

use super::source_en::SOURCE_TOKENS;
use super::words_en::is_subject_pronoun;
use crate::quote::names::is_function_word;
use crate::quote::np_en::ROLES;
use crate::text::{Kind, Text};
use crate::time::is_weekday;

/// "criticized by X".
pub(super) fn doer(text: &Text, after: usize, limit: usize) -> Option<Range<usize>> {
    let by = (after..limit.min(after + 4)).find(|i| text.word(*i) == "by")?;
    apposed_or_plain(text, by + 1, limit)
}

/// "said X": the name after an inverted cue.
pub(super) fn invoked(text: &Text, at: usize, limit: usize) -> Option<Range<usize>> {
    let word = text.word(at);
    // "said some drivers": how many of them, and who.
    let counted = matches!(word, "some" | "many" | "most" | "few" | "others")
        && text.kind(at + 1) == Some(Kind::Word);
    if is_subject_pronoun(word) && !counted {
        return Some(at..at + 1);
    }
    let article = matches!(
        word,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "another"
            | "some"
            | "several"
            | "many"
            | "two"
            | "three"
    );
    if is_function_word(word) && !article && word != "one" {
        return None;
    }
    let begins = text.is_capital(at)
        || article
        || matches!(word, "one" | "former" | "retired")
        || ROLES.word(word).is_some()
        || text.kind(at) == Some(Kind::Word) && text.is_capital(at + 1);
    begins.then(|| apposed_or_plain(text, at, limit))?
}

/// Asides longer than this are clauses misread.
const ASIDE_TOKENS: usize = 40;

/// The phrase that begins at a token, with what is told of its bearer: "Ada Lind, a teacher who
/// left".
pub(super) fn apposed_or_plain(text: &Text, at: usize, limit: usize) -> Option<Range<usize>> {
    let mut end = phrase_end(text, at, limit);
    if end == at {
        return None;
    }
    let farthest = limit.min(at + ASIDE_TOKENS);
    while end + 1 < farthest {
        let aside = if text.word(end) == "who" {
            end + 1
        } else if text.word(end) == "," && opens_aside(text.word(end + 1)) {
            end + 2
        } else {
            break;
        };
        let closes = |i: &usize| closes_aside(text, *i);
        end = (aside..farthest).find(closes).unwrap_or(farthest);
    }
    Some(at..end)
}

fn opens_aside(word: &str) -> bool {
    matches!(
        word,
        "a" | "an" | "the" | "who" | "one" | "director" | "president" | "chairman" | "head"
    )
}

fn closes_aside(text: &Text, i: usize) -> bool {
    let dotted = text.kind(i + 1) == Some(Kind::Word) && !text.is_capital(i + 1);
    matches!(text.word(i), "," | ";" | "—" | "–")
        || text.word(i) == "." && !dotted
        || text.kind(i) == Some(Kind::Break)
        || text.quotation_from(text.tokens[i].span.start).is_some()
}

fn phrase_end(text: &Text, at: usize, limit: usize) -> usize {
    let reach = at..limit.min(at + SOURCE_TOKENS);
    let stop = reach.clone().find(|i| {
        let word = text.word(*i);
        let dot = word == "."
            && *i > at
            && text.is_capital(i - 1)
            && text.raw(i - 1).len() <= 4
            && text.is_capital(i + 1);
        let mark = text.kind(*i) == Some(Kind::Mark) && !matches!(word, "-" | "'" | "&") && !dot;
        let time = is_weekday(word)
            || matches!(
                word,
                "on" | "during"
                    | "last"
                    | "earlier"
                    | "after"
                    | "before"
                    | "when"
                    | "that"
                    | "who"
                    | "as"
            );
        mark || time && *i > at
            || text.kind(*i) == Some(Kind::Break)
            || text.quotation_from(text.tokens[*i].span.start).is_some()
    });
    stop.unwrap_or(reach.end)
}
