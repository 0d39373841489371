//! Clock times: "5 a.m.", "05:30", "noon", with the day beside them.

use bearings_model::{TimeKind, Zone};
use jiff::ToSpan;
use jiff::civil::{Date, Time};

use super::words::{WEEKDAYS, ZONES};
use super::{date, relative};
use crate::text::{Kind, Text};
use crate::time::stated::at_clock;
use crate::time::{Anchors, Resolved};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let start = if text.word(at) == "at" { at + 1 } else { at };
    let (clock, end) = clock(text, start, limit).or_else(|| first_of_two(text, start, limit))?;
    let (zone, end) =
        named_zone(text, end, limit).unwrap_or_else(|| (Some(anchors.zone.clone()), end));
    let (day, end) = match day_after(text, end, limit, anchors) {
        Some((day, end)) => (Some(day), end),
        None => (anchors.narrated_day().or_else(|| anchors.today()), end),
    };
    let minute = format!("T{:02}:{:02}", clock.hour(), clock.minute());
    Some(Resolved {
        tokens: start..end,
        kind: TimeKind::Time,
        timex: day.map_or(format!("XXXX-XX-XX{minute}"), |day| {
            format!("{day}{minute}")
        }),
        when: day
            .zip(zone)
            .and_then(|(day, zone)| at_clock(day, clock, zone, is_loose(text, at))),
        day,
        rule: "en.time.clock",
    })
}

/// "About 5 p.m.", "at around noon".
fn is_loose(text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    matches!(
        before,
        "about" | "around" | "approximately" | "roughly" | "circa" | "nearly" | "some"
    )
}

/// The 10 of "between 10 and 11 p.m.": what is said once, of the second, is said of both, unless
/// the first would then come after it ("between 11 and 1 p.m.").
fn first_of_two(text: &Text, at: usize, limit: usize) -> Option<(Time, usize)> {
    let hour: i8 = text.raw(at).parse().ok()?;
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let joined = match text.word(at + 1) {
        "and" => before == "between",
        "to" | "until" | "till" => before == "from",
        "-" | "–" | "—" => true,
        _ => false,
    };
    let whole = text.kind(at) == Some(Kind::Number) && (1..=12).contains(&hour);
    if !joined || !whole || text.kind(at + 2) != Some(Kind::Number) || at + 2 >= limit {
        return None;
    }
    half_of_day(text, at + 3).0?;
    let (second, _) = clock(text, at + 2, limit)?;
    let same = hour % 12 + second.hour() / 12 * 12;
    let hour = if same <= second.hour() {
        same
    } else {
        (same + 12) % 24
    };
    Some((Time::new(hour, 0, 0, 0).ok()?, at + 1))
}

fn clock(text: &Text, at: usize, limit: usize) -> Option<(Time, usize)> {
    match text.word(at) {
        "noon" | "midday" => return Some((Time::midnight().checked_add(12.hours()).ok()?, at + 1)),
        "midnight" => return Some((Time::midnight(), at + 1)),
        _ => {}
    }
    if text.kind(at) != Some(Kind::Number) || at >= limit {
        return None;
    }
    if let Some((time, end)) = military(text, at) {
        return Some((time, past_zone_words(text, end)));
    }
    let raw = text.raw(at);
    let (hour, minute) = match raw.split_once([':', '.']) {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, minute.parse().ok()?),
        Some(_) => return None,
        None => (raw.parse::<i8>().ok()?, 0),
    };
    let oclock = usize::from(text.word(at + 1) == "o'clock");
    let (half, end) = half_of_day(text, at + 1 + oclock);
    let hour: i8 = match half {
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(Half::Morning) => hour % 12,
        Some(Half::Afternoon) => hour % 12 + 12,
        None if raw.contains(':') => hour,
        None => return None,
    };
    Some((
        Time::new(hour, minute, 0, 0).ok()?,
        past_zone_words(text, end),
    ))
}

/// "0530 hours", "1430 GMT", "at 0530 local time".
fn military(text: &Text, at: usize) -> Option<(Time, usize)> {
    let raw = text.raw(at);
    let marked = match text.word(at + 1) {
        "hours" | "hrs" | "h" => at + 2,
        "gmt" | "utc" | "z" | "zulu" | "local" | "msk" => at + 1,
        "kyiv" | "kiev" | "moscow" if text.word(at + 2) == "time" => at + 1,
        _ => return None,
    };
    if raw.len() != 4 || !raw.bytes().all(|digit| digit.is_ascii_digit()) {
        return None;
    }
    let (hour, minute) = (raw.get(..2)?.parse().ok()?, raw.get(2..)?.parse().ok()?);
    let end = marked + usize::from(text.word(marked) == "z");
    Some((Time::new(hour, minute, 0, 0).ok()?, end))
}

enum Half {
    Morning,
    Afternoon,
}

fn half_of_day(text: &Text, at: usize) -> (Option<Half>, usize) {
    match text.word(at) {
        "am" | "a.m." | "a.m" => (Some(Half::Morning), at + 1),
        "pm" | "p.m." | "p.m" => (Some(Half::Afternoon), at + 1),
        "in" if text.word(at + 1) == "the" => match text.word(at + 2) {
            "morning" => (Some(Half::Morning), at + 3),
            "afternoon" | "evening" => (Some(Half::Afternoon), at + 3),
            _ => (None, at),
        },
        _ => (None, at),
    }
}

/// "GMT", "EST", "Kyiv time": the zone stated, which may be one without known bounds.
fn named_zone(text: &Text, at: usize, limit: usize) -> Option<(Option<Zone>, usize)> {
    let open = usize::from(text.word(at) == "(");
    let found = ZONES.at(text, at + open, limit)?;
    let end = at + open + found.tokens;
    let end = end + usize::from(text.word(end) == "time");
    let end = end + usize::from(open > 0 && text.word(end) == ")");
    Some((Zone::named(found.value).ok(), end))
}

/// "local time" says nothing a zone does not.
fn past_zone_words(text: &Text, at: usize) -> usize {
    if text.word(at) == "local" && text.word(at + 1) == "time" {
        at + 2
    } else {
        at
    }
}

/// "on Sunday", "Sunday", "on 24 February", "yesterday" right after the clock time.
fn day_after(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<(Date, usize)> {
    let start = if matches!(text.word(at), "on" | ",") {
        at + 1
    } else {
        at
    };
    let dated = date::time(text, start, limit, anchors);
    let relative = || {
        let known = WEEKDAYS.at(text, start, limit).is_some()
            || matches!(text.word(start), "today" | "yesterday" | "tomorrow");
        if known {
            relative::time(text, start, limit, anchors)
        } else {
            None
        }
    };
    let found = dated.or_else(relative)?;
    Some((found.day?, found.tokens.end))
}
