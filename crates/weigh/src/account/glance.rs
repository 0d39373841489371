//! The first screen: copies, a conflict, a revision, a forecast, what stays out.

use bearings_model::{Account, Certainty, ForecastStatus, Glance, Sentence, TallyRelation};

use super::{Findings, joint_sentence};
use crate::material::{Material, Told};
use crate::opposed::OpposedKind;

pub(crate) fn glance(
    account: &Account,
    material: &Material,
    told: &Told,
    findings: &Findings,
) -> Vec<Glance> {
    let mut cards = Vec::new();
    cards.extend(copies(material, told, findings));
    let differ = findings
        .comparisons
        .iter()
        .any(|pair| pair.relation == TallyRelation::Conflict)
        || findings
            .opposed
            .iter()
            .any(|pair| pair.kind == OpposedKind::Polarity);
    let heading = if differ {
        "Accounts that do not agree"
    } else {
        "A denial, and what stands beside it"
    };
    cards.extend(first(
        &account.contradictions,
        "conflict",
        heading,
        "contradictions",
    ));
    cards.extend(first(
        &account.revisions,
        "revision",
        "A count that was changed",
        "revisions",
    ));
    cards.extend(forecast(account));
    cards.extend(withheld(account));
    cards
}

fn first(sentences: &[Sentence], kind: &str, heading: &str, section: &str) -> Option<Glance> {
    let sentence = sentences.first()?.clone();
    Some(Glance {
        kind: kind.to_owned(),
        heading: heading.to_owned(),
        sentence,
        section: section.to_owned(),
    })
}

fn copies(material: &Material, told: &Told, findings: &Findings) -> Option<Glance> {
    let link = material.whole_copies().next()?;
    let of =
        |item: &bearings_model::ItemId| told.says.iter().find(|say| say.document.item == *item);
    let (earlier, later) = (of(&link.earlier)?, of(&link.later)?);
    let text = format!(
        "{} repeats the text of {} with small changes. Together they are one voice, not two.",
        later.document.outlet, earlier.document.outlet
    );
    let mut sentence = joint_sentence(text, &[earlier, later], findings);
    sentence.origins.truncate(1);
    Some(Glance {
        kind: "copies".to_owned(),
        heading: "Two texts, one origin".to_owned(),
        sentence,
        section: "copies".to_owned(),
    })
}

/// The forecast that can be judged; one that came before one that did not.
fn forecast(account: &Account) -> Option<Glance> {
    let with = |status| {
        account.forecasts.iter().find_map(|row| {
            row.readings
                .iter()
                .find(|(_, found, _)| *found == status)
                .map(|reading| (row, reading))
        })
    };
    let (row, (reading, status, reason)) =
        with(ForecastStatus::Came).or_else(|| with(ForecastStatus::DidNotCome))?;
    let heading = match status {
        ForecastStatus::Came => "A forecast that came",
        _ => "A forecast that did not come",
    };
    let mut sentence = row.sentence.clone();
    sentence.text = format!("{} Read as “{reading}”: {reason}.", sentence.text);
    sentence.evidence.extend(row.held_against.iter().cloned());
    sentence.strength = sentence
        .evidence
        .iter()
        .map(|e| e.strength)
        .min()
        .unwrap_or(Certainty::Uncommitted);
    Some(Glance {
        kind: "forecast".to_owned(),
        heading: heading.to_owned(),
        sentence,
        section: "forecasts".to_owned(),
    })
}

/// Only the number and the reasons: nothing of what is withheld.
fn withheld(account: &Account) -> Option<Glance> {
    let passages: usize = account.withheld.iter().map(|held| held.passages).sum();
    if passages == 0 {
        return None;
    }
    let reasons: Vec<&str> = account
        .withheld
        .iter()
        .map(|held| held.reason.plain())
        .collect();
    let reasons = match reasons.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => reasons.concat(),
    };
    let text = match passages {
        1 => format!("One passage is withheld because it is about {reasons}."),
        more => format!("{more} passages are withheld because they are about {reasons}."),
    };
    Some(Glance {
        kind: "withheld".to_owned(),
        heading: "What stays out".to_owned(),
        sentence: Sentence {
            text,
            evidence: Vec::new(),
            origins: Vec::new(),
            strength: Certainty::Certain,
            ruled: account
                .withheld
                .iter()
                .all(|held| held.ruled == held.passages),
        },
        section: "withheld".to_owned(),
    })
}
