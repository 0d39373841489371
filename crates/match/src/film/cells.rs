//! The frames of two films in coarse cells of the part that both show, to be compared in bulk.

use super::{Film, Frame};
use crate::picture::{Fit, Part, Still};

/// A cell's side, pixels of the small picture.
const CELL: usize = 4;

/// With less change than this over a film, levels of light a cell, nothing in it moves.
const STIR: f32 = 1.5;

/// Fewer cells than this that move tell nothing of a part of a picture.
const FEWEST_MOVING: usize = 12;

/// Of the cells that move in one of two films, so many move in both where one is a copy.
const LEAST_IN_BOTH: f32 = 0.5;

/// Frames whose cells are as like as this, or as this share of the likest, show one scene.
const SAME_SCENE: f32 = 0.8;

/// Two frames are clearly more like each other than others are by this.
const CLEARLY: f32 = 0.1;

/// Below this share of the likest two frames show two scenes.
const ONE_SCENE_AT_ALL: f32 = 0.6;

/// What each frame shows in the cells, so that two frames are compared by one product.
struct Cells {
    /// Frame by frame, each of length 1 or 0.
    rows: Vec<Vec<f32>>,
}

/// How like each frame of one film is to each of another, -1 to 1.
pub(super) struct Likeness {
    columns: usize,
    values: Vec<f32>,
    /// Both films stand still: which moment of one is which of the other cannot be told.
    pub still: bool,
}

impl Likeness {
    /// `from` is laid on `to` as `fit` says; `part` of it is looked at. `wary` where what agrees may
    /// be laid over both films: then only what moves in them speaks.
    pub fn of(from: &Film, to: &Film, fit: &Fit, part: &Part, wary: bool) -> Self {
        let places = Places::of(&from.frames[0].still, &to.frames[0].still, fit, part);
        let here: Vec<Vec<f32>> = from.frames.iter().map(|frame| places.here(frame)).collect();
        let there: Vec<Vec<f32>> = to.frames.iter().map(|frame| places.there(frame)).collect();
        let seen = Self::between(&Cells::plain(&here), &Cells::plain(&there));
        let (here_shown, there_shown) = seen.shown(here.len());
        let moving = stir(&here, &here_shown) >= STIR && stir(&there, &there_shown) >= STIR;
        if !moving {
            return Self {
                still: true,
                ..seen
            };
        }
        let (mut here, mut there) = (here, there);
        if wary {
            // A caption that both show stands still in both, and would speak for them.
            let (moves_here, moves_there) =
                (moves(&here, &here_shown), moves(&there, &there_shown));
            let moving = either(&moves_here, &moves_there);
            let count = |cells: &[bool]| cells.iter().filter(|moves| **moves).count();
            let (either, both) = (count(&moving), count(&both(&moves_here, &moves_there)));
            if either < FEWEST_MOVING || (both as f32) < LEAST_IN_BOTH * either as f32 {
                return Self {
                    still: true,
                    ..seen
                };
            }
            here.iter_mut().for_each(|row| keep(row, &moving));
            there.iter_mut().for_each(|row| keep(row, &moving));
        }
        let stirred = Self::between(
            &Cells::stirred(here, &here_shown),
            &Cells::stirred(there, &there_shown),
        );
        stirred.where_one_scene(&seen)
    }

    /// Two frames that both show something else than the scene in common are not like each other
    /// by differing from it.
    fn where_one_scene(mut self, seen: &Self) -> Self {
        let least = ONE_SCENE_AT_ALL * seen.nearest();
        for (value, seen) in self.values.iter_mut().zip(&seen.values) {
            if *seen < least {
                *value = value.min(0.0);
            }
        }
        self
    }

    fn nearest(&self) -> f32 {
        self.values.iter().copied().fold(0.0, f32::max)
    }

