//! Addresses in a text: byte ranges inside the program, code points at its edges.
//!
//! This is the one place where the two are converted.

use serde::{Deserialize, Serialize};

/// A half-open byte range `[start, end)` of an item's text, on character boundaries.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "Bounds")]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

/// The stored form, checked when it is read back.
#[derive(Deserialize)]
struct Bounds {
    start: usize,
    end: usize,
}

impl TryFrom<Bounds> for Span {
    type Error = String;

    fn try_from(bounds: Bounds) -> Result<Self, String> {
        if bounds.start > bounds.end {
            return Err(format!(
                "a span cannot end ({}) before it starts ({})",
                bounds.end, bounds.start
            ));
        }
        Ok(Span {
            start: bounds.start,
            end: bounds.end,
        })
    }
}

impl Span {
    pub fn new(start: usize, end: usize) -> Self {
        debug_assert!(start <= end, "a span ends after it starts");
        Self { start, end }
    }

    pub fn len(self) -> usize {
        self.end - self.start
    }

    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span::new(self.start.min(other.start), self.end.max(other.end))
    }

    /// The characters addressed; `None` when the span does not fit `text`.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.start..self.end)
    }
}

/// How many bytes lie between two remembered counts.
const STRIDE: usize = 256;

/// Converts byte offsets of one text to Unicode code points and back.
#[derive(Debug)]
pub struct CodePoints<'t> {
    text: &'t str,
    /// `counts[i]` is the number of code points that begin before byte `i * STRIDE`.
    counts: Vec<usize>,
}

impl<'t> CodePoints<'t> {
    pub fn new(text: &'t str) -> Self {
        let mut counts = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut seen = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            counts.push(seen);
            seen += chunk
                .iter()
                .filter(|byte| begins_code_point(**byte))
                .count();
        }
        if counts.is_empty() {
            counts.push(0);
        }
        Self { text, counts }
    }

    /// The code points before byte `at`; past the end counts as the end.
    pub fn of_byte(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let block = (at / STRIDE).min(self.counts.len() - 1);
        let from = block * STRIDE;
        let rest = &self.text.as_bytes()[from..at];
        self.counts[block] + rest.iter().filter(|byte| begins_code_point(**byte)).count()
    }

    /// `[start, end)` in code points, as the W3C TextPositionSelector wants it.
    pub fn of_span(&self, span: Span) -> [usize; 2] {
        [self.of_byte(span.start), self.of_byte(span.end)]
    }

    /// The byte at which code point `point` begins; past the end gives the end.
    pub fn to_byte(&self, point: usize) -> usize {
        let block = self
            .counts
            .partition_point(|count| *count <= point)
            .saturating_sub(1);
        let mut left = point - self.counts[block];
        let from = block * STRIDE;
        for (offset, byte) in self.text.as_bytes()[from..].iter().enumerate() {
            if begins_code_point(*byte) {
                if left == 0 {
                    return from + offset;
                }
                left -= 1;
            }
        }
        self.text.len()
    }
}

fn begins_code_point(byte: u8) -> bool {
    byte & 0b1100_0000 != 0b1000_0000
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn conversion_equals_counting_characters(text in ".{0,700}") {
            let points = CodePoints::new(&text);
            for (count, (at, _)) in text.char_indices().enumerate() {
                prop_assert_eq!(points.of_byte(at), count);
                prop_assert_eq!(points.to_byte(count), at);
            }
            prop_assert_eq!(points.of_byte(text.len()), text.chars().count());
            prop_assert_eq!(points.to_byte(text.chars().count()), text.len());
        }
    }
}
