//! Times relative to now or to what was told: "on Sunday", "last Thursday", "that day", "tonight".

use bearings_model::TimeKind;
use jiff::civil::Date;

use super::date;
use super::words::{MONTHS, PARTS, UNITS, WEEKDAYS};
use crate::text::{Kind, Text};
use crate::time::calendar::{
    self, DayPart, Unit, add_days, on, period, week, weekday_after, weekday_before,
};
use crate::time::{Anchors, Resolved};

const NIGHT: DayPart = DayPart {
    code: "TNI",
    from_hour: 18,
    hours: 12,
};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    weekday(text, at, limit, anchors)
        .or_else(|| told_day(text, at, anchors))
        .or_else(|| year_end(text, at, anchors))
        .or_else(|| led_period(text, at, anchors))
        .or_else(|| near_day(text, at, limit, anchors))
        .or_else(|| this_or_last(text, at, limit, anchors))
        .or_else(|| present(text, at))
}

pub(super) fn resolved(
    end: usize,
    at: usize,
    day: Option<Date>,
    anchors: &Anchors,
    rule: &'static str,
) -> Resolved {
    Resolved {
        tokens: at..end,
        kind: TimeKind::Date,
        timex: day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string()),
        when: day.and_then(|day| on(day, anchors.zone)),
        day,
        rule,
    }
}

/// Narrows a day to its morning, evening or night.
pub(super) fn in_part(
    mut found: Resolved,
    part: DayPart,
    end: usize,
    anchors: &Anchors,
) -> Resolved {
    found.tokens.end = end;
    found.kind = TimeKind::Time;
    found.timex.push_str(part.code);
    found.when = found
        .day
        .and_then(|day| part.on(day, anchors.zone))
        .or(found.when);
    found
}

fn with_part(text: &Text, found: Resolved, limit: usize, anchors: &Anchors) -> Resolved {
    let end = found.tokens.end;
    match PARTS.at(text, end, limit) {
        Some(part) => in_part(found, *part.value, end + 1, anchors),
        None => found,
    }
}

/// "on Sunday", "last Thursday", "next Monday", "early on Sunday", "Sunday morning".
pub(super) fn weekday(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let (step, name_at) = match (text.word(at), text.word(at + 1)) {
        ("this" | "the", "coming" | "next") => (Some(1), at + 2),
        ("this" | "the", "past" | "previous" | "last") => (Some(-1), at + 2),
        ("last", _) => (Some(-1), at + 1),
        ("next", _) => (Some(1), at + 1),
        ("this", _) => (None, at + 1),
        _ => (None, at),
    };
    let named = WEEKDAYS
        .at(text, name_at, limit)
        .filter(|_| text.is_capital(name_at) && !is_other_word(text, name_at))?;
    let wanted = *named.value;
    let day = anchors.today().and_then(|today| match step {
        Some(-1) => weekday_before(today, wanted, false),
        Some(_) => weekday_after(today, wanted),
        _ if today.weekday() == wanted => Some(today),
        _ if looks_ahead(text, name_at) => weekday_after(today, wanted),
        _ => weekday_before(today, wanted, true),
    });
    let mut found = resolved(name_at + 1, at, day, anchors, "en.time.weekday");
    if day.is_none() {
        found.timex = format!("XXXX-WXX-{}", wanted.to_monday_one_offset());
    }
    Some(with_part(text, found, limit, anchors))
}

/// "Sun" and "Sat" are names and verbs unless they look like an abbreviation.
fn is_other_word(text: &Text, at: usize) -> bool {
    let short = text.word(at).len() <= 3;
    let marked = matches!(text.word(at + 1), "." | ",") || text.kind(at + 1) == Some(Kind::Number);
    let comma = text.word(at + 1) == ",";
    let dated =
        text.kind(at + 2) == Some(Kind::Number) || MONTHS.at(text, at + 2, at + 3).is_some();
    short && (!marked || comma && !dated)
}

/// "On Friday the talks will begin": the verb stands after the time, before any mark.
fn will_follow(text: &Text, at: usize) -> bool {
    let words = at + 1..at + 1 + VERB_TOKENS / 2;
    let mut clause = words.take_while(|i| matches!(text.kind(*i), Some(Kind::Word | Kind::Number)));
    clause.any(|i| matches!(text.word(i), "will" | "shall" | "'ll"))
}

/// How far before a time its verb may stand.
const VERB_TOKENS: usize = 12;

/// The nearest verb before it speaks of what is to come.
pub(super) fn looks_ahead(text: &Text, at: usize) -> bool {
    if will_follow(text, at) {
        return true;
    }
    let from = at.saturating_sub(VERB_TOKENS);
    for i in (from..at).rev() {
        match text.word(i) {
            "expected" | "scheduled" | "planned" | "due" | "going" => {
                let past = |i| matches!(text.word(i), "was" | "were" | "been" | "had");
                return !(i > 0 && past(i - 1) || i > 1 && past(i - 2));
            }
            "will" | "'ll" | "shall" | "expects" | "upcoming" | "effective" => return true,
            "plans" | "plan" | "planning" if text.word(i + 1) == "to" => return true,
            "for" if i > 0 && text.word(i - 1) == "set" => return true,
            "to" if i > 0 && matches!(text.word(i - 1), "is" | "are" | "set") => return true,
            "as" if i > 0 && matches!(text.word(i - 1), "soon" | "early") => return true,
            "." | ";" | "said" | "was" | "were" | "had" | "told" | "began" | "came" | "did" => {
                return false;
            }
            _ => {}
        }
    }
    false
}

