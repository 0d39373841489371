//! Items and rulings as the ledger tells them: the ground that everything else is derived from.

use std::collections::HashMap;

use bearings_model::{Acquisition, ItemId, Ruling};

use crate::ledger::{Body, Entry};

/// An item as the case holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeptItem {
    pub id: ItemId,
    /// Bytes.
    pub size: u64,
    /// How it came in the first time.
    pub acquisition: Acquisition,
    /// How many times it came in.
    pub acquisitions: usize,
}

/// Adds what `entries` say to the items known before them.
pub(crate) fn add_items(items: &mut Vec<KeptItem>, entries: &[Entry]) {
    if entries.is_empty() {
        return;
    }
    let mut known: HashMap<ItemId, usize> = items
        .iter()
        .enumerate()
        .map(|(at, kept)| (kept.id.clone(), at))
        .collect();
    for entry in entries {
        let Body::Added {
            item,
            size,
            acquisition,
        } = &entry.body
        else {
            continue;
        };
        if let Some(at) = known.get(item) {
            items[*at].acquisitions += 1;
            continue;
        }
        known.insert(item.clone(), items.len());
        items.push(KeptItem {
            id: item.clone(),
            size: *size,
            acquisition: acquisition.as_ref().clone(),
            acquisitions: 1,
        });
    }
}

pub(crate) fn rulings_in(entries: &[Entry]) -> impl Iterator<Item = Ruling> {
    entries.iter().filter_map(|entry| match &entry.body {
        Body::Ruled(ruling) => Some(ruling.as_ref().clone()),
        _ => None,
    })
}

pub(crate) fn acquisitions_of(
    item: &ItemId,
    entries: &[Entry],
) -> impl Iterator<Item = Acquisition> {
    entries.iter().filter_map(move |entry| match &entry.body {
        Body::Added {
            item: added,
            acquisition,
            ..
        } if added == item => Some(acquisition.as_ref().clone()),
        _ => None,
    })
}
