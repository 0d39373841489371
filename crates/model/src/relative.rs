//! A place told by others: "northeast of X", "25 km from X", "between A and B", as an area.
//!
//! An area holds every point the words allow, so it is wide on purpose; it is never a point.

use serde::{Deserialize, Serialize};

use crate::claim::named;
use crate::{Span, distance_m};

/// Words that place something by the place named, and the areas they can mean.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relative {
    /// The words that say how it lies; the name itself is not among them.
    pub words: Vec<Span>,
    pub relation: Relation,
    /// One for each place the name can mean, in the order of the candidates.
    pub areas: Vec<RelativeArea>,
}

named!(Relation {
    Direction = "direction",
    Distance = "distance",
    Part = "part",
    Between = "between",
    Road = "road",
});

/// What the words mean if the name means this candidate.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RelativeArea {
    /// The candidate's id.
    pub of: String,
    /// The candidate at the other end: "between A and B", "the road from A to B".
    pub to: Option<String>,
    pub area: Area,
    /// A circle that holds the whole area, for whoever knows only circles.
    pub circle: Circle,
    pub reason: String,
}

/// A point in WGS 84 degrees and how far around it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Circle {
    pub lat: f64,
    pub lon: f64,
    pub radius_m: u32,
}

/// A shape on the sphere; bearings in degrees from north by east, points as latitude, longitude.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "shape", rename_all = "snake_case")]
pub enum Area {
    Disc {
        centre: (f64, f64),
        radius_m: u32,
    },
    /// Between two circles around one point.
    Ring {
        centre: (f64, f64),
        near_m: u32,
        far_m: u32,
    },
    /// A ring's part within `half_width_deg` to either side of a bearing.
    Sector {
        centre: (f64, f64),
        bearing_deg: f64,
        half_width_deg: f64,
        near_m: u32,
        far_m: u32,
    },
    /// All within `half_width_m` of the great circle's piece between two points.
    Corridor {
        from: (f64, f64),
        to: (f64, f64),
        half_width_m: u32,
    },
}

/// Of the Earth's mean radius, as [`distance_m`] has it.
const EARTH_RADIUS_M: f64 = 6_371_008.8;

/// Bearings and distances are worked out in doubles: what lies on the edge is inside.
const SLACK_DEG: f64 = 1e-6;
const SLACK_M: f64 = 0.5;

/// The circle is written in whole metres around a point of five decimals (a metre).
const ROUNDING_M: f64 = 3.0;

impl Area {
    /// Whether a point lies in it, its edge included.
    pub fn contains(&self, point: (f64, f64)) -> bool {
        let ring = |centre, near: u32, far: u32| {
            let apart = distance_m(centre, point);
            (f64::from(near) - SLACK_M..=f64::from(far) + SLACK_M).contains(&apart)
        };
        match *self {
            Self::Disc { centre, radius_m } => ring(centre, 0, radius_m),
            Self::Ring {
                centre,
                near_m,
                far_m,
            } => ring(centre, near_m, far_m),
            Self::Sector {
                centre,
                bearing_deg,
                half_width_deg,
                near_m,
                far_m,
            } => {
                let at_centre = near_m == 0 && distance_m(centre, point) <= SLACK_M;
                let off = turn_deg(bearing_deg, bearing_to(centre, point));
                ring(centre, near_m, far_m) && (at_centre || off <= half_width_deg + SLACK_DEG)
            }
            Self::Corridor {
                from,
                to,
                half_width_m,
            } => off_line_m(from, to, point) <= f64::from(half_width_m) + SLACK_M,
        }
    }

    /// How far any of it lies from the point it is told by, at most: a corridor's from either end.
    pub fn reach_m(&self) -> u32 {
        match *self {
            Self::Disc { radius_m, .. } => radius_m,
            Self::Ring { far_m, .. } | Self::Sector { far_m, .. } => far_m,
            Self::Corridor {
                from,
                to,
                half_width_m,
            } => (distance_m(from, to).ceil() as u32).saturating_add(half_width_m),
        }
    }

