//! GeoJSON (RFC 7946) in and out, as far as the base map uses it.

use serde_json::{Map, Value, json};

use super::Shape;
use super::area::{Geometry, Point};

/// The features of a collection; the reason in words where it is none.
pub(super) fn shapes(text: &str) -> Result<Vec<Shape>, String> {
    let value: Value = serde_json::from_str(text).map_err(|error| format!("no JSON ({error})"))?;
    let features = value["features"]
        .as_array()
        .ok_or("no feature collection")?;
    features
        .iter()
        .enumerate()
        .map(|(number, feature)| shape(number, feature))
        .collect()
}

fn shape(number: usize, feature: &Value) -> Result<Shape, String> {
    let geometry = geometry(&feature["geometry"])
        .ok_or_else(|| format!("feature {number} has a shape that is not known"))?;
    let properties = feature["properties"]
        .as_object()
        .cloned()
        .unwrap_or_default();
    Ok(Shape {
        geometry,
        properties,
    })
}

fn geometry(value: &Value) -> Option<Geometry> {
    let coordinates = &value["coordinates"];
    Some(match value["type"].as_str()? {
        "Point" => Geometry::Point(point(coordinates)?),
        "LineString" => Geometry::Lines(vec![line(coordinates)?]),
        "MultiLineString" => Geometry::Lines(each(coordinates, line)?),
        "Polygon" => Geometry::Areas(vec![each(coordinates, line)?]),
        "MultiPolygon" => Geometry::Areas(each(coordinates, |rings| each(rings, line))?),
        _ => return None,
    })
}

fn each<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value.as_array()?.iter().map(read).collect()
}

fn line(value: &Value) -> Option<Vec<Point>> {
    each(value, point)
}

fn point(value: &Value) -> Option<Point> {
    let at = |index: usize| {
        value
            .get(index)?
            .as_f64()
            .filter(|degrees| degrees.is_finite())
    };
    Some([at(0)?, at(1)?])
}

pub(super) fn feature(geometry: &Geometry, properties: &Map<String, Value>) -> Value {
    let (kind, coordinates) = match geometry {
        Geometry::Point(point) => ("Point", rounded(*point)),
        Geometry::Lines(lines) => (
            "MultiLineString",
            lines.iter().map(|line| path(line)).collect(),
        ),
        Geometry::Areas(areas) => {
            let rings =
                |area: &Vec<Vec<Point>>| area.iter().map(|ring| path(ring)).collect::<Value>();
            ("MultiPolygon", areas.iter().map(rings).collect())
        }
    };
    json!({
        "type": "Feature",
        "properties": properties,
        "geometry": {"type": kind, "coordinates": coordinates},
    })
}

fn path(points: &[Point]) -> Value {
    points.iter().map(|point| rounded(*point)).collect()
}

/// Four decimals are 11 metres, finer than any layer.
fn rounded(point: Point) -> Value {
    json!(point.map(|degrees| (degrees * 1e4).round() / 1e4))
}
