//! From the sky of the earth's centre to that over a place: azimuth, elevation, refraction.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::error::SunError;
use super::instant::within_reach;
use super::place::{Observer, Place};
use super::spa::SunAt;

/// Below this true elevation of the sun's centre its upper edge is not seen, and nothing is refracted.
pub(crate) const SUNRISE_DEG: f64 = -0.8333;

/// The air at the place, which lifts what is low in the sky.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Air {
    pub pressure_hpa: f64,
    pub temperature_c: f64,
}

impl Default for Air {
    /// What almanacs take.
    fn default() -> Self {
        Self {
            pressure_hpa: 1010.0,
            temperature_c: 10.0,
        }
    }
}

impl Air {
    pub fn checked(self) -> Result<Self, SunError> {
        let fits = (300.0..=1100.0).contains(&self.pressure_hpa)
            && (-80.0..=60.0).contains(&self.temperature_c);
        match fits {
            true => Ok(self),
            false => Err(SunError::Air(self.pressure_hpa, self.temperature_c)),
        }
    }

    /// By how much a body at this true elevation is lifted (Sæmundsson 1986, as in NREL's report).
    pub fn refraction_deg(&self, elevation_deg: f64) -> f64 {
        if elevation_deg < SUNRISE_DEG {
            return 0.0;
        }
        let angle = elevation_deg + 10.3 / (elevation_deg + 5.11);
        self.strength() / angle.to_radians().tan()
    }

    fn strength(&self) -> f64 {
        self.pressure_hpa / 1010.0 * 283.0 / (273.0 + self.temperature_c) * 1.02 / 60.0
    }
}

/// Where the sun is seen from a place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SunPosition {
    /// Clockwise from north, 0 to 360.
    pub azimuth_deg: f64,
    /// Of the sun's centre, as if there were no air.
    pub elevation_deg: f64,
    /// Of the sun's centre, with refraction: what a shadow follows.
    pub apparent_elevation_deg: f64,
    pub declination_deg: f64,
    pub equation_of_time_min: f64,
}

impl SunPosition {
    /// How many times longer than the object its shadow on level ground is; none when the sun is down.
    pub fn shadow_ratio(&self) -> Option<f64> {
        (self.apparent_elevation_deg > 0.0)
            .then(|| 1.0 / self.apparent_elevation_deg.to_radians().tan())
    }

    /// Which way a shadow points.
    pub fn shadow_direction_deg(&self) -> f64 {
        (self.azimuth_deg + 180.0).rem_euclid(360.0)
    }
}

/// The sun over a place at a moment, every term of the algorithm worked out.
pub fn sun_position(place: &Place, moment: Timestamp, air: Air) -> Result<SunPosition, SunError> {
    let place = place.checked()?;
    let air = air.checked()?;
    let sun = SunAt::at(within_reach(moment)?);
    Ok(position_of(&Observer::from(&place), &sun, air))
}

pub(crate) fn position_of(observer: &Observer, sun: &SunAt, air: Air) -> SunPosition {
    let (sine, cosine) = sun.declination_deg.to_radians().sin_cos();
    let seen = Seen::of(
        observer,
        sun.greenwich_hour_angle_deg(),
        sine,
        cosine,
        sun.parallax_sine(),
    );
    let elevation_deg = seen.elevation_deg();
    SunPosition {
        azimuth_deg: seen.azimuth_deg(),
        elevation_deg,
        apparent_elevation_deg: elevation_deg + air.refraction_deg(elevation_deg),
        declination_deg: sun.declination_deg,
        equation_of_time_min: sun.equation_of_time_min,
    }
}

/// The way to a body from a place: east, north, up. Its length is about one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Seen {
    pub east: f64,
    pub north: f64,
    pub up: f64,
}

impl Seen {
    /// The parallax is taken as what it is, a step from the earth's centre to the place; this equals
    /// the report's formulas for right ascension and declination and holds at the zenith too.
    #[inline]
    pub(crate) fn of(
        observer: &Observer,
        greenwich_hour_angle_deg: f64,
        sin_declination: f64,
        cos_declination: f64,
        parallax_sine: f64,
    ) -> Self {
        let hour_angle = (greenwich_hour_angle_deg + observer.longitude_deg).to_radians();
        let (sin_h, cos_h) = hour_angle.sin_cos();
        let out = cos_declination * cos_h - observer.from_axis * parallax_sine;
        let along = sin_declination - observer.from_equator * parallax_sine;
        Self {
            east: -cos_declination * sin_h,
            north: observer.cos_latitude * along - observer.sin_latitude * out,
            up: observer.cos_latitude * out + observer.sin_latitude * along,
        }
    }

    #[inline]
    pub(crate) fn azimuth_deg(&self) -> f64 {
        let degrees = self.east.atan2(self.north).to_degrees();
        if degrees < 0.0 {
            degrees + 360.0
        } else {
            degrees
        }
    }

    #[inline]
    pub(crate) fn elevation_deg(&self) -> f64 {
        let flat = (self.east * self.east + self.north * self.north).sqrt();
        self.up.atan2(flat).to_degrees()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sun::instant::days_of;

    /// Table A5.1 of the report: Golden, Colorado; 820 hPa, 11 degrees.
    #[test]
    fn the_example_of_the_report_is_met() {
        let mut place = Place::new(39.742476, -105.1786).unwrap();
        place.height_m = 1830.14;
        let sun = SunAt::of(days_of("2003-10-17T19:30:30Z".parse().unwrap()), 67.0);
        let air = Air {
            pressure_hpa: 820.0,
            temperature_c: 11.0,
        };
        let seen = position_of(&Observer::from(&place), &sun, air);
        assert!((90.0 - seen.apparent_elevation_deg - 50.11162).abs() < 1e-5);
        assert!((seen.azimuth_deg - 194.34024).abs() < 1e-5);
    }

    /// pvlib's SPA at 240 places and moments (scripts/peers/sun_vectors.py).
    #[test]
    fn positions_are_those_of_pvlib() {
        let table = include_str!("../../tests/sun/positions.tsv");
        let mut rows = 0;
        for line in table.lines().skip(1) {
            let figures: Vec<f64> = line
                .split('\t')
                .map(|figure| figure.parse().unwrap())
                .collect();
            let [
                unix,
                delta_t,
                latitude,
                longitude,
                azimuth,
                elevation,
                apparent,
                equation,
            ] = figures[..]
            else {
                panic!("eight figures: {line}");
            };
            let sun = SunAt::of(unix / 86_400.0 - 10_957.5, delta_t);
            let place = Place::new(latitude, longitude).unwrap();
            let seen = position_of(&Observer::from(&place), &sun, Air::default());
            let aside = super::super::spa::half_turn(seen.azimuth_deg - azimuth);
            assert!(aside.abs() < 2e-6, "{line}: {seen:?}");
            assert!(
                (seen.elevation_deg - elevation).abs() < 2e-6,
                "{line}: {seen:?}"
            );
            assert!(
                (seen.apparent_elevation_deg - apparent).abs() < 2e-6,
                "{line}: {seen:?}"
            );
            assert!(
                (seen.equation_of_time_min - equation).abs() < 1e-5,
                "{line}: {seen:?}"
            );
            rows += 1;
        }
        assert_eq!(rows, 240);
    }

    #[test]
    fn air_that_is_none_is_refused() {
        let air = Air {
            pressure_hpa: 0.0,
            temperature_c: 10.0,
        };
        let place = Place::new(0.0, 0.0).unwrap();
        let refused = sun_position(&place, Timestamp::UNIX_EPOCH, air).unwrap_err();
        assert!(refused.to_string().contains("not air at the ground"));
    }
}
