//! The evidence pages: of each source only the passages that are cited, each excerpt marked,
//! with what it is and how it came in. What is restricted is a block without words or length.

mod context;
mod mark;

use askama::Template;
use bearings_model::{Account, Document, ItemCard};

use crate::address;
use crate::phrase::{self, date_basis, date_basis_by_name};
use crate::reference::{Cited, References};
use crate::sources::{Entry, Sources};
use crate::timeline::date_in_words;
use crate::words::{Markup, Words, plain};
use crate::{Page, PublishError};

pub(crate) use mark::masked;

#[derive(Template)]
#[template(path = "evidence.html")]
struct EvidencePage {
    title: String,
    account: Words,
    source: About,
    passages: Vec<Passage>,
    begins_later: bool,
    ends_earlier: bool,
}

/// The head of the page: what the source is and how it came in.
struct About {
    outlet: Words,
    heading: Words,
    byline: Words,
    published: String,
    basis: &'static str,
    language: String,
    lang: Option<String>,
    hash: String,
    /// Shown as text, never as a link.
    url: Words,
    acquired: Words,
    notes: Vec<Words>,
    problems: Vec<Words>,
}

struct Passage {
    /// What was left out stands before it.
    gap: bool,
    text: Markup,
}

/// One page for each source, in the order of their hashes.
pub(crate) fn pages(
    account: &Account,
    sources: &Sources<'_>,
    references: &References<'_>,
) -> Result<Vec<Page>, PublishError> {
    sources
        .all()
        .map(|entry| page(account, entry, references))
        .collect()
}

fn page(
    account: &Account,
    entry: &Entry<'_>,
    references: &References<'_>,
) -> Result<Page, PublishError> {
    let document = entry.document;
    let card = account.items.iter().find(|card| card.item == document.item);
    let cited: Vec<&Cited> = references.of_item(&document.item).collect();
    let windows = context::windows(&document.text, &cited, !entry.restricted.is_empty());
    let passages = windows.iter().enumerate().map(|(index, window)| Passage {
        gap: index > 0,
        text: Markup(mark::marked(entry, *window, &cited)),
    });
    let end = document.text.trim_end().len();
    let page = EvidencePage {
        title: plain(&format!("{}: {}", document.outlet, heading(document))),
        account: Words::new(&account.title),
        source: about(entry, card),
        passages: passages.collect(),
        begins_later: windows.first().is_some_and(|window| window.start > 0),
        ends_earlier: windows.last().is_some_and(|window| window.end < end),
    };
    let failed = |error: askama::Error| PublishError::Layout {
        page: "evidence",
        reason: error.to_string(),
    };
    let html = page.render().map_err(failed)?;
    Ok(Page::text(address::evidence_page(&document.item), html))
}

fn about(entry: &Entry<'_>, card: Option<&ItemCard>) -> About {
    let document = entry.document;
    let lang = address::language_tag(document.lang.as_deref());
    let language = lang.as_deref().map_or("not known", address::language_name);
    let (published, basis) = dated(entry, card);
    let (acquired, notes) = card.map_or(("", [].as_slice()), |card| (&card.acquired, &card.notes));
    About {
        outlet: Words::new(&document.outlet),
        heading: Words::new(heading(document)),
        byline: Words::new(document.byline.as_deref().unwrap_or_default()),
        published,
        basis,
        language: language.to_owned(),
        lang,
        hash: document.item.to_string(),
        url: Words::new(document.url.as_deref().unwrap_or_default()),
        acquired: Words::new(acquired),
        notes: notes.iter().map(Words::new).collect(),
        problems: document.problems.iter().map(Words::new).collect(),
    }
}

fn heading(document: &Document) -> &str {
    document.title.as_deref().unwrap_or(&document.outlet)
}

fn dated(entry: &Entry<'_>, card: Option<&ItemCard>) -> (String, &'static str) {
    if let Some(published) = &entry.document.published {
        return (date_in_words(published.date), date_basis(published.basis));
    }
    match card.and_then(|card| card.published.clone()) {
        Some(date) => {
            let basis = card.and_then(|card| card.published_basis.as_deref());
            (phrase::date(&date), basis.map_or("", date_basis_by_name))
        }
        None => ("date not known".to_owned(), ""),
    }
}
