//! English lengths of time: "three days", "1-3 day", "two weeks ago", "three days later".

use bearings_model::{Amount, TimeKind};

use super::ahead::looks_ahead;
use super::words::UNITS;
use crate::amount::en::amount;
use crate::text::{Kind, Text};
use crate::time::calendar::{Unit, around, as_fine};
use crate::time::{Anchors, Resolved};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    ago(text, at, limit, anchors)
        .or_else(|| bare(text, at, limit))
        .or_else(|| uncounted(text, at, limit))
}

/// A number of units: how it is written in ISO 8601, its bounds in units, where it ends.
pub(super) struct Length {
    pub unit: Unit,
    pub iso: String,
    pub low: Option<i64>,
    pub high: Option<i64>,
    pub end: usize,
}

/// "three days", "1-3 day", "several hours", "a week".
pub(super) fn length(text: &Text, at: usize, limit: usize) -> Option<Length> {
    let single = matches!(text.word(at), "a" | "an") && UNITS.at(text, at + 1, limit).is_some();
    let (amount, after) = match single {
        true => (Amount::Exact { value: 1 }, at + 1),
        false => {
            let found = amount(text, at, limit)?;
            (found.amount, found.tokens.end)
        }
    };
    if let Some(halved) = and_a_half(text, &amount, after, limit) {
        return Some(halved);
    }
    let at_unit = after + usize::from(matches!(text.word(after), "-" | "–" | "more"));
    let unit = *UNITS.at(text, at_unit, limit)?.value;
    // "12-year-old" is an age.
    if text.word(at_unit + 1) == "-" || matches!(text.word(at_unit + 1), "old" | "year") {
        return None;
    }
    let iso = match (&amount, amount.low(), amount.high()) {
        (Amount::Vague { .. }, ..) if is_couple(text, at) => unit.iso("2"),
        (Amount::Vague { .. }, ..) | (_, None, None) => unit.iso("X"),
        (_, Some(low), Some(high)) if low != high => unit.iso(&format!("{low}-{high}")),
        // TIMEX3 writes the number said: "more than three years" is P3Y.
        (Amount::AtLeast { low }, ..) if is_beyond(text, at) => {
            unit.iso(&low.saturating_sub(1).to_string())
        }
        (Amount::AtMost { high }, ..) if is_short_of(text, at) => unit.iso(&(high + 1).to_string()),
        (_, low, high) => unit.iso(&low.or(high).unwrap_or_default().to_string()),
    };
    let end = past_half(text, at_unit + 1);
    if let Some(months) = (end > at_unit + 1)
        .then(|| half_more(&amount, unit))
        .flatten()
    {
        return Some(Length { end, ..months });
    }
    let count = |n: Option<u64>| n.and_then(|n| i64::try_from(n).ok());
    Some(Length {
        unit,
        iso,
        low: count(amount.low()),
        high: count(amount.high()),
        end: at_unit + 1,
    })
}

/// "2 1/2 years", "two and a half hours".
fn and_a_half(text: &Text, amount: &Amount, at: usize, limit: usize) -> Option<Length> {
    let half = match (text.word(at), text.word(at + 1), text.word(at + 2)) {
        ("1", "/", "2") | ("and", "a", "half") => at + 3,
        ("½", ..) => at + 1,
        _ => return None,
    };
    let unit = *UNITS.at(text, half, limit)?.value;
    let length = half_more(amount, unit)?;
    Some(Length {
        end: half + 1,
        ..length
    })
}

/// Past "and a half" after the unit: "a year and a half".
fn past_half(text: &Text, at: usize) -> usize {
    let half = text.word(at) == "and" && text.word(at + 1) == "a" && text.word(at + 2) == "half";
    at + if half { 3 } else { 0 }
}

