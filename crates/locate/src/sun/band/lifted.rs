//! Refraction from a table: a tangent in every cell of the grid would cost more than all else there.

use super::super::topocentric::Air;

/// The tangent of the refraction by the sine of the elevation, in a table of the heights that matter.
pub(crate) struct Lifted {
    low: f64,
    cells_a_unit: f64,
    table: Vec<f64>,
}

impl Lifted {
    /// Between two entries a straight line is within 0.00002 degrees; refraction bends near the horizon.
    const NEAR_HORIZON: f64 = 2048.0;
    const HIGHER: f64 = 512.0;

    pub(crate) fn new(air: Air, heights: (f64, f64)) -> Self {
        let low = heights.0.max(-0.02);
        let cells_a_unit = if low > 0.1 {
            Self::HIGHER
        } else {
            Self::NEAR_HORIZON
        };
        let cells = ((heights.1.min(1.0) - low) * cells_a_unit).ceil().max(1.0) as usize;
        let tangent = |index: usize| {
            let sine = (low + index as f64 / cells_a_unit).min(1.0);
            air.refraction_deg(sine.asin().to_degrees())
                .to_radians()
                .tan()
        };
        Self {
            low,
            cells_a_unit,
            table: (0..=cells + 1).map(tangent).collect(),
        }
    }

    #[inline]
    pub(crate) fn tangent(&self, sine: f64) -> f64 {
        let along = (sine - self.low) * self.cells_a_unit;
        // What lies outside the heights that matter is near one end and as good as excluded.
        let index = (along.max(0.0) as usize).min(self.table.len() - 2);
        let part = (along - index as f64).clamp(0.0, 1.0);
        self.table[index] + part * (self.table[index + 1] - self.table[index])
    }
}
