//! Packed tables, read in place. Whatever they hold, looking a name up gives places or none.

use bearings_model::{PlaceCandidate, PlaceKind};
use fst::raw::Fst;

use crate::fold::fold;

/// One gazetteer's tables; `pack.rs` says what each holds.
pub(crate) struct Table<B> {
    names: Fst<B>,
    groups: B,
    starts: B,
    lines: B,
}

impl<B: AsRef<[u8]>> Table<B> {
    /// Fails when the map of names is none.
    pub fn new(names: B, groups: B, starts: B, lines: B) -> Result<Self, fst::Error> {
        Ok(Self {
            names: Fst::new(names)?,
            groups,
            starts,
            lines,
        })
    }

    /// How many places it holds.
    pub fn len(&self) -> usize {
        self.starts.as_ref().len() / 4
    }

    pub fn look_up(&self, name: &str) -> Vec<PlaceCandidate> {
        let group = || {
            let value = self.names.get(fold(name).as_bytes())?.value();
            let at = usize::try_from(value).ok()?;
            let count = number(self.groups.as_ref(), at)? as usize;
            Some(at + 1..at.checked_add(count)?.checked_add(1)?)
        };
        group()
            .into_iter()
            .flatten()
            .map_while(|i| number(self.groups.as_ref(), i))
            .filter_map(|n| self.place(n as usize))
            .collect()
    }

    pub fn may_begin(&self, words: &str) -> bool {
        let mut node = self.names.root();
        for byte in fold(words).bytes() {
            match node.find_input(byte) {
                Some(step) => node = self.names.node(node.transition_addr(step)),
                None => return false,
            }
        }
        true
    }

    /// The line of place `number`, without its end.
    pub fn line(&self, number_of_place: usize) -> Option<&str> {
        let start = number(self.starts.as_ref(), number_of_place)? as usize;
        let rest = self.lines.as_ref().get(start..)?;
        let end = rest.iter().position(|byte| *byte == b'\n')?;
        std::str::from_utf8(&rest[..end]).ok()
    }

    pub fn place(&self, number_of_place: usize) -> Option<PlaceCandidate> {
        place(self.line(number_of_place)?)
    }
}

/// Number `index` of a packed table.
fn number(table: &[u8], index: usize) -> Option<u32> {
    let at = index.checked_mul(4)?;
    let bytes = table.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(bytes.try_into().ok()?))
}

fn place(line: &str) -> Option<PlaceCandidate> {
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
