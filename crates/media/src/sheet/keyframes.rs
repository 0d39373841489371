//! The frames of a film that a person looks at first: chosen while it passes, never more than asked
//! for, made small at once.

use super::{MOST_TILES, TILE, reduced};
use crate::Frame;

/// A small frame.
#[derive(Clone, PartialEq, Eq)]
pub struct Keyframe {
    pub at_ms: u64,
    /// A shot begins here.
    pub cut: bool,
    pub width: u32,
    pub height: u32,
    pub rgb: Vec<u8>,
}

impl std::fmt::Debug for Keyframe {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "Keyframe({} ms, {} x {})",
            self.at_ms, self.width, self.height
        )
    }
}

/// Collects them.
#[derive(Debug)]
pub struct Keyframes {
    kept: Vec<Keyframe>,
    most: usize,
}

/// A shot's first frame is worth as much as a frame that stands alone for so many times longer.
const CUT_WORTH: u64 = 4;

impl Default for Keyframes {
    fn default() -> Self {
        Keyframes::at_most(MOST_TILES)
    }
}

impl Keyframes {
    pub fn at_most(most: usize) -> Self {
        Keyframes {
            kept: Vec::new(),
            most: most.max(1),
        }
    }

    /// Looks at the next frame. When there are too many, the one goes whose neighbours stand
    /// closest together; the first always stays.
    pub fn see(&mut self, frame: &Frame<'_>) {
        self.kept.push(Keyframe {
            at_ms: frame.at_ms,
            cut: frame.cut,
            width: 0,
            height: 0,
            rgb: Vec::new(),
        });
        let last = self.kept.len() - 1;
        if last == self.most {
            let least = (1..=last).min_by_key(|&n| self.worth(n)).unwrap_or(last);
            self.kept.remove(least);
            if least == last {
                return;
            }
        }
        // Only now: of a long film most frames go at once.
        let small = reduced(frame.width, frame.height, frame.rgb, TILE);
        match (small, self.kept.last_mut()) {
            (Some(small), Some(kept)) => {
                (kept.width, kept.height) = small.dimensions();
                kept.rgb = small.into_raw();
            }
            _ => drop(self.kept.pop()),
        }
    }

    /// In the film's order.
    pub fn finish(self) -> Vec<Keyframe> {
        self.kept
    }

    /// The time that would be left without a frame; at the film's end, twice the time before it.
    fn worth(&self, n: usize) -> u64 {
        let frame = &self.kept[n];
        let before = frame.at_ms.saturating_sub(self.kept[n - 1].at_ms);
        let after = self
            .kept
            .get(n + 1)
            .map_or(before, |next| next.at_ms.saturating_sub(frame.at_ms));
        let alone = before.saturating_add(after);
        if frame.cut {
            alone.saturating_mul(CUT_WORTH)
        } else {
            alone
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(frames: impl Iterator<Item = (u64, bool)>) -> Vec<(u64, bool)> {
        let mut keyframes = Keyframes::at_most(8);
        let rgb = [7; 12];
        for (at_ms, cut) in frames {
            let change = 0.0;
            keyframes.see(&Frame {
                at_ms,
                width: 2,
                height: 2,
                rgb: &rgb,
                change,
                cut,
            });
        }
        keyframes
            .finish()
            .iter()
            .map(|kept| (kept.at_ms, kept.cut))
            .collect()
    }

    #[test]
    fn a_short_film_keeps_every_frame() {
        let all: Vec<(u64, bool)> = (0..5).map(|n| (n * 1000, false)).collect();
        assert_eq!(chosen(all.iter().copied()), all);
    }

    #[test]
    fn a_long_film_keeps_as_many_as_asked_spread_over_all_of_it() {
        let kept = chosen((0..3600).map(|n| (n * 1000, false)));
        assert_eq!(kept.len(), 8);
        assert_eq!(kept[0].0, 0);
        assert!(
            kept.windows(2).all(|two| two[1].0 - two[0].0 < 1_500_000),
            "{kept:?}"
        );
    }

    #[test]
    fn where_a_shot_begins_is_kept_before_what_merely_goes_on() {
        let kept = chosen((0..60).map(|n| (n * 1000, n % 20 == 7)));
        for cut in [7000, 27_000, 47_000] {
            assert!(kept.contains(&(cut, true)), "{kept:?}");
        }
    }
}
