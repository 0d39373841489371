//! A place on the earth, and what of it the sky needs.

use serde::{Deserialize, Serialize};

use super::error::SunError;

/// The earth's mean radius in metres (IUGG), for small distances on it.
pub(crate) const EARTH_M: f64 = 6_371_008.8;
/// Equatorial radius in metres and the ratio of the axes, as NREL's algorithm has them.
const EQUATOR_M: f64 = 6_378_140.0;
const FLATTENED: f64 = 0.99664719;

/// A point, or a circle within which the thing stood.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub latitude: f64,
    pub longitude: f64,
    /// Above the sea.
    #[serde(default)]
    pub height_m: f64,
    /// How far the true place may be from the point; any point of the circle is as likely.
    #[serde(default)]
    pub radius_m: f64,
}

impl Place {
    pub fn new(latitude: f64, longitude: f64) -> Result<Self, SunError> {
        let place = Self {
            latitude,
            longitude,
            height_m: 0.0,
            radius_m: 0.0,
        };
        place.checked()
    }

    /// The place, if it is on the earth.
    pub fn checked(self) -> Result<Self, SunError> {
        if !(-90.0..=90.0).contains(&self.latitude) {
            return Err(SunError::Latitude(self.latitude));
        }
        if !(-180.0..=180.0).contains(&self.longitude) {
            return Err(SunError::Longitude(self.longitude));
        }
        if !(-500.0..=12_000.0).contains(&self.height_m) {
            return Err(SunError::Height(self.height_m));
        }
        if !(0.0..=500_000.0).contains(&self.radius_m) {
            return Err(SunError::Radius(self.radius_m));
        }
        Ok(self)
    }

    /// Points that stand for the circle, each for an equal part of its area.
    ///
    /// Under 100 m the sun's place changes by less than 0.001 degrees, and one point is enough.
    pub(crate) fn spread(&self, rings: &[(usize, f64)]) -> Vec<Self> {
        let mut points = vec![*self];
        if self.radius_m < 100.0 {
            return points;
        }
        for (count, share) in rings {
            for number in 0..*count {
                let way = std::f64::consts::TAU * (number as f64 + 0.5) / *count as f64;
                points.push(self.moved(self.radius_m * share, way));
            }
        }
        points
    }

    /// So many metres away in a direction (radians from north).
    fn moved(&self, metres: f64, way: f64) -> Self {
        let (sin_a, cos_a) = (metres / EARTH_M).sin_cos();
        let (sin_p, cos_p) = self.latitude.to_radians().sin_cos();
        let sine = (sin_p * cos_a + cos_p * sin_a * way.cos()).clamp(-1.0, 1.0);
        let east = (way.sin() * sin_a * cos_p).atan2(cos_a - sin_p * sine);
        Self {
            latitude: sine.asin().to_degrees(),
            longitude: super::spa::half_turn(self.longitude + east.to_degrees()),
            ..*self
        }
    }
}

/// A place as the sky needs it: its vertical, and its distance from the earth's axis and equator in
/// radii of the earth.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Observer {
    pub sin_latitude: f64,
    pub cos_latitude: f64,
    pub from_axis: f64,
    pub from_equator: f64,
    pub longitude_deg: f64,
}

impl From<&Place> for Observer {
    fn from(place: &Place) -> Self {
        let (sin_latitude, cos_latitude) = place.latitude.to_radians().sin_cos();
        // The reduced latitude; the ratio of its sides avoids a tangent that is infinite at a pole.
        let (sin_u, cos_u) = (FLATTENED * sin_latitude).atan2(cos_latitude).sin_cos();
        let height = place.height_m / EQUATOR_M;
        Self {
            sin_latitude,
            cos_latitude,
            from_axis: cos_u + height * cos_latitude,
            from_equator: FLATTENED * sin_u + height * sin_latitude,
            longitude_deg: place.longitude,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_off_the_earth_is_refused_in_one_sentence() {
        let refused = |lat, lon| Place::new(lat, lon).unwrap_err().to_string();
        assert!(refused(91.0, 0.0).starts_with("latitude 91 is not on the earth"));
        assert!(refused(0.0, 181.0).starts_with("longitude 181 is not"));
        assert!(refused(f64::NAN, 0.0).starts_with("latitude NaN"));
    }

    #[test]
    fn points_of_a_circle_lie_in_it() {
        let mut place = Place::new(50.0, 179.999).unwrap();
        place.radius_m = 10_000.0;
        let points = place.spread(&[(6, 0.459), (12, 0.827)]);
        assert_eq!(points.len(), 19);
        for point in points {
            let north = (point.latitude - 50.0).to_radians() * EARTH_M;
            let east = super::super::spa::half_turn(point.longitude - 179.999).to_radians()
                * EARTH_M
                * 50f64.to_radians().cos();
            assert!(north.hypot(east) < 8_300.0 + 50.0);
            assert!(point.checked().is_ok());
        }
    }
}
