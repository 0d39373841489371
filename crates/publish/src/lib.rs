//! An account to pages; returns paths and bytes, writes nothing.
//!
//! Nothing is laid out before the gate has passed every sentence, and nothing is handed out
//! before the finished pages were searched for what must stay out. Never asks for the time,
//! never reads a file, and no page it makes asks for anything from elsewhere.

mod address;
mod basemap;
mod evidence;
mod export;
mod front;
mod gate;
mod map;
mod phrase;
mod reference;
mod sources;
mod timeline;
mod words;

use bearings_model::{Account, Document, Span, Zone, ZoneError};
use thiserror::Error;

pub use basemap::{BaseMap, BaseMapError};
pub use gate::Fault;

use reference::References;
use sources::Sources;

/// An item's text, with the characters of it that nobody may read on a public page.
#[derive(Clone, Debug)]
pub struct Source<'a> {
    pub document: &'a Document,
    /// Bytes of the text, in any order; they may overlap.
    pub restricted: Vec<Span>,
}

/// The browser code that turns the drawn map into one that moves; the pages are whole without.
#[derive(Clone, Copy, Debug)]
pub struct MapScript<'a> {
    pub js: &'a str,
    pub css: &'a str,
}

/// One file of the account: where it goes, with `/` between folders, and what it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    pub path: String,
    pub bytes: Vec<u8>,
}

#[derive(Debug, Error)]
pub enum PublishError {
    #[error("the account cannot be published: {}", listed(.0))]
    Refused(Vec<Fault>),
    #[error("the account's times have no zone: {0}")]
    Zone(#[from] ZoneError),
    #[error("the page '{page}' could not be laid out: {reason}; this is a fault in the template")]
    Layout { page: &'static str, reason: String },
    #[error("'{path}' could not be written as JSON: {reason}")]
    Json { path: &'static str, reason: String },
}

/// Lays an account out as a folder of pages that works from a disk and from a server.
///
/// Fails with every fault found where a sentence is unsupported, firmer than its evidence, or
/// rests on what is restricted; and where restricted words stand in a finished page.
pub fn build(
    account: &Account,
    sources: &[Source<'_>],
    basemap: &BaseMap,
    script: Option<MapScript<'_>>,
) -> Result<Vec<Page>, PublishError> {
    let zone = Zone::named(&account.zone)?;
    let sources = Sources::new(sources);
    passed(gate::check(account, &sources))?;

    let mut references = References::new(&sources);
    let index = front::page(account, &sources, basemap, script, &zone, &mut references)?;
    let mut pages = vec![index];
    pages.extend(evidence::pages(account, &sources, &references)?);
    pages.push(export::account_json(account, &sources)?);
    pages.push(export::places_geojson(account, &references)?);
    pages.push(Page::text(
        "assets/account.css",
        include_str!("../assets/account.css"),
    ));
    if let Some(script) = script {
        pages.push(Page::text("assets/account-map.js", script.js));
        pages.push(Page::text("assets/account-map.css", script.css));
    }
    passed(gate::leaks(&pages, &sources))?;
    Ok(pages)
}

impl Page {
    fn text(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self {
            path: path.into(),
            bytes: text.into().into_bytes(),
        }
    }
}

fn passed(faults: Vec<Fault>) -> Result<(), PublishError> {
    if faults.is_empty() {
        Ok(())
    } else {
        Err(PublishError::Refused(faults))
    }
}

fn listed(faults: &[Fault]) -> String {
    let sentences: Vec<String> = faults.iter().map(ToString::to_string).collect();
    match sentences.as_slice() {
        [only] => only.clone(),
        many => format!("{} faults\n  - {}", many.len(), many.join("\n  - ")),
    }
}
