//! The blur before sampling: a running mean along rows and along columns, twice, then every
//! so-many-th value, all in one walk over the picture that holds a few rows at a time.
//!
//! A running mean in single precision depends on the order of its sums. That order is the
//! reference's; what is left out is only what no sample reads.

use fearless_simd::{Simd, SimdBase, f32x4};

use super::picture::Picture;
use super::{SAMPLES, Samples};

/// Rows that are averaged beside each other.
const LANES: usize = 16;

/// Values that are turned at once, rows and columns.
const BLOCK: usize = 4;

/// Some rows of a picture, turned: one cell a column, with the values of its rows.
type Tile = Vec<[f32; LANES]>;

#[inline(always)]
pub fn samples<S: Simd>(simd: S, picture: &Picture) -> Samples {
    let (width, height) = (picture.width(), picture.height());
    let mut second = Second::new(width, height);
    let mut first = Columns::new(width, height);
    let along = Window::of(width);
    let wide = width.next_multiple_of(BLOCK);
    let mut tile: Tile = vec![[0.0; LANES]; wide];
    let mut means = tile.clone();
    let mut rows = vec![0.0; wide * LANES];
    for top in (0..height).step_by(LANES) {
        let lanes = LANES.min(height - top);
        for (lane, row) in rows.chunks_exact_mut(wide).take(lanes).enumerate() {
            picture.brightness(top + lane, row);
        }
        turn(simd, &rows, wide, tile.as_flattened_mut(), LANES);
        average_rows(&tile, along, &mut means);
        turn(simd, means.as_flattened(), LANES, &mut rows, wide);
        for row in rows.chunks_exact(wide).take(lanes) {
            if let Some((_, count)) = first.push(Some(&row[..width])) {
                second.push(simd, &first.sums, count);
            }
        }
    }
    while let Some((_, count)) = first.push(None) {
        second.push(simd, &first.sums, count);
    }
    second.finish(simd)
}

/// Rows to columns: values in rows of `wide` become values in rows of `high`. Both are whole
/// blocks.
#[inline(always)]
fn turn<S: Simd>(simd: S, from: &[f32], wide: usize, to: &mut [f32], high: usize) {
    for left in (0..wide).step_by(BLOCK) {
        for top in (0..high).step_by(BLOCK) {
            let values = |row| f32x4::from_slice(simd, &from[(top + row) * wide + left..][..BLOCK]);
            let (a, b, c, d) = (values(0), values(1), values(2), values(3));
            let (near, far) = (a.zip_low(c), b.zip_low(d));
            let (near_right, far_right) = (a.zip_high(c), b.zip_high(d));
            let turned = [
                near.zip_low(far),
                near.zip_high(far),
                near_right.zip_low(far_right),
                near_right.zip_high(far_right),
            ];
            for (column, values) in turned.into_iter().enumerate() {
                values.store_slice(&mut to[(left + column) * high + top..][..BLOCK]);
            }
        }
    }
}

/// A window of the running mean over a line of values.
///
/// Step `s` takes in value `s`, drops value `s - full`, and gives the mean around value
/// `s - ahead`: near the ends the window is cut, and the mean is of what is left.
#[derive(Clone, Copy)]
struct Window {
    length: usize,
    full: usize,
    ahead: usize,
}

impl Window {
    /// Two means of a window half a sample wide weigh a whole sample, the middle most.
    fn of(length: usize) -> Self {
        let full = length.div_ceil(2 * SAMPLES);
        Self {
            length,
            full,
            ahead: full / 2,
        }
    }

    fn steps(self) -> usize {
        self.length + self.ahead
    }

    /// How many values the window holds after a step.
    fn count(self, step: usize) -> f32 {
        let taken = (step + 1).min(self.length);
        let dropped = (step + 1).saturating_sub(self.full);
        (taken - dropped) as f32
    }
}

/// The positions that the samples are read from along a line.
fn sampled(length: usize) -> [usize; SAMPLES] {
    std::array::from_fn(|sample| ((sample as f64 + 0.5) * length as f64 / SAMPLES as f64) as usize)
}

/// The running mean along the rows of a tile.
#[inline(always)]
fn average_rows(tile: &Tile, window: Window, means: &mut Tile) {
    let mut sum = [0.0f32; LANES];
    for step in 0..window.steps() {
        advance(&mut sum, tile, window, step);
        if let Some(at) = step.checked_sub(window.ahead) {
            let count = window.count(step);
            for (mean, sum) in means[at].iter_mut().zip(&sum) {
                *mean = sum / count;
            }
        }
    }
}

#[inline(always)]
fn advance(sum: &mut [f32; LANES], tile: &Tile, window: Window, step: usize) {
    if step < window.length {
        for (sum, value) in sum.iter_mut().zip(&tile[step]) {
            *sum += value;
        }
    }
    if let Some(dropped) = step.checked_sub(window.full) {
        for (sum, value) in sum.iter_mut().zip(&tile[dropped]) {
            *sum -= value;
        }
    }
}

