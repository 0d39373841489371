//! Words that narrow or move a place: "the northeastern suburbs of", "25 km south of", "the city
//! centre".

use bearings_model::{PlaceCandidate, PlaceMention, PlaceRole};

use super::found_by::FoundBy;
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static DIRECTIONS: () = {
        () => "north, south, east, west, northeast, northwest, southeast, southwest, north-east, northern, southern, eastern, western, northeastern, northwestern, southeastern, southwestern, central",
    };
}
phrases! {
    static PARTS: () = {
        () => "outskirts, suburbs, suburb, edge, edges, centre, center, part, parts, side, approaches, vicinity, area, road, district, districts, neighbourhoods, neighborhoods, heart",
    };
}
phrases! {
    /// What is said for the middle of the place the text is about.
    static CENTRES: () = {
        () => "city center, city centre, center of the city, centre of the city, downtown, town center, town centre",
    };
}

phrases! {
    /// Right before a name: beside it, not in it.
    static BESIDE: () = {
        () => "near, outside, around, between, beyond, just outside, close to, next to, not far from",
    };
}
phrases! {
    static MEASURES: () = {
        () => "km, kms, kilometres, kilometers, kilometre, kilometer, miles, mile, metres, meters",
    };
}

/// "( 12 miles )" between a distance and its direction.
const BRACKET_TOKENS: usize = 4;

/// The words right before the name at token `at` that qualify it.
pub(super) fn qualifier(text: &Text, at: usize, from: usize) -> Option<String> {
    let direction = |i: usize| DIRECTIONS.at(text, i, i + 1).is_some();
    let part = |i: usize| PARTS.at(text, i, i + 1).is_some();
    let last = at.checked_sub(1).filter(|i| *i >= from)?;
    let mut start = match text.word(last) {
        // "northeast Kharkiv"
        _ if direction(last) => last,
        // "the outskirts of", "north of", "25 km south of"
        "of" | "from" if last > from && (part(last - 1) || direction(last - 1)) => {
            let two = last > from + 1 && direction(last - 2);
            last - 1 - usize::from(two)
        }
        // "25 km from"
        "from" | "of" if measured(text, last, from).is_some() => last,
        _ => beside(text, at, from)?,
    };
    if let Some(before) = measured(text, start, from) {
        start = before;
    }
    Some(text.slice(start..at).to_owned())
}

fn beside(text: &Text, at: usize, from: usize) -> Option<usize> {
    (from.max(at.saturating_sub(4))..at).find(|start| {
        let found = BESIDE.at(text, *start, at);
        found.is_some_and(|found| start + found.tokens == at)
    })
}

/// Where the distance that ends before token `end` begins: "25 km", "20 kilometres (12 miles)".
fn measured(text: &Text, end: usize, from: usize) -> Option<usize> {
    let bracket = text.word(end.checked_sub(1)?) == ")";
    let end = if bracket {
        end.checked_sub(BRACKET_TOKENS)?
    } else {
        end
    };
    if bracket && text.word(end) != "(" {
        return None;
    }
    let start = end.checked_sub(2).filter(|start| *start >= from)?;
    let number = text.kind(start) == Some(crate::text::Kind::Number);
    (number && MEASURES.at(text, end - 1, end).is_some()).then_some(start)
}

/// "the city centre" and the like, as parts of the text's main place.
pub(super) fn parts_of_main_place(text: &Text, main: &PlaceCandidate) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match CENTRES.at(text, at, sentence.tokens.end) {
                Some(words) => {
                    found.push(centre(text, at..at + words.tokens, main));
                    at += words.tokens;
                }
                None => at += 1,
            }
        }
    }
    found
}

/// A centre is taken to lie within a quarter of the settlement's own radius: wide on purpose.
const CENTRE_SHARE: u32 = 4;

fn centre(text: &Text, tokens: std::ops::Range<usize>, main: &PlaceCandidate) -> PlaceMention {
    let candidate = PlaceCandidate {
        radius_m: main.radius_m / CENTRE_SHARE,
        score: main.score * 0.9,
        reason: format!(
            "the centre of {}, the place this text is mainly about",
            main.name
        ),
        ..main.clone()
    };
    PlaceMention {
        span: text.span(tokens.clone()),
        text: text.slice(tokens).to_owned(),
        qualifier: Some("centre".to_owned()),
        candidates: [candidate].into(),
        role: PlaceRole::Place,
        rule: FoundBy::Centre.rule(text.language).into(),
        relative: None,
    }
}
