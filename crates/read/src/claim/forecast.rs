//! The window of a forecast, in every way its words can be read.

use std::ops::Range;

use bearings_model::{Forecast, TimeKind, When, Window};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::Parts;

pub(super) fn forecast(parts: &Parts, clause: Range<usize>) -> Forecast {
    let published = parts
        .document
        .published
        .as_ref()
        .map(|published| published.date);
    let windows = published
        .and_then(|day| counted_window(parts, &clause, day))
        .unwrap_or_else(|| dated_window(parts, &clause));
    Forecast { windows }
}

/// "tonight", "on Monday": the time named is the window.
fn dated_window(parts: &Parts, clause: &Range<usize>) -> Vec<Window> {
    let times = parts.times.within(parts.text.span(clause.clone()));
    let times = times.map(|i| &parts.times.mentions[i]);
    let dated = times.filter_map(|time| Some((time, time.when.clone()?)));
    dated
        .take(1)
        .map(|(time, when)| Window {
            reading: format!("it comes {}", time.text),
            when,
        })
        .collect()
}

/// "a 1-3 day window before", "within three days": a number of days from the day of the text.
fn counted_window(parts: &Parts, clause: &Range<usize>, day: Date) -> Option<Vec<Window>> {
    let span = parts.text.span(clause.clone());
    let mut times = parts.times.within(span).map(|i| &parts.times.mentions[i]);
    let length = times.find(|time| time.kind == TimeKind::Duration && time.when.is_none())?;
    let (low, high) = days(&length.timex)?;
    let after = parts
        .text
        .within(bearings_model::Span::new(length.span.end, span.end));
    let quiet = after
        .clone()
        .take(3)
        .any(|i| parts.text.word(i) == "window")
        && after.clone().any(|i| parts.text.word(i) == "before");
    let within = bound(day, 0)?;
    let words = if low == high {
        format!("{high}")
    } else {
        format!("{low} to {high}")
    };
    let zone = parts.document.zone.clone();
    let by = |from: DateTime, to: DateTime| When::within(from, to, zone.clone());
    let mut windows = vec![Window {
        reading: format!("it begins within {words} days"),
        when: by(within, bound(day, high + 1)?),
    }];
    if quiet {
        windows.push(Window {
            reading: format!("it holds off for {words} days and comes after that"),
            when: When {
                begin: [Some(bound(day, low)?), Some(bound(day, high + 1)?)],
                end: [Some(bound(day, low)?), None],
                zone: zone.clone(),
                basis: bearings_model::TimeBasis::Stated,
            },
        });
    }
    Some(windows)
}

fn bound(day: Date, days: i64) -> Option<DateTime> {
    Some(day.checked_add(days.days()).ok()?.at(0, 0, 0, 0))
}

/// The days of `P3D`, `P1-3D`, `P2W`; hours and months are no windows of days.
fn days(timex: &str) -> Option<(i64, i64)> {
    let body = timex.strip_prefix('P')?;
    let (body, times) = match (body.strip_suffix('D'), body.strip_suffix('W')) {
        (Some(days), _) => (days, 1),
        (_, Some(weeks)) => (weeks, 7),
        _ => return None,
    };
    let (low, high) = body.split_once('-').unwrap_or((body, body));
    let count = |n: &str| n.parse::<i64>().ok().filter(|n| *n < 4000);
    Some((count(low)? * times, count(high)? * times))
}
