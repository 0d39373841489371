//! Marks: corners of a picture with what surrounds each, to be found again in a crop, a frame in a
//! frame, a screenshot.
//!
//! Corners as in FAST (Rosten and Drummond 2006) ranked by Harris and Stephens' measure (1988), on
//! a pyramid; direction by the intensity centroid and 256 turned comparisons as in ORB (Rublee and
//! others 2011), over pairs of our own drawing.

use fearless_simd::{Level, dispatch};
use serde::{Deserialize, Serialize};

use super::grey::Grey;
use super::pattern::{REACH, comparisons};

/// The longer side of the picture in which marks are looked for, pixels.
pub(super) const BASE: usize = 448;

/// Each step of the pyramid is smaller by this.
const STEP: f32 = 1.2;

/// A level smaller than this on its shorter side holds no mark.
const SMALLEST: usize = 2 * REACH + 10;

/// A corner's ring must differ from its middle by this much.
const CONTRAST: i16 = 10;

/// Marks are spread over this many columns and rows of a picture, so that a busy tree does not take
/// them all.
const COLUMNS: usize = 8;
const ROWS: usize = 6;

/// A corner and its surroundings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// In 65,536ths of the picture's width and height.
    pub x: u16,
    pub y: u16,
    /// Steps of the pyramid: its size is 1.2 to this power.
    pub level: u8,
    /// 256ths of a full turn.
    pub angle: u8,
    pub bits: [u64; 4],
}

impl Mark {
    // Inlined, so that a caller compiled for a newer processor counts bits with its instruction.
    #[inline]
    pub fn distance(&self, other: &Self) -> u32 {
        let words = self.bits.iter().zip(other.bits);
        words.map(|(a, b)| (a ^ b).count_ones()).sum()
    }

    /// The mark as the mirrored picture shows it.
    pub fn mirrored(&self) -> Self {
        let [a, b, c, d] = self.bits;
        Self {
            x: u16::MAX - self.x,
            angle: 128_u8.wrapping_sub(self.angle),
            bits: [c, d, a, b],
            ..*self
        }
    }

    /// How large its surroundings are beside those of a mark of level 0.
    pub fn size(&self) -> f32 {
        STEP.powi(i32::from(self.level))
    }
}

/// The most telling marks of a picture, at most `most`.
pub fn marks(picture: &Grey, most: usize) -> Vec<Mark> {
    let levels = pyramid(&picture.shrunk(BASE));
    // By a level's length, not its area: marks of the coarse levels are the ones that a small copy
    // of the picture still shows.
    let lengths: f32 = levels.iter().map(|(level, _)| level.width as f32).sum();
    let mut found = Vec::new();
    for (number, (level, _)) in levels.iter().enumerate() {
        let share = (most as f32 * level.width as f32 / lengths).ceil() as usize;
        let blurred = level.blurred();
        let corners = spread(corners(level), level, share);
        found.extend(
            corners
                .iter()
                .map(|corner| mark(level, &blurred, number, *corner)),
        );
    }
    found.truncate(most);
    found
}

/// The picture and its smaller forms, with how much smaller each is.
fn pyramid(base: &Grey) -> Vec<(Grey, f32)> {
    let mut levels = Vec::new();
    let mut scale = 1.0_f32;
    while levels.len() < 12 {
        let width = (base.width as f32 / scale).round() as usize;
        let height = (base.height as f32 / scale).round() as usize;
        if width.min(height) < SMALLEST {
            break;
        }
        levels.push((base.resized(width, height), scale));
        scale *= STEP;
    }
    levels
}

#[derive(Clone, Copy, Debug)]
struct Corner {
    x: usize,
    y: usize,
    strength: f32,
}

