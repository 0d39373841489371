//! English weeks, months and years by their place: "last week", "this year", "year-end", "the
//! full year", "last November".

use bearings_model::TimeKind;
use jiff::civil::Date;

use super::date;
use super::relative::resolved;
use super::words::{MONTHS, UNITS};
use crate::text::{Kind, Text};
use crate::time::calendar::{self, Unit, period, week};
use crate::time::{Anchors, Resolved};

/// "year-end", "the year's end": the last day of the year.
pub(super) fn year_end(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    let start = at + usize::from(text.word(at) == "the");
    let end = match (text.word(start), text.word(start + 1), text.word(start + 2)) {
        ("year", "-" | "'s", "end") => start + 3,
        ("year", "end", _) => start + 2,
        _ => return None,
    };
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let step = i16::from(matches!(before, "since" | "from" | "after"));
    let day = anchors
        .today()
        .and_then(|today| Date::new(today.year() - step, 12, 31).ok());
    Some(resolved(end, at, day, anchors, "en.time.period"))
}

/// "for the year", "of the week": the one the text was published in.
pub(super) fn led_period(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let led = matches!(
        before,
        "for" | "in" | "of" | "through" | "throughout" | "during"
    );
    let current = text.word(at + 1) == "current";
    let dated = text.word(at + 1) == "week" && text.word(at + 2) == "of";
    the_period(text, at, anchors).filter(|_| led || current || dated)
}

/// "the year", "the full year", "the week"; a year that "ended" on some day is one year long.
pub(super) fn the_period(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    let current = usize::from(text.word(at + 1) == "current");
    let whole = matches!(text.word(at + 1 + current), "full" | "whole" | "fiscal");
    let unit_at = at + 1 + current + usize::from(whole);
    let unit = match text.word(unit_at) {
        "year" => Unit::Year,
        "month" => Unit::Month,
        "week" => Unit::Week,
        _ => return None,
    };
    let after = text.word(unit_at + 1);
    let dated = (after == "of" && unit == Unit::Week)
        .then(|| date::time(text, unit_at + 2, text.tokens.len(), anchors))
        .flatten();
    if let Some((day, end)) = dated.and_then(|found| Some((found.day?, found.tokens.end))) {
        let (timex, when) = week(day, 0, anchors.zone)?;
        return Some(Resolved {
            timex,
            when: Some(when),
            ..resolved(end, at, None, anchors, "en.time.period")
        });
    }
    let other = matches!(
        after,
        "-" | "of" | "before" | "after" | "earlier" | "ago" | "since" | "when"
    ) || text.kind(unit_at + 1) == Some(Kind::Number);
    if text.word(at) != "the" || other {
        return None;
    }
    let ended = matches!(after, "ended" | "ending");
    let (timex, when) = if ended {
        (unit.iso("1"), None)
    } else {
        period(anchors.today(), unit, 0, anchors.zone)?
    };
    Some(Resolved {
        tokens: at..unit_at + 1,
        kind: if ended {
            TimeKind::Duration
        } else {
            TimeKind::Date
        },
        timex,
        // A business year is not the calendar's.
        when: when.filter(|_| text.word(unit_at - 1) != "fiscal"),
        day: None,
        rule: "en.time.period",
    })
}

/// "last week", "this month", "next year", "last November".
pub(super) fn this_or_last(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &Anchors,
) -> Option<Resolved> {
    let step: i64 = match text.word(at) {
        "this" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    if let Some(found) = month_near(text, at, limit, step, anchors) {
        return Some(found);
    }
    let unit = *UNITS.at(text, at + 1, limit)?.value;
    let today = anchors.today();
    let (timex, when) = period(today, unit, step, anchors.zone)?;
    Some(Resolved {
        tokens: at..at + 2,
        kind: TimeKind::Date,
        timex,
        when,
        day: None,
        rule: "en.time.period",
    })
}

/// "last November", "this September", "next May".
fn month_near(
    text: &Text,
    at: usize,
    limit: usize,
    step: i64,
    anchors: &Anchors,
) -> Option<Resolved> {
    let named = MONTHS.at(text, at + 1, limit)?;
    let number = *named.value;
    let after = at + 2 + usize::from(text.word(at + 2) == ".");
    if !text.is_capital(at + 1) || text.kind(after) == Some(Kind::Number) {
        return None;
    }
    let year = anchors.today().map(|today| match step {
        -1 => today.year() - i16::from(number >= today.month()),
        1 => today.year() + i16::from(number <= today.month()),
        _ => today.year(),
    });
    Some(Resolved {
        tokens: at..at + 2,
        kind: TimeKind::Date,
        timex: year.map_or(format!("XXXX-{number:02}"), |year| {
            format!("{year}-{number:02}")
        }),
        when: year.and_then(|year| calendar::month(year, number, anchors.zone)),
        day: None,
        rule: "en.time.month",
    })
}
