//! Incidents: bounded occurrences that group a reading's claims of events and of people harmed.
//!
//! Pure grouping: nothing is read here that a claim does not say, and claims whose times or
//! places contradict each other are never put together.

mod blame;
mod cue;
mod en;
mod family;
mod group;
mod ru;
mod spot;
mod told;
mod uk;
mod victim;

use bearings_model::{Actor, Amount, ClaimId, Document, EventKind, Outcome, Reading, Who};

pub use blame::{Blame, Perpetrator};

use crate::language::Language;
use crate::text::Text;

/// One occurrence as a text tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// The kind its claims name most exactly.
    pub kind: EventKind,
    /// Index into the reading's times; `None` where no claim says when.
    pub time: Option<usize>,
    /// Indices into the reading's places, the narrowest first; only what its claims name.
    pub places: Vec<usize>,
    /// ISO 3166 alpha-2 of the country of its places, or of the one the text speaks of.
    pub country: Option<String>,
    /// Who acts, as written.
    pub actors: Vec<Actor>,
    /// Organisations named as having done it, and on whose word.
    pub perpetrators: Vec<Perpetrator>,
    pub victims: Vec<Victim>,
    /// In the order of the text.
    pub claims: Vec<ClaimId>,
}

/// People harmed or taken in an incident, as one claim counts or names them.
#[derive(Clone, Debug, PartialEq)]
pub struct Victim {
    /// As written: "two farm workers", "Ana Roldan".
    pub text: String,
    pub amount: Amount,
    pub outcome: Option<Outcome>,
    pub who: Option<Who>,
    pub claim: ClaimId,
}

/// The incidents of a text, in the order in which it opens them.
pub fn incidents(reading: &Reading, document: &Document) -> Vec<Incident> {
    let text = Text::new(&document.text, Language::of(document));
    let country = spot::country_spoken_of(reading, &text);
    let told = told::told(reading, document, &text, country.as_deref());
    let given = document.published.as_ref().map(|published| published.date);
    let written = reading
        .dateline
        .as_ref()
        .and_then(|head| head.date)
        .or(given);
    group::group(reading, &told, written)
        .into_iter()
        .map(|group| group.incident(reading, country.as_deref()))
        .collect()
}
