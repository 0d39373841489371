//! The texts an account rests on, by item, with what is restricted in each.

use std::collections::BTreeMap;

use bearings_model::{Document, Excerpt, ItemId, Span};

use crate::Source;

#[derive(Debug)]
pub(crate) struct Sources<'a> {
    by_item: BTreeMap<&'a ItemId, Entry<'a>>,
}

#[derive(Debug)]
pub(crate) struct Entry<'a> {
    pub document: &'a Document,
    /// Sorted, and joined where they overlap or touch.
    pub restricted: Vec<Span>,
    /// As given, for checking that each fits the text.
    pub given: Vec<Span>,
}

impl<'a> Sources<'a> {
    pub fn new(sources: &[Source<'a>]) -> Self {
        let mut by_item: BTreeMap<&'a ItemId, Entry<'a>> = BTreeMap::new();
        for source in sources {
            let entry = by_item
                .entry(&source.document.item)
                .or_insert_with(|| Entry {
                    document: source.document,
                    restricted: Vec::new(),
                    given: Vec::new(),
                });
            entry.given.extend(&source.restricted);
        }
        for entry in by_item.values_mut() {
            entry.restricted = joined(&entry.given);
        }
        Self { by_item }
    }

    pub fn get(&self, item: &ItemId) -> Option<&Entry<'a>> {
        self.by_item.get(item)
    }

    pub fn all(&self) -> impl Iterator<Item = &Entry<'a>> {
        self.by_item.values()
    }

    /// The characters of an excerpt; `None` where it does not lie in a known text.
    pub fn text(&self, excerpt: &Excerpt) -> Option<&'a str> {
        excerpt.span().of(&self.get(excerpt.item())?.document.text)
    }
}

impl Entry<'_> {
    pub fn is_restricted(&self, span: Span) -> bool {
        self.restricted
            .iter()
            .any(|restricted| restricted.overlaps(span))
    }
}

fn joined(spans: &[Span]) -> Vec<Span> {
    let mut sorted: Vec<Span> = spans
        .iter()
        .copied()
        .filter(|span| !span.is_empty())
        .collect();
    sorted.sort_unstable();
    let mut joined: Vec<Span> = Vec::with_capacity(sorted.len());
    for span in sorted {
        match joined.last_mut() {
            Some(last) if span.start <= last.end => *last = last.join(span),
            _ => joined.push(span),
        }
    }
    joined
}
