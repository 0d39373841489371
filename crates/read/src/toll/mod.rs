//! The toll a text tells: how many were killed and wounded, in sum, with the claims it rests on.
//!
//! Never adds up what was counted apart and never fills in a number: what the text does not count
//! is unknown.

mod group;
mod named_en;

use std::collections::HashMap;

use bearings_model::{
    Amount, Certainty, Claim, ClaimId, ClaimKind, CountMode, Document, Named, Outcome, Reading,
    Span, Tally,
};

use group::{Group, groups};
pub(crate) use named_en::named;

/// What one text says became of how many; `None` is "not said", never zero.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Toll {
    pub killed: Option<TollCount>,
    pub wounded: Option<TollCount>,
    /// Counted without saying who of them lived.
    pub victims: Option<TollCount>,
}

/// A count, the claims that say it and why these were taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TollCount {
    pub amount: Amount,
    pub claims: Vec<ClaimId>,
    /// The words that name it, where nothing counts it.
    pub words: Option<Span>,
    /// Counted beside others told of: "one was killed and four others shot".
    pub beside: bool,
    pub reason: &'static str,
}

/// The toll of the event the text opens with.
///
/// A text tells its own event first, so the first count of an outcome is taken; counts over a
/// period, further ones, parts of others, and those under doubt are left out. A person the text
/// comes back to is counted once. `document` is the one that was read.
pub fn toll(reading: &Reading, document: &Document) -> Toll {
    let wholes = wholes(reading);
    let own = |claim: &&Claim| *claim.excerpt.item() == document.item;
    let mut counts: Vec<(&Claim, &Tally)> = reading
        .claims
        .iter()
        .filter(own)
        .filter_map(|claim| Some((claim, told(claim)?)))
        .filter(|(claim, tally)| wholes.get(&claim.id) != Some(&tally.counted.outcome))
        .collect();
    counts.sort_by_key(|(claim, _)| claim.excerpt.span().start);
    let groups = groups(&counts, &document.text);
    let opening = end_of_opening(reading);
    let mut toll = Toll {
        killed: of(&groups, Outcome::Killed, opening),
        wounded: of(&groups, Outcome::Wounded, opening),
        victims: of(&groups, Outcome::Victims, opening),
    };
    toll.killed = toll
        .killed
        .or_else(|| at_least(reading, reading.named.deaths?));
    // One who is named dead and one who is counted as hit are likely one person: not said.
    let named = |count: &TollCount| count.words.is_some();
    if toll.killed.as_ref().is_some_and(named) {
        toll.wounded = toll.wounded.filter(|wounded| !is_one(wounded));
        toll.victims = toll.victims.filter(|victims| !is_one(victims));
    }
    let silent = toll.killed.is_none() && toll.victims.is_none();
    let harm = reading.named.injuries.filter(|_| silent);
    toll.wounded = toll.wounded.or_else(|| at_least(reading, harm?));
    toll
}

/// The opening of a report: its headline and about two paragraphs.
const OPENING_SENTENCES: usize = 7;

fn end_of_opening(reading: &Reading) -> usize {
    let last = reading.sentences.iter().take(OPENING_SENTENCES).next_back();
    last.map_or(0, |sentence| sentence.end)
}

fn is_one(count: &TollCount) -> bool {
    count.amount.low() == Some(1) && !count.beside
}

/// A death or an injury that is named and not counted.
fn at_least(reading: &Reading, named: Named) -> Option<TollCount> {
    let claims = reading.claims.iter();
    let over = claims.filter(|claim| claim.excerpt.span().overlaps(named.span));
    Some(TollCount {
        amount: Amount::AtLeast {
            low: named.at_least,
        },
        claims: over.map(|claim| claim.id.clone()).collect(),
        words: Some(named.span),
        beside: false,
        reason: "named in the text's opening and not counted",
    })
}

/// The rule of people named and not counted.
const NAMED: &str = "en.tally.named";

/// A count put forward as fact, of one event.
fn told(claim: &Claim) -> Option<&Tally> {
    let ClaimKind::Tally(tally) = &claim.kind else {
        return None;
    };
    let firm = claim.factuality.certainty() == Certainty::Certain && !claim.negated;
    let further = tally.mode == Some(CountMode::Increment);
    // "No one inside the house was hurt" says nothing of those outside.
    let none_of_some =
        tally.amount == (Amount::Exact { value: 0 }) && !tally.counted.text.is_empty();
    // Someone named is not a count of all.
    let named = claim.rule == NAMED;
    (firm && !further && !none_of_some && !named).then_some(tally)
}

/// The outcome of the whole that a count is a part of.
fn wholes(reading: &Reading) -> HashMap<&ClaimId, Option<Outcome>> {
    let tallies = reading.claims.iter().filter_map(|claim| match &claim.kind {
        ClaimKind::Tally(tally) => Some(tally),
        _ => None,
    });
    let of = |tally: &'_ Tally| tally.counted.outcome;
    tallies
        .flat_map(|tally| tally.parts.iter().map(move |part| (part, of(tally))))
        .collect()
}

/// The first count of one event; a count over a period only where there is no other, one of none
/// only where nobody is counted.
fn of(groups: &[Group], outcome: Outcome, opening: usize) -> Option<TollCount> {
    let own = || groups.iter().filter(|group| group.outcome == Some(outcome));
    let counted = |group: &&Group| !group.is_none() && !group.cumulative;
    let whole = |group: &&Group| counted(group) && !group.share;
    let first = own().find(whole).map(|first| {
        // "A man was shot" tells of one; the opening may yet say how many there were.
        let more = own()
            .filter(whole)
            .find(|group| group.start < opening && group.is_numeral() && group.low() > first.low());
        let open = matches!(first.amount, Amount::AtLeast { .. }) && !first.is_numeral();
        (
            more.filter(|_| open).unwrap_or(first),
            "the first count of this outcome in the text",
        )
    });
    let share = || {
        let killed = outcome == Outcome::Killed;
        let share = own().find(|group| counted(group) && group.share && killed);
        share.map(|group| {
            (
                group,
                "some of those told of; the text gives no other count of this outcome",
            )
        })
    };
    let total = || {
        let total = own().find(|group| group.cumulative && !group.is_none() && !group.share);
        total.map(|group| {
            (
                group,
                "the first total; the text gives no other count of this outcome",
            )
        })
    };
    let none = || {
        own()
            .find(|group| group.is_none())
            .map(|group| (group, "none are counted"))
    };
    let (group, reason) = first.or_else(share).or_else(total).or_else(none)?;
    Some(TollCount {
        amount: group.amount.clone(),
        claims: group.claims.clone(),
        words: None,
        beside: group.beside,
        reason,
    })
}
