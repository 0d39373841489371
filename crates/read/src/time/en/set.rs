//! English times that come again: "every few hours", "daily", "on Mondays", "twice a week".

use bearings_model::TimeKind;

use super::duration::{is_rate, length};
use super::words::{EVERY_WEEKDAY, PARTS, UNITS, WEEKDAYS};
use crate::text::Text;
use crate::time::Resolved;

/// "every few hours", "every day", "daily", "every Monday", "on Fridays", "twice a week".
pub(super) fn set(text: &Text, at: usize, limit: usize) -> Option<Resolved> {
    let (timex, end) = match text.word(at) {
        "daily" | "nightly" => ("P1D".to_owned(), at + 1),
        "hourly" => ("PT1H".to_owned(), at + 1),
        "weekly" => ("P1W".to_owned(), at + 1),
        "monthly" => ("P1M".to_owned(), at + 1),
        "annually" if !is_rate(text, at) => ("P1Y".to_owned(), at + 1),
        "every" | "each" => every(text, at + 1, limit)?,
        "once" | "twice" => times(text, at + 1, limit)?,
        _ if text.word(at + 1) == "times" => times(text, at + 2, limit)?,
        _ => weekdays(text, at, limit)?,
    };
    Some(Resolved {
        tokens: at..end,
        kind: TimeKind::Set,
        timex,
        when: None,
        day: None,
        rule: "en.time.set",
    })
}

fn every(text: &Text, at: usize, limit: usize) -> Option<(String, usize)> {
    if let Some(unit) = UNITS.at(text, at, limit) {
        return Some((unit.value.iso("1"), at + 1));
    }
    if let Some(day) = WEEKDAYS
        .at(text, at, limit)
        .filter(|_| text.word(at).len() > 3)
    {
        let (part, end) = match PARTS.at(text, at + 1, limit) {
            Some(part) => (part.value.code, at + 2),
            None => ("", at + 1),
        };
        let number = day.value.to_monday_one_offset();
        return Some((format!("XXXX-WXX-{number}{part}"), end));
    }
    if let Some(part) = PARTS.at(text, at, limit) {
        return Some((format!("XXXX-XX-XX{}", part.value.code), at + 1));
    }
    if matches!(text.word(at), "few" | "other" | "second") {
        let unit = *UNITS.at(text, at + 1, limit)?.value;
        let count = if text.word(at) == "few" { "X" } else { "2" };
        return Some((unit.iso(count), at + 2));
    }
    let length = length(text, at, limit)?;
    Some((length.iso, length.end))
}

/// "a day" after "twice", "an hour" after "three times".
fn times(text: &Text, at: usize, limit: usize) -> Option<(String, usize)> {
    let article = matches!(text.word(at), "a" | "an" | "every" | "each");
    let unit = UNITS.at(text, at + 1, limit).filter(|_| article)?;
    Some((unit.value.iso("1"), at + 2))
}

fn weekdays(text: &Text, at: usize, limit: usize) -> Option<(String, usize)> {
    let day = EVERY_WEEKDAY.at(text, at, limit)?.value;
    Some((format!("XXXX-WXX-{}", day.to_monday_one_offset()), at + 1))
}
