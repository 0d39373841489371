//! "Missing and feared dead": of the same people one thing is known and another feared. Each is a
//! count of its own, so that the doubt about the one is not said of the other.

use bearings_model::Outcome;

use super::TallyFound;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    static FEARED: () = {
        () => "feared dead, feared killed, feared drowned, presumed dead, presumed killed, presumed drowned, believed dead, believed killed, believed to be dead, assumed dead, assumed killed, thought dead, thought to be dead",
        () => "вважаються загиблими, вважається загиблим, вважається загиблою",
        () => "считаются погибшими, считается погибшим, считается погибшей",
    };
}

phrases! {
    /// "ймовірно, загинули": what is feared in two words, with or without commas around the first.
    static LIKELY: () = {
        () => "ймовірно, імовірно, вірогідно, мабуть, вероятно, предположительно, видимо, probably, possibly, likely",
    };
}
phrases! {
    static DIED: () = {
        () => "загинули, загинув, загинула, погибли, погиб, погибла, dead",
    };
}

/// Words between "missing" and what is feared: "missing and now", "missing, and are".
const BETWEEN_TOKENS: usize = 4;

/// Adds to each count of missing people that of the same people feared dead.
pub(super) fn add_feared(
    text: &Text,
    found: &mut Vec<TallyFound>,
    limit: usize,
    rule: &'static str,
) {
    let both = |tally: &TallyFound| {
        let end = feared_after(text, tally.tokens.end, limit)?;
        Some(TallyFound {
            tokens: tally.amount_tokens.start..end,
            outcome: Some(Outcome::Killed),
            part_of: None,
            rule,
            ..tally.clone()
        })
    };
    let missing = |tally: &&TallyFound| tally.outcome == Some(Outcome::Missing);
    let feared: Vec<TallyFound> = found.iter().filter(missing).filter_map(both).collect();
    found.extend(feared);
}

/// Where the words of fear end that follow right on a count that ends at `at`.
fn feared_after(text: &Text, at: usize, limit: usize) -> Option<usize> {
    let mut reach = at..limit.min(at + BETWEEN_TOKENS + 1);
    let (first, end) = reach.find_map(|i| Some((i, fear_end(text, i, limit)?)))?;
    let joined = |i: usize| {
        text.kind(i) == Some(Kind::Mark) && matches!(text.word(i), "," | "-" | "–" | "—")
            || matches!(
                text.word(i),
                "and" | "are" | "is" | "now" | "were" | "was" | "і" | "й" | "та" | "и"
            )
    };
    (at..first).all(joined).then_some(end)
}

/// Past the words of fear that begin at `at`.
fn fear_end(text: &Text, at: usize, limit: usize) -> Option<usize> {
    if let Some(found) = FEARED.at(text, at, limit) {
        return Some(at + found.tokens);
    }
    let likely = at + LIKELY.at(text, at, limit)?.tokens;
    let died = likely + usize::from(text.word(likely) == ",");
    Some(died + DIED.at(text, died, limit)?.tokens)
}
