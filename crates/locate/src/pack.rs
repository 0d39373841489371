//! Rows of places to tables that need no loading: a finite-state map from every name to a group
//! of places, the groups, and the places' lines.
//!
//! `build.rs` compiles this file too, for the gazetteer inside the binary.

use std::collections::BTreeMap;

use super::fold::fold;

/// The tables of one gazetteer, as bytes; numbers are 32 bits, little-endian.
pub(crate) struct Packed {
    /// From a folded name to the index of its group.
    pub names: Vec<u8>,
    /// A count, then that many numbers of places; one group after the other.
    pub groups: Vec<u8>,
    /// Where the line of each place begins.
    pub starts: Vec<u8>,
    /// A line a place: id, name, kind, country, admin1, lat, lon, population, radius in metres.
    pub lines: Vec<u8>,
}

/// Places on their way into tables.
#[derive(Default)]
pub(crate) struct Packing {
    lines: Vec<u8>,
    starts: Vec<u32>,
    names: BTreeMap<String, Vec<u32>>,
}

impl Packing {
    /// Takes one place: nine columns with tabs between them, and its other names.
    /// `None` when there is no name or the tables are full at 4 GB.
    pub fn add<'n>(&mut self, line: &'n str, others: impl Iterator<Item = &'n str>) -> Option<()> {
        let number = u32::try_from(self.starts.len()).ok()?;
        let start = u32::try_from(self.lines.len()).ok()?;
        let own = line.split('\t').nth(1)?;
        self.starts.push(start);
        self.lines.extend_from_slice(line.as_bytes());
        self.lines.push(b'\n');
        for name in others.chain([own]).filter(|name| !name.is_empty()) {
            let group = self.names.entry(fold(name)).or_default();
            if !group.contains(&number) {
                group.push(number);
            }
        }
        Some(())
    }

    pub fn finish(self) -> Result<Packed, fst::Error> {
        let mut map = fst::MapBuilder::memory();
        let mut groups: Vec<u32> = Vec::new();
        for (name, places) in &self.names {
            map.insert(name, groups.len() as u64)?;
            // A group holds numbers of 32 bits, none twice, so its length is one too.
            groups.push(places.len() as u32);
            groups.extend(places);
        }
        Ok(Packed {
            names: map.into_inner()?,
            groups: bytes(&groups),
            starts: bytes(&self.starts),
            lines: self.lines,
        })
    }
}

fn bytes(numbers: &[u32]) -> Vec<u8> {
    numbers.iter().flat_map(|n| n.to_le_bytes()).collect()
}
