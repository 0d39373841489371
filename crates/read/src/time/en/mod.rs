//! English time expressions: which rule applies at a token.

mod clock;
mod date;
mod duration;
mod edge;
mod event_day;
mod holiday;
mod part;
mod quarter;
mod relative;
mod season;
mod set;
mod window;
mod words;
mod year;

use bearings_model::When;

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
    let mut found = clock::time(text, at, limit, anchors)
        .or_else(|| edge::time(text, at, limit, anchors))
        .or_else(|| holiday::beside(text, at, limit, anchors))
        .or_else(|| holiday::time(text, at, limit, anchors))
        .or_else(|| plain(text, at, limit, anchors))?;
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

/// "since Thursday" has begun then and goes on; "until Thursday" and "by Thursday" ended then.
fn open_ends(text: &Text, at: usize, found: &mut Resolved) {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let Some(when) = found.when.as_mut() else {
        return;
    };
    match before {
        "since" => {
            *when = When {
                end: [when.begin[0], None],
                ..when.clone()
            }
        }
        "until" | "till" => {
            *when = When {
                begin: [None, when.end[1]],
                ..when.clone()
            }
        }
        _ => {}
    }
}

/// A cheap first look: most words begin no time.
pub(super) fn may_begin(text: &Text, at: usize) -> bool {
    text.kind(at) == Some(Kind::Number) || words::BEGINS.at(text, at, at + 1).is_some()
}
