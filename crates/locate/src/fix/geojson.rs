//! A fix to GeoJSON for any map, and landmarks from GeoJSON into a question.
//!
//! Written by RFC 7946: longitude first, WGS 84.

use serde_json::{Value, json};
use thiserror::Error;

use super::answer::{FixAnswer, Solution};
use super::plane::Plane;
use super::question::*;

const SIDES: usize = 72;

#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum GeoJsonError {
    #[error("this is not JSON: {0}")]
    NotJson(String),
    #[error("this is not a GeoJSON FeatureCollection of points; export the landmarks as points")]
    NotFeatures,
    #[error(
        "feature {number} ('{name}') has no {what}; a landmark needs a point and the properties x_px and y_px"
    )]
    Missing {
        number: usize,
        name: String,
        what: &'static str,
    },
}

/// Camera, ellipse, lines of sight, landmarks, subject and excluded places as features.
pub fn to_geojson(question: &FixQuestion, answer: &FixAnswer) -> Value {
    let mut features = Vec::new();
    for (number, solution) in answer.solutions.iter().enumerate() {
        let properties = json!({
            "role": "camera", "place": number + 1, "plausible": solution.plausible,
            "height_m": solution.height_m, "azimuth_deg": solution.azimuth_deg,
            "field_deg": solution.field_deg, "rule": answer.rule, "item": answer.item,
        });
        features.push(feature(point(solution.lat, solution.lon), properties));
        features.push(feature(
            ellipse(solution),
            json!({"role": "ellipse_95", "place": number + 1}),
        ));
    }
    let best = answer.best();
    for residual in &answer.residuals {
        let row = &question.rows[residual.row];
        let named = answer.disagreeing.iter().any(|one| one.row == residual.row);
        let line = json!({"type": "LineString", "coordinates": [[best.lon, best.lat], [row.map.lon, row.map.lat]]});
        features.push(feature(
            line,
            json!({"role": "line_of_sight", "name": row.name, "used": residual.used}),
        ));
        features.push(feature(
            point(row.map.lat, row.map.lon),
            landmark(row, residual.right_px, residual.down_px, named),
        ));
    }
    for row in question.rows.iter().filter(|row| !row.counts()) {
        features.push(feature(
            point(row.map.lat, row.map.lon),
            landmark(row, None, None, false),
        ));
    }
    if let Some(subject) = &question.subject {
        features.push(feature(
            point(subject.lat, subject.lon),
            json!({"role": "subject", "name": subject.name}),
        ));
    }
    for one in &question.excluded {
        let properties = json!({"role": "excluded", "name": one.place.name, "why": one.why});
        features.push(feature(point(one.place.lat, one.place.lon), properties));
    }
    json!({"type": "FeatureCollection", "features": features})
}

/// Landmarks from GeoJSON points with properties `name`, `x_px`, `y_px` and, where known,
/// `height_m` or `sea_m`, `error_m`, `height_error_m`, `error_px`, `id`. Features that have another
/// `role` than "landmark" are passed over: an exported fix reads back as its landmarks.
pub fn rows_from_geojson(text: &str) -> Result<Vec<MatchRow>, GeoJsonError> {
    let value: Value =
        serde_json::from_str(text).map_err(|error| GeoJsonError::NotJson(error.to_string()))?;
    let features = value["features"]
        .as_array()
        .ok_or(GeoJsonError::NotFeatures)?;
    features
        .iter()
        .enumerate()
        .filter(|(_, feature)| {
            feature["properties"]["role"].as_str().unwrap_or("landmark") == "landmark"
        })
        .map(|(number, feature)| row(number + 1, feature))
        .collect()
}

