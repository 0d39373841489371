//! Passages that could endanger someone, proposed as restricted when they are read.
//!
//! Proposes; people decide. It errs towards proposing: what is wrongly held back can be released
//! with a key press, what is wrongly published cannot be taken back.

mod en;

use bearings_model::{Document, Excerpt, Restriction, RestrictionAction};

use crate::text::Text;

pub(crate) fn restrictions(text: &Text, document: &Document) -> Vec<Restriction> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let Some(proposal) = en::proposal(text, sentence.tokens.clone()) else {
            continue;
        };
        let span = text.span(proposal.tokens);
        let Ok(target) = Excerpt::new(document.item.clone(), span) else {
            continue;
        };
        found.push(Restriction {
            target,
            reason: proposal.reason,
            basis: proposal.basis,
            action: RestrictionAction::Hide,
            until: None,
            rule: proposal.rule.to_owned(),
        });
    }
    found
}
