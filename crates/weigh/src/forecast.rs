//! Forecasts held against what came: each reading of the window on its own.
//!
//! "Did not come" needs somebody who dates it otherwise, or says it did not; silence in the texts
//! of a case is no sign that nothing happened.

use bearings_model::{
    ClaimKind, EventKind, Forecast, ForecastOutcome, ForecastStatus, When, Window,
};
use jiff::civil::DateTime;

use crate::material::{Say, Told};
use crate::tally::is_near;

pub(crate) fn outcomes(told: &Told) -> Vec<ForecastOutcome> {
    let latest = told
        .says
        .iter()
        .filter_map(|say| say.document.published.as_ref())
        .map(|published| published.date.at(0, 0, 0, 0))
        .max();
    let mut found = Vec::new();
    for say in &told.says {
        let ClaimKind::Forecast(forecast) = &say.claim.kind else {
            continue;
        };
        found.extend(of_forecast(told, say, forecast, latest));
    }
    found
}

fn of_forecast(
    told: &Told,
    say: &Say,
    forecast: &Forecast,
    latest: Option<DateTime>,
) -> Vec<ForecastOutcome> {
    if forecast.windows.is_empty() {
        let reason = "it names no time, so nothing can come too early or too late".to_owned();
        return vec![outcome(
            say,
            "no time given",
            ForecastStatus::CannotBeTold,
            None,
            reason,
        )];
    }
    forecast
        .windows
        .iter()
        .map(|window| of_window(told, say, window, latest))
        .collect()
}

fn outcome(
    say: &Say,
    reading: &str,
    status: ForecastStatus,
    by: Option<&Say>,
    reason: String,
) -> ForecastOutcome {
    ForecastOutcome {
        forecast: say.claim.id.clone(),
        reading: reading.to_owned(),
        status,
        by: by.map(|by| by.claim.id.clone()),
        reason,
    }
}

fn of_window(told: &Told, say: &Say, window: &Window, latest: Option<DateTime>) -> ForecastOutcome {
    let make = |status, by, reason| outcome(say, &window.reading, status, by, reason);
    let events: Vec<&Say> = told
        .says
        .iter()
        .filter(|other| answers(say, other))
        .collect();
    if let Some(by) = events
        .iter()
        .find(|by| by.when().is_some_and(|when| lies_in(when, &window.when)))
    {
        let reason = format!("{} dates it to {}, inside the window", teller(by), day(by));
        return make(ForecastStatus::Came, Some(*by), reason);
    }
    let closed = window.when.latest();
    if closed
        .zip(latest)
        .is_none_or(|(closed, latest)| latest < closed)
    {
        return make(
            ForecastStatus::Open,
            None,
            "the window reaches past the latest text".to_owned(),
        );
    }
    let later = events.iter().find(|by| {
        by.when()
            .and_then(When::earliest)
            .zip(closed)
            .is_some_and(|(begin, closed)| begin >= closed)
    });
    match later {
        Some(by) => {
            let reason = format!("{} dates it to {}, after the window", teller(by), day(by));
            make(ForecastStatus::DidNotCome, Some(*by), reason)
        }
        None => {
            let reason = "no text of the case tells whether it came in that time".to_owned();
            make(ForecastStatus::CannotBeTold, None, reason)
        }
    }
}

/// An asserted event of the kind forecast, at the place, from a time of its own.
fn answers(forecast: &Say, other: &Say) -> bool {
    let event = matches!(other.claim.kind, ClaimKind::Event | ClaimKind::Observation)
        && !other.claim.negated;
    let firm = other.claim.factuality.certainty() == bearings_model::Certainty::Certain;
    let kind = match (forecast.claim.event, other.claim.event) {
        (Some(expected), Some(came)) => is_kind(expected, came),
        _ => false,
    };
    let place = match (forecast.place(), other.place()) {
        (Some(one), Some(two)) => one.id == two.id || is_near(one, two),
        _ => false,
    };
    let own_time = other.when().is_some() && !other.claim.time_carried;
    // What a text dates after its own day has not come yet when it is written.
    let published = other
        .document
        .published
        .as_ref()
        .map(|published| published.date);
    let begun = other
        .when()
        .and_then(When::earliest)
        .zip(published)
        .is_none_or(|(at, day)| at.date() <= day);
    event && firm && kind && place && own_time && begun
}

/// An advance that ends in the town's fall has come as well.
fn is_kind(expected: EventKind, came: EventKind) -> bool {
    expected == came || (expected == EventKind::Advance && came == EventKind::Capture)
}

/// All of it lies inside the window: a day half outside does not show that it came in time.
fn lies_in(when: &When, window: &When) -> bool {
    let from = window
        .earliest()
        .is_none_or(|from| when.earliest().is_some_and(|begin| begin >= from));
    let by = window.begin[1].or(window.latest());
    let until = by.is_none_or(|to| when.begin[1].is_some_and(|begin| begin <= to));
    from && until
}

fn teller(say: &Say) -> String {
    let root = say.claim.chain.root();
    match root.footage {
        Some(_) => format!("{} ({})", say.document.outlet, root.source),
        None => root.source.clone(),
    }
}

fn day(say: &Say) -> String {
    say.when().and_then(When::earliest).map_or_else(
        || "an unknown day".to_owned(),
        |at| at.date().strftime("%-d %B %Y").to_string(),
    )
}
