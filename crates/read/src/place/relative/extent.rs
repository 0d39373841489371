//! What the words mean on the map: from a place's point and own radius to an area.
//!
//! Every width is a constant with its reason. They are chosen wide, not measured: whether a thing told
//! so lies inside is for the evaluation sets to say.

use bearings_model::{Area, PlaceCandidate, PlaceKind, Relation};

use super::measure::Measure;
use super::phrase::{Phrase, Says, Wind};
use crate::place::reach::{EDGE_M, NEAR_M, TOWARDS_M};

/// Who says "north" may know four winds only, so it reaches to the northeast.
const OF_FOUR_DEG: f64 = 45.0;

/// Who says "northeast" knows eight, who says "north-northeast" sixteen: half of each one's share.
const OF_EIGHT_DEG: f64 = 22.5;
const OF_SIXTEEN_DEG: f64 = 11.25;

/// A part is said in halves: "the north" is all north of the middle, "the northeast" all that is
/// north of it and east of it.
const HALF_DEG: f64 = 90.0;
const QUARTER_DEG: f64 = 45.0;

/// A place's radius holds all of it, so its edge lies nearer somewhere: from half the radius on.
const EDGE_SHARE: f64 = 0.5;

/// The centre lies within a quarter of the place's radius, as for "the city centre".
const CENTRE_SHARE: f64 = 0.25;

/// Distances in news are often by road, which is so much longer than the straight line: ratios of 1.2 to
/// 1.4 are usual (Ballou, Rahardja and Sakai 2002).
const DETOUR: f64 = 1.3;

/// A point and a radius tell where a settlement is. Of what reaches farther (regions, countries,
/// rivers) only a part can be told, and nothing is told of what lies beside it.
const WIDEST_ANCHOR_M: u32 = 50_000;

/// Half of a country this large is no place.
const WIDEST_PART_M: u32 = 1_000_000;

/// Where something lies that the phrase places by `place`, whose own radius is `own_m`.
pub(super) fn area(
    phrase: &Phrase,
    place: &PlaceCandidate,
    own_m: u32,
) -> Option<(Relation, Area, String)> {
    let broad = !is_compact(place, own_m);
    let told = phrase.says == Says::Part && phrase.wind.is_some() && own_m <= WIDEST_PART_M;
    if broad && !told {
        return None;
    }
    let (relation, reach, why) = reach(phrase, &place.name, f64::from(own_m))?;
    Some((relation, shape((place.lat, place.lon), phrase, reach), why))
}

/// Whether a point and a radius say where the place ends.
pub(super) fn is_compact(place: &PlaceCandidate, own_m: u32) -> bool {
    let bounded = matches!(place.kind, PlaceKind::Region | PlaceKind::Country);
    !bounded && own_m < WIDEST_ANCHOR_M
}

/// From how far to how far, in metres from the place's point.
type Reach = (f64, f64);

fn reach(phrase: &Phrase, name: &str, own: f64) -> Option<(Relation, Reach, String)> {
    let side = phrase.wind.map(|wind| named(wind, phrase.says));
    let km = |metres: f64| (metres / 100.0).round() / 10.0;
    let edge = own * EDGE_SHARE;
    let (relation, reach, why) = match phrase.says {
        Says::Distance => {
            let Measure { low_m, high_m } = phrase.measure?;
            let why = "as the road goes or the crow flies, from the middle or the edge";
            (Relation::Distance, (low_m / DETOUR, high_m + own), why)
        }
        Says::Within => {
            let high = phrase.measure?.high_m;
            (
                Relation::Distance,
                (0.0, high + own),
                "no farther, from the middle or the edge",
            )
        }
        Says::Direction => {
            let reach = (edge, own + f64::from(TOWARDS_M));
            (
                Relation::Direction,
                reach,
                "outside it, no distance said: as far as the next towns",
            )
        }
        Says::Part if phrase.wind.is_some() => (Relation::Part, (0.0, own), "inside it"),
        Says::Edge => {
            let reach = (edge, own + f64::from(EDGE_M));
            (
                Relation::Part,
                reach,
                "from half its radius to a little beyond it",
            )
        }
        Says::Approaches => {
            let reach = (edge, own + f64::from(NEAR_M));
            (
                Relation::Distance,
                reach,
                "before its edge, as far as a neighbour",
            )
        }
        Says::Near => {
            let reach = (0.0, own + f64::from(NEAR_M));
            (
                Relation::Distance,
                reach,
                "as far as a town's neighbours, the place itself with it",
            )
        }
        Says::Outside => {
            let reach = (edge, own + f64::from(NEAR_M));
            (
                Relation::Distance,
                reach,
                "past its edge, as far as a town's neighbours",
            )
        }
        Says::Centre => (
            Relation::Part,
            (0.0, own * CENTRE_SHARE),
            "a quarter of its radius",
        ),
        Says::Part | Says::Nothing => return None,
    };
    let side = side.map_or(String::new(), |side| format!("{side}, "));
    let why = format!(
        "of {name}: {side}{} to {} km from its point ({why})",
        km(reach.0),
        km(reach.1)
    );
    Some((relation, reach, why))
}

fn named(wind: Wind, says: Says) -> String {
    let half = half_width(wind, says);
    let middle = f64::from(wind.0) * 22.5;
    let from = (middle - half).rem_euclid(360.0);
    let to = (middle + half).rem_euclid(360.0);
    format!("bearings {from}° to {to}°")
}

fn half_width(wind: Wind, says: Says) -> f64 {
    let part = matches!(says, Says::Part | Says::Edge);
    match (wind.0 % 4, part) {
        (0, true) => HALF_DEG,
        (_, true) => QUARTER_DEG,
        (0, false) => OF_FOUR_DEG,
        (2, false) => OF_EIGHT_DEG,
        (_, false) => OF_SIXTEEN_DEG,
    }
}

fn shape(centre: (f64, f64), phrase: &Phrase, (near, far): Reach) -> Area {
    let (near_m, far_m) = (near.floor() as u32, far.ceil() as u32);
    match phrase.wind {
        Some(wind) => Area::Sector {
            centre,
            bearing_deg: f64::from(wind.0) * 22.5,
            half_width_deg: half_width(wind, phrase.says),
            near_m,
            far_m,
        },
        None if near_m == 0 => Area::Disc {
            centre,
            radius_m: far_m,
        },
        None => Area::Ring {
            centre,
            near_m,
            far_m,
        },
    }
}
