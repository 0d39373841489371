//! The head of a wire report: "PORT CITY, 3 MAR 22 (AGENCY) --". Says where and when it was
//! written; what follows it is the report.

use std::ops::Range;

use jiff::civil::Date;

use crate::text::{Kind, Text};
use crate::time::MONTHS;

/// A dateline before it is tied to the reading's places.
#[derive(Clone, Debug)]
pub(crate) struct DatelineFound {
    /// Everything before the report's first word, labels in brackets included.
    pub tokens: Range<usize>,
    pub place: Range<usize>,
    pub date: Option<Date>,
}

/// A place's name with its country is no longer.
const LONGEST_PLACE_TOKENS: usize = 9;
/// Place, date and agency together.
const LONGEST_HEAD_TOKENS: usize = 30;
/// Words in brackets behind the dash: "[report] [by the station's correspondent]".
const LONGEST_LABEL_TOKENS: usize = 60;

/// The dateline a text opens with; `published` gives the year where the dateline has none.
pub(crate) fn dateline(text: &Text, published: Option<Date>) -> Option<DatelineFound> {
    let limit = text.tokens.len().min(LONGEST_HEAD_TOKENS);
    let start = (0..limit).find(|i| text.kind(*i) != Some(Kind::Break))?;
    let place_end = place_end(text, start, limit)?;
    let mut at = place_end;
    let (mut date, mut dated) = (None, false);
    if text.word(at) == "," {
        let (end, told) = day(text, at + 1, published)?;
        (at, date, dated) = (end, told, true);
    }
    // "(AGENCY)": a name, not a remark such as "(200 metres long)".
    let agency = text.word(at) == "(" && text.is_capital(at + 1);
    if agency {
        at = (at..limit).find(|i| text.word(*i) == ")")? + 1;
    }
    let end = past_dash(text, at).filter(|_| dated || agency)?;
    Some(DatelineFound {
        tokens: start..past_labels(text, end),
        place: start..place_end,
        date,
    })
}

/// Capitalised words, and a country in brackets.
fn place_end(text: &Text, start: usize, limit: usize) -> Option<usize> {
    let mut at = start;
    while at < limit && text.is_capital(at) {
        at += 1;
    }
    let named = at > start && at - start <= LONGEST_PLACE_TOKENS;
    // "(AGENCY)" right behind the place is told from "(COUNTRY)" by the comma that follows.
    let country = (at..limit)
        .find(|i| text.word(*i) == ")")
        .filter(|close| text.word(at) == "(" && text.word(close + 1) == ",");
    named.then(|| country.map_or(at, |close| close + 1))
}

/// "3 MAR 22", "3 March 2022", "March 3", "no date": where it ends and the day it gives.
fn day(text: &Text, at: usize, published: Option<Date>) -> Option<(usize, Option<Date>)> {
    if text.word(at) == "no" && text.word(at + 1) == "date" {
        return Some((at + 2, None));
    }
    let number = |i: usize| {
        text.raw(i)
            .parse::<i8>()
            .ok()
            .filter(|day| (1..=31).contains(day))
    };
    let month = |i: usize| MONTHS.at(text, i, i + 1).map(|month| *month.value);
    let (day, month) = number(at)
        .zip(month(at + 1))
        .or_else(|| number(at + 1).zip(month(at)))?;
    let after = at + 2 + usize::from(matches!(text.word(at + 2), "," | "."));
    let (end, year) = match year(text, after) {
        Some(year) => (after + 1, Some(year)),
        None => (at + 2, published.map(Date::year)),
    };
    Some((end, year.and_then(|year| Date::new(year, month, day).ok())))
}

/// Two digits are of the last century from here on, of this one before.
const FIRST_OF_LAST_CENTURY: i16 = 70;

fn year(text: &Text, at: usize) -> Option<i16> {
    let raw = text.raw(at);
    let year: i16 = raw
        .parse()
        .ok()
        .filter(|_| text.kind(at) == Some(Kind::Number))?;
    match raw.len() {
        4 => Some(year),
        2 if year >= FIRST_OF_LAST_CENTURY => Some(1900 + year),
        2 => Some(2000 + year),
        _ => None,
    }
}

fn past_dash(text: &Text, at: usize) -> Option<usize> {
    let dash = |i: usize| matches!(text.word(i), "-" | "–" | "—");
    let end = at + 1 + usize::from(dash(at + 1) && text.is_glued(at + 1));
    (dash(at) && !text.is_glued(at)).then_some(end)
}

/// Past "[REPORT] [TEXT]".
fn past_labels(text: &Text, mut at: usize) -> usize {
    while text.word(at) == "[" {
        let limit = text.tokens.len().min(at + LONGEST_LABEL_TOKENS);
        match (at..limit).find(|i| text.word(*i) == "]") {
            Some(close) => at = close + 1,
            None => break,
        }
    }
    at
}

/// Parts the report's first sentence from the dateline before it.
pub(crate) fn part(text: &mut Text, dateline: &DatelineFound) {
    let at = dateline.tokens.end;
    let Some(index) = text
        .sentences
        .iter()
        .position(|sentence| sentence.tokens.start < at && at < sentence.tokens.end)
    else {
        return;
    };
    let whole = text.sentences[index].tokens.clone();
    let head = text.span(whole.start..at);
    let rest = text.span(at..whole.end);
    let mut report = text.sentences[index].clone();
    (report.tokens, report.span) = (at..whole.end, rest);
    let sentence = &mut text.sentences[index];
    (sentence.tokens, sentence.span) = (whole.start..at, head);
    text.sentences.insert(index + 1, report);
}
