//! PDQ, the perceptual hash of a picture (Facebook AI Research 2019): 256 bits and a quality.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// 256 bits that change little when a picture is re-encoded, resized or greyed.
///
/// Word 0 holds the bits that the published hexadecimal form writes first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PdqHash(pub [u64; 4]);

impl PdqHash {
    /// The bits in which two hashes differ, 0 to 256.
    // Inlined, so that a caller compiled for a newer processor counts bits with its instruction.
    #[inline]
    pub fn distance(self, other: Self) -> u32 {
        let words = self.0.iter().zip(other.0);
        words.map(|(a, b)| (a ^ b).count_ones()).sum()
    }

    /// 64 hexadecimal digits. `None` for anything else: a string that lost its leading zeros
    /// cannot be told from a damaged one.
    pub fn from_hex(digits: &str) -> Option<Self> {
        if digits.len() != 64 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let mut words = [0; 4];
        for (word, at) in words.iter_mut().zip((0..64).step_by(16)) {
            *word = u64::from_str_radix(&digits[at..at + 16], 16).ok()?;
        }
        Some(Self(words))
    }
}

impl fmt::Display for PdqHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|word| write!(f, "{word:016x}"))
    }
}

impl Serialize for PdqHash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PdqHash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let digits = String::deserialize(deserializer)?;
        let unreadable = || serde::de::Error::custom("a PDQ hash is 64 hexadecimal digits");
        Self::from_hex(&digits).ok_or_else(unreadable)
    }
}

/// A hash with how much a picture gave it to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pdq {
    pub hash: PdqHash,
    /// 0 to 100: the sum of the picture's gradients. A black frame has 0.
    pub quality: u8,
}

impl Pdq {
    /// Below this a hash says little about its picture: it is kept and marked, and never matched
    /// alone (the limit of the reference's matcher).
    pub const LEAST_QUALITY: u8 = 50;

    pub fn is_telling(self) -> bool {
        self.quality >= Self::LEAST_QUALITY
    }
}

#[cfg(test)]
mod tests {
    use super::PdqHash;

    const DIGITS: &str = "0e71017837246aaccddea259648fb7d62f435c89d9e99b2497763e216c8d055c";

    #[test]
    fn a_hash_is_written_as_it_was_read_with_its_leading_zeros() {
        let hash = PdqHash::from_hex(DIGITS).expect("64 digits");
        assert_eq!(hash.to_string(), DIGITS);
        assert_eq!(hash.distance(PdqHash::default()), 127);
    }

    #[test]
    fn a_hash_of_another_length_or_alphabet_is_none() {
        for digits in [
            "",
            &DIGITS[1..],
            &DIGITS.replace('e', "é"),
            &DIGITS.replace('e', "g"),
        ] {
            assert_eq!(PdqHash::from_hex(digits), None, "{digits}");
        }
    }
}
