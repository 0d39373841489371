//! Bands: texts that agree in all rows of any band are worth comparing.

use super::sketch::{BINS, Sketch, fill};
use crate::text::words::mix;

/// At the threshold itself the bands may miss this share of pairs; above it they miss fewer.
const MISSED: f64 = 0.005;

/// How a sketch is cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Bands {
    pub count: usize,
    rows: usize,
}

impl Bands {
    /// As many rows a band as the threshold allows: each more lets fewer strangers through
    /// (Leskovec, Rajaraman and Ullman, Mining of Massive Datasets, 3.4).
    pub fn for_threshold(threshold: f64, bins: usize) -> Self {
        let rows = (1..=bins / 4).rev().find(|rows| {
            let agree = threshold.powi(*rows as i32);
            (1.0 - agree).powi((bins / rows) as i32) <= MISSED
        });
        let rows = rows.unwrap_or(1);
        Self {
            count: bins / rows,
            rows,
        }
    }

    /// A text's band keys, `count` of them; zeros for a text without runs.
    pub fn keys(&self, runs: &[u64]) -> impl Iterator<Item = u32> + use<> {
        let mut sketch: Sketch = [0; BINS];
        let filled = fill(runs, &mut sketch);
        let Self { count, rows } = *self;
        (0..count).map(move |band| {
            let bins = &sketch[band * rows..(band + 1) * rows];
            let hash = bins
                .iter()
                .fold(band as u64, |hash, value| mix(hash, *value));
            if filled { (hash >> 32) as u32 } else { 0 }
        })
    }

    /// Pairs of `texts` with a common key, each once, the smaller number in the upper half.
    pub fn candidates(&self, texts: &[u32], keys: &[u32]) -> Vec<u64> {
        let mut pairs = Vec::new();
        let mut held: Vec<u64> = Vec::with_capacity(texts.len());
        for band in 0..self.count {
            held.clear();
            held.extend(texts.iter().map(|text| {
                let key = keys[*text as usize * self.count + band];
                u64::from(key) << 32 | u64::from(*text)
            }));
            held.sort_unstable();
            for group in held.chunk_by(|x, y| x >> 32 == y >> 32) {
                for (place, first) in group.iter().enumerate() {
                    let others = &group[place + 1..];
                    pairs.extend(
                        others
                            .iter()
                            .map(|second| first << 32 | second & 0xffff_ffff),
                    );
                }
            }
        }
        pairs.sort_unstable();
        pairs.dedup();
        pairs
    }

    /// For each text a hash of all its keys where another text has the same: they may be twins.
    pub fn alike(&self, keys: &[u32]) -> Vec<Option<u64>> {
        let all: Vec<u64> = keys
            .chunks_exact(self.count)
            .map(|keys| keys.iter().fold(0, |hash, key| mix(hash, u64::from(*key))))
            .collect();
        let mut sorted = all.clone();
        sorted.sort_unstable();
        let mut repeated: Vec<u64> = Vec::new();
        for group in sorted
            .chunk_by(|x, y| x == y)
            .filter(|group| group.len() > 1)
        {
            repeated.push(group[0]);
        }
        let alike = all.into_iter();
        alike
            .map(|hash| repeated.binary_search(&hash).is_ok().then_some(hash))
            .collect()
    }
}

/// Texts by band key: one table of chains, four bytes a band and text and as much for the table.
#[derive(Debug, Default)]
pub(super) struct Chains {
    /// The latest place of a slot, plus one.
    heads: Vec<u32>,
    /// The place before it in the same slot, plus one. A place is text times bands plus band.
    before: Vec<u32>,
}

impl Chains {
    /// Takes in the keys that came since the last time.
    pub fn catch_up(&mut self, keys: &[u32], bands: usize) {
        if keys.len() > self.heads.len() {
            let slots = keys.len().next_power_of_two().max(1024);
            self.heads = vec![0; slots];
            self.before.clear();
        }
        for (place, key) in keys.iter().enumerate().skip(self.before.len()) {
            let slot = slot(*key, place % bands, self.heads.len());
            self.before.push(self.heads[slot]);
            self.heads[slot] = place as u32 + 1;
        }
    }

    /// The texts that share a key with the one asked about, in order.
    pub fn holders(&self, asked: &[u32], keys: &[u32]) -> Vec<usize> {
        let mut texts = Vec::new();
        for (band, key) in asked.iter().enumerate() {
            if self.heads.is_empty() {
                break;
            }
            let mut next = self.heads[slot(*key, band, self.heads.len())];
            while let Some(place) = next.checked_sub(1) {
                let place = place as usize;
                if keys[place] == *key && place % asked.len() == band {
                    texts.push(place / asked.len());
                }
                next = self.before[place];
            }
        }
        texts.sort_unstable();
        texts.dedup();
        texts
    }
}

fn slot(key: u32, band: usize, slots: usize) -> usize {
    mix(u64::from(key), band as u64) as usize & (slots - 1)
}
