//! Who is named as a person in a text, so that "Kelly said" later on is no town.
//!
//! Looks at given names, titles and ages before and after a capitalised word; keeps the word's
//! hash only.

use std::collections::HashSet;

use super::person_en::{GIVEN, TITLES};
use super::person_slavic;
use crate::language::Language;
use crate::text::{Kind, Text};

/// Family names of a text, by their tokens' hashes.
#[derive(Debug, Default)]
pub(super) struct Persons {
    names: HashSet<u32>,
}

/// Nobody older is written of as "Kelly, 123,".
const OLDEST: u32 = 110;

impl Persons {
    pub(super) fn of(text: &Text) -> Self {
        let mut persons = Self::default();
        for at in 0..text.tokens.len() {
            if text.is_capital(at) && text.kind(at) == Some(Kind::Word) {
                persons.note(text, at);
            }
        }
        persons
    }

    pub(super) fn holds(&self, text: &Text, at: usize) -> bool {
        self.names.contains(&text.tokens[at].hash)
    }

    fn note(&mut self, text: &Text, at: usize) {
        if has_age(text, at) {
            self.names.insert(text.tokens[at].hash);
        }
        // A title in a Slavic text stands before a country too: "канцлер Германии".
        let title = text.language == Language::English && is_title(text, at);
        if !title && !is_given(text, at) {
            return;
        }
        // Past initials ("John F. Kelly") to the family name, and a second one after it.
        let mut next = at + 1;
        while is_initial(text, next) || text.word(next) == "." && is_initial(text, next - 1) {
            next += 1;
        }
        for family in next..next + 2 {
            if !text.is_capital(family) || text.kind(family) != Some(Kind::Word) {
                return;
            }
            self.names.insert(text.tokens[family].hash);
        }
    }
}

/// A given name and no word of another kind: "Virginia" alone is a state.
pub(super) fn is_given(text: &Text, at: usize) -> bool {
    match text.language {
        Language::English => GIVEN.at(text, at, at + 1).is_some(),
        Language::Ukrainian | Language::Russian => {
            text.is_capital(at) && person_slavic::is_given(text.word(at))
        }
        Language::Other => false,
    }
}

/// "Mr." or "Judge" at a token.
pub(super) fn is_title(text: &Text, at: usize) -> bool {
    match text.language {
        Language::English => TITLES.at(text, at, at + 1).is_some(),
        _ => person_slavic::TITLES.at(text, at, at + 1).is_some(),
    }
}

fn is_initial(text: &Text, at: usize) -> bool {
    let word = text.raw(at);
    text.is_capital(at) && word.chars().filter(|c| c.is_alphabetic()).count() == 1
}

/// "Kelly, 23,"; a year is longer.
fn has_age(text: &Text, at: usize) -> bool {
    let number = text.kind(at + 2) == Some(Kind::Number) && text.word(at + 1) == ",";
    let age = || text.raw(at + 2).parse::<u32>();
    number && text.word(at + 3) == "," && age().is_ok_and(|age| (1..=OLDEST).contains(&age))
}
