//! What one picture, or one frame of a film, is compared by.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use bearings_model::Pdq;

use super::grey::Grey;
use super::marks::{BASE, Mark, marks};

/// The longer side of the small picture that is kept for comparing pixels.
const SMALL: usize = 128;

/// Made from decoded pixels and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Still {
    /// Pixels as shown.
    pub width: u32,
    pub height: u32,
    pub pdq: Pdq,
    /// Shared with the search they are put in.
    pub marks: Arc<[Mark]>,
    pub small: Grey,
}

impl Still {
    /// `most` marks: a film's frame, one of many, does with fewer than a picture.
    pub fn of(picture: &Grey, pdq: Pdq, most: usize) -> Self {
        Self {
            width: picture.width as u32,
            height: picture.height as u32,
            pdq,
            marks: marks(picture, most).into(),
            small: picture.shrunk(SMALL),
        }
    }

    /// As in a mirror; the hash stays that of the picture itself.
    pub fn mirrored(&self) -> Self {
        Self {
            marks: self.marks.iter().map(Mark::mirrored).collect(),
            small: self.small.mirrored(),
            ..self.clone()
        }
    }

    /// Whether its numbers fit each other; bytes from a disk may not.
    pub fn is_whole(&self) -> bool {
        let small = &self.small;
        let pixels = small.width.checked_mul(small.height);
        self.width > 0
            && self.height > 0
            && small.width > 0
            && pixels == Some(small.pixels.len())
            && pixels > Some(0)
    }

    /// Width and height where the longer side is 1.
    pub fn shape(&self) -> (f32, f32) {
        let longest = self.width.max(self.height) as f32;
        (self.width as f32 / longest, self.height as f32 / longest)
    }

    /// Where a mark stands, in units of the longer side.
    pub(super) fn place(&self, mark: &Mark) -> (f32, f32) {
        let (width, height) = self.shape();
        (
            f32::from(mark.x) / 65_536.0 * width,
            f32::from(mark.y) / 65_536.0 * height,
        )
    }

    /// How large a mark's surroundings are, in units of the longer side.
    pub(super) fn extent(&self, mark: &Mark) -> f32 {
        let side = (self.width.max(self.height) as usize).min(BASE);
        mark.size() / side as f32
    }
}
