//! Which features lie in a view, in order from left to right, and what hides them.
//!
//! Each feature is looked at along several sight lines; a nearer one hides a line when it stands
//! higher in the eye than the feature's top. Without a height nothing is said to be hidden for sure.

use serde::{Deserialize, Serialize};

use super::feature::{Feature, Laid};
use crate::fix::plane::Plane;

/// Sight lines across a feature. An outline's share of hidden lines is told in these steps.
const LINES: usize = 9;

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Standing {
    pub lat: f64,
    pub lon: f64,
    /// The eye above the ground.
    pub height_m: f64,
    /// The middle of the view, clockwise from north.
    pub azimuth_deg: f64,
    /// The view's width; 360 looks all round.
    pub field_deg: f64,
    pub farthest_m: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Sighting {
    /// The feature's number among those given.
    pub number: usize,
    pub id: String,
    pub title: String,
    pub kind: String,
    /// Of its middle, clockwise from north.
    pub bearing_deg: f64,
    /// From the view's middle, left below nought.
    pub from_middle_deg: f64,
    /// Its left and right edge, from the view's middle.
    pub edges_deg: [f64; 2],
    /// Of its nearest point.
    pub distance_m: f64,
    pub visibility: Visibility,
    /// Features that stand before it, the nearest first.
    pub behind: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Nothing given stands before it.
    Free,
    /// This part of its sight lines is hidden.
    Partly(f64),
    Hidden,
    /// Something stands before it, and a height that would decide is not known.
    NotKnown,
}

/// Features whose middle lies in the view, from left to right.
pub fn in_view(features: &[Feature], standing: &Standing) -> Vec<Sighting> {
    let plane = Plane::at(standing.lat, standing.lon);
    let near: Vec<Looked> = features
        .iter()
        .enumerate()
        .map(|(number, feature)| feature.laid(number, &plane))
        .filter_map(|laid| Looked::at(laid, standing))
        .collect();
    let mut seen: Vec<Sighting> = near
        .iter()
        .filter(|one| one.middle.abs() <= standing.field_deg / 2.0)
        .map(|one| sighting(&features[one.laid.number], one, &near, features, standing))
        .collect();
    seen.sort_by(|a, b| a.from_middle_deg.total_cmp(&b.from_middle_deg));
    seen
}

/// A feature within reach, with its angles from the view's middle in degrees.
#[derive(Debug)]
struct Looked {
    laid: Laid,
    left: f64,
    right: f64,
    middle: f64,
    nearest_m: f64,
}

impl Looked {
    fn at(laid: Laid, standing: &Standing) -> Option<Self> {
        if laid.ring.is_empty() || laid.holds_origin() {
            return None;
        }
        let nearest_m = nearest(&laid);
        if nearest_m.is_nan() || nearest_m > standing.farthest_m {
            return None;
        }
        let first = azimuth(laid.ring[0]);
        // Outlines span less than half the round, seen from outside.
        let turns = laid.ring.iter().map(|at| turned(azimuth(*at) - first));
        let (low, high) = turns.fold((0.0_f64, 0.0_f64), |(low, high), turn| {
            (low.min(turn), high.max(turn))
        });
        let middle = turned(first + f64::midpoint(low, high) - standing.azimuth_deg);
        let half = (high - low) / 2.0;
        Some(Self {
            laid,
            left: middle - half,
            right: middle + half,
            middle,
            nearest_m,
        })
    }
}

fn sighting(
    feature: &Feature,
    one: &Looked,
    near: &[Looked],
    features: &[Feature],
    standing: &Standing,
) -> Sighting {
    let (visibility, behind) = hidden(one, near, standing);
    Sighting {
        number: one.laid.number,
        id: feature.id.clone(),
        title: feature.title(),
        kind: feature.kind.clone(),
        bearing_deg: (standing.azimuth_deg + one.middle).rem_euclid(360.0),
        from_middle_deg: one.middle,
        edges_deg: [one.left, one.right],
        distance_m: one.nearest_m,
        visibility,
        behind: behind
            .into_iter()
            .map(|number| features[number].title())
            .collect(),
    }
}

/// What a sight line to a feature meets before.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Line {
    Free,
    Blocked,
    Unsure,
}

