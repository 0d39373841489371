//! Clauses: the parts of a run of words that each say something.

use std::ops::Range;

use crate::language::Language;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    /// Words that show that a verb is near: auxiliaries, and the commonest finite forms.
    static VERBS: () = {
        () => "is, are, was, were, be, been, has, have, had, do, does, did, will, would, can, could, may, might, must, should, 's, 've, 're, 'd, 'll, haven't, hasn't, isn't, aren't, wasn't, weren't, don't, doesn't, didn't, won't, can't, couldn't, wouldn't, it's, kept, went, came, took, left, began, started, said, think, hit, struck, invaded, approached, entered, returned, withdrew, fled, shelled, fired, show, shows, showed, seem, seems, expect, want, wanted, died, fell, killed, attacked, move, moved",
    };
}

phrases! {
    static JOINTS: () = {
        () => "but, and, while, although, though, whereas, so",
        () => "але, проте, однак, а, хоча, тоді як",
        () => "но, однако, хотя, тогда как",
    };
}

/// A clause must have this many tokens to stand alone.
const SHORTEST_CLAUSE_TOKENS: usize = 4;

/// Splits at semicolons, and at "but", "and", "while" after a comma where both sides have a verb.
pub(super) fn clauses(text: &Text, range: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = range.start;
    for at in range.clone() {
        if at > start && parts(text, start, at, range.end) {
            found.push(start..at);
            start = at + 1;
        }
    }
    found.push(start..range.end);
    found
        .into_iter()
        .filter_map(|clause| trimmed(text, clause))
        .collect()
}

fn parts(text: &Text, start: usize, at: usize, end: usize) -> bool {
    let joint = match text.word(at) {
        ";" => true,
        "," if text.word(at + 1) == "as" => {
            matches!(text.word(at + 2), "i" | "we" | "he" | "she" | "they" | "it")
        }
        "," => JOINTS.at(text, at + 1, end).is_some(),
        _ => false,
    };
    joint && stands(text, start..at) && stands(text, at + 1..end)
}

fn stands(text: &Text, clause: Range<usize>) -> bool {
    // Slavic verbs are told by their endings, of which there are many; length must do.
    let verb = text.language != Language::English || VERBS.find(text, clause.clone()).is_some();
    clause.len() >= SHORTEST_CLAUSE_TOKENS && verb
}

/// Without marks and joining words at its ends.
fn trimmed(text: &Text, clause: Range<usize>) -> Option<Range<usize>> {
    let is_edge = |i: usize| {
        let mark = text.kind(i) == Some(Kind::Mark) && !matches!(text.word(i), "%" | "[" | "]");
        mark || text.kind(i) == Some(Kind::Break)
    };
    let start = clause
        .clone()
        .find(|i| !is_edge(*i) && !is_joint(text, *i))?;
    let end = clause.rev().find(|i| !is_edge(*i) && !is_joint(text, *i))? + 1;
    (start < end).then_some(start..end)
}

fn is_joint(text: &Text, at: usize) -> bool {
    matches!(
        text.word(at),
        "and" | "but" | "але" | "і" | "та" | "но" | "и" | "а" | "що" | "что"
    )
}
