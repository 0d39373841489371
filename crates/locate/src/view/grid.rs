//! The area searched as square cells: which of them fit.

use crate::fix::plane::Plane;

#[derive(Debug)]
pub(super) struct Grid {
    pub(super) plane: Plane,
    /// The lower left corner, in the plane.
    pub(super) corner: [f64; 2],
    pub(super) step_m: f64,
    pub(super) columns: usize,
    pub(super) rows: usize,
    fits: Vec<bool>,
}

impl Grid {
    /// The cells of an area: south, west, north, east in degrees.
    pub(super) fn over([south, west, north, east]: [f64; 4], step_m: f64) -> Self {
        let plane = Plane::at(f64::midpoint(south, north), f64::midpoint(west, east));
        // Meridians draw together: the side nearer the equator is the wider.
        let wide = [south, north, f64::midpoint(south, north)]
            .iter()
            .map(|lat| plane.local(*lat, east, 0.0)[0])
            .fold(0.0, f64::max);
        let high = plane.local(north, f64::midpoint(west, east), 0.0)[1];
        let low = plane.local(south, f64::midpoint(west, east), 0.0)[1];
        let columns = (2.0 * wide / step_m).ceil().max(1.0) as usize;
        let rows = ((high - low) / step_m).ceil().max(1.0) as usize;
        Self {
            plane,
            corner: [-(columns as f64) * step_m / 2.0, low],
            step_m,
            columns,
            rows,
            fits: vec![false; columns * rows],
        }
    }

    pub(super) fn centre(&self, column: usize, row: usize) -> [f64; 2] {
        [
            self.corner[0] + (column as f64 + 0.5) * self.step_m,
            self.corner[1] + (row as f64 + 0.5) * self.step_m,
        ]
    }

    pub(super) fn fits(&self, column: usize, row: usize) -> bool {
        self.fits[row * self.columns + column]
    }

    /// Marks the cells of a square that lie inside the area.
    pub(super) fn mark(&mut self, column: usize, row: usize, side: usize) {
        for row in row..(row + side).min(self.rows) {
            let (from, to) = (column, (column + side).min(self.columns));
            if from < to {
                self.fits[row * self.columns + from..row * self.columns + to].fill(true);
            }
        }
    }

    pub(super) fn count(&self) -> usize {
        self.fits.iter().filter(|fits| **fits).count()
    }
}
