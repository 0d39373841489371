//! Whole numbers of varying length, as Protocol Buffers writes them: seven bits a byte.

/// Reads from bytes a stranger may have written; every read may find them used up or senseless.
#[derive(Clone, Debug)]
pub(crate) struct Cursor<'b> {
    pub rest: &'b [u8],
}

impl<'b> Cursor<'b> {
    pub fn new(rest: &'b [u8]) -> Self {
        Self { rest }
    }

    pub fn is_empty(&self) -> bool {
        self.rest.is_empty()
    }

    #[inline]
    pub fn number(&mut self) -> Option<u64> {
        let (&first, rest) = self.rest.split_first()?;
        if first < 0x80 {
            self.rest = rest;
            return Some(u64::from(first));
        }
        self.long_number()
    }

    fn long_number(&mut self) -> Option<u64> {
        let mut value = 0;
        for (at, &byte) in self.rest.iter().take(10).enumerate() {
            value |= u64::from(byte & 0x7f) << (7 * at);
            if byte < 0x80 {
                self.rest = &self.rest[at + 1..];
                return Some(value);
            }
        }
        None
    }

    #[inline]
    pub fn signed(&mut self) -> Option<i64> {
        self.number().map(unzigzag)
    }

    /// A count of things that each take a byte or more: never more than there are bytes.
    pub fn count(&mut self) -> Option<usize> {
        let count = usize::try_from(self.number()?).ok()?;
        (count <= self.rest.len()).then_some(count)
    }

    pub fn bytes(&mut self, length: usize) -> Option<&'b [u8]> {
        let (taken, rest) = self.rest.split_at_checked(length)?;
        self.rest = rest;
        Some(taken)
    }

    /// Bytes with their length before them.
    pub fn field(&mut self) -> Option<&'b [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.bytes(length)
    }
}

#[inline]
pub(crate) fn unzigzag(value: u64) -> i64 {
    (value >> 1) as i64 ^ -((value & 1) as i64)
}

#[inline]
pub(crate) fn put_number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

#[inline]
pub(crate) fn put_signed(out: &mut Vec<u8>, value: i64) {
    put_number(out, (value << 1 ^ value >> 63) as u64);
}

pub(crate) fn put_field(out: &mut Vec<u8>, bytes: &[u8]) {
    put_number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(value in any::<i64>(), plain in any::<u64>(), text in any::<Vec<u8>>()) {
            let mut out = Vec::new();
            put_signed(&mut out, value);
            put_number(&mut out, plain);
            put_field(&mut out, &text);
            let mut cursor = Cursor::new(&out);
            prop_assert_eq!(cursor.signed(), Some(value));
            prop_assert_eq!(cursor.number(), Some(plain));
            prop_assert_eq!(cursor.field(), Some(text.as_slice()));
            prop_assert!(cursor.is_empty());
        }
    }
}
