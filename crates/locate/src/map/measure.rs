//! Distances, lengths, bearings and areas on the WGS 84 ellipsoid, by a local projection.
//!
//! A metre is measured with the ellipsoid's two radii of curvature at the latitude between the
//! two points: up to 100 km apart and below 70 degrees the error is under 0.1 %, up to 10 km and
//! below 85 degrees under 0.01 % (the tests compare with Vincenty's formula). Nothing here
//! crosses the 180th meridian.

use super::shape::{Polygon, Shape};
use super::spot::{Bounds, Spot, UNITS};

/// WGS 84: NGA.STND.0036, table 3.1.
const AXIS_M: f64 = 6_378_137.0;
const FLATTENING: f64 = 1.0 / 298.257_223_563;

/// The shortest way between two shapes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Nearest {
    pub distance_m: f64,
    pub from: Spot,
    pub to: Spot,
}

/// Metres that a unit of latitude and one of longitude measure at a latitude.
pub fn metres_per_unit(lat_deg: f64) -> (f64, f64) {
    let square = FLATTENING * (2.0 - FLATTENING);
    let (sine, cosine) = lat_deg.to_radians().sin_cos();
    let bent = 1.0 - square * sine * sine;
    let meridian = AXIS_M * (1.0 - square) / (bent * bent.sqrt());
    let across = AXIS_M / bent.sqrt();
    let unit = (1.0 / UNITS).to_radians();
    (meridian * unit, across * cosine * unit)
}

pub fn between_m(a: Spot, b: Spot) -> f64 {
    let (north, east) = offset_m(a, b);
    north.hypot(east)
}

/// How far north and east of `a` lies `b`.
pub fn offset_m(a: Spot, b: Spot) -> (f64, f64) {
    let (lat, lon) = metres_per_unit((a.lat_deg() + b.lat_deg()) / 2.0);
    let north = (i64::from(b.lat) - i64::from(a.lat)) as f64;
    let east = (i64::from(b.lon) - i64::from(a.lon)) as f64;
    (north * lat, east * lon)
}

/// From north over east, 0 up to 360; north for one and the same spot.
pub fn bearing_deg(a: Spot, b: Spot) -> f64 {
    let (north, east) = offset_m(a, b);
    let degrees = east.atan2(north).to_degrees();
    if degrees < 0.0 {
        degrees + 360.0
    } else {
        degrees
    }
}

/// Of all lines, or around all rings.
pub fn length_m(shape: &Shape) -> f64 {
    let mut sum = 0.0;
    shape.each_path(|path, ring| {
        sum += sides(path, ring).map(|(a, b)| between_m(a, b)).sum::<f64>();
    });
    sum
}

/// The straight way between the ends of a line over its length: 1 is straight, 0 comes back.
pub fn straightness(shape: &Shape) -> Option<f64> {
    let Shape::Lines(lines) = shape else {
        return None;
    };
    let [line] = lines.as_slice() else {
        return None;
    };
    let length = length_m(shape);
    (length > 0.0).then(|| between_m(line[0], line[line.len() - 1]) / length)
}

pub fn area_m2(polygons: &[Polygon]) -> f64 {
    let ring = |ring: &[Spot]| {
        let at = ring[0];
        let twice: f64 = sides(ring, true)
            .map(|(a, b)| {
                let ((an, ae), (bn, be)) = (offset_m(at, a), offset_m(at, b));
                ae * bn - be * an
            })
            .sum();
        twice.abs() / 2.0
    };
    polygons
        .iter()
        .map(|polygon| {
            let holes: f64 = polygon.holes.iter().map(|hole| ring(hole)).sum();
            (ring(&polygon.outer) - holes).max(0.0)
        })
        .sum()
}

/// The middle of an area's or line's box, or the point: where a label goes, not what is measured.
pub fn middle(shape: &Shape) -> Spot {
    shape.bounds().middle()
}

/// Whether a spot lies in one of the areas; on the border counts as inside or not, as it falls.
pub fn covers(polygons: &[Polygon], spot: Spot) -> bool {
    polygons.iter().any(|polygon| {
        polygon
            .rings()
            .filter(|ring| ring_holds(ring, spot))
            .count()
            % 2
            == 1
    })
}

