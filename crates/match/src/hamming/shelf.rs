//! Hashes that stay: sixteen lists of all of them, each sorted by one word.
//!
//! A list holds the word's sibling beside the hash's number, so that most hashes are ruled out
//! without a look at them, many at a time.

use bearings_model::PdqHash;
use fearless_simd::{Level, Simd, SimdBase, SimdInt, SimdMask, dispatch};

use super::Near;
use super::flat;
use super::join::Hits;
use super::reach::{Reach, WORDS, sibling, word};

/// Values a word can have.
const VALUES: usize = 1 << 16;

/// Words past the end of a list, so that the last ones are read with as many as fit a register.
const PADDING: usize = 32;

#[derive(Debug)]
pub struct Shelf {
    hashes: Vec<PdqHash>,
    lists: Vec<List>,
}

/// All hashes sorted by one word, and by number where it is the same.
#[derive(Debug)]
pub struct List {
    /// Where each value of the word begins, and the end of all.
    starts: Vec<u32>,
    siblings: Vec<u16>,
    /// Numbers of hashes, in 24 bits.
    low: Vec<u16>,
    high: Vec<u8>,
}

impl Shelf {
    /// Numbers have 24 bits.
    pub const MOST: usize = 1 << 24;

    pub fn of(hashes: Vec<PdqHash>) -> Self {
        debug_assert!(hashes.len() <= Self::MOST);
        let lists = (0..WORDS).map(|word| List::of(&hashes, word)).collect();
        Self { hashes, lists }
    }

    pub fn len(&self) -> usize {
        self.hashes.len()
    }

    pub fn hashes(&self) -> &[PdqHash] {
        &self.hashes
    }

    pub fn list(&self, word: usize) -> &List {
        &self.lists[word]
    }

    pub fn into_hashes(self) -> Vec<PdqHash> {
        self.hashes
    }

    /// Adds what is near to `found`, this shelf's numbers counted from `first`.
    pub fn within(&self, reach: Reach, hash: &PdqHash, first: u32, found: &mut Vec<Near>) {
        if reach.listed {
            dispatch!(Level::new(), simd => self.listed(simd, reach, hash, first, found));
        } else {
            flat::within(&self.hashes, reach.radius, hash, first, found);
        }
    }

    #[inline(always)]
    fn listed<S: Simd>(
        &self,
        simd: S,
        reach: Reach,
        hash: &PdqHash,
        first: u32,
        found: &mut Vec<Near>,
    ) {
        let mut places = Vec::new();
        for (at, list) in self.lists.iter().enumerate() {
            let (value, other) = (word(hash, at), word(hash, sibling(at)));
            places.clear();
            for step in reach.steps(at) {
                let limit = reach.block - step.count_ones();
                let (start, end) = list.range(value ^ step);
                list.near(simd, other, (start, end), limit, |place| places.push(place));
            }
            for place in &places {
                let index = list.number(*place);
                if let Some(distance) = reach.first_found(at, hash, &self.hashes[index]) {
                    let index = first + index as u32;
                    found.push(Near { index, distance });
                }
            }
        }
    }
}

impl List {
    fn of(hashes: &[PdqHash], at: usize) -> Self {
        let mut starts = vec![0u32; VALUES + 1];
        for hash in hashes {
            starts[usize::from(word(hash, at)) + 1] += 1;
        }
        for value in 0..VALUES {
            starts[value + 1] += starts[value];
        }
        let mut siblings = vec![0; hashes.len() + PADDING];
        let mut low = vec![0; hashes.len()];
        let mut high = vec![0; hashes.len()];
        let mut next = starts.clone();
        for (number, hash) in hashes.iter().enumerate() {
            let next = &mut next[usize::from(word(hash, at))];
            let place = *next as usize;
            *next += 1;
            siblings[place] = word(hash, sibling(at));
            low[place] = number as u16;
            high[place] = (number >> 16) as u8;
        }
        Self {
            starts,
            siblings,
            low,
            high,
        }
    }

    /// The places of the hashes with this value of the word.
    #[inline(always)]
    pub fn range(&self, value: u16) -> (usize, usize) {
        let value = usize::from(value);
        (self.starts[value] as usize, self.starts[value + 1] as usize)
    }

    /// The number of the hash at a place.
    #[inline(always)]
    pub fn number(&self, place: usize) -> usize {
        usize::from(self.low[place]) | usize::from(self.high[place]) << 16
    }

    /// Calls `hit` with each place of the range whose sibling differs in at most `limit` bits.
    #[inline(always)]
    pub fn near<S: Simd>(
        &self,
        simd: S,
        other: u16,
        (start, end): (usize, usize),
        limit: u32,
        mut hit: impl FnMut(usize),
    ) {
        let lanes = S::u16s::LEN;
        let (wanted, limit) = (
            S::u16s::splat(simd, other),
            S::u16s::splat(simd, limit as u16),
        );
        for place in (start..end).step_by(lanes) {
            let siblings = S::u16s::from_slice(simd, &self.siblings[place..place + lanes]);
            let mut hits = (siblings ^ wanted).count_ones().simd_le(limit).to_bitmask();
            if end - place < lanes {
                hits &= (1 << (end - place)) - 1;
            }
            while hits != 0 {
                hit(place + hits.trailing_zeros() as usize);
                hits &= hits - 1;
            }
        }
    }

    /// Keeps, for each of some places of this list, which of a register's places of the other
    /// list from `start` have a sibling that differs from its own in at most `limit` bits.
    #[inline(always)]
    pub fn near_pairs<S: Simd>(
        &self,
        simd: S,
        places: (usize, usize),
        other: &List,
        (start, end): (usize, usize),
        limit: u32,
        hits: &mut Hits,
    ) {
        let lanes = S::u16s::LEN;
        let limit = S::u16s::splat(simd, limit as u16);
        let siblings = S::u16s::from_slice(simd, &other.siblings[start..start + lanes]);
        let within = u64::MAX >> (64 - lanes.min(end - start));
        for (place, sibling) in (places.0..).zip(&self.siblings[places.0..places.1]) {
            let differ = siblings ^ S::u16s::splat(simd, *sibling);
            let near = differ.count_ones().simd_le(limit).to_bitmask();
            hits.keep(place, start, near & within);
        }
    }
}
