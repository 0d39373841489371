//! Features from GeoJSON, and what is seen as GeoJSON.

use serde_json::{Value, json};
use thiserror::Error;

use super::feature::{Feature, Shape};
use super::seen::{Sighting, Standing};

#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum FeatureError {
    #[error("this is not JSON: {0}")]
    NotJson(String),
    #[error("this is not a GeoJSON FeatureCollection")]
    NotFeatures,
}

/// Points and polygons of a collection; what is neither is counted, not kept. Of properties
/// `name`, `kind`, `height` (metres) and `building:levels` are read, as OpenStreetMap has them.
pub fn features_from_geojson(text: &str) -> Result<(Vec<Feature>, usize), FeatureError> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| FeatureError::NotJson(error.to_string()))?;
    let list = value["features"]
        .as_array()
        .ok_or(FeatureError::NotFeatures)?;
    let features: Vec<Feature> = list
        .iter()
        .enumerate()
        .filter_map(|(number, one)| feature(number, one))
        .collect();
    let left_out = list.len() - features.len();
    Ok((features, left_out))
}

/// A storey's usual height.
const STOREY_M: f64 = 3.0;

fn feature(number: usize, value: &Value) -> Option<Feature> {
    let properties = &value["properties"];
    let text = |key: &str| properties[key].as_str().map(str::to_owned);
    let metres = |key: &str| {
        let value = &properties[key];
        let stated = value
            .as_f64()
            .or_else(|| value.as_str()?.trim_end_matches('m').trim().parse().ok());
        stated.filter(|metres: &f64| metres.is_finite())
    };
    let geometry = &value["geometry"];
    let at = |pair: &Value| -> Option<[f64; 2]> { Some([pair[1].as_f64()?, pair[0].as_f64()?]) };
    let shape = match geometry["type"].as_str()? {
        "Point" => Shape::Point(at(&geometry["coordinates"])?),
        "Polygon" => {
            let ring: Option<Vec<[f64; 2]>> = geometry["coordinates"][0]
                .as_array()?
                .iter()
                .map(at)
                .collect();
            Shape::Outline(ring.filter(|ring| !ring.is_empty())?)
        }
        _ => return None,
    };
    let id = value["id"]
        .as_str()
        .map(str::to_owned)
        .or_else(|| text("id"));
    Some(Feature {
        id: id.unwrap_or_else(|| format!("feature/{}", number + 1)),
        name: text("name"),
        kind: text("kind")
            .or_else(|| text("building"))
            .unwrap_or_else(|| "feature".to_owned()),
        shape,
        height_m: metres("height")
            .or_else(|| metres("height_m"))
            .or_else(|| metres("building:levels").map(|levels| levels * STOREY_M)),
    })
}

/// Lines of sight to what is seen.
pub fn sightings_geojson(features: &[Feature], standing: &Standing, seen: &[Sighting]) -> Value {
    let lines: Vec<Value> = seen
        .iter()
        .filter_map(|one| {
            let [lat, lon] = features.get(one.number)?.middle()?;
            Some(json!({
                "type": "Feature",
                "geometry": {"type": "LineString", "coordinates": [[standing.lon, standing.lat], [lon, lat]]},
                "properties": {
                    "role": "line_of_sight", "id": one.id, "name": one.title, "kind": one.kind,
                    "bearing_deg": one.bearing_deg, "distance_m": one.distance_m,
                    "visibility": one.visibility, "behind": one.behind,
                },
            }))
        })
        .collect();
    json!({"type": "FeatureCollection", "features": lines})
}
