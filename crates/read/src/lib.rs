//! Text to claims: who says what, through whom, how firmly, how many, when and where.
//!
//! Pure: a document and a gazetteer in, a reading out. No clock, no disk, no network; the same
//! text always reads the same. It reads and never judges what is true.

mod actor;
mod amount;
mod claim;
mod event;
mod footage;
mod lexicon;
mod place;
mod quote;
mod restrict;
mod strength;
mod tally;
mod text;
mod time;

use bearings_model::{Document, Gazetteer, Reading};

/// The version of the rules; stored with every reading, so that old readings are known as such.
pub const VERSION: &str = concat!("read-", env!("CARGO_PKG_VERSION"));

/// Reads one document.
///
/// Spans in the reading are bytes of `document.text`. A text in a language without rules yet
/// gives its sentences and places, and a problem that says so.
pub fn read(document: &Document, gazetteer: &dyn Gazetteer) -> Reading {
    let text = text::Text::new(&document.text);
    let published = document.published.as_ref().map(|published| published.date);
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
    });
    Reading {
        sentences: text
            .sentences
            .iter()
            .map(|sentence| sentence.span)
            .collect(),
        restrictions: restrict::restrictions(&text, document),
        times: times.mentions,
        places: places.mentions,
        quotes: frames.quotes,
        footage: footage.footage,
        claims: made.claims,
        caveats: made.caveats,
        problems: Vec::new(),
    }
}
