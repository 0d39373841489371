//! Ukrainian and Russian parts of a count: "серед них двоє дітей", "– 15 військових і 16
//! цивільних –", "(троє дітей)".

use std::ops::Range;

use super::TallyFound;
use super::parts_en::{LIST_TOKENS, attach};
use super::slavic::Words;
use crate::text::Text;

pub(super) fn join_parts(text: &Text, words: &Words, found: &mut [TallyFound], limit: usize) {
    for whole in 0..found.len() {
        if found[whole].part_of.is_some() {
            continue;
        }
        if let Some(listed) = listed(text, words, found[whole].tokens.end, limit) {
            attach(found, whole, &listed);
        }
    }
}

fn listed(text: &Text, words: &Words, after: usize, limit: usize) -> Option<Range<usize>> {
    let at = after + usize::from(text.word(after) == ",");
    let bracket = text.word(at) == "(";
    let opening = at + usize::from(bracket);
    if let Some(found) = words.parts.at(text, opening, limit) {
        let start = opening + found.tokens;
        let limit = limit.min(start + LIST_TOKENS);
        return Some(start..end_of_list(text, words, start, limit));
    }
    let close = match text.word(after) {
        "–" | "—" => ["–", "—"],
        "(" => [")", ")"],
        _ => return None,
    };
    let limit = limit.min(after + 1 + LIST_TOKENS);
    let end = (after + 1..limit).find(|i| close.contains(&text.word(*i)));
    Some(after + 1..end?)
}

/// A mark that closes, or a comma or conjunction after which a count has an outcome of its own:
/// "серед них троє дітей, ще 12 поранено".
fn end_of_list(text: &Text, words: &Words, start: usize, limit: usize) -> usize {
    let mut at = start;
    while at < limit {
        if matches!(text.word(at), ";" | "." | ")" | "–" | "—") {
            return at;
        }
        let joint = text.word(at) == "," || words.conjunctions.at(text, at, limit).is_some();
        if joint && has_outcome(text, words, at + 1, limit) {
            return at;
        }
        at += 1;
    }
    limit
}

/// Whether an outcome stands before the next comma, conjunction or closing mark.
fn has_outcome(text: &Text, words: &Words, start: usize, limit: usize) -> bool {
    let stops = |i: usize| {
        matches!(text.word(i), "," | ";" | "." | ")")
            || i > start && words.conjunctions.at(text, i, limit).is_some()
    };
    (start..limit)
        .take_while(|i| !stops(*i))
        .any(|i| words.outcomes.at(text, i, limit).is_some())
}