/// By the number of sides a line to the east crosses, in whole numbers.
pub(crate) fn ring_holds(ring: &[Spot], spot: Spot) -> bool {
    let mut inside = false;
    for (a, b) in sides(ring, true) {
        if (a.lat > spot.lat) != (b.lat > spot.lat) {
            let wide = |n: i32, from: i32| i128::from(n) - i128::from(from);
            let side = wide(b.lon, a.lon) * wide(spot.lat, a.lat)
                - wide(spot.lon, a.lon) * wide(b.lat, a.lat);
            inside ^= (side > 0) == (b.lat > a.lat) && side != 0;
        }
    }
    inside
}

/// No two points of the boxes are nearer than this.
pub fn boxes_apart_m(a: &Bounds, b: &Bounds) -> f64 {
    let gap = |low: i32, high: i32| (i64::from(low) - i64::from(high)).max(0) as f64;
    let north = gap(a.south, b.north).max(gap(b.south, a.north));
    let east = gap(a.west, b.east).max(gap(b.west, a.east));
    let furthest = [a.south, a.north, b.south, b.north]
        .map(i32::unsigned_abs)
        .into_iter()
        .max();
    let (lat, _) = metres_per_unit(0.0);
    let (_, lon) = metres_per_unit(f64::from(furthest.unwrap_or(0)) / UNITS);
    (north * lat).hypot(east * lon.max(0.0))
}

/// The box that holds all within a distance of this one.
pub fn reach(bounds: &Bounds, distance_m: f64) -> Bounds {
    let (lat, _) = metres_per_unit(0.0);
    let up = (distance_m / lat * 1.002).ceil() + 1.0;
    let most = f64::from(bounds.south.unsigned_abs().max(bounds.north.unsigned_abs())) + up;
    let (_, lon) = metres_per_unit((most / UNITS).min(90.0));
    let side = if lon > 1e-6 {
        (distance_m / lon * 1.002).ceil() + 1.0
    } else {
        f64::MAX
    };
    let moved = |from: i32, by: f64, most: f64| (f64::from(from) + by).clamp(-most, most) as i32;
    Bounds {
        south: moved(bounds.south, -up, 9e8),
        north: moved(bounds.north, up, 9e8),
        west: moved(bounds.west, -side, 1.8e9),
        east: moved(bounds.east, side, 1.8e9),
    }
}

/// Between the shapes' nearest points, 0 where they touch or one holds the other. None where they
/// are further apart than `limit_m`.
pub fn nearest(a: &Shape, b: &Shape, limit_m: f64) -> Option<Nearest> {
    if let (Shape::Point(from), Shape::Point(to)) = (a, b) {
        let (distance_m, from, to) = (between_m(*from, *to), *from, *to);
        return (distance_m <= limit_m).then_some(Nearest {
            distance_m,
            from,
            to,
        });
    }
    let (bounds_a, bounds_b) = (a.bounds(), b.bounds());
    if boxes_apart_m(&bounds_a, &bounds_b) > limit_m * 1.001 + 0.01 {
        return None;
    }
    let touch = held(a, b).or_else(|| held(b, a).map(|(to, from)| (from, to)));
    if let Some((from, to)) = touch {
        return Some(Nearest {
            distance_m: 0.0,
            from,
            to,
        });
    }
    // Metres where the smaller lies: there the nearest points are.
    let size = |bounds: &Bounds| {
        let high = i64::from(bounds.north) - i64::from(bounds.south);
        let wide = i64::from(bounds.east) - i64::from(bounds.west);
        (high + wide, bounds.south, bounds.west)
    };
    let small = if size(&bounds_a) <= size(&bounds_b) {
        bounds_a
    } else {
        bounds_b
    };
    let plane = Plane::at(small.middle());
    let found = plane.nearest(a, b, reach(&small, limit_m));
    found.filter(|found| found.distance_m <= limit_m)
}

/// A point of `inner` inside the area `outer`.
fn held(outer: &Shape, inner: &Shape) -> Option<(Spot, Spot)> {
    let Shape::Area(polygons) = outer else {
        return None;
    };
    let mut found = None;
    inner.each_path(|path, _| {
        if found.is_none() && covers(polygons, path[0]) {
            found = Some((path[0], path[0]));
        }
    });
    found
}

