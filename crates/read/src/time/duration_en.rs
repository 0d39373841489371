//! Lengths of time, bare or counted from now: "three days", "1-3 day", "the last 12 hours",
//! "two weeks ago", "every few hours".

use bearings_model::{Amount, TimeKind, When};

use jiff::civil::Date;

use super::calendar::{Unit, add_days, days, midnight, on};
use super::en::en_words::UNITS;
use super::{Anchors, Resolved};
use crate::amount::en::amount;
use crate::text::Text;

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    set(text, at, limit)
        .or_else(|| counted_from_now(text, at, limit, anchors))
        .or_else(|| ago(text, at, limit, anchors))
        .or_else(|| bare(text, at, limit))
}

/// A number of units: how it is written in ISO 8601, its bounds in units, where it ends.
struct Length {
    unit: Unit,
    iso: String,
    low: Option<i64>,
    high: Option<i64>,
    end: usize,
}

/// "three days", "1-3 day", "several hours", "a week".
fn length(text: &Text, at: usize, limit: usize) -> Option<Length> {
    let single = matches!(text.word(at), "a" | "an") && UNITS.at(text, at + 1, limit).is_some();
    let (amount, after) = match single {
        true => (Amount::Exact { value: 1 }, at + 1),
        false => {
            let found = amount(text, at, limit)?;
            (found.amount, found.tokens.end)
        }
    };
    let at_unit = if matches!(text.word(after), "-" | "–") {
        after + 1
    } else {
        after
    };
    let unit = *UNITS.at(text, at_unit, limit)?.value;
    // "12-year-old" is an age.
    if text.word(at_unit + 1) == "-" || matches!(text.word(at_unit + 1), "old" | "year") {
        return None;
    }
    let iso = match (&amount, amount.low(), amount.high()) {
        (Amount::Vague { .. }, ..) | (_, None, None) => unit.iso("X"),
        (_, Some(low), Some(high)) if low != high => unit.iso(&format!("{low}-{high}")),
        // TIMEX3 writes the number said: "more than three years" is P3Y.
        (Amount::AtLeast { low }, ..) if is_beyond(text, at) => {
            unit.iso(&low.saturating_sub(1).to_string())
        }
        (Amount::AtMost { high }, ..) if is_short_of(text, at) => unit.iso(&(high + 1).to_string()),
        (_, low, high) => unit.iso(&low.or(high).unwrap_or_default().to_string()),
    };
    let count = |n: Option<u64>| n.and_then(|n| i64::try_from(n).ok());
    Some(Length {
        unit,
        iso,
        low: count(amount.low()),
        high: count(amount.high()),
        end: at_unit + 1,
    })
}

fn is_beyond(text: &Text, at: usize) -> bool {
    text.word(at) == "over" || text.word(at) == "more" && text.word(at + 1) == "than"
}

fn is_short_of(text: &Text, at: usize) -> bool {
    let than = matches!(text.word(at), "less" | "fewer") && text.word(at + 1) == "than";
    than || text.word(at) == "under"
}

/// "every few hours", "every day", "daily".
fn set(text: &Text, at: usize, limit: usize) -> Option<Resolved> {
    let (iso, end) = match text.word(at) {
        "daily" | "nightly" => ("P1D".to_owned(), at + 1),
        "hourly" => ("PT1H".to_owned(), at + 1),
        "weekly" => ("P1W".to_owned(), at + 1),
        "monthly" => ("P1M".to_owned(), at + 1),
        "every" | "each" => every(text, at + 1, limit)?,
        _ => return None,
    };
    Some(Resolved {
        tokens: at..end,
        kind: TimeKind::Set,
        timex: iso,
        when: None,
        day: None,
        rule: "en.time.set",
    })
}

fn every(text: &Text, at: usize, limit: usize) -> Option<(String, usize)> {
    if let Some(unit) = UNITS.at(text, at, limit) {
        return Some((unit.value.iso("1"), at + 1));
    }
    if text.word(at) == "few" {
        let unit = UNITS.at(text, at + 1, limit)?;
        return Some((unit.value.iso("X"), at + 2));
    }
    let length = length(text, at, limit)?;
    Some((length.iso, length.end))
}

#[derive(Clone, Copy)]
enum Side {
    Past,
    Coming,
}

/// "the last 12 hours", "the next three days", "recent days", "the coming days".
fn counted_from_now(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let start = if text.word(at) == "the" { at + 1 } else { at };
    let (side, vague) = match text.word(start) {
        "last" | "past" | "previous" => (Side::Past, false),
        "next" | "coming" | "following" => (Side::Coming, text.word(start) == "coming"),
        "recent" => (Side::Past, true),
        _ => return None,
    };
    if let Some(unit) = UNITS
        .at(text, start + 1, limit)
        .filter(|_| text.word(start + 1).ends_with('s'))
    {
        return Some(vague_window(at, start + 2, *unit.value, side, anchors));
    }
    if vague {
        return None;
    }
    let whole = UNITS.at(text, start + 1, limit);
    if let Some(unit) = whole.filter(|_| start > at && text.word(start) == "past") {
        let one = Length {
            unit: *unit.value,
            iso: unit.value.iso("1"),
            low: Some(1),
            high: Some(1),
            end: start + 2,
        };
        return Some(window(at, one, side, anchors));
    }
    let few = matches!(text.word(start + 1), "few" | "couple");
    if few {
        let skip = if text.word(start + 2) == "of" {
            start + 3
        } else {
            start + 2
        };
        let unit = UNITS.at(text, skip, limit)?;
        return Some(vague_window(at, skip + 1, *unit.value, side, anchors));
    }
    let length = length(text, start + 1, limit)?;
    Some(window(at, length, side, anchors))
}

