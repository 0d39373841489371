//! From moments and shadows to the part of the earth that fits: a grid, sets of places with their mass.
//!
//! The mass of a set is its share of the likelihood when every point of the earth's surface (sea and
//! land) was as likely before. Each sighting multiplies in; where one finds the sun down nothing fits.

mod contour;
mod geojson;
mod map;
mod sweep;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::civil::told;
use super::error::SunError;
use super::fit::most_squares;
use super::instant::within_reach;
use super::measured::Spread;
use super::question::Shadow;
use super::spa::SunAt;
use super::topocentric::Air;
pub use contour::Rings;
use sweep::{Cell, Sweep};

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

/// The grid itself, too large to be stored: row by row from the south, from the west.
#[derive(Debug, Clone)]
pub struct PlaceGrid {
    pub step_deg: f64,
    pub columns: usize,
    pub rows: usize,
    /// Negative logarithm of the density, less that of the densest cell; infinite where nothing fits.
    pub cost: Vec<f32>,
    /// 1 at the edge of what fits, below within.
    pub reach: Vec<f32>,
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
}

impl Sighting {
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
        let mut grid = PlaceGrid {
            step_deg: 180.0 / rows as f64,
            columns,
            rows,
            cost: vec![0.0; rows * columns],
            reach: vec![0.0; rows * columns],
        };
        let mut cells = vec![Cell::default(); columns];
        for row in 0..rows {
            let latitude = grid.latitude(row);
            cells.fill(Cell::default());
            for sweep in &sweeps {
                sweep.row(latitude, &mut cells);
            }
            let here = row * columns..(row + 1) * columns;
            let costs = grid.cost[here.clone()].iter_mut();
            for ((cell, cost), reach) in cells.iter().zip(costs).zip(&mut grid.reach[here]) {
                (*cost, *reach) = cell.judged(limit);
            }
        }
        let least = grid.cost.iter().copied().fold(f32::INFINITY, f32::min);
        if least.is_finite() {
            grid.cost.iter_mut().for_each(|cost| *cost -= least);
        }
        Ok(grid)
    }

    /// Where that can have been. A pure function of the question.
    pub fn answer(&self) -> Result<PlaceAnswer, SunError> {
        Ok(self.answer_from(&self.grid()?))
    }

    pub fn answer_from(&self, grid: &PlaceGrid) -> PlaceAnswer {
        let any = grid.reach.iter().any(|reach| *reach <= 1.0);
        let preferring = self.sightings.iter().any(Sighting::prefers);
        let all = match any {
            true => grid.area(|at| grid.reach[at] <= 1.0, |at| grid.reach[at] - 1.0),
            false => Area::default(),
        };
        let within = |share: f64| match (any, preferring) {
            (false, _) => Area::default(),
            // Bounds prefer nothing: half of what fits would be any half.
            (true, false) => all.clone(),
            (true, true) => {
                let most = grid.cost_holding(share);
                grid.area(|at| grid.cost[at] <= most, |at| grid.cost[at] - most)
            }
        };
        let overhead = self.sightings.iter().map(|sighting| {
            let sun = SunAt::at(sighting.at);
            let east = -super::spa::half_turn(sun.greenwich_hour_angle_deg());
            (sun.declination_deg, east)
        });
        PlaceAnswer {
            rule: PLACE_RULE.to_owned(),
            question: self.clone(),
            overhead: overhead.collect(),
            half: within(0.5),
            most: within(0.95),
            fits: all,
            densest: (any && preferring).then(|| grid.densest()),
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

impl PlaceGrid {
    /// The cost below which the densest cells hold so much of the mass, to 1/256.
    fn cost_holding(&self, share: f64) -> f32 {
        const BINS: f32 = 256.0;
        // exp(-40) of the densest cell is nothing even from all the earth.
        let mut masses = vec![0.0f64; 40 * BINS as usize];
        for (row, costs) in self.cost.chunks(self.columns).enumerate() {
            let area = self.latitude(row).to_radians().cos();
            for cost in costs {
                if let Some(mass) = masses.get_mut((cost * BINS) as usize) {
                    *mass += area * f64::from(-cost).exp();
                }
            }
        }
        let wanted = share * masses.iter().sum::<f64>();
        let mut held = 0.0;
        let bins = masses.iter().take_while(|mass| {
            held += **mass;
            held < wanted
        });
        (bins.count() + 1) as f32 / BINS
    }

    /// The cells a test takes; `level` says how high it is above the ground for the outline.
    fn area(&self, taken: impl Fn(usize) -> bool, level: impl Fn(usize) -> f32) -> Area {
        let (mut mass, mut all, mut surface, mut earth) = (0.0, 0.0, 0.0, 0.0);
        for (row, costs) in self.cost.chunks(self.columns).enumerate() {
            let area = self.latitude(row).to_radians().cos();
            earth += area * self.columns as f64;
            for (column, cost) in costs.iter().enumerate() {
                if *cost > 40.0 {
                    continue;
                }
                let weight = area * f64::from(-cost).exp();
                all += weight;
                if taken(row * self.columns + column) {
                    mass += weight;
                    surface += area;
                }
            }
        }
        Area {
            mass: mass / all,
            of_the_earth: surface / earth,
            rings: contour::rings(self, level),
        }
    }

    fn densest(&self) -> (f64, f64) {
        let least = (0..self.cost.len()).min_by(|a, b| self.cost[*a].total_cmp(&self.cost[*b]));
        let index = least.unwrap_or(0);
        (
            self.latitude(index / self.columns),
            self.longitude(index % self.columns),
        )
    }

    /// Of the middle of a row.
    pub fn latitude(&self, row: usize) -> f64 {
        -90.0 + (row as f64 + 0.5) * self.step_deg
    }

    /// Of the middle of a column.
    pub fn longitude(&self, column: usize) -> f64 {
        -180.0 + (column as f64 + 0.5) * 360.0 / self.columns as f64
    }
}
