//! Sound: which recording is heard in which, by Chromaprint's codes and an alignment of our own.
//!
//! A song laid over two films matches as the sound of one street does: what a match of sound alone
//! means is for a person to say.

use serde::{Deserialize, Serialize};

mod align;
mod maker;
mod search;

pub use align::{MOST_ERRORS, SoundSegment, sound_segments};
pub use maker::SoundMaker;
pub use search::SoundSearch;

/// Seconds from one code to the next: 4,096 samples at 11,025 a second, less a third in common.
pub const STEP_S: f32 = 1_365.0 / 11_025.0;

/// A recording by its codes, one for every step.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sound {
    pub codes: Vec<u32>,
    /// Whether anything was to be heard: silence has codes too, and they match each other.
    pub loud: Vec<bool>,
}

impl Sound {
    pub fn is_silent(&self) -> bool {
        !self.loud.contains(&true)
    }
}

#[cfg(test)]
mod tests;
