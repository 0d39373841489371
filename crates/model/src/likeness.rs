//! Which picture, film or recording repeats which, with what says so.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::ItemId;
use crate::claim::named;

named!(
    /// What two files have in common.
    LikenessKind {
        /// One file under two names.
        SameBytes = "same_bytes",
        /// Every decoded picture and sample looked at is the same.
        SameFrames = "same_frames",
        /// Two pictures show the same pixels, edited or not.
        Picture = "picture",
        /// Two films share a run of pictures in the same order.
        Film = "film",
        /// A picture is a frame of a film.
        Still = "still_of_film",
        /// One recording is heard in both.
        Sound = "sound",
        /// One view, and not one run of moments: two films from one camera or one spot.
        Scene = "scene",
    }
);

named!(
    /// How sure it is. Only what is certain merges by itself; the rest waits for a person.
    LikenessGrade {
        Certain = "certain",
        Likely = "likely",
        Possible = "possible",
    }
);

/// Two files, of which one can be made from the other or both from a third.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MediaLink {
    /// The earlier known of the two. It need not be where the pictures come from.
    pub earlier: ItemId,
    pub later: ItemId,
    pub likeness: Likeness,
    /// Whether the times of the two tell which came first.
    pub order_known: bool,
    /// The later one is said to show a day after the earlier one was seen already.
    pub old: Option<Old>,
    /// Whether a person has ruled that it holds; a link that was rejected is not among these.
    pub accepted: bool,
    pub reason: String,
}

/// Footage that was there before what it is said to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Old {
    /// When the earliest known copy was published.
    pub first_seen: Date,
    pub said_to_show: Date,
}

/// What laying one file beside another gave. "Here" is the first of the two, "there" the second.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Likeness {
    pub kind: LikenessKind,
    pub grade: LikenessGrade,
    /// One shows the other as in a mirror.
    pub mirrored: bool,
    /// Degrees by which here must be turned, clockwise, to lie as there; after mirroring.
    pub turn: i16,
    /// The part of the picture here that is there, and where it lies there.
    pub here: Option<Region>,
    pub there: Option<Region>,
    pub segments: Vec<MediaSegment>,
    /// The two moments that say it best, milliseconds here and there; `None` for sound alone.
    pub moments: Option<[u64; 2]>,
    /// Where one recording is heard in both.
    pub sound: Vec<MediaSegment>,
    pub measures: Vec<Measure>,
}

/// A run of moments here and the same run there.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct MediaSegment {
    pub here_ms: [u64; 2],
    pub there_ms: [u64; 2],
    /// Seconds of there that pass in a second of here.
    pub speed: f32,
}

/// What was measured, beside the value from which on it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measure {
    /// "cells that agree", "PDQ distance", "differing bits of sound".
    pub name: String,
    pub value: f64,
    pub threshold: f64,
}

/// A rectangle in thousandths of a picture's width and height, from the top left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Region {
    pub left: u16,
    pub top: u16,
    pub width: u16,
    pub height: u16,
}

impl MediaLink {
    /// Whether the two count as one: by themselves only where that is certain, else once a person
    /// has ruled so.
    pub fn holds(&self) -> bool {
        self.accepted || self.likeness.grade == LikenessGrade::Certain
    }
}

impl Likeness {
    /// The same with here and there exchanged.
    pub fn reversed(&self) -> Self {
        let reversed =
            |segments: &[MediaSegment]| segments.iter().map(MediaSegment::reversed).collect();
        Self {
            // A mirror's turn is its own reverse.
            turn: if self.mirrored { self.turn } else { -self.turn },
            here: self.there,
            there: self.here,
            moments: self.moments.map(|[here, there]| [there, here]),
            segments: reversed(&self.segments),
            sound: reversed(&self.sound),
            measures: self.measures.clone(),
            ..*self
        }
    }
}

impl MediaSegment {
    fn reversed(&self) -> Self {
        Self {
            here_ms: self.there_ms,
            there_ms: self.here_ms,
            speed: 1.0 / self.speed,
        }
    }
}