    /// A circle that holds it: the smallest of those around a point of its own axis.
    pub fn circle(&self) -> Circle {
        match *self {
            Self::Disc { centre, radius_m } => circle(centre, f64::from(radius_m)),
            Self::Ring { centre, far_m, .. } => circle(centre, f64::from(far_m)),
            Self::Sector {
                centre,
                bearing_deg,
                half_width_deg,
                near_m,
                far_m,
            } => {
                let half = half_width_deg.min(180.0);
                around_sector(
                    centre,
                    bearing_deg,
                    half,
                    f64::from(near_m),
                    f64::from(far_m),
                )
            }
            Self::Corridor {
                from,
                to,
                half_width_m,
            } => {
                let apart = distance_m(from, to);
                let middle = destination(from, bearing_to(from, to), apart / 2.0);
                circle(middle, apart / 2.0 + f64::from(half_width_m))
            }
        }
    }
}

/// The bearing in degrees, 0 to 360, in which one sets out on the great circle to a point.
pub fn bearing_to(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (lat, goal) = (from.0.to_radians(), to.0.to_radians());
    let turn = (to.1 - from.1).to_radians();
    let east = turn.sin() * goal.cos();
    let north = lat.cos() * goal.sin() - lat.sin() * goal.cos() * turn.cos();
    east.atan2(north).to_degrees().rem_euclid(360.0)
}

/// Where one comes who sets out in a bearing and goes so far on the great circle.
pub fn destination(from: (f64, f64), bearing_deg: f64, distance_m: f64) -> (f64, f64) {
    let (lat, bearing) = (from.0.to_radians(), bearing_deg.to_radians());
    let gone = distance_m / EARTH_RADIUS_M;
    let goal = (lat.sin() * gone.cos() + lat.cos() * gone.sin() * bearing.cos()).clamp(-1.0, 1.0);
    let east = bearing.sin() * gone.sin() * lat.cos();
    let turn = east.atan2(gone.cos() - lat.sin() * goal);
    let lon = (from.1 + turn.to_degrees() + 180.0).rem_euclid(360.0) - 180.0;
    (goal.asin().to_degrees(), lon)
}

/// The angle between two bearings, 0 to 180.
fn turn_deg(a: f64, b: f64) -> f64 {
    let turn = (a - b).rem_euclid(360.0);
    turn.min(360.0 - turn)
}

/// From a point to the nearest of a great circle's piece.
fn off_line_m(from: (f64, f64), to: (f64, f64), point: (f64, f64)) -> f64 {
    let (length, out) = (distance_m(from, to), distance_m(from, point));
    let ends = out.min(distance_m(to, point));
    let angle = (bearing_to(from, point) - bearing_to(from, to)).to_radians();
    let gone = out / EARTH_RADIUS_M;
    let along = (gone.sin() * angle.cos()).atan2(gone.cos()) * EARTH_RADIUS_M;
    if !(0.0..=length).contains(&along) {
        return ends;
    }
    let across = (gone.sin() * angle.sin()).clamp(-1.0, 1.0).asin().abs();
    (across * EARTH_RADIUS_M).min(ends)
}

/// On a sphere too the farthest of an arc from a point on its axis are the arc's ends, so the
/// corners alone decide; both distances are convex along the axis, so a ternary search finds the
/// least of the larger. Half a turn and wider is held best from the centre itself.
fn around_sector(at: (f64, f64), bearing: f64, half: f64, near: f64, far: f64) -> Circle {
    const STEPS: usize = 64;
    if half >= 90.0 {
        return circle(at, far);
    }
    let corners = [near, far].map(|out| destination(at, bearing + half, out));
    let reach = |out: f64| {
        let middle = destination(at, bearing, out);
        corners
            .iter()
            .map(|corner| distance_m(middle, *corner))
            .fold(0.0, f64::max)
    };
    let (mut low, mut high) = (0.0, far);
    for _ in 0..STEPS {
        let third = (high - low) / 3.0;
        if reach(low + third) <= reach(high - third) {
            high -= third;
        } else {
            low += third;
        }
    }
    circle(destination(at, bearing, low), reach(low))
}

