//! The moon: where it is, how much of it is lit, when it rises and sets.
//!
//! Meeus, Astronomical Algorithms (1998), chapters 47 and 48. He gives 10 seconds of arc in longitude and
//! 4 in latitude for the moon of the earth's centre; the tests hold 0.01 degrees at a place.

mod terms;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::civil::{span_of, zone};
use super::crossing::{Crossing, crossings};
use super::error::SunError;
use super::instant::{days_of, delta_t_s, moment_of, within_reach};
use super::place::{Observer, Place};
use super::spa::{SunAt, Wobble, equatorial, half_turn, polynomial, sidereal_deg};
use super::topocentric::{Air, Seen};
use terms::{LATITUDE, LONGITUDE_AND_DISTANCE};

const EARTH_KM: f64 = 6378.14;
const AU_KM: f64 = 149_597_870.7;
/// The moon's radius over the earth's.
const MOON_RADII: f64 = 0.272_481;
/// Refraction at the horizon that almanacs take.
const HORIZON_DEG: f64 = 34.0 / 60.0;

/// Where the moon is seen from a place, and how.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct MoonPosition {
    pub azimuth_deg: f64,
    pub elevation_deg: f64,
    pub apparent_elevation_deg: f64,
    /// From the earth's centre.
    pub distance_km: f64,
    /// Longitude less the sun's: 0 new, 90 first quarter, 180 full, 270 last quarter.
    pub phase_deg: f64,
    /// Part of the disc that is lit, 0 to 1.
    pub lit: f64,
}

/// When the moon is at the horizon on one day; either may be missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct MoonDay {
    pub date: Date,
    pub rises: Vec<Timestamp>,
    pub sets: Vec<Timestamp>,
}

impl MoonPosition {
    /// "waxing crescent"; the quarters, new and full are named within six degrees, half a day.
    pub fn phase_words(&self) -> &'static str {
        match self.phase_deg {
            angle if !(6.0..=354.0).contains(&angle) => "new moon",
            angle if angle < 84.0 => "waxing crescent",
            angle if angle <= 96.0 => "first quarter",
            angle if angle < 174.0 => "waxing gibbous",
            angle if angle <= 186.0 => "full moon",
            angle if angle < 264.0 => "waning gibbous",
            angle if angle <= 276.0 => "last quarter",
            _ => "waning crescent",
        }
    }
}

/// The moon over a place at a moment.
pub fn moon_position(place: &Place, moment: Timestamp, air: Air) -> Result<MoonPosition, SunError> {
    let place = place.checked()?;
    let air = air.checked()?;
    let days = days_of(within_reach(moment)?);
    let moon = MoonAt::of(days);
    let seen = moon.seen(&Observer::from(&place), days);
    let sun = SunAt::of(days, delta_t_s(days));
    let elevation_deg = seen.elevation_deg();
    let phase_deg = (moon.longitude_deg - sun.longitude_deg).rem_euclid(360.0);
    Ok(MoonPosition {
        azimuth_deg: seen.azimuth_deg(),
        elevation_deg,
        apparent_elevation_deg: elevation_deg + air.refraction_deg(elevation_deg),
        distance_km: moon.distance_km,
        phase_deg,
        lit: moon.lit(&sun),
    })
}

/// When the moon rises and sets; without a zone the day is that of UTC.
pub fn moon_day(place: &Place, date: Date, zone_name: Option<&str>) -> Result<MoonDay, SunError> {
    let observer = Observer::from(&place.checked()?);
    let (from, to) = span_of(date, date, &zone(zone_name)?)?;
    let mut day = MoonDay {
        date,
        rises: Vec::new(),
        sets: Vec::new(),
    };
    // The upper edge on a horizon that refraction lowers.
    let height = |days: f64| {
        let moon = MoonAt::of(days);
        let radius = (MOON_RADII * EARTH_KM / moon.distance_km)
            .asin()
            .to_degrees();
        moon.seen(&observer, days).elevation_deg() + radius + HORIZON_DEG
    };
    for crossing in crossings(days_of(from), days_of(to), height) {
        match crossing {
            Crossing::Up(days) => day.rises.push(moment_of(days)),
            Crossing::Down(days) => day.sets.push(moment_of(days)),
        }
    }
    Ok(day)
}

