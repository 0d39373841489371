//! The store of one extract: features found by tag, by name and by where they lie.
//!
//! Opening reads the table and the dictionary; all else is read by pages when it is asked for,
//! each with its checksum, so that a damaged store is named and never answers wrongly.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::code::Cursor;
use super::gather::Counts;
use super::pages::{PAGE, Pages};
use super::pairs::Pairs;
use super::record::{Feature, Record};
use super::spot::Bounds;
use super::tree::Levels;
use crate::fold::fold;

/// Features behind one entry of the table of places in the file.
pub(crate) const IN_BLOCK: usize = 16;

#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("the map {name} cannot be read: {why}")]
    Unreadable { name: String, why: std::io::Error },
    #[error("{0} is no map of Bearings; `bearings map add` makes one of an OpenStreetMap extract")]
    NotOurs(String),
    #[error("the map {0} was made by another version of Bearings: add its extract again")]
    OtherForm(String),
    #[error("the map {name} is damaged ({part}): add its extract again")]
    Damaged { name: String, part: &'static str },
}

/// Where an extract comes from and what of it is in the store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The extract's name as it was given: "andorra.osm.pbf".
    pub file: String,
    /// SHA-256 of that file, in hexadecimal digits.
    pub sha256: String,
    pub file_bytes: u64,
    /// When it was added, RFC 3339.
    pub added: String,
    pub counts: Counts,
    /// Around all features.
    pub bounds: Bounds,
    pub store_bytes: u64,
    pub(crate) parts: Parts,
}

