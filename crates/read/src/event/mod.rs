//! What kind of thing happened, what it befell and what was used.

mod en;
mod fired;
mod ru;
mod target;
mod uk;
mod weapon;

use std::ops::Range;

use bearings_model::EventKind;

use crate::lexicon::Phrases;
use crate::text::Text;

pub(crate) use target::targets;
pub(crate) use weapon::weapons;

/// The tables of one language.
struct Words {
    events: &'static Phrases<EventKind>,
    /// Phrases that hold an event's word and tell of none.
    none: &'static Phrases<()>,
    /// Right before an event's word, these tell of another state.
    over: &'static Phrases<()>,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct EventFound {
    pub kind: EventKind,
    /// The token of the first word that tells of it.
    pub at: usize,
    /// The token after its last word.
    pub end: usize,
}

/// The event a clause tells of; the word that names it most exactly wins over a vague one.
pub(crate) fn event(text: &Text, clause: Range<usize>) -> Option<EventFound> {
    let words = text
        .language
        .pick(en::words as fn() -> Words, uk::words, ru::words)?();
    let mut best: Option<(usize, EventFound)> = None;
    let mut at = clause.start;
    while at < clause.end {
        if let Some(other) = words.none.at(text, at, clause.end) {
            at += other.tokens;
            continue;
        }
        let Some(found) = words.events.at(text, at, clause.end) else {
            at += 1;
            continue;
        };
        // "no longer on fire" tells of another state, not of this event.
        if at > clause.start && words.over.at(text, at - 1, at).is_some() {
            at += found.tokens;
            continue;
        }
        let event = EventFound {
            kind: *found.value,
            at,
            end: at + found.tokens,
        };
        let weight = weight(event.kind);
        if best.is_none_or(|(known, _)| weight > known) {
            best = Some((weight, event));
        }
        at += found.tokens;
    }
    let best = best.map(|(_, event)| event);
    match best {
        Some(event) if weight(event.kind) > weight(EventKind::Firefight) => Some(event),
        _ => fired::fired(text, clause).or(best),
    }
}

/// How much a word commits to its kind: "shelling" is one thing, "fighting" or "troops" many.
fn weight(kind: EventKind) -> usize {
    match kind {
        EventKind::Deployment => 1,
        EventKind::Firefight | EventKind::Attack | EventKind::InfrastructureHit => 2,
        EventKind::Advance | EventKind::Explosion | EventKind::Fire => 3,
        _ => 4,
    }
}