/// Sides of a path, and of a ring the one that closes it; a single spot is one side.
pub(crate) fn sides(path: &[Spot], ring: bool) -> impl Iterator<Item = (Spot, Spot)> + Clone {
    let last = path.len() - 1;
    let lone = (last == 0).then(|| (path[0], path[0]));
    let closing = (ring && last > 0).then(|| (path[last], path[0]));
    let along = path.windows(2).map(|pair| (pair[0], pair[1]));
    along.chain(lone).chain(closing)
}

/// Metres around one spot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Plane {
    middle: Spot,
    lat: f64,
    lon: f64,
}

pub(crate) type Flat = (f64, f64);

impl Plane {
    pub fn at(middle: Spot) -> Self {
        let (lat, lon) = metres_per_unit(middle.lat_deg());
        Self { middle, lat, lon }
    }

    pub fn flat(&self, spot: Spot) -> Flat {
        (
            (i64::from(spot.lon) - i64::from(self.middle.lon)) as f64 * self.lon,
            (i64::from(spot.lat) - i64::from(self.middle.lat)) as f64 * self.lat,
        )
    }

    pub fn spot(&self, flat: Flat) -> Spot {
        let lat = f64::from(self.middle.lat) + flat.1 / self.lat;
        let lon = f64::from(self.middle.lon) + flat.0 / self.lon;
        Spot::new(lat.round() as i64, lon.round() as i64).unwrap_or(self.middle)
    }

    /// Only sides that reach into `within` can be nearest; the rest are passed over.
    fn nearest(&self, a: &Shape, b: &Shape, within: Bounds) -> Option<Nearest> {
        let (mine, theirs) = (self.sides_of(a, within), self.sides_of(b, within));
        let mut best: Option<(f64, Flat, Flat)> = None;
        for side in &mine {
            for other in &theirs {
                let so_far = best.map_or(f64::INFINITY, |best| best.0);
                if apart(side, other) >= so_far {
                    continue;
                }
                let (distance, from, to) = sides_apart(*side, *other);
                if distance < so_far {
                    best = Some((distance, from, to));
                }
            }
        }
        let (distance, from, to) = best?;
        let (from, to) = (self.spot(from), self.spot(to));
        let distance_m = if distance == 0.0 {
            0.0
        } else {
            between_m(from, to)
        };
        Some(Nearest {
            distance_m,
            from,
            to,
        })
    }

    fn sides_of(&self, shape: &Shape, within: Bounds) -> Vec<(Flat, Flat)> {
        let mut found = Vec::new();
        shape.each_path(|path, ring| {
            let near = sides(path, ring).filter(|(a, b)| Bounds::of([*a, *b]).meets(&within));
            found.extend(near.map(|(a, b)| (self.flat(a), self.flat(b))));
        });
        found
    }
}

/// No points of the two sides are nearer.
fn apart(a: &(Flat, Flat), b: &(Flat, Flat)) -> f64 {
    let gap = |a: (f64, f64), b: (f64, f64)| {
        (a.0.min(a.1) - b.0.max(b.1))
            .max(b.0.min(b.1) - a.0.max(a.1))
            .max(0.0)
    };
    let east = gap((a.0.0, a.1.0), (b.0.0, b.1.0));
    let north = gap((a.0.1, a.1.1), (b.0.1, b.1.1));
    east.hypot(north)
}

fn sides_apart(a: (Flat, Flat), b: (Flat, Flat)) -> (f64, Flat, Flat) {
    if let Some(at) = crossing(a, b) {
        return (0.0, at, at);
    }
    let to_a = |spot: Flat| (foot(a, spot).0, spot);
    let to_b = |spot: Flat| (spot, foot(b, spot).0);
    let ways = [to_b(a.0), to_b(a.1), to_a(b.0), to_a(b.1)];
    ways.into_iter()
        .map(|(from, to)| ((from.0 - to.0).hypot(from.1 - to.1), from, to))
        .min_by(|one, other| one.0.total_cmp(&other.0))
        .expect("four ways")
}

/// The point of a side nearest to a spot, and how far along the side it lies, 0 to 1.
pub(crate) fn foot(side: (Flat, Flat), spot: Flat) -> (Flat, f64) {
    let ((x, y), (east, north)) = (side.0, (side.1.0 - side.0.0, side.1.1 - side.0.1));
    let square = east * east + north * north;
    if square == 0.0 {
        return (side.0, 0.0);
    }
    let along = (((spot.0 - x) * east + (spot.1 - y) * north) / square).clamp(0.0, 1.0);
    ((x + along * east, y + along * north), along)
}

