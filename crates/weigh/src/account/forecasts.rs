//! Forecasts with every reading of their window and what came of it.

use bearings_model::{ClaimKind, ForecastRow, ForecastStatus};

use super::days::span_in_words;
use super::{Findings, evidence, joint_sentence};
use crate::material::{Say, Told};

pub(crate) fn rows(told: &Told, findings: &Findings) -> Vec<ForecastRow> {
    let forecasts = told
        .says
        .iter()
        .filter(|say| matches!(say.claim.kind, ClaimKind::Forecast(_)));
    // A copy's forecast is the same forecast.
    forecasts
        .filter(|say| told.source_of(say) == &say.document.item)
        .map(|say| row(told, say, findings))
        .collect()
}

fn row(told: &Told, say: &Say, findings: &Findings) -> ForecastRow {
    let outcomes = findings
        .forecasts
        .iter()
        .filter(|outcome| outcome.forecast == say.claim.id);
    let mut readings = Vec::new();
    let mut held_against = Vec::new();
    for outcome in outcomes {
        let words = reading_words(say, &outcome.reading);
        readings.push((words, outcome.status, outcome.reason.clone()));
        let decided = matches!(
            outcome.status,
            ForecastStatus::Came | ForecastStatus::DidNotCome
        );
        let by = outcome
            .by
            .as_ref()
            .and_then(|by| told.get(by))
            .map(evidence);
        for by in by.into_iter().filter(|_| decided) {
            if !held_against.contains(&by) {
                held_against.push(by);
            }
        }
    }
    let text = crate::wording::sentence(say, findings.withheld);
    ForecastRow {
        sentence: joint_sentence(text, &[say], findings),
        readings,
        held_against,
    }
}

/// The reading with the days it means.
fn reading_words(say: &Say, reading: &str) -> String {
    let ClaimKind::Forecast(forecast) = &say.claim.kind else {
        return reading.to_owned();
    };
    match forecast
        .windows
        .iter()
        .find(|window| window.reading == reading)
    {
        Some(window) => format!("{reading} ({})", span_in_words(&window.when)),
        None => reading.to_owned(),
    }
}
