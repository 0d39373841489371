//! A measurement with its error, as a person writes it: `1.4±0.1`, `1.4±10%`, `1.3..1.5`.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::error::SunError;
use super::written::shown;

/// A value and how sure it is. A bare number is refused: there is no measurement without an error.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    pub value: f64,
    pub error: Spread,
}

/// How far the truth may be from the value.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// One standard deviation of a normal error.
    Sigma(f64),
    /// No farther than this, and nothing in between preferred.
    Bound(f64),
}

impl Spread {
    pub fn size(self) -> f64 {
        match self {
            Self::Sigma(size) | Self::Bound(size) => size,
        }
    }

    /// Beyond this the measurement does not fit: three sigma, or the bound.
    pub(crate) fn reach(self) -> f64 {
        match self {
            Self::Sigma(size) => 3.0 * size,
            Self::Bound(size) => size,
        }
    }
}

impl Measured {
    /// A shadow's length over the object's height.
    pub fn ratio(text: &str) -> Result<Self, SunError> {
        if let Some((low, high)) = bounds(text)
            && low >= high
        {
            return Err(SunError::Bounds(low, high));
        }
        read(text)?.checked_ratio()
    }

    /// A direction in degrees, clockwise from true north; bounds may run over north (`350..10`).
    pub fn direction(text: &str) -> Result<Self, SunError> {
        let mut read = read(text)?;
        if let Some((low, high)) = bounds(text) {
            if !(0.0..=360.0).contains(&low) || !(0.0..=360.0).contains(&high) {
                let wrong = if (0.0..=360.0).contains(&low) {
                    high
                } else {
                    low
                };
                return Err(SunError::Direction(wrong));
            }
            let width = if high < low {
                high + 360.0 - low
            } else {
                high - low
            };
            read = Self {
                value: (low + width / 2.0).rem_euclid(360.0),
                error: Spread::Bound(width / 2.0),
            };
        }
        read.checked_direction()
    }

    pub(crate) fn checked_ratio(self) -> Result<Self, SunError> {
        if !(self.value > 0.0 && self.value < 1000.0) {
            return Err(SunError::Ratio(self.value));
        }
        self.checked_spread(1000.0)
    }

    pub(crate) fn checked_direction(self) -> Result<Self, SunError> {
        if !(0.0..=360.0).contains(&self.value) {
            return Err(SunError::Direction(self.value));
        }
        self.checked_spread(180.0)
    }

    fn checked_spread(self, most: f64) -> Result<Self, SunError> {
        let size = self.error.size();
        match size > 0.0 && size <= most {
            true => Ok(self),
            false => Err(SunError::Spread(size)),
        }
    }
}

impl fmt::Display for Measured {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = round(self.value);
        match self.error {
            Spread::Sigma(sigma) => write!(f, "{value}±{}", round(sigma)),
            Spread::Bound(bound) => {
                let (low, high) = (round(self.value - bound), round(self.value + bound));
                write!(f, "{low}..{high}")
            }
        }
    }
}

fn read(text: &str) -> Result<Measured, SunError> {
    let wrong = || SunError::Measurement(shown(text));
    if let Some((low, high)) = bounds(text) {
        // Over north a direction's bounds may fall: `direction` reads those again.
        return Ok(Measured {
            value: f64::midpoint(low, high),
            error: Spread::Bound((high - low) / 2.0),
        });
    }
    let parts = ["±", "+-", "+/-"]
        .iter()
        .find_map(|sign| text.split_once(sign));
    let Some((value, error)) = parts else {
        let bare = number(text).ok_or_else(wrong)?;
        return Err(SunError::NoError(bare.to_string()));
    };
    let value = number(value).ok_or_else(wrong)?;
    let sigma = match error.trim().strip_suffix('%') {
        Some(percent) => number(percent).ok_or_else(wrong)? / 100.0 * value.abs(),
        None => number(error).ok_or_else(wrong)?,
    };
    Ok(Measured {
        value,
        error: Spread::Sigma(sigma),
    })
}

/// `1.3..1.5`, in the order written.
fn bounds(text: &str) -> Option<(f64, f64)> {
    let (low, high) = text.split_once("..")?;
    Some((number(low)?, number(high)?))
}

fn number(text: &str) -> Option<f64> {
    text.trim()
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// Figures as written by a person, not as binary fractions print.
fn round(value: f64) -> f64 {
    (value * 1e6).round() / 1e6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_measurement_is_read_as_it_is_written() {
        let cases = [
            ("1.4±0.1", 1.4, Spread::Sigma(0.1)),
            ("1.4+-0.1", 1.4, Spread::Sigma(0.1)),
            (" 1.4 +/- 0.1 ", 1.4, Spread::Sigma(0.1)),
            ("2±10%", 2.0, Spread::Sigma(0.2)),
            ("1.5..2.5", 2.0, Spread::Bound(0.5)),
        ];
        for (text, value, error) in cases {
            assert_eq!(
                Measured::ratio(text),
                Ok(Measured { value, error }),
                "{text}"
            );
        }
    }

    #[test]
    fn bounds_of_a_direction_may_run_over_north() {
        let read = Measured::direction("350..10").unwrap();
        assert_eq!((read.value, read.error), (0.0, Spread::Bound(10.0)));
        let read = Measured::direction("10..350").unwrap();
        assert_eq!((read.value, read.error), (180.0, Spread::Bound(170.0)));
    }

    #[test]
    fn what_is_no_measurement_is_refused_in_one_sentence() {
        let cases = [
            ("1.4", "'1.4' has no error"),
            ("0±0.1", "a shadow 0 times the object's height is none"),
            ("-1±0.1", "a shadow -1 times"),
            ("1±0", "an error of 0 is not one"),
            ("1.5..1.3", "bounds from 1.5 to 1.3 hold nothing"),
            ("long", "'long' is not a measurement"),
            ("nan±1", "'nan±1' is not a measurement"),
            ("1±inf", "'1±inf' is not a measurement"),
            ("", "'' is not a measurement"),
        ];
        for (text, sentence) in cases {
            let refused = Measured::ratio(text).unwrap_err().to_string();
            assert!(refused.starts_with(sentence), "{text}: {refused}");
        }
        let refused = Measured::direction("370±5").unwrap_err().to_string();
        assert!(refused.starts_with("a direction of 370 is not on the compass"));
        let refused = Measured::direction("170..370").unwrap_err().to_string();
        assert!(refused.starts_with("a direction of 370"));
    }

    #[test]
    fn what_is_printed_is_read_again() {
        for text in ["1.4±0.1", "1.5..2.5"] {
            assert_eq!(Measured::ratio(text).unwrap().to_string(), text);
        }
    }
}
