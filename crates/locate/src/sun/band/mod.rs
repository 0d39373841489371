//! From moments and shadows to the part of the earth that fits: a grid, sets of places with their mass.
//!
//! The mass of a set is its share of the likelihood when every point of the earth's surface (sea and
//! land) was as likely before. Each sighting multiplies in; where one finds the sun down nothing fits.

mod cell;
mod contour;
mod geojson;
mod grid;
mod lifted;
mod map;
mod runs;
mod sweep;

use std::ops::Range;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::answer::stored;
use super::civil::told;
use super::error::SunError;
use super::fit::most_squares;
use super::instant::within_reach;
use super::measured::Spread;
use super::question::Shadow;
use super::spa::SunAt;
use super::topocentric::Air;
use cell::Cell;
pub use contour::Rings;
pub use grid::PlaceGrid;
use sweep::Sweep;

pub const PLACE_RULE: &str = "sun.place/1";

/// Moments, and the shadow seen at each: where can that have been?
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceQuestion {
    pub sightings: Vec<Sighting>,
    #[serde(default)]
    pub air: Air,
    /// Width of a cell of the grid in degrees.
    pub step_deg: f64,
}

/// One moment of one place. Several are of the same place.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Sighting {
    pub at: Timestamp,
    /// How sure the moment is, in seconds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time_error: Option<Spread>,
    /// `later` is not used here: each sighting has its own moment.
    pub shadow: Shadow,
}

/// Where it fits, with all that is needed to work it out again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceAnswer {
    pub rule: String,
    pub question: PlaceQuestion,
    /// Where the sun stood overhead at each sighting: latitude, longitude.
    pub overhead: Vec<(f64, f64)>,
    /// Within bounds and three sigma; the smallest areas with half and with 95 in 100 of the mass.
    pub fits: Area,
    pub half: Area,
    pub most: Area,
    /// The cell of highest density: latitude, longitude. None when only bounds were given.
    pub densest: Option<(f64, f64)>,
    pub nothing: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Area {
    pub mass: f64,
    /// Share of the earth's surface, 0 to 1.
    pub of_the_earth: f64,
    pub rings: Rings,
}

impl Sighting {
    fn checked(&self) -> Result<(), SunError> {
        within_reach(self.at)?;
        self.shadow.checked()?;
        match self.time_error {
            Some(error) if !(0.0..=21_600.0).contains(&error.size()) => {
                Err(SunError::TimeError(error.size()))
            }
            _ => Ok(()),
        }
    }

    /// Whether it holds one place for likelier than another, and not only within bounds.
    fn prefers(&self) -> bool {
        let measured = [self.shadow.ratio, self.shadow.direction];
        measured
            .iter()
            .flatten()
            .any(|measured| matches!(measured.error, Spread::Sigma(_)))
    }
}

impl PlaceQuestion {
    pub fn checked(&self) -> Result<(), SunError> {
        self.air.checked()?;
        if self.sightings.is_empty() {
            return Err(SunError::NothingMeasured);
        }
        if !(0.02..=10.0).contains(&self.step_deg) {
            return Err(SunError::Step(self.step_deg));
        }
        self.sightings.iter().try_for_each(Sighting::checked)
    }

    /// How well every cell of the earth fits.
    pub fn grid(&self) -> Result<PlaceGrid, SunError> {
        self.checked()?;
        let rows = (180.0 / self.step_deg).round().max(1.0) as usize;
        let columns = (360.0 / self.step_deg).round().max(1.0) as usize;
        let sweeps: Vec<Sweep> = self
            .sightings
            .iter()
            .map(|sighting| Sweep::new(sighting, self.air, columns))
            .collect();
        let limit = most_squares(sweeps.iter().map(Sweep::normal).sum());
        let limit_inverse = if limit > 0.0 { 1.0 / limit } else { 0.0 };
        let mut grid = PlaceGrid::new(rows, columns);
        let mut cells = vec![Cell::default(); columns];
        for row in 0..rows {
            let latitude = grid.latitude(row);
            let mut runs = vec![Range {
                start: 0,
                end: columns,
            }];
            sweeps
                .iter()
                .for_each(|sweep| sweep.narrow(latitude, &mut runs));
            runs.iter()
                .for_each(|run| cells[run.clone()].fill(Cell::default()));
            sweeps
                .iter()
                .for_each(|sweep| sweep.row(latitude, &mut cells, &runs));
            grid.push(runs, &cells, limit_inverse);
        }
        Ok(grid)
    }

    /// Where that can have been. A pure function of the question.
    pub fn answer(&self) -> Result<PlaceAnswer, SunError> {
        Ok(self.answer_from(&self.grid()?))
    }

    pub fn answer_from(&self, grid: &PlaceGrid) -> PlaceAnswer {
        let any = grid.any_fits();
        let preferring = self.sightings.iter().any(Sighting::prefers);
        let all = if any { grid.fitting() } else { Area::default() };
        let within = |share: f64| match (any, preferring) {
            (false, _) => Area::default(),
            // Bounds prefer nothing: half of what fits would be any half.
            (true, false) => all.clone(),
            (true, true) => grid.holding(share),
        };
        let overhead = self.sightings.iter().map(|sighting| {
            let sun = SunAt::at(sighting.at);
            let east = -super::spa::half_turn(sun.greenwich_hour_angle_deg());
            (stored(sun.declination_deg), stored(east))
        });
        PlaceAnswer {
            rule: PLACE_RULE.to_owned(),
            question: self.clone(),
            overhead: overhead.collect(),
            half: within(0.5),
            most: within(0.95),
            fits: all,
            densest: grid.densest().filter(|_| any && preferring),
            nothing: (!any).then(|| self.nothing()),
        }
    }

    /// "2024-02-29 13:59:59 UTC, ratio 0.5±0.1; ..."
    pub(crate) fn told(&self) -> String {
        let one = |sighting: &Sighting| {
            let mut parts = vec![told(sighting.at, &TimeZone::UTC)];
            match sighting.time_error {
                Some(Spread::Sigma(seconds)) => parts[0] += &format!(" ±{seconds} s"),
                Some(Spread::Bound(seconds)) => parts[0] += &format!(" within {seconds} s"),
                None => {}
            }
            parts.extend(
                sighting
                    .shadow
                    .ratio
                    .map(|ratio| format!("shadow {ratio} times the height")),
            );
            parts.extend(
                sighting
                    .shadow
                    .direction
                    .map(|way| format!("pointing to {way} degrees")),
            );
            parts.join(", ")
        };
        self.sightings
            .iter()
            .map(one)
            .collect::<Vec<_>>()
            .join("; ")
    }

    fn nothing(&self) -> String {
        match self.sightings.len() {
            1 => {
                "No place on earth fits: with the sun up, no shadow is both so long and so turned."
                    .to_owned()
            }
            count => format!(
                "No place on earth fits all {count} sightings; ask for each alone to see which one parts from the others."
            ),
        }
    }
}
