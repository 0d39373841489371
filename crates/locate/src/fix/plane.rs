//! The earth near one place as a plane with up: metres east, north and up of an origin (WGS 84).
//!
//! Exact both ways: points go through earth-centred coordinates, so what is far lies below the
//! plane as it does in truth. What is not exact is "up" away from the origin: `up_error_m`.

use super::matrix::{Mat3, Vec3, minus, turned, turned_back};

/// Semi-major axis and flattening of WGS 84 (NIMA TR8350.2).
const A: f64 = 6_378_137.0;
const F: f64 = 1.0 / 298.257_223_563;
const E2: f64 = F * (2.0 - F);

/// A middling radius, for what bends by a few parts in a thousand either way.
pub(crate) const EARTH_M: f64 = 6_371_000.0;

#[derive(Debug, Clone, Copy)]
pub(crate) struct Plane {
    centre: Vec3,
    axes: Mat3,
}

impl Plane {
    pub(crate) fn at(lat: f64, lon: f64) -> Self {
        let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
        let (sin_lon, cos_lon) = lon.to_radians().sin_cos();
        Self {
            centre: earth_centred(lat, lon, 0.0),
            axes: [
                [-sin_lon, cos_lon, 0.0],
                [-sin_lat * cos_lon, -sin_lat * sin_lon, cos_lat],
                [cos_lat * cos_lon, cos_lat * sin_lon, sin_lat],
            ],
        }
    }

    /// East, north, up of a point; its height is above the ellipsoid, or any level parallel to it.
    pub(crate) fn local(&self, lat: f64, lon: f64, height_m: f64) -> Vec3 {
        turned(
            &self.axes,
            minus(earth_centred(lat, lon, height_m), self.centre),
        )
    }

    /// Latitude, longitude, height of a point of the plane.
    pub(crate) fn globe(&self, local: Vec3) -> (f64, f64, f64) {
        let back = turned_back(&self.axes, local);
        geodetic([
            self.centre[0] + back[0],
            self.centre[1] + back[1],
            self.centre[2] + back[2],
        ])
    }

    /// By how much "up" of the plane moves a point a hundred metres high, so far from the origin.
    pub(crate) fn up_error_m(distance_m: f64) -> f64 {
        100.0 * distance_m / EARTH_M
    }
}

fn earth_centred(lat: f64, lon: f64, height_m: f64) -> Vec3 {
    let (sin_lat, cos_lat) = lat.to_radians().sin_cos();
    let (sin_lon, cos_lon) = lon.to_radians().sin_cos();
    let normal = A / (1.0 - E2 * sin_lat * sin_lat).sqrt();
    [
        (normal + height_m) * cos_lat * cos_lon,
        (normal + height_m) * cos_lat * sin_lon,
        (normal * (1.0 - E2) + height_m) * sin_lat,
    ]
}

/// Back to latitude and longitude, by repeating the plain step: five rounds leave micrometres.
fn geodetic(p: Vec3) -> (f64, f64, f64) {
    let lon = p[1].atan2(p[0]);
    let across = p[0].hypot(p[1]);
    let mut lat = p[2].atan2(across * (1.0 - E2));
    for _ in 0..5 {
        let normal = A / (1.0 - E2 * lat.sin().powi(2)).sqrt();
        lat = (p[2] + E2 * normal * lat.sin()).atan2(across);
    }
    let normal = A / (1.0 - E2 * lat.sin().powi(2)).sqrt();
    // Valid at the poles too, where dividing by the cosine is not.
    let height = across * lat.cos() + p[2] * lat.sin() - normal * (1.0 - E2 * lat.sin().powi(2));
    (lat.to_degrees(), lon.to_degrees(), height)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_point_goes_to_the_plane_and_back(
            lat in -89.0..89.0_f64, lon in -179.0..179.0_f64,
            east in -50_000.0..50_000.0_f64, north in -50_000.0..50_000.0_f64,
        ) {
            let plane = Plane::at(lat, lon);
            let (la, lo, up) = plane.globe([east, north, 12.0]);
            let back = plane.local(la, lo, up);
            prop_assert!((back[0] - east).abs() < 1e-3);
            prop_assert!((back[1] - north).abs() < 1e-3);
            prop_assert!((back[2] - 12.0).abs() < 1e-3);
        }
    }

    #[test]
    fn a_degree_of_latitude_is_as_long_as_published() {
        // 111,131.745 m at 45 degrees on WGS 84, from the arc's series.
        let north = Plane::at(45.0, 7.0).local(45.01, 7.0, 0.0);
        assert!((north[1] - 1111.32).abs() < 0.05, "{north:?}");
        assert!(north[0].abs() < 1e-6);
    }

    #[test]
    fn what_is_far_lies_below_the_plane() {
        let far = Plane::at(50.0, 36.0).local(50.09, 36.0, 0.0);
        assert!((-8.2..-7.4).contains(&far[2]), "{far:?}");
    }
}
