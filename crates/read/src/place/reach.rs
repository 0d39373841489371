//! How far a place may lie from its point: wider where the name is doubtful or the words say
//! "near" and "25 km from".

use std::sync::Arc;

use bearings_model::{PlaceCandidate, PlaceKind, PlaceMention};

use super::context::apart_m;
use crate::text::Text;

/// "Near" and "outside": as far as a town's neighbours.
pub(super) const NEAR_M: u32 = 15_000;

/// "The outskirts of": the edge of what is built.
pub(super) const EDGE_M: u32 = 3_000;

/// "North of" with no distance: the next towns, not the next region.
pub(super) const TOWARDS_M: u32 = 30_000;

/// "The Mariupol region", where no region of the name is known.
pub(super) const REGION_M: u32 = 50_000;

/// The radius around the first that holds all of them; `None` where the first's own does, or
/// where its own says nothing of where (a country).
pub(super) fn over<'p>(mut places: impl Iterator<Item = &'p PlaceCandidate>) -> Option<u32> {
    let first = places
        .next()
        .filter(|place| place.kind != PlaceKind::Country)?;
    let farthest = places
        .filter(|place| place.kind != PlaceKind::Country)
        .map(|place| apart_m(first, place) + f64::from(place.radius_m))
        .fold(0.0, f64::max);
    (farthest > f64::from(first.radius_m)).then_some(farthest.round() as u32)
}

/// What the words before a name add to its radius, in metres.
pub(super) fn beyond(qualifier: &str) -> u32 {
    let words = qualifier.to_lowercase();
    if let Some(metres) = measured(&words) {
        return metres;
    }
    let any = |list: &[&str]| words.split_whitespace().any(|own| list.contains(&own));
    if any(EDGES) {
        EDGE_M
    } else if any(FROM) && !any(INSIDE) || any(TOWARDS) {
        TOWARDS_M
    } else if any(NEAR) {
        NEAR_M
    } else {
        0
    }
}

/// "Between X and Y" lies no farther from either than they are apart.
pub(super) fn between(text: &Text, mentions: &mut [PlaceMention]) {
    for index in 1..mentions.len() {
        let (before, after) = mentions.split_at_mut(index);
        let (first, second) = (&mut before[index - 1], &mut after[0]);
        let Some(words) = first.qualifier.clone().filter(|words| is_between(words)) else {
            continue;
        };
        let gap = &text.source[first.span.end.min(second.span.start)..second.span.start];
        let joined = matches!(gap.trim(), "and" | "і" | "й" | "та" | "и");
        let (Some(a), Some(b)) = (first.best(), second.best()) else {
            continue;
        };
        if joined {
            let apart = apart_m(a, b).round() as u32;
            for end in [&mut *first, &mut *second] {
                if let Some(best) = Arc::make_mut(&mut end.candidates).first_mut() {
                    best.radius_m = best.radius_m.max(apart);
                }
            }
            second.qualifier = Some(words);
        }
    }
}

fn is_between(words: &str) -> bool {
    matches!(words.to_lowercase().as_str(), "between" | "між" | "между")
}

const EDGES: &[&str] = &[
    "outskirts",
    "suburbs",
    "suburb",
    "edge",
    "edges",
    "approaches",
    "околиці",
    "околицях",
    "підступах",
    "передмістя",
    "передмісті",
    "окраине",
    "окраинах",
    "подступах",
    "пригород",
    "пригороде",
];

/// "North of": away from the place, but for "the centre of", "the north of" aside.
const FROM: &[&str] = &["from", "of", "від", "от", "к"];

/// Parts of the place itself.
const INSIDE: &[&str] = &[
    "part",
    "parts",
    "centre",
    "center",
    "heart",
    "side",
    "district",
    "districts",
    "area",
    "neighbourhoods",
    "neighborhoods",
    "not",
    "неподалік",
    "недалеко",
];

const TOWARDS: &[&str] = &[
    "beyond",
    "північніше",
    "південніше",
    "східніше",
    "західніше",
    "севернее",
    "южнее",
    "восточнее",
    "западнее",
];

const NEAR: &[&str] = &[
    "near",
    "outside",
    "around",
    "vicinity",
    "close",
    "next",
    "not",
    "поблизу",
    "біля",
    "під",
    "неподалік",
    "навколо",
    "близ",
    "возле",
    "под",
    "недалеко",
    "около",
    "вокруг",
    "районі",
    "районе",
];

/// "25 km south of", "за 20 км від": the distance, with a tenth for its rounding.
fn measured(words: &str) -> Option<u32> {
    let mut parts = words.split_whitespace();
    let number = |word: &str| word.replace(',', ".").parse::<f64>().ok();
    let number = parts.by_ref().find_map(number)?;
    let metres = match parts.next()? {
        "miles" | "mile" => 1609.0,
        "metres" | "meters" | "метрів" | "метрах" | "метров" => 1.0,
        _ => 1000.0,
    };
    Some((number * metres * 1.1).clamp(0.0, 1_000_000.0) as u32)
}
