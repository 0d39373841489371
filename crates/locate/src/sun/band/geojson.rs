//! An answer as GeoJSON (RFC 7946): a feature for each set of places, with its mass.

use serde_json::{Value, json};

use super::contour::turning;
use super::{Area, PlaceAnswer};

impl PlaceAnswer {
    /// A feature collection: what fits, 95 in 100, half, and where the sun was overhead.
    pub fn geojson(&self) -> Value {
        let mut features = Vec::new();
        for (set, area) in [("fits", &self.fits), ("95", &self.most), ("50", &self.half)] {
            if !area.rings.is_empty() {
                features.push(feature(set, area));
            }
        }
        for (sighting, (latitude, longitude)) in self.question.sightings.iter().zip(&self.overhead)
        {
            features.push(json!({
                "type": "Feature",
                "properties": { "set": "sun overhead", "at": sighting.at.to_string() },
                "geometry": { "type": "Point", "coordinates": [longitude, latitude] },
            }));
        }
        json!({ "type": "FeatureCollection", "features": features })
    }
}

fn feature(set: &str, area: &Area) -> Value {
    json!({
        "type": "Feature",
        "properties": { "set": set, "mass": area.mass, "of_the_earth": area.of_the_earth },
        "geometry": { "type": "MultiPolygon", "coordinates": polygons(area) },
    })
}

/// Outer rings, each with its holes, closed.
fn polygons(area: &Area) -> Vec<Vec<Vec<[f64; 2]>>> {
    let closed = |ring: &Vec<[f64; 2]>| {
        let mut closed = ring.clone();
        closed.extend(ring.first());
        closed
    };
    let (outer, holes): (Vec<_>, Vec<_>) = area.rings.iter().partition(|ring| turning(ring) > 0.0);
    let mut polygons: Vec<Vec<Vec<[f64; 2]>>> =
        outer.iter().map(|ring| vec![closed(ring)]).collect();
    for hole in holes {
        let Some(point) = hole.first() else { continue };
        let smallest = outer
            .iter()
            .enumerate()
            .filter(|(_, ring)| holds(ring, *point))
            .min_by(|(_, a), (_, b)| turning(a).total_cmp(&turning(b)));
        if let Some((index, _)) = smallest {
            polygons[index].push(closed(hole));
        }
    }
    polygons
}

/// Whether a line from the point to the east leaves the ring an odd number of times.
fn holds(ring: &[[f64; 2]], point: [f64; 2]) -> bool {
    let sides = ring.iter().zip(ring.iter().cycle().skip(1));
    let crossed = sides.filter(|(a, b)| {
        (a[1] > point[1]) != (b[1] > point[1])
            && point[0] < (b[0] - a[0]) * (point[1] - a[1]) / (b[1] - a[1]) + a[0]
    });
    crossed.count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::super::{PlaceQuestion, Sighting};
    use crate::sun::{Air, Measured, Shadow};

    #[test]
    fn a_band_round_the_overhead_sun_is_a_polygon_with_a_hole() {
        let question = PlaceQuestion {
            sightings: vec![Sighting {
                at: "2024-03-20T12:00:00Z".parse().unwrap(),
                time_error: None,
                shadow: Shadow {
                    ratio: Some(Measured::ratio("0.5±0.02").unwrap()),
                    ..Shadow::default()
                },
            }],
            air: Air::default(),
            step_deg: 0.25,
        };
        let answer = question.answer().unwrap();
        assert!(
            (answer.most.mass - 0.95).abs() < 0.01,
            "{}",
            answer.most.mass
        );
        assert!(
            (answer.half.mass - 0.5).abs() < 0.05,
            "{}",
            answer.half.mass
        );
        // The ring of radius 26.6 degrees, four sigma wide: about 2 in 100 of the earth.
        assert!((0.01..0.03).contains(&answer.most.of_the_earth));
    }
}
