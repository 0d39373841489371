//! The level of a toll in Ukrainian and Russian: "кількість загиблих внаслідок удару зросла до
//! дев'яти". The words for it may stand far from the number.

use std::ops::Range;

use bearings_model::Amount;

use super::TallyFound;
use super::slavic::{Words, give};
use crate::text::Text;

/// How far a number may stand from the word for the toll, either way.
const REACH_TOKENS: usize = 18;

/// Gives each toll's word the number that is its level.
pub(super) fn set_levels(
    text: &Text,
    words: &Words,
    found: &mut [TallyFound],
    range: Range<usize>,
) {
    for (tokens, outcome) in words.tolls.all(text, range.clone()) {
        if let Some((index, above)) = level(text, words, found, &tokens, &range) {
            let tally = &mut found[index];
            if let (true, Amount::Exact { value }) = (above, &tally.amount) {
                let low = value.saturating_add(1);
                tally.amount = Amount::AtLeast { low };
            }
            give(words, tally, *outcome);
            tally.tokens = tally.tokens.start.min(tokens.start)..tally.tokens.end.max(tokens.end);
        }
    }
}

/// The count that a word for a level leads, after the toll's word or (being revised) before it.
fn level(
    text: &Text,
    words: &Words,
    found: &[TallyFound],
    toll: &Range<usize>,
    range: &Range<usize>,
) -> Option<(usize, bool)> {
    let end = range.end.min(toll.end + REACH_TOKENS);
    let parted = |i: &usize| matches!(text.word(*i), ";" | "." | "!" | "?");
    let stop = (toll.end..end).find(parted).unwrap_or(end);
    let free = |tally: &TallyFound| {
        tally.outcome.is_none() && (tally.is_people || tally.counted.is_empty())
    };
    let after = super::near(found, toll.end).find_map(|index| {
        let tally = &found[index];
        let start = tally.amount_tokens.start;
        if start < toll.end || start >= stop || !free(tally) {
            return None;
        }
        let before = start.checked_sub(1).filter(|i| *i >= toll.end);
        let lead = before.and_then(|i| words.levels.at(text, i, i + 1));
        let bare = start == toll.end;
        let revised = is_revised(text, tally);
        match lead {
            Some(lead) => Some((index, *lead.value)),
            None => (revised || bare).then_some((index, false)),
        }
    });
    after.or_else(|| {
        let near = |tally: &TallyFound| {
            tally.tokens.end <= toll.start && toll.start - tally.tokens.end <= 3
        };
        let index = super::near(found, toll.start)
            .rev()
            .find(|i| near(&found[*i]) && free(&found[*i]))?;
        is_revised(text, &found[index]).then_some((index, false))
    })
}

/// The amount was read as one that a verb moved.
fn is_revised(text: &Text, tally: &TallyFound) -> bool {
    let words = &tally.amount_tokens;
    crate::amount::amount(
        text,
        words.start,
        words.end.saturating_add(4).min(text.tokens.len()),
    )
    .is_some_and(|found| found.rule.ends_with(".revised"))
}
