//! Names no gazetteer lists, told to be places by a word beside them: "the village of Chari", "у селі
//! Забуття". They stay unresolved: a mention without candidates, and never another place's.

use std::ops::Range;
use std::sync::Arc;

use bearings_model::{PlaceMention, PlaceRole, Span};

use super::found_by::FoundBy;
use super::{unlisted_en, unlisted_slavic};
use crate::language::Language;
use crate::text::Text;

/// Unlisted places of a text that no mention in `known` overlaps.
pub(super) fn unlisted(text: &Text, known: &[PlaceMention]) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let name = name_at(text, at, &sentence.tokens, known);
            at += 1;
            let Some(name) = name else { continue };
            let mention = mention(text, name.clone());
            if !is_known(known, mention.span) {
                at = at.max(name.end);
                found.push(mention);
            }
        }
    }
    found
}

fn name_at(
    text: &Text,
    at: usize,
    sentence: &Range<usize>,
    known: &[PlaceMention],
) -> Option<Range<usize>> {
    let listed = |i: usize| is_known(known, text.tokens[i].span);
    match text.language {
        Language::English => unlisted_en::name_at(text, at, sentence),
        Language::Ukrainian | Language::Russian => {
            unlisted_slavic::name_at(text, at, sentence, &listed)
        }
        Language::Other => None,
    }
}

fn is_known(known: &[PlaceMention], span: Span) -> bool {
    let after = known.partition_point(|place| place.span.end <= span.start);
    known
        .get(after)
        .is_some_and(|place| place.span.overlaps(span))
}

fn mention(text: &Text, name: Range<usize>) -> PlaceMention {
    PlaceMention {
        span: text.span(name.clone()),
        text: text.slice(name).to_owned(),
        qualifier: None,
        candidates: Arc::default(),
        role: PlaceRole::Place,
        rule: FoundBy::Unlisted.rule(text.language).into(),
        relative: None,
    }
}
