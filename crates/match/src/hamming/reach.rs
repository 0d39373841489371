//! How near parts of two hashes must be if the hashes are within a radius.
//!
//! A hash is eight blocks of 32 bits, each two words of 16. Of eight blocks that differ in at most
//! `radius` bits together, one differs in at most an eighth of it; of its two words, one differs
//! in at most half of that, and either the first does or the second differs in less.

use bearings_model::PdqHash;

/// Words of a hash, and so lists that each hash stands in.
pub const WORDS: usize = 16;

/// Beyond this radius lists by words would hold most of the hashes.
const MOST_LISTED: u32 = 63;

#[derive(Clone, Copy, Debug)]
pub struct Reach {
    pub radius: u32,
    /// The bits in which the nearest block may differ.
    pub block: u32,
    /// Whether lists by words help at all.
    pub listed: bool,
}

impl Reach {
    pub fn of(radius: u32) -> Self {
        Self {
            radius,
            block: radius / 8,
            listed: radius <= MOST_LISTED,
        }
    }

    /// The bits in which this word of the nearest block may differ; `None` if the block's other
    /// word finds all.
    pub fn word(self, word: usize) -> Option<u32> {
        if word.is_multiple_of(2) {
            Some(self.block / 2)
        } else {
            Some(self.block.checked_sub(1)? / 2)
        }
    }

    /// What to change a word by to come to each word near enough, itself first.
    pub fn steps(self, word: usize) -> Vec<u16> {
        let Some(most) = self.word(word) else {
            return Vec::new();
        };
        let mut steps = vec![0u16];
        let mut begin = 0;
        for _ in 0..most {
            let end = steps.len();
            for at in begin..end {
                let step = steps[at];
                let higher = (0..16).filter(|bit| u32::from(step) >> bit == 0);
                let longer: Vec<u16> = higher.map(|bit| step | 1 << bit).collect();
                steps.extend(longer);
            }
            begin = end;
        }
        steps
    }

    /// How far apart two hashes are, if that is within the radius and this word is the first that
    /// finds it: a pair is near in several words, and is told once.
    #[inline(always)]
    pub fn first_found(self, word: usize, a: &PdqHash, b: &PdqHash) -> Option<u32> {
        let distance = a.distance(*b);
        (distance <= self.radius && self.first_word(a, b) == word).then_some(distance)
    }

    #[inline(always)]
    fn first_word(self, a: &PdqHash, b: &PdqHash) -> usize {
        for (long, (a, b)) in a.0.iter().zip(b.0).enumerate() {
            let differ = a ^ b;
            for (half, differ) in [(differ >> 32) as u32, differ as u32]
                .into_iter()
                .enumerate()
            {
                if differ.count_ones() <= self.block {
                    let first = (differ >> 16).count_ones() <= self.block / 2;
                    return long * 4 + half * 2 + usize::from(!first);
                }
            }
        }
        WORDS
    }
}

/// A word of a hash, the one written first being 0.
#[inline(always)]
pub fn word(hash: &PdqHash, word: usize) -> u16 {
    (hash.0[word / 4] >> (48 - word % 4 * 16)) as u16
}

/// The other word of a word's block.
#[inline(always)]
pub fn sibling(word: usize) -> usize {
    word ^ 1
}
