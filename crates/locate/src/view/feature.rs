//! A map feature as far as sight lines need it: where, how high, what it is called.

use serde::{Deserialize, Serialize};

use crate::fix::plane::Plane;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Feature {
    /// As its map names it, like "way/1234".
    pub id: String,
    pub name: Option<String>,
    pub kind: String,
    pub shape: Shape,
    /// Its top above the ground; not known is not flat.
    pub height_m: Option<f64>,
}

/// Latitude and longitude.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    Point([f64; 2]),
    /// A ring; the last point need not repeat the first.
    Outline(Vec<[f64; 2]>),
}

/// A feature laid in a plane.
#[derive(Debug, Clone)]
pub(super) struct Laid {
    pub(super) number: usize,
    pub(super) ring: Vec<[f64; 2]>,
    pub(super) height_m: Option<f64>,
}

impl Feature {
    /// Its name, or its kind and id.
    pub fn title(&self) -> String {
        self.name
            .clone()
            .unwrap_or_else(|| format!("{} {}", self.kind, self.id))
    }

    /// A point of it, by which it is ordered: an outline's middle.
    pub fn middle(&self) -> Option<[f64; 2]> {
        match &self.shape {
            Shape::Point(at) => Some(*at),
            Shape::Outline(ring) => {
                let first = *ring.first()?;
                let open = if ring.len() > 1 && ring.last() == Some(&first) {
                    &ring[..ring.len() - 1]
                } else {
                    &ring[..]
                };
                let count = open.len() as f64;
                let lat = open.iter().map(|at| at[0]).sum::<f64>() / count;
                // From the first point's, so that the date line is no seam.
                let lon = open
                    .iter()
                    .map(|at| (at[1] - first[1] + 540.0).rem_euclid(360.0) - 180.0);
                Some([lat, first[1] + lon.sum::<f64>() / count])
            }
        }
    }

    pub(super) fn laid(&self, number: usize, plane: &Plane) -> Laid {
        let flat = |at: &[f64; 2]| {
            let [east, north, _] = plane.local(at[0], at[1], 0.0);
            [east, north]
        };
        let ring = match &self.shape {
            Shape::Point(at) => vec![flat(at)],
            Shape::Outline(ring) => ring.iter().map(flat).collect(),
        };
        Laid {
            number,
            ring,
            height_m: self.height_m,
        }
    }
}

impl Laid {
    pub(super) fn edges(&self) -> impl Iterator<Item = ([f64; 2], [f64; 2])> + '_ {
        let count = if self.ring.len() < 3 {
            self.ring.len().saturating_sub(1)
        } else {
            self.ring.len()
        };
        (0..count).map(|k| (self.ring[k], self.ring[(k + 1) % self.ring.len()]))
    }

    /// Whether the origin lies inside the outline (even and odd crossings).
    pub(super) fn holds_origin(&self) -> bool {
        self.ring.len() > 2
            && self
                .edges()
                .filter(|(a, b)| {
                    (a[1] > 0.0) != (b[1] > 0.0)
                        && a[0] - a[1] * (b[0] - a[0]) / (b[1] - a[1]) > 0.0
                })
                .count()
                % 2
                == 1
    }
}