fn hidden(one: &Looked, near: &[Looked], standing: &Standing) -> (Visibility, Vec<usize>) {
    let before: Vec<&Looked> = near
        .iter()
        .filter(|other| other.laid.number != one.laid.number && other.laid.ring.len() > 1)
        .filter(|other| other.nearest_m < farthest(&one.laid) && overlap(one, other))
        .collect();
    let mut behind: Vec<(f64, usize)> = Vec::new();
    let lines: Vec<Line> = (0..LINES)
        .filter_map(|line| {
            let part = (line as f64 + 0.5) / LINES as f64;
            let turn = one.left + (one.right - one.left) * part;
            let azimuth = (standing.azimuth_deg + turn).to_radians();
            let along = [azimuth.sin(), azimuth.cos()];
            let distance = if one.laid.ring.len() == 1 {
                one.nearest_m
            } else {
                met(&one.laid, along)?
            };
            Some(line_to(
                one,
                distance,
                along,
                &before,
                standing,
                &mut behind,
            ))
        })
        .collect();
    behind.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut numbers: Vec<usize> = Vec::new();
    for (_, number) in behind {
        if !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    (summed(&lines), numbers)
}

fn summed(lines: &[Line]) -> Visibility {
    let count = |wanted: Line| lines.iter().filter(|line| **line == wanted).count();
    let (blocked, unsure) = (count(Line::Blocked), count(Line::Unsure));
    match (blocked, unsure) {
        (0, 0) => Visibility::Free,
        (blocked, _) if blocked == lines.len() => Visibility::Hidden,
        (_, unsure) if unsure > 0 => Visibility::NotKnown,
        (blocked, _) => Visibility::Partly(blocked as f64 / lines.len() as f64),
    }
}

fn line_to(
    one: &Looked,
    distance: f64,
    along: [f64; 2],
    before: &[&Looked],
    standing: &Standing,
    behind: &mut Vec<(f64, usize)>,
) -> Line {
    let mut line = Line::Free;
    for other in before {
        let Some(at) = met(&other.laid, along).filter(|at| *at < distance - 0.01) else {
            continue;
        };
        let blocks = match (other.laid.height_m, one.laid.height_m) {
            // Lower than the eye, it hides at most the foot.
            (Some(height), None) if height <= standing.height_m => Line::Free,
            (Some(height), Some(top)) => {
                let steep = |top: f64, away: f64| (top - standing.height_m) / away.max(0.01);
                if steep(height, at) >= steep(top, distance) {
                    Line::Blocked
                } else {
                    Line::Free
                }
            }
            _ => Line::Unsure,
        };
        if blocks != Line::Free {
            behind.push((at, other.laid.number));
        }
        line = match (line, blocks) {
            (Line::Blocked, _) | (_, Line::Blocked) => Line::Blocked,
            (Line::Unsure, _) | (_, Line::Unsure) => Line::Unsure,
            _ => Line::Free,
        };
    }
    line
}

/// How far along a direction the outline is first met.
fn met(laid: &Laid, along: [f64; 2]) -> Option<f64> {
    let across = |p: [f64; 2]| p[0] * along[1] - p[1] * along[0];
    let ahead = |p: [f64; 2]| p[0] * along[0] + p[1] * along[1];
    laid.edges()
        .filter_map(|(a, b)| {
            let (left, right) = (across(a), across(b));
            if (left > 0.0) == (right > 0.0) {
                return None;
            }
            let part = left / (left - right);
            let at = ahead(a) + part * (ahead(b) - ahead(a));
            (at > 0.0).then_some(at)
        })
        .min_by(f64::total_cmp)
}

fn overlap(one: &Looked, other: &Looked) -> bool {
    let apart = turned(other.middle - one.middle).abs();
    apart <= (one.right - one.left + other.right - other.left) / 2.0 + 1e-9
}

fn azimuth(at: [f64; 2]) -> f64 {
    at[0].atan2(at[1]).to_degrees()
}

/// An angle between half a turn left and half a turn right.
fn turned(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}

fn nearest(laid: &Laid) -> f64 {
    let corners = laid.ring.iter().map(|at| at[0].hypot(at[1]));
    let sides = laid.edges().map(|(a, b)| {
        let way = [b[0] - a[0], b[1] - a[1]];
        let length = way[0] * way[0] + way[1] * way[1];
        let part = if length > 0.0 {
            -(a[0] * way[0] + a[1] * way[1]) / length
        } else {
            0.0
        };
        let part = part.clamp(0.0, 1.0);
        (a[0] + part * way[0]).hypot(a[1] + part * way[1])
    });
    corners.chain(sides).fold(f64::INFINITY, f64::min)
}

fn farthest(laid: &Laid) -> f64 {
    laid.ring
        .iter()
        .map(|at| at[0].hypot(at[1]))
        .fold(0.0, f64::max)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Shape;

    const HERE: (f64, f64) = (50.0, 36.0);

    /// A block so far north and east of the viewer, so wide and deep.
    fn block(
        id: &str,
        east: f64,
        north: f64,
        wide: f64,
        deep: f64,
        height_m: Option<f64>,
    ) -> Feature {
        let plane = Plane::at(HERE.0, HERE.1);
        let ring = [[0.0, 0.0], [wide, 0.0], [wide, deep], [0.0, deep]]
            .iter()
            .map(|[x, y]| {
                let (lat, lon, _) = plane.globe([east - wide / 2.0 + x, north + y, 0.0]);
                [lat, lon]
            })
            .collect();
        Feature {
            id: id.into(),
            name: None,
            kind: "building".into(),
            shape: Shape::Outline(ring),
            height_m,
        }
    }

    fn north() -> Standing {
        Standing {
            lat: HERE.0,
            lon: HERE.1,
            height_m: 1.6,
            azimuth_deg: 0.0,
            field_deg: 90.0,
            farthest_m: 1000.0,
        }
    }

    fn told(features: &[Feature]) -> Vec<(String, Visibility)> {
        in_view(features, &north())
            .into_iter()
            .map(|one| (one.id, one.visibility))
            .collect()
    }

    #[test]
    fn features_come_from_left_to_right() {
        let features = [
            block("right", 60.0, 100.0, 10.0, 10.0, Some(9.0)),
            block("left", -60.0, 100.0, 10.0, 10.0, Some(9.0)),
            block("behind the viewer", 0.0, -100.0, 10.0, 10.0, Some(9.0)),
            block("too far", 0.0, 2000.0, 10.0, 10.0, Some(90.0)),
        ];
        let ids: Vec<String> = told(&features).into_iter().map(|(id, _)| id).collect();
        assert_eq!(ids, ["left", "right"]);
        let seen = in_view(&features, &north());
        assert!(
            (seen[0].from_middle_deg + 29.5).abs() < 1.5,
            "{:?}",
            seen[0]
        );
        assert!((seen[0].distance_m - 114.1).abs() < 1.0);
    }

    #[test]
    fn what_stands_behind_something_higher_is_hidden() {
        let wall = block("wall", 0.0, 50.0, 60.0, 5.0, Some(10.0));
        let low = block("low", 0.0, 200.0, 20.0, 10.0, Some(12.0));
        let tower = block("tower", 0.0, 210.0, 20.0, 10.0, Some(60.0));
        let half = block("half", 120.0, 200.0, 40.0, 10.0, Some(9.0));
        let seen = told(&[wall.clone(), low.clone(), tower, half]);
        let of = |id: &str| seen.iter().find(|one| one.0 == id).unwrap().1;
        assert_eq!(of("wall"), Visibility::Free);
        assert_eq!(of("low"), Visibility::Hidden);
        assert_eq!(of("tower"), Visibility::Free);
        assert!(
            matches!(of("half"), Visibility::Partly(part) if part > 0.2 && part < 0.8),
            "{:?}",
            of("half")
        );
        let unknown = Feature {
            height_m: None,
            ..wall
        };
        assert_eq!(told(&[unknown, low])[1].1, Visibility::NotKnown);
    }

    #[test]
    fn the_house_one_stands_in_hides_nothing() {
        let house = block("house", 0.0, -5.0, 20.0, 20.0, Some(9.0));
        let other = block("other", 0.0, 80.0, 20.0, 20.0, Some(9.0));
        assert_eq!(
            told(&[house, other]),
            [("other".to_owned(), Visibility::Free)]
        );
    }

    #[test]
    fn a_view_to_the_south_has_no_seam() {
        let standing = Standing {
            azimuth_deg: 180.0,
            ..north()
        };
        let features = [
            block("east", 20.0, -100.0, 5.0, 5.0, None),
            block("west", -20.0, -100.0, 5.0, 5.0, None),
        ];
        let ids: Vec<String> = in_view(&features, &standing)
            .into_iter()
            .map(|one| one.id)
            .collect();
        assert_eq!(ids, ["east", "west"]);
    }
}