/// The ring of sixteen pixels around a corner, clockwise from the top.
const RING: [(isize, isize); 16] = [
    (0, -3),
    (1, -3),
    (2, -2),
    (3, -1),
    (3, 0),
    (3, 1),
    (2, 2),
    (1, 3),
    (0, 3),
    (-1, 3),
    (-2, 2),
    (-3, 1),
    (-3, 0),
    (-3, -1),
    (-2, -2),
    (-1, -3),
];

/// Corners that are the strongest among their neighbours, away from the edge.
fn corners(level: &Grey) -> Vec<Corner> {
    dispatch!(Level::new(), _ => strongest_corners(level))
}

#[inline(always)]
fn strongest_corners(level: &Grey) -> Vec<Corner> {
    let ring = RING.map(|(x, y)| y * level.width as isize + x);
    let mut scores = vec![0_u16; level.pixels.len()];
    let mut at = Vec::new();
    let mut hopeful = vec![0; level.width - 2 * REACH];
    for y in REACH..level.height - REACH {
        hope(level, y, &mut hopeful);
        for (step, hopeful) in hopeful.iter().enumerate() {
            let (x, here) = (REACH + step, y * level.width + REACH + step);
            if *hopeful == 0 {
                continue;
            }
            if let Some(score) = corner(&level.pixels, here, &ring) {
                scores[here] = score;
                at.push((x, y));
            }
        }
    }
    let strongest = |&(x, y): &(usize, usize)| {
        let here = scores[y * level.width + x];
        (y - 1..=y + 1).all(|row| {
            (x - 1..=x + 1).all(|column| {
                let other = scores[row * level.width + column];
                other < here || (other == here && (row, column) >= (y, x))
            })
        })
    };
    let kept = at.into_iter().filter(strongest);
    kept.map(|(x, y)| Corner {
        x,
        y,
        strength: harris(level, x, y),
    })
    .collect()
}

/// Where a row's pixels can be corners, 1 or 0: nine of a ring in a row hold two neighbouring
/// quarters of it. Most pixels end here, many of them looked at in one step.
#[inline(always)]
fn hope(level: &Grey, y: usize, hopeful: &mut [u8]) {
    let wide = hopeful.len();
    let from = |row: usize, x: usize| &level.row(row)[x..x + wide];
    let (middle, above, below) = (from(y, REACH), from(y - 3, REACH), from(y + 3, REACH));
    let (left, right) = (from(y, REACH - 3), from(y, REACH + 3));
    const STEP: u8 = CONTRAST as u8;
    for x in 0..wide {
        let high = middle[x].saturating_add(STEP);
        let low = middle[x].saturating_sub(STEP);
        let brighter = (u8::from(above[x] > high) | u8::from(below[x] > high))
            & (u8::from(left[x] > high) | u8::from(right[x] > high));
        let darker = (u8::from(above[x] < low) | u8::from(below[x] < low))
            & (u8::from(left[x] < low) | u8::from(right[x] < low));
        hopeful[x] = brighter | darker;
    }
}

/// How much nine of the ring in a row are all brighter, or all darker, than the middle.
#[inline(always)]
fn corner(pixels: &[u8], here: usize, ring: &[isize; 16]) -> Option<u16> {
    let middle = i16::from(pixels[here]);
    let difference = |step: usize| i16::from(pixels[here.wrapping_add_signed(ring[step])]) - middle;
    let (mut brighter, mut darker, mut score) = (0_u32, 0_u32, 0_u16);
    for step in 0..16 {
        let value = difference(step);
        brighter |= u32::from(value > CONTRAST) << step;
        darker |= u32::from(value < -CONTRAST) << step;
        score += value.unsigned_abs();
    }
    (nine_in_a_row(brighter) || nine_in_a_row(darker)).then_some(score)
}

#[inline(always)]
fn nine_in_a_row(ring: u32) -> bool {
    let twice = ring | ring << 16;
    let two = twice & twice >> 1;
    let four = two & two >> 2;
    let eight = four & four >> 4;
    eight & twice >> 8 != 0
}