    fn between(here: &Cells, there: &Cells) -> Self {
        let mut values = Vec::with_capacity(here.rows.len() * there.rows.len());
        for row in &here.rows {
            values.extend(there.rows.iter().map(|other| product(row, other)));
        }
        Self {
            columns: there.rows.len(),
            values,
            still: false,
        }
    }

    /// Which frames of each film show what some frame of the other shows. A longer film's other
    /// scenes say nothing about what moves in this one.
    fn shown(&self, rows: usize) -> (Vec<bool>, Vec<bool>) {
        let (mut here, mut there) = (vec![false; rows], vec![false; self.columns]);
        // A logo or a caption over all frames lowers all of them.
        let least = SAME_SCENE.min(self.nearest() * SAME_SCENE);
        for (row, shown) in here.iter_mut().enumerate() {
            for (column, other) in there.iter_mut().enumerate() {
                if self.at(row, column) >= least {
                    (*shown, *other) = (true, true);
                }
            }
        }
        (here, there)
    }

    pub fn at(&self, row: usize, column: usize) -> f32 {
        self.values[row * self.columns + column]
    }

    /// Whether two frames are like each other as they are like no others but their neighbours.
    pub fn is_distinct(&self, row: usize, column: usize) -> bool {
        let least = self.at(row, column) - CLEARLY;
        let rows = self.values.len() / self.columns;
        let along = (0..self.columns).map(|other| self.at(row, other) >= least);
        let across = (0..rows).map(|other| self.at(other, column) >= least);
        is_one_piece(along, column) && is_one_piece(across, row)
    }
}

/// Whether all that hold stand around one place.
fn is_one_piece(holds: impl Iterator<Item = bool>, place: usize) -> bool {
    // A gap ends a piece; a piece that begins after the place, or ends before it, is another.
    let (mut held, mut seen_place) = (false, false);
    for (at, holds) in holds.enumerate() {
        let begins = holds && !held;
        let ends = !holds && held;
        if (begins && seen_place) || (ends && !seen_place && at <= place) {
            return false;
        }
        seen_place |= at == place;
        held = holds;
    }
    true
}

impl Cells {
    fn plain(rows: &[Vec<f32>]) -> Self {
        let mut rows = rows.to_vec();
        rows.iter_mut().for_each(|row| to_unit(row));
        Self { rows }
    }

    /// What differs from the mean of the frames that count.
    fn stirred(mut rows: Vec<Vec<f32>>, counted: &[bool]) -> Self {
        let mean = mean(&rows, counted);
        for row in &mut rows {
            row.iter_mut()
                .zip(&mean)
                .for_each(|(value, mean)| *value -= mean);
            to_unit(row);
        }
        Self { rows }
    }
}

fn counted<'r>(rows: &'r [Vec<f32>], counted: &'r [bool]) -> impl Iterator<Item = &'r Vec<f32>> {
    rows.iter()
        .zip(counted)
        .filter(|(_, counted)| **counted)
        .map(|(row, _)| row)
}

fn mean(rows: &[Vec<f32>], which: &[bool]) -> Vec<f32> {
    let mut mean = vec![0.0; rows.first().map_or(0, Vec::len)];
    for row in counted(rows, which) {
        mean.iter_mut()
            .zip(row)
            .for_each(|(sum, value)| *sum += value);
    }
    let count = counted(rows, which).count().max(1) as f32;
    mean.iter_mut().for_each(|sum| *sum /= count);
    mean
}

/// How far frames lie from their mean, levels of light a cell.
fn stir(rows: &[Vec<f32>], which: &[bool]) -> f32 {
    let mean = mean(rows, which);
    let squares: f32 = counted(rows, which)
        .flat_map(|row| row.iter().zip(&mean))
        .map(|(value, mean)| (value - mean).powi(2))
        .sum();
    (squares / (counted(rows, which).count() * mean.len()).max(1) as f32).sqrt()
}

