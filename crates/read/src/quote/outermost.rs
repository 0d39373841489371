//! Which of a sentence's attributions holds the others.

use std::ops::Range;

use super::attribution::{Attribution, Content};
use super::cue_en::CueClass;

/// "The bridge fell, officials said, according to the agency": the last attribution holds those
/// before it, so it is painted first; whether there is such a one.
pub(super) fn outermost_first(
    mut found: Vec<Attribution>,
    sentence: &Range<usize>,
) -> (Vec<Attribution>, bool) {
    let holds = |k: usize| match &found[k].content {
        Content::Tokens(range) => {
            let trails = range.start == sentence.start && range.end <= found[k].cue.start;
            let said = found[k].class == CueClass::Say && trails;
            said && found[..k]
                .iter()
                .all(|inner| inner.cue.end <= range.end && ends_before(inner, range.end))
        }
        Content::Quotation(_) => false,
    };
    match (1..found.len()).rev().find(|k| holds(*k)) {
        Some(k) => {
            let outermost = found.remove(k);
            found.insert(0, outermost);
            (found, true)
        }
        None => (found, false),
    }
}

/// Whether an attribution follows what it attributes, as in "they left, she said".
fn ends_before(inner: &Attribution, end: usize) -> bool {
    match &inner.content {
        Content::Tokens(range) => range.end <= inner.cue.start && range.end <= end,
        Content::Quotation(_) => true,
    }
}
