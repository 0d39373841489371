//! A text as hashed words, and as runs of five of them.
//!
//! A word is its lower-case letters and digits, so that case, quotation marks and punctuation do
//! not hide a copy. Words are compared by hash alone: 64 bits, where a chance agreement needs
//! billions of different words.

use bearings_model::Span;

/// Broder 1997 uses runs of 4 to 10 words; five is short enough to survive light edits.
pub(crate) const SHINGLE_WORDS: usize = 5;

/// A word's hash and the bytes it covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub hash: u64,
    pub start: u32,
    pub end: u32,
}

impl Word {
    pub fn span(self) -> Span {
        Span::new(self.start as usize, self.end as usize)
    }
}

/// Odd constants without pattern: digits of pi and e in hexadecimal.
const PI: u64 = 0x243f_6a88_85a3_08d3;
const E: u64 = 0xb7e1_5162_8aed_2a6b;

/// Multiplies to 128 bits and folds: the mixing step of wyhash (Wang Yi 2019).
pub(crate) fn mix(a: u64, b: u64) -> u64 {
    let product = u128::from(a ^ PI) * u128::from(b ^ E);
    (product as u64) ^ ((product >> 64) as u64)
}

/// Words of a text in order.
///
/// Spans are 32 bits: what stands beyond 4 GiB of one text is not read.
pub(crate) fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::with_capacity(text.len() / 6);
    each_word(text, |word| found.push(word));
    found
}

/// Hashes of the runs of five words into `runs`, in order, repeats included.
pub(crate) fn runs_of(text: &str, runs: &mut Vec<u64>) {
    runs.clear();
    let mut rolling = Rolling::default();
    each_word(text, |word| runs.extend(rolling.push(word.hash)));
}

/// The runs of five of words already found.
pub(crate) fn runs(words: &[Word]) -> Vec<u64> {
    let mut rolling = Rolling::default();
    let runs = words.iter().filter_map(|word| rolling.push(word.hash));
    runs.collect()
}

/// The hash of the last five words: a polynomial, so that a word leaves as cheaply as one comes.
#[derive(Default)]
struct Rolling {
    last: [u64; SHINGLE_WORDS],
    seen: usize,
    sum: u64,
}

impl Rolling {
    const BASE: u64 = 0x9e37_79b9_7f4a_7c15;
    const LEAVING: u64 = Self::BASE.wrapping_pow(SHINGLE_WORDS as u32);

    #[inline]
    fn push(&mut self, word: u64) -> Option<u64> {
        let at = self.seen % SHINGLE_WORDS;
        let old = std::mem::replace(&mut self.last[at], word);
        self.sum = self
            .sum
            .wrapping_mul(Self::BASE)
            .wrapping_add(word)
            .wrapping_sub(old.wrapping_mul(Self::LEAVING));
        self.seen += 1;
        (self.seen >= SHINGLE_WORDS).then(|| mix(self.sum, Self::BASE))
    }
}

/// What a byte is in a text: nothing of a word, an ASCII letter or digit, or part of a longer
/// character.
const OTHER: u8 = 0;
const PLAIN: u8 = 1;
const LONG: u8 = 2;

const CLASS: [u8; 256] = {
    let mut class = [OTHER; 256];
    let mut byte = 0;
    while byte < 256 {
        if byte >= 0x80 {
            class[byte] = LONG;
        } else if (byte as u8).is_ascii_alphanumeric() {
            class[byte] = PLAIN;
        }
        byte += 1;
    }
    class
};

#[inline]
fn each_word(text: &str, mut found: impl FnMut(Word)) {
    let bytes = &text.as_bytes()[..text.len().min(u32::MAX as usize)];
    let mut long = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        while at < bytes.len() && CLASS[usize::from(bytes[at])] == PLAIN {
            at += 1;
        }
        if at < bytes.len() && CLASS[usize::from(bytes[at])] == LONG {
            at = long_word(text, start, &mut long, &mut found);
        } else if at > start {
            found(word(hash_plain(&bytes[start..at]), start, at));
        } else {
            at += 1;
        }
    }
}

fn word(hash: u64, start: usize, end: usize) -> Word {
    Word {
        hash,
        start: start as u32,
        end: end as u32,
    }
}

/// Reads from `start` a word with letters beyond ASCII, or steps over a character that is none.
fn long_word(text: &str, start: usize, lower: &mut Vec<u8>, found: &mut impl FnMut(Word)) -> usize {
    lower.clear();
    let mut end = start;
    for c in text[start..].chars() {
        if c.is_alphanumeric() {
            push_lower(c, lower);
        } else if !is_invisible(c) {
            break;
        }
        end += c.len_utf8();
    }
    if end == start {
        return start + text[start..].chars().next().map_or(1, char::len_utf8);
    }
    if !lower.is_empty() {
        found(word(hash(lower), start, end));
    }
    end
}

/// Soft hyphens, joiners and stress marks stand inside words and are not seen.
fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{200b}'..='\u{200d}' | '\u{2060}' | '\u{feff}' | '\u{301}'
    )
}

fn push_lower(c: char, lower: &mut Vec<u8>) {
    let mut buffer = [0; 4];
    match c {
        'А'..='Я' | 'Ѐ'..='Џ' | 'а'..='џ' => {
            let code = match c {
                'А'..='Я' => c as u32 + 32,
                'Ѐ'..='Џ' => c as u32 + 80,
                _ => c as u32,
            };
            lower.extend([0xc0 | (code >> 6) as u8, 0x80 | (code & 0x3f) as u8]);
        }
        _ => {
            for low in c.to_lowercase() {
                lower.extend_from_slice(low.encode_utf8(&mut buffer).as_bytes());
            }
        }
    }
}

/// Setting the bit 0x20 makes ASCII letters small and leaves digits as they are.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Hashes ASCII letters and digits as if they were small.
fn hash_plain(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((eight, after)) = rest.split_first_chunk::<8>() {
        hash = mix(hash, u64::from_le_bytes(*eight) | SMALL);
        rest = after;
    }
    mix(hash, tail(rest) | SMALL >> (64 - 8 * rest.len()).min(63))
}

/// The same for bytes that are small already.
fn hash(bytes: &[u8]) -> u64 {
    let mut hash = bytes.len() as u64;
    let mut rest = bytes;
    while let Some((eight, after)) = rest.split_first_chunk::<8>() {
        hash = mix(hash, u64::from_le_bytes(*eight));
        rest = after;
    }
    mix(hash, tail(rest))
}

/// Fewer than eight bytes as one number.
fn tail(rest: &[u8]) -> u64 {
    let mut number = 0;
    for (place, byte) in rest.iter().enumerate() {
        number |= u64::from(*byte) << (8 * place);
    }
    number
}

#[cfg(test)]
mod tests;
