//! A grey picture of bytes: made from decoded pixels, shrunk, mirrored, blurred.

use fearless_simd::{Level, dispatch};
use serde::{Deserialize, Serialize};

/// Rows from the top, one byte a pixel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grey {
    pub width: usize,
    pub height: usize,
    pub pixels: Vec<u8>,
}

impl Grey {
    /// From RGB24, rows from the top. `None` where the bytes are not width × height × 3, or none.
    pub fn from_rgb(width: usize, height: usize, rgb: &[u8]) -> Option<Self> {
        let pixels = width.checked_mul(height)?;
        if pixels == 0 || rgb.len() != pixels.checked_mul(3)? {
            return None;
        }
        Some(Self {
            width,
            height,
            pixels: dispatch!(Level::new(), _ => luma(rgb)),
        })
    }

    pub fn row(&self, y: usize) -> &[u8] {
        &self.pixels[y * self.width..(y + 1) * self.width]
    }

    /// The light between its pixels; outside it, that of its edge.
    pub fn between(&self, x: f32, y: f32) -> f32 {
        let (x, y) = (
            x.clamp(0.0, self.width as f32 - 1.0),
            y.clamp(0.0, self.height as f32 - 1.0),
        );
        let (column, row) = (x as usize, y as usize);
        let (next, below) = (
            (column + 1).min(self.width - 1),
            (row + 1).min(self.height - 1),
        );
        let (part_x, part_y) = (x - column as f32, y - row as f32);
        let at = |column: usize, row: usize| f32::from(self.pixels[row * self.width + column]);
        let upper = at(column, row) * (1.0 - part_x) + at(next, row) * part_x;
        let lower = at(column, below) * (1.0 - part_x) + at(next, below) * part_x;
        upper * (1.0 - part_y) + lower * part_y
    }

    /// Scaled so that its longer side has at most `longest` pixels, each the mean of the area it
    /// stands for. A smaller picture stays as it is.
    pub fn shrunk(&self, longest: usize) -> Self {
        let side = self.width.max(self.height);
        if side <= longest {
            return self.clone();
        }
        let scaled = |length: usize| ((length * longest + side / 2) / side).max(1);
        self.resized(scaled(self.width), scaled(self.height))
    }

    /// Scaled to a size that is nowhere larger than its own.
    pub fn resized(&self, width: usize, height: usize) -> Self {
        if (width, height) == (self.width, self.height) {
            return self.clone();
        }
        dispatch!(Level::new(), _ => self.smaller(width, height))
    }

    #[inline(always)]
    fn smaller(&self, width: usize, height: usize) -> Self {
        let columns = Shares::of(self.width, width);
        let rows = Shares::of(self.height, height);
        let mut pixels = Vec::with_capacity(width * height);
        let mut sums = vec![0_u32; self.width];
        for y in 0..height {
            sums.fill(0);
            for (row, share) in rows.at(y) {
                for (sum, pixel) in sums.iter_mut().zip(self.row(row)) {
                    *sum += u32::from(*pixel) * share;
                }
            }
            // Of at most 255 in 16ths times 4,096ths: 32 bits hold it.
            sums.iter_mut().for_each(|sum| *sum >>= SHIFT_ROWS);
            pixels.extend((0..width).map(|x| {
                let (low, shares) = columns.of_target(x);
                let covered = sums[low..low + shares.len()].iter().zip(shares);
                let total: u32 = covered.map(|(sum, share)| sum * share).sum();
                ((total + (1 << (SHIFT_ALL - 1))) >> SHIFT_ALL).min(255) as u8
            }));
        }
        Self {
            width,
            height,
            pixels,
        }
    }

    /// As large as it is, with the detail of a picture whose longer side has `longest` pixels.
    pub fn coarsened(&self, longest: usize) -> Self {
        let small = self.shrunk(longest);
        let (across, down) = (
            small.width as f32 / self.width as f32,
            small.height as f32 / self.height as f32,
        );
        let light = |at: usize| {
            let (x, y) = (
                (at % self.width) as f32 + 0.5,
                (at / self.width) as f32 + 0.5,
            );
            small.between(x * across - 0.5, y * down - 0.5).round() as u8
        };
        Self {
            width: self.width,
            height: self.height,
            pixels: (0..self.pixels.len()).map(light).collect(),
        }
    }

    /// As in a mirror: left is right.
    pub fn mirrored(&self) -> Self {
        let rows = self.pixels.chunks_exact(self.width);
        Self {
            width: self.width,
            height: self.height,
            pixels: rows.flat_map(|row| row.iter().rev().copied()).collect(),
        }
    }

    /// Each pixel the mean of the five by five around it, repeated at the edges.
    pub fn blurred(&self) -> Self {
        dispatch!(Level::new(), _ => self.means_of_five())
    }

    #[inline(always)]
    fn means_of_five(&self) -> Self {
        let mut across = vec![0_u16; self.pixels.len()];
        for (row, out) in self
            .pixels
            .chunks_exact(self.width)
            .zip(across.chunks_exact_mut(self.width))
        {
            blur_line(row, out);
        }
        let mut pixels = vec![0; self.pixels.len()];
        let line = |y: isize| {
            let y = y.clamp(0, self.height as isize - 1) as usize;
            &across[y * self.width..(y + 1) * self.width]
        };
        for (y, out) in pixels.chunks_exact_mut(self.width).enumerate() {
            let [a, b, c, d, e] = [-2, -1, 0, 1, 2].map(|step| line(y as isize + step));
            for (x, pixel) in out.iter_mut().enumerate() {
                *pixel = ((a[x] + b[x] + c[x] + d[x] + e[x] + 12) / 25) as u8;
            }
        }
        Self {
            width: self.width,
            height: self.height,
            pixels,
        }
    }
}