impl Default for About {
    fn default() -> Self {
        Self {
            file: String::new(),
            sha256: String::new(),
            file_bytes: 0,
            added: String::new(),
            counts: Counts::default(),
            bounds: Bounds::NOTHING,
            store_bytes: 0,
            parts: Parts::default(),
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Part {
    pub at: u64,
    pub length: u64,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Parts {
    pub records: Part,
    pub starts: Part,
    pub boxes: Part,
    pub pair_text: Part,
    pub pair_ends: Part,
    pub pair_order: Part,
    pub lists: Part,
    pub list_heads: Part,
    pub names: Part,
}

#[derive(Debug)]
pub struct Store {
    pages: Pages,
    about: About,
    pub(crate) pairs: Pairs,
    /// Of each list where it begins, and how many features it has.
    lists: Vec<(u64, u32)>,
    starts: Vec<u64>,
    levels: Levels,
    features: usize,
}

impl Store {
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let (pages, json) = Pages::open(path)?;
        let table = || pages.damaged("its table");
        let about: About = serde_json::from_slice(&json).map_err(|_| table())?;
        let whole = |part: Part| {
            let length = usize::try_from(part.length).map_err(|_| table())?;
            pages.read_once(part.at, length)
        };
        let fours = |bytes: Vec<u8>| -> Vec<u32> {
            bytes
                .as_chunks::<4>()
                .0
                .iter()
                .map(|four| u32::from_le_bytes(*four))
                .collect()
        };
        let parts = &about.parts;
        let ends = fours(whole(parts.pair_ends)?);
        let order = fours(whole(parts.pair_order)?);
        let pairs = Pairs::new(whole(parts.pair_text)?, ends, order)
            .ok_or_else(|| pages.damaged("its dictionary"))?;
        let lists: Vec<(u64, u32)> = whole(parts.list_heads)?
            .as_chunks::<12>()
            .0
            .iter()
            .map(list_head)
            .collect();
        let starts: Vec<u64> = whole(parts.starts)?
            .as_chunks::<8>()
            .0
            .iter()
            .map(|eight| u64::from_le_bytes(*eight))
            .collect();
        let features = usize::try_from(about.counts.features()).unwrap_or(usize::MAX);
        let fits = lists.len() == pairs.len() + 1
            && features > 0
            && features <= u32::MAX as usize
            && starts.len() == features.div_ceil(IN_BLOCK)
            && parts.boxes.length >= 16 * Levels::new(features).boxes() as u64;
        if !fits {
            return Err(table());
        }
        let levels = Levels::new(features);
        Ok(Self {
            about,
            pairs,
            lists,
            starts,
            levels,
            features,
            pages,
        })
    }

    pub fn about(&self) -> &About {
        &self.about
    }

    /// How many features there are; they are numbered from 0 in the order of the curve.
    pub fn len(&self) -> u32 {
        self.features as u32
    }

    pub fn is_empty(&self) -> bool {
        false
    }

    pub fn feature(&self, number: u32) -> Result<Feature, StoreError> {
        self.with_record(number, |record| record.feature(&self.pairs))?
            .ok_or_else(|| self.broken_feature())
    }

    /// Calls with every feature in order; for scans and tests, not for queries.
    pub fn each(&self, mut each: impl FnMut(u32, Feature)) -> Result<(), StoreError> {
        for number in 0..self.len() {
            each(number, self.feature(number)?);
        }
        Ok(())
    }

    pub(crate) fn broken_feature(&self) -> StoreError {
        self.pages.damaged("a feature")
    }

    pub(crate) fn with_record<T>(
        &self,
        number: u32,
        look: impl FnOnce(&Record<'_>) -> T,
    ) -> Result<T, StoreError> {
        let broken = || self.broken_feature();
        let block = number as usize / IN_BLOCK;
        let begins = *self.starts.get(block).ok_or_else(broken)?;
        let records = self.about.parts.records;
        let ends = self
            .starts
            .get(block + 1)
            .copied()
            .unwrap_or(records.length);
        let length = ends
            .checked_sub(begins)
            .filter(|_| ends <= records.length)
            .ok_or_else(broken)?;
        let at = records.at + begins;
        let inside = (at % PAGE as u64) as usize;
        let (page, copied);
        let bytes = if inside + length as usize <= PAGE {
            page = self.pages.page((at / PAGE as u64) as u32)?;
            page.get(inside..inside + length as usize)
                .ok_or_else(broken)?
        } else {
            let mut out = Vec::new();
            self.pages.read(at, length as usize, &mut out)?;
            copied = out;
            &copied
        };
        let mut cursor = Cursor::new(bytes);
        for _ in 0..number as usize % IN_BLOCK {
            cursor.field().ok_or_else(broken)?;
        }
        let record = cursor.field().and_then(Record::read).ok_or_else(broken)?;
        Ok(look(&record))
    }

    /// The box around a feature, or around those below a node of the tree.
    pub(crate) fn boxes(&self) -> impl FnMut(usize) -> Result<Bounds, StoreError> + '_ {
        let mut held = (u32::MAX, None);
        move |index| {
            let at = self.about.parts.boxes.at + index as u64 * 16;
            let number = (at / PAGE as u64) as u32;
            if held.0 != number {
                held = (number, Some(self.pages.page(number)?));
            }
            let page = held.1.as_ref().map_or(&[][..], |page| page.as_slice());
            let inside = (at % PAGE as u64) as usize;
            let sixteen = page
                .get(inside..inside + 16)
                .ok_or_else(|| self.pages.damaged("its boxes"))?;
            let side = |side: usize| {
                i32::from_le_bytes(sixteen[side * 4..][..4].try_into().expect("four bytes"))
            };
            Ok(Bounds {
                south: side(0),
                west: side(1),
                north: side(2),
                east: side(3),
            })
        }
    }

    /// The features whose boxes meet an area.
    pub(crate) fn in_box(&self, area: &Bounds) -> Result<Vec<(u32, Bounds)>, StoreError> {
        let mut found = Vec::new();
        self.levels.search(area, self.boxes(), |number, bounds| {
            found.push((number, bounds))
        })?;
        Ok(found)
    }

    /// How many features have a tag of the dictionary.
    pub(crate) fn count_of(&self, pair: u32) -> u32 {
        self.lists.get(pair as usize).map_or(0, |list| list.1)
    }

    /// The features with a tag, in order; with the dictionary's length for a pair, those that
    /// have a tag which is not in it.
    pub(crate) fn list(&self, pair: u32) -> Result<Vec<u32>, StoreError> {
        let broken = || self.pages.damaged("its lists");
        let (begins, count) = *self.lists.get(pair as usize).ok_or_else(broken)?;
        let all = self.about.parts.lists;
        let ends = self
            .lists
            .get(pair as usize + 1)
            .map_or(all.length, |next| next.0);
        let length = ends
            .checked_sub(begins)
            .filter(|_| ends <= all.length)
            .ok_or_else(broken)?;
        let mut bytes = Vec::new();
        self.pages
            .read(all.at + begins, length as usize, &mut bytes)?;
        let mut cursor = Cursor::new(&bytes);
        let mut number = 0u32;
        let mut found = Vec::with_capacity((count as usize).min(bytes.len()));
        while !cursor.is_empty() {
            let step = cursor.number().and_then(|step| u32::try_from(step).ok());
            number = step
                .and_then(|step| number.checked_add(step))
                .ok_or_else(broken)?;
            if number >= self.len() {
                return Err(broken());
            }
            found.push(number);
        }
        Ok(found)
    }

    /// The features with a name, whatever its case and accents, in any language.
    pub fn named(&self, name: &str) -> Result<Vec<u32>, StoreError> {
        let hash = name_hash(name);
        let count = (self.about.parts.names.length / 12) as usize;
        let (mut low, mut high) = (0, count);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.name_at(middle)?.0 < hash {
                low = middle + 1
            } else {
                high = middle
            }
        }
        let mut found = Vec::new();
        for at in low..count {
            let (known, number) = self.name_at(at)?;
            if known != hash {
                break;
            }
            if self
                .feature(number)?
                .names()
                .any(|own| fold(own) == fold(name.trim()))
            {
                found.push(number);
            }
        }
        Ok(found)
    }

    fn name_at(&self, at: usize) -> Result<(u64, u32), StoreError> {
        let mut twelve = Vec::with_capacity(12);
        self.pages
            .read(self.about.parts.names.at + at as u64 * 12, 12, &mut twelve)?;
        let twelve: &[u8; 12] = twelve
            .as_slice()
            .try_into()
            .expect("twelve bytes were read");
        Ok(list_head(twelve))
    }
}

fn list_head(twelve: &[u8; 12]) -> (u64, u32) {
    let (long, short) = twelve.split_at(8);
    let long = u64::from_le_bytes(long.try_into().expect("eight bytes"));
    (
        long,
        u32::from_le_bytes(short.try_into().expect("four bytes")),
    )
}

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// FNV-1a (Fowler, Noll, Vo) of a name in its one spelling; what it finds is compared in full.
pub(crate) fn name_hash(name: &str) -> u64 {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    let name = name.trim();
    // What folding does to most names, without a string for each.
    if name.is_ascii() && !name.contains('`') {
        return name
            .bytes()
            .map(|byte| byte.to_ascii_lowercase())
            .fold(BASIS, step);
    }
    fold(name).bytes().fold(BASIS, step)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn names_that_fold_alike_have_one_number(name in "[ -~А-яЁёéß]{0,20}") {
            prop_assert_eq!(name_hash(&name), name_hash(&fold(name.trim())));
        }
    }
}
