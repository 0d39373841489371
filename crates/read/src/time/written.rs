//! Written dates and years, and the year of a date that has none; for every language.

use bearings_model::TimeKind;
use jiff::civil::Date;

use super::calendar::{month, on};
use super::{Anchors, Resolved};
use crate::text::{Kind, Text};

pub(super) fn day(text: &Text, at: usize) -> Option<i8> {
    let raw = text.raw(at);
    let short = text.kind(at) == Some(Kind::Number) && raw.len() <= 2;
    raw.parse()
        .ok()
        .filter(|day| short && (1..=31).contains(day))
}

/// A year of any age written with four digits.
pub(super) fn any_year_at(text: &Text, at: usize) -> Option<i16> {
    let raw = text.raw(at);
    let four = text.kind(at) == Some(Kind::Number) && raw.len() == 4;
    raw.parse()
        .ok()
        .filter(|year| four && (1000..=2100).contains(year))
}

pub(super) fn year_at(text: &Text, at: usize) -> Option<i16> {
    let raw = text.raw(at);
    let four = text.kind(at) == Some(Kind::Number) && raw.len() == 4;
    raw.parse()
        .ok()
        .filter(|year| four && (1500..=2100).contains(year))
}

pub(super) fn dated(
    tokens: std::ops::Range<usize>,
    year: Option<i16>,
    number: i8,
    day: Option<i8>,
    ahead: bool,
    anchors: &Anchors,
) -> Option<Resolved> {
    let resolved = |timex, when, day| Resolved {
        tokens: tokens.clone(),
        kind: TimeKind::Date,
        timex,
        when,
        day,
        rule: "en.time.date",
    };
    let told = anchors.history_year(number);
    let year = year
        .or(told)
        .or_else(|| nearest_year(anchors.published?, number, day, ahead));
    let Some(year) = year else {
        let day = day.map(|day| format!("-{day:02}")).unwrap_or_default();
        return Some(resolved(format!("XXXX-{number:02}{day}"), None, None));
    };
    match day {
        Some(day) => {
            let date = Date::new(year, number, day).ok()?;
            Some(resolved(
                date.to_string(),
                on(date, anchors.zone),
                Some(date),
            ))
        }
        None => Some(resolved(
            format!("{year}-{number:02}"),
            month(year, number, anchors.zone),
            None,
        )),
    }
}

/// A day without a year is rather past than to come: reports tell more than they announce.
const TO_COME_WEIGHS: i32 = 3;
/// Where the verb looks ahead, a day past is meant only when no other fits; the first of the month
/// that runs is not past.
const AGAINST_THE_VERB: i32 = 30;
const LONGEST_MONTH: i32 = 31;

/// The year that puts a day without one closest to the publication date.
fn nearest_year(published: Date, number: i8, day: Option<i8>, ahead: bool) -> Option<i16> {
    let candidates = [-1, 0, 1].map(|step| published.year() + step);
    let distance = |date: Date| match (date - published).get_days() {
        to_come if to_come > 0 && !ahead => to_come * TO_COME_WEIGHS,
        back if back < -LONGEST_MONTH && ahead => -back * AGAINST_THE_VERB,
        days => days.abs(),
    };
    candidates
        .into_iter()
        .filter_map(|year| Some((year, Date::new(year, number, day.unwrap_or(1)).ok()?)))
        .min_by_key(|(_, date)| distance(*date))
        .map(|(year, _)| year)
}

/// "2022-02-24", "24.02.2022", "24/02/2022" where only one order of day and month is possible.
pub(super) fn numeric(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let (date, end) = iso(text, at, limit)
        .or_else(|| dotted(text, at))
        .or_else(|| slashed(text, at, limit))?;
    Some(Resolved {
        tokens: at..end,
        kind: TimeKind::Date,
        timex: date.to_string(),
        when: on(date, anchors.zone),
        day: Some(date),
        rule: "en.time.date",
    })
}

fn iso(text: &Text, at: usize, limit: usize) -> Option<(Date, usize)> {
    let year = year_at(text, at)?;
    if at + 5 > limit || text.word(at + 1) != "-" || text.word(at + 3) != "-" {
        return None;
    }
    let date = Date::new(year, day(text, at + 2)?, day(text, at + 4)?).ok()?;
    Some((date, at + 5))
}

fn dotted(text: &Text, at: usize) -> Option<(Date, usize)> {
    let mut parts = text.raw(at).split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let full = year.len() == 4 && parts.next().is_none();
    let date = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
    full.then_some((date, at + 1))
}

fn slashed(text: &Text, at: usize, limit: usize) -> Option<(Date, usize)> {
    let (first, second) = (day(text, at)?, day(text, at + 2)?);
    let year = year_at(text, at + 4)?;
    if at + 5 > limit || text.word(at + 1) != "/" || text.word(at + 3) != "/" {
        return None;
    }
    let (month, day) = match (first > 12, second > 12) {
        (true, false) => (second, first),
        (false, true) => (first, second),
        // 03/04/2022 is read differently on two continents: not guessed.
        _ => return None,
    };
    Some((Date::new(year, month, day).ok()?, at + 5))
}

/// The year of two digits that lies nearest the text's own, and not far ahead of it.
pub(super) fn nearest_short_year(short: i16, anchors: &Anchors) -> Option<i16> {
    let own = anchors.published?.year();
    let in_century = own - own.rem_euclid(100) + short;
    Some(if in_century > own + SHORT_YEARS_AHEAD {
        in_century - 100
    } else {
        in_century
    })
}

/// A plan for the years to come may be written so, hardly one for later.
const SHORT_YEARS_AHEAD: i16 = 20;

impl Resolved {
    /// One day of the calendar.
    pub(super) fn on_day(
        tokens: std::ops::Range<usize>,
        day: Date,
        anchors: &Anchors,
    ) -> Option<Resolved> {
        Some(Resolved {
            tokens,
            kind: TimeKind::Date,
            timex: day.to_string(),
            when: on(day, anchors.zone),
            day: Some(day),
            rule: "en.time.date",
        })
    }
}
