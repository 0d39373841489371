//! What is asked of a shadow: the inputs, kept with the answer so that it can be worked out again.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::error::SunError;
use super::measured::Measured;
use super::place::Place;
use super::topocentric::Air;

/// A place, dates, and what was seen: when can that have been?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShadowQuestion {
    pub place: Place,
    /// By the clocks of the zone; the last day is included.
    pub first: Date,
    pub last: Date,
    /// IANA name; without one the days are those of UTC.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub zone: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shadows: Vec<Shadow>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub light: Vec<Light>,
    #[serde(default)]
    pub air: Air,
}

/// The shadow of a thing that stands upright.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Shadow {
    /// Its length along the ground over the object's height.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ratio: Option<Measured>,
    /// Which way it points, degrees clockwise from true north.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub direction: Option<Measured>,
    /// One sigma of how far the ground may rise or fall along the shadow, in degrees.
    #[serde(default)]
    pub slope_deg: f64,
    /// How long after the first shadow this one was seen; none for the same moment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub later: Option<Gap>,
}

/// Time between two moments, in seconds; equal bounds when it is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gap {
    pub least_s: i64,
    pub most_s: i64,
}

/// What the light was: weak evidence, taken as true or not.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// The sun's upper edge was above the horizon.
    Day,
    /// The sun was down, but no more than 6 degrees.
    Twilight,
    /// The sun was more than 6 degrees down.
    Dark,
    /// The sun itself was seen between two azimuths (clockwise) and two elevations.
    SunInFrame {
        azimuth: (f64, f64),
        elevation: (f64, f64),
    },
}

impl Shadow {
    pub fn checked(&self) -> Result<(), SunError> {
        if let Some(ratio) = self.ratio {
            ratio.checked_ratio()?;
        }
        if let Some(direction) = self.direction {
            direction.checked_direction()?;
        }
        if self.ratio.is_none() && self.direction.is_none() {
            return Err(SunError::NothingMeasured);
        }
        if !(0.0..=30.0).contains(&self.slope_deg) {
            return Err(SunError::Slope(self.slope_deg));
        }
        match self.later {
            Some(gap) => gap.checked().map(|_| ()),
            None => Ok(()),
        }
    }
}

impl Gap {
    pub(crate) fn checked(self) -> Result<Self, SunError> {
        let Self { least_s, most_s } = self;
        match 0 <= least_s && least_s <= most_s && most_s <= 86_400 {
            true => Ok(self),
            false => Err(SunError::Gap(least_s, most_s)),
        }
    }
}

impl Light {
    pub(crate) fn checked(&self) -> Result<(), SunError> {
        let Self::SunInFrame { azimuth, elevation } = *self else {
            return Ok(());
        };
        for side in [azimuth.0, azimuth.1] {
            if !(0.0..=360.0).contains(&side) {
                return Err(SunError::Direction(side));
            }
        }
        let (low, high) = elevation;
        match -90.0 <= low && low <= high && high <= 90.0 {
            true => Ok(()),
            false => Err(SunError::Elevations(low, high)),
        }
    }

    pub(crate) fn words(&self) -> String {
        match *self {
            Self::Day => "daylight: the sun above the horizon".to_owned(),
            Self::Twilight => "twilight: the sun down, by 6 degrees at most".to_owned(),
            Self::Dark => "dark: the sun more than 6 degrees down".to_owned(),
            Self::SunInFrame { azimuth, elevation } => format!(
                "the sun seen at azimuth {} to {}, elevation {} to {}",
                azimuth.0, azimuth.1, elevation.0, elevation.1
            ),
        }
    }

    /// Whether it holds with the sun there; elevations are apparent ones of the centre.
    pub(crate) fn holds(&self, azimuth_deg: f64, elevation_deg: f64) -> bool {
        // The upper edge is a quarter of a degree above the centre.
        let up = elevation_deg > -0.267;
        match *self {
            Self::Day => up,
            Self::Twilight => !up && elevation_deg >= -6.0,
            Self::Dark => elevation_deg < -6.0,
            Self::SunInFrame { azimuth, elevation } => {
                let width = (azimuth.1 - azimuth.0).rem_euclid(360.0);
                let width = if width == 0.0 && azimuth.1 != azimuth.0 {
                    360.0
                } else {
                    width
                };
                (azimuth_deg - azimuth.0).rem_euclid(360.0) <= width
                    && (elevation.0..=elevation.1).contains(&elevation_deg)
            }
        }
    }
}

impl ShadowQuestion {
    /// Whether every input can be used; the first that cannot is named.
    pub fn checked(&self) -> Result<(), SunError> {
        self.place.checked()?;
        self.air.checked()?;
        if self.shadows.is_empty() && self.light.is_empty() {
            return Err(SunError::NothingMeasured);
        }
        if self
            .shadows
            .first()
            .is_some_and(|first| first.later.is_some())
        {
            return Err(SunError::FirstWithGap);
        }
        self.shadows.iter().try_for_each(Shadow::checked)?;
        self.light.iter().try_for_each(Light::checked)
    }
}