fn circle(centre: (f64, f64), radius_m: f64) -> Circle {
    let five = |degrees: f64| (degrees * 1e5).round() / 1e5;
    Circle {
        lat: five(centre.0),
        lon: five(centre.1),
        radius_m: (radius_m + ROUNDING_M).ceil() as u32,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// No shape is drawn around the poles, where bearings turn within metres.
    fn points() -> impl Strategy<Value = (f64, f64)> {
        (-75.0..75.0, -180.0..180.0)
    }

    fn sector(centre: (f64, f64), bearing_deg: f64, half_width_deg: f64, far_m: u32) -> Area {
        let near_m = far_m / 3;
        Area::Sector {
            centre,
            bearing_deg,
            half_width_deg,
            near_m,
            far_m,
        }
    }

    proptest! {
        #[test]
        fn a_point_made_at_a_bearing_and_distance_lies_there(
            at in points(), bearing in 0.0..360.0, out in 1.0..400_000.0,
        ) {
            let made = destination(at, bearing, out);
            prop_assert!((distance_m(at, made) - out).abs() < 0.01);
            prop_assert!(turn_deg(bearing_to(at, made), bearing) < 1e-3);
        }

        #[test]
        fn a_sector_and_its_circle_hold_what_is_made_inside_and_no_more(
            at in points(), bearing in 0.0..360.0, half in 5.0..150.0,
            far in 100_u32..300_000, turn in -1.0..1.0, out in 0.0..1.0,
        ) {
            let area = sector(at, bearing, half, far);
            let metres = f64::from(far / 3) + out * f64::from(far - far / 3);
            let inside = destination(at, bearing + turn * half, metres);
            prop_assert!(area.contains(inside));
            let circle = area.circle();
            let off = distance_m((circle.lat, circle.lon), inside);
            prop_assert!(off <= f64::from(circle.radius_m), "{off} of {}", circle.radius_m);
            prop_assert!(circle.radius_m <= far + 4);
            let beside = destination(at, bearing + half + 1.0, metres);
            prop_assert!(!area.contains(beside));
            let beyond = destination(at, bearing + turn * half, f64::from(far) * 1.01 + 2.0);
            prop_assert!(!area.contains(beyond));
        }

        /// The slow way: the least distance to any of many points on the line.
        #[test]
        fn a_corridor_holds_what_is_near_some_point_of_its_line(
            from in points(), bearing in 0.0..360.0, length in 100.0..300_000.0,
            probe in 0.0..360.0, out in 0.0..400_000.0, half in 50_u32..100_000,
        ) {
            let to = destination(from, bearing, length);
            let middle = destination(from, bearing, length / 2.0);
            let point = destination(middle, probe, out);
            let line = (0..=2000).map(|step| destination(from, bearing, length * f64::from(step) / 2000.0));
            let slowly = line.map(|on| distance_m(on, point)).fold(f64::MAX, f64::min);
            let step = length / 2000.0;
            let area = Area::Corridor { from, to, half_width_m: half };
            let half = f64::from(half);
            if slowly < half - 1.0 {
                prop_assert!(area.contains(point));
                let circle = area.circle();
                let off = distance_m((circle.lat, circle.lon), point);
                prop_assert!(off <= f64::from(circle.radius_m));
            } else if slowly > half + step + 1.0 {
                prop_assert!(!area.contains(point));
            }
        }

        #[test]
        fn a_ring_is_its_disc_without_what_is_nearer(
            at in points(), bearing in 0.0..360.0, out in 0.0..40_000.0,
        ) {
            let point = destination(at, bearing, out);
            let disc = Area::Disc { centre: at, radius_m: 20_000 };
            let ring = Area::Ring { centre: at, near_m: 10_000, far_m: 20_000 };
            prop_assert_eq!(disc.contains(point), out <= 20_000.5);
            prop_assert_eq!(ring.contains(point), (9_999.5..=20_000.5).contains(&out));
        }
    }

    #[test]
    fn a_narrow_sector_has_a_circle_smaller_than_its_reach() {
        let area = sector((50.0, 36.2), 45.0, 22.5, 30_000);
        assert!(area.circle().radius_m < 15_000, "{:?}", area.circle());
    }

    #[test]
    fn an_area_is_written_with_its_shape_and_read_back() {
        let area = sector((50.0, 36.2), 45.0, 22.5, 30_000);
        let written = serde_json::to_string(&area).unwrap();
        assert!(
            written.starts_with(r#"{"shape":"sector","centre":[50.0,36.2]"#),
            "{written}"
        );
        assert_eq!(serde_json::from_str::<Area>(&written).unwrap(), area);
    }
}
