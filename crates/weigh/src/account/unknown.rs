//! What is not known, said plainly.

use bearings_model::{
    Claim, ClaimKind, ForecastStatus, OriginKind, Outcome, PartsVerdict, SourceKind, Unknown,
};

use super::{Findings, evidence};
use crate::material::{Say, Told};
use crate::tally::tally_of;
use crate::wording::count_words;

pub(crate) fn unknowns(told: &Told, findings: &Findings) -> Vec<Unknown> {
    let mut found = left_open(told, findings);
    found.extend(makers(told));
    found.extend(not_told_apart(told, findings));
    found.extend(victims(told));
    found.extend(forecasts(told, findings));
    found.extend(unknown_origin(told, findings));
    found
}

/// What a text itself says cannot be said.
fn left_open(told: &Told, findings: &Findings) -> Vec<Unknown> {
    told.says
        .iter()
        .filter(|say| say.claim.rule.ends_with("left_open"))
        .map(|say| Unknown {
            text: crate::wording::sentence(say, findings.withheld),
            evidence: vec![evidence(say)],
        })
        .collect()
}

/// Who made the clips: unknown makers may be one.
fn makers(told: &Told) -> Option<Unknown> {
    let clips: Vec<&Say> = told
        .says
        .iter()
        .filter(|say| is_anonymous_clip(say.claim))
        .collect();
    let mut labels: Vec<(&str, &str)> = clips
        .iter()
        .map(|say| {
            (
                say.document.outlet.as_str(),
                say.claim.chain.root().source.as_str(),
            )
        })
        .collect();
    labels.sort_unstable();
    labels.dedup();
    (!labels.is_empty()).then(|| Unknown {
        text: format!(
            "Who made {} described in the texts is not said. The makers may be one person, so all of \
             it counts as one origin.",
            if labels.len() == 1 { "the footage".to_owned() } else { format!("the {} pieces of footage", labels.len()) }
        ),
        evidence: clips.iter().take(3).map(|say| evidence(say)).collect(),
    })
}

fn is_anonymous_clip(claim: &Claim) -> bool {
    claim.chain.root().kind == SourceKind::Footage
}

/// The rest of a count of which only a part is told.
fn not_told_apart(told: &Told, findings: &Findings) -> Vec<Unknown> {
    findings
        .parts
        .iter()
        .filter(|check| check.verdict == PartsVerdict::NotAllStated)
        .filter_map(|check| {
            let say = told.get(&check.whole)?;
            Some(Unknown {
                text: check.sentence.clone(),
                evidence: vec![evidence(say)],
            })
        })
        .collect()
}

fn victims(told: &Told) -> Vec<Unknown> {
    told.says
        .iter()
        .filter_map(|say| {
            let tally =
                tally_of(say).filter(|tally| tally.counted.outcome == Some(Outcome::Victims))?;
            let text = format!(
                "{}: how many of them were killed is not said.",
                count_words(say, tally)
            );
            Some(Unknown {
                text,
                evidence: vec![evidence(say)],
            })
        })
        .collect()
}

fn forecasts(told: &Told, findings: &Findings) -> Vec<Unknown> {
    findings
        .forecasts
        .iter()
        .filter(|outcome| outcome.status == ForecastStatus::CannotBeTold)
        .filter_map(|outcome| {
            let say = told.get(&outcome.forecast)?;
            let timed = matches!(&say.claim.kind, ClaimKind::Forecast(forecast) if !forecast.windows.is_empty());
            let text = format!("Whether it came, as expected, “{}”: {}.", say.claim.text, outcome.reason);
            timed.then(|| Unknown { text, evidence: vec![evidence(say)] })
        })
        .collect()
}

fn unknown_origin(told: &Told, findings: &Findings) -> Option<Unknown> {
    let outlets: Vec<&Say> = told
        .says
        .iter()
        .filter(|say| say.claim.chain.through().is_empty())
        .collect();
    let unknown = findings
        .origins
        .list
        .iter()
        .any(|origin| origin.kind == OriginKind::Unknown);
    (unknown && !outlets.is_empty()).then(|| Unknown {
        text: format!(
            "{} of the statements used are an outlet's own, without saying how it knows. They count \
             as one origin.",
            outlets.len()
        ),
        evidence: outlets.iter().take(3).map(|say| evidence(say)).collect(),
    })
}
