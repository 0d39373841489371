//! English times counted from what was told before: "that day", "the next day", "that year".

use bearings_model::TimeKind;

use super::relative::{in_part, resolved};
use super::words::PARTS;
use crate::text::{Kind, Text};
use crate::time::calendar::{self, add_days};
use crate::time::{Anchors, Resolved};

/// "that day", "the same day", "the next day", "the day before": counted from the day just told.
pub(super) fn told_day(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
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
