//! The window of a forecast, in every way its words can be read.

use std::ops::Range;

use bearings_model::{Forecast, TimeKind, When, Window};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::Parts;
use crate::lexicon::phrases;
use crate::text::Text;

pub(super) fn forecast(parts: &Parts, clause: Range<usize>) -> Forecast {
    let published = parts
        .document
        .published
        .as_ref()
        .map(|published| published.date);
    let windows = published
        .and_then(|day| counted_window(parts, &clause, day))
        .unwrap_or_else(|| dated_window(parts, &clause));
    Forecast {
        criterion: criterion(parts, &clause),
        windows,
    }
}

/// The clause without the times that say when: "an offensive is expected".
fn criterion(parts: &Parts, clause: &Range<usize>) -> Option<String> {
    let span = parts.text.span(clause.clone());
    let times = parts.times.within(span);
    let (mut words, mut from) = (Vec::new(), span.start);
    for time in times.map(|i| parts.times.mentions[i].span) {
        words.extend(parts.text.source.get(from..time.start).map(bare));
        from = from.max(time.end);
    }
    words.extend(parts.text.source.get(from..span.end).map(bare));
    words.retain(|part| !part.is_empty());
    let told = words.join(" ");
    (!told.is_empty()).then_some(told)
}

/// Without the preposition and the marks that stood before a time.
fn bare(part: &str) -> &str {
    let is_edge = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '–' | '—' | '.');
    let part = part.trim_matches(is_edge);
    const BEFORE_TIMES: &[&str] = &[
        " within",
        " in",
        " on",
        " at",
        " over",
        " during",
        " for",
        " протягом",
        " упродовж",
        " у",
        " в",
        " на",
        " в течение",
    ];
    let lead = BEFORE_TIMES.iter().find_map(|word| part.strip_suffix(word));
    lead.unwrap_or(part).trim_matches(is_edge)
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
    let zone = parts.document.zone.clone();
    let words = if low == high {
        format!("{high}")
    } else {
        format!("{low} to {high}")
    };
    let by = |from: DateTime, to: DateTime| When::within(from, to, zone.clone());
    let length_at = parts.text.within(length.span).start;
    let lasts = Lasting::before(parts.text, clause.start, length_at);
    let mut windows = Vec::new();
    if lasts != Lasting::Lasts {
        windows.push(Window {
            reading: format!("it begins within {words} days"),
            when: by(within, bound(day, high + 1)?),
        });
    }
    if lasts != Lasting::Begins {
        windows.push(Window {
            reading: format!("it lasts {words} days"),
            when: When {
                begin: [Some(within), None],
                end: [Some(bound(day, low)?), None],
                zone: zone.clone(),
                basis: bearings_model::TimeBasis::Stated,
            },
        });
    }
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

/// What a length of time is the length of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lasting {
    /// "within three days": the wait.
    Begins,
    /// "will last three days": the thing itself.
    Lasts,
    /// "over the next three days": either.
    Either,
}

phrases! {
    static LENGTHS: Lasting = {
        Lasting::Lasts => "last, lasts, lasting, continue, continues, for, go on, hold for",
        Lasting::Lasts => "триватиме, триватимуть, тривати, тривають, триває, продовжиться",
        Lasting::Lasts => "продлится, продлятся, длиться, продолжится, продолжатся",
        Lasting::Either => "over, during, throughout",
        Lasting::Either => "протягом, упродовж, впродовж, в течение, на протяжении",
    };
}

/// How far before a length its verb or preposition may stand: "for about the next three days".
const LASTING_REACH_TOKENS: usize = 4;

impl Lasting {
    fn before(text: &Text, from: usize, at: usize) -> Self {
        let reach = from.max(at.saturating_sub(LASTING_REACH_TOKENS))..at + 1;
        // A verb of lasting decides before a preposition that leaves it open.
        let found = reach.filter_map(|i| LENGTHS.at(text, i, text.tokens.len()));
        let mut found = found.map(|found| *found.value);
        match (found.next(), found.next()) {
            (Some(Lasting::Lasts), _) | (_, Some(Lasting::Lasts)) => Lasting::Lasts,
            (Some(Lasting::Either), _) => Lasting::Either,
            _ => Lasting::Begins,
        }
    }
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
