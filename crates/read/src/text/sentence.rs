//! Sentences: cut at full stops, question and exclamation marks and at every line's end.

use std::ops::Range;

use bearings_model::Span;

use super::token::{Kind, Token};

#[derive(Clone, Debug)]
pub(crate) struct Sentence {
    pub span: Span,
    pub tokens: Range<usize>,
    pub paragraph: usize,
}

/// A longer run of tokens is a list or noise; it is cut so that work per sentence stays bounded.
/// The longest sentences of news prose have about 150.
const LONGEST_SENTENCE_TOKENS: usize = 300;

/// Marks after a full stop that are looked through for what they close.
const CLOSING_MARKS: usize = 12;

/// Words whose full stop does not end a sentence. Titles, units, months and the like.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cpl", "sgt", "brig",
    "adm", "ret", "rep", "sen", "gov", "st", "jr", "sr", "no", "vs", "inc", "ltd", "co", "corp",
    "dept", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    "approx", "est", "km", "м", "ул", "вул", "г", "м", "обл", "р", "им", "ім", "тыс", "тис", "млн",
    "т",
];

pub(super) fn sentences(source: &str, tokens: &[Token]) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut paragraph = 0;
    let mut at = 0;
    while at < tokens.len() {
        if tokens[at].kind == Kind::Break {
            push(&mut found, tokens, start..at, paragraph);
            paragraph += 1;
            start = at + 1;
            at += 1;
        } else if ends(source, tokens, at) {
            let end = with_closing_marks(source, tokens, at + 1);
            push(&mut found, tokens, start..end, paragraph);
            start = end;
            at = end;
        } else if at + 1 - start >= LONGEST_SENTENCE_TOKENS {
            push(&mut found, tokens, start..at + 1, paragraph);
            start = at + 1;
            at = start;
        } else {
            at += 1;
        }
    }
    push(&mut found, tokens, start..tokens.len(), paragraph);
    found
}

fn push(found: &mut Vec<Sentence>, tokens: &[Token], range: Range<usize>, paragraph: usize) {
    if range.is_empty() {
        return;
    }
    let span = Span::new(
        tokens[range.start].span.start,
        tokens[range.end - 1].span.end,
    );
    found.push(Sentence {
        span,
        tokens: range,
        paragraph,
    });
}

fn text<'t>(source: &'t str, tokens: &[Token], at: usize) -> &'t str {
    tokens
        .get(at)
        .map_or("", |token| &source[token.span.start..token.span.end])
}

fn ends(source: &str, tokens: &[Token], at: usize) -> bool {
    match text(source, tokens, at) {
        "!" | "?" | "…" => !continues(source, tokens, at),
        "." => !is_abbreviation(source, tokens, at) && !continues(source, tokens, at),
        word => is_dotted(word) && begins_anew(source, tokens, at + 1),
    }
}

/// The mark is followed by more of the same sentence: a lower-case word, or nothing parts it
/// from the next letter.
fn continues(source: &str, tokens: &[Token], at: usize) -> bool {
    let after = with_closing_marks(source, tokens, at + 1);
    let Some(next) = tokens.get(after) else {
        return false;
    };
    let end = tokens[after - 1].span.end;
    let touching = next.span.start == end && next.kind != Kind::Break;
    let lower = next.kind == Kind::Word
        && text(source, tokens, after).starts_with(char::is_lowercase)
        && text(source, tokens, at) != "…";
    // `…!” he said` goes on; `…! and` after no mark is a new thought written carelessly.
    let comma = matches!(text(source, tokens, after), "," | ";");
    touching || comma || (lower && (after > at + 1 || text(source, tokens, at) == "."))
}

fn is_abbreviation(source: &str, tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    if tokens[before].kind != Kind::Word || tokens[before].span.end != tokens[at].span.start {
        return false;
    }
    let word = text(source, tokens, before).to_lowercase();
    let initial = word.chars().count() == 1 && tokens[before].capital;
    initial || ABBREVIATIONS.contains(&word.as_str())
}

/// "p.m.", "U.S.": the full stop is part of the word and may end the sentence too.
fn is_dotted(word: &str) -> bool {
    word.len() > 2 && word.ends_with('.')
}

/// A capital on a word that needs none inside a sentence.
fn begins_anew(source: &str, tokens: &[Token], at: usize) -> bool {
    const OPENERS: &[&str] = &[
        "The", "A", "An", "In", "On", "At", "It", "He", "She", "They", "We", "But", "And", "This",
        "That", "There", "After", "Later", "No", "One", "Two", "Three",
    ];
    OPENERS.contains(&text(source, tokens, at))
}

/// Past the quotation marks and brackets that belong to the sentence just ended.
fn with_closing_marks(source: &str, tokens: &[Token], from: usize) -> usize {
    let closes = |at: usize| match text(source, tokens, at) {
        "”" | "»" | ")" | "]" | "’" | "!" | "?" | "…" | "." => true,
        "\"" => tokens[at].span.start == tokens[at - 1].span.end,
        _ => false,
    };
    (from..from + CLOSING_MARKS)
        .find(|at| !closes(*at))
        .unwrap_or(from + CLOSING_MARKS)
}
