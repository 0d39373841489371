//! What was used: weapons named where an event is told.

mod en;
mod ru;
mod uk;

use std::ops::Range;

use bearings_model::{EventKind, Weapon, WeaponKind};

use crate::lexicon::Phrases;
use crate::text::Text;

/// The tables of one language.
struct Words {
    weapons: &'static Phrases<WeaponKind>,
    /// Phrases that hold a weapon's word and name none that was used.
    none: &'static Phrases<()>,
}

fn words(text: &Text) -> Option<Words> {
    let words = text
        .language
        .pick(en::words as fn() -> Words, uk::words, ru::words)?;
    Some(words())
}

/// Every weapon a clause names, when it tells of violence; each phrase once.
pub(crate) fn weapons(text: &Text, clause: Range<usize>, event: EventKind) -> Vec<Weapon> {
    let mut found: Vec<Weapon> = Vec::new();
    let Some(words) = words(text).filter(|_| is_violent(event)) else {
        return found;
    };
    let mut at = clause.start;
    while at < clause.end {
        if let Some(other) = words.none.at(text, at, clause.end) {
            at += other.tokens;
            continue;
        }
        let Some(weapon) = words.weapons.at(text, at, clause.end) else {
            at += 1;
            continue;
        };
        let tokens = at..at + weapon.tokens;
        at = tokens.end;
        if found.iter().all(|known| known.kind != *weapon.value) {
            found.push(Weapon {
                span: text.span(tokens.clone()),
                text: text.slice(tokens).to_owned(),
                kind: *weapon.value,
            });
        }
    }
    found
}

/// Whether these words and no others are a weapon's.
pub(super) fn is_weapon(text: &Text, from: usize, end: usize) -> bool {
    words(text).is_some_and(|words| {
        let found = words.weapons.at(text, from, end);
        found.is_some_and(|weapon| from + weapon.tokens == end)
    })
}

/// Kinds in which something is used against somebody: arms that move or are found are not.
fn is_violent(event: EventKind) -> bool {
    !matches!(
        event,
        EventKind::Arrest
            | EventKind::Evacuation
            | EventKind::Protest
            | EventKind::Looting
            | EventKind::Statement
            | EventKind::Deployment
            | EventKind::Crossing
            | EventKind::Retreat
    )
}
