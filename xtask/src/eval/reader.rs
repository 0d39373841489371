//! Reads one plain text the way `bearings read --plain` does, for measuring.

use bearings_model::{DateBasis, Document, Gazetteer, ItemId, Published, Reading, Zone};
use bearings_read::read;
use jiff::civil::Date;

/// What a measure knows of a text besides its characters.
#[derive(Clone, Debug, Default)]
pub struct About<'a> {
    /// ISO 639-1.
    pub lang: &'a str,
    pub published: Option<Date>,
    pub title: Option<&'a str>,
    /// IANA name; empty is UTC.
    pub zone: &'a str,
}

/// The reading of `text`; spans are bytes of it.
pub fn reading(text: &str, about: &About, gazetteer: &dyn Gazetteer) -> Reading {
    read(&document(text, about), gazetteer)
}

pub fn document(text: &str, about: &About) -> Document {
    Document {
        item: ItemId::from_hex(&"0".repeat(64)).expect("64 digits are a hash"),
        title: about.title.map(str::to_owned),
        byline: None,
        outlet: "outlet".to_owned(),
        lang: Some(about.lang.to_owned()),
        text: text.to_owned(),
        published: about.published.map(|date| Published {
            date,
            basis: DateBasis::Given,
        }),
        zone: Zone::named(about.zone).unwrap_or_else(|_| Zone::utc()),
        url: None,
        problems: Vec::new(),
    }
}
