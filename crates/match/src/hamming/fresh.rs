//! The hashes added last: each linked to the one before it with the same word, sixteen times.
//!
//! Adding one writes a record and sixteen heads, and never moves or sorts anything: there is no
//! pause, whatever the hashes are.

use bearings_model::PdqHash;
use fearless_simd::{Level, dispatch};

use super::Near;
use super::reach::{Reach, WORDS, word};

/// Records that are allocated at once; what is full stays where it is.
const SHEET: usize = 4096;

/// Values a word can have.
const VALUES: usize = 1 << 16;

#[derive(Debug, Default)]
pub struct Fresh {
    sheets: Vec<Vec<Record>>,
    /// For each word and value the latest record, counted from 1; 0 for none.
    heads: Vec<u32>,
}

#[derive(Debug)]
struct Record {
    hash: PdqHash,
    /// For each word the record before with the same value, counted from 1.
    before: [u32; WORDS],
}

impl Fresh {
    pub fn len(&self) -> usize {
        let full = self.sheets.len().saturating_sub(1) * SHEET;
        full + self.sheets.last().map_or(0, Vec::len)
    }

    pub fn hashes(&self) -> impl Iterator<Item = PdqHash> + '_ {
        self.sheets.iter().flatten().map(|record| record.hash)
    }

    pub fn insert(&mut self, hash: PdqHash) {
        if self.heads.is_empty() {
            self.heads = vec![0; WORDS * VALUES];
        }
        let number = self.len() as u32 + 1;
        let before = std::array::from_fn(|at| {
            let head = &mut self.heads[head(at, word(&hash, at))];
            std::mem::replace(head, number)
        });
        if self.sheets.last().is_none_or(|sheet| sheet.len() == SHEET) {
            self.sheets.push(Vec::with_capacity(SHEET));
        }
        let sheet = self
            .sheets
            .last_mut()
            .expect("one was added if none had room");
        sheet.push(Record { hash, before });
    }

    /// Adds what is near to `found`, numbers counted from `first`.
    pub fn within(&self, reach: Reach, hash: &PdqHash, first: u32, found: &mut Vec<Near>) {
        if self.sheets.is_empty() {
            return;
        }
        if reach.listed {
            dispatch!(Level::new(), _ => self.listed(reach, hash, first, found));
            return;
        }
        for (index, other) in (first..).zip(self.hashes()) {
            let distance = hash.distance(other);
            if distance <= reach.radius {
                found.push(Near { index, distance });
            }
        }
    }

    #[inline(always)]
    fn listed(&self, reach: Reach, hash: &PdqHash, first: u32, found: &mut Vec<Near>) {
        let mut chains: Vec<u32> = Vec::new();
        for at in 0..WORDS {
            let value = word(hash, at);
            let steps = reach.steps(at).into_iter();
            chains.extend(steps.map(|step| self.heads[head(at, value ^ step)]));
            chains.retain(|record| *record != 0);
            // All chains of a word are walked abreast: each step waits for memory.
            while !chains.is_empty() {
                for chain in &mut chains {
                    let number = *chain - 1;
                    let record = self.record(number);
                    *chain = record.before[at];
                    if let Some(distance) = reach.first_found(at, hash, &record.hash) {
                        let index = first + number;
                        found.push(Near { index, distance });
                    }
                }
                chains.retain(|record| *record != 0);
            }
        }
    }

    #[inline(always)]
    fn record(&self, number: u32) -> &Record {
        &self.sheets[number as usize / SHEET][number as usize % SHEET]
    }
}

#[inline(always)]
fn head(at: usize, value: u16) -> usize {
    at * VALUES + usize::from(value)
}
