//! Quarters and business years: "the third quarter", "third-quarter", "the year-ago quarter",
//! "the latest period", "fiscal 1989".

use bearings_model::TimeKind;

use super::ahead::looks_ahead;
use crate::text::Text;
use crate::time::calendar::{quarter, year};
use crate::time::written::year_at;
use crate::time::{Anchors, Resolved};

/// The rule of a quarter that later ones are counted from; one compared with it is none.
pub(in crate::time) const TOLD: &str = "en.time.quarter_named";

/// How many sentences a quarter stays the one that "the quarter" and "a year earlier" mean.
const TOLD_SENTENCES: usize = 12;

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    fiscal(text, at, anchors).or_else(|| of_year(text, at, limit, anchors))
}

/// "fiscal 1989": whose bounds are the firm's own, so none are given.
fn fiscal(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    let year = year_at(text, at + 1).filter(|_| text.word(at) == "fiscal")?;
    Some(Resolved {
        when: None,
        ..made(at..at + 2, format!("{year}"), None, anchors)
    })
}

/// What the words before "quarter" say.
#[derive(Default, PartialEq)]
struct Said {
    number: Option<i8>,
    year: Option<i16>,
    /// Years, or with `relative` quarters, from the one meant.
    years_back: i16,
    relative: Option<i16>,
    /// Years from the one of the text: "next year's first quarter".
    year_step: Option<i16>,
    ahead: bool,
    led: bool,
    latest: bool,
}

fn of_year(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let mut said = Said::default();
    let mut here = at;
    while here < limit.min(at + 7) {
        here = match text.word(here) {
            "quarter" => break,
            "period" if said.led && said.number.is_none() => break,
            _ => word(text, here, &mut said)?,
        };
    }
    let named = here < limit && (said.number.is_some() || said.led) && here > at;
    if !named || !matches!(text.word(here), "quarter" | "period") {
        return None;
    }
    let bare_period = text.word(here) == "period" && said.years_back == 0 && said.year.is_none();
    if bare_period && text.word(here - 1) != "latest" {
        return None;
    }
    let told = anchors.told_quarter().is_some();
    said.ahead = said.number.is_some() && looks_ahead(text, at);
    // The quarter of a town is none of a year.
    if said
        == (Said {
            led: true,
            ..Said::default()
        })
        && !told
        && !is_of_time(text, at, here)
    {
        return None;
    }
    // "the third-quarter loss": the article is the noun's.
    let joined = text.word(here - 1) == "-" && said.number.is_some();
    let from = if joined { here - 2 } else { at };
    let end = after(text, here + 1, &mut said);
    let (timex, when) = match place(&said, anchors) {
        Some((year, number)) => (format!("{year}-Q{number}"), Some((year, number))),
        None => ("XXXX-QX".to_owned(), None),
    };
    if when.is_none() && text.word(here) == "period" {
        return None;
    }
    let found = made(from..end, timex, when, anchors);
    let told = said.years_back == 0 && (said.number.is_some() || said.relative == Some(0));
    Some(Resolved {
        rule: if told { TOLD } else { found.rule },
        ..found
    })
}

/// "during the quarter", "the quarter ended".
fn is_of_time(text: &Text, at: usize, quarter: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    matches!(before, "for" | "during") || matches!(text.word(quarter + 1), "ended" | "ending")
}