/// Harris and Stephens' measure over seven by seven pixels, with their k of .04.
#[inline(always)]
fn harris(level: &Grey, x: usize, y: usize) -> f32 {
    let (mut xx, mut yy, mut xy) = (0_i32, 0_i32, 0_i32);
    for row in y - 3..=y + 3 {
        // Two pixels more on the line itself, for the differences at its ends.
        let line: &[u8] = &level.row(row)[x - 4..x + 5];
        let (above, below) = (
            &level.row(row - 1)[x - 3..x + 4],
            &level.row(row + 1)[x - 3..x + 4],
        );
        for column in 0..7 {
            let across = i32::from(line[column + 2]) - i32::from(line[column]);
            let down = i32::from(below[column]) - i32::from(above[column]);
            xx += across * across;
            yy += down * down;
            xy += across * down;
        }
    }
    let (xx, yy, xy) = (xx as f32, yy as f32, xy as f32);
    xx * yy - xy * xy - 0.04 * (xx + yy) * (xx + yy)
}

/// The strongest corners of each cell of the picture, then the strongest of what is left.
fn spread(mut corners: Vec<Corner>, level: &Grey, most: usize) -> Vec<Corner> {
    corners.sort_by(|a, b| {
        b.strength
            .total_cmp(&a.strength)
            .then((a.y, a.x).cmp(&(b.y, b.x)))
    });
    let a_cell = most.div_ceil(COLUMNS * ROWS).max(1);
    let mut held = [0_usize; COLUMNS * ROWS];
    let (mut kept, mut rest) = (Vec::new(), Vec::new());
    for corner in corners {
        let cell = corner.y * ROWS / level.height * COLUMNS + corner.x * COLUMNS / level.width;
        if held[cell] < a_cell {
            held[cell] += 1;
            kept.push(corner);
        } else {
            rest.push(corner);
        }
    }
    kept.sort_by(|a, b| b.strength.total_cmp(&a.strength));
    kept.truncate(most);
    rest.truncate(most - kept.len());
    kept.extend(rest);
    kept
}

fn mark(level: &Grey, blurred: &Grey, number: usize, corner: Corner) -> Mark {
    let angle = direction(blurred, corner.x, corner.y);
    let part = |at: usize, of: usize| ((at as f32 + 0.5) / of as f32 * 65_536.0) as u16;
    Mark {
        x: part(corner.x, level.width),
        y: part(corner.y, level.height),
        level: number as u8,
        angle,
        bits: bits(blurred, corner.x, corner.y, angle),
    }
}

/// The way from a corner to the middle of the light around it, in 256ths of a turn.
fn direction(picture: &Grey, x: usize, y: usize) -> u8 {
    const RADIUS: isize = 13;
    let (mut across, mut down) = (0_i64, 0_i64);
    for step_y in -RADIUS..=RADIUS {
        let half = ((RADIUS * RADIUS - step_y * step_y) as f32).sqrt() as isize;
        let row = picture.row(y.wrapping_add_signed(step_y));
        for step_x in -half..=half {
            let light = i64::from(row[x.wrapping_add_signed(step_x)]);
            across += step_x as i64 * light;
            down += step_y as i64 * light;
        }
    }
    let turn = (down as f32).atan2(across as f32) / std::f32::consts::TAU;
    (turn * 256.0).round() as i32 as u8
}

fn bits(picture: &Grey, x: usize, y: usize, angle: u8) -> [u64; 4] {
    let at = |(step_x, step_y): (i8, i8)| {
        let column = x.wrapping_add_signed(isize::from(step_x));
        let row = y.wrapping_add_signed(isize::from(step_y));
        picture.pixels[row * picture.width + column]
    };
    let mut bits = [0; 4];
    for (number, (a, b)) in comparisons(angle).iter().enumerate() {
        bits[number / 64] |= u64::from(at(*a) < at(*b)) << (number % 64);
    }
    bits
}