/// The running sums along columns, given row after row.
struct Columns {
    window: Window,
    sums: Vec<f32>,
    /// The rows that the window holds, each where the row `full` before it was.
    held: Vec<f32>,
    step: usize,
}

impl Columns {
    fn new(width: usize, height: usize) -> Self {
        let window = Window::of(height);
        Self {
            window,
            sums: vec![0.0; width],
            held: vec![0.0; width * window.full],
            step: 0,
        }
    }

    /// Takes in the next row; after the last one, drops rows only. Gives which row `sums` now
    /// stands for and of how many rows, or `None` before the first and after the last.
    #[inline(always)]
    fn push(&mut self, row: Option<&[f32]>) -> Option<(usize, f32)> {
        let (step, window) = (self.step, self.window);
        if row.is_none() && step >= window.steps() {
            return None;
        }
        let width = self.sums.len();
        let slot = step % window.full * width;
        let held = &mut self.held[slot..slot + width];
        match row {
            Some(row) if step >= window.full => {
                for ((sum, held), value) in self.sums.iter_mut().zip(held).zip(row) {
                    *sum += value;
                    *sum -= *held;
                    *held = *value;
                }
            }
            Some(row) => {
                for ((sum, held), value) in self.sums.iter_mut().zip(held).zip(row) {
                    *sum += value;
                    *held = *value;
                }
            }
            None => {
                for (sum, held) in self.sums.iter_mut().zip(held) {
                    *sum -= *held;
                }
            }
        }
        self.step += 1;
        let at = step.checked_sub(window.ahead)?;
        Some((at, window.count(step)))
    }
}

/// The second blur, which computes no more than the samples read.
struct Second {
    along: Window,
    columns_sampled: [usize; SAMPLES],
    rows_sampled: [usize; SAMPLES],
    /// Rows of the first blur that wait until there are enough for a tile.
    rows: Vec<f32>,
    waiting: usize,
    tile: Tile,
    columns: Columns,
    samples: Samples,
}

impl Second {
    fn new(width: usize, height: usize) -> Self {
        let wide = width.next_multiple_of(BLOCK);
        Self {
            along: Window::of(width),
            columns_sampled: sampled(width),
            rows_sampled: sampled(height),
            rows: vec![0.0; wide * LANES],
            waiting: 0,
            tile: vec![[0.0; LANES]; wide],
            columns: Columns::new(SAMPLES, height),
            samples: [[0.0; SAMPLES]; SAMPLES],
        }
    }

    /// Takes in a row of the first blur, as sums of `count` rows.
    #[inline(always)]
    fn push<S: Simd>(&mut self, simd: S, sums: &[f32], count: f32) {
        let wide = self.tile.len();
        let row = &mut self.rows[self.waiting * wide..][..wide];
        for (value, sum) in row.iter_mut().zip(sums) {
            *value = sum / count;
        }
        self.waiting += 1;
        if self.waiting == LANES {
            self.take_waiting(simd);
        }
    }

    #[inline(always)]
    fn take_waiting<S: Simd>(&mut self, simd: S) {
        let wide = self.tile.len();
        turn(simd, &self.rows, wide, self.tile.as_flattened_mut(), LANES);
        let means = self.sampled_means();
        let mut lanes = [[0.0; SAMPLES]; LANES];
        turn(
            simd,
            means.as_flattened(),
            LANES,
            lanes.as_flattened_mut(),
            SAMPLES,
        );
        for lane in lanes.iter().take(self.waiting) {
            let done = self.columns.push(Some(lane));
            self.keep(done);
        }
        self.waiting = 0;
    }

    /// The running mean along the rows of the tile, where a sample reads it.
    #[inline(always)]
    fn sampled_means(&self) -> [[f32; LANES]; SAMPLES] {
        let mut means = [[0.0; LANES]; SAMPLES];
        let mut sum = [0.0f32; LANES];
        let mut step = 0;
        for (mean, at) in means.iter_mut().zip(self.columns_sampled) {
            while step <= at + self.along.ahead {
                advance(&mut sum, &self.tile, self.along, step);
                step += 1;
            }
            let count = self.along.count(step - 1);
            for (mean, sum) in mean.iter_mut().zip(&sum) {
                *mean = sum / count;
            }
        }
        means
    }

    #[inline(always)]
    fn keep(&mut self, done: Option<(usize, f32)>) {
        let Some((at, count)) = done else { return };
        for (row, from) in self.samples.iter_mut().zip(&self.rows_sampled) {
            if *from == at {
                for (value, sum) in row.iter_mut().zip(&self.columns.sums) {
                    *value = sum / count;
                }
            }
        }
    }

    #[inline(always)]
    fn finish<S: Simd>(mut self, simd: S) -> Samples {
        if self.waiting > 0 {
            self.take_waiting(simd);
        }
        while let Some(done) = self.columns.push(None) {
            self.keep(Some(done));
        }
        self.samples
    }
}
