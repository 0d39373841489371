//! English names of days: "Orthodox Easter", "Ukraine's Independence Day", "last Thanksgiving".

use super::ahead::looks_ahead;
use super::words::HOLIDAYS;
use super::{date, relative};
use crate::text::Text;
use crate::time::calendar::add_days;
use crate::time::written::year_at;
use crate::time::{Anchors, Resolved};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let steered = matches!(text.word(at), "last" | "this" | "next");
    let name = at + usize::from(steered);
    let found = HOLIDAYS
        .at(text, name, limit)
        .filter(|_| text.is_capital(name))?;
    let end = name + found.tokens;
    // "Easter week" is another stretch of time.
    if matches!(
        text.word(end),
        "week" | "eve" | "holiday" | "holidays" | "weekend" | "island" | "rising"
    ) {
        return None;
    }
    let led = usize::from(matches!(text.word(end), "," | "of" | "in"));
    let written = year_at(text, end + led).map(|year| (year, end + led + 1));
    let said = written
        .filter(|_| end + led < limit)
        .or_else(|| date::near_year(text, end, anchors));
    let end = said.map_or(end, |(_, end)| end);
    let said = said.map(|(year, _)| year);
    let ahead = looks_ahead(text, name);
    let feast = *found.value;
    let rule = "en.time.holiday";
    if !steered || said.is_some() {
        return Some(feast.resolved(at..end, said, ahead, anchors, rule));
    }
    let year = anchors.today().and_then(|today| {
        let this = feast.day(today.year())?;
        Some(match text.word(at) {
            "last" => today.year() - i16::from(this >= today),
            "next" => today.year() + i16::from(this <= today),
            _ => today.year(),
        })
    });
    Some(feast.resolved(at..end, year, ahead, anchors, rule))
}

/// "the eve of Independence Day", "the day after Christmas Day": a day beside one that has a name.
pub(super) fn beside(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let start = at + usize::from(text.word(at) == "the");
    let (step, name) = match (text.word(start), text.word(start + 1)) {
        ("eve", "of") => (-1, start + 2),
        ("day", "before") => (-1, start + 2),
        ("day", "after") => (1, start + 2),
        _ => return None,
    };
    let named = time(text, name, limit, anchors)
        .or_else(|| date::time(text, name, limit, anchors))
        .or_else(|| relative::weekday(text, name, limit, anchors))?;
    let day = named.day.and_then(|day| add_days(day, step));
    Some(Resolved {
        timex: day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string()),
        when: day.and_then(|day| crate::time::calendar::on(day, anchors.zone)),
        day,
        tokens: at..named.tokens.end,
        rule: "en.time.beside",
        ..named
    })
}
