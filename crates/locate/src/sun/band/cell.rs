//! What the sightings say of one cell of the grid, and a measurement's error made ready for many cells.

use super::super::measured::Spread;

/// What has been found of one cell.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Cell {
    /// Sum of (difference / sigma) squared.
    pub squares: f64,
    /// Negative logarithm of the density.
    cost: f64,
    /// The greatest (difference / bound).
    pub bound: f64,
}

impl Cell {
    pub(crate) const NIGHT: Self = Self {
        squares: f64::INFINITY,
        cost: f64::INFINITY,
        bound: f64::INFINITY,
    };

    /// Cost, and reach: 1 at the edge of what fits.
    #[inline]
    pub(crate) fn judged(&self, limit_inverse: f64) -> (f32, f32) {
        let normal = (self.squares * limit_inverse) as f32;
        let bound = self.bound as f32;
        let cost = if self.bound > 1.0 {
            f32::INFINITY
        } else {
            self.cost as f32
        };
        (cost, normal.sqrt().max(bound))
    }

    #[inline]
    pub(crate) fn add(&mut self, difference: f64, error: &Scale) {
        let scaled = difference * error.inverse;
        if error.normal {
            self.squares += scaled * scaled;
            self.cost += 0.5 * scaled * scaled + error.log;
        } else {
            self.bound = self.bound.max(scaled.abs());
            self.cost += error.log;
        }
    }
}

/// A spread ready to be used many times: nothing is divided, no logarithm taken in a cell.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    normal: bool,
    inverse: f64,
    /// Of the density's width.
    log: f64,
}

impl From<Spread> for Scale {
    fn from(error: Spread) -> Self {
        let (normal, size, width) = match error {
            Spread::Sigma(sigma) => (true, sigma, sigma),
            Spread::Bound(bound) => (false, bound, 2.0 * bound),
        };
        Self {
            normal,
            inverse: 1.0 / size,
            log: width.ln(),
        }
    }
}
