//! English speakers named before an aside: "Ada Lind, a teacher from Orel, said".

use std::ops::Range;

use super::source_en::{SOURCE_TOKENS, phrase_before};
use super::words_en::{ATTRIBUTING, SUBJECT_STOPS};
use crate::text::{Kind, Text};
use crate::time::is_weekday;

/// "X — who left in May — said": who stands before the first dash.
pub(super) fn dashed(text: &Text, dash: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let from = sentence.start.max(dash.saturating_sub(ASIDE_TOKENS));
    let first = (from..dash.checked_sub(1)?)
        .rev()
        .find(|i| text.word(*i) == text.word(dash) && !text.is_glued(*i))?;
    phrase_before(text, first, sentence)
}

/// "X, a senator from Y, said".
pub(super) fn apposed(text: &Text, comma: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    if let Some(opening) = opening_apposition(text, sentence) {
        return (opening < comma).then_some(sentence.start..comma);
    }
    if let Some(name) = named_before_aside(text, comma, sentence) {
        return Some(name);
    }
    let from = sentence.start.max(comma.saturating_sub(SOURCE_TOKENS));
    let first = (from..comma).rev().find(|i| text.word(*i) == ",")?;
    let name = phrase_before(text, first, sentence)?;
    Some(name.start..comma)
}

/// Whether a name and what is told of it fill the sentence up to a comma.
pub(super) fn before_aside(text: &Text, comma: usize, sentence: &Range<usize>) -> bool {
    named_before_aside(text, comma, sentence).is_some()
}

/// "After the storm, the head of the council, speaking by telephone, said": the first part
/// between commas that leads nowhere else and holds no verb.
fn named_before_aside(text: &Text, comma: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    if comma - sentence.start > ASIDE_TOKENS {
        return None;
    }
    let mut from = sentence.start;
    loop {
        let end = (from..comma).find(|i| text.word(*i) == ",")?;
        let led = is_lead(text.word(from));
        if !led {
            let part = from..end;
            let plain = !part.is_empty() && !part.clone().any(|i| is_verb_or_stop(text, i));
            return plain.then_some(from..comma);
        }
        from = end + 1;
    }
}

/// Longer asides are clauses misread.
const ASIDE_TOKENS: usize = 45;

/// Words that open a part of a sentence before its subject.
pub(super) fn is_lead(word: &str) -> bool {
    matches!(
        word,
        "in" | "on"
            | "at"
            | "after"
            | "during"
            | "for"
            | "from"
            | "with"
            | "before"
            | "by"
            | "since"
            | "when"
            | "while"
            | "as"
            | "despite"
            | "until"
            | "under"
            | "meanwhile"
            | "however"
            | "instead"
            | "still"
            | "but"
            | "and"
            | "yet"
            | "also"
            | "earlier"
            | "later"
            | "last"
            | "this"
            | "to"
            | "of"
            | "if"
            | "though"
            | "although"
            | "because"
            | "then"
            | "now"
    ) || is_weekday(word)
}

fn is_verb_or_stop(text: &Text, i: usize) -> bool {
    let word = text.word(i);
    let finite = ATTRIBUTING.word(word).is_some() || SUBJECT_STOPS.word(word).is_some();
    let part_of_name = matches!(word, "with" | "by" | "on");
    finite && !part_of_name && !text.is_capital(i)
}

/// The first comma of "Ada Lind, a teacher who …": the phrase before it is a name.
fn opening_apposition(text: &Text, sentence: &Range<usize>) -> Option<usize> {
    let reach = sentence.start..sentence.end.min(sentence.start + 9);
    let comma = reach.clone().find(|i| text.word(*i) == ",")?;
    let words = sentence.start..comma;
    let named = words.len() > 1 && words.clone().filter(|i| text.is_capital(*i)).count() > 1;
    let verb = words.clone().any(|i| {
        let finite =
            ATTRIBUTING.word(text.word(i)).is_some() || SUBJECT_STOPS.word(text.word(i)).is_some();
        finite && !text.is_capital(i)
    });
    let led = matches!(
        text.word(sentence.start),
        "in" | "on" | "at" | "after" | "during" | "for" | "from" | "with"
    );
    let opens = matches!(
        text.word(comma + 1),
        "a" | "an"
            | "the"
            | "who"
            | "whose"
            | "one"
            | "another"
            | "former"
            | "director"
            | "president"
            | "deputy"
            | "executive"
            | "chairman"
            | "chairwoman"
            | "head"
            | "editor"
            | "professor"
            | "now"
            | "then"
            | "which"
    ) || text.kind(comma + 1) == Some(Kind::Number);
    (named && !verb && !led && opens).then_some(comma)
}

/// How much may stand in the brackets after a name.
const BRACKET_TOKENS: usize = 20;

/// "Ada Lind (of Orel) said": the name with its brackets.
pub(super) fn bracketed(
    text: &Text,
    close: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let from = sentence.start.max(close.saturating_sub(BRACKET_TOKENS));
    let open = (from..close).rev().find(|i| text.word(*i) == "(")?;
    let name = phrase_before(text, open, sentence)?;
    Some(name.start..close + 1)
}
