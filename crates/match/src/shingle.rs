//! Runs of five words, hashed, with where they stand.

use std::collections::BTreeSet;

use bearings_model::Span;

/// Broder 1997 uses runs of 4 to 10 words; five is short enough to survive light edits.
pub(crate) const SHINGLE_WORDS: usize = 5;

#[derive(Debug)]
pub(crate) struct Shingles {
    /// Each run of words: its hash, and the bytes it covers.
    pub runs: Vec<(u64, Span)>,
}

impl Shingles {
    pub fn of(text: &str) -> Self {
        let words = words(text);
        let runs = words
            .windows(SHINGLE_WORDS)
            .map(|window| {
                let hash = window
                    .iter()
                    .fold(OFFSET, |hash, (word, _)| mix(hash, *word));
                let last = window[SHINGLE_WORDS - 1].1;
                (hash, Span::new(window[0].1.start, last.end))
            })
            .collect();
        Self { runs }
    }

    pub fn distinct(&self) -> impl Iterator<Item = u64> {
        self.runs
            .iter()
            .map(|(hash, _)| *hash)
            .collect::<BTreeSet<_>>()
            .into_iter()
    }
}

const OFFSET: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

fn mix(hash: u64, word: u64) -> u64 {
    (hash ^ word).wrapping_mul(PRIME).rotate_left(23)
}

/// Words as hashes of their lower-case letters and digits (FNV-1a), so that case, quotation marks
/// and punctuation do not hide a copy.
fn words(text: &str) -> Vec<(u64, Span)> {
    let mut found = Vec::new();
    let mut start = None;
    let mut hash = OFFSET;
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if c.is_alphanumeric() {
            start.get_or_insert(at);
            for lower in c.to_lowercase() {
                hash = (hash ^ u64::from(u32::from(lower))).wrapping_mul(PRIME);
            }
        } else if let Some(begin) = start.take() {
            found.push((hash, Span::new(begin, at)));
            hash = OFFSET;
        }
    }
    found
}
