//! Sides and their forces: which words name whose people.

mod en;
mod enemy;
mod ru;
mod uk;

use std::ops::Range;

use bearings_model::Actor;

pub(crate) use enemy::{Sides, is_enemy};

use crate::language::Language;
use crate::lexicon::Phrases;
use crate::text::Text;

/// The tables of one language.
struct Words {
    /// Adjectives and names of a side, as ISO 3166 alpha-2.
    sides: &'static Phrases<&'static str>,
    forces: &'static Phrases<()>,
}

fn words(text: &Text) -> Option<Words> {
    Some(text.language.pick(
        en::words as fn() -> Words,
        uk::words,
        ru::words,
    )?())
}

/// The side a word belongs to.
pub(crate) fn side_of(text: &Text, range: Range<usize>) -> Option<String> {
    let words = words(text)?;
    range
        .clone()
        .find_map(|at| words.sides.at(text, at, range.end))
        .map(|found| (*found.value).to_owned())
}

/// Everyone in a token range who is named with a side.
pub(crate) fn actors(text: &Text, range: Range<usize>) -> Vec<Actor> {
    let mut found = Vec::new();
    let Some(words) = words(text) else {
        return found;
    };
    let mut at = range.start;
    while at < range.end {
        let slavic = text.language != Language::English;
        let Some(side) = words
            .sides
            .at(text, at, range.end)
            .filter(|_| slavic || text.is_capital(at))
            // In capitals throughout, "US" may be the pronoun.
            .filter(|_| !(text.all_capitals && text.word(at) == "us"))
        else {
            at += 1;
            continue;
        };
        let end = actor_end(text, words.forces, at + side.tokens, range.end);
        let people = text.word(at).ends_with('s') || end > at + side.tokens;
        if people {
            let span = text.span(at..end);
            found.push(Actor {
                span,
                text: text.slice(at..end).to_owned(),
                side: Some((*side.value).to_owned()),
            });
        }
        at = end;
    }
    found
}

/// Past "'s" and up to two adjectives to the noun that names the force; else where it began.
fn actor_end(text: &Text, forces: &Phrases<()>, after: usize, limit: usize) -> usize {
    let start = if text.word(after) == "'s" {
        after + 1
    } else {
        after
    };
    (start..limit.min(start + 3))
        .find_map(|at| Some(at + forces.at(text, at, limit)?.tokens))
        .unwrap_or(after)
}