/// Takes one word of the phrase; nothing when it is none.
fn word(text: &Text, at: usize, said: &mut Said) -> Option<usize> {
    let number = match text.word(at) {
        "first" => 1,
        "second" => 2,
        "third" => 3,
        "fourth" => 4,
        _ => 0,
    };
    if number > 0 && said.number.is_none() {
        said.number = Some(number);
        return Some(at + 1);
    }
    if text.word(at + 1) == "year" && text.word(at + 2) == "'s" {
        said.year_step = Some(match text.word(at) {
            "last" => -1,
            "this" => 0,
            "next" => 1,
            _ => return None,
        });
        said.led = true;
        return Some(at + 3);
    }
    match text.word(at) {
        "latest" => said.latest = true,
        "the" | "that" | "fiscal" | "comparable" | "corresponding" => {}
        "-" if said.number.is_some() || said.led => {}
        "this" | "current" => said.relative = Some(0),
        "last" | "previous" => said.relative = Some(-1),
        "next" => said.relative = Some(1),
        "year" if text.word(at + 1) == "-" && matches!(text.word(at + 2), "ago" | "earlier") => {
            said.years_back = 1;
            said.led = true;
            return Some(at + 3);
        }
        _ => said.year = Some(year_at(text, at).filter(|_| said.led)?),
    }
    said.led = true;
    Some(at + 1)
}

/// "of 1998", "of last year" after it.
fn after(text: &Text, at: usize, said: &mut Said) -> usize {
    let of = usize::from(matches!(text.word(at), "of" | "in"));
    if let Some(year) = year_at(text, at + of) {
        said.year = Some(year);
        return at + of + 1;
    }
    let step = match text.word(at + of) {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return at,
    };
    if text.word(at + of + 1) == "year" && said.number.is_some() {
        said.year_step = Some(step);
        return at + of + 2;
    }
    at
}

fn place(said: &Said, anchors: &Anchors) -> Option<(i16, i8)> {
    let told = anchors.told_quarter();
    let today = anchors.today();
    let number = said.number.or(told.map(|told| told.1));
    match (said.year, said.number, said.relative) {
        (Some(year), ..) => Some((year, number?)),
        _ if said.year_step.is_some() => Some((today?.year() + said.year_step?, number?)),
        (None, None, Some(step)) => {
            let today = today?;
            let all = today.year() * 4 + i16::from(today.month() - 1) / 3 + step;
            Some((all.div_euclid(4), i8::try_from(all.rem_euclid(4)).ok()? + 1))
        }
        (None, Some(number), _) => {
            let today = today?;
            let begun = number * 3 - 2 <= today.month();
            let past = !begun && !said.ahead;
            Some((today.year() - i16::from(past) - said.years_back, number))
        }
        (None, None, None) if said.latest => {
            let today = today?;
            let before = today.year() * 4 + i16::from(today.month() - 1) / 3 - 1;
            let number = i8::try_from(before.rem_euclid(4)).ok()? + 1;
            let over = told.filter(|told| *told <= (before.div_euclid(4), number));
            over.or(Some((before.div_euclid(4), number)))
        }
        (None, None, None) => told.map(|(year, number)| (year - said.years_back, number)),
    }
}

fn made(
    tokens: std::ops::Range<usize>,
    timex: String,
    named: Option<(i16, i8)>,
    anchors: &Anchors,
) -> Resolved {
    Resolved {
        tokens,
        kind: TimeKind::Date,
        timex,
        when: named.and_then(|(year, number)| quarter(year, number, anchors.zone)),
        day: None,
        rule: "en.time.quarter",
    }
}

impl Anchors<'_> {
    /// The quarter the text speaks of.
    pub(super) fn told_quarter(&self) -> Option<(i16, i8)> {
        let (quarter, at) = self.quarter?;
        (self.sentence <= at + TOLD_SENTENCES).then_some(quarter)
    }
}

/// "year-earlier", "year-ago" alone before a noun: the quarter told, a year before it.
pub(super) fn year_before(text: &Text, at: usize, anchors: &Anchors) -> Option<Resolved> {
    let fits = text.word(at) == "year"
        && text.word(at + 1) == "-"
        && matches!(text.word(at + 2), "ago" | "earlier");
    if !fits {
        return None;
    }
    if let Some((year, number)) = anchors.told_quarter() {
        let timex = format!("{}-Q{number}", year - 1);
        return Some(made(at..at + 3, timex, Some((year - 1, number)), anchors));
    }
    let before = anchors.today()?.year() - 1;
    Some(Resolved {
        when: year(before, anchors.zone),
        ..made(at..at + 3, before.to_string(), None, anchors)
    })
}