/// "that day", "the same day", "the next day", "the day before": counted from the day just told.
fn told_day(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    if let Some(found) = told_year(text, at, anchors) {
        return Some(found);
    }
    let (step, end) = match (text.word(at), text.word(at + 1), text.word(at + 2)) {
        ("that", "day" | "night" | "morning" | "evening" | "afternoon", _) => (0, at + 2),
        ("the", "same", "day") => (0, at + 3),
        ("the", "next" | "following", "day" | "morning" | "night" | "evening") => (1, at + 3),
        ("the", "previous", "day") => (-1, at + 3),
        // "the day before the talks" is counted from them.
        ("the", "day", "before") if text.kind(at + 3) != Some(Kind::Word) => (-1, at + 3),
        _ => return None,
    };
    let day = anchors.narrated_day().and_then(|day| add_days(day, step));
    let mut found = resolved(end, at, day, anchors, "en.time.told_day");
    if let Some(part) = PARTS.at(text, end - 1, end) {
        found = in_part(found, *part.value, end, anchors);
    }
    Some(found)
}

/// "that year", "the following year": counted from the year just told.
fn told_year(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    let (step, end) = match (text.word(at), text.word(at + 1), text.word(at + 2)) {
        ("that", "year", _) => (0, at + 2),
        ("the", "same", "year") => (0, at + 3),
        ("the", "following", "year") => (1, at + 3),
        ("the", "previous", "year") => (-1, at + 3),
        _ => return None,
    };
    let year = anchors.year.map(|year| year + step);
    Some(Resolved {
        tokens: at..end,
        kind: TimeKind::Date,
        timex: year.map_or("XXXX".to_owned(), |year| format!("{year:04}")),
        when: year.and_then(|year| calendar::year(year, anchors.zone)),
        day: None,
        rule: "en.time.told_year",
    })
}

/// "year-end", "the year's end": the last day of the year.
fn year_end(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
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
fn led_period(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
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

/// "today", "yesterday evening", "tonight", "overnight".
fn near_day(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let today = anchors.today();
    let shifted = |days| today.and_then(|today| add_days(today, days));
    let found = match text.word(at) {
        "today" => resolved(at + 1, at, today, anchors, "en.time.today"),
        "yesterday" => resolved(at + 1, at, shifted(-1), anchors, "en.time.today"),
        "tomorrow" => resolved(at + 1, at, shifted(1), anchors, "en.time.today"),
        "tonight" => {
            let found = resolved(at + 1, at, today, anchors, "en.time.tonight");
            return Some(in_part(found, NIGHT, at + 1, anchors));
        }
        "overnight" => {
            // The night that ended on the day of the text.
            let found = resolved(at + 1, at, shifted(-1), anchors, "en.time.overnight");
            return Some(in_part(found, NIGHT, at + 1, anchors));
        }
        _ => return None,
    };
    Some(with_part(text, found, limit, anchors))
}

/// "this morning", "last night", "last week", "this month", "next year".
fn this_or_last(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let step: i64 = match text.word(at) {
        "this" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    if let Some(part) = PARTS
        .at(text, at + 1, limit)
        .filter(|_| step == 0 || text.word(at + 1) == "night")
    {
        let day = anchors.today().and_then(|today| add_days(today, step));
        let found = resolved(at + 2, at, day, anchors, "en.time.part_of_day");
        return Some(in_part(found, *part.value, at + 2, anchors));
    }
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

/// "now", "recently": references without a date.
fn present(text: &Text, at: usize) -> Option<Resolved> {
    let near = usize::from(matches!(text.word(at + 1), "near" | "foreseeable"));
    let (timex, end) = match text.word(at) {
        "now" | "currently" => ("PRESENT_REF", at + 1),
        "these" if text.word(at + 1) == "days" => ("PRESENT_REF", at + 2),
        "current" if text.word(at + 1) != "-" => ("PRESENT_REF", at + 1),
        "recently" => ("PAST_REF", at + 1),
        "the" if text.word(at + 1 + near) == "future" => ("FUTURE_REF", at + 2 + near),
        "the" if is_past(text, at) => ("PAST_REF", at + 2),
        _ => return None,
    };
    Some(Resolved {
        tokens: at..end,
        kind: TimeKind::Date,
        timex: timex.to_owned(),
        when: None,
        day: None,
        rule: "en.time.reference",
    })
}

/// "in the past", with nothing after it that it would belong to.
fn is_past(text: &Text, at: usize) -> bool {
    let led = at > 0 && matches!(text.word(at - 1), "in" | "of" | "from");
    let clause = matches!(
        text.word(at + 2),
        "that" | "it" | "he" | "she" | "they" | "we" | "has" | "have" | "had" | "and" | "to"
    );
    led && text.word(at + 1) == "past"
        && text.kind(at + 2) != Some(Kind::Number)
        && (clause || !matches!(text.kind(at + 2), Some(Kind::Word)))
}
