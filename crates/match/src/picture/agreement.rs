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

/// By chance one of a hundred and twenty places aside agrees better than one place does.
const MOVED: f32 = 0.85;

/// A cell that agrees half where it lies has not moved: windows in a row agree a step aside as well.
const HALF: f32 = 0.5;

/// From this share of agreeing cells two pictures are one.
pub const LEAST_AGREEMENT: f32 = 0.6;

/// Fewer cells that say something settle nothing.
const FEWEST_CELLS: usize = 10;

/// A part of a picture is settled by its cells where nearly all agree and it is no mere logo.
const LEAST_OF_PART: f32 = 0.8;
const SMALLEST_PART: f32 = 0.3;

/// What two pictures share must be so much of one of them at least: a crop is all of itself, a picture
/// in a picture all of its source, a logo or a banner little of either.
const LEAST_OF_ONE: f32 = 0.3;

/// Below this many pixels there to one here the picture here has details the other cannot show.
const COARSER: f32 = 0.85;

/// A cell that differs and agrees with what lies this far beside it, pixels of the small picture,
/// has moved: what is near moves before what is far.
const STEP_ASIDE: isize = 5;

/// What the cells that both pictures show say.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Agreement {
    /// Cells with something to see in both.
    pub telling: usize,
    /// Of these, the ones that agree.
    pub agreeing: usize,
    /// Share of the first picture that lies in the second, 0 to 1.
    pub share: f32,
    /// Of all cells with something to see that lie in the second picture, the share that agrees and
    /// is counted here.
    pub of_telling: f32,
    /// Of the cells that lie in the second picture, the share with something to see.
    pub told: f32,
    /// Of all cells that lie in the second picture, the share that agrees and is counted here.
    pub shown: f32,
    /// The rectangle of the first picture that the counts are of: all that lies in the second, or
    /// what captions and bars have left of it.
    pub part: Part,
}

/// A rectangle, in the first picture's units of its longer side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Part {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
    /// Not all that lies in the other picture.
    pub partial: bool,
}

impl Part {
    /// Whether it is a good part of the first picture, or of the second, in which it lies as `fit`
    /// says.
    pub fn is_much(&self, from: &Still, to: &Still, fit: &Fit) -> bool {
        let area = (self.right - self.left) * (self.bottom - self.top);
        let whole = |still: &Still| {
            let (width, height) = still.shape();
            width * height
        };
        let there = area * fit.scale().powi(2);
        area >= LEAST_OF_ONE * whole(from) || there >= LEAST_OF_ONE * whole(to)
    }

    pub fn holds(&self, (x, y): (f32, f32)) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }
}

impl Agreement {
    /// Cells that agree, of those that say something.
    pub fn rate(&self) -> f32 {
        match self.telling {
            0 => 0.0,
            telling => self.agreeing as f32 / telling as f32,
        }
    }

    /// Whether the two are one picture, by these cells.
    pub fn is_one(&self) -> bool {
        let least = if self.part.partial {
            LEAST_OF_PART
        } else {
            LEAST_AGREEMENT
        };
        self.telling >= FEWEST_CELLS && self.rate() >= least
    }
}

/// Lays `from` on `to` as `fit` says, and compares.
pub fn agreement(from: &Still, to: &Still, fit: &Fit) -> Agreement {
    let laid = Laid::of(from, to, fit);
    let board = Board::of(&laid);
    let covered = board
        .cells
        .iter()
        .filter(|cell| **cell != Seen::Outside)
        .count();
    let share = covered as f32 / board.cells.len().max(1) as f32;
    let all = board.count(board.covered(), share, false);
    if all.is_one() || covered == 0 {
        return all;
    }
    let best = board.best();
    let part = board.count(best, share, true);
    let large = board.area(best) as f32 >= SMALLEST_PART * covered as f32;
    if large && part.is_one() { part } else { all }
}

