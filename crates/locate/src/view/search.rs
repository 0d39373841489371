//! Positions that see things in order: squares are halved until all of one fits or none can.
//!
//! The squares are in `halving`; `search_slowly` tries the middle of every smallest one, with the
//! same answer.

use serde::{Deserialize, Serialize};

use super::area::{Area, areas};
use super::grid::Grid;
use super::halving::Halving;
use super::order::{OrderError, OrderQuestion};

/// Where an order was found, and how much was looked at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The largest first.
    pub areas: Vec<Area>,
    pub searched: Searched,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Searched {
    /// Smallest cells in the area.
    pub cells: usize,
    /// Cells that fit.
    pub fitting: usize,
    /// Squares of any size that were tried.
    pub tried: usize,
}

/// A thing in the plane, degrees turned to radians.
#[derive(Debug)]
pub(super) struct Laid {
    pub(super) candidates: Vec<[f64; 2]>,
    /// Their numbers in the question.
    pub(super) numbers: Vec<usize>,
    pub(super) farthest_m: f64,
    pub(super) bearing: Option<[f64; 2]>,
    pub(super) step: [f64; 2],
}

pub fn search(question: &OrderQuestion) -> Result<Found, OrderError> {
    question.check()?;
    let mut grid = Grid::over(question.area, question.step_m);
    let things = laid(question, &grid);
    let field = question.field_deg.to_radians();
    let side = grid.columns.max(grid.rows).next_power_of_two();
    let all: Vec<Vec<u32>> = things
        .iter()
        .map(|thing| (0..thing.candidates.len() as u32).collect())
        .collect();
    let mut halving = Halving::new(&things, field);
    halving.square(&mut grid, (0, 0, side), &all);
    let searched = Searched {
        cells: grid.columns * grid.rows,
        fitting: grid.count(),
        tried: halving.tried,
    };
    Ok(Found {
        areas: areas(question, &grid, &things, field),
        searched,
    })
}

/// The same by trying the middle of every smallest cell: slow, and plainly right.
pub fn search_slowly(question: &OrderQuestion) -> Result<Found, OrderError> {
    question.check()?;
    let mut grid = Grid::over(question.area, question.step_m);
    let things = laid(question, &grid);
    let field = question.field_deg.to_radians();
    for row in 0..grid.rows {
        for column in 0..grid.columns {
            if seen_from(grid.centre(column, row), &things, field).is_some() {
                grid.mark(column, row, 1);
            }
        }
    }
    let cells = grid.columns * grid.rows;
    let searched = Searched {
        cells,
        fitting: grid.count(),
        tried: cells,
    };
    Ok(Found {
        areas: areas(question, &grid, &things, field),
        searched,
    })
}

fn laid(question: &OrderQuestion, grid: &Grid) -> Vec<Laid> {
    question
        .things
        .iter()
        .map(|thing| {
            let (numbers, candidates) = thing
                .candidates
                .iter()
                .enumerate()
                .filter_map(|(number, feature)| {
                    let [lat, lon] = feature.middle()?;
                    let [east, north, _] = grid.plane.local(lat, lon, 0.0);
                    Some((number, [east, north]))
                })
                .unzip();
            Laid {
                candidates,
                numbers,
                farthest_m: thing.farthest_m,
                bearing: thing.bearing_deg.map(|pair| pair.map(f64::to_radians)),
                step: [
                    thing.step.least_deg.to_radians(),
                    thing.step.most_deg.to_radians(),
                ],
            }
        })
        .collect()
}

/// One candidate of each thing that a place sees in order, by depth first.
pub(super) fn seen_from(at: [f64; 2], things: &[Laid], field: f64) -> Option<Vec<usize>> {
    let bearings: Vec<Vec<(usize, f64)>> = things
        .iter()
        .map(|thing| {
            let within = thing
                .candidates
                .iter()
                .enumerate()
                .filter_map(|(number, candidate)| {
                    let (east, north) = (candidate[0] - at[0], candidate[1] - at[1]);
                    let bearing = east.atan2(north);
                    let near = east.hypot(north) <= thing.farthest_m && (east, north) != (0.0, 0.0);
                    let meant = thing
                        .bearing
                        .is_none_or(|[from, to]| right_of(from, bearing) <= right_of(from, to));
                    (near && meant).then_some((number, bearing))
                });
            within.collect()
        })
        .collect();
    let mut chain = Vec::new();
    bearings[0].iter().find_map(|&(number, bearing)| {
        chain.clear();
        chain.push(number);
        follow(&bearings, things, field, bearing, 0.0, &mut chain).then(|| chain.clone())
    })
}

/// Lengthens a chain that ends at `bearing`, `turned` right of its beginning, by the next things.
pub(super) fn follow(
    bearings: &[Vec<(usize, f64)>],
    things: &[Laid],
    field: f64,
    bearing: f64,
    turned: f64,
    chain: &mut Vec<usize>,
) -> bool {
    let next = chain.len();
    if next == things.len() {
        return true;
    }
    for &(number, other) in &bearings[next] {
        let right = right_of(bearing, other);
        let [least, most] = things[next].step;
        if right > 0.0 && right >= least && right <= most && turned + right <= field {
            chain.push(number);
            if follow(bearings, things, field, other, turned + right, chain) {
                return true;
            }
            chain.pop();
        }
    }
    false
}

/// How far right one bearing lies of another: nought to a whole turn.
pub(super) fn right_of(from: f64, to: f64) -> f64 {
    (to - from).rem_euclid(std::f64::consts::TAU)
}

#[cfg(test)]
mod tests;
