//! Where the sun stands in the sky of the earth's centre, by NREL's solar position algorithm.
//!
//! Reda and Andreas, NREL/TP-560-34302 (2008): 0.0003 degrees from the year -2000 to 6000. What
//! depends on time alone is here; the place comes in `topocentric`. The moon uses the nutation.

mod terms;

use jiff::Timestamp;

use super::instant::{days_of, delta_t_s};
use terms::{LATITUDE, LONGITUDE, NUTATION, RADIUS};

/// What of the sun's place depends on time alone.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct SunAt {
    /// Apparent, of the true equinox of date.
    pub right_ascension_deg: f64,
    pub declination_deg: f64,
    pub distance_au: f64,
    /// Apparent longitude on the ecliptic, which the moon's phase is measured from.
    pub longitude_deg: f64,
    /// Apparent sidereal time at Greenwich.
    pub sidereal_deg: f64,
    /// What a sundial is ahead of even time, from -20 to 20.
    pub equation_of_time_min: f64,
}

impl SunAt {
    pub fn at(moment: Timestamp) -> Self {
        let days = days_of(moment);
        Self::of(days, delta_t_s(days))
    }

    /// Days since 2000 January 1, 12h UT, and TT - UT in seconds.
    pub(crate) fn of(days: f64, delta_t_s: f64) -> Self {
        let centuries = (days + delta_t_s / 86_400.0) / 36_525.0;
        let millennia = centuries / 10.0;
        let distance_au = series(&RADIUS, millennia);
        let wobble = Wobble::of(centuries);
        let obliquity = wobble.obliquity_deg.to_radians();
        let aberration_deg = -20.4898 / (3600.0 * distance_au);
        let longitude = series(&LONGITUDE, millennia).to_degrees() + 180.0;
        let longitude_deg = (longitude + wobble.longitude_deg + aberration_deg).rem_euclid(360.0);
        let latitude = -series(&LATITUDE, millennia);
        let (right_ascension_deg, declination_deg) =
            equatorial(longitude_deg.to_radians(), latitude, obliquity);
        let equinoxes_deg = wobble.longitude_deg * obliquity.cos();
        Self {
            right_ascension_deg,
            declination_deg,
            distance_au,
            longitude_deg,
            sidereal_deg: sidereal_deg(days) + equinoxes_deg,
            equation_of_time_min: 4.0
                * half_turn(
                    mean_longitude_deg(millennia) - 0.0057183 - right_ascension_deg + equinoxes_deg,
                ),
        }
    }

    /// How far the sun is west of Greenwich's meridian.
    pub fn greenwich_hour_angle_deg(&self) -> f64 {
        (self.sidereal_deg - self.right_ascension_deg).rem_euclid(360.0)
    }

    /// Sine of the angle the earth's radius fills seen from the sun.
    pub(crate) fn parallax_sine(&self) -> f64 {
        (8.794 / (3600.0 * self.distance_au)).to_radians().sin()
    }
}

/// Nutation in longitude, and the true tilt of the earth's axis.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wobble {
    pub longitude_deg: f64,
    pub obliquity_deg: f64,
}

impl Wobble {
    /// Julian centuries of even time since 2000.
    pub(crate) fn of(centuries: f64) -> Self {
        let t = centuries;
        let arguments = [
            polynomial(t, &[297.85036, 445267.111480, -0.0019142, 1.0 / 189474.0]),
            polynomial(t, &[357.52772, 35999.050340, -0.0001603, -1.0 / 300000.0]),
            polynomial(t, &[134.96298, 477198.867398, 0.0086972, 1.0 / 56250.0]),
            polynomial(t, &[93.27191, 483202.017538, -0.0036825, 1.0 / 327270.0]),
            polynomial(t, &[125.04452, -1934.136261, 0.0020708, 1.0 / 450000.0]),
        ];
        let (mut longitude, mut obliquity) = (0.0, 0.0);
        for (multiples, [sine, sine_t, cosine, cosine_t]) in &NUTATION {
            let angle: f64 = multiples
                .iter()
                .zip(arguments)
                .map(|(m, a)| f64::from(*m) * a)
                .sum();
            let (sin, cos) = angle.to_radians().sin_cos();
            longitude += (sine + sine_t * t) * sin;
            obliquity += (cosine + cosine_t * t) * cos;
        }
        Self {
            longitude_deg: longitude / 36e6,
            obliquity_deg: mean_obliquity_deg(t) + obliquity / 36e6,
        }
    }
}