/// The moon in the sky of the earth's centre.
#[derive(Debug, Clone, Copy)]
struct MoonAt {
    /// Apparent, of the true equinox of date.
    longitude_deg: f64,
    latitude_deg: f64,
    distance_km: f64,
    right_ascension_deg: f64,
    declination_deg: f64,
    equinoxes_deg: f64,
}

impl MoonAt {
    fn of(days: f64) -> Self {
        let centuries = (days + delta_t_s(days) / 86_400.0) / 36_525.0;
        let (longitude, latitude_deg, distance_km) = ecliptic(centuries);
        let wobble = Wobble::of(centuries);
        let longitude_deg = (longitude + wobble.longitude_deg).rem_euclid(360.0);
        let obliquity = wobble.obliquity_deg.to_radians();
        let (right_ascension_deg, declination_deg) = equatorial(
            longitude_deg.to_radians(),
            latitude_deg.to_radians(),
            obliquity,
        );
        Self {
            longitude_deg,
            latitude_deg,
            distance_km,
            right_ascension_deg,
            declination_deg,
            equinoxes_deg: wobble.longitude_deg * obliquity.cos(),
        }
    }

    fn seen(&self, observer: &Observer, days: f64) -> Seen {
        let (sine, cosine) = self.declination_deg.to_radians().sin_cos();
        let west = sidereal_deg(days) + self.equinoxes_deg - self.right_ascension_deg;
        Seen::of(observer, west, sine, cosine, EARTH_KM / self.distance_km)
    }

    /// Chapter 48.
    fn lit(&self, sun: &SunAt) -> f64 {
        let apart = half_turn(self.longitude_deg - sun.longitude_deg).to_radians();
        let elongation = (self.latitude_deg.to_radians().cos() * apart.cos()).acos();
        let sun_km = sun.distance_au * AU_KM;
        let across = sun_km * elongation.sin();
        let angle = across.atan2(self.distance_km - sun_km * elongation.cos());
        f64::midpoint(1.0, angle.cos())
    }
}

