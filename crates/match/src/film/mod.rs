//! Films: which part of one shows which part of another, at which speed, whole or in a frame.

use serde::{Deserialize, Serialize};

mod cells;
mod lines;
mod pair;

use bearings_model::PdqHash;

use crate::picture::Still;

pub use lines::Segment;
pub use pair::{FilmFit, Start, fit_films};

/// A film by its frames, one a second and one at each change of shot; a picture is a film of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Film {
    /// `None` for a picture.
    pub duration_ms: Option<u64>,
    /// In the order of time.
    pub frames: Vec<Frame>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    pub at_ms: u64,
    /// A new shot begins here.
    pub cut: bool,
    pub still: Still,
    /// Its hash turned and mirrored, in the order of `Turn::ALL`.
    pub turned: [PdqHash; 8],
}

impl Film {
    /// Not a picture.
    pub fn is_moving(&self) -> bool {
        self.duration_ms.is_some() || self.frames.len() > 1
    }

    /// As in a mirror.
    pub fn mirrored(&self) -> Self {
        let mirrored = |frame: &Frame| Frame {
            still: frame.still.mirrored(),
            ..*frame
        };
        Self {
            duration_ms: self.duration_ms,
            frames: self.frames.iter().map(mirrored).collect(),
        }
    }
}
