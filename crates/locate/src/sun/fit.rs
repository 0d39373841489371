//! How well a sun in one place of the sky explains a shadow: errors carried from the measurement.
//!
//! The ratio is compared as it was measured, r = cot(elevation); a slope of the ground adds r² times
//! its sigma, at the measured r: at the predicted one a sun on the horizon would explain everything.
//! A slope does not turn the direction: sun, object and shadow's tip lie in one upright plane.

use std::f64::consts::TAU;

use super::measured::{Measured, Spread};
use super::question::Shadow;
use super::spa::half_turn;

/// The sun is half a degree wide and no shadow's tip is sharper than this: one sigma, degrees.
pub(crate) const BLUR_DEG: f64 = 0.05;

/// How one direction of the sun explains one or more measurements.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Fit {
    /// Density of the measured values, natural logarithm.
    pub log_density: f64,
    /// Sum of squares of (difference / sigma).
    pub squares: f64,
    /// How many of the measurements are normal, so that `squares` can be judged.
    pub normal: u8,
}

impl Fit {
    pub(crate) const OPEN: Self = Self {
        log_density: 0.0,
        squares: 0.0,
        normal: 0,
    };

    pub(crate) fn and(self, other: Self) -> Self {
        Self {
            log_density: self.log_density + other.log_density,
            squares: self.squares + other.squares,
            normal: self.normal + other.normal,
        }
    }
}

/// The sum of squares that so many normal errors stay under 99.73 times in a hundred (three sigma).
pub(crate) fn most_squares(normal: u8) -> f64 {
    const CHI_SQUARE: [f64; 7] = [0.0, 9.0, 11.829, 14.156, 16.251, 18.205, 20.062];
    match CHI_SQUARE.get(usize::from(normal)) {
        Some(most) => *most,
        // Wilson and Hilferty (1931).
        None => {
            let k = f64::from(normal);
            let spread = (2.0 / (9.0 * k)).sqrt();
            k * (1.0 - spread * spread + 2.782 * spread).powi(3)
        }
    }
}

/// How a sun there explains the shadow; none where a bound is passed or the sun is down.
#[inline]
pub(crate) fn fit(shadow: &Shadow, azimuth_deg: f64, apparent_deg: f64) -> Option<Fit> {
    if apparent_deg <= 0.0 {
        return None;
    }
    let mut total = Fit::OPEN;
    if let Some(measured) = shadow.ratio {
        total = total.and(fit_ratio(&measured, shadow.slope_deg, apparent_deg)?);
    }
    if let Some(measured) = shadow.direction {
        total = total.and(fit_direction(&measured, azimuth_deg, apparent_deg)?);
    }
    Some(total)
}

#[inline]
pub(crate) fn fit_ratio(measured: &Measured, slope_deg: f64, apparent_deg: f64) -> Option<Fit> {
    let ratio = 1.0 / apparent_deg.to_radians().tan();
    judged(
        ratio - measured.value,
        widened(measured.error, &ratio_spreads(measured.value, slope_deg)),
    )
}

#[inline]
pub(crate) fn fit_direction(
    measured: &Measured,
    azimuth_deg: f64,
    apparent_deg: f64,
) -> Option<Fit> {
    let away = half_turn(azimuth_deg + 180.0 - measured.value);
    judged(
        away,
        widened(measured.error, &[direction_blur(apparent_deg)]),
    )
}

/// What blur and slope add to a ratio, as sigmas: dr/de = 1 + r², dr/ds = r².
pub(crate) fn ratio_spreads(ratio: f64, slope_deg: f64) -> [f64; 2] {
    let square = ratio * ratio;
    [
        (1.0 + square) * BLUR_DEG.to_radians(),
        square * slope_deg.to_radians(),
    ]
}

/// The same blur seen as a direction: wider the higher the sun.
pub(crate) fn direction_blur(apparent_deg: f64) -> f64 {
    direction_blur_of(apparent_deg.to_radians().cos())
}

/// By the cosine of the apparent elevation.
pub(crate) fn direction_blur_of(cosine: f64) -> f64 {
    (BLUR_DEG / cosine.max(1e-4)).min(180.0)
}

/// A spread with further sigmas: added in squares to a sigma, twice over to a bound.
pub(crate) fn widened(error: Spread, sigmas: &[f64]) -> Spread {
    let squares: f64 = sigmas.iter().map(|sigma| sigma * sigma).sum();
    match error {
        Spread::Sigma(sigma) => Spread::Sigma((sigma * sigma + squares).sqrt()),
        Spread::Bound(bound) => Spread::Bound(bound + 2.0 * squares.sqrt()),
    }
}

#[inline]
fn judged(difference: f64, error: Spread) -> Option<Fit> {
    match error {
        Spread::Sigma(sigma) => {
            let squares = (difference / sigma).powi(2);
            Some(Fit {
                log_density: -0.5 * squares - sigma.ln() - 0.5 * TAU.ln(),
                squares,
                normal: 1,
            })
        }
        Spread::Bound(bound) if difference.abs() <= bound => Some(Fit {
            log_density: -(2.0 * bound).ln(),
            ..Fit::OPEN
        }),
        Spread::Bound(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shadow(ratio: &str, direction: &str) -> Shadow {
        Shadow {
            ratio: (!ratio.is_empty()).then(|| Measured::ratio(ratio).unwrap()),
            direction: (!direction.is_empty()).then(|| Measured::direction(direction).unwrap()),
            ..Shadow::default()
        }
    }

    #[test]
    fn a_shadow_as_long_as_its_object_is_a_sun_at_45_degrees() {
        let found = fit(&shadow("1±0.1", ""), 180.0, 45.0).unwrap();
        assert!(found.squares < 1e-20);
        let other = fit(&shadow("1±0.1", ""), 180.0, 42.2737).unwrap();
        assert!((other.squares - 1.0).abs() < 0.01, "{other:?}");
    }

    #[test]
    fn a_bound_is_passed_or_it_is_not() {
        assert!(fit(&shadow("0.9..1.1", ""), 180.0, 45.0).is_some());
        assert!(fit(&shadow("0.9..1.1", ""), 180.0, 40.0).is_none());
        assert!(fit(&shadow("", "350..10"), 180.0, 40.0).is_some());
        assert!(fit(&shadow("", "350..10"), 200.0, 40.0).is_none());
        assert!(fit(&shadow("", "350..10"), 180.0, -1.0).is_none());
    }

    /// A pole on ground that falls by s: the tip lies where the ray meets the ground.
    #[test]
    fn a_slope_of_the_ground_moves_the_ratio_as_geometry_says() {
        for elevation in [15.0f64, 30.0, 60.0] {
            let slope = 0.5f64.to_radians();
            let tan = elevation.to_radians().tan();
            let level = 1.0 / tan;
            let downhill = 1.0 / (tan * slope.cos() - slope.sin());
            let [_, stated] = ratio_spreads(level, 0.5);
            assert!(
                ((downhill - level) / stated - 1.0).abs() < 0.04,
                "{elevation}"
            );
        }
    }

    #[test]
    fn three_sigma_of_many_measurements_follow_the_table() {
        // Wilson and Hilferty continue the table within one in a hundred.
        assert!(
            (most_squares(7) - 21.846).abs() < 0.2,
            "{}",
            most_squares(7)
        );
    }
}
