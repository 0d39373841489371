//! An item's text as intake found it, with what the page says about itself.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::{ItemId, Zone};

/// How the bytes came in. Part of the ground: written once, never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acquisition {
    pub at: Timestamp,
    pub by: String,
    /// The file's name or the address it was fetched from.
    pub from: String,
    /// "file" or "fetch".
    pub method: String,
    pub media_type: Option<String>,
    /// What the person who added it said about it; overrides what is found.
    pub published: Option<String>,
    pub source: Option<String>,
    pub lang: Option<String>,
    pub zone: Option<Zone>,
    /// The day that a picture, a film or a recording is said to show.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shows: Option<String>,
    /// The item these bytes were made from: letters read in a picture, speech written down.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub derived_from: Option<ItemId>,
    /// Take the bytes as the text itself; remove no page chrome.
    pub plain: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    pub date: Date,
    pub basis: DateBasis,
}

/// Where a publication date comes from, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateBasis {
    /// A person gave it when adding the item.
    Given,
    /// The page's metadata.
    Metadata,
    /// The text itself ("Update from February 25").
    Stated,
    /// Worked out from other clues.
    Inferred,
}

impl DateBasis {
    pub fn name(self) -> &'static str {
        match self {
            DateBasis::Given => "given",
            DateBasis::Metadata => "metadata",
            DateBasis::Stated => "stated",
            DateBasis::Inferred => "inferred",
        }
    }
}

/// The derived text of one item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    pub item: ItemId,
    pub title: Option<String>,
    pub byline: Option<String>,
    /// Who published it, by the name readers know.
    pub outlet: String,
    /// ISO 639-1, `None` where it cannot be told.
    pub lang: Option<String>,
    pub text: String,
    pub published: Option<Published>,
    pub zone: Zone,
    pub url: Option<String>,
    /// What went wrong or was left out, one sentence each.
    pub problems: Vec<String>,
}
