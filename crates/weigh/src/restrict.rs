//! What stays out: restrictions people ruled, and proposals nobody has released.
//!
//! A proposal counts until a person releases it: what is wrongly held back can be published
//! tomorrow, what is wrongly published cannot be taken back.

use bearings_model::{Decision, Excerpt, Restriction, RestrictionReason, Target};

use crate::material::Material;
use crate::ruled::in_force;

/// A passage that stays out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withholding {
    pub excerpt: Excerpt,
    pub reason: RestrictionReason,
    pub basis: String,
    /// A person ruled on it; otherwise it is a proposal that waits.
    pub ruled: bool,
}

impl Withholding {
    pub fn covers(&self, excerpt: &Excerpt) -> bool {
        self.excerpt.item() == excerpt.item() && self.excerpt.span().overlaps(excerpt.span())
    }
}

/// All that stays out, proposals first, then what people restricted themselves.
pub(crate) fn withheld(material: &Material) -> Vec<Withholding> {
    let proposals = material
        .items
        .iter()
        .flat_map(|item| &item.reading.restrictions);
    let mut held: Vec<Withholding> = proposals
        .filter_map(|proposal| standing(proposal, material))
        .collect();
    for ruling in in_force(material.rulings) {
        let Decision::Restrict { reason, .. } = ruling.decision else {
            continue;
        };
        let (Target::Claim { excerpt, .. } | Target::Excerpt { excerpt }) = &ruling.target else {
            continue;
        };
        let known = held.iter().any(|other| other.excerpt == *excerpt);
        if !known && !is_released(excerpt, material) {
            held.push(Withholding {
                excerpt: excerpt.clone(),
                reason,
                basis: ruling.why.clone(),
                ruled: true,
            });
        }
    }
    held
}

fn standing(proposal: &Restriction, material: &Material) -> Option<Withholding> {
    if is_released(&proposal.target, material) {
        return None;
    }
    let ruled = in_force(material.rulings).any(|ruling| {
        matches!(ruling.decision, Decision::Restrict { .. })
            && touches(&ruling.target, &proposal.target)
    });
    Some(Withholding {
        excerpt: proposal.target.clone(),
        reason: proposal.reason,
        basis: proposal.basis.clone(),
        ruled,
    })
}

/// The last ruling on the passage releases it.
fn is_released(excerpt: &Excerpt, material: &Material) -> bool {
    let on_it = in_force(material.rulings).filter(|ruling| touches(&ruling.target, excerpt));
    let last = on_it
        .filter(|ruling| {
            matches!(
                ruling.decision,
                Decision::Release | Decision::Restrict { .. }
            )
        })
        .last();
    last.is_some_and(|ruling| ruling.decision == Decision::Release)
}

/// A release must hold the whole passage: to release a word of it releases nothing.
fn touches(target: &Target, excerpt: &Excerpt) -> bool {
    match target {
        Target::Claim { excerpt: other, .. } | Target::Excerpt { excerpt: other } => {
            other.item() == excerpt.item() && other.span().contains(excerpt.span())
        }
        _ => false,
    }
}
