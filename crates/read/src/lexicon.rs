//! Tables of words and phrases, found by their first word.
//!
//! A table says what a word can mean; never what to do about it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::text::Text;

/// Phrases in lower case, words parted by single spaces, each with its meaning.
#[derive(Debug)]
pub(crate) struct Phrases<V: 'static> {
    by_first: HashMap<&'static str, Vec<Entry<V>>, BuildHasherDefault<WordHasher>>,
}

#[derive(Debug)]
struct Entry<V> {
    /// The words after the first.
    rest: Vec<&'static str>,
    value: V,
}

/// A phrase found at a token: how many tokens it takes and what it means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'v, V> {
    pub tokens: usize,
    pub value: &'v V,
}

impl<V> Phrases<V> {
    pub fn new(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let mut by_first: HashMap<_, Vec<Entry<V>>, _> = HashMap::default();
        for (phrase, value) in entries {
            let mut words = phrase.split(' ');
            let first = words.next().unwrap_or_default();
            by_first.entry(first).or_default().push(Entry {
                rest: words.collect(),
                value,
            });
        }
        for entries in by_first.values_mut() {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that begins at token `at` and ends before token `limit`.
    pub fn at(&self, text: &Text, at: usize, limit: usize) -> Option<Found<'_, V>> {
        if at >= limit {
            return None;
        }
        self.by_first.get(text.word(at))?.iter().find_map(|entry| {
            let fits = at + 1 + entry.rest.len() <= limit;
            let same = || {
                entry
                    .rest
                    .iter()
                    .zip(at + 1..)
                    .all(|(word, i)| text.word(i) == *word)
            };
            (fits && same()).then(|| Found {
                tokens: 1 + entry.rest.len(),
                value: &entry.value,
            })
        })
    }

    /// The meaning of one lower-case word, whatever follows it.
    pub fn word(&self, word: &str) -> Option<&V> {
        let entries = self.by_first.get(word)?;
        entries
            .iter()
            .find(|entry| entry.rest.is_empty())
            .map(|entry| &entry.value)
    }

    /// Where the first phrase of a token range stands.
    pub fn find(
        &self,
        text: &Text,
        range: std::ops::Range<usize>,
    ) -> Option<(usize, Found<'_, V>)> {
        range
            .clone()
            .find_map(|at| Some((at, self.at(text, at, range.end)?)))
    }
}

/// Multiply-and-rotate hashing of short words (the scheme of Firefox's FxHash): the tables are
/// fixed, so an attacker gains nothing from collisions.
#[derive(Default)]
pub(crate) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            let mixed = self.0.rotate_left(5) ^ u64::from_le_bytes(word);
            self.0 = mixed.wrapping_mul(0x517c_c1b7_2722_0a95);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

/// Declares a lazily built table: `phrases! { static CUES: Cue = [("said", Cue::Say), …] }`.
macro_rules! phrases {
    ($(#[$doc:meta])* $vis:vis static $name:ident: $value:ty = [$($entry:expr),* $(,)?];) => {
        $(#[$doc])*
        $vis static $name: std::sync::LazyLock<$crate::lexicon::Phrases<$value>> =
            std::sync::LazyLock::new(|| $crate::lexicon::Phrases::new([$($entry),*]));
    };
    ($(#[$doc:meta])* $vis:vis static $name:ident: $value:ty = { $($meaning:expr => $words:expr),* $(,)? };) => {
        $(#[$doc])*
        $vis static $name: std::sync::LazyLock<$crate::lexicon::Phrases<$value>> =
            std::sync::LazyLock::new(|| {
                let groups: Vec<($value, &'static str)> = vec![$(($meaning, $words)),*];
                $crate::lexicon::Phrases::new(groups.into_iter().flat_map(|(meaning, words)| {
                    words.split(',').map(str::trim).filter(|w| !w.is_empty())
                        .map(move |word| (word, meaning.clone())).collect::<Vec<_>>()
                }))
            });
    };
}
pub(crate) use phrases;
