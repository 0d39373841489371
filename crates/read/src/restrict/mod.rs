//! Passages that could endanger someone, proposed as restricted when they are read.
//!
//! Proposes; people decide. It errs towards proposing: what is wrongly held back can be released
//! with a key press, what is wrongly published cannot be taken back.

mod en;
mod proposal;
mod ru;
mod uk;

use bearings_model::{Document, Excerpt, Restriction, RestrictionAction};

use crate::lexicon::Phrases;
use crate::text::Text;

type Table = &'static Phrases<()>;

/// The tables of one language.
struct Words {
    shelters: Table,
    /// People in hiding: wherever they are is a shelter, whatever it is called.
    refuge: Table,
    /// Being there, going there, being brought there.
    being_there: Table,
    /// The shelter is told of as a thing that was hit, or as a figure of speech.
    hit: Table,
    /// People tell where they are while they write.
    live: Table,
    unnamed: Table,
    prisoners: Table,
    /// Before a flat's number.
    flats: Table,
}

fn words(text: &Text) -> Option<Words> {
    Some(text.language.pick(
        en::words as fn() -> Words,
        uk::words,
        ru::words,
    )?())
}

pub(crate) fn restrictions(text: &Text, document: &Document) -> Vec<Restriction> {
    let sentences = text.sentences.iter();
    let proposals = sentences.flat_map(|s| proposal::proposals(text, s.tokens.clone()));
    let restricted = proposals.filter_map(|proposal| {
        let target = Excerpt::new(document.item.clone(), text.span(proposal.tokens)).ok()?;
        Some(Restriction {
            target,
            reason: proposal.reason,
            basis: proposal.basis,
            action: RestrictionAction::Hide,
            until: None,
            rule: proposal.rule.into(),
        })
    });
    restricted.collect()
}