/// Longitude and latitude of the mean equinox of date in degrees, distance in kilometres.
fn ecliptic(t: f64) -> (f64, f64, f64) {
    let mean_longitude = polynomial(
        t,
        &[
            218.3164477,
            481267.88123421,
            -0.0015786,
            1.0 / 538841.0,
            -1.0 / 65194000.0,
        ],
    );
    let elongation = polynomial(
        t,
        &[
            297.8501921,
            445267.1114034,
            -0.0018819,
            1.0 / 545868.0,
            -1.0 / 113065000.0,
        ],
    );
    let sun_anomaly = polynomial(
        t,
        &[357.5291092, 35999.0502909, -0.0001536, 1.0 / 24490000.0],
    );
    let anomaly = polynomial(
        t,
        &[
            134.9633964,
            477198.8675055,
            0.0087414,
            1.0 / 69699.0,
            -1.0 / 14712000.0,
        ],
    );
    let node = polynomial(
        t,
        &[
            93.2720950,
            483202.0175233,
            -0.0036539,
            -1.0 / 3526000.0,
            1.0 / 863310000.0,
        ],
    );
    let arguments = [elongation, sun_anomaly, anomaly, node].map(f64::to_radians);
    let eccentricity = polynomial(t, &[1.0, -0.002516, -0.0000074]);
    let angle = |multiples: &[i8; 4]| -> f64 {
        multiples
            .iter()
            .zip(arguments)
            .map(|(m, a)| f64::from(*m) * a)
            .sum()
    };
    let scale = |multiples: &[i8; 4]| eccentricity.powi(i32::from(multiples[1].abs()));
    let (mut longitude, mut latitude, mut distance) = (0.0, 0.0, 0.0);
    for (multiples, sine, cosine) in &LONGITUDE_AND_DISTANCE {
        let (sin, cos) = angle(multiples).sin_cos();
        longitude += sine * scale(multiples) * sin;
        distance += cosine * scale(multiples) * cos;
    }
    for (multiples, sine) in &LATITUDE {
        latitude += sine * scale(multiples) * angle(multiples).sin();
    }
    let l = mean_longitude.to_radians();
    let [_, _, m, f] = arguments;
    let [a1, a2, a3] = [
        119.75 + 131.849 * t,
        53.09 + 479264.290 * t,
        313.45 + 481266.484 * t,
    ]
    .map(f64::to_radians);
    longitude += 3958.0 * a1.sin() + 1962.0 * (l - f).sin() + 318.0 * a2.sin();
    latitude += -2235.0 * l.sin()
        + 382.0 * a3.sin()
        + 175.0 * (a1 - f).sin()
        + 175.0 * (a1 + f).sin()
        + 127.0 * (l - m).sin()
        - 115.0 * (l + m).sin();
    (
        mean_longitude + longitude / 1e6,
        latitude / 1e6,
        385_000.56 + distance / 1e3,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Meeus, example 47.a: 1992 April 12, 0h TD.
    #[test]
    fn the_example_of_the_book_is_met() {
        let (longitude, latitude, distance) = ecliptic(-0.077221081451);
        assert!((longitude.rem_euclid(360.0) - 133.162655).abs() < 1e-6);
        assert!((latitude - -3.229126).abs() < 1e-6);
        assert!((distance - 368409.7).abs() < 0.1);
    }

    /// JPL's DE421 at 160 places and moments (scripts/peers/sun_vectors.py).
    #[test]
    fn positions_are_those_of_jpl() {
        for line in include_str!("../../../tests/sun/moon.tsv").lines().skip(1) {
            let figures: Vec<f64> = line
                .split('\t')
                .map(|figure| figure.parse().unwrap())
                .collect();
            let [unix, latitude, longitude, azimuth, elevation, distance, lit] = figures[..] else {
                panic!("seven figures: {line}");
            };
            let place = Place::new(latitude, longitude).unwrap();
            let moment = Timestamp::from_second(unix as i64).unwrap();
            let moon = moon_position(&place, moment, Air::default()).unwrap();
            let aside = half_turn(moon.azimuth_deg - azimuth) * elevation.to_radians().cos();
            assert!(
                aside.hypot(moon.elevation_deg - elevation) < 0.01,
                "{line}: {moon:?}"
            );
            assert!(
                (moon.distance_km - distance).abs() < 60.0,
                "{line}: {moon:?}"
            );
            assert!((moon.lit - lit).abs() < 0.001, "{line}: {moon:?}");
        }
    }

    #[test]
    fn the_moon_of_a_day_rises_and_sets_where_it_does() {
        // United States Naval Observatory's way: upper edge, 34 minutes of refraction.
        let place = Place::new(50.0, 36.2).unwrap();
        let day = moon_day(&place, "2022-03-18".parse().unwrap(), Some("Europe/Kyiv")).unwrap();
        for at in day.rises.iter().chain(&day.sets) {
            let moon = moon_position(&place, *at, Air::default()).unwrap();
            assert!((moon.elevation_deg + 0.83).abs() < 0.05, "{moon:?}");
        }
        assert_eq!((day.rises.len(), day.sets.len()), (1, 1));
    }

    /// Meeus, example 48.a, the same moment: 0.6786 of the disc is lit.
    #[test]
    fn the_lit_part_of_the_book_is_met() {
        let place = Place::new(0.0, 0.0).unwrap();
        let moment = "1992-04-11T23:59:01Z".parse().unwrap();
        let moon = moon_position(&place, moment, Air::default()).unwrap();
        assert!((moon.lit - 0.6786).abs() < 1e-4, "{}", moon.lit);
        assert_eq!(moon.phase_words(), "waxing gibbous");
    }
}
