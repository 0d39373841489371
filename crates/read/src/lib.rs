//! Text to claims: who says what, through whom, how firmly, how many, when and where.
//!
//! Pure: a document and a gazetteer in, a reading out. No clock, no disk, no network; the same
//! text always reads the same. It reads and never judges what is true.

mod actor;
mod amount;
pub mod asked;
mod claim;
mod dateline;
mod event;
mod footage;
mod growth;
mod incident;
mod language;
mod lexicon;
mod place;
mod quote;
mod restrict;
mod rule;
mod strength;
mod tally;
mod text;
mod time;
mod toll;

use bearings_model::{Dateline, Document, Gazetteer, PlaceMention, Reading, Span};

pub use claim::in_order;
pub use incident::{Blame, Incident, Perpetrator, Victim, incidents};
pub use quote::{name_key, names_alike};
pub use rule::{Rule, rule, rules};
pub use toll::{Toll, TollCount, toll};

use dateline::DatelineFound;
use language::Language;
use text::Text;

/// The version of the rules; stored with every reading, so that old readings are known as such.
pub const VERSION: &str = concat!("read-", env!("CARGO_PKG_VERSION"), "-", env!("RULES"));

/// The kind of event a few English words name ("the gunfight"), by the reader's own table.
pub fn event_named(words: &str) -> Option<bearings_model::EventKind> {
    let text = Text::new(words, Language::English);
    event::event(&text, 0..text.tokens.len()).map(|found| found.kind)
}

/// Reads one document.
///
/// Spans in the reading are bytes of `document.text`. A text in a language without rules yet
/// gives its sentences and places, and a problem that says so.
pub fn read(document: &Document, gazetteer: &dyn Gazetteer) -> Reading {
    let mut text = Text::new(&document.text, Language::of(document));
    if text.language == Language::Other {
        return places_only(document, &text, gazetteer);
    }
    let given = document.published.as_ref().map(|published| published.date);
    let head = dateline::dateline(&text, given);
    if let Some(head) = &head {
        dateline::part(&mut text, head);
    }
    let text = text;
    let published = given.or_else(|| head.as_ref()?.date);
    let times = time::times(&text, published, &document.zone);
    let places = place::places(&text, gazetteer, &times.spans());
    let mut frames = quote::frames(&text, document);
    let footage = footage::read(&text, &mut frames);
    let made = claim::claims(&claim::Parts {
        document,
        text: &text,
        frames: &frames,
        times: &times,
        places: &places.mentions,
        focus: places.focus,
        orders: &footage.orders,
        narrated: claim::Narrated::default(),
        sides: actor::Sides::of(&text, published),
        head: head.as_ref().map_or(0, |head| head.tokens.end),
    });
    let dateline = head.map(|head| dated(&text, &head, &places.mentions));
    Reading {
        dateline,
        sentences: sentences(&text),
        restrictions: restrict::restrictions(&text, document),
        times: times.mentions,
        places: places.mentions,
        quotes: frames.quotes,
        footage: footage.footage,
        claims: made.claims,
        caveats: made.caveats,
        named: toll::named(&text),
        problems: Vec::new(),
    }
}

/// The dateline with the place that its name means.
fn dated(text: &Text, head: &DatelineFound, places: &[PlaceMention]) -> Dateline {
    let name = text.span(head.place.clone());
    Dateline {
        span: text.span(head.tokens.clone()),
        date: head.date,
        place: places.iter().position(|place| name.contains(place.span)),
    }
}

/// English rules over another language would make claims nobody made.
fn places_only(document: &Document, text: &Text, gazetteer: &dyn Gazetteer) -> Reading {
    Reading {
        sentences: sentences(text),
        places: place::places(text, gazetteer, &[]).mentions,
        problems: vec![language::problem(document)],
        ..Reading::default()
    }
}

fn sentences(text: &Text) -> Vec<Span> {
    text.sentences
        .iter()
        .map(|sentence| sentence.span)
        .collect()
}
