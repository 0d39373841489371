//! Dates by calendar: "24 February 2022", "Feb. 25th", "March 2022", "2022-02-24", "in 2016".

use bearings_model::TimeKind;
use jiff::civil::Date;

use super::calendar::{month, on, year};
use super::en::en_words::{MONTHS, WEEKDAYS};
use super::{Anchors, Resolved};
use crate::text::{Kind, Text};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let start = match WEEKDAYS.at(text, at, limit) {
        Some(_) if text.word(at + 1) == "," => at + 2,
        Some(_) if text.word(at + 1) != "." => at + 1,
        _ => at,
    };
    let mut found = numeric(text, start, limit, anchors)
        .or_else(|| day_month(text, start, limit, anchors))
        .or_else(|| month_day(text, start, limit, anchors))
        .or_else(|| {
            if start == at {
                bare_year(text, at, anchors)
            } else {
                None
            }
        })?;
    found.tokens.start = at;
    Some(found)
}

pub(super) fn day(text: &Text, at: usize) -> Option<i8> {
    let raw = text.raw(at);
    let short = text.kind(at) == Some(Kind::Number) && raw.len() <= 2;
    raw.parse()
        .ok()
        .filter(|day| short && (1..=31).contains(day))
}

/// Past "st", "nd", "rd", "th" written against the number; a slip of one letter is forgiven.
fn past_ordinal(text: &Text, at: usize) -> usize {
    let suffix = matches!(text.word(at), "st" | "nd" | "rd" | "th" | "h" | "t");
    if suffix && text.is_glued(at) {
        at + 1
    } else {
        at
    }
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

/// Past the full stop of "Feb." and the comma of "February 25, 2022".
fn past(text: &Text, at: usize, mark: &str) -> usize {
    if text.word(at) == mark { at + 1 } else { at }
}

/// "24 February 2022", "24th of February".
fn day_month(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let day = day(text, at)?;
    let after = past(text, past_ordinal(text, at + 1), "of");
    let named = MONTHS.at(text, after, limit)?;
    let end = past_abbreviation(text, after, limit);
    let (year, end) = year_after(text, end);
    dated(at..end, year, *named.value, Some(day), anchors)
}

/// "February 25", "Feb. 25th, 2022", "March 2022", "March".
fn month_day(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let named = MONTHS.at(text, at, limit).filter(|_| text.is_capital(at))?;
    let after = past_abbreviation(text, at, limit);
    if let Some(year) = year_at(text, after) {
        return dated(at..after + 1, Some(year), *named.value, None, anchors);
    }
    let Some(day) = day(text, after) else {
        return bare_month(text, at, after, *named.value, anchors);
    };
    let (year, end) = year_after(text, past_ordinal(text, after + 1));
    dated(at..end, year, *named.value, Some(day), anchors)
}

/// Past "February" or "Feb."
fn past_abbreviation(text: &Text, at: usize, _limit: usize) -> usize {
    let short = text.word(at).len() <= 4;
    if short {
        past(text, at + 1, ".")
    } else {
        at + 1
    }
}

fn year_after(text: &Text, at: usize) -> (Option<i16>, usize) {
    let start = past(text, at, ",");
    match year_at(text, start) {
        Some(year) => (Some(year), start + 1),
        None => (None, at),
    }
}

/// A month or a year after "early" and the like, which need no other sign.
pub(super) fn edged(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    if let Some(stated) = year_at(text, at) {
        let decade = text.word(at + 1) == "s" && text.is_glued(at + 1);
        return (!decade).then(|| of_year(at, stated, anchors));
    }
    let found = time(text, at, limit, anchors);
    found.or_else(|| {
        let named = MONTHS.at(text, at, limit).filter(|_| text.is_capital(at))?;
        dated(at..at + 1, None, *named.value, None, anchors)
    })
}

/// "in March": needs its preposition, since "May" and "March" are words too.
fn bare_month(
    text: &Text,
    at: usize,
    end: usize,
    number: i8,
    anchors: &Anchors,
) -> Option<Resolved> {
    let near = match (text.word(end), text.word(end + 1)) {
        ("this", "year") => Some(0),
        ("last", "year") => Some(-1),
        ("next", "year") => Some(1),
        _ => None,
    };
    if let Some((step, today)) = near.zip(anchors.today()) {
        return dated(
            at..end + 2,
            Some(today.year() + step),
            number,
            None,
            anchors,
        );
    }
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let led = matches!(
        before,
        "in" | "since"
            | "until"
            | "of"
            | "last"
            | "early"
            | "late"
            | "mid"
            | "by"
            | "this"
            | "from"
            | "to"
            | "next"
            | "through"
            | "and"
            | "for"
            | "during"
            | "between"
            | "before"
            | "after"
    );
    let word = matches!(text.word(at), "may" | "march") || text.word(at).len() <= 3;
    let name = text.is_capital(end) || at > 0 && text.is_capital(at - 1) && !led;
    if !led && (word || name) {
        return None;
    }
    dated(at..end, None, number, None, anchors)
}

pub(super) fn dated(
    tokens: std::ops::Range<usize>,
    year: Option<i16>,
    number: i8,
    day: Option<i8>,
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
        .or_else(|| nearest_year(anchors.published?, number, day));
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

/// The year that puts a day without one closest to the publication date.
fn nearest_year(published: Date, number: i8, day: Option<i8>) -> Option<i16> {
    let candidates = [-1, 0, 1].map(|step| published.year() + step);
    let distance = |date: Date| match (date - published).get_days() {
        ahead if ahead > 0 => ahead * TO_COME_WEIGHS,
        back => -back,
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

/// A number of four digits that nothing counts or measures.
fn bare_year(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    let found = year_at(text, at)?;
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let led = matches!(
        before,
        "in" | "since" | "until" | "from" | "by" | "early" | "late" | "of" | "during"
    );
    let counts = matches!(text.kind(at + 1), Some(Kind::Word | Kind::Number))
        && text.word(at + 1).ends_with('s')
        && !matches!(text.word(at + 1), "was" | "is" | "has" | "as" | "'s");
    let marked = matches!(
        before,
        "$" | "#"
            | "£"
            | "€"
            | "no."
            | "about"
            | "some"
            | "nearly"
            | "over"
            | "than"
            | "-"
            | "/"
            | "."
            | "+"
    ) || matches!(
        text.word(at + 1),
        "%" | "-" | "/" | "percent" | "people" | "million"
    );
    let modern = (1900..=2050).contains(&found);
    if !led && (counts || marked || !modern) || led && counts && !modern {
        return None;
    }
    Some(of_year(at, found, anchors))
}

/// "nineteen ninety-six", as it is spoken.
pub(super) fn spoken_year(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    if text.word(at) != "nineteen" {
        return None;
    }
    let tens = match text.word(at + 1) {
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        "sixty" => 60,
        "seventy" => 70,
        "eighty" => 80,
        "ninety" => 90,
        _ => return None,
    };
    let dash = usize::from(text.word(at + 2) == "-");
    let ones = ONES.iter().position(|one| *one == text.word(at + 2 + dash));
    let (ones, end) = match ones {
        Some(ones) => (i16::try_from(ones).ok()? + 1, at + 3 + dash),
        None => (0, at + 2),
    };
    let found = of_year(at, 1900 + tens + ones, anchors);
    Some(Resolved {
        tokens: at..end,
        ..found
    })
}

const ONES: [&str; 9] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];

fn of_year(at: usize, found: i16, anchors: &Anchors) -> Resolved {
    Resolved {
        tokens: at..at + 1,
        kind: TimeKind::Date,
        timex: format!("{found}"),
        when: year(found, anchors.zone),
        day: None,
        rule: "en.time.year",
    }
}
