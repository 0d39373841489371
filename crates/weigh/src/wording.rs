//! Words for claims: who says it, through whom, in their own words, never firmer than they said.
//!
//! A statement is quoted, not rephrased: the surest way not to overstate. Counts are told in a
//! fixed form that keeps every bound.

use bearings_model::{
    Amount, Certainty, ChainLink, Claim, ClaimKind, Factuality, Outcome, SourceKind, Tally,
};

use crate::material::Say;
use crate::origin::WITHHELD;
use crate::restrict::Withholding;

/// Who speaks, as a phrase: "Oleh Synehubov (governor), in Outlet".
pub(crate) fn speaker(say: &Say, withheld: &[Withholding]) -> String {
    let through = say.claim.chain.through();
    let outlet = &say.document.outlet;
    let Some(last) = through.last() else {
        return outlet.clone();
    };
    if last.kind == SourceKind::Footage {
        let seen = named(say, last, withheld);
        // Who tells of a clip stands before it: the clip was told to nobody.
        return match through[..through.len() - 1].last() {
            Some(teller) => format!(
                "{}, in {outlet}, describing {seen}",
                named(say, teller, withheld)
            ),
            None => format!("{outlet}, describing {seen}"),
        };
    }
    let mut words = named(say, last, withheld);
    for link in through[..through.len() - 1].iter().rev() {
        words.push_str(&joint(link));
        words.push_str(&named(say, link, withheld));
    }
    format!("{words}, in {outlet}")
}

/// How the next one out came to tell it.
fn joint(link: &ChainLink) -> String {
    match link.kind {
        SourceKind::Footage => " heard in ".to_owned(),
        _ => ", as told to ".to_owned(),
    }
}

fn named(say: &Say, link: &ChainLink, withheld: &[Withholding]) -> String {
    if is_withheld(say, link, withheld) {
        return WITHHELD.to_owned();
    }
    match &link.role {
        Some(role) if link.kind == SourceKind::Person => format!("{} ({role})", link.source),
        _ => link.source.clone(),
    }
}

/// Names a restriction hides must not come back through the chain.
pub(crate) fn is_withheld(say: &Say, link: &ChainLink, withheld: &[Withholding]) -> bool {
    if link.kind == SourceKind::Outlet {
        return false;
    }
    withheld
        .iter()
        .filter(|held| *held.excerpt.item() == say.document.item)
        .any(|held| {
            let hidden = held
                .excerpt
                .span()
                .of(&say.document.text)
                .unwrap_or_default();
            hidden.contains(&link.source)
        })
}

/// The claim as a sentence of the account.
pub(crate) fn sentence(say: &Say, withheld: &[Withholding]) -> String {
    let told = told(say, withheld);
    let mut letters = told.chars();
    let first = letters
        .next()
        .map(|first| first.to_uppercase().to_string())
        .unwrap_or_default();
    first + letters.as_str()
}

fn told(say: &Say, withheld: &[Withholding]) -> String {
    let speaker = speaker(say, withheld);
    match &say.claim.kind {
        ClaimKind::Tally(tally) => format!(
            "{speaker}{}: {}.",
            reservation(say.claim),
            count_words(say, tally)
        ),
        ClaimKind::Denial => format!("{speaker}, in a denial: {}.", quoted(say.claim)),
        ClaimKind::Forecast(_) => format!("{speaker}, expected: {}.", quoted(say.claim)),
        ClaimKind::Hypothesis(_) => format!(
            "{speaker}, offered as {}: {}.",
            doubt(say.claim.factuality),
            quoted(say.claim)
        ),
        _ => format!(
            "{speaker}{}: {}.",
            reservation(say.claim),
            quoted(say.claim)
        ),
    }
}

fn doubt(factuality: Factuality) -> &'static str {
    match factuality {
        Factuality::Uncommitted | Factuality::CertainUnstated => "open",
        _ => "an explanation",
    }
}

fn quoted(claim: &Claim) -> String {
    format!(
        "“{}”",
        claim
            .text
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .trim_end_matches(['.', ','])
    )
}

/// How far a source holds back from its own words.
fn reservation(claim: &Claim) -> &'static str {
    match claim.factuality.certainty() {
        Certainty::Certain => "",
        Certainty::Probable => ", with a reservation",
        Certainty::Possible => ", as a possibility",
        Certainty::Uncommitted => ", without committing to it",
    }
}

/// The word that keeps a weak count weak wherever it stands alone.
pub(crate) fn weakened(claim: &Claim) -> &'static str {
    match claim.factuality.certainty() {
        Certainty::Certain => "",
        Certainty::Probable => "probably ",
        Certainty::Possible => "possibly ",
        Certainty::Uncommitted => "not committed to: ",
    }
}

/// "at least 4 civilians killed", "dozens of victims (killed or injured is not said)".
pub(crate) fn count_words(say: &Say, tally: &Tally) -> String {
    let not = if say.claim.negated { "not " } else { "" };
    format!("{not}{}{}", weakened(say.claim), plain_count(tally))
}

fn plain_count(tally: &Tally) -> String {
    let amount = match &tally.amount {
        // "dozens of", but "several".
        Amount::Vague {
            word, low: Some(_), ..
        } => format!("{word} of"),
        amount => amount.to_string(),
    };
    // A noun in another script says nothing to a reader of this page; its excerpt has it.
    let noun = Some(tally.counted.text.trim())
        .filter(|noun| noun.chars().all(|c| c.is_ascii() || !c.is_alphabetic()));
    let one = tally.amount == (Amount::Exact { value: 1 });
    let noun = noun.unwrap_or(if one { "person" } else { "people" });
    let noun = if noun.is_empty() {
        String::new()
    } else {
        format!(" {noun}")
    };
    match tally.counted.outcome {
        Some(Outcome::Victims) => format!("{amount}{noun} victims (killed or injured is not said)"),
        Some(Outcome::Present) => format!("{amount}{noun} there"),
        Some(outcome) => format!("{amount}{noun} {}", outcome.name()),
        None => format!("{amount}{noun}"),
    }
}
