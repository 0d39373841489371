//! What a shadow says of the time: sets of intervals with their mass, never one minute.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::question::ShadowQuestion;

/// The answer to a question, with all that is needed to work it out again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ShadowAnswer {
    /// Which rule answered, and its version.
    pub rule: String,
    pub question: ShadowQuestion,
    /// The moments that were considered.
    pub from: Timestamp,
    pub to: Timestamp,
    /// Ends of intervals are as fine as this.
    pub step_s: i64,
    pub prior: Prior,
    /// Every time within the bounds and within three sigma of the measurements together.
    pub fits: Vec<Interval>,
    /// The smallest set of times that holds half of the mass, and 95 in 100.
    pub half: TimeSet,
    pub most: TimeSet,
    /// Where the density is highest, at most one in each interval of `most`, highest first. Empty
    /// when only bounds were given: they prefer no time.
    pub peaks: Vec<Peak>,
    /// Mass of each day that has some, by the zone's clocks.
    pub days: Vec<DayMass>,
    /// Why nothing fits; empty when something does.
    pub nothing: Vec<String>,
    pub notes: Vec<String>,
}

/// Which times were held as likely as each other before anything was measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Prior {
    /// Every moment of the dates with the sun's centre above the horizon.
    Daylight,
    /// Every moment of the dates.
    AllHours,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TimeSet {
    /// What the intervals hold together.
    pub mass: f64,
    pub intervals: Vec<Interval>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Interval {
    pub from: Timestamp,
    pub to: Timestamp,
    pub mass: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Peak {
    pub at: Timestamp,
    /// Mass an hour.
    pub density: f64,
    /// The sun then, at the centre of the place.
    pub azimuth_deg: f64,
    pub elevation_deg: f64,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct DayMass {
    pub date: Date,
    pub mass: f64,
}

impl ShadowAnswer {
    /// Whether the moment is in the set of 95 in 100.
    pub fn holds(&self, moment: Timestamp) -> bool {
        let within = |interval: &Interval| interval.from <= moment && moment <= interval.to;
        self.most.intervals.iter().any(within)
    }
}

/// To a thousand-millionth: a figure that is stored as text is the same when it is read.
pub(crate) fn stored(figure: f64) -> f64 {
    (figure * 1e9).round() / 1e9
}
