//! Parts of a day that stand before it or alone: "the morning of 24 February", "at dawn",
//! "overnight into Sunday".

use super::words::PARTS;
use super::{date, relative};
use crate::text::{Kind, Text};
use crate::time::calendar::{DayPart, add_days};
use crate::time::{Anchors, Resolved};

const NIGHT: DayPart = DayPart {
    code: "TNI",
    from_hour: 18,
    hours: 12,
};
const DAWN: DayPart = DayPart {
    code: "TMO",
    from_hour: 3,
    hours: 6,
};
const DUSK: DayPart = DayPart {
    code: "TEV",
    from_hour: 15,
    hours: 8,
};

pub(super) fn of_day(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    into_day(text, at, limit, anchors)
        .or_else(|| before_day(text, at, limit, anchors))
        .or_else(|| alone(text, at, limit, anchors))
}

/// The day named at a token: by calendar or weekday.
fn day(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    date::time(text, at, limit, anchors)
        .or_else(|| relative::weekday(text, at, limit, anchors))
        .filter(|found| found.timex.len() == 10)
}

/// "overnight into Sunday": the night before it.
fn into_day(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    if text.word(at) != "overnight" || !matches!(text.word(at + 1), "into" | "to") {
        return None;
    }
    let last = day(text, at + 2, limit, anchors)?;
    let end = last.tokens.end;
    let night = last.day.and_then(|day| add_days(day, -1));
    let found = relative::resolved(end, at, night, anchors, "en.time.overnight");
    Some(relative::in_part(found, NIGHT, end, anchors))
}

/// "the morning of 24 February", "the evening of Friday"; "dawn on Sunday".
fn before_day(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let start = at + usize::from(text.word(at) == "the");
    let part = part(text, start, limit)?;
    // "a great night on Saturday" is no part of the day.
    let led = start > at || matches!(text.word(start), "dawn" | "dusk");
    if !led || !matches!(text.word(start + 1), "of" | "on") {
        return None;
    }
    let mut found = day(text, start + 2, limit, anchors)?;
    let end = found.tokens.end;
    found.tokens.start = at;
    found.rule = "en.time.part_of_day";
    Some(relative::in_part(found, part, end, anchors))
}

/// "in the morning", "at night", "at dawn": of the day told of, or of the text's.
fn alone(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let start = at + usize::from(text.word(at) == "the");
    let led = match text.word(start) {
        "dawn" | "dusk" => matches!(before, "at" | "before" | "after" | "since" | "until"),
        "morning" | "afternoon" | "evening" => before == "in" && start > at,
        "night" => before == "at" && start == at,
        _ => false,
    };
    if !led || is_named(text, start + 1) {
        return None;
    }
    let part = part(text, start, limit)?;
    // "at night" is as often every night as one.
    let told = anchors.narrated_day().or_else(|| anchors.today());
    let day = told.filter(|_| part.code != "TNI");
    let found = relative::resolved(start + 1, at, day, anchors, "en.time.part_of_day");
    Some(relative::in_part(found, part, start + 1, anchors))
}

/// "the morning meetings", "the dawn of the war": what follows makes it another thing.
fn is_named(text: &Text, after: usize) -> bool {
    let goes_on = matches!(
        text.word(after),
        "and"
            | "but"
            | "when"
            | "while"
            | "as"
            | "before"
            | "after"
            | "by"
            | "at"
            | "in"
            | "near"
            | "on"
            | "from"
            | "until"
            | "with"
            | "they"
            | "he"
            | "she"
            | "it"
            | "we"
            | "the"
            | "to"
    );
    text.kind(after) == Some(Kind::Word) && !goes_on
}

fn part(text: &Text, at: usize, limit: usize) -> Option<DayPart> {
    match text.word(at) {
        "dawn" => Some(DAWN),
        "dusk" => Some(DUSK),
        _ => PARTS.at(text, at, limit).map(|part| *part.value),
    }
}
