//! Two pictures side by side, small and grey, with what they have in common framed in both: for a
//! person to rule on.

use bearings_model::{Likeness, Region};

use super::MediaPrint;
use crate::picture::Grey;

/// Small pictures are shown at twice their size.
const TIMES: usize = 2;
const GAP: usize = 8;

/// The two moments that say it best. `None` where a likeness is of sound alone.
pub fn side_by_side(here: &MediaPrint, there: &MediaPrint, likeness: &Likeness) -> Option<Grey> {
    let [here_ms, there_ms] = likeness.moments?;
    let left = framed(here, here_ms, likeness.here)?;
    let right = framed(there, there_ms, likeness.there)?;
    let (width, height) = (
        left.width + GAP + right.width,
        left.height.max(right.height),
    );
    let mut both = Grey {
        width,
        height,
        pixels: vec![255; width * height],
    };
    lay(&mut both, &left, 0);
    lay(&mut both, &right, left.width + GAP);
    Some(both)
}

fn framed(print: &MediaPrint, at_ms: u64, region: Option<Region>) -> Option<Grey> {
    let frame = print
        .film
        .frames
        .iter()
        .min_by_key(|frame| frame.at_ms.abs_diff(at_ms))?;
    let mut picture = larger(&frame.still.small);
    if let Some(region) = region {
        outline(&mut picture, region);
    }
    Some(picture)
}

fn larger(small: &Grey) -> Grey {
    let (width, height) = (small.width * TIMES, small.height * TIMES);
    let pixel = |at: usize| small.pixels[at / width / TIMES * small.width + at % width / TIMES];
    Grey {
        width,
        height,
        pixels: (0..width * height).map(pixel).collect(),
    }
}

/// A white line inside a black one, to be seen on any ground.
fn outline(picture: &mut Grey, region: Region) {
    let (width, height) = (picture.width, picture.height);
    let part = |value: u16, of: usize| (usize::from(value) * of / 1_000).min(of);
    let (left, top) = (part(region.left, width), part(region.top, height));
    let right = part(region.left.saturating_add(region.width), width);
    let bottom = part(region.top.saturating_add(region.height), height);
    for (inset, light) in [(0, 0), (1, 255)] {
        let columns = left + inset..right.saturating_sub(inset);
        let rows = top + inset..bottom.saturating_sub(inset);
        let (Some(last_column), Some(last_row)) = (columns.clone().last(), rows.clone().last())
        else {
            return;
        };
        for column in columns.clone() {
            picture.pixels[rows.start * width + column] = light;
            picture.pixels[last_row * width + column] = light;
        }
        for row in rows {
            picture.pixels[row * width + columns.start] = light;
            picture.pixels[row * width + last_column] = light;
        }
    }
}

fn lay(ground: &mut Grey, picture: &Grey, left: usize) {
    for y in 0..picture.height {
        let start = y * ground.width + left;
        ground.pixels[start..start + picture.width].copy_from_slice(picture.row(y));
    }
}
