//! The dictionary of tags: every "key=value" once, in the order of first use, so that the common
//! ones have short numbers.

use std::collections::HashMap;

/// Beyond this many different tags, further ones are written with the features that have them.
const MOST: usize = 4_000_000;
const MOST_BYTES: usize = 1 << 30;
/// Between key and value; neither holds it.
const BETWEEN: char = '\0';

/// Grows while features are read.
#[derive(Debug, Default)]
pub(crate) struct PairsMade {
    numbers: HashMap<Box<str>, u32>,
    text: String,
    ends: Vec<u32>,
    whole: String,
}

impl PairsMade {
    /// None when the dictionary is full.
    pub fn number(&mut self, key: &str, value: &str) -> Option<u32> {
        self.whole.clear();
        self.whole.push_str(key);
        self.whole.push(BETWEEN);
        self.whole.push_str(value);
        if let Some(number) = self.numbers.get(self.whole.as_str()) {
            return Some(*number);
        }
        let full = self.ends.len() >= MOST || self.text.len() + self.whole.len() > MOST_BYTES;
        if full {
            return None;
        }
        let number = self.ends.len() as u32;
        self.text.push_str(&self.whole);
        self.ends.push(self.text.len() as u32);
        self.numbers.insert(self.whole.as_str().into(), number);
        Some(number)
    }

    /// Done growing: numbers are no longer looked up by text.
    pub fn finish(self) -> Pairs {
        drop(self.numbers);
        let mut pairs = Pairs {
            text: self.text,
            ends: self.ends,
            sorted: Vec::new(),
        };
        let mut sorted: Vec<u32> = (0..pairs.len() as u32).collect();
        sorted.sort_unstable_by(|a, b| pairs.whole(*a).cmp(pairs.whole(*b)));
        pairs.sorted = sorted;
        pairs
    }
}

#[derive(Debug, Default)]
pub(crate) struct Pairs {
    pub text: String,
    pub ends: Vec<u32>,
    /// Numbers in the order of their text.
    pub sorted: Vec<u32>,
}

impl Pairs {
    /// None where the three tables do not fit together.
    pub fn new(text: Vec<u8>, ends: Vec<u32>, sorted: Vec<u32>) -> Option<Self> {
        let text = String::from_utf8(text).ok()?;
        let rising = ends.windows(2).all(|pair| pair[0] <= pair[1]);
        let cut = ends.iter().all(|end| text.is_char_boundary(*end as usize));
        let whole = ends.last().is_none_or(|last| *last as usize == text.len());
        let known = sorted.iter().all(|number| (*number as usize) < ends.len());
        (rising && cut && whole && known && sorted.len() == ends.len()).then_some(Self {
            text,
            ends,
            sorted,
        })
    }

    pub fn len(&self) -> usize {
        self.ends.len()
    }

    pub fn get(&self, number: u32) -> (&str, &str) {
        self.whole(number).split_once(BETWEEN).unwrap_or_default()
    }

    fn whole(&self, number: u32) -> &str {
        let end = |number: u32| {
            self.ends
                .get(number as usize)
                .map_or(0, |end| *end as usize)
        };
        let start = number.checked_sub(1).map_or(0, end);
        self.text.get(start..end(number)).unwrap_or_default()
    }

    pub fn find(&self, key: &str, value: &str) -> Option<u32> {
        let at = self
            .sorted
            .binary_search_by(|number| self.get(*number).cmp(&(key, value)));
        at.ok().map(|at| self.sorted[at])
    }

    /// All numbers of one key.
    pub fn of_key(&self, key: &str) -> &[u32] {
        let from = self
            .sorted
            .partition_point(|number| self.get(*number).0 < key);
        let to = self
            .sorted
            .partition_point(|number| self.get(*number).0 <= key);
        &self.sorted[from..to]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_are_found_by_key_and_value() {
        let mut made = PairsMade::default();
        let tags = [
            ("building", "yes"),
            ("build", "x"),
            ("building", "school"),
            ("building:levels", "9"),
        ];
        let numbers: Vec<_> = tags
            .iter()
            .map(|(key, value)| made.number(key, value))
            .collect();
        assert_eq!(numbers, [Some(0), Some(1), Some(2), Some(3)]);
        assert_eq!(made.number("build", "x"), Some(1));
        let pairs = made.finish();
        assert_eq!(pairs.get(3), ("building:levels", "9"));
        assert_eq!(pairs.find("building", "school"), Some(2));
        assert_eq!(pairs.find("building", "no"), None);
        assert_eq!(pairs.of_key("building"), [2, 0]);
        assert!(pairs.of_key("b").is_empty());
    }
}
