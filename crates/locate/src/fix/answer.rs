//! What a fix says: where the camera can have stood, how sure, and which landmark does not agree.
//!
//! Several places that fit equally are several solutions; none is hidden behind the first.

use serde::{Deserialize, Serialize};

use super::question::{ExcludedCandidate, NamedPoint};

/// The way of reckoning that made an answer. Changed whenever answers to the same question change.
pub const RULE: &str = "locate.fix.1";

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FixAnswer {
    pub rule: String,
    pub item: String,
    /// The best first. More than one plausible: the landmarks do not decide between them.
    pub solutions: Vec<Solution>,
    /// In the order of the question's rows, for the best solution.
    pub residuals: Vec<Residual>,
    pub disagreeing: Vec<Disagreement>,
    /// Orders in the frame that the best solution contradicts, as sentences.
    pub orders_broken: Vec<String>,
    pub pixel_error: PixelError,
    /// Observations beyond what the unknowns need; at nought nothing checks the fix.
    pub spare: usize,
    /// What was taken as given, as sentences.
    pub assumptions: Vec<String>,
    /// What limits the answer, as sentences.
    pub notes: Vec<String>,
    pub subject: Option<NamedPoint>,
    pub excluded: Vec<ExcludedCandidate>,
}

/// One place that fits. Errors are half the width of 95 % intervals.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Solution {
    pub lat: f64,
    pub lon: f64,
    /// Above what the heights of the landmarks are above.
    pub height_m: f64,
    pub height_error_m: f64,
    pub above: Datum,
    pub ellipse: Ellipse,
    /// Clockwise from true north.
    pub azimuth_deg: f64,
    pub azimuth_error_deg: f64,
    /// Up from level.
    pub tilt_deg: f64,
    pub tilt_error_deg: f64,
    /// The camera turned clockwise as its holder sees it.
    pub roll_deg: f64,
    pub roll_error_deg: f64,
    pub focal_px: f64,
    pub focal_error_px: f64,
    /// Horizontal field of view.
    pub field_deg: f64,
    pub field_error_deg: f64,
    /// Squared residuals in their own uncertainty, added.
    pub misfit: f64,
    /// Not told apart from the best by the landmarks and what else is known.
    pub plausible: bool,
    /// Why it is not plausible.
    pub doubt: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Datum {
    Ground,
    Sea,
}

/// The camera's place on the map lies inside in 95 of 100 such fixes, if the matches are right.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Ellipse {
    pub half_length_m: f64,
    pub half_width_m: f64,
    /// Of its length, clockwise from north, 0 to 180.
    pub azimuth_deg: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Residual {
    /// The row's number in the question, from 0.
    pub row: usize,
    pub name: String,
    pub used: bool,
    /// Where the camera would see it less where it was marked; none where it would be behind.
    pub right_px: Option<f64>,
    /// None where only the bearing counts.
    pub down_px: Option<f64>,
    /// In its own uncertainty.
    pub sigmas: Option<f64>,
    pub distance_m: f64,
    /// From the camera, clockwise from north.
    pub bearing_deg: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Disagreement {
    pub row: usize,
    pub name: String,
    /// Others that could as well be the wrong one.
    pub or: Vec<String>,
    pub sentence: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct PixelError {
    pub px: f64,
    pub basis: PixelBasis,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PixelBasis {
    /// As the question says, and the residuals do not speak against it.
    Stated,
    /// The residuals are larger than stated allows; the error was widened to what they show.
    Widened,
    /// Not stated; told from the residuals.
    Residuals,
    /// Not stated, and too few residuals to tell: the usual two pixels weigh in.
    Usual,
}

impl FixAnswer {
    pub fn best(&self) -> &Solution {
        &self.solutions[0]
    }

    /// More than one place fits, and the landmarks do not decide.
    pub fn is_tied(&self) -> bool {
        self.solutions
            .iter()
            .filter(|solution| solution.plausible)
            .count()
            > 1
    }
}

impl Ellipse {
    /// Whether a point so far east and north of the solution lies inside.
    pub fn holds(&self, east_m: f64, north_m: f64) -> bool {
        let (sin, cos) = self.azimuth_deg.to_radians().sin_cos();
        let along = east_m * sin + north_m * cos;
        let across = east_m * cos - north_m * sin;
        let length = self.half_length_m.max(1e-9);
        let width = self.half_width_m.max(1e-9);
        (along / length).powi(2) + (across / width).powi(2) <= 1.0
    }
}
