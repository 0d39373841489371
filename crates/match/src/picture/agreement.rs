//! Whether two pictures, laid on each other, are one picture: cell by cell, by their pixels.
//!
//! This tells a copy from another view of the same place: two views share corners, and their cells
//! still differ, since what is near moves before what is far.

use super::fit::Fit;
use super::grey::Grey;
use super::still::Still;

/// A cell's side, pixels of the small picture.
const CELL: usize = 8;

/// Below this deviation of its pixels a cell is sky, wall or darkness and says nothing.
const TEXTURE: f32 = 4.0;

/// Pixels of two cells are held for one from this correlation.
const SAME: f32 = 0.75;

/// What the cells that both pictures show say.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Agreement {
    /// Cells with something to see in both.
    pub telling: usize,
    /// Of these, the ones that agree.
    pub agreeing: usize,
    /// The mean correlation of the telling cells, each at least 0.
    pub correlation: f32,
    /// Share of the first picture that lies in the second, 0 to 1.
    pub share: f32,
}

impl Agreement {
    /// Cells that agree, of those that say something.
    pub fn rate(&self) -> f32 {
        match self.telling {
            0 => 0.0,
            telling => self.agreeing as f32 / telling as f32,
        }
    }
}

/// Lays `from` on `to` as `fit` says, and compares.
pub fn agreement(from: &Still, to: &Still, fit: &Fit) -> Agreement {
    let laid = Laid::of(from, to, fit);
    let (columns, rows) = (from.small.width / CELL, from.small.height / CELL);
    let mut found = Agreement::default();
    let mut total = 0.0;
    let mut covered = 0;
    for cell in 0..columns * rows {
        let Some(seen) = laid.cell(cell % columns * CELL, cell / columns * CELL) else {
            continue;
        };
        covered += 1;
        if let Some(correlation) = seen.correlation() {
            found.telling += 1;
            found.agreeing += usize::from(correlation >= SAME);
            total += correlation.max(0.0);
        }
    }
    found.share = covered as f32 / (columns * rows).max(1) as f32;
    found.correlation = total / found.telling.max(1) as f32;
    found
}

/// One small picture seen through another's pixels.
struct Laid<'s> {
    from: &'s Grey,
    to: Grey,
    /// From pixels to pixels.
    fit: Fit,
}

impl<'s> Laid<'s> {
    fn of(from: &'s Still, to: &Still, fit: &Fit) -> Self {
        let pixels = |grey: &Grey| grey.width.max(grey.height) as f32;
        let (here, mut there) = (pixels(&from.small), pixels(&to.small));
        let mut small = to.small.clone();
        // Where one pixel here spans several there, those are made one first.
        let spans = fit.scale() * there / here;
        if spans > 1.4 {
            small = small.shrunk(((there / spans).round() as usize).max(CELL));
            there = pixels(&small);
        }
        let ratio = there / here;
        let fit = Fit {
            a: fit.a * ratio,
            b: fit.b * ratio,
            c: fit.c * there,
            d: fit.d * ratio,
            e: fit.e * ratio,
            f: fit.f * there,
        };
        Self {
            from: &from.small,
            to: small,
            fit,
        }
    }

    /// The pixels of a cell and what lies there in the other picture; `None` where it shows nothing.
    fn cell(&self, left: usize, top: usize) -> Option<Cell> {
        let mut cell = Cell::default();
        for y in top..top + CELL {
            for x in left..left + CELL {
                let there = self.fit.at((x as f32 + 0.5, y as f32 + 0.5));
                let other = between(&self.to, there.0 - 0.5, there.1 - 0.5)?;
                cell.add(f32::from(self.from.pixels[y * self.from.width + x]), other);
            }
        }
        Some(cell)
    }
}

/// A picture's light between its pixels; `None` outside it.
fn between(picture: &Grey, x: f32, y: f32) -> Option<f32> {
    let (right, bottom) = (picture.width as f32 - 1.0, picture.height as f32 - 1.0);
    if !(-1.0..=right + 1.0).contains(&x) || !(-1.0..=bottom + 1.0).contains(&y) {
        return None;
    }
    let (x, y) = (x.clamp(0.0, right), y.clamp(0.0, bottom));
    let (column, row) = (x as usize, y as usize);
    let (next, below) = (
        (column + 1).min(picture.width - 1),
        (row + 1).min(picture.height - 1),
    );
    let (part_x, part_y) = (x - column as f32, y - row as f32);
    let at = |column: usize, row: usize| f32::from(picture.pixels[row * picture.width + column]);
    let upper = at(column, row) * (1.0 - part_x) + at(next, row) * part_x;
    let lower = at(column, below) * (1.0 - part_x) + at(next, below) * part_x;
    Some(upper * (1.0 - part_y) + lower * part_y)
}

/// Sums over the pixels of a cell.
#[derive(Clone, Copy, Debug, Default)]
struct Cell {
    count: f32,
    a: f32,
    b: f32,
    aa: f32,
    bb: f32,
    ab: f32,
}

impl Cell {
    fn add(&mut self, a: f32, b: f32) {
        self.count += 1.0;
        self.a += a;
        self.b += b;
        self.aa += a * a;
        self.bb += b * b;
        self.ab += a * b;
    }

    /// Pearson's, -1 to 1; `None` where either side is flat. One flat side against a textured one
    /// is a difference, as a caption over a street is.
    fn correlation(&self) -> Option<f32> {
        let deviation = |sum: f32, squares: f32| {
            (squares / self.count - (sum / self.count).powi(2))
                .max(0.0)
                .sqrt()
        };
        let (a, b) = (deviation(self.a, self.aa), deviation(self.b, self.bb));
        if a < TEXTURE && b < TEXTURE {
            return None;
        }
        if a < TEXTURE / 2.0 || b < TEXTURE / 2.0 {
            return Some(0.0);
        }
        let shared = self.ab / self.count - self.a / self.count * (self.b / self.count);
        Some(shared / (a * b))
    }
}
