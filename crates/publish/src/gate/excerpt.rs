//! Whether an excerpt lies in a known text, on whole characters, clear of what is restricted.

use bearings_model::{CopyGroup, Evidence, Excerpt, ItemId};

use super::Fault;
use crate::sources::Sources;

pub(super) fn check(at: &str, evidence: &[Evidence], sources: &Sources<'_>) -> Vec<Fault> {
    evidence
        .iter()
        .filter_map(|piece| check_one(at, &piece.excerpt, sources))
        .collect()
}

fn check_one(at: &str, excerpt: &Excerpt, sources: &Sources<'_>) -> Option<Fault> {
    let lost = check_lies_in_text(at, excerpt, sources);
    if lost.is_some() {
        return lost;
    }
    let entry = sources.get(excerpt.item())?;
    entry
        .is_restricted(excerpt.span())
        .then(|| Fault::Restricted {
            at: at.to_owned(),
            item: excerpt.item().short().to_owned(),
        })
}

/// A copied passage is laid out with its restricted parts blocked, so it only has to exist, in
/// the items it is said to come from.
pub(super) fn check_copy(at: &str, group: &CopyGroup, sources: &Sources<'_>) -> Vec<Fault> {
    let sides = [
        (&group.earlier, &group.passage_earlier),
        (&group.later, &group.passage_later),
    ];
    let mut faults = Vec::new();
    for (item, passage) in sides {
        if item == passage.item() {
            faults.extend(check_lies_in_text(at, passage, sources));
        } else {
            faults.push(unknown(at, item));
        }
    }
    faults
}

fn check_lies_in_text(at: &str, excerpt: &Excerpt, sources: &Sources<'_>) -> Option<Fault> {
    if sources.get(excerpt.item()).is_none() {
        return Some(unknown(at, excerpt.item()));
    }
    let span = excerpt.span();
    sources
        .text(excerpt)
        .is_none()
        .then(|| Fault::NoSuchCharacters {
            at: at.to_owned(),
            item: excerpt.item().short().to_owned(),
            start: span.start,
            end: span.end,
        })
}

/// A restriction that does not fit its text hides nothing, or the wrong thing.
pub(super) fn restrictions_adrift(sources: &Sources<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    for entry in sources.all() {
        let text = &entry.document.text;
        for span in entry.given.iter().filter(|span| span.of(text).is_none()) {
            faults.push(Fault::RestrictionAdrift {
                item: entry.document.item.short().to_owned(),
                start: span.start,
                end: span.end,
            });
        }
    }
    faults
}

fn unknown(at: &str, item: &ItemId) -> Fault {
    Fault::UnknownItem {
        at: at.to_owned(),
        item: item.short().to_owned(),
    }
}