/// Cell by cell, whether it changes over the frames that count.
fn moves(rows: &[Vec<f32>], which: &[bool]) -> Vec<bool> {
    let mean = mean(rows, which);
    let mut squares = vec![0.0; mean.len()];
    for row in counted(rows, which) {
        let values = row.iter().zip(&mean);
        squares
            .iter_mut()
            .zip(values)
            .for_each(|(sum, (value, mean)): (&mut f32, _)| *sum += (value - mean).powi(2));
    }
    let least = STIR * STIR * counted(rows, which).count() as f32;
    squares.iter().map(|sum| *sum >= least).collect()
}

fn either(a: &[bool], b: &[bool]) -> Vec<bool> {
    a.iter().zip(b).map(|(a, b)| *a || *b).collect()
}

fn both(a: &[bool], b: &[bool]) -> Vec<bool> {
    a.iter().zip(b).map(|(a, b)| *a && *b).collect()
}

fn keep(row: &mut Vec<f32>, which: &[bool]) {
    let mut which = which.iter();
    row.retain(|_| which.next().is_some_and(|kept| *kept));
}

/// Takes the mean light off, then scales to length 1: brightness and contrast may have changed.
fn to_unit(row: &mut [f32]) {
    let mean = row.iter().sum::<f32>() / row.len().max(1) as f32;
    row.iter_mut().for_each(|value| *value -= mean);
    let length = row.iter().map(|value| value * value).sum::<f32>().sqrt();
    if length > 1e-3 {
        row.iter_mut().for_each(|value| *value /= length);
    } else {
        row.fill(0.0);
    }
}

fn product(a: &[f32], b: &[f32]) -> f32 {
    // Eight sums at once are what a processor adds side by side.
    let mut sums = [0.0_f32; 8];
    let ((eights_a, rest_a), (eights_b, rest_b)) = (a.as_chunks::<8>(), b.as_chunks::<8>());
    let rest: f32 = rest_a.iter().zip(rest_b).map(|(a, b)| a * b).sum();
    for (a, b) in eights_a.iter().zip(eights_b) {
        for lane in 0..8 {
            sums[lane] += a[lane] * b[lane];
        }
    }
    sums.iter().sum::<f32>() + rest
}

/// Where the cells lie in each film's small pictures.
struct Places {
    columns: usize,
    rows: usize,
    /// The longer side of the other film's pictures, shrunk until a pixel is a cell.
    longest: usize,
    /// Of each cell that both show: its number, and its middle in the shrunk picture.
    cells: Vec<(usize, f32, f32)>,
}

impl Places {
    fn of(from: &Still, to: &Still, fit: &Fit, part: &Part) -> Self {
        let (columns, rows) = (
            (from.small.width / CELL).max(1),
            (from.small.height / CELL).max(1),
        );
        let side = columns.max(rows) as f32;
        let longest = to.small.width.max(to.small.height);
        let there = ((side / fit.scale()).round() as usize).clamp(4, longest);
        let small = to.small.shrunk(there);
        let mut cells = Vec::new();
        for number in 0..columns * rows {
            let middle = (
                (number % columns) as f32 + 0.5,
                (number / columns) as f32 + 0.5,
            );
            let here = (middle.0 / side, middle.1 / side);
            let (x, y) = fit.at(here);
            let (x, y) = (x * there as f32, y * there as f32);
            let inside =
                (0.0..=small.width as f32).contains(&x) && (0.0..=small.height as f32).contains(&y);
            if inside && part.holds(here) {
                cells.push((number, x - 0.5, y - 0.5));
            }
        }
        Self {
            columns,
            rows,
            longest: there,
            cells,
        }
    }

    fn here(&self, frame: &Frame) -> Vec<f32> {
        let small = frame.still.small.resized(self.columns, self.rows);
        let values = self.cells.iter();
        values
            .map(|(number, _, _)| f32::from(small.pixels[*number]))
            .collect()
    }

    fn there(&self, frame: &Frame) -> Vec<f32> {
        let small = frame.still.small.shrunk(self.longest);
        self.cells
            .iter()
            .map(|(_, x, y)| small.between(*x, *y))
            .collect()
    }
}
