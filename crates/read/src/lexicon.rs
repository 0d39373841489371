//! Tables of words and phrases, found by their first word.
//!
//! A table says what a word can mean; never what to do about it. A word written with `*` stands
//! for every word that begins so: inflected languages have many endings and one stem.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use crate::text::Text;

/// Phrases in lower case, words parted by single spaces, each with its meaning.
#[derive(Debug)]
pub(crate) struct Phrases<V: 'static> {
    by_first: Firsts<V>,
    /// Phrases whose first word is a stem, by the stem's first [`STEM_LETTERS`].
    by_stem: Firsts<V>,
    /// A bit for each first word's hash: most words of a text begin nothing, and one look tells.
    filter: [u64; FILTER_WORDS],
    has_stems: bool,
}

type Firsts<V> = HashMap<&'static str, Vec<Entry<V>>, BuildHasherDefault<WordHasher>>;

/// 4096 bits hold the largest table (200 words) with one false look in twenty.
const FILTER_WORDS: usize = 64;

/// No stem is shorter: two letters begin too many words.
const STEM_LETTERS: usize = 3;

#[derive(Debug)]
struct Entry<V> {
    first: Pattern,
    /// The words after the first.
    rest: Vec<Pattern>,
    value: V,
}

/// One word of a phrase: itself, or the beginning of a longer one.
#[derive(Clone, Copy, Debug)]
enum Pattern {
    Word(&'static str),
    Stem(&'static str),
}

impl Pattern {
    fn of(word: &'static str) -> Self {
        word.strip_suffix('*')
            .map_or(Pattern::Word(word), Pattern::Stem)
    }

    fn fits(self, word: &str) -> bool {
        match self {
            Pattern::Word(own) => own == word,
            Pattern::Stem(stem) => word.starts_with(stem),
        }
    }
}

/// A phrase found at a token: how many tokens it takes and what it means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found<'v, V> {
    pub tokens: usize,
    pub value: &'v V,
}

impl<V> Phrases<V> {
    pub fn new(entries: impl IntoIterator<Item = (&'static str, V)>) -> Self {
        let mut table = Self {
            by_first: HashMap::default(),
            by_stem: HashMap::default(),
            filter: [0; FILTER_WORDS],
            has_stems: false,
        };
        for (phrase, value) in entries {
            table.put(phrase, value);
        }
        for entries in table
            .by_first
            .values_mut()
            .chain(table.by_stem.values_mut())
        {
            entries.sort_by_key(|entry| std::cmp::Reverse(entry.rest.len()));
        }
        table
    }

    fn put(&mut self, phrase: &'static str, value: V) {
        let mut words = phrase.split(' ').map(Pattern::of);
        let first = words.next().unwrap_or(Pattern::Word(""));
        let entry = Entry {
            first,
            rest: words.collect(),
            value,
        };
        if let Pattern::Stem(stem) = first {
            debug_assert!(stem_key(stem).is_some(), "the stem {stem}* is too short");
        }
        let (firsts, key) = match first {
            Pattern::Word(word) => (&mut self.by_first, word),
            Pattern::Stem(stem) => (&mut self.by_stem, stem_key(stem).unwrap_or(stem)),
        };
        self.has_stems |= matches!(first, Pattern::Stem(_));
        firsts.entry(key).or_default().push(entry);
        let bit = word_hash(key) as usize % (FILTER_WORDS * 64);
        self.filter[bit / 64] |= 1 << (bit % 64);
    }

    fn may_hold(&self, hash: u32) -> bool {
        let bit = hash as usize % (FILTER_WORDS * 64);
        self.filter[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The longest phrase that begins at token `at` and ends before token `limit`.
    pub fn at(&self, text: &Text, at: usize, limit: usize) -> Option<Found<'_, V>> {
        let token = text.tokens.get(at).filter(|_| at < limit)?;
        let word = text.word(at);
        let whole = if self.may_hold(token.hash) {
            self.by_first
                .get(word)
                .and_then(|entries| fitting(entries, text, at, limit))
        } else {
            None
        };
        let stem = if self.has_stems {
            self.by_stem_at(text, at, limit)
        } else {
            None
        };
        match (whole, stem) {
            (Some(whole), Some(stem)) if stem.tokens > whole.tokens => Some(stem),
            (whole, stem) => whole.or(stem),
        }
    }

    fn by_stem_at(&self, text: &Text, at: usize, limit: usize) -> Option<Found<'_, V>> {
        let key = stem_key(text.word(at)).filter(|key| self.may_hold(word_hash(key)))?;
        fitting(self.by_stem.get(key)?, text, at, limit)
    }

    /// Every phrase as written, for the tests of tables.
    #[cfg(test)]
    pub fn written(&self) -> Vec<String> {
        let entries = self.by_first.values().chain(self.by_stem.values());
        let written = |pattern: &Pattern| match pattern {
            Pattern::Word(word) => (*word).to_owned(),
            Pattern::Stem(stem) => format!("{stem}о"),
        };
        entries
            .flatten()
            .map(|entry| {
                let words = std::iter::once(&entry.first).chain(&entry.rest);
                words.map(written).collect::<Vec<_>>().join(" ")
            })
            .collect()
    }

    /// The meaning of one lower-case word, whatever follows it.
    pub fn word(&self, word: &str) -> Option<&V> {
        let whole = self.by_first.get(word);
        let stems = stem_key(word).and_then(|key| self.by_stem.get(key));
        let entries = whole.into_iter().chain(stems).flatten();
        entries
            .filter(|entry| entry.rest.is_empty() && entry.first.fits(word))
            .map(|entry| &entry.value)
            .next()
    }

    /// Every phrase of a token range, none overlapping, with where it stands.
    pub fn all<'s>(
        &'s self,
        text: &'s Text,
        range: std::ops::Range<usize>,
    ) -> impl Iterator<Item = (std::ops::Range<usize>, &'s V)> {
        let mut at = range.start;
        std::iter::from_fn(move || {
            let (start, found) = self.find(text, at..range.end)?;
            at = start + found.tokens;
            Some((start..at, found.value))
        })
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

/// The first entry, longest first, that the tokens from `at` on fit.
fn fitting<'v, V>(
    entries: &'v [Entry<V>],
    text: &Text,
    at: usize,
    limit: usize,
) -> Option<Found<'v, V>> {
    let entry = entries.iter().find(|entry| {
        let ends = at + 1 + entry.rest.len() <= limit;
        let mut rest = entry.rest.iter().zip(at + 1..);
        ends && entry.first.fits(text.word(at)) && rest.all(|(own, i)| own.fits(text.word(i)))
    })?;
    Some(Found {
        tokens: 1 + entry.rest.len(),
        value: &entry.value,
    })
}

/// The beginning of a word that its stems are kept under; `None` for words too short for any.
fn stem_key(word: &str) -> Option<&str> {
    let (last, letter) = word.char_indices().nth(STEM_LETTERS - 1)?;
    word.get(..last + letter.len_utf8())
}

/// The hash tokens carry; only for the filters, so 32 bits do.
pub(crate) fn word_hash(word: &str) -> u32 {
    let mut hasher = WordHasher::default();
    hasher.write(word.as_bytes());
    let hash = hasher.finish();
    (hash ^ (hash >> 17)) as u32
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    phrases! {
        static TABLE: u8 = {
            1 => "no, no one, не",
            2 => "no one at all, обстріл*",
            3 => "ракетн* обстріл*, of the, обстрілом",
        };
    }

    /// The same by trying every phrase at the token.
    fn slowly(text: &Text, at: usize, limit: usize) -> Option<usize> {
        let phrases = [
            "no",
            "no one",
            "не",
            "no one at all",
            "обстріл*",
            "ракетн* обстріл*",
            "of the",
            "обстрілом",
        ];
        let fits = |phrase: &&str| {
            let words: Vec<&str> = phrase.split(' ').collect();
            let same = |(i, own): (usize, &&str)| match own.strip_suffix('*') {
                Some(stem) => text.word(at + i).starts_with(stem),
                None => text.word(at + i) == *own,
            };
            at + words.len() <= limit && words.iter().enumerate().all(same)
        };
        let fitting = phrases.iter().filter(|phrase| fits(phrase));
        fitting.map(|phrase| phrase.split(' ').count()).max()
    }

    #[test]
    fn the_filtered_table_finds_what_trying_every_phrase_finds() {
        let words = "No one at all, ракетним обстрілом of the no one of ні не обстрілу no one at";
        let text = Text::new(words, Language::Ukrainian);
        for at in 0..text.tokens.len() {
            for limit in at..=text.tokens.len() {
                let found = TABLE.at(&text, at, limit).map(|found| found.tokens);
                assert_eq!(
                    found,
                    slowly(&text, at, limit),
                    "{at}..{limit} {}",
                    text.word(at)
                );
            }
        }
    }
}