#[inline(always)]
fn luma(rgb: &[u8]) -> Vec<u8> {
    let pixels = rgb.as_chunks::<3>().0.iter();
    // ITU-R BT.601 in 256ths.
    let light = pixels.map(|[red, green, blue]| {
        let (red, green, blue) = (u32::from(*red), u32::from(*green), u32::from(*blue));
        ((77 * red + 150 * green + 29 * blue) >> 8) as u8
    });
    light.collect()
}

/// The sums of five neighbours in a row.
#[inline(always)]
fn blur_line(row: &[u8], out: &mut [u16]) {
    let last = row.len() as isize - 1;
    let clamped = |x: isize| u16::from(row[x.clamp(0, last) as usize]);
    for (sum, five) in out.iter_mut().skip(2).zip(row.windows(5)) {
        *sum = five.iter().map(|pixel| u16::from(*pixel)).sum();
    }
    let edges = [0, 1, last - 1, last].into_iter();
    for x in edges.filter(|x| (0..=last).contains(x)) {
        out[x as usize] = (-2..=2).map(|step| clamped(x + step)).sum();
    }
}

/// Shares are 4,096ths of a pixel; a row's sums are kept in 16ths.
const WHOLE: u64 = 1 << 12;
const SHIFT_ROWS: u32 = 8;
const SHIFT_ALL: u32 = 12 + 12 - SHIFT_ROWS;

/// Which source pixels each target pixel covers, and by how much.
struct Shares {
    first: Vec<(usize, usize)>,
    shares: Vec<u32>,
}

impl Shares {
    fn of(from: usize, to: usize) -> Self {
        let mut first = Vec::with_capacity(to);
        let mut shares = Vec::new();
        let (from, to) = (from as u64, to as u64);
        for target in 0..to {
            // In units of 1/to of a source pixel.
            let (begin, end) = (target * from, (target + 1) * from);
            let (low, high) = (begin / to, end.div_ceil(to));
            let start = shares.len();
            for source in low..high {
                let covered = end.min((source + 1) * to) - begin.max(source * to);
                shares.push((covered * WHOLE / from) as u32);
            }
            // Rounding must not darken the picture.
            let sum: u32 = shares[start..].iter().sum();
            shares[start] += WHOLE as u32 - sum;
            first.push((low as usize, start));
        }
        first.push((0, shares.len()));
        Self { first, shares }
    }

    fn at(&self, target: usize) -> impl Iterator<Item = (usize, u32)> {
        let (low, shares) = self.of_target(target);
        let numbered = shares.iter().enumerate();
        numbered.map(move |(step, share)| (low + step, *share))
    }

    /// The first source pixel, and the shares of it and those after it.
    fn of_target(&self, target: usize) -> (usize, &[u32]) {
        let (low, start) = self.first[target];
        (low, &self.shares[start..self.first[target + 1].1])
    }
}

#[cfg(test)]
mod tests {
    use super::Grey;

    fn slope(width: usize, height: usize) -> Grey {
        let pixels = (0..width * height).map(|at| ((at % width + at / width) % 256) as u8);
        Grey {
            width,
            height,
            pixels: pixels.collect(),
        }
    }

    #[test]
    fn a_shrunk_picture_keeps_its_mean_and_its_shape() {
        for (width, height) in [(640, 360), (97, 301), (512, 1), (1, 700)] {
            let picture = slope(width, height);
            let small = picture.shrunk(96);
            assert_eq!(small.width.max(small.height), 96);
            let mean = |grey: &Grey| {
                grey.pixels
                    .iter()
                    .map(|pixel| f64::from(*pixel))
                    .sum::<f64>()
                    / grey.pixels.len() as f64
            };
            assert!(
                (mean(&picture) - mean(&small)).abs() < 1.0,
                "{width} × {height}"
            );
        }
    }

    #[test]
    fn one_colour_stays_that_colour() {
        for value in [0, 1, 127, 254, 255] {
            let picture = Grey {
                width: 333,
                height: 77,
                pixels: vec![value; 333 * 77],
            };
            assert!(
                picture
                    .shrunk(50)
                    .pixels
                    .iter()
                    .all(|pixel| *pixel == value)
            );
            assert!(picture.blurred().pixels.iter().all(|pixel| *pixel == value));
        }
    }

    #[test]
    fn a_mirrored_mirror_is_the_picture() {
        let picture = slope(31, 7);
        assert_ne!(picture.mirrored(), picture);
        assert_eq!(picture.mirrored().mirrored(), picture);
    }

    #[test]
    fn bytes_that_are_no_picture_are_none() {
        assert_eq!(Grey::from_rgb(0, 4, &[]), None);
        assert_eq!(Grey::from_rgb(2, 2, &[0; 11]), None);
        assert_eq!(Grey::from_rgb(usize::MAX, 2, &[0; 12]), None);
    }
}
