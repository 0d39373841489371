//! Names of things: an item by its bytes' SHA-256, a claim by where and by which rule it was read.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// SHA-256 of an item's bytes, 64 lower-case hexadecimal digits.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemId(Arc<str>);

impl TryFrom<String> for ItemId {
    type Error = String;

    fn try_from(hex: String) -> Result<Self, String> {
        Self::from_hex(&hex).ok_or_else(|| "an item's id has 64 hexadecimal digits".to_owned())
    }
}

impl From<ItemId> for String {
    fn from(id: ItemId) -> String {
        id.0.to_string()
    }
}

impl ItemId {
    /// Takes 64 hexadecimal digits; anything else is no item.
    pub fn from_hex(hex: &str) -> Option<Self> {
        let fits = hex.len() == 64 && hex.bytes().all(|byte| byte.is_ascii_hexdigit());
        fits.then(|| Self(hex.to_ascii_lowercase().into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first twelve digits, for people.
    pub fn short(&self) -> &str {
        &self.0[..12]
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

macro_rules! text_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl $name {
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(&self.0)
            }
        }
    };
}

text_id!(
    /// `c-` and twelve hexadecimal digits made from item, span, kind and rule: the same reading
    /// of the same bytes always gives the same id.
    ClaimId
);
text_id!(
    /// `r-` and the number of the ledger entry that holds the ruling.
    RulingId
);

impl ClaimId {
    /// Derived from what identifies a claim; FNV-1a (Fowler, Noll, Vo), since an id only has to
    /// be stable and spread well, the item's SHA-256 carries the security.
    pub fn derive(item: &ItemId, start: usize, end: usize, kind: &str, rule: &str) -> Self {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut feed = |bytes: &[u8]| {
            for byte in bytes {
                hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
            }
        };
        feed(item.as_str().as_bytes());
        feed(&(start as u64).to_le_bytes());
        feed(&(end as u64).to_le_bytes());
        feed(kind.as_bytes());
        feed(b"|");
        feed(rule.as_bytes());
        // Fold the high bits in: twelve digits keep 48 of the 64.
        hash ^= hash >> 29;
        Self(format!("c-{:012x}", hash & 0xffff_ffff_ffff))
    }
}
