//! "Третій день війни", "10-й день облоги": counted in an event's own days.

use super::{Words, past_ending, words};
use crate::language::Language;
use crate::text::{Kind, Text};
use crate::time::event_day::{Counted, EventWords};

pub(in crate::time) fn event_words(language: Language) -> Option<EventWords> {
    let words = words(language)?;
    Some(EventWords {
        events: words.events,
        begins: words.event_begins,
        anniversary: words.anniversary,
    })
}

pub(in crate::time) fn event_day(text: &Text, at: usize, limit: usize) -> Option<Counted> {
    let words = words(text.language)?;
    let (nth, unit_at) = nth(text, at, limit, words)?;
    let unit = words.nth_units.at(text, unit_at, limit)?;
    let from = unit_at + unit.tokens;
    let (event_at, event) = words
        .events
        .find(text, from..limit.min(from + BETWEEN_TOKENS))?;
    let mut between = from..event_at;
    let plain = between.all(|i| GENITIVE.iter().any(|ending| text.word(i).ends_with(ending)));
    plain.then_some(Counted {
        nth,
        unit: *unit.value,
        event: event.value,
        end: event_at + event.tokens,
    })
}

/// Endings of what may stand before the event: "повномасштабної", "российского".
const GENITIVE: [&str; 9] = ["ої", "ого", "ього", "их", "іх", "ой", "ей", "его", "ых"];

/// "повномасштабної російської війни": so many words may stand before the event and its name.
const BETWEEN_TOKENS: usize = 4;

/// "третій", "10-й", and "10" before the unit in its first case.
fn nth(text: &Text, at: usize, limit: usize, words: &Words) -> Option<(i64, usize)> {
    if text.kind(at) == Some(Kind::Number) {
        let end = past_ending(text, at + 1);
        let first_case = matches!(text.word(end), "день" | "тиждень" | "месяц" | "місяць");
        let nth = text.raw(at).parse().ok()?;
        let fits = (1..10_000).contains(&nth) && (end > at + 1 || first_case);
        return fits.then_some((nth, end));
    }
    // Few words stand before a unit in the singular: look there first.
    words.nth_units.at(text, at + 1, limit)?;
    Some((ordinal(text.word(at), words.ordinals)?, at + 1))
}

/// Endings an ordinal may have in either language.
const ENDINGS: [&str; 20] = [
    "ий", "ого", "ому", "им", "ім", "а", "у", "ої", "ій", "ою", "ый", "ой", "ом", "ым", "ую", "ая",
    "ем", "его", "ьего", "ий",
];

pub(super) fn ordinal(word: &str, ordinals: &[&str]) -> Option<i64> {
    let fits = |stem: &&str| {
        word.strip_prefix(*stem)
            .is_some_and(|ending| ENDINGS.contains(&ending) || SOFT.contains(&ending))
    };
    let found = ordinals.iter().position(fits)?;
    Some(i64::try_from(found).ok()? + 1)
}

/// Of "третій" and "третий".
const SOFT: [&str; 14] = [
    "е", "є", "ое", "ье", "ій", "ього", "ьому", "я", "ю", "ьої", "ьего", "ьему", "ья", "ью",
];
