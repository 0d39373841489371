//! A name found in a text, and what its spelling can mean.

use std::collections::HashMap;
use std::ops::Range;

use bearings_model::{PlaceCandidate, PlaceRole, Span};

use super::found_by::FoundBy;

#[derive(Debug)]
pub(super) struct Name {
    pub span: Span,
    /// The first token and the one after the last.
    pub tokens: Range<usize>,
    pub qualifier: Option<String>,
    /// Index of what the name can mean, in [`Names::senses`].
    pub sense: usize,
    /// It was led back to the nominative from a case's ending.
    pub inflected: bool,
    pub role: PlaceRole,
    /// A word before it says that a place follows.
    pub led: bool,
    /// It begins its sentence, so that its capital says nothing.
    pub first: bool,
    /// "region" or "province" follows: the town of the name is not meant.
    pub division: bool,
    /// What follows is said of people.
    pub speaks: bool,
    /// The US state written after it, by its postal code.
    pub state: Option<&'static str>,
    /// What it means without a choice: an adjective's country.
    pub fixed: bool,
    pub found_by: FoundBy,
}

/// What one spelling can mean; kept once however often it is written.
#[derive(Debug)]
pub(super) struct Sense {
    /// As looked up.
    pub words: String,
    pub candidates: Vec<PlaceCandidate>,
    pub count: usize,
}

#[derive(Debug, Default)]
pub(super) struct Names {
    pub list: Vec<Name>,
    pub senses: Vec<Sense>,
    by_words: HashMap<String, usize>,
}

impl Names {
    pub(super) fn sense(
        &mut self,
        words: String,
        candidates: impl FnOnce() -> Vec<PlaceCandidate>,
    ) -> usize {
        if let Some(index) = self.by_words.get(&words) {
            self.senses[*index].count += 1;
            return *index;
        }
        let index = self.senses.len();
        self.by_words.insert(words.clone(), index);
        self.senses.push(Sense {
            words,
            candidates: candidates(),
            count: 1,
        });
        index
    }
}
