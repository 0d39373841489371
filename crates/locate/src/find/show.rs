//! Hits as lines of a table and as GeoJSON (RFC 7946). Decides nothing.

use serde_json::{Value, json};

use super::run::{Found, Hit};
use crate::map::{Shape, Spot, Store, StoreError};

impl Found {
    /// For a terminal: a line a hit with its reasons below, or which clause left none.
    pub fn table(&self) -> String {
        let mut out = format!("{}\n", self.query);
        if self.hits.is_empty() {
            out.push_str("nothing found; left after each clause:\n");
            for step in &self.steps {
                out.push_str(&format!("{:>9}  {}\n", step.left, step.clause));
            }
            return out;
        }
        let shown = self.hits.len();
        let all = match (shown, self.total) {
            (_, total) if shown < total => format!("{shown} of {total} hits"),
            (1, _) => "1 hit".to_owned(),
            _ => format!("{shown} hits"),
        };
        out.push_str(&format!("{all}\n"));
        for (at, hit) in self.hits.iter().enumerate() {
            let (lat, lon) = (hit.middle.lat_deg(), hit.middle.lon_deg());
            let name = hit.name.as_deref().unwrap_or("without a name");
            out.push_str(&format!(
                "{:>3}  {lat:.5}, {lon:.5}  {name}  {}\n",
                at + 1,
                hit.id
            ));
            for reason in &hit.reasons {
                out.push_str(&format!("     {}\n", reason.words));
            }
        }
        out
    }

    /// A FeatureCollection with the hits' own shapes.
    pub fn geojson(&self, store: &Store) -> Result<Value, StoreError> {
        let mut features = Vec::new();
        for (at, hit) in self.hits.iter().enumerate() {
            let shape = store.feature(hit.number)?.shape;
            features.push(json!({
                "type": "Feature",
                "id": hit.id,
                "geometry": geometry(&shape),
                "properties": properties(at + 1, hit, &self.kind),
            }));
        }
        Ok(json!({
            "type": "FeatureCollection",
            "query": self.query,
            "total": self.total,
            "features": features,
        }))
    }
}

fn properties(rank: usize, hit: &Hit, kind: &str) -> Value {
    let tags: serde_json::Map<String, Value> = hit
        .tags
        .iter()
        .map(|(key, value)| (key.clone(), json!(value)))
        .collect();
    json!({
        "rank": rank,
        "kind": kind,
        "name": hit.name,
        "score": hit.score,
        "reasons": hit.reasons.iter().map(|reason| &reason.words).collect::<Vec<_>>(),
        "tags": tags,
    })
}

fn geometry(shape: &Shape) -> Value {
    let path = |path: &[Spot]| path.iter().map(|spot| position(*spot)).collect::<Vec<_>>();
    match shape {
        Shape::Point(spot) => json!({ "type": "Point", "coordinates": position(*spot) }),
        Shape::Lines(lines) => match lines.as_slice() {
            [line] => json!({ "type": "LineString", "coordinates": path(line) }),
            lines => {
                json!({ "type": "MultiLineString", "coordinates": lines.iter().map(|line| path(line)).collect::<Vec<_>>() })
            }
        },
        Shape::Area(polygons) => {
            let rings = polygons.iter().map(|polygon| {
                let mut outer = true;
                polygon
                    .rings()
                    .map(|ring| closed(ring, std::mem::take(&mut outer)))
                    .collect::<Vec<_>>()
            });
            json!({ "type": "MultiPolygon", "coordinates": rings.collect::<Vec<_>>() })
        }
    }
}

/// Outer rings run against the clock, holes with it, and the first position stands last again.
fn closed(ring: &[Spot], outer: bool) -> Vec<Value> {
    let twice: i128 = crate::map::measure::sides(ring, true)
        .map(|(a, b)| i128::from(a.lon) * i128::from(b.lat) - i128::from(b.lon) * i128::from(a.lat))
        .sum();
    let mut positions: Vec<Value> = ring.iter().map(|spot| position(*spot)).collect();
    if (twice > 0) != outer {
        positions.reverse();
    }
    positions.push(positions[0].clone());
    positions
}

fn position(spot: Spot) -> Value {
    json!([spot.lon_deg(), spot.lat_deg()])
}
