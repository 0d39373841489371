//! What of a map has a name, for the gazetteer: streets, districts, shops, stops, schools and all
//! else, each with every name, where it lies and how far it reaches.
//!
//! Ways of one street are told one by one: which of them are one street is not decided here.

use super::measure::between_m;
use super::record::{Feature, FeatureId};
use super::spot::Spot;
use super::store::{Store, StoreError};

/// Nothing is known more closely than this.
const LEAST_RADIUS_M: f64 = 30.0;

#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum NamedKind {
    Settlement,
    District,
    Street,
    Stop,
    School,
    Shop,
    Other,
}

#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Named {
    pub id: FeatureId,
    pub kind: NamedKind,
    /// "name", else another it has.
    pub name: String,
    /// All names in all languages with `name` first, each once; a number as "ref" last.
    pub names: Vec<String>,
    pub middle: Spot,
    /// From the middle to the corners of the box around it.
    pub radius_m: f64,
}

impl Store {
    /// Calls with every feature that has a name, in the store's order.
    pub fn each_named(&self, mut each: impl FnMut(Named)) -> Result<(), StoreError> {
        for number in 0..self.len() {
            if let Some(named) = named(&self.feature(number)?) {
                each(named);
            }
        }
        Ok(())
    }
}

fn named(feature: &Feature) -> Option<Named> {
    let name = feature.name()?.to_owned();
    let mut names = vec![name.clone()];
    let school = kind(feature) == NamedKind::School;
    let number = feature.tag("ref").into_iter().take(usize::from(school));
    for other in feature.names().chain(number) {
        if !names.iter().any(|known| known == other) {
            names.push(other.to_owned());
        }
    }
    let bounds = feature.shape.bounds();
    let middle = bounds.middle();
    let corner = Spot {
        lat: bounds.south,
        lon: bounds.west,
    };
    Some(Named {
        id: feature.id,
        kind: kind(feature),
        name,
        names,
        middle,
        radius_m: between_m(middle, corner).max(LEAST_RADIUS_M),
    })
}

fn kind(feature: &Feature) -> NamedKind {
    let tag = |key| feature.tag(key).unwrap_or_default();
    let has = |key| feature.tag(key).is_some_and(|value| value != "no");
    match tag("place") {
        "city" | "town" | "village" | "hamlet" | "isolated_dwelling" => {
            return NamedKind::Settlement;
        }
        "suburb" | "quarter" | "neighbourhood" | "city_block" | "borough" => {
            return NamedKind::District;
        }
        _ => {}
    }
    if tag("boundary") == "administrative" || tag("landuse") == "residential" {
        NamedKind::District
    } else if tag("highway") == "bus_stop"
        || tag("railway") == "tram_stop"
        || has("public_transport")
    {
        NamedKind::Stop
    } else if has("highway") {
        NamedKind::Street
    } else if matches!(tag("amenity"), "school" | "kindergarten") || tag("building") == "school" {
        NamedKind::School
    } else if has("shop") {
        NamedKind::Shop
    } else {
        NamedKind::Other
    }
}
