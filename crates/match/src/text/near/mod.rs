//! Near-duplicates among many texts: MinHash with banding proposes, exact sets decide.
//!
//! What is found has at least the resemblance asked for; of what has it, the bands miss less than
//! one pair in two hundred at the threshold itself, and fewer above. Merges nothing.

mod bands;
mod sketch;

use std::collections::HashMap;

use bands::{Bands, Chains};
use sketch::BINS;

use super::words::runs_of;

/// Two texts, by the order in which they were added, that resemble each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NearPair {
    pub first: usize,
    pub second: usize,
    /// Share of the runs of five words of both that they have in common (Jaccard).
    pub resemblance: f64,
}

/// A text that was added before, and how much it resembles the one asked about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Near {
    pub text: usize,
    pub resemblance: f64,
}

/// The texts seen so far, each as its runs of five words (four bytes a run) and its band keys.
///
/// Runs are kept as 32 bits of their hash: two texts of 10,000 words share a run by chance once in
/// forty pairs of texts.
#[derive(Debug)]
pub struct NearDuplicates {
    threshold: f64,
    bands: Bands,
    runs: Vec<u32>,
    /// Where each text's runs end.
    ends: Vec<u64>,
    /// Band keys, as many for each text.
    keys: Vec<u32>,
    chains: Chains,
    scratch: Vec<u64>,
}

impl NearDuplicates {
    /// `threshold` is the least resemblance to be found, held between .3 and 1.
    pub fn new(threshold: f64) -> Self {
        let threshold = threshold.clamp(0.3, 1.0);
        Self {
            threshold,
            bands: Bands::for_threshold(threshold, BINS),
            runs: Vec::new(),
            ends: Vec::new(),
            keys: Vec::new(),
            chains: Chains::default(),
            scratch: Vec::new(),
        }
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Adds a text and gives its number. A text of fewer than five words resembles nothing.
    pub fn add(&mut self, text: &str) -> usize {
        let mut scratch = std::mem::take(&mut self.scratch);
        runs_of(text, &mut scratch);
        self.keys.extend(self.bands.keys(&scratch));
        self.runs.extend(scratch.iter().map(|run| short(*run)));
        self.ends.push(self.runs.len() as u64);
        self.scratch = scratch;
        self.len() - 1
    }

    /// The texts added that resemble this one, the most alike first.
    ///
    /// The first question after texts were added takes them into the index.
    pub fn near(&mut self, text: &str) -> Vec<Near> {
        self.chains.catch_up(&self.keys, self.bands.count);
        let mut scratch = Vec::new();
        runs_of(text, &mut scratch);
        let keys: Vec<u32> = self.bands.keys(&scratch).collect();
        if scratch.is_empty() {
            return Vec::new();
        }
        let asked = distinct(scratch.into_iter().map(short).collect());
        let mut found: Vec<Near> = self
            .chains
            .holders(&keys, &self.keys)
            .into_iter()
            .filter_map(|text| {
                let resemblance = resemblance(&asked, &self.set(text));
                (resemblance >= self.threshold).then_some(Near { text, resemblance })
            })
            .collect();
        found.sort_by(|x, y| {
            y.resemblance
                .total_cmp(&x.resemblance)
                .then(x.text.cmp(&y.text))
        });
        found
    }

    /// Every pair that resembles each other, in order.
    ///
    /// Texts with the same runs throughout are twins: each is paired with the first of them alone,
    /// and only the first with others, so that a thousand reprints are a thousand pairs, not half
    /// a million.
    pub fn pairs(&self) -> Vec<NearPair> {
        let (firsts, mut pairs) = self.twins();
        let mut known: Option<(usize, Vec<u32>)> = None;
        for candidate in self.bands.candidates(&firsts, &self.keys) {
            let (first, second) = (
                (candidate >> 32) as usize,
                (candidate & 0xffff_ffff) as usize,
            );
            if known.as_ref().is_none_or(|(text, _)| *text != first) {
                known = Some((first, self.set(first)));
            }
            let resemblance = known
                .as_ref()
                .map_or(0.0, |(_, set)| resemblance(set, &self.set(second)));
            if resemblance >= self.threshold {
                pairs.push(NearPair {
                    first,
                    second,
                    resemblance,
                });
            }
        }
        pairs.sort_by_key(|pair| (pair.first, pair.second));
        pairs
    }

    /// The texts that are no later twin, and the pairs of those that are.
    fn twins(&self) -> (Vec<u32>, Vec<NearPair>) {
        let mut firsts = Vec::with_capacity(self.len());
        let mut pairs = Vec::new();
        let mut seen: HashMap<u64, Vec<usize>> = HashMap::new();
        let alike = self.bands.alike(&self.keys);
        for (text, alike) in alike.into_iter().enumerate() {
            if self.raw(text).is_empty() {
                continue;
            }
            let twin = alike.and_then(|key| {
                let set = self.set(text);
                let others = seen.entry(key).or_default();
                let twin = others.iter().copied().find(|other| self.set(*other) == set);
                if twin.is_none() {
                    others.push(text);
                }
                twin
            });
            match twin {
                Some(first) => pairs.push(NearPair {
                    first,
                    second: text,
                    resemblance: 1.0,
                }),
                None => firsts.push(text as u32),
            }
        }
        (firsts, pairs)
    }

    /// A text's runs in order, repeats included.
    fn raw(&self, text: usize) -> &[u32] {
        let start = text.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.runs[start as usize..self.ends[text] as usize]
    }

    fn set(&self, text: usize) -> Vec<u32> {
        distinct(self.raw(text).to_vec())
    }
}

/// The half of a run's hash that is kept; the sketch looks at the other bits too.
fn short(run: u64) -> u32 {
    run as u32
}

fn distinct(mut runs: Vec<u32>) -> Vec<u32> {
    runs.sort_unstable();
    runs.dedup();
    runs
}

/// Jaccard of two sorted sets.
fn resemblance(a: &[u32], b: &[u32]) -> f64 {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        let (x, y) = (a[i], b[j]);
        common += usize::from(x == y);
        i += usize::from(x <= y);
        j += usize::from(y <= x);
    }
    let union = a.len() + b.len() - common;
    if union == 0 {
        0.0
    } else {
        common as f64 / union as f64
    }
}

#[cfg(test)]
mod tests;
