//! A sentence with its links, who independently stands behind it, and whether a person looked.

use bearings_model::Sentence;

use crate::phrase::{counted, weakness};
use crate::reference::{Citation, References};
use crate::words::{Words, plain};

#[derive(Debug)]
pub(crate) struct SentenceView {
    pub text: Words,
    pub cites: Vec<Citation>,
    /// "2 origins"; empty for a sentence that has none.
    pub origins: String,
    pub origin_names: Words,
    pub weakness: Option<&'static str>,
    /// A person has ruled on all it rests on, or it rests on nothing that could be ruled on.
    pub ruled: bool,
}

impl SentenceView {
    pub fn new(sentence: &Sentence, references: &mut References<'_>) -> Self {
        let count = sentence.origins.len();
        let bare = sentence.evidence.is_empty();
        Self {
            text: Words::new(&sentence.text),
            cites: references.cite(&sentence.evidence),
            origins: if count == 0 {
                String::new()
            } else {
                counted(count, "origin", "origins")
            },
            origin_names: Words::new(plain(&sentence.origins.join("; "))),
            weakness: if bare {
                None
            } else {
                weakness(sentence.strength)
            },
            ruled: sentence.ruled || bare,
        }
    }

    pub fn has_margin(&self) -> bool {
        !self.origins.is_empty() || self.weakness.is_some() || !self.ruled
    }
}

pub(super) fn views(sentences: &[Sentence], references: &mut References<'_>) -> Vec<SentenceView> {
    sentences
        .iter()
        .map(|sentence| SentenceView::new(sentence, references))
        .collect()
}
