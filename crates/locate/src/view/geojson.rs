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
/// `name`, `kind`, `height` (metres) and `building:levels` are read, as OpenStreetMap has them, and
/// as a search's hits have them under `tags`.
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
    // A search's hits have their map's tags beside their own properties.
    let said = |key: &str| match &properties[key] {
        Value::Null => &properties["tags"][key],
        said => said,
    };
    let text = |key: &str| said(key).as_str().map(str::to_owned);
    let metres = |key: &str| {
        let value = said(key);
        let stated = value
            .as_f64()
            .or_else(|| value.as_str()?.trim_end_matches('m').trim().parse().ok());
        stated.filter(|metres: &f64| metres.is_finite())
    };
    let geometry = &value["geometry"];
    let shape = match geometry["type"].as_str()? {
        "Point" => Shape::Point(position(&geometry["coordinates"])?),
        "Polygon" => Shape::Outline(ring(&geometry["coordinates"])?),
        // The largest of its parts is what is seen of it.
        "MultiPolygon" => {
            let parts = geometry["coordinates"].as_array()?.iter().filter_map(ring);
            Shape::Outline(parts.max_by(|a, b| size(a).total_cmp(&size(b)))?)
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

/// Latitude and longitude of a position.
fn position(pair: &Value) -> Option<[f64; 2]> {
    Some([pair[1].as_f64()?, pair[0].as_f64()?])
}

/// A polygon's outer ring.
fn ring(polygon: &Value) -> Option<Vec<[f64; 2]>> {
    let ring: Option<Vec<[f64; 2]>> = polygon[0].as_array()?.iter().map(position).collect();
    ring.filter(|ring| !ring.is_empty())
}

/// Twice a ring's area in square degrees, to compare neighbours by.
fn size(ring: &[[f64; 2]]) -> f64 {
    let pairs = ring.iter().zip(ring.iter().cycle().skip(1));
    pairs
        .map(|(a, b)| a[1] * b[0] - b[1] * a[0])
        .sum::<f64>()
        .abs()
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
