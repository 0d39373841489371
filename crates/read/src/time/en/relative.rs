//! Times relative to now or to what was told: "on Sunday", "last Thursday", "that day", "tonight".

use bearings_model::TimeKind;
use jiff::civil::Date;

use super::ahead::looks_ahead;
use super::words::{MONTHS, PARTS, WEEKDAYS};
use super::{period, told};
use crate::text::{Kind, Text};
use crate::time::calendar::{DayPart, add_days, on, weekday_after, weekday_before};
use crate::time::{Anchors, Resolved};

const NIGHT: DayPart = DayPart {
    code: "TNI",
    from_hour: 18,
    hours: 12,
};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    weekday(text, at, limit, anchors)
        .or_else(|| told::told_day(text, at, anchors))
        .or_else(|| period::year_end(text, at, anchors))
        .or_else(|| period::led_period(text, at, anchors))
        .or_else(|| near_day(text, at, limit, anchors))
        .or_else(|| part_near(text, at, limit, anchors))
        .or_else(|| period::this_or_last(text, at, limit, anchors))
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

/// "this morning", "last night".
fn part_near(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let step: i64 = match text.word(at) {
        "this" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    let part = PARTS
        .at(text, at + 1, limit)
        .filter(|_| step == 0 || text.word(at + 1) == "night")?;
    let day = anchors.today().and_then(|today| add_days(today, step));
    let found = resolved(at + 2, at, day, anchors, "en.time.part_of_day");
    Some(in_part(found, *part.value, at + 2, anchors))
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
