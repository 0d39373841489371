//! Streets: a place in the text's main place, which nobody's gazetteer holds.

use bearings_model::{PlaceCandidate, PlaceKind, PlaceMention, PlaceRole};

use super::body_en::STREETS;
use super::found_by::FoundBy;
use super::stop_en::NEVER;
use crate::text::{Kind, Text};

/// "Martin Luther King Boulevard" has no more words before the kind of road.
const LONGEST_STREET_WORDS: usize = 4;

/// Streets of `main`, which is all that is known of where they are.
pub(super) fn streets(text: &Text, main: &PlaceCandidate) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        for at in sentence.tokens.clone().skip(1) {
            let kind = text.is_capital(at) && STREETS.at(text, at, at + 1).is_some();
            if let Some(start) = kind
                .then(|| start(text, at, sentence.tokens.start))
                .flatten()
            {
                found.push(street(text, start..end(text, at), main));
            }
        }
    }
    found
}

/// Past the dot of "St." and the number of "Highway 19".
fn end(text: &Text, at: usize) -> usize {
    let short = matches!(
        text.word(at),
        "st" | "ave" | "rd" | "blvd" | "dr" | "ln" | "pkwy" | "hwy"
    );
    let dot = short && text.word(at + 1) == "." && text.is_glued(at + 1);
    let number = is_numbered(text, at) && text.kind(at + 1) == Some(Kind::Number);
    at + 1 + usize::from(dot || number)
}

fn is_numbered(text: &Text, at: usize) -> bool {
    matches!(
        text.word(at),
        "highway" | "hwy" | "road" | "route" | "interstate"
    )
}

/// The first word of the street's name before its kind at token `at`.
fn start(text: &Text, at: usize, from: usize) -> Option<usize> {
    let mut start = at;
    while start > from && at - start < LONGEST_STREET_WORDS {
        let before = start - 1;
        let initial = text.word(before) == "." && before > from && text.raw(before - 1).len() == 1;
        let word = text.kind(before) == Some(Kind::Word) && text.is_capital(before);
        let common = NEVER.at(text, before, before + 1).is_some() && before == from;
        if initial && text.is_capital(before - 1) {
            start = before - 1;
        } else if word && !common && !matches!(text.word(before), "the" | "on" | "at" | "in") {
            start = before;
        } else {
            break;
        }
    }
    let numbered = is_numbered(text, at) && text.kind(at + 1) == Some(Kind::Number);
    (start < at && !matches!(text.word(at), "route" | "interstate") || numbered).then_some(start)
}

fn street(text: &Text, tokens: std::ops::Range<usize>, main: &PlaceCandidate) -> PlaceMention {
    PlaceMention {
        span: text.span(tokens.clone()),
        text: text.slice(tokens).to_owned(),
        qualifier: None,
        candidates: [PlaceCandidate {
            kind: PlaceKind::Feature,
            score: main.score * 0.9,
            reason: format!(
                "a road in {}, the place this text is mainly about",
                main.name
            ),
            ..main.clone()
        }]
        .into(),
        role: PlaceRole::Place,
        rule: FoundBy::Street.rule(text.language).into(),
        relative: None,
    }
}
