//! What stays out: restrictions people ruled, and proposals nobody has released.
//!
//! A proposal counts until a person releases it: what is wrongly held back can be published
//! tomorrow, what is wrongly published cannot be taken back.

use bearings_model::{
    Decision, Excerpt, Reading, Restriction, RestrictionReason, SourceKind, Span, Target,
};

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
    /// It follows from another passage that stays out: a name from it that stands elsewhere.
    pub follows: bool,
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
                follows: false,
            });
        }
    }
    let names = names(material, &held);
    held.extend(names);
    held
}

/// The names of people told in a passage about a source who must not be known, wherever else the
/// same text has them: a surname beside a quotation undoes the withholding.
fn names(material: &Material, held: &[Withholding]) -> Vec<Withholding> {
    let mut found: Vec<Withholding> = Vec::new();
    for passage in held
        .iter()
        .filter(|held| held.reason == RestrictionReason::UnnamedSource)
    {
        let Some(item) = material
            .items
            .iter()
            .find(|item| item.document.item == *passage.excerpt.item())
        else {
            continue;
        };
        let text = item.document.text.as_str();
        let hidden = passage.excerpt.span().of(text).unwrap_or_default();
        for word in names_in(hidden, item.reading) {
            for span in places_of(&word, text) {
                let known = held.iter().chain(&found).any(|other| {
                    other.excerpt.item() == passage.excerpt.item()
                        && other.excerpt.span().contains(span)
                });
                let Ok(excerpt) = Excerpt::new(passage.excerpt.item().clone(), span) else {
                    continue;
                };
                if !known {
                    found.push(Withholding {
                        excerpt,
                        follows: true,
                        ..passage.clone()
                    });
                }
            }
        }
    }
    found
}

/// The words of every speaker's name that stands in the passage.
fn names_in(hidden: &str, reading: &Reading) -> Vec<String> {
    let links = reading
        .claims
        .iter()
        .flat_map(|claim| claim.chain.through());
    let chained = links
        .filter(|link| link.kind == SourceKind::Person)
        .map(|link| link.source.as_str());
    let speakers = reading
        .quotes
        .iter()
        .filter_map(|quote| quote.speaker.as_ref());
    let spoken = speakers
        .filter(|speaker| speaker.kind == SourceKind::Person)
        .map(|speaker| speaker.name.as_str());
    let mut words: Vec<String> = chained
        .chain(spoken)
        .filter(|name| hidden.contains(name))
        .flat_map(|name| name.split(' '))
        .filter(|word| word.chars().count() > 2 && word.starts_with(char::is_uppercase))
        .map(str::to_owned)
        .collect();
    words.sort();
    words.dedup();
    words
}

/// Where a word stands by itself.
fn places_of(word: &str, text: &str) -> Vec<Span> {
    text.match_indices(word)
        .filter(|(at, _)| {
            let end = at + word.len();
            let before = text[..*at]
                .chars()
                .next_back()
                .is_some_and(char::is_alphanumeric);
            let after = text[end..]
                .chars()
                .next()
                .is_some_and(char::is_alphanumeric);
            !before && !after
        })
        .map(|(at, _)| Span::new(at, at + word.len()))
        .collect()
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
        follows: false,
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
