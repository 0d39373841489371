//! Moments as days, and how far the earth's turning lags behind even time.
//!
//! UTC is taken for the earth's turning (UT1), which it follows within 0.9 s: the sun's azimuth may
//! be off by 0.004 degrees for it, and no shadow shows that.

use jiff::{Timestamp, tz::TimeZone};

use super::error::SunError;

/// From 1970 January 1, 0h to 2000 January 1, 12h, in days.
const EPOCH_DAYS: f64 = 10_957.5;
const DAY_S: f64 = 86_400.0;

/// Days since 2000 January 1, 12h UTC.
pub(crate) fn days_of(moment: Timestamp) -> f64 {
    let seconds = moment.as_second() as f64 + f64::from(moment.subsec_nanosecond()) * 1e-9;
    seconds / DAY_S - EPOCH_DAYS
}

/// The moment so many days after 2000 January 1, 12h UTC, to the whole second.
pub(crate) fn moment_of(days: f64) -> Timestamp {
    let seconds = ((days + EPOCH_DAYS) * DAY_S).round() as i64;
    Timestamp::from_second(seconds).expect("days of a checked range are within jiff's")
}

/// Refuses what lies outside 1900 to 2100.
pub(crate) fn within_reach(moment: Timestamp) -> Result<Timestamp, SunError> {
    let date = moment.to_zoned(TimeZone::UTC).date();
    match date.year() {
        1900..=2100 => Ok(moment),
        _ => Err(SunError::Year(date.to_string())),
    }
}

/// Even time less the earth's turning (TT - UT1), in seconds.
///
/// To 2005 the polynomials of Espenak and Meeus (NASA, Polynomial Expressions for Delta T), then the
/// values that were observed (IERS). After 2025 nobody knows: the rise of 0.4 s a year is a
/// guess that may be a minute off in 2100, which moves the sun by 0.0007 degrees.
pub(crate) fn delta_t_s(days: f64) -> f64 {
    let year = 2000.0 + days / 365.25;
    let from = |start: f64, terms: &[f64]| {
        terms
            .iter()
            .rev()
            .fold(0.0, |sum, term| sum * (year - start) + term)
    };
    match year {
        y if y < 1920.0 => from(1900.0, &[-2.79, 1.494119, -0.0598939, 0.0061966, -0.000197]),
        y if y < 1941.0 => from(1920.0, &[21.20, 0.84493, -0.076100, 0.0020936]),
        y if y < 1961.0 => from(1950.0, &[29.07, 0.407, -1.0 / 233.0, 1.0 / 2547.0]),
        y if y < 1986.0 => from(1975.0, &[45.45, 1.067, -1.0 / 260.0, -1.0 / 718.0]),
        y if y < 2005.0 => from(
            2000.0,
            &[
                63.86,
                0.3345,
                -0.060374,
                0.0017275,
                0.000651814,
                0.00002373599,
            ],
        ),
        _ => observed(year),
    }
}

fn observed(year: f64) -> f64 {
    const OBSERVED: [(f64, f64); 5] = [
        (2005.0, 64.69),
        (2010.0, 66.07),
        (2015.0, 67.64),
        (2020.0, 69.36),
        (2025.0, 69.14),
    ];
    for pair in OBSERVED.windows(2) {
        let [(start, low), (end, high)] = [pair[0], pair[1]];
        if year <= end {
            return low + (high - low) * (year - start) / (end - start);
        }
    }
    69.14 + 0.4 * (year - 2025.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_comes_back_from_its_days() {
        let moment: Timestamp = "2022-03-19T09:08:31Z".parse().unwrap();
        assert_eq!(moment_of(days_of(moment)), moment);
        assert_eq!(days_of("2000-01-01T12:00:00Z".parse().unwrap()), 0.0);
    }

    #[test]
    fn the_turning_of_the_earth_is_as_observed() {
        // Astronomical Almanac, K8-K9, and IERS: seconds at the start of the year.
        let observed = [
            (1900, -2.7),
            (1920, 21.2),
            (1950, 29.1),
            (1970, 40.2),
            (1990, 56.9),
            (2000, 63.8),
            (2012, 66.6),
            (2024, 69.2),
        ];
        for (year, seconds) in observed {
            let found = delta_t_s(f64::from(year - 2000) * 365.25);
            assert!((found - seconds).abs() < 0.4, "{year}: {found}");
        }
    }

    #[test]
    fn years_beyond_the_table_are_refused() {
        for moment in ["1899-12-31T00:00:00Z", "2101-01-01T00:00:00Z"] {
            let refused = within_reach(moment.parse().unwrap())
                .unwrap_err()
                .to_string();
            assert!(refused.contains("outside 1900 to 2100"), "{refused}");
        }
    }
}
