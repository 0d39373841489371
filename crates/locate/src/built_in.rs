//! The tables `build.rs` packed, read in place.

use bearings_model::{Gazetteer, PlaceCandidate};

use crate::table::Table;

static NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"));
static GROUPS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/groups.bin"));
static STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starts.bin"));
static LINES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/lines.tsv"));

/// The gazetteer inside the binary.
pub struct BuiltIn {
    table: Table<&'static [u8]>,
}

impl std::fmt::Debug for BuiltIn {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "BuiltIn({} places)", self.len())
    }
}

impl Default for BuiltIn {
    fn default() -> Self {
        Self::new()
    }
}

impl BuiltIn {
    pub fn new() -> Self {
        let table = Table::new(NAMES, GROUPS, STARTS, LINES);
        Self {
            table: table.expect("build.rs wrote the name map"),
        }
    }

    /// How many places it holds.
    pub fn len(&self) -> usize {
        self.table.len()
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The nine columns of every place.
    pub(crate) fn lines(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|number| self.table.line(number))
    }
}

impl Gazetteer for BuiltIn {
    fn look_up(&self, name: &str) -> Vec<PlaceCandidate> {
        self.table.look_up(name)
    }

    fn may_begin(&self, words: &str) -> bool {
        self.table.may_begin(words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(name: &str) -> Vec<String> {
        BuiltIn::new()
            .look_up(name)
            .into_iter()
            .map(|place| place.id)
            .collect()
    }

    #[test]
    fn every_spelling_of_kharkiv_is_one_place() {
        for name in ["Kharkiv", "KHARKIV", "Kharkov", "Харків", "Харьков"] {
            assert!(ids(name).contains(&"geonames:706483".to_owned()), "{name}");
        }
    }

    #[test]
    fn every_line_of_the_data_is_a_place() {
        let gazetteer = BuiltIn::new();
        assert!(gazetteer.len() > 10_000);
        for index in 0..gazetteer.len() {
            assert!(gazetteer.table.place(index).is_some(), "line {index}");
        }
    }

    #[test]
    fn a_word_that_is_no_place_is_none() {
        assert!(ids("gunfight").is_empty());
        assert!(!BuiltIn::new().may_begin("zzzz"));
    }

    #[test]
    fn the_beginning_of_a_longer_name_may_begin() {
        assert!(BuiltIn::new().may_begin("new"));
    }
}
