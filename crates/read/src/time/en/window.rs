//! English lengths counted from now: "the last 12 hours", "the next three days", "recent days".

use bearings_model::{TimeKind, When};

use super::duration::{Length, length};
use super::words::UNITS;
use crate::text::Text;
use crate::time::calendar::{Unit, add_days, midnight};
use crate::time::{Anchors, Resolved};

#[derive(Clone, Copy)]
enum Side {
    Past,
    Coming,
}

/// "the last 12 hours", "the next three days", "recent days", "the coming days".
pub(super) fn counted_from_now(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &Anchors,
) -> Option<Resolved> {
    let start = if text.word(at) == "the" { at + 1 } else { at };
    let (side, vague) = match text.word(start) {
        "last" | "past" | "previous" => (Side::Past, false),
        "next" | "coming" | "following" => (Side::Coming, text.word(start) == "coming"),
        "recent" => (Side::Past, true),
        _ => return None,
    };
    // "will last three days" is how long.
    if text.word(start) == "last" && start == at && is_verb(text, at) {
        return None;
    }
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
        let unit = *UNITS.at(text, skip, limit)?.value;
        return Some(Resolved {
            kind: TimeKind::Duration,
            timex: unit.iso(if text.word(start + 1) == "few" {
                "X"
            } else {
                "2"
            }),
            rule: "en.time.window",
            ..vague_window(at, skip + 1, unit, side, anchors)
        });
    }
    let length = length(text, start + 1, limit)?;
    Some(window(at, length, side, anchors))
}

/// "last" after a word that only a verb follows.
fn is_verb(text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    matches!(
        before,
        "will"
            | "would"
            | "could"
            | "can"
            | "may"
            | "might"
            | "should"
            | "must"
            | "to"
            | "not"
            | "'ll"
    )
}

/// "recent days": a reference to past or future, open at its far end.
fn vague_window(at: usize, end: usize, unit: Unit, side: Side, anchors: &Anchors) -> Resolved {
    let (timex, kind, rule) = match side {
        Side::Past => ("PAST_REF".to_owned(), TimeKind::Date, "en.time.recent"),
        Side::Coming => (unit.iso("X"), TimeKind::Duration, "en.time.coming"),
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
        kind,
        timex,
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
