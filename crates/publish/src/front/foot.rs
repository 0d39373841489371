//! The apparatus at the end: sources, references, and how much of it a person has looked at.

use bearings_model::{Account, ItemCard, Sentence};

use crate::address;
use crate::phrase::{self, counted, date_basis_by_name};
use crate::reference::{Cited, References};
use crate::sources::Sources;
use crate::words::Words;

pub(super) struct ItemView {
    pub outlet: Words,
    pub title: Words,
    pub published: String,
    pub basis: &'static str,
    pub language: Words,
    pub hash: String,
    /// Shown as text: a link would tell the source's server who reads.
    pub url: Words,
    pub acquired: Words,
    pub claims: String,
    pub notes: Vec<Words>,
    /// The evidence page, where the text is known.
    pub href: Option<String>,
    pub lang: Option<String>,
}

pub(super) struct ReferenceView {
    pub number: usize,
    pub href: String,
    pub quote: Words,
    pub lang: Option<String>,
    pub outlet: Words,
    pub published: String,
    pub hash: String,
}

/// How many sentences there are and on how many a person has ruled.
pub(super) struct Review {
    pub sentences: usize,
    pub sentences_ruled: usize,
    pub claims: usize,
    pub claims_ruled: usize,
    pub zone: Words,
}

pub(super) fn items(account: &Account, sources: &Sources<'_>) -> Vec<ItemView> {
    account
        .items
        .iter()
        .map(|card| item(card, sources))
        .collect()
}

fn item(card: &ItemCard, sources: &Sources<'_>) -> ItemView {
    let lang = address::language_tag(card.lang.as_deref());
    let language = lang
        .as_deref()
        .map_or("not known", address::language_name)
        .to_owned();
    ItemView {
        outlet: Words::new(&card.outlet),
        title: Words::new(&card.title),
        published: card
            .published
            .as_deref()
            .map_or_else(|| "date not known".to_owned(), phrase::date),
        basis: card
            .published_basis
            .as_deref()
            .map_or("", date_basis_by_name),
        language: Words::new(language),
        hash: card.item.to_string(),
        url: Words::new(card.url.as_deref().unwrap_or_default()),
        acquired: Words::new(&card.acquired),
        claims: counted(card.claims, "claim", "claims"),
        notes: card.notes.iter().map(Words::new).collect(),
        href: sources
            .get(&card.item)
            .map(|_| address::evidence_page(&card.item)),
        lang,
    }
}

pub(super) fn references(references: &References<'_>, sources: &Sources<'_>) -> Vec<ReferenceView> {
    references
        .all()
        .iter()
        .map(|cited| reference(cited, sources))
        .collect()
}

fn reference(cited: &Cited, sources: &Sources<'_>) -> ReferenceView {
    let document = sources
        .get(cited.excerpt.item())
        .map(|entry| entry.document);
    ReferenceView {
        number: cited.number,
        href: cited.href(),
        quote: Words::new(&cited.quote),
        lang: document.and_then(|document| address::language_tag(document.lang.as_deref())),
        outlet: Words::new(&cited.outlet),
        published: document.map(phrase::published).unwrap_or_default(),
        hash: cited.excerpt.item().short().to_owned(),
    }
}

pub(super) fn review(account: &Account) -> Review {
    let sentences: Vec<&Sentence> = sentences(account)
        .filter(|told| !told.evidence.is_empty())
        .collect();
    Review {
        sentences: sentences.len(),
        sentences_ruled: sentences.iter().filter(|sentence| sentence.ruled).count(),
        claims: account.used,
        claims_ruled: account.ruled,
        zone: Words::new(&account.zone),
    }
}

/// The sentences of the written account; what repeats them on the map or the first screen is
/// not counted again.
fn sentences(account: &Account) -> impl Iterator<Item = &Sentence> {
    let sections = account
        .sections
        .iter()
        .flat_map(|section| &section.sentences);
    sections
        .chain(&account.casualty_notes)
        .chain(&account.contradictions)
        .chain(&account.revisions)
        .chain(account.forecasts.iter().map(|row| &row.sentence))
        .chain(&account.clip_order)
}
