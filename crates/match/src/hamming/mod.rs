//! Exact search for hashes that differ in few bits, among many millions, and for all such pairs.
//!
//! Two 32-bit blocks of two hashes within the radius must be near, and of those one half nearer
//! still; hashes are listed by these halves (Norouzi, Punjani and Fleet, "Fast search in Hamming
//! space with multi-index hashing", 2012). Nothing is approximate: what is within the radius is
//! found. Keeps hashes alone, and knows nothing of what they were made from.

mod bytes;
mod flat;
mod fresh;
mod join;
mod reach;
mod shelf;

use std::ops::ControlFlow;

use bearings_model::PdqHash;

pub use bytes::IndexError;
use fresh::Fresh;
use reach::Reach;
use shelf::Shelf;

/// PDQ's own threshold: two hashes of 256 bits that differ in at most these are taken as near.
pub const PDQ_RADIUS: u32 = 31;

/// Hashes by number, in the order they came, and which of them are near to which.
///
/// Takes 112 bytes a hash (96 for one inserted since `settle`), and 4 MB besides.
#[derive(Debug)]
pub struct HammingIndex {
    reach: Reach,
    /// Sorted lists, for most hashes.
    shelves: Vec<Shelf>,
    /// Linked lists, for the latest ones: adding to them never moves what is there.
    fresh: Fresh,
}

/// A hash of the index that is near to the one asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Near {
    pub index: u32,
    pub distance: u32,
}

/// Two hashes of the index that are near to each other, the earlier first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Pair {
    pub earlier: u32,
    pub later: u32,
    pub distance: u32,
}

impl HammingIndex {
    /// An empty index for hashes that differ in at most `radius` bits.
    ///
    /// Made for radii up to 31. Up to 63 it grows slower, and beyond it compares every hash:
    /// exact all the same.
    pub fn new(radius: u32) -> Self {
        Self {
            reach: Reach::of(radius),
            shelves: Vec::new(),
            fresh: Fresh::default(),
        }
    }

    /// The index of many hashes at once, numbered as given.
    pub fn from_hashes(radius: u32, hashes: Vec<PdqHash>) -> Self {
        let mut index = Self::new(radius);
        index.shelve(hashes);
        index
    }

    pub fn radius(&self) -> u32 {
        self.reach.radius
    }

    pub fn len(&self) -> usize {
        self.shelved() + self.fresh.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The hashes in the order of their numbers.
    pub fn hashes(&self) -> impl Iterator<Item = PdqHash> + '_ {
        let shelved = self.shelves.iter().flat_map(|shelf| shelf.hashes());
        shelved.copied().chain(self.fresh.hashes())
    }

    /// Adds a hash and gives its number. Takes microseconds however many there are.
    pub fn insert(&mut self, hash: PdqHash) -> u32 {
        let index = u32::try_from(self.len()).expect("an index holds less than 2^32 hashes");
        self.fresh.insert(hash);
        index
    }

    /// Sorts the latest hashes in with the others, which makes searching faster. Takes about as
    /// long as building anew: for when nobody waits. Never needed for a right result.
    pub fn settle(&mut self) {
        if self.fresh.len() == 0 {
            return;
        }
        let mut hashes = match self.shelves.pop() {
            Some(last) => last.into_hashes(),
            None => Vec::new(),
        };
        hashes.extend(std::mem::take(&mut self.fresh).hashes());
        self.shelve(hashes);
    }

    /// Every hash within the radius of this one, in the order of their numbers.
    pub fn within(&self, hash: &PdqHash) -> Vec<Near> {
        let mut found = Vec::new();
        let mut first = 0;
        for shelf in &self.shelves {
            shelf.within(self.reach, hash, first, &mut found);
            first += shelf.len() as u32;
        }
        self.fresh.within(self.reach, hash, first, &mut found);
        found.sort_unstable();
        found
    }

    /// Shows every pair within the radius once, in an order that is the same every time, until
    /// told to stop. Needs no memory beyond the index, however many pairs there are.
    pub fn all_pairs<B>(&self, visit: impl FnMut(Pair) -> ControlFlow<B>) -> ControlFlow<B> {
        join::all_pairs(self, visit)
    }

    fn shelved(&self) -> usize {
        self.shelves.iter().map(Shelf::len).sum()
    }

    fn shelve(&mut self, mut hashes: Vec<PdqHash>) {
        while hashes.len() > Shelf::MOST {
            let rest = hashes.split_off(Shelf::MOST);
            self.shelves.push(Shelf::of(hashes));
            hashes = rest;
        }
        if !hashes.is_empty() {
            self.shelves.push(Shelf::of(hashes));
        }
    }
}

#[cfg(test)]
mod tests;
