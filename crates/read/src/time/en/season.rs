//! Seasons, weekends, decades and centuries: "last fall", "the summer of 1998", "the weekend",
//! "the 1990s", "the 19th century".

use bearings_model::{TimeKind, When};

use super::event_day::ordinal;
use super::year::spoken;
use crate::text::{Kind, Text};
use crate::time::calendar::{season, weekend as weekend_of, years};
use crate::time::written::{any_year_at, year_at};
use crate::time::{Anchors, Resolved};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let start = at + usize::from(text.word(at) == "the");
    decade(text, at, start, anchors)
        .or_else(|| century(text, at, start, anchors))
        .or_else(|| weekend(text, at, limit, anchors))
        .or_else(|| of_year(text, at, limit, anchors))
}

fn made(at: usize, end: usize, timex: String, when: Option<When>) -> Resolved {
    Resolved {
        tokens: at..end,
        kind: TimeKind::Date,
        timex,
        when,
        day: None,
        rule: "en.time.season",
    }
}

/// "1990s": the number with its "s".
fn decade(text: &Text, at: usize, start: usize, anchors: &Anchors) -> Option<Resolved> {
    let plural = text.word(start + 1) == "s" && text.is_glued(start + 1);
    if !plural {
        return short_decade(text, at, start, anchors);
    }
    let Some(first) = any_year_at(text, start).filter(|year| year % 10 == 0) else {
        return short_decade(text, at, start, anchors);
    };
    let when = years(first, 10, anchors.zone);
    Some(made(at, start + 2, (first / 10).to_string(), when))
}

/// "the '80s": of the last century that has them behind the text.
fn short_decade(text: &Text, at: usize, start: usize, anchors: &Anchors) -> Option<Resolved> {
    let mark = usize::from(matches!(text.word(start), "'" | "’" | "‘"));
    let number = start + mark;
    let raw = text.raw(number);
    let two = text.kind(number) == Some(Kind::Number) && raw.len() == 2 && start > at;
    let tens: i16 = raw.parse().ok().filter(|tens| two && tens % 10 == 0)?;
    let plural = text.word(number + 1) == "s" && text.is_glued(number + 1);
    let own = anchors.published?.year();
    let this = own - own.rem_euclid(100) + tens;
    let first = if this > own { this - 100 } else { this };
    let when = years(first, 10, anchors.zone);
    plural.then(|| made(at, number + 2, (first / 10).to_string(), when))
}

fn century(text: &Text, at: usize, start: usize, anchors: &Anchors) -> Option<Resolved> {
    let (number, word) = ordinal(text, start)?;
    let number = i16::try_from(number).ok()?;
    let word = word + usize::from(text.word(word) == "-");
    let fits = text.word(word) == "century" && (2..=30).contains(&number);
    let first = fits.then(|| (number - 1) * 100)?;
    let when = years(first, 100, anchors.zone);
    Some(made(at, word + 1, format!("{:02}", number - 1), when))
}

/// "the weekend", "this weekend": the one nearest the text; "last", "next".
fn weekend(text: &Text, at: usize, _limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let past = usize::from(matches!(
        text.word(at + 1),
        "past" | "last" | "next" | "coming"
    ));
    if text.word(at + 1 + past) != "weekend" {
        return None;
    }
    let step = match (text.word(at), text.word(at + 1)) {
        ("the" | "this", "past" | "last") | ("last", _) => Some(-1),
        ("the" | "this", "next" | "coming") | ("next", _) => Some(1),
        ("the" | "this", _) => None,
        _ => return None,
    };
    let (timex, when) = weekend_of(anchors.today(), step, anchors.zone);
    Some(made(at, at + 2 + past, timex, when))
}

/// "last fall", "this summer", "the winter of 1998".
fn of_year(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let led = matches!(text.word(at), "last" | "this" | "next" | "the" | "that");
    let past = usize::from(led && matches!(text.word(at + 1), "past" | "coming"));
    let name = at + usize::from(led) + past;
    let code = match text.word(name) {
        "spring" => "SP",
        "summer" => "SU",
        "fall" | "autumn" => "FA",
        "winter" => "WI",
        _ => return None,
    };
    let of = usize::from(text.word(name + 1) == "of");
    let spoken = || spoken(text, name + 1 + of);
    let written = || Some((year_at(text, name + 1 + of)?, name + 2 + of));
    let stated = written().or_else(spoken).filter(|(_, end)| *end <= limit);
    // "the fall", "spring" alone are other words too.
    if stated.is_none() && (!led || text.word(at) == "the" && code != "SU" && code != "WI") {
        return None;
    }
    let end = stated.map_or(name + 1, |(_, end)| end);
    let year = stated.map(|(year, _)| year).or_else(|| {
        let today = anchors.today()?;
        let begins = match code {
            "SP" => 3,
            "SU" => 6,
            "FA" => 9,
            _ => 12,
        };
        Some(match text.word(at) {
            "last" => today.year() - i16::from(today.month() < begins + 3),
            "next" => today.year() + i16::from(today.month() >= begins),
            _ => today.year(),
        })
    });
    let when = year.and_then(|year| season(year, code, anchors.zone));
    let timex = year.map_or(format!("XXXX-{code}"), |year| format!("{year}-{code}"));
    Some(made(at, end, timex, when))
}
