//! Words that narrow or move a place: "the northeastern suburbs of", "25 km south of", "the city
//! centre".

use bearings_model::{PlaceCandidate, PlaceMention, PlaceRole};

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

/// The words right before the name at token `at` that qualify it.
pub(super) fn qualifier(text: &Text, at: usize, from: usize) -> Option<String> {
    let direction = |i: usize| DIRECTIONS.at(text, i, i + 1).is_some();
    let part = |i: usize| PARTS.at(text, i, i + 1).is_some();
    let last = at.checked_sub(1).filter(|i| *i >= from)?;
    let mut start = last;
    match text.word(last) {
        // "northeast Kharkiv"
        _ if direction(last) => {}
        // "the outskirts of", "north of", "25 km south of"
        "of" | "from" if last > from && (part(last - 1) || direction(last - 1)) => {
            start = last - 1;
            if start > from && direction(start - 1) {
                start -= 1;
            }
            let measured = start >= from + 2
                && matches!(
                    text.word(start - 1),
                    "km" | "kilometres" | "kilometers" | "miles" | "metres" | "meters"
                );
            if measured {
                start -= 2;
            }
        }
        "near" | "outside" | "around" => {}
        _ => return None,
    }
    Some(text.slice(start..at).to_owned())
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
        candidates: vec![candidate],
        role: PlaceRole::Place,
    }
}