/// "recent days": a reference to past or future, open at its far end.
fn vague_window(at: usize, end: usize, unit: Unit, side: Side, anchors: &Anchors) -> Resolved {
    let (timex, rule) = match side {
        Side::Past => ("PAST_REF", "en.time.recent"),
        Side::Coming => ("FUTURE_REF", "en.time.coming"),
    };
    let when = anchors.today().and_then(|today| {
        let midnight_today = midnight(today);
        let end_today = midnight(add_days(today, 1)?);
        // More than one unit, so the far end lies at least one unit away; how far is not said.
        let step = unit.length(1)?;
        Some(match side {
            Side::Past => When {
                begin: [None, Some(midnight_today.checked_sub(step).ok()?)],
                end: [None, Some(end_today)],
                zone: anchors.zone.clone(),
                basis: bearings_model::TimeBasis::Stated,
            },
            Side::Coming => When {
                begin: [Some(midnight_today), None],
                end: [Some(midnight_today.checked_add(step).ok()?), None],
                zone: anchors.zone.clone(),
                basis: bearings_model::TimeBasis::Stated,
            },
        })
    });
    Resolved {
        tokens: at..end,
        kind: TimeKind::Date,
        timex: timex.to_owned(),
        when,
        day: None,
        rule,
    }
}

/// "the last 12 hours": as long as stated, ending (or beginning) some time on the day of the text.
fn window(at: usize, length: Length, side: Side, anchors: &Anchors) -> Resolved {
    let when = anchors.today().and_then(|today| {
        let (early, late) = (midnight(today), midnight(add_days(today, 1)?));
        let long = length.unit.length(length.high.or(length.low)?)?;
        let short = length.unit.length(length.low.or(length.high)?)?;
        Some(match side {
            Side::Past => When {
                begin: [early.checked_sub(long).ok(), late.checked_sub(short).ok()],
                end: [Some(early), Some(late)],
                zone: anchors.zone.clone(),
                basis: bearings_model::TimeBasis::Stated,
            },
            Side::Coming => When {
                begin: [Some(early), Some(late)],
                end: [early.checked_add(short).ok(), late.checked_add(long).ok()],
                zone: anchors.zone.clone(),
                basis: bearings_model::TimeBasis::Stated,
            },
        })
    });
    Resolved {
        tokens: at..length.end,
        kind: TimeKind::Duration,
        timex: length.iso,
        when,
        day: None,
        rule: "en.time.window",
    }
}

/// "two weeks ago", "three days earlier", "12 hours later".
fn ago(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let length = length(text, at, limit)?;
    let (anchor, sign) = match text.word(length.end) {
        "ago" => (anchors.today(), -1),
        "earlier" | "before" => (anchors.narrated_day().or(anchors.published), -1),
        "later" => (anchors.narrated_day(), 1),
        _ => return None,
    };
    let told = length.low == Some(1) && length.unit == Unit::Year;
    if let Some((year, number)) = anchors.told_quarter().filter(|_| told && sign < 0) {
        return Some(Resolved {
            tokens: at..length.end + 1,
            kind: TimeKind::Date,
            timex: format!("{}-Q{number}", year - 1),
            when: super::calendar::quarter(year - 1, number, anchors.zone),
            day: None,
            rule: "en.time.ago",
        });
    }
    if length.iso.contains('X') {
        return Some(Resolved {
            tokens: at..length.end + 1,
            kind: TimeKind::Date,
            timex: if sign < 0 { "PAST_REF" } else { "FUTURE_REF" }.to_owned(),
            when: None,
            day: None,
            rule: "en.time.ago",
        });
    }
    let count = length.low.or(length.high)?;
    let span = length.unit.length(sign * count)?;
    let whole = length.low == length.high && !length.unit.is_shorter_than_day();
    let day = anchor
        .and_then(|anchor| anchor.checked_add(span).ok())
        .filter(|_| whole);
    Some(Resolved {
        tokens: at..length.end + 1,
        kind: TimeKind::Date,
        timex: day.map_or_else(|| length.iso.clone(), |day| as_fine(day, length.unit)),
        when: day.and_then(|day| around(day, length.unit, anchors)),
        day: day.filter(|_| length.unit == Unit::Day),
        rule: "en.time.ago",
    })
}

/// A count of years names a year, a count of weeks a week.
pub(super) fn as_fine(day: Date, unit: Unit) -> String {
    match unit {
        Unit::Year => format!("{:04}", day.year()),
        Unit::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Unit::Week => {
            let week = day.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        _ => day.to_string(),
    }
}

/// Half a unit to either side of the day counted to: people round.
pub(super) fn around(day: Date, unit: Unit, anchors: &Anchors) -> Option<When> {
    let either = match unit {
        Unit::Year => 183,
        Unit::Month => 16,
        Unit::Week => 4,
        _ => return on(day, anchors.zone),
    };
    days(add_days(day, -either)?, 2 * either + 1, anchors.zone)
}

fn bare(text: &Text, at: usize, limit: usize) -> Option<Resolved> {
    let led = match (text.word(at), text.word(at + 1)) {
        ("the", "first" | "latest") => 2,
        ("the", _) => 1,
        _ => 0,
    };
    let length = length(text, at + led, limit)?;
    // "the 30-day truce": the article is the noun's.
    let joined = led == 1 && text.word(length.end - 2) == "-";
    let at = at + usize::from(joined);
    // "the third of a second" and "a second vehicle" are no lengths.
    let alone =
        matches!(text.word(at), "a" | "an") && matches!(length.unit, Unit::Second | Unit::Minute);
    if alone {
        return None;
    }
    Some(Resolved {
        tokens: at..length.end,
        kind: TimeKind::Duration,
        timex: length.iso,
        when: None,
        day: None,
        rule: "en.time.duration",
    })
}
