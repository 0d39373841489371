//! The sun over a span of time, for many moments: the slow part interpolated, the fast part exact.
//!
//! Declination, distance and the hour angle's lead over even time are worked out in full twice a
//! day and interpolated between, which costs less than 0.000001 degrees (the tests hold it).

use jiff::Timestamp;

use super::instant::{days_of, delta_t_s};
use super::place::Observer;
use super::spa::{SunAt, half_turn};
use super::topocentric::{Air, Seen};

/// Days between two full calculations. The fastest term that counts has 5.6 days.
const STEP_DAYS: f64 = 0.5;

/// The sun from one moment to another.
#[derive(Debug, Clone)]
pub struct SunTrack {
    first_days: f64,
    knots: Vec<Knot>,
}

/// The slow part: sine of the declination, hour angle less 360 degrees a day, sine of the parallax.
#[derive(Debug, Clone, Copy)]
struct Knot {
    declination_sine: f64,
    lead_deg: f64,
    parallax_sine: f64,
}

impl SunTrack {
    /// Moments outside the span may not be asked for.
    pub fn new(from: Timestamp, to: Timestamp) -> Self {
        Self::of(days_of(from), days_of(to))
    }

    pub(crate) fn of(from_days: f64, to_days: f64) -> Self {
        let first_days = (from_days / STEP_DAYS).floor() * STEP_DAYS - STEP_DAYS;
        let count = ((to_days - first_days) / STEP_DAYS).ceil() as usize + 3;
        let mut knots: Vec<Knot> = Vec::with_capacity(count);
        for number in 0..count {
            let days = first_days + number as f64 * STEP_DAYS;
            let mut knot = Knot::of(days);
            if let Some(last) = knots.last() {
                knot.lead_deg = last.lead_deg + half_turn(knot.lead_deg - last.lead_deg);
            }
            knots.push(knot);
        }
        Self { first_days, knots }
    }

    /// Azimuth, true elevation and apparent elevation at each moment (seconds since 1970, UTC).
    pub fn positions(
        &self,
        place: &super::Place,
        air: Air,
        unix_s: &[f64],
        out: &mut Vec<[f64; 3]>,
    ) {
        let observer = Observer::from(place);
        out.clear();
        out.extend(unix_s.iter().map(|seconds| {
            let seen = self.seen(&observer, seconds / 86_400.0 - 10_957.5);
            let elevation = seen.elevation_deg();
            let lifted = elevation + air.refraction_deg(elevation);
            [seen.azimuth_deg(), elevation, lifted]
        }));
    }

    #[inline]
    pub(crate) fn seen(&self, observer: &Observer, days: f64) -> Seen {
        let knot = self.between(days);
        let sine = knot.declination_sine;
        let turned = 360.0 * (days - days.floor()) + knot.lead_deg;
        let cosine = (1.0 - sine * sine).sqrt();
        Seen::of(observer, turned, sine, cosine, knot.parallax_sine)
    }

    /// Cubic through the four nearest knots (Lagrange).
    #[inline]
    fn between(&self, days: f64) -> Knot {
        let along = (days - self.first_days) / STEP_DAYS;
        let last = self.knots.len() - 3;
        let index = (along as usize).clamp(1, last.max(1));
        let x = along - index as f64;
        let four = &self.knots[index - 1..index + 3];
        let weights = [
            -x * (x - 1.0) * (x - 2.0) / 6.0,
            (x + 1.0) * (x - 1.0) * (x - 2.0) / 2.0,
            -(x + 1.0) * x * (x - 2.0) / 2.0,
            (x + 1.0) * x * (x - 1.0) / 6.0,
        ];
        let sum = |value: fn(&Knot) -> f64| {
            weights[0] * value(&four[0])
                + weights[1] * value(&four[1])
                + weights[2] * value(&four[2])
                + weights[3] * value(&four[3])
        };
        Knot {
            declination_sine: sum(|knot| knot.declination_sine),
            lead_deg: sum(|knot| knot.lead_deg),
            parallax_sine: sum(|knot| knot.parallax_sine),
        }
    }
}

impl Knot {
    fn of(days: f64) -> Self {
        let sun = SunAt::of(days, delta_t_s(days));
        let turned = 360.0 * (days - days.floor());
        Self {
            declination_sine: sun.declination_deg.to_radians().sin(),
            lead_deg: half_turn(sun.greenwich_hour_angle_deg() - turned),
            parallax_sine: sun.parallax_sine(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::topocentric::position_of;
    use super::*;
    use crate::sun::Place;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn the_track_is_the_full_algorithm(
            start in -36_000.0..36_000.0f64,
            after in 0.0..40.0f64,
            latitude in -90.0..90.0f64,
            longitude in -180.0..180.0f64,
        ) {
            let days = start + after;
            let track = SunTrack::of(start, start + 40.0);
            let observer = Observer::from(&Place::new(latitude, longitude).unwrap());
            let seen = track.seen(&observer, days);
            let full = position_of(&observer, &SunAt::of(days, delta_t_s(days)), Air::default());
            let up = seen.elevation_deg() - full.elevation_deg;
            // An azimuth loses its meaning towards the zenith: compare what it is on the sky.
            let aside = half_turn(seen.azimuth_deg() - full.azimuth_deg)
                * full.elevation_deg.to_radians().cos();
            prop_assert!(up.abs() < 1e-6, "elevation {up}");
            prop_assert!(aside.abs() < 1e-6, "azimuth {aside}");
        }
    }
}
