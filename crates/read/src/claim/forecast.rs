//! The window of a forecast, in every way its words can be read.

use std::ops::Range;

use bearings_model::{Forecast, TimeKind, When, Window, Zone};
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

/// "a 1-3 day window before", "within three days", "over the next 12 hours": a length from the day
/// of the text.
fn counted_window(parts: &Parts, clause: &Range<usize>, day: Date) -> Option<Vec<Window>> {
    let span = parts.text.span(clause.clone());
    let today = bound(day, 0)?;
    let mut times = parts.times.within(span).map(|i| &parts.times.mentions[i]);
    let length = times.find(|time| {
        let ahead = time
            .when
            .as_ref()
            .is_none_or(|when| when.earliest() >= Some(today));
        time.kind == TimeKind::Duration && ahead
    })?;
    let told = Told::of(&length.timex)?;
    let after = parts
        .text
        .within(bearings_model::Span::new(length.span.end, span.end));
    let quiet = after
        .clone()
        .take(3)
        .any(|i| parts.text.word(i) == "window")
        && after.clone().any(|i| parts.text.word(i) == "before");
    let length_at = parts.text.within(length.span).start;
    let lasts = Lasting::before(parts.text, clause.start, length_at);
    told.windows(day, lasts, quiet, &parts.document.zone)
}

/// A length of time as told: "1 to 3 days", "12 hours".
struct Told {
    low: i64,
    high: i64,
    hours: bool,
}

impl Told {
    /// Of `P3D`, `P1-3D`, `P2W`, `PT12H`; months are no windows of days.
    fn of(timex: &str) -> Option<Self> {
        let body = timex.strip_prefix('P')?;
        let (body, times, hours) = match body.split_at(body.len().checked_sub(1)?) {
            (count, "D") => (count, 1, false),
            (count, "W") => (count, 7, false),
            (count, "H") => (count.strip_prefix('T')?, 1, true),
            _ => return None,
        };
        let (low, high) = body.split_once('-').unwrap_or((body, body));
        let count = |n: &str| n.parse::<i64>().ok().filter(|n| *n < 4000);
        Some(Self {
            low: count(low)? * times,
            high: count(high)? * times,
            hours,
        })
    }

    /// The end of the `count`th unit after the moment.
    fn after(&self, from: DateTime, count: i64) -> Option<DateTime> {
        match self.hours {
            true => from.checked_add(count.hours()).ok(),
            false => from.checked_add(count.days()).ok(),
        }
    }

    fn words(&self) -> String {
        let unit = if self.hours { "hours" } else { "days" };
        match self.low == self.high {
            true => format!("{} {unit}", self.high),
            false => format!("{} to {} {unit}", self.low, self.high),
        }
    }

    /// The text was written some time on its day: a length may begin with its last hour.
    fn windows(&self, day: Date, lasts: Lasting, quiet: bool, zone: &Zone) -> Option<Vec<Window>> {
        let (today, tonight) = (bound(day, 0)?, bound(day, 1)?);
        let (early, late) = (
            self.after(today, self.low)?,
            self.after(tonight, self.high)?,
        );
        let open = |begin: [Option<DateTime>; 2], end: [Option<DateTime>; 2]| When {
            begin,
            end,
            ..When::within(today, late, zone.clone())
        };
        let words = self.words();
        let mut windows = Vec::new();
        if lasts != Lasting::Lasts {
            windows.push(Window {
                reading: format!("it begins within {words}"),
                when: When::within(today, late, zone.clone()),
            });
        }
        if lasts != Lasting::Begins {
            windows.push(Window {
                reading: format!("it lasts {words}"),
                when: open([Some(today), None], [Some(early), None]),
            });
        }
        if quiet {
            windows.push(Window {
                reading: format!("it holds off for {words} and comes after that"),
                when: open([Some(early), Some(late)], [Some(early), None]),
            });
        }
        Some(windows)
    }
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
