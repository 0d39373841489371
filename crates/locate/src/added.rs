//! A gazetteer a person added: its tables and where they come from, in one file.
//!
//! The file is a line naming the form, a line with the SHA-256 of all that follows, a line of
//! JSON, and the four tables one after the other: a damaged file is known and never read.

use std::io::{self, Read};

use bearings_model::PlaceCandidate;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::dump::hex;
use crate::pack::Packed;
use crate::table::Table;

const FORM: &str = "bearings places 1";
const MOST_BYTES: u64 = 4 << 30;

/// Where an added gazetteer comes from and what is in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its name on the shelf: "UA".
    pub name: String,
    /// The file's name as it was given: "UA.zip".
    pub file: String,
    /// SHA-256 of that file, in hexadecimal digits.
    pub sha256: String,
    /// When it was added, RFC 3339.
    pub added: String,
    /// Good lines of the dump, also those of kinds that are left out.
    pub lines: usize,
    /// Lines that were none of a dump.
    pub bad_lines: usize,
    /// Places it holds.
    pub places: usize,
    /// SHA-256 of the tables: the same for the same data, whenever it was added.
    pub tables: String,
    /// Bytes of each table.
    lengths: [usize; 4],
}

pub(crate) struct Added {
    pub about: About,
    table: Table<Vec<u8>>,
}

impl std::fmt::Debug for Added {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "Added({}, {} places)", self.about.name, self.len())
    }
}

/// What is known of a dump before its tables are made.
#[derive(Debug)]
pub(crate) struct Source {
    pub name: String,
    pub file: String,
    pub sha256: String,
    pub added: String,
    pub lines: usize,
    pub bad_lines: usize,
}

/// The file for tables just made, and what it says of itself.
pub(crate) fn file(packed: &Packed, source: Source) -> (Vec<u8>, About) {
    let tables = [&packed.names, &packed.groups, &packed.starts, &packed.lines];
    let about = About {
        name: source.name,
        file: source.file,
        sha256: source.sha256,
        added: source.added,
        lines: source.lines,
        bad_lines: source.bad_lines,
        places: packed.starts.len() / 4,
        tables: digest(tables.iter().map(|table| table.as_slice())),
        lengths: tables.map(Vec::len),
    };
    let mut rest = serde_json::to_vec(&about).expect("strings and numbers are JSON");
    rest.push(b'\n');
    for table in tables {
        rest.extend_from_slice(table);
    }
    let whole = digest([rest.as_slice()].into_iter());
    let mut bytes = format!("{FORM}\n{whole}\n").into_bytes();
    bytes.append(&mut rest);
    (bytes, about)
}

fn digest<'t>(tables: impl Iterator<Item = &'t [u8]>) -> String {
    let mut hash = Sha256::new();
    tables.for_each(|table| hash.update(table));
    hex(&hash.finalize())
}

/// Why a file of the shelf is left out.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LoadError {
    #[error("it cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    #[error("it is damaged")]
    Damaged,
    #[error("it was made by another version of Bearings")]
    OtherForm,
}

impl Added {
    pub fn load(from: impl Read) -> Result<Self, LoadError> {
        let mut bytes = Vec::new();
        from.take(MOST_BYTES).read_to_end(&mut bytes)?;
        let (about, mut rest) = head(&bytes)?;
        let mut tables = Vec::new();
        for length in about.lengths {
            let (table, after) = rest.split_at_checked(length).ok_or(LoadError::Damaged)?;
            tables.push(table.to_vec());
            rest = after;
        }
        let Ok([names, groups, starts, lines]) = <[_; 4]>::try_from(tables) else {
            return Err(LoadError::Damaged);
        };
        let table = Table::new(names, groups, starts, lines).map_err(|_| LoadError::Damaged)?;
        Ok(Self { about, table })
    }

    pub fn look_up(&self, name: &str) -> Vec<PlaceCandidate> {
        self.table.look_up(name)
    }

    pub fn may_begin(&self, words: &str) -> bool {
        self.table.may_begin(words)
    }

    pub fn len(&self) -> usize {
        self.table.len()
    }
}

fn head(bytes: &[u8]) -> Result<(About, &[u8]), LoadError> {
    let mut lines = bytes.splitn(3, |byte| *byte == b'\n');
    let mut next = || lines.next().ok_or(LoadError::Damaged);
    let form = next()?;
    if form != FORM.as_bytes() {
        let ours = form.starts_with(b"bearings places ");
        return Err(if ours {
            LoadError::OtherForm
        } else {
            LoadError::Damaged
        });
    }
    let (whole, rest) = (next()?, next()?);
    if digest([rest].into_iter()).as_bytes() != whole {
        return Err(LoadError::Damaged);
    }
    let end = rest.iter().position(|byte| *byte == b'\n');
    let (about, tables) = rest.split_at(end.ok_or(LoadError::Damaged)?);
    let about = serde_json::from_slice(about).map_err(|_| LoadError::Damaged)?;
    Ok((about, &tables[1..]))
}
