//! The level of a toll: "the death toll from the strike rose to nine", "the number of dead stands
//! at 12". The words for it may stand far from the number.

use std::ops::Range;

use bearings_model::{Amount, Outcome};

use super::outcome_en::{give, outcome};
use super::{TallyFound, near};
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static TOLL: Outcome = {
        Outcome::Killed => "death toll, toll, body count, number of dead, number of deaths, number of fatalities, number of people killed, number of those killed, number of killed, number killed, number of people dead",
        Outcome::Wounded => "injury toll, number of wounded, number of injured, number of injuries, number of people injured, number of people wounded, number of people hurt, number of those injured, number of those wounded, number wounded, number injured",
        Outcome::Victims => "casualty toll, casualty count, number of casualties, number of victims",
        Outcome::Missing => "number of missing, number of people missing",
    };
}
phrases! {
    /// What stands right before the number that is the level.
    static LEADS: Level = {
        Level::At => "to, at, of, reached, reaches, reach, hit, hits, is, was, now, currently, stands",
        Level::Above => "exceeded, exceeds, passed, passes, surpassed, surpasses, topped, tops",
        Level::Above => "exceed, pass, surpass, top",
    };
}

#[derive(Clone, Copy, Debug)]
enum Level {
    At,
    Above,
}

/// How far a number may stand from the word for the toll.
const REACH_TOKENS: usize = 18;

/// Gives each toll's word the number that is its level.
pub(super) fn set_levels(text: &Text, found: &mut [TallyFound], range: Range<usize>) {
    for (toll, outcome) in TOLL.all(text, range.clone()) {
        let (at, after) = (toll.start, toll.end);
        let level = level(text, found, after, range.end)
            .or_else(|| Some((level_before(text, found, at)?, Level::At)));
        if let Some((index, level)) = level {
            let tally = &mut found[index];
            if let (Level::Above, Amount::Exact { value }) = (level, &tally.amount) {
                tally.amount = Amount::AtLeast {
                    low: value.saturating_add(1),
                };
            }
            give(tally, *outcome);
            tally.tokens = tally.tokens.start.min(at)..tally.tokens.end.max(after);
        }
    }
}

/// "bringing to 31 the number killed": the count right before the toll's word.
fn level_before(text: &Text, found: &[TallyFound], toll: usize) -> Option<usize> {
    let index = near(found, toll)
        .rev()
        .find(|i| found[*i].tokens.end < toll)?;
    let tally = &found[index];
    let led = tally.amount_tokens.start > 0 && text.word(tally.amount_tokens.start - 1) == "to";
    let right_before = tally.tokens.end + 1 == toll && text.word(tally.tokens.end) == "the";
    (led && right_before && tally.outcome.is_none() && tally.counted.is_empty()).then_some(index)
}

/// The first count after `after` that a word for a level leads; none past another clause.
fn level(text: &Text, found: &[TallyFound], after: usize, limit: usize) -> Option<(usize, Level)> {
    let limit = limit.min(after + REACH_TOKENS);
    let parted = |i: &usize| {
        matches!(
            text.word(*i),
            ";" | "." | "!" | "?" | "but" | "while" | "when" | "who"
        ) || outcome(text, *i, limit).is_some()
    };
    let stop = (after..limit).find(parted).unwrap_or(limit);
    let first = found.partition_point(|tally| tally.amount_tokens.start < after);
    found[first..]
        .iter()
        .enumerate()
        .take_while(|(_, tally)| tally.amount_tokens.start < stop)
        .filter(|(_, tally)| {
            tally.outcome.is_none() && (tally.is_people || tally.counted.is_empty())
        })
        .find_map(|(index, tally)| {
            let before = tally
                .amount_tokens
                .start
                .checked_sub(1)
                .filter(|i| *i >= after)?;
            let lead = LEADS.at(text, before, before + 1).map(|lead| *lead.value);
            let revised = tally.rule.ends_with(".revised").then_some(Level::At);
            Some((first + index, revised.or(lead)?))
        })
}
