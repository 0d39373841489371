//! An address in an item. Nothing is said in Bearings without one.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{ItemId, Span};

/// Characters of an item's text; never empty, so no claim can rest on nothing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Parts", into = "Parts")]
pub struct Excerpt {
    item: ItemId,
    span: Span,
}

#[derive(Debug, Error)]
#[error("an excerpt needs at least one character; {start}..{end} has none")]
pub struct EmptyExcerpt {
    start: usize,
    end: usize,
}

impl Excerpt {
    pub fn new(item: ItemId, span: Span) -> Result<Self, EmptyExcerpt> {
        if span.start >= span.end {
            return Err(EmptyExcerpt {
                start: span.start,
                end: span.end,
            });
        }
        Ok(Self { item, span })
    }

    pub fn item(&self) -> &ItemId {
        &self.item
    }

    /// Bytes of the item's text.
    pub fn span(&self) -> Span {
        self.span
    }
}

/// The stored form, checked again when it is read back.
#[derive(Clone, Serialize, Deserialize)]
struct Parts {
    item: ItemId,
    span: Span,
}

impl TryFrom<Parts> for Excerpt {
    type Error = EmptyExcerpt;

    fn try_from(parts: Parts) -> Result<Self, EmptyExcerpt> {
        Excerpt::new(parts.item, parts.span)
    }
}

impl From<Excerpt> for Parts {
    fn from(excerpt: Excerpt) -> Self {
        Parts {
            item: excerpt.item,
            span: excerpt.span,
        }
    }
}
