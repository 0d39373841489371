//! English dates by calendar: "24 February 2022", "Feb. 25th", "March 2022", "3 JAN 90".

use super::ahead::looks_ahead;
use super::words::{MONTHS, WEEKDAYS};
use super::year::{bare_year, of_year, spoken};
use crate::text::{Kind, Text};
use crate::time::written::{any_year_at, dated, day, nearest_short_year, numeric, year_at};
use crate::time::{Anchors, Resolved};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let start = match WEEKDAYS.at(text, at, limit) {
        Some(_) if text.word(at + 1) == "," => at + 2,
        Some(_) if text.word(at + 1) != "." => at + 1,
        _ => at,
    };
    let mut found = numeric(text, start, limit, anchors)
        .or_else(|| of_range(text, start, limit, anchors))
        .or_else(|| end_of_range(text, start, limit, anchors))
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

/// Past "st", "nd", "rd", "th" written against the number; a slip of one letter is forgiven.
fn past_ordinal(text: &Text, at: usize) -> usize {
    let suffix = matches!(text.word(at), "st" | "nd" | "rd" | "th" | "h" | "t");
    if suffix && text.is_glued(at) {
        at + 1
    } else {
        at
    }
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
    let (year, end) = year_after(text, end, anchors);
    let ahead = looks_ahead(text, at);
    dated(at..end, year, *named.value, Some(day), ahead, anchors)
}

/// "February 25", "Feb. 25th, 2022", "March 2022", "March".
fn month_day(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let named = MONTHS.at(text, at, limit).filter(|_| text.is_capital(at))?;
    let after = past_abbreviation(text, at, limit);
    let spoken = || spoken(text, after);
    if let Some((year, end)) = year_at(text, after)
        .map(|year| (year, after + 1))
        .or_else(spoken)
    {
        return dated(at..end, Some(year), *named.value, None, false, anchors);
    }
    let Some(day) = day(text, after) else {
        return bare_month(text, at, after, *named.value, anchors);
    };
    let (year, end) = year_after(text, past_ordinal(text, after + 1), anchors);
    let ahead = looks_ahead(text, at);
    dated(at..end, year, *named.value, Some(day), ahead, anchors)
}

/// Past "February" or "Feb."
fn past_abbreviation(text: &Text, at: usize, _limit: usize) -> usize {
    let whole = matches!(text.word(at), "may" | "june" | "july");
    let short = text.word(at).len() <= 4 && !whole;
    if short {
        past(text, at + 1, ".")
    } else {
        at + 1
    }
}

fn year_after(text: &Text, at: usize, anchors: &Anchors) -> (Option<i16>, usize) {
    let start = past(text, at, ",");
    let old = || any_year_at(text, at).filter(|_| start == at);
    match year_at(text, start).or_else(old) {
        Some(year) => (Some(year), start + 1),
        None => {
            let other = short_year(text, at, anchors).or_else(|| near_year(text, at, anchors));
            other.map_or((None, at), |(year, end)| (Some(year), end))
        }
    }
}

/// "last year", "this year" after a day.
pub(super) fn near_year(text: &Text, at: usize, anchors: &Anchors) -> Option<(i16, usize)> {
    let step = match (text.word(at), text.word(at + 1)) {
        ("this", "year") => 0,
        ("last", "year") => -1,
        ("next", "year") => 1,
        _ => return None,
    };
    Some((anchors.today()?.year() + step, at + 2))
}

/// "30 DEC 89", "3 January '90": two digits that nothing after them counts.
fn short_year(text: &Text, at: usize, anchors: &Anchors) -> Option<(i16, usize)> {
    let quoted = usize::from(matches!(text.word(at), "'" | "’" | "‘"));
    let raw = text.raw(at + quoted);
    let two = text.kind(at + quoted) == Some(Kind::Number) && raw.len() == 2;
    let after = text.word(at + quoted + 1);
    let goes_on = matches!(
        after,
        "the"
            | "that"
            | "and"
            | "at"
            | "in"
            | "on"
            | "by"
            | "from"
            | "to"
            | "when"
            | "near"
            | "after"
    );
    let counts = text.kind(at + quoted + 1) == Some(Kind::Word) && !goes_on || after == "%";
    let shouted = at > 0
        && text
            .raw(at - 1)
            .chars()
            .all(|c| c.is_uppercase() || c == '.');
    if !two || quoted == 0 && (counts || !shouted) {
        return None;
    }
    let year = nearest_short_year(raw.parse().ok()?, anchors)?;
    Some((year, at + quoted + 1))
}

/// The first day of "3-5 May", "from 3 to 5 May" and of "May 3-5" the last: each with the month
/// that stands once.
pub(super) fn of_range(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &Anchors,
) -> Option<Resolved> {
    let first = day(text, at)?;
    let joint = past_ordinal(text, at + 1);
    if !joins(text, at, joint) || joint + 1 >= limit {
        return None;
    }
    let last = day(text, joint + 1).filter(|last| *last > first)?;
    let whole = day_month(text, joint + 1, limit, anchors)?
        .day
        .filter(|day| day.day() == last)?;
    Resolved::on_day(at..joint, whole.with().day(first).build().ok()?, anchors)
}

/// "5" after "May 3 -": the same month and year.
pub(super) fn end_of_range(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &Anchors,
) -> Option<Resolved> {
    let last = day(text, at).filter(|_| at < limit)?;
    let first = at.checked_sub(2)?;
    let end = past_ordinal(text, at + 1);
    let counts =
        matches!(text.kind(end), Some(Kind::Word | Kind::Number)) && text.word(end) != "and";
    let month = (0..=2).any(|back| {
        let named = first
            .checked_sub(back)
            .and_then(|i| MONTHS.at(text, i, limit));
        named.is_some()
    });
    if !month || counts && year_at(text, end).is_none() || !joins(text, first, at - 1) {
        return None;
    }
    let told = anchors
        .last_day
        .filter(|day| Some(day.day()) == self::day(text, first))?;
    let (year, end) = year_after(text, end, anchors);
    let date = told
        .with()
        .day(last)
        .year(year.unwrap_or(told.year()))
        .build()
        .ok()?;
    (date > told || year.is_some())
        .then(|| Resolved::on_day(at..end, date, anchors))
        .flatten()
}

fn joins(text: &Text, first: usize, joint: usize) -> bool {
    let lead = first.checked_sub(1).map_or("", |i| text.word(i));
    match text.word(joint) {
        "-" | "–" | "—" | "through" | "to" | "until" => true,
        "and" => lead == "between" || first > 1 && text.word(first - 2) == "between",
        _ => false,
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
        let ahead = looks_ahead(text, at);
        dated(at..at + 1, None, *named.value, None, ahead, anchors)
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
    if let Some((year, end)) = near_year(text, end, anchors) {
        return dated(at..end, Some(year), number, None, false, anchors);
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
    // "Jan Novak", "and Mar": a short form alone is a name; capitals throughout tell nothing.
    let short =
        text.word(at).len() <= 3 && word && text.word(at) != "may" && text.word(at + 1) != ".";
    let shouted =
        text.all_capitals && word && !matches!(before, "in" | "since" | "last" | "of" | "during");
    if !led && (word || name) || short && text.is_capital(end) || shouted {
        return None;
    }
    let ahead = looks_ahead(text, at);
    dated(at..end, None, number, None, ahead, anchors)
}
