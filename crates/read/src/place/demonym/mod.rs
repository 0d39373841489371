//! Adjectives and peoples made from the names of countries and regions. They name a place; they
//! never say where something happened.

mod en;
mod ru;
mod uk;

use std::ops::Range;

use bearings_model::{Gazetteer, PlaceCandidate, PlaceKind, PlaceRole};

use crate::language::Language;
use crate::lexicon::Phrases;
use crate::text::{Kind, Text};

const ADJECTIVE: PlaceRole = PlaceRole::Adjective;
const PEOPLE: PlaceRole = PlaceRole::People;

/// A word made from a place's name: the token it ends before, the name, and what the word is.
pub(super) struct Demonym {
    pub end: usize,
    pub name: &'static str,
    pub role: PlaceRole,
}

type Words = Phrases<(&'static str, PlaceRole)>;

/// The adjective or people at token `at`. English writes both with a capital.
pub(super) fn demonym(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Demonym> {
    let words = text.language.pick(
        (|| &*en::WORDS) as fn() -> &'static Words,
        || &*uk::WORDS,
        || &*ru::WORDS,
    )?();
    let found = words.at(text, at, sentence.end)?;
    let (name, role) = *found.value;
    let fits = match text.language {
        Language::English => text.is_capital(at) && !is_language(text, at, sentence),
        language => role == PEOPLE || is_inflected(text.word(at), language),
    };
    fits.then_some(Demonym {
        end: at + found.tokens,
        name,
        role,
    })
}

/// "speaks English", "in Spanish": no noun follows.
fn is_language(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let led = at > sentence.start && en::SPEAKS.at(text, at - 1, at).is_some();
    led && text.kind(at + 1) != Some(Kind::Word)
}

/// Whether a word ends like an adjective: "крымская", not the town of Krymsk in a case.
fn is_inflected(word: &str, language: Language) -> bool {
    let endings: &[&str] = match language {
        Language::Ukrainian => &[
            "ий", "а", "е", "і", "ого", "ої", "ому", "ій", "им", "ими", "их", "у", "ою", "о",
        ],
        _ => &[
            "ий", "ая", "ое", "ие", "ого", "ой", "ому", "ую", "им", "ими", "их", "ом", "о",
        ],
    };
    endings.iter().any(|ending| word.ends_with(ending))
}

/// The one place such a word is made from: a country first, else the widest region.
pub(super) fn origin(gazetteer: &dyn Gazetteer, name: &str) -> Option<PlaceCandidate> {
    let rank = |place: &PlaceCandidate| match place.kind {
        PlaceKind::Country => 2,
        PlaceKind::Region => 1,
        _ => 0,
    };
    let found = gazetteer.look_up(name).into_iter();
    let best = found.max_by_key(|place| (rank(place), place.radius_m, place.population))?;
    Some(PlaceCandidate {
        score: 0.95,
        reason: format!("a word made from the name of {}", best.name),
        ..best
    })
}
