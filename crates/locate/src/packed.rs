//! The tables `build.rs` packed, read in place.

use bearings_model::{Gazetteer, PlaceCandidate, PlaceKind};
use fst::raw::Fst;

use crate::fold::fold;

static NAMES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/names.fst"));
static GROUPS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/groups.bin"));
static STARTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/starts.bin"));
static LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/lines.tsv"));

/// The gazetteer inside the binary.
pub struct BuiltIn {
    names: Fst<&'static [u8]>,
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
        let names = Fst::new(NAMES).expect("build.rs wrote the name map");
        Self { names }
    }

    /// How many places it holds.
    pub fn len(&self) -> usize {
        STARTS.len() / 4
    }

    pub fn is_empty(&self) -> bool {
        STARTS.is_empty()
    }
}

impl Gazetteer for BuiltIn {
    fn look_up(&self, name: &str) -> Vec<PlaceCandidate> {
        let Some(group) = self.names.get(fold(name).as_bytes()) else {
            return Vec::new();
        };
        let at = usize::try_from(group.value()).expect("a group's place fits an address");
        let count = number(GROUPS, at) as usize;
        (at + 1..=at + count)
            .filter_map(|i| place(number(GROUPS, i) as usize))
            .collect()
    }

    fn may_begin(&self, words: &str) -> bool {
        let mut node = self.names.root();
        for byte in fold(words).bytes() {
            match node.find_input(byte) {
                Some(step) => node = self.names.node(node.transition_addr(step)),
                None => return false,
            }
        }
        true
    }
}

/// Little-endian number `index` of a packed table.
fn number(table: &[u8], index: usize) -> u32 {
    let at = index * 4;
    let bytes = table[at..at + 4]
        .try_into()
        .expect("four bytes make a number");
    u32::from_le_bytes(bytes)
}

fn place(number_of_place: usize) -> Option<PlaceCandidate> {
    let start = number(STARTS, number_of_place) as usize;
    let line = LINES[start..].lines().next()?;
    let mut columns = line.split('\t');
    let mut next = || columns.next();
    let (id, name, kind, country, admin1) = (next()?, next()?, next()?, next()?, next()?);
    let (lat, lon, population, radius) = (next()?, next()?, next()?, next()?);
    Some(PlaceCandidate {
        id: id.to_owned(),
        name: name.to_owned(),
        kind: PlaceKind::from_name(kind)?,
        country: country.to_owned(),
        admin1: admin1.to_owned(),
        lat: lat.parse().ok()?,
        lon: lon.parse().ok()?,
        radius_m: radius.parse().ok()?,
        population: population.parse().unwrap_or(0),
        score: 0.0,
        reason: String::new(),
    })
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
            assert!(place(index).is_some(), "line {index}");
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
