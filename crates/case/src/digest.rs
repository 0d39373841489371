//! SHA-256 and hexadecimal, lower case only: one value has one spelling.

use std::io::{self, Read};

use sha2::{Digest, Sha256};

/// How much of a blob is held at once while it is hashed.
const CHUNK: usize = 64 * 1024;

pub(crate) fn sha256_hex(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

/// The hash and the length of all that `source` gives.
pub(crate) fn sha256_of(mut source: impl Read) -> io::Result<(String, u64)> {
    let mut hash = Sha256::new();
    let mut length = 0;
    let mut chunk = vec![0; CHUNK];
    loop {
        match source.read(&mut chunk)? {
            0 => return Ok((to_hex(&hash.finalize()), length)),
            read => {
                hash.update(&chunk[..read]);
                length += read as u64;
            }
        }
    }
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |value: u8| char::from(DIGITS[usize::from(value)]);
    bytes
        .iter()
        .flat_map(|byte| [digit(byte >> 4), digit(byte & 15)])
        .collect()
}

/// Exactly `N` bytes, written in lower case; anything else is `None`.
pub(crate) fn from_hex<const N: usize>(hex: &[u8]) -> Option<[u8; N]> {
    let mut bytes = [0; N];
    if hex.len() != 2 * N {
        return None;
    }
    for (byte, pair) in bytes.iter_mut().zip(hex.chunks(2)) {
        *byte = nibble(pair[0])? << 4 | nibble(pair[1])?;
    }
    Some(bytes)
}

fn nibble(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hexadecimal_has_one_spelling() {
        assert_eq!(from_hex::<2>(b"0aff"), Some([10, 255]));
        assert_eq!(from_hex::<2>(b"0aFF"), None);
        assert_eq!(from_hex::<2>(b"0aff00"), None);
        assert_eq!(to_hex(&[10, 255]), "0aff");
    }
}
