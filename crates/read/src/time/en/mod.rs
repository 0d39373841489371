//! English time expressions: which rule applies at a token.

mod ahead;
mod clock;
mod date;
mod duration;
mod edge;
mod event_day;
mod holiday;
mod part;
mod period;
mod quarter;
mod relative;
mod season;
mod set;
mod told;
mod window;
mod words;

pub(crate) use words::MONTHS;
mod year;

use super::ends::Ends;
use super::{Anchors, Resolved};
use crate::text::{Kind, Text};

pub(super) use event_day::{event_day, event_words};
pub(super) use quarter::TOLD as QUARTER_TOLD;

/// The longest time expression that begins at token `at`, before `limit`.
pub(super) fn time(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &mut Anchors,
    byte: usize,
) -> Option<Resolved> {
    anchors.quoted = text.quotation_at(byte).is_some();
    let mut found = if begins(text, at) {
        clock::time(text, at, limit, anchors)
            .or_else(|| edge::time(text, at, limit, anchors))
            .or_else(|| holiday::beside(text, at, limit, anchors))
            .or_else(|| holiday::time(text, at, limit, anchors))
            .or_else(|| plain(text, at, limit, anchors))?
    } else {
        holiday::time(text, at, limit, anchors)?
    };
    open_ends(text, at, &mut found);
    Some(found)
}

fn plain(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    quarter::time(text, at, limit, anchors)
        .or_else(|| quarter::year_before(text, at, anchors))
        .or_else(|| season::time(text, at, limit, anchors))
        .or_else(|| part::of_day(text, at, limit, anchors))
        .or_else(|| date::time(text, at, limit, anchors))
        .or_else(|| year::spoken_year(text, at, anchors))
        .or_else(|| set::set(text, at, limit))
        .or_else(|| window::counted_from_now(text, at, limit, anchors))
        .or_else(|| duration::time(text, at, limit, anchors))
        .or_else(|| relative::time(text, at, limit, anchors))
}

/// "since Thursday" has begun then and goes on; "until Thursday" ended then; what was done "by
/// Thursday" or "before" it was done at an unknown time before, what came "after" it, after.
fn open_ends(text: &Text, at: usize, found: &mut Resolved) {
    // "by Friday's strike" names the day of the strike.
    if text.word(found.tokens.end) == "'s" {
        return;
    }
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let ends = match before {
        "since" => Ends::Since,
        "until" | "till" => Ends::Until,
        "by" => Ends::By,
        // "Before 5 p.m." may be just before it, and five was rounded.
        "before" if found.rule == "en.time.clock" => Ends::By,
        "before" => Ends::Before,
        "after" => Ends::After,
        _ => return,
    };
    found.when = found.when.take().map(|when| ends.of(when));
}

/// A cheap first look: most words begin no time.
pub(super) fn may_begin(text: &Text, at: usize) -> bool {
    begins(text, at)
        || text.is_capital(at) && words::HOLIDAYS.at(text, at, text.tokens.len()).is_some()
}

fn begins(text: &Text, at: usize) -> bool {
    text.kind(at) == Some(Kind::Number) || words::BEGINS.at(text, at, at + 1).is_some()
}

/// Whether a word is a weekday's full name; "sat" and "sun" are words of their own.
pub(crate) fn is_weekday(word: &str) -> bool {
    word.ends_with("day") && words::WEEKDAYS.word(word).is_some()
}