/// Right ascension (0 to 360) and declination of a place on the ecliptic; radians in, degrees out.
pub(crate) fn equatorial(longitude: f64, latitude: f64, obliquity: f64) -> (f64, f64) {
    let (sin_l, cos_l) = longitude.sin_cos();
    let (sin_b, cos_b) = latitude.sin_cos();
    let (sin_e, cos_e) = obliquity.sin_cos();
    let x = cos_b * cos_l;
    let y = cos_b * sin_l * cos_e - sin_b * sin_e;
    let z = sin_b * cos_e + cos_b * sin_e * sin_l;
    (
        y.atan2(x).to_degrees().rem_euclid(360.0),
        z.asin().to_degrees(),
    )
}

/// Mean sidereal time at Greenwich. The whole turns are taken off first: they would cost digits.
pub(crate) fn sidereal_deg(days: f64) -> f64 {
    let t = days / 36_525.0;
    let turned = 360.0 * days.rem_euclid(1.0) + 0.985_647_366_29 * days;
    (280.46061837 + turned + t * t * (0.000387933 - t / 38_710_000.0)).rem_euclid(360.0)
}

/// From -180 to 180.
pub(crate) fn half_turn(degrees: f64) -> f64 {
    (degrees + 180.0).rem_euclid(360.0) - 180.0
}

pub(crate) fn polynomial(x: f64, terms: &[f64]) -> f64 {
    terms.iter().rev().fold(0.0, |sum, term| sum * x + term)
}

fn series(powers: &[&[[f64; 3]]], millennia: f64) -> f64 {
    let sum = |terms: &&[[f64; 3]]| -> f64 {
        terms
            .iter()
            .map(|[size, phase, rate]| size * (phase + rate * millennia).cos())
            .sum()
    };
    powers
        .iter()
        .rev()
        .fold(0.0, |total, terms| total * millennia + sum(terms))
        / 1e8
}

fn mean_obliquity_deg(centuries: f64) -> f64 {
    let terms = [
        84381.448, -4680.93, -1.55, 1999.25, -51.38, -249.67, -39.05, 7.12, 27.87, 5.79, 2.45,
    ];
    polynomial(centuries / 100.0, &terms) / 3600.0
}

fn mean_longitude_deg(millennia: f64) -> f64 {
    let terms = [
        280.4664567,
        360007.6982779,
        0.03032028,
        1.0 / 49931.0,
        -1.0 / 15300.0,
        -1.0 / 2000000.0,
    ];
    polynomial(millennia, &terms).rem_euclid(360.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Table A5.1 of the report: 2003 October 17, 19:30:30 UT, TT - UT of 67 s.
    #[test]
    fn the_example_of_the_report_is_met() {
        let days = days_of("2003-10-17T19:30:30Z".parse().unwrap());
        let sun = SunAt::of(days, 67.0);
        assert!((sun.distance_au - 0.9965422974).abs() < 1e-9);
        assert!((sun.longitude_deg - 204.0085519281).abs() < 1e-7);
        assert!((sun.right_ascension_deg - 202.22741).abs() < 1e-5);
        assert!((sun.declination_deg - -9.31434).abs() < 1e-5);
        assert!((sun.equation_of_time_min - 14.641503).abs() < 1e-4);
    }
}