fn crossing(a: (Flat, Flat), b: (Flat, Flat)) -> Option<Flat> {
    let turn = |o: Flat, p: Flat, q: Flat| (p.0 - o.0) * (q.1 - o.1) - (p.1 - o.1) * (q.0 - o.0);
    let (start, end) = (turn(b.0, b.1, a.0), turn(b.0, b.1, a.1));
    let (left, right) = (turn(a.0, a.1, b.0), turn(a.0, a.1, b.1));
    let crosses = start * end < 0.0 && left * right < 0.0;
    crosses.then(|| {
        let along = start / (start - end);
        (
            a.0.0 + along * (a.1.0 - a.0.0),
            a.0.1 + along * (a.1.1 - a.0.1),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::shape::tests::any_shape;
    use proptest::prelude::*;

    /// Vincenty 1975, the inverse formula: to the millimetre where it converges.
    fn vincenty_m(a: Spot, b: Spot) -> f64 {
        let axis_b = AXIS_M * (1.0 - FLATTENING);
        let reduced = |spot: Spot| ((1.0 - FLATTENING) * spot.lat_deg().to_radians().tan()).atan();
        let (u1, u2) = (reduced(a), reduced(b));
        let long = (b.lon_deg() - a.lon_deg()).to_radians();
        let mut lambda = long;
        let (mut sigma, mut square, mut middle) = (0.0f64, 1.0f64, 0.0f64);
        for _ in 0..200 {
            let x = u2.cos() * lambda.sin();
            let y = u1.cos() * u2.sin() - u1.sin() * u2.cos() * lambda.cos();
            let sine = x.hypot(y);
            if sine == 0.0 {
                return 0.0;
            }
            let cosine = u1.sin() * u2.sin() + u1.cos() * u2.cos() * lambda.cos();
            sigma = sine.atan2(cosine);
            let alpha = u1.cos() * u2.cos() * lambda.sin() / sine;
            square = 1.0 - alpha * alpha;
            middle = if square == 0.0 {
                0.0
            } else {
                cosine - 2.0 * u1.sin() * u2.sin() / square
            };
            let c = FLATTENING / 16.0 * square * (4.0 + FLATTENING * (4.0 - 3.0 * square));
            let inner = middle + c * cosine * (2.0 * middle * middle - 1.0);
            let next = long + (1.0 - c) * FLATTENING * alpha * (sigma + c * sine * inner);
            let done = (next - lambda).abs() < 1e-14;
            lambda = next;
            if done {
                break;
            }
        }
        let u = square * (AXIS_M * AXIS_M - axis_b * axis_b) / (axis_b * axis_b);
        let big_a = 1.0 + u / 16384.0 * (4096.0 + u * (u * (320.0 - 175.0 * u) - 768.0));
        let big_b = u / 1024.0 * (256.0 + u * (u * (74.0 - 47.0 * u) - 128.0));
        let (sine, cosine) = sigma.sin_cos();
        let third =
            big_b / 6.0 * middle * (4.0 * sine * sine - 3.0) * (4.0 * middle * middle - 3.0);
        let delta = big_b
            * sine
            * (middle + big_b / 4.0 * (cosine * (2.0 * middle * middle - 1.0) - third));
        axis_b * big_a * (sigma - delta)
    }

    /// All sides against all sides, cut finely: never less than the truth.
    fn sampled_m(a: &Shape, b: &Shape) -> f64 {
        let spots = |shape: &Shape| {
            let mut spots = Vec::new();
            shape.each_path(|path, ring| {
                for (from, to) in sides(path, ring) {
                    for part in 0..=40 {
                        let mix = |a: i32, b: i32| {
                            (i64::from(a) + (i64::from(b) - i64::from(a)) * part / 40) as i32
                        };
                        spots.push(Spot {
                            lat: mix(from.lat, to.lat),
                            lon: mix(from.lon, to.lon),
                        });
                    }
                }
            });
            spots
        };
        let mut least = f64::INFINITY;
        for from in spots(a) {
            for to in spots(b) {
                least = least.min(between_m(from, to));
            }
        }
        least
    }

    proptest! {
        #[test]
        fn distances_are_vincentys_within_the_stated_error(
            lat in -84.9..84.9f64, lon in -170.0..170.0f64, far in 0.0..100_000.0f64, way in 0.0..std::f64::consts::TAU,
        ) {
            let near = lat.abs() > 70.0;
            let far = if near { far / 10.0 } else { far };
            let a = Spot::from_degrees(lat, lon).expect("on the Earth");
            let (per_lat, per_lon) = metres_per_unit(lat);
            let (north, east) = (far * way.cos() / per_lat, far * way.sin() / per_lon);
            let b = Spot { lat: a.lat + north as i32, lon: a.lon + east as i32 };
            prop_assume!(b.lat.abs() < 850_000_000);
            let (ours, truth) = (between_m(a, b), vincenty_m(a, b));
            let share = if far > 10_000.0 { 1e-3 } else { 1e-4 };
            prop_assert!((ours - truth).abs() <= truth * share + 0.02, "{ours} {truth}");
        }

        #[test]
        fn distances_of_shapes_are_those_of_their_nearest_points(a in any_shape(), b in any_shape(), off in 0..300_000i32) {
            // Laid beside each other: shapes of different degrees are too far apart to compare.
            let shift = |shape: &Shape, to: Spot, off: i32| {
                let from = shape.bounds();
                let moved = |spot: &Spot| Spot { lat: spot.lat - from.south + to.lat, lon: spot.lon - from.west + to.lon + off };
                match shape {
                    Shape::Point(spot) => Shape::Point(moved(spot)),
                    Shape::Lines(lines) => Shape::Lines(lines.iter().map(|line| line.iter().map(moved).collect()).collect()),
                    Shape::Area(areas) => Shape::Area(areas.iter().map(|area| Polygon {
                        outer: area.outer.iter().map(moved).collect(),
                        holes: area.holes.iter().map(|hole| hole.iter().map(moved).collect()).collect(),
                    }).collect()),
                }
            };
            let at = a.bounds();
            let b = shift(&b, Spot { lat: at.south, lon: at.west }, off);
            let found = nearest(&a, &b, 1e9).expect("no limit");
            let back = nearest(&b, &a, 1e9).expect("no limit");
            prop_assert!((found.distance_m - back.distance_m).abs() < 0.05);
            let sampled = sampled_m(&a, &b);
            prop_assert!(found.distance_m <= sampled * 1.0005 + 0.05, "{} {sampled}", found.distance_m);
            let limit = found.distance_m * 0.99 - 0.1;
            prop_assert!(limit < 0.0 || nearest(&a, &b, limit).is_none());
            prop_assert!(boxes_apart_m(&a.bounds(), &b.bounds()) <= found.distance_m * 1.001 + 0.05);
            prop_assert!(reach(&a.bounds(), found.distance_m + 0.05).meets(&b.bounds()));
        }
    }

    #[test]
    fn a_thing_inside_an_area_is_at_no_distance_and_one_in_a_hole_is() {
        let square = |from: i32, to: i32| {
            vec![(from, from), (from, to), (to, to), (to, from)]
                .into_iter()
                .map(|(lat, lon)| Spot { lat, lon })
                .collect::<Vec<_>>()
        };
        let area = Shape::Area(vec![Polygon {
            outer: square(0, 100_000),
            holes: vec![square(40_000, 60_000)],
        }]);
        let at = |lat, lon| Shape::Point(Spot { lat, lon });
        assert_eq!(
            nearest(&at(10_000, 10_000), &area, 1.0).map(|it| it.distance_m),
            Some(0.0)
        );
        let in_hole = nearest(&at(50_000, 50_000), &area, 1_000.0).expect("near");
        assert!((in_hole.distance_m - 110.5).abs() < 1.5, "{in_hole:?}");
        assert!(nearest(&at(50_000, 50_000), &area, 50.0).is_none());
        let Shape::Area(polygons) = &area else {
            unreachable!()
        };
        let whole = 1_105.7 * 1_113.2;
        assert!((area_m2(polygons) - whole * 0.96).abs() < whole * 0.001);
    }

    #[test]
    fn bearings_run_from_north_over_east() {
        let from = Spot::from_degrees(50.0, 36.0).expect("on the Earth");
        for (lat, lon, told) in [
            (50.1, 36.0, 0.0),
            (50.0, 36.1, 90.0),
            (49.9, 36.0, 180.0),
            (50.0, 35.9, 270.0),
        ] {
            let to = Spot::from_degrees(lat, lon).expect("on the Earth");
            assert!((bearing_deg(from, to) - told).abs() < 0.01);
        }
    }
}
