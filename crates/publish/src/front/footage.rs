//! Pictures, films and recordings by number: what their files say, which repeats which.

use bearings_model::{AccountFootage, FootageCard};

use crate::words::Words;

pub(super) struct FootageView {
    pub notes: Vec<Words>,
    pub cards: Vec<CardView>,
    pub proposed: usize,
}

pub(super) struct CardView {
    pub label: Words,
    pub words: Words,
    pub hash: String,
}

impl FootageView {
    pub fn of(footage: &AccountFootage) -> Self {
        let card = |card: &FootageCard| CardView {
            label: Words::new(&card.label),
            words: Words::new(&card.words),
            hash: card.item.to_string(),
        };
        Self {
            notes: footage
                .notes
                .iter()
                .map(|note| Words::new(&note.sentence))
                .collect(),
            cards: footage.cards.iter().map(card).collect(),
            proposed: footage.proposed,
        }
    }
}