/// A count and half a unit, in the unit below.
fn half_more(amount: &Amount, unit: Unit) -> Option<Length> {
    let Amount::Exact { value } = amount else {
        return None;
    };
    let (iso, low) = match unit {
        Unit::Minute => (format!("PT{value}M30S"), Unit::Second),
        Unit::Hour => (format!("PT{value}H30M"), Unit::Minute),
        Unit::Day => (format!("P{value}DT12H"), Unit::Hour),
        Unit::Year => (format!("P{value}Y6M"), Unit::Month),
        _ => return None,
    };
    let parts = match low {
        Unit::Second | Unit::Minute => 60,
        Unit::Hour => 24,
        _ => 12,
    };
    let count = i64::try_from(*value).ok()?.checked_mul(parts)? + parts / 2;
    Some(Length {
        unit: low,
        iso,
        low: Some(count),
        high: Some(count),
        end: 0,
    })
}

fn is_couple(text: &Text, at: usize) -> bool {
    text.word(at) == "couple" || text.word(at) == "a" && text.word(at + 1) == "couple"
}

fn is_beyond(text: &Text, at: usize) -> bool {
    text.word(at) == "over" || text.word(at) == "more" && text.word(at + 1) == "than"
}

fn is_short_of(text: &Text, at: usize) -> bool {
    let than = matches!(text.word(at), "less" | "fewer") && text.word(at + 1) == "than";
    than || text.word(at) == "under"
}

/// "two weeks ago", "three days earlier", "12 hours later".
fn ago(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let length = length(text, at, limit)?;
    let (anchor, sign) = match text.word(length.end) {
        "ago" => (anchors.today(), -1),
        // "ten days before the strike" is counted from the strike.
        "before" if text.kind(length.end + 1) == Some(Kind::Word) => return None,
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
            when: crate::time::calendar::quarter(year - 1, number, anchors.zone),
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
    // What is told as past does not lie after the telling.
    let own = anchors
        .published
        .filter(|_| sign > 0 && !looks_ahead(text, at));
    let day = day.filter(|day| own.is_none_or(|own| *day <= own));
    Some(Resolved {
        tokens: at..length.end + 1,
        kind: TimeKind::Date,
        timex: day.map_or_else(|| length.iso.clone(), |day| as_fine(day, length.unit)),
        when: day.and_then(|day| around(day, length.unit, anchors.zone)),
        day: day.filter(|_| length.unit == Unit::Day),
        rule: "en.time.ago",
    })
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
    if alone || is_rate(text, at) {
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

/// "four flights a week", "$100 a month": how often or how much, no length.
pub(super) fn is_rate(text: &Text, at: usize) -> bool {
    if !matches!(text.word(at), "a" | "an" | "annually") {
        return false;
    }
    let Some(before) = at.checked_sub(1) else {
        return false;
    };
    let word = text.word(before);
    let plural = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    let verb = matches!(
        word,
        "lasts" | "takes" | "spends" | "spans" | "covers" | "does" | "says" | "needs" | "perhaps"
    );
    text.kind(before) == Some(Kind::Number)
        || matches!(
            word,
            "million"
                | "billion"
                | "thousand"
                | "hundred"
                | "%"
                | "percent"
                | "times"
                | "once"
                | "twice"
        )
        || plural && !verb
}

/// "for weeks", "within days", "months ago", "in the days before the strike": how many is not said.
fn uncounted(text: &Text, at: usize, limit: usize) -> Option<Resolved> {
    let start = at + usize::from(text.word(at) == "the");
    let unit = *UNITS.at(text, start, limit)?.value;
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let after = text.word(start + 1);
    let anchored = matches!(after, "before" | "after" | "since" | "ahead" | "that");
    let led = match start > at {
        true => matches!(before, "in" | "over" | "during") && anchored,
        false => {
            matches!(
                before,
                "for" | "in" | "within" | "after" | "follows" | "over"
            ) || matches!(after, "ago" | "later" | "earlier")
        }
    };
    if !led || !text.word(start).ends_with('s') {
        return None;
    }
    Some(Resolved {
        tokens: start..start + 1,
        kind: TimeKind::Duration,
        timex: unit.iso("X"),
        when: None,
        day: None,
        rule: "en.time.duration",
    })
}