/// How many cells of `from` differ where they lie in `to` as `fit` says, and agree with what lies a
/// little beside. Costs a hundred times what [`agreement`] does.
pub fn moved_cells(from: &Still, to: &Still, fit: &Fit) -> usize {
    let laid = Laid::of(from, to, fit);
    let (columns, rows) = (laid.from.width / CELL, laid.from.height / CELL);
    let cells = 0..columns * rows;
    cells
        .filter(|number| laid.has_moved(number % columns * CELL, number / columns * CELL))
        .count()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Seen {
    Outside,
    Flat,
    Agrees,
    Differs,
}

impl Seen {
    fn tells(self) -> bool {
        matches!(self, Seen::Agrees | Seen::Differs)
    }
}

/// Columns and rows, each from and up to but not including.
type Rectangle = [usize; 4];

/// The cells of the first picture.
struct Board {
    columns: usize,
    rows: usize,
    /// Pixels of the first picture: its width and height, its longer side.
    size: [usize; 2],
    side: f32,
    cells: Vec<Seen>,
}

impl Board {
    fn of(laid: &Laid) -> Self {
        let (columns, rows) = (laid.from.width / CELL, laid.from.height / CELL);
        let seen = |number: usize| laid.seen(number % columns * CELL, number / columns * CELL);
        Self {
            columns,
            rows,
            size: [laid.from.width, laid.from.height],
            side: laid.from.width.max(laid.from.height) as f32,
            cells: (0..columns * rows).map(seen).collect(),
        }
    }

    fn inside(&self, [left, right, top, bottom]: Rectangle) -> impl Iterator<Item = Seen> {
        (top..bottom).flat_map(move |row| {
            (left..right).map(move |column| self.cells[row * self.columns + column])
        })
    }

    fn area(&self, rectangle: Rectangle) -> usize {
        self.inside(rectangle)
            .filter(|cell| *cell != Seen::Outside)
            .count()
    }

    /// The least rectangle with all that lies in the second picture.
    fn covered(&self) -> Rectangle {
        let mut found = [self.columns, 0, self.rows, 0];
        for (number, cell) in self.cells.iter().enumerate() {
            if *cell != Seen::Outside {
                let (column, row) = (number % self.columns, number / self.columns);
                found = [
                    found[0].min(column),
                    found[1].max(column + 1),
                    found[2].min(row),
                    found[3].max(row + 1),
                ];
            }
        }
        found
    }

    /// The rectangle with most agreeing cells, each differing one weighing against two and more.
    fn best(&self) -> Rectangle {
        let worth = |cell: Seen| match cell {
            Seen::Agrees => 1.0,
            Seen::Differs => -2.5,
            Seen::Flat => 0.0,
            Seen::Outside => -0.5,
        };
        let (mut best, mut most) = ([0, 0, 0, 0], 0.0);
        for top in 0..self.rows {
            let mut sums = vec![0.0_f32; self.columns];
            for bottom in top + 1..=self.rows {
                let (mut left, mut sum) = (0, 0.0);
                for (column, below) in sums.iter_mut().enumerate() {
                    *below += worth(self.cells[(bottom - 1) * self.columns + column]);
                    if sum <= 0.0 {
                        (left, sum) = (column, 0.0);
                    }
                    sum += *below;
                    if sum > most {
                        (best, most) = ([left, column + 1, top, bottom], sum);
                    }
                }
            }
        }
        best
    }

    /// Where a rectangle ends. The last cells take the picture's rest with them.
    fn edge(&self, cell: usize, of: usize, side: usize) -> f32 {
        let pixels = if cell == of {
            self.size[side]
        } else {
            cell * CELL
        };
        pixels as f32 / self.side
    }

    fn count(&self, rectangle: Rectangle, share: f32, partial: bool) -> Agreement {
        let (mut telling, mut agreeing) = (0, 0);
        for cell in self.inside(rectangle) {
            telling += usize::from(cell.tells());
            agreeing += usize::from(cell == Seen::Agrees);
        }
        let count = |which: fn(&Seen) -> bool| self.cells.iter().filter(|cell| which(cell)).count();
        let [left, right, top, bottom] = rectangle;
        let (right, bottom) = (
            self.edge(right, self.columns, 0),
            self.edge(bottom, self.rows, 1),
        );
        let (left, top) = (
            (left * CELL) as f32 / self.side,
            (top * CELL) as f32 / self.side,
        );
        Agreement {
            telling,
            agreeing,
            share,
            of_telling: agreeing as f32 / count(|cell| cell.tells()).max(1) as f32,
            told: telling as f32 / self.area(rectangle).max(1) as f32,
            shown: agreeing as f32 / count(|cell| *cell != Seen::Outside).max(1) as f32,
            part: Part {
                left,
                top,
                right,
                bottom,
                partial,
            },
        }
    }
}

/// One small picture seen through another's pixels.
struct Laid {
    from: Grey,
    to: Grey,
    /// From pixels to pixels.
    fit: Fit,
}

impl Laid {
    fn of(from: &Still, to: &Still, fit: &Fit) -> Self {
        let pixels = |grey: &Grey| grey.width.max(grey.height) as f32;
        let (here, mut there) = (pixels(&from.small), pixels(&to.small));
        let mut small = to.small.clone();
        // Where one pixel here spans several there, those are made one first.
        let spans = fit.scale() * there / here;
        if spans > 1.4 {
            small = small.shrunk(((there / spans).round() as usize).max(CELL));
            there = pixels(&small);
        }
        // Where several pixels here lie in one there, they are to show no more than it does.
        let from = if spans < COARSER {
            from.small
                .coarsened(((here * spans).round() as usize).max(CELL))
        } else {
            from.small.clone()
        };
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
            from,
            to: small,
            fit,
        }
    }

    fn seen(&self, left: usize, top: usize) -> Seen {
        match self.correlation(left, top, (0, 0)) {
            None => Seen::Outside,
            Some(None) => Seen::Flat,
            Some(Some(correlation)) if correlation >= SAME => Seen::Agrees,
            Some(Some(_)) => Seen::Differs,
        }
    }

    /// Whether a cell differs where it lies, and agrees a step aside.
    fn has_moved(&self, left: usize, top: usize) -> bool {
        let agrees = |aside: (isize, isize)| {
            let correlation = self.correlation(left, top, aside).flatten();
            correlation.is_some_and(|correlation| correlation >= MOVED)
        };
        let Some(Some(here)) = self.correlation(left, top, (0, 0)) else {
            return false;
        };
        let steps = -STEP_ASIDE..=STEP_ASIDE;
        let around = steps
            .clone()
            .flat_map(|y| steps.clone().map(move |x| (x, y)));
        here < HALF && around.filter(|(x, y)| x.abs().max(y.abs()) > 1).any(agrees)
    }

    fn correlation(&self, left: usize, top: usize, aside: (isize, isize)) -> Option<Option<f32>> {
        Some(self.cell(left, top, aside)?.correlation())
    }

    /// The pixels of a cell and what lies there, or pixels aside, in the other picture; `None` where
    /// that shows nothing.
    fn cell(&self, left: usize, top: usize, aside: (isize, isize)) -> Option<Cell> {
        let mut cell = Cell::default();
        let (right, down) = (aside.0 as f32 + 0.5, aside.1 as f32 + 0.5);
        for y in top..top + CELL {
            for x in left..left + CELL {
                let there = self.fit.at((x as f32 + right, y as f32 + down));
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
    Some(picture.between(x, y))
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
