//! Where: a name as written, and the places it can mean, each with an honest radius.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::claim::named;
use crate::{Relative, RuleName, Span};

/// One place a name can mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceCandidate {
    /// `geonames:706483`, or `bearings:…` for what the project's own list adds.
    pub id: String,
    pub name: String,
    pub kind: PlaceKind,
    /// ISO 3166 alpha-2; empty where none applies.
    pub country: String,
    /// GeoNames' code of the first-order division; empty where none is known.
    #[serde(default)]
    pub admin1: String,
    /// WGS 84 degrees.
    pub lat: f64,
    pub lon: f64,
    /// The place lies within this many metres of the point.
    pub radius_m: u32,
    pub population: u32,
    /// 0 to 1 among the candidates of one mention; not a probability.
    pub score: f64,
    /// Why it is a candidate and why it stands where it stands.
    pub reason: String,
}

named!(PlaceKind {
    City = "city",
    Town = "town",
    Village = "village",
    District = "district",
    Region = "region",
    Country = "country",
    Feature = "feature",
});

impl PlaceKind {
    /// Whether a point on a map says something: a country's does not.
    pub fn is_settlement(self) -> bool {
        !matches!(self, Self::Region | Self::Country)
    }
}

/// A place name as written, with what it may mean, best first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PlaceMention {
    pub span: Span,
    pub text: String,
    /// "northeastern suburbs of", "outskirts of", "road from": narrows or moves the place.
    pub qualifier: Option<String>,
    /// Best first. Shared: a name means the same all through a text.
    pub candidates: Arc<[PlaceCandidate]>,
    /// What the name stands for here; readings from before it was told apart say `Place`.
    #[serde(default)]
    pub role: PlaceRole,
    /// The rule that found it; empty where a person set the place, and in older readings.
    #[serde(default)]
    pub rule: RuleName,
    /// What the words around the name place by it, as areas; older readings had none.
    #[serde(default)]
    pub relative: Option<Relative>,
}

/// How a place's name is used. Only a `Place` may say where something happened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceRole {
    /// The place itself, or those who act for it ("Moscow said").
    #[default]
    Place,
    /// Part of another's name: "Kharkiv National University".
    Within,
    /// "Russian troops".
    Adjective,
    /// "the Russians".
    People,
}

/// Metres between two points (latitude and longitude in WGS 84 degrees) on a sphere of the Earth's
/// mean radius (haversine); good to half a percent, which is far below any radius here.
pub fn distance_m(a: (f64, f64), b: (f64, f64)) -> f64 {
    const EARTH_RADIUS_M: f64 = 6_371_008.8;
    let half = |degrees: f64| (degrees.to_radians() / 2.0).sin().powi(2);
    let across = a.0.to_radians().cos() * b.0.to_radians().cos();
    let h = half(b.0 - a.0) + across * half(b.1 - a.1);
    2.0 * EARTH_RADIUS_M * h.sqrt().min(1.0).asin()
}

impl PlaceMention {
    pub fn best(&self) -> Option<&PlaceCandidate> {
        self.candidates.first()
    }
}

/// Looks names up; the reader is handed one and knows no data of its own.
pub trait Gazetteer {
    /// All places with this name, in any spelling and case, unordered, `score` 0.
    fn look_up(&self, name: &str) -> Vec<PlaceCandidate>;

    /// Whether a longer name may begin with these words; lets the reader stop early.
    fn may_begin(&self, words: &str) -> bool;

    /// What it holds beyond the built-in places, for the version of what is read with it; empty
    /// when nothing.
    fn edition(&self) -> String {
        String::new()
    }
}