fn row(number: usize, feature: &Value) -> Result<MatchRow, GeoJsonError> {
    let properties = &feature["properties"];
    let name = properties["name"]
        .as_str()
        .map_or_else(|| format!("feature {number}"), str::to_owned);
    let missing = |what| GeoJsonError::Missing {
        number,
        name: name.clone(),
        what,
    };
    let number_of = |key: &str| properties[key].as_f64();
    let coordinates = &feature["geometry"]["coordinates"];
    let (Some("Point"), Some(lon), Some(lat)) = (
        feature["geometry"]["type"].as_str(),
        coordinates[0].as_f64(),
        coordinates[1].as_f64(),
    ) else {
        return Err(missing("point"));
    };
    let error = number_of("height_error_m").unwrap_or(DEFAULT_HEIGHT_ERROR_M);
    let elevation = match (number_of("height_m"), number_of("sea_m")) {
        (Some(value), _) => Elevation::AboveGround(Measured { value, error }),
        (None, Some(value)) => Elevation::AboveSea(Measured { value, error }),
        (None, None) => Elevation::Unknown,
    };
    let x_px = number_of("x_px").ok_or_else(|| missing("x_px"))?;
    let y_px = number_of("y_px").ok_or_else(|| missing("y_px"))?;
    Ok(MatchRow {
        region: FrameRegion::point(x_px, y_px),
        error_px: number_of("error_px"),
        map: MapFeature {
            id: properties["id"].as_str().map(str::to_owned),
            lat,
            lon,
            error_m: number_of("error_m").unwrap_or(DEFAULT_MAP_ERROR_M),
            elevation,
        },
        relation: Relation::SameObject,
        imagery: properties["imagery"].as_str().map(|source| Imagery {
            source: source.to_owned(),
            date: properties["imagery_date"].as_str().map(str::to_owned),
        }),
        verdict: match properties["verdict"].as_str() {
            Some("refused") => Verdict::Refused,
            Some("proposed") => Verdict::Proposed,
            _ => Verdict::Accepted,
        },
        by: properties["by"].as_str().map(str::to_owned),
        note: properties["note"].as_str().map(str::to_owned),
        name,
    })
}

fn landmark(row: &MatchRow, right_px: Option<f64>, down_px: Option<f64>, disagrees: bool) -> Value {
    let (height, sea) = match row.map.elevation {
        Elevation::Unknown => (None, None),
        Elevation::AboveGround(height) => (Some(height), None),
        Elevation::AboveSea(height) => (None, Some(height)),
    };
    let error = height.or(sea).map(|height| height.error);
    json!({
        // A row that is only compared is no landmark: it must not come back as one.
        "role": if row.relation == Relation::SameObject { "landmark" } else { "order" },
        "name": row.name, "id": row.map.id,
        "x_px": row.region.x_px, "y_px": row.region.y_px, "error_px": row.error_px,
        "error_m": row.map.error_m, "height_m": height.map(|one| one.value),
        "sea_m": sea.map(|one| one.value), "height_error_m": error,
        "verdict": row.verdict, "by": row.by, "note": row.note,
        "imagery": row.imagery.as_ref().map(|one| &one.source),
        "imagery_date": row.imagery.as_ref().and_then(|one| one.date.as_ref()),
        "residual_right_px": right_px, "residual_down_px": down_px, "disagrees": disagrees,
    })
}

fn feature(geometry: Value, properties: Value) -> Value {
    json!({"type": "Feature", "geometry": geometry, "properties": properties})
}

fn point(lat: f64, lon: f64) -> Value {
    json!({"type": "Point", "coordinates": [lon, lat]})
}

fn ellipse(solution: &Solution) -> Value {
    let plane = Plane::at(solution.lat, solution.lon);
    let (sin, cos) = solution.ellipse.azimuth_deg.to_radians().sin_cos();
    // Against the clock, as RFC 7946 asks of an outer ring; the last point is the first.
    let ring: Vec<[f64; 2]> = (0..=SIDES)
        .map(|side| {
            let turn = std::f64::consts::TAU * (side % SIDES) as f64 / SIDES as f64;
            let along = solution.ellipse.half_length_m * turn.cos();
            let across = -solution.ellipse.half_width_m * turn.sin();
            let (lat, lon, _) =
                plane.globe([along * sin + across * cos, along * cos - across * sin, 0.0]);
            [lon, lat]
        })
        .collect();
    json!({"type": "Polygon", "coordinates": [ring]})
}
