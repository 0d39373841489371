//! How much one child may use.

use std::time::Duration;

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    /// Address space: what a child maps, used or not.
    pub memory_bytes: u64,
    pub processor_s: u64,
    pub wall_s: u64,
    /// What it may print, on both of its outputs together.
    pub output_bytes: u64,
}

const GIB: u64 = 1 << 30;
/// Six hours: a longer film is read in pieces no one has asked for yet.
const LONGEST_FILM_S: u64 = 6 * 3600;

impl Limits {
    /// For one look at a file's head, or one picture.
    pub fn short() -> Self {
        Limits {
            memory_bytes: 3 * GIB,
            processor_s: 60,
            wall_s: 120,
            output_bytes: GIB,
        }
    }

    /// For a whole film or recording that says it lasts `duration_ms`: as long as playing it takes,
    /// and then some; a header's word is believed up to six hours.
    pub fn for_length(duration_ms: Option<u64>, output_bytes: u64) -> Self {
        let length_s = duration_ms.map_or(LONGEST_FILM_S, |ms| ms / 1000);
        let length_s = length_s.min(LONGEST_FILM_S);
        Limits {
            memory_bytes: 3 * GIB,
            processor_s: 120 + length_s,
            wall_s: 600 + 4 * length_s,
            output_bytes,
        }
    }

    /// For a look at a whole file that reads each byte a few times, of which a slow machine takes
    /// fifty million a second.
    pub(crate) fn for_hashing(bytes: u64) -> Self {
        let reading_s = bytes / 50_000_000;
        let short = Limits::short();
        Limits {
            processor_s: short.processor_s + reading_s,
            wall_s: short.wall_s + 4 * reading_s,
            output_bytes: 1 << 20,
            ..short
        }
    }

    /// For a command of the user's own on so much sound: models are large, and slow on a laptop.
    pub(crate) fn for_speech(duration_ms: u64) -> Self {
        let length_s = (duration_ms / 1000).min(LONGEST_FILM_S);
        Limits {
            memory_bytes: 64 * GIB,
            processor_s: 600 + 100 * length_s,
            wall_s: 600 + 20 * length_s,
            output_bytes: 64 << 20,
        }
    }

    pub(crate) fn wall(&self) -> Duration {
        Duration::from_secs(self.wall_s)
    }
}
