//! Everything an account states, in the order of the page, each with where it stands.
//!
//! A part of the account that is not listed here is not checked: new parts go here first.

use bearings_model::{Account, Certainty, Evidence, ForecastRow, Sentence};

use super::outcome_needs_evidence;

pub(super) struct Statement<'a> {
    /// "sentence 3 of section '2022-02-27'".
    pub at: String,
    pub text: &'a str,
    /// How firmly it is told, for what is told as a sentence.
    pub strength: Option<Certainty>,
    pub evidence: &'a [Evidence],
    pub need: Need,
}

#[derive(Clone, Copy)]
pub(super) enum Need {
    Evidence,
    /// The one sentence that may stand without: how many passages are withheld.
    EvidenceUnlessCounting,
    /// What it has is checked, but it may have none.
    None,
}

pub(super) fn all(account: &Account) -> Vec<Statement<'_>> {
    let mut all = Vec::new();
    for (number, glance) in account.glance.iter().enumerate() {
        let counting = glance.kind == "withheld";
        let need = if counting {
            Need::EvidenceUnlessCounting
        } else {
            Need::Evidence
        };
        let at = format!("finding {} of the first screen", number + 1);
        all.push(Statement {
            need,
            ..told(at, &glance.sentence)
        });
    }
    for section in &account.sections {
        sentences(
            &mut all,
            &format!("section '{}'", section.id),
            &section.sentences,
        );
    }
    for (number, row) in account.casualties.iter().enumerate() {
        all.push(shown(casualty(number), &row.amount, &row.evidence));
    }
    sentences(&mut all, "the notes on casualties", &account.casualty_notes);
    sentences(&mut all, "the contradictions", &account.contradictions);
    sentences(&mut all, "the revisions", &account.revisions);
    for (number, row) in account.forecasts.iter().enumerate() {
        all.extend(forecast(number, row));
    }
    for (number, unknown) in account.unknowns.iter().enumerate() {
        // That nobody says a thing cannot be shown by an excerpt.
        let at = format!("unknown {}", number + 1);
        all.push(Statement {
            need: Need::None,
            ..shown(at, &unknown.text, &unknown.evidence)
        });
    }
    for entry in &account.timeline {
        all.push(shown(
            format!("timeline entry '{}'", entry.id),
            &entry.label,
            &entry.evidence,
        ));
    }
    sentences(&mut all, "the order of clips", &account.clip_order);
    places(&mut all, account);
    all
}

pub(super) fn casualty(number: usize) -> String {
    format!("casualty row {}", number + 1)
}

fn told(at: String, sentence: &Sentence) -> Statement<'_> {
    Statement {
        at,
        text: &sentence.text,
        strength: Some(sentence.strength),
        evidence: &sentence.evidence,
        need: Need::Evidence,
    }
}

fn shown<'a>(at: String, text: &'a str, evidence: &'a [Evidence]) -> Statement<'a> {
    Statement {
        at,
        text,
        strength: None,
        evidence,
        need: Need::Evidence,
    }
}

fn sentences<'a>(all: &mut Vec<Statement<'a>>, within: &str, told_there: &'a [Sentence]) {
    for (number, sentence) in told_there.iter().enumerate() {
        all.push(told(
            format!("sentence {} of {within}", number + 1),
            sentence,
        ));
    }
}

fn forecast(number: usize, row: &ForecastRow) -> [Statement<'_>; 2] {
    let at = format!("forecast {}", number + 1);
    let judged = row
        .readings
        .iter()
        .any(|(_, status, _)| outcome_needs_evidence(*status));
    let need = if judged { Need::Evidence } else { Need::None };
    let outcome = shown(
        format!("the outcome of {at}"),
        &row.sentence.text,
        &row.held_against,
    );
    [told(at, &row.sentence), Statement { need, ..outcome }]
}

/// A place on the map says that something is told of it, so it needs at least one sentence.
fn places<'a>(all: &mut Vec<Statement<'a>>, account: &'a Account) {
    for feature in &account.places {
        let at = format!("place '{}' on the map", feature.id);
        if feature.sentences.is_empty() {
            all.push(shown(at, &feature.label, &[]));
        } else {
            sentences(all, &at, &feature.sentences);
        }
    }
}
