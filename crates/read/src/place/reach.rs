//! How far a place may lie from its point: wider where the name is doubtful or the words say
//! "near" and "25 km from".

use bearings_model::{PlaceCandidate, PlaceKind};

use super::context::apart_m;

/// "Near" and "outside": as far as a town's neighbours.
const NEAR_M: u32 = 15_000;

/// "The outskirts of": the edge of what is built.
const EDGE_M: u32 = 3_000;

/// "North of" with no distance: the next towns, not the next region.
const TOWARDS_M: u32 = 30_000;

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
    let any = |list: &[&str]| {
        list.iter()
            .any(|word| words.split_whitespace().any(|own| own == *word))
    };
    if any(EDGES) {
        EDGE_M
    } else if any(AWAY) {
        TOWARDS_M
    } else if any(NEAR) {
        NEAR_M
    } else {
        0
    }
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
    "передмістя",
    "передмісті",
    "окраине",
    "окраинах",
    "пригород",
    "пригороде",
];

/// Directions from a place: "north of", never "the north of" it, which cannot be told apart here.
const AWAY: &[&str] = &["from", "від", "от", "of", "між", "между", "between"];

const NEAR: &[&str] = &[
    "near",
    "outside",
    "around",
    "vicinity",
    "поблизу",
    "біля",
    "під",
    "неподалік",
    "близ",
    "возле",
    "под",
    "недалеко",
    "около",
    "поруч",
    "рядом",
    "районі",
    "районе",
];

/// "25 km south of", "за 20 км від": the distance, with a tenth for its rounding.
fn measured(words: &str) -> Option<u32> {
    let mut parts = words.split_whitespace();
    let number = parts
        .by_ref()
        .find_map(|word| word.replace(',', ".").parse::<f64>().ok())?;
    let metres = match parts.next()? {
        "km"
        | "kilometres"
        | "kilometers"
        | "км"
        | "кілометрів"
        | "кілометри"
        | "кілометрах"
        | "километров"
        | "километра"
        | "километрах" => 1000.0,
        "miles" | "mile" => 1609.0,
        "metres" | "meters" | "м" | "метрів" | "метров" | "метрах" => 1.0,
        _ => return None,
    };
    Some((number * metres * 1.1).clamp(0.0, 1_000_000.0) as u32)
}
