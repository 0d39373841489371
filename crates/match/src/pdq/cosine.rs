//! The discrete cosine transform of the samples: frequencies 1 to 16 each way, without the mean.
//!
//! Sums run in the reference's order, since the order decides the last bit.

use std::f64::consts::PI;
use std::sync::LazyLock;

use super::{SAMPLES, Samples, Turn};

/// Frequencies kept each way.
pub const SIDE: usize = 16;

pub type Spectrum = [[f32; SIDE]; SIDE];

/// The cosines by sample, then by frequency: lanes of a sum stand beside each other.
static COSINES: LazyLock<[[f32; SIDE]; SAMPLES]> = LazyLock::new(|| {
    let scale = f64::from((2.0 / SAMPLES as f64).sqrt() as f32);
    let step = PI / 2.0 / SAMPLES as f64;
    let mut cosines = [[0.0; SIDE]; SAMPLES];
    for (sample, row) in cosines.iter_mut().enumerate() {
        for (frequency, value) in row.iter_mut().enumerate() {
            let angle = step * (frequency + 1) as f64 * (2 * sample + 1) as f64;
            *value = (scale * angle.cos()) as f32;
        }
    }
    cosines
});

#[inline(always)]
pub fn spectrum(samples: &Samples) -> Spectrum {
    let cosines = &*COSINES;
    let mut by_row = [[0.0f32; SAMPLES]; SIDE];
    for (frequency, sums) in by_row.iter_mut().enumerate() {
        // A whole row of sums at once: each waits for itself, none for another.
        let mut held = [0.0f32; SAMPLES];
        for (row, weights) in samples.iter().zip(cosines) {
            for (sum, value) in held.iter_mut().zip(row) {
                *sum += weights[frequency] * value;
            }
        }
        *sums = held;
    }
    let mut spectrum = [[0.0f32; SIDE]; SIDE];
    for (sums, row) in spectrum.iter_mut().zip(&by_row) {
        let mut held = [0.0f32; SIDE];
        for (value, weights) in row.iter().zip(cosines) {
            for (sum, weight) in held.iter_mut().zip(weights) {
                *sum += value * weight;
            }
        }
        *sums = held;
    }
    spectrum
}

/// The spectrum of the turned picture: a mirror changes the sign of every second frequency, the
/// first among them, and a quarter's turn swaps rows and columns too.
pub fn turned(spectrum: &Spectrum, turn: Turn) -> Spectrum {
    let mut turned = [[0.0; SIDE]; SIDE];
    for (row, values) in spectrum.iter().enumerate() {
        for (column, value) in values.iter().enumerate() {
            let (even_row, even_column) = (row % 2 == 0, column % 2 == 0);
            let negative = match turn {
                Turn::AsIs | Turn::AlongFalling => false,
                Turn::QuarterLeft | Turn::Mirrored => even_column,
                Turn::QuarterRight | Turn::UpsideDown => even_row,
                Turn::Half | Turn::AlongRising => even_row != even_column,
            };
            let value = if negative { -value } else { *value };
            match turn {
                Turn::AsIs | Turn::Half | Turn::UpsideDown | Turn::Mirrored => {
                    turned[row][column] = value;
                }
                _ => turned[column][row] = value,
            }
        }
    }
    turned
}
