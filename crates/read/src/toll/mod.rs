//! The toll a text tells: how many were killed and wounded, in sum, with the claims it rests on.
//!
//! Never adds counts up and never fills in a number: what the text does not count is unknown.

mod named_en;

use std::collections::HashSet;

use bearings_model::{
    Amount, Certainty, Claim, ClaimId, ClaimKind, CountMode, Document, Outcome, Reading, Span,
    Tally,
};

use crate::language::Language;
use crate::text::Text;

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
    pub reason: &'static str,
}

/// The toll of the event the text opens with.
///
/// A text tells its own event first, so the first count of an outcome is taken; counts over a
/// period, further ones, parts of others, and those under doubt are left out.
pub fn toll(reading: &Reading, document: &Document) -> Toll {
    let parts = parts(reading);
    let counts: Vec<(&Claim, &Tally)> = reading
        .claims
        .iter()
        .filter_map(|claim| Some((claim, told(claim)?)))
        .filter(|(claim, _)| !parts.contains(&claim.id) && *claim.excerpt.item() == document.item)
        .collect();
    let mut toll = Toll {
        killed: of(&counts, Outcome::Killed),
        wounded: of(&counts, Outcome::Wounded),
        victims: of(&counts, Outcome::Victims),
    };
    let text = Text::new(&document.text, Language::of(document));
    if text.language == Language::English {
        let named = named_en::named(&text);
        toll.killed = toll.killed.or_else(|| at_least(reading, named.death?));
        // One who is named dead and one who is counted as hit are likely one person: not said.
        if toll
            .killed
            .as_ref()
            .is_some_and(|killed| killed.words.is_some())
        {
            toll.wounded = toll.wounded.filter(|wounded| !is_one(wounded));
            toll.victims = toll.victims.filter(|victims| !is_one(victims));
        }
        let silent = toll.killed.is_none() && toll.victims.is_none();
        toll.wounded = toll
            .wounded
            .or_else(|| at_least(reading, named.harm.filter(|_| silent)?));
    }
    toll
}

/// The rule of people named and not counted.
const NAMED: &str = "en.tally.named";

/// "A man was killed" tells of one and says nothing of others.
fn no_firmer_than_said(tally: &Tally) -> Amount {
    match (&tally.amount, &tally.amount_rule) {
        (Amount::Exact { value: 1 }, None) => Amount::AtLeast { low: 1 },
        (amount, _) => amount.clone(),
    }
}

fn is_one(count: &TollCount) -> bool {
    count.amount.low() == Some(1)
}

/// A death or an injury that is named and not counted.
fn at_least(reading: &Reading, (words, low): (Span, u64)) -> Option<TollCount> {
    let claims = reading.claims.iter();
    let over = claims.filter(|claim| claim.excerpt.span().overlaps(words));
    Some(TollCount {
        amount: Amount::AtLeast { low },
        claims: over.map(|claim| claim.id.clone()).collect(),
        words: Some(words),
        reason: "named in the text's opening and not counted",
    })
}

/// A count put forward as fact, of one event.
fn told(claim: &Claim) -> Option<&Tally> {
    let ClaimKind::Tally(tally) = &claim.kind else {
        return None;
    };
    let firm = claim.factuality.certainty() == Certainty::Certain && !claim.negated;
    let further = tally.mode == Some(CountMode::Increment);
    // Someone named is not a count of all.
    let named = claim.rule == NAMED;
    (firm && !further && !named).then_some(tally)
}

/// The counts that another count has as its parts.
fn parts(reading: &Reading) -> HashSet<&ClaimId> {
    let wholes = reading.claims.iter().filter_map(|claim| match &claim.kind {
        ClaimKind::Tally(tally) => Some(&tally.parts),
        _ => None,
    });
    wholes.flatten().collect()
}

/// The first count of one event; a count over a period only where there is no other.
fn of(counts: &[(&Claim, &Tally)], outcome: Outcome) -> Option<TollCount> {
    let own = |count: &&(&Claim, &Tally)| count.1.counted.outcome == Some(outcome);
    let snapshot = |count: &&(&Claim, &Tally)| count.1.mode != Some(CountMode::Cumulative);
    let of_event = counts.iter().filter(own).find(snapshot);
    let reason = match of_event {
        Some(_) => "the first count of this outcome in the text",
        None => "the first total; the text gives no other count of this outcome",
    };
    let (claim, tally) = of_event.or_else(|| counts.iter().find(own))?;
    Some(TollCount {
        amount: no_firmer_than_said(tally),
        claims: vec![claim.id.clone()],
        words: None,
        reason,
    })
}
