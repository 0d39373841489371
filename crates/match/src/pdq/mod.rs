//! PDQ hashes of pictures, bit for bit those of the published reference on the same pixels.
//!
//! The method: Facebook AI, "The TMK+PDQF video-hashing algorithm and the PDQ image-hashing
//! algorithm", 2019. This is its full-size form (`FORM`): nothing is scaled down before. Decodes
//! nothing and compares nothing.

mod cosine;
mod filter;
mod picture;

use bearings_model::{Pdq, PdqHash};
use fearless_simd::{Level, dispatch};

use cosine::{SIDE, Spectrum};
pub use picture::{Picture, PictureError};

/// The name to keep beside a hash. The form that first scales a picture to at most 512 pixels
/// gives other bits for large pictures, and its hashes are not to be compared with these.
pub const FORM: &str = "pdq-full-size";

/// Side of the small picture that the hash is taken from.
const SAMPLES: usize = 64;

/// A picture narrower or lower than this has the empty hash and quality 0, as in the reference.
const LEAST_SIDE: usize = 5;

/// A picture blurred and cut down to 64 by 64 values, rows of columns.
type Samples = [[f32; SAMPLES]; SAMPLES];

/// The eight ways to turn and mirror a picture, each named by what is done to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Turn {
    AsIs,
    /// Turned a quarter against the clock.
    QuarterLeft,
    Half,
    QuarterRight,
    /// Top and bottom change places.
    UpsideDown,
    /// Left and right change places, as in a mirror.
    Mirrored,
    /// Rows become columns: mirrored along the falling diagonal.
    AlongFalling,
    /// Mirrored along the rising diagonal.
    AlongRising,
}

impl Turn {
    pub const ALL: [Turn; 8] = [
        Turn::AsIs,
        Turn::QuarterLeft,
        Turn::Half,
        Turn::QuarterRight,
        Turn::UpsideDown,
        Turn::Mirrored,
        Turn::AlongFalling,
        Turn::AlongRising,
    ];
}

/// The hash of a picture and its quality.
pub fn pdq(picture: &Picture) -> Pdq {
    if is_too_small(picture) {
        return EMPTY;
    }
    // A picture of this very size is taken as it is: a decoder has scaled it.
    let samples = match (picture.width(), picture.height()) {
        (SAMPLES, SAMPLES) => picture.samples(),
        _ => blurred(picture),
    };
    Pdq {
        hash: hash(&spectrum(&samples)),
        quality: quality(&samples),
    }
}

/// The hashes of a picture turned and mirrored in all eight ways, from one transform. Each is near
/// the hash of the turned pixels, not always equal to it; the quality is that of the picture.
pub fn dihedral(picture: &Picture) -> [(Turn, Pdq); 8] {
    if is_too_small(picture) {
        return Turn::ALL.map(|turn| (turn, EMPTY));
    }
    let samples = blurred(picture);
    let (spectrum, quality) = (spectrum(&samples), quality(&samples));
    Turn::ALL.map(|turn| {
        let hash = hash(&cosine::turned(&spectrum, turn));
        (turn, Pdq { hash, quality })
    })
}

const EMPTY: Pdq = Pdq {
    hash: PdqHash([0; 4]),
    quality: 0,
};

/// The blur with the widest registers this processor has: the bits are the same with any.
fn blurred(picture: &Picture) -> Samples {
    dispatch!(Level::new(), simd => filter::samples(simd, picture))
}

fn spectrum(samples: &Samples) -> Spectrum {
    dispatch!(Level::new(), _ => cosine::spectrum(samples))
}

fn quality(samples: &Samples) -> u8 {
    dispatch!(Level::new(), _ => gradients(samples))
}

fn is_too_small(picture: &Picture) -> bool {
    picture.width() < LEAST_SIDE || picture.height() < LEAST_SIDE
}

/// How much the samples differ from their neighbours, in hundredths of the range, small steps
/// dropped; divided and cut as the paper has it.
#[inline(always)]
fn gradients(samples: &Samples) -> u8 {
    let step = |a: f32, b: f32| ((a - b) * 100.0 / 255.0) as i32;
    let mut sum = 0;
    for (row, below) in samples.iter().zip(&samples[1..]) {
        for (a, b) in row.iter().zip(below) {
            sum += step(*a, *b).abs();
        }
    }
    for row in samples {
        for (a, b) in row.iter().zip(&row[1..]) {
            sum += step(*a, *b).abs();
        }
    }
    (sum / 90).min(100) as u8
}

/// One bit for each frequency: whether it is above the lower median of all.
fn hash(spectrum: &Spectrum) -> PdqHash {
    let mut ordered: [f32; SIDE * SIDE] = [0.0; SIDE * SIDE];
    for (place, value) in ordered.iter_mut().zip(spectrum.iter().flatten()) {
        *place = *value;
    }
    let middle = SIDE * SIDE / 2 - 1;
    let median = *ordered.select_nth_unstable_by(middle, f32::total_cmp).1;
    let mut words = [0; 4];
    for (bit, value) in spectrum.iter().flatten().enumerate() {
        // The published form writes the last bit first.
        words[3 - bit / 64] |= u64::from(*value > median) << (bit % 64);
    }
    PdqHash(words)
}

#[cfg(test)]
mod tests;
