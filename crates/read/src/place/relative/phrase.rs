//! The words before a place's name that place something by it, as patterns of slots.
//!
//! Knows how words are matched; what they mean on a map is `extent`'s.

use std::sync::LazyLock;

use super::measure::{self, Measure};
use super::{en, ru, uk};
use crate::language::Language;
use crate::lexicon::Phrases;
use crate::text::Text;

pub(super) type Table<V> = LazyLock<Phrases<V>>;

/// One of the sixteen winds, clockwise from north.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wind(pub u8);

/// What a pattern says of the place whose name follows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    /// "25 km from", "25 km south of".
    Distance,
    /// "within 10 km of".
    Within,
    /// "northeast of".
    Direction,
    /// "in the northeast of", "the northern part of": inside the place.
    Part,
    /// "the outskirts of", "the northern outskirts of".
    Edge,
    /// "on the approaches to".
    Approaches,
    /// "near".
    Near,
    /// "outside": near and not inside.
    Outside,
    /// "the centre of".
    Centre,
    /// "more than 25 km from": nothing that ends anywhere.
    Nothing,
}

pub(super) enum Slot {
    Measure,
    Wind(&'static Table<Wind>),
    Word(&'static Table<()>),
    /// A word that may be missing.
    May(&'static Table<()>),
}

pub(super) struct Pattern {
    pub says: Says,
    pub slots: &'static [Slot],
}

pub(super) const fn says(says: Says, slots: &'static [Slot]) -> Pattern {
    Pattern { says, slots }
}

/// What one language has.
pub(super) struct Words {
    pub patterns: &'static [Pattern],
    /// Between "between" and a name: "the city of".
    pub city: &'static Table<()>,
    pub between: &'static Table<()>,
    pub and: &'static Table<()>,
    /// Dealings and travel that lie between two places without being there.
    pub dealings: &'static Table<()>,
    pub road: &'static Table<()>,
    pub from: &'static Table<()>,
    pub to: &'static Table<()>,
    /// "linking", "that connects".
    pub linking: &'static Table<()>,
    /// A name before these is not itself what is meant: "Kharkiv airport", "Kharkiv's".
    pub owned: &'static Table<()>,
}

impl Words {
    pub(super) fn of(language: Language) -> Option<&'static Words> {
        match language {
            Language::English => Some(&en::WORDS),
            Language::Ukrainian => Some(&uk::WORDS),
            Language::Russian => Some(&ru::WORDS),
            Language::Other => None,
        }
    }
}

/// The words found before a name.
#[derive(Clone, Debug)]
pub(super) struct Phrase {
    pub says: Says,
    pub start: usize,
    pub wind: Option<Wind>,
    pub measure: Option<Measure>,
}

/// "about 20 kilometres (12 miles) to the north - east of the city of": no phrase is longer.
const LONGEST_TOKENS: usize = 18;

/// The longest phrase that ends right before token `at`.
pub(super) fn before(text: &Text, words: &Words, at: usize, from: usize) -> Option<Phrase> {
    (from.max(at.saturating_sub(LONGEST_TOKENS))..at).find_map(|start| {
        let fitting = words.patterns.iter().find_map(|pattern| {
            let empty = Phrase {
                says: pattern.says,
                start,
                wind: None,
                measure: None,
            };
            fits(text, start, at, pattern.slots, empty)
        });
        // "North Ossetia": a wind in capitals right before a name is mostly the name's own.
        fitting
            .filter(|found| found.says != Says::Part || start + 1 < at || !text.is_capital(start))
    })
}

fn fits(text: &Text, at: usize, end: usize, slots: &[Slot], found: Phrase) -> Option<Phrase> {
    let Some((slot, rest)) = slots.split_first() else {
        return (at == end).then_some(found);
    };
    match slot {
        Slot::Measure => {
            let (measure, next) = measure::at(text, at, end)?;
            fits(
                text,
                next,
                end,
                rest,
                Phrase {
                    measure: Some(measure),
                    ..found
                },
            )
        }
        Slot::Wind(table) => {
            let wind = table.at(text, at, end)?;
            let found = Phrase {
                wind: Some(*wind.value),
                ..found
            };
            fits(text, at + wind.tokens, end, rest, found)
        }
        Slot::Word(table) => {
            let word = table.at(text, at, end)?;
            fits(text, at + word.tokens, end, rest, found)
        }
        Slot::May(table) => {
            let word = table.at(text, at, end);
            word.and_then(|word| fits(text, at + word.tokens, end, rest, found.clone()))
                .or_else(|| fits(text, at, end, rest, found))
        }
    }
}
