//! The grid of the earth: only cells that may fit are kept, as runs along each row.

use std::ops::Range;

use super::super::answer::stored;
use super::cell::Cell;
use super::runs::joined;
use super::{Area, contour};

/// How well the cells fit. Too large to be stored with an answer; made again from its question.
#[derive(Debug, Clone)]
pub struct PlaceGrid {
    pub step_deg: f64,
    /// From the west, and from the south.
    pub columns: usize,
    pub rows: usize,
    /// Negative logarithm of the density of each kept cell; infinite where a bound is passed.
    cost: Vec<f32>,
    /// 1 at the edge of what fits, below within.
    reach: Vec<f32>,
    /// By row. What is in none has the sun down or is more than five sigma away.
    runs: Vec<Run>,
    /// The first run of each row, and the end.
    first_runs: Vec<usize>,
    least: f32,
}

/// Columns next to each other that are kept, from a place in the lists on.
#[derive(Debug, Clone)]
struct Run {
    columns: Range<usize>,
    from: usize,
}

impl PlaceGrid {
    pub(crate) fn new(rows: usize, columns: usize) -> Self {
        Self {
            step_deg: 180.0 / rows as f64,
            columns,
            rows,
            cost: Vec::new(),
            reach: Vec::new(),
            runs: Vec::new(),
            first_runs: vec![0],
            least: f32::INFINITY,
        }
    }

    /// The next row from the south: its runs, and the cells of the whole row.
    pub(crate) fn push(&mut self, runs: Vec<Range<usize>>, cells: &[Cell], limit_inverse: f64) {
        for columns in runs {
            let from = self.cost.len();
            let judged = cells[columns.clone()]
                .iter()
                .map(|cell| cell.judged(limit_inverse));
            self.cost.reserve(columns.len());
            self.reach.reserve(columns.len());
            for (cost, reach) in judged {
                self.cost.push(cost);
                self.reach.push(reach);
            }
            self.least = self.cost[from..].iter().copied().fold(self.least, f32::min);
            self.runs.push(Run { columns, from });
        }
        self.first_runs.push(self.runs.len());
    }

    /// How far from fitting a cell is: 1 at the edge, below within, nothing when it is far out.
    pub fn reach(&self, row: usize, column: usize) -> Option<f32> {
        self.kept(row, column).map(|at| self.reach[at])
    }

    /// How likely a cell is beside the densest one, from 0 to 1.
    pub fn likeness(&self, row: usize, column: usize) -> f64 {
        self.kept(row, column).map_or(0.0, |at| self.weight(at))
    }

    /// Of the middle of a row.
    pub fn latitude(&self, row: usize) -> f64 {
        -90.0 + (row as f64 + 0.5) * self.step_deg
    }

    /// Of the middle of a column.
    pub fn longitude(&self, column: usize) -> f64 {
        -180.0 + (column as f64 + 0.5) * 360.0 / self.columns as f64
    }

    pub(crate) fn any_fits(&self) -> bool {
        self.reach.iter().any(|reach| *reach <= 1.0)
    }

    /// Within bounds and three sigma.
    pub(crate) fn fitting(&self) -> Area {
        self.area(|at| self.reach[at] - 1.0)
    }

    /// The densest cells that hold so much of the mass.
    pub(crate) fn holding(&self, share: f64) -> Area {
        let most = self.cost_holding(share);
        self.area(|at| self.cost[at] - most)
    }

    pub(crate) fn densest(&self) -> Option<(f64, f64)> {
        let least = |run: &Run| {
            let cells = run.from..run.from + run.columns.len();
            cells.min_by(|a, b| self.cost[*a].total_cmp(&self.cost[*b]))
        };
        let best = (0..self.rows)
            .flat_map(|row| self.runs_of(row).iter().map(move |run| (row, run)))
            .filter_map(|(row, run)| Some((row, run, least(run)?)))
            .min_by(|a, b| self.cost[a.2].total_cmp(&self.cost[b.2]));
        best.map(|(row, run, at)| {
            let column = run.columns.start + at - run.from;
            (stored(self.latitude(row)), stored(self.longitude(column)))
        })
    }

    /// Where in the lists a cell is.
    pub(crate) fn kept(&self, row: usize, column: usize) -> Option<usize> {
        let run = self
            .runs_of(row)
            .iter()
            .find(|run| run.columns.contains(&column))?;
        Some(run.from + column - run.columns.start)
    }

    /// The columns kept in one of two rows; a row outside the grid has none.
    pub(crate) fn columns_of(&self, rows: [Option<usize>; 2]) -> Vec<Range<usize>> {
        let rows = rows.into_iter().flatten().filter(|row| *row < self.rows);
        // One more on the right: an outline's square has its nodes on both sides.
        let wider = |run: &Run| run.columns.start..run.columns.end + 1;
        joined(rows.flat_map(|row| self.runs_of(row)).map(wider).collect())
    }

    fn runs_of(&self, row: usize) -> &[Run] {
        &self.runs[self.first_runs[row]..self.first_runs[row + 1]]
    }

    fn weight(&self, at: usize) -> f64 {
        f64::from(self.least - self.cost[at]).exp()
    }

    /// The cost below which the densest cells hold so much of the mass, to 1/256.
    fn cost_holding(&self, share: f64) -> f32 {
        const BINS: f32 = 256.0;
        // exp(-40) of the densest cell is nothing even from all the earth.
        let mut masses = vec![0.0f64; 40 * BINS as usize];
        for row in 0..self.rows {
            let area = self.latitude(row).to_radians().cos();
            for at in self
                .runs_of(row)
                .iter()
                .flat_map(|run| run.from..run.from + run.columns.len())
            {
                let bin = ((self.cost[at] - self.least) * BINS) as usize;
                if let Some(mass) = masses.get_mut(bin) {
                    *mass += area * self.weight(at);
                }
            }
        }
        let wanted = share * masses.iter().sum::<f64>();
        let mut held = 0.0;
        let bins = masses.iter().take_while(|mass| {
            held += **mass;
            held < wanted
        });
        self.least + (bins.count() + 1) as f32 / BINS
    }

    /// The cells whose level is not above zero.
    fn area(&self, level: impl Fn(usize) -> f32) -> Area {
        let (mut mass, mut all, mut surface, mut earth) = (0.0, 0.0, 0.0, 0.0);
        for row in 0..self.rows {
            let area = self.latitude(row).to_radians().cos();
            earth += area * self.columns as f64;
            for at in self
                .runs_of(row)
                .iter()
                .flat_map(|run| run.from..run.from + run.columns.len())
            {
                let weight = area * self.weight(at);
                all += weight;
                if level(at) <= 0.0 {
                    mass += weight;
                    surface += area;
                }
            }
        }
        Area {
            mass: stored(mass / all),
            of_the_earth: stored(surface / earth),
            rings: contour::rings(self, level),
        }
    }
}
