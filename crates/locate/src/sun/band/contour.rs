//! Outlines of the cells below a level, by marching squares: outer rings run against the clock,
//! holes with it. What crosses 180 degrees is cut there (RFC 7946, section 3.1.9).

use std::collections::HashMap;

use super::PlaceGrid;

/// Closed rings of longitude and latitude; the first point is not repeated.
pub type Rings = Vec<Vec<[f64; 2]>>;

/// A side of the square between four nodes.
#[derive(Clone, Copy)]
enum Side {
    Bottom,
    Right,
    Top,
    Left,
}

use Side::{Bottom, Left, Right, Top};

/// The outlines of where `level` is not above zero.
pub(crate) fn rings(grid: &PlaceGrid, level: impl Fn(usize) -> f32) -> Rings {
    let nodes = Nodes { grid, level };
    let mut next: HashMap<u64, u64> = HashMap::new();
    let mut starts: Vec<u64> = Vec::new();
    for row in 0..=grid.rows {
        let columns = grid.columns_of([row.checked_sub(1), Some(row)]);
        for column in columns.into_iter().flatten() {
            for (from, to) in nodes.segments(row, column).into_iter().flatten() {
                let start = nodes.edge(row, column, from);
                next.insert(start, nodes.edge(row, column, to));
                starts.push(start);
            }
        }
    }
    let mut rings = Vec::new();
    for start in starts {
        let mut ring = Vec::new();
        let mut at = start;
        while let Some(to) = next.remove(&at) {
            ring.push(nodes.crossing(at));
            at = to;
        }
        ring.dedup();
        if ring.len() > 2 {
            rings.push(ring);
        }
    }
    rings
}

/// The grid's cells as nodes, with a border outside all round so that every outline closes.
struct Nodes<'a, L> {
    grid: &'a PlaceGrid,
    level: L,
}

impl<L: Fn(usize) -> f32> Nodes<'_, L> {
    /// Rows and columns count from 0 at the border.
    fn value(&self, row: usize, column: usize) -> f32 {
        let inside =
            (1..=self.grid.rows).contains(&row) && (1..=self.grid.columns).contains(&column);
        let kept = inside
            .then(|| self.grid.kept(row - 1, column - 1))
            .flatten();
        kept.map_or(f32::INFINITY, |at| (self.level)(at))
    }

    /// Which sides the outline enters and leaves the square by, with what is inside on its left.
    fn segments(&self, row: usize, column: usize) -> [Option<(Side, Side)>; 2] {
        let corners = [
            self.value(row, column),
            self.value(row, column + 1),
            self.value(row + 1, column + 1),
            self.value(row + 1, column),
        ];
        let inside = |corner: usize| u8::from(corners[corner] <= 0.0) << corner;
        let one = |from, to| [Some((from, to)), None];
        let two = |a, b, c, d| [Some((a, b)), Some((c, d))];
        match inside(0) | inside(1) | inside(2) | inside(3) {
            1 => one(Bottom, Left),
            2 => one(Right, Bottom),
            3 => one(Right, Left),
            4 => one(Top, Right),
            5 => two(Bottom, Left, Top, Right),
            6 => one(Top, Bottom),
            7 => one(Top, Left),
            8 => one(Left, Top),
            9 => one(Bottom, Top),
            10 => two(Right, Bottom, Left, Top),
            11 => one(Right, Top),
            12 => one(Left, Right),
            13 => one(Bottom, Right),
            14 => one(Left, Bottom),
            _ => [None, None],
        }
    }

    /// A side as a number: twice its lower or left node, and one more when it is upright.
    fn edge(&self, row: usize, column: usize, side: Side) -> u64 {
        let node = |row: usize, column: usize| (row * (self.grid.columns + 2) + column) as u64 * 2;
        match side {
            Bottom => node(row, column),
            Top => node(row + 1, column),
            Left => node(row, column) + 1,
            Right => node(row, column + 1) + 1,
        }
    }

    /// Where the level is crossed between two nodes; at the map's edge when one is the border.
    fn crossing(&self, edge: u64) -> [f64; 2] {
        let width = self.grid.columns + 2;
        let node = (edge / 2) as usize;
        let (row, column) = (node / width, node % width);
        let (to_row, to_column) = if edge.is_multiple_of(2) {
            (row, column + 1)
        } else {
            (row + 1, column)
        };
        let (here, there) = (self.value(row, column), self.value(to_row, to_column));
        let part = match (here.is_finite(), there.is_finite()) {
            (true, true) => f64::from(here / (here - there)),
            (true, false) => self.outward(to_row, to_column),
            _ => 1.0 - self.outward(row, column),
        };
        let [x0, y0] = self.place(row, column);
        let [x1, y1] = self.place(to_row, to_column);
        [round(x0 + part * (x1 - x0)), round(y0 + part * (y1 - y0))]
    }

    /// How far towards a node without a level the outline goes: to the border, or half way into the night.
    fn outward(&self, row: usize, column: usize) -> f64 {
        let border = row == 0 || column == 0 || row > self.grid.rows || column > self.grid.columns;
        if border { 1.0 } else { 0.5 }
    }

    fn place(&self, row: usize, column: usize) -> [f64; 2] {
        let width = 360.0 / self.grid.columns as f64;
        let longitude = -180.0 + (column as f64 - 0.5) * width;
        let latitude = -90.0 + (row as f64 - 0.5) * self.grid.step_deg;
        [longitude.clamp(-180.0, 180.0), latitude.clamp(-90.0, 90.0)]
    }
}

/// A hundred metres is finer than any shadow tells.
fn round(degrees: f64) -> f64 {
    (degrees * 1000.0).round() / 1000.0
}

/// Twice the ring's area in square degrees, positive against the clock.
pub(crate) fn turning(ring: &[[f64; 2]]) -> f64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| a[0] * b[1] - b[0] * a[1])
        .sum()
}

#[cfg(test)]
mod tests {
    use super::super::cell::Cell;
    use super::*;
    use proptest::prelude::*;

    /// Keeps every cell, in two runs a row.
    fn grid(rows: usize, columns: usize) -> PlaceGrid {
        let mut grid = PlaceGrid::new(rows, columns);
        let cells = vec![Cell::default(); columns];
        for _ in 0..rows {
            grid.push(vec![0..columns / 2, columns / 2..columns], &cells, 1.0);
        }
        grid
    }

    proptest! {
        /// A point is inside when the rings turn round it once; so say the cells themselves.
        #[test]
        fn outlines_hold_the_cells_that_are_in(cells in prop::collection::vec(any::<bool>(), 60)) {
            let grid = grid(6, 10);
            let found = rings(&grid, |at| if cells[at] { -1.0 } else { 1.0 });
            for (at, taken) in cells.iter().enumerate() {
                let point = [grid.longitude(at % 10), grid.latitude(at / 10)];
                let round: i32 = found.iter().map(|ring| winding(ring, point)).sum();
                prop_assert_eq!(round, i32::from(*taken));
            }
        }
    }

    fn winding(ring: &[[f64; 2]], point: [f64; 2]) -> i32 {
        let mut winding = 0;
        for (a, b) in ring.iter().zip(ring.iter().cycle().skip(1)) {
            let left = (b[0] - a[0]) * (point[1] - a[1]) - (point[0] - a[0]) * (b[1] - a[1]);
            if a[1] <= point[1] && b[1] > point[1] && left > 0.0 {
                winding += 1;
            } else if a[1] > point[1] && b[1] <= point[1] && left < 0.0 {
                winding -= 1;
            }
        }
        winding
    }
}
