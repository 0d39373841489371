//! "The third day of the war", "day 10 of the siege".

use super::words::{ANNIVERSARY, EVENT_BEGINS, EVENTS, UNITS};
use crate::text::{Kind, Text};
use crate::time::calendar::Unit;
use crate::time::event_day::{Counted, EventWords};

pub(in crate::time) fn event_words() -> EventWords {
    EventWords {
        events: &EVENTS,
        begins: &EVENT_BEGINS,
        anniversary: &ANNIVERSARY,
    }
}

pub(in crate::time) fn event_day(text: &Text, at: usize, limit: usize) -> Option<Counted> {
    let start = at + usize::from(text.word(at) == "the");
    // Only a number, "day" or a word that ends like an ordinal can begin one.
    let first = text.word(start);
    let may = text.kind(start) == Some(Kind::Number)
        || first.ends_with("th")
        || matches!(
            first,
            "day" | "first" | "second" | "third" | "twenty" | "thirty" | "forty" | "fifty"
        );
    if !may {
        return None;
    }
    let (nth, unit, of) = if first == "day" {
        let number = text.raw(start + 1).parse().ok();
        (
            number.filter(|_| text.kind(start + 1) == Some(Kind::Number))?,
            Unit::Day,
            start + 2,
        )
    } else {
        let (nth, end) = ordinal(text, start)?;
        let unit = *UNITS.at(text, end, limit)?.value;
        (nth, unit, end + 1)
    };
    let plural = text.word(of - 1).ends_with('s');
    let named = text.word(of) == "of" && !plural && !unit.is_shorter_than_day();
    let (event_at, event) = EVENTS
        .find(text, of + 1..limit.min(of + 1 + BETWEEN_TOKENS))
        .filter(|_| named)?;
    let mut between = of + 1..event_at;
    let plain = between.all(|i| text.kind(i) == Some(Kind::Word) || text.word(i) == "-");
    plain.then_some(Counted {
        nth,
        unit,
        event: event.value,
        end: event_at + event.tokens,
    })
}

/// "of its full-scale war": so many words may stand before the event and its name.
const BETWEEN_TOKENS: usize = 6;

const ORDINALS: [&str; 19] = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
];

/// "third", "twenty-first", "100th" and where it ends.
pub(super) fn ordinal(text: &Text, at: usize) -> Option<(i64, usize)> {
    if text.kind(at) == Some(Kind::Number) {
        let ends = matches!(text.word(at + 1), "st" | "nd" | "rd" | "th") && text.is_glued(at + 1);
        let nth = text
            .raw(at)
            .replace(',', "")
            .parse()
            .ok()
            .filter(|nth| (1..10_000).contains(nth))?;
        return ends.then_some((nth, at + 2));
    }
    let below_twenty = |word: &str| ORDINALS.iter().position(|own| *own == word);
    if let Some(found) = below_twenty(text.word(at)) {
        return Some((i64::try_from(found).ok()? + 1, at + 1));
    }
    let tens = match text.word(at) {
        "twentieth" => return Some((20, at + 1)),
        "thirtieth" => return Some((30, at + 1)),
        "fortieth" => return Some((40, at + 1)),
        "fiftieth" => return Some((50, at + 1)),
        "hundredth" => return Some((100, at + 1)),
        "twenty" => 20,
        "thirty" => 30,
        "forty" => 40,
        "fifty" => 50,
        _ => return None,
    };
    let ones = below_twenty(text.word(at + 2)).filter(|_| text.word(at + 1) == "-")?;
    let number = tens + i64::try_from(ones).ok()? + 1;
    (ones < 9).then_some((number, at + 3))
}
