//! The map of an account: a drawing that needs no script and prints, the list of its places,
//! and the data the browser's script draws the same from.

mod draw;
mod frame;
mod ground;
mod label;
mod marks;

use bearings_model::{Account, MapFeature};
use serde_json::{Value, json};

use crate::address::anchor;
use crate::basemap::BaseMap;
use crate::phrase;
use crate::reference::References;
use crate::words::plain;
use frame::Frame;

pub(crate) use draw::Drawings;

/// Width and height of the drawing on a wide page and on a telephone, in CSS pixels.
const WIDE: (f64, f64) = (760.0, 600.0);
const NARROW: (f64, f64) = (360.0, 420.0);

/// The small drawing that shows where the main one lies.
const OVERVIEW: (f64, f64) = (300.0, 230.0);

/// `None` where the account has no places.
pub(crate) fn drawings(account: &Account, basemap: &BaseMap) -> Option<Drawings> {
    let places = &account.places;
    if places.is_empty() {
        return None;
    }
    let wide = Frame::around_most(places, WIDE);
    Some(Drawings {
        narrow: draw::main(&Frame::around_most(places, NARROW), places, basemap, "n"),
        overview: draw::overview(&Frame::overview(places, OVERVIEW), &wide, places, basemap),
        wide: draw::main(&wide, places, basemap, "w"),
    })
}

/// West, south, east and north of the wide drawing, in degrees.
pub(crate) fn bounds(places: &[MapFeature]) -> String {
    let area = Frame::around_most(places, WIDE).area();
    [area.west, area.south, area.east, area.north]
        .map(|degrees| format!("{degrees:.4}"))
        .join(",")
}

/// The anchor of a place in the list beside the map.
pub(crate) fn place_anchor(feature: &MapFeature) -> String {
    format!("p-{}", anchor(&feature.id))
}

/// The middle of the places, longitude and latitude.
pub(crate) fn middle(places: &[MapFeature]) -> [f64; 2] {
    let count = places.len().max(1) as f64;
    let sum = |of: fn(&MapFeature) -> f64| places.iter().map(of).sum::<f64>() / count;
    [sum(|place| place.lon), sum(|place| place.lat)]
}

/// The places as a GeoJSON feature collection, as the page's script expects them.
pub(crate) fn features(account: &Account, references: &References<'_>) -> Value {
    let features: Vec<Value> = account
        .places
        .iter()
        .map(|place| feature(place, references))
        .collect();
    json!({"type": "FeatureCollection", "features": features})
}

/// Where a place's name leads: the first excerpt that tells of it, or its entry in the list.
pub(crate) fn address(place: &MapFeature, references: &References<'_>) -> String {
    let first = place
        .sentences
        .iter()
        .flat_map(|sentence| &sentence.evidence)
        .next();
    let excerpt = first.and_then(|piece| references.address(&piece.excerpt));
    excerpt.unwrap_or_else(|| format!("#{}", place_anchor(place)))
}

fn feature(place: &MapFeature, references: &References<'_>) -> Value {
    json!({
        "type": "Feature",
        "id": place.id,
        "geometry": {"type": "Point", "coordinates": [place.lon, place.lat]},
        "properties": {
            "id": place.id,
            "label": plain(&place.label),
            "kind": "place",
            "radius_m": place.radius_m,
            "count": place.origins,
            "href": address(place, references),
            "status": phrase::map_status_name(place.status),
            "when": plain(&place.when),
        },
    })
}
