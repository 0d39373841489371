//! English years alone: "in 2016", "nineteen ninety-six".

use bearings_model::TimeKind;

use crate::text::{Kind, Text};
use crate::time::calendar::year;
use crate::time::written::year_at;
use crate::time::{Anchors, Resolved};

/// A number of four digits that nothing counts or measures.
pub(super) fn bare_year(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
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
    let (year, end) = spoken(text, at)?;
    Some(Resolved {
        tokens: at..end,
        ..of_year(at, year, anchors)
    })
}

pub(super) fn spoken(text: &Text, at: usize) -> Option<(i16, usize)> {
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
    Some((1900 + tens + ones, end))
}

const ONES: [&str; 9] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
];

pub(super) fn of_year(at: usize, found: i16, anchors: &Anchors) -> Resolved {
    Resolved {
        tokens: at..at + 1,
        kind: TimeKind::Date,
        timex: format!("{found}"),
        when: year(found, anchors.zone),
        day: None,
        rule: "en.time.year",
    }
}
