//! An OpenStreetMap extract becomes a store: read once, in bounded memory, replaced whole or not
//! at all.
//!
//! Memory: 12 bytes a node of the extract, 16 a way and 40 a feature while it is read, with 256 MB of
//! ways for the relations; then 60 a feature while they are put in order, and the dictionary. Features
//! themselves wait in a file beside the target.

use std::fs::{self, File};
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::gather::Gather;
use super::record::Kind;
use super::spool::Spool;
use super::store::About;
use super::{pbf, write, xml};
use crate::dump::hex;

const MOST_TOLD: usize = 20;

#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    #[error("{0} cannot be opened: {1}")]
    Open(String, io::Error),
    #[error("reading or writing failed: {0}")]
    Disk(#[from] io::Error),
    #[error("the extract is refused: {0}")]
    Refused(String),
    #[error(
        "the extract is empty or is none: OpenStreetMap's .osm.pbf, .osm or .osm.gz is expected"
    )]
    Empty,
    #[error("{0} holds no feature with tags: nothing to search")]
    NoFeatures(String),
    #[error("{0} has more features than a store can hold (4,294,967,295)")]
    TooMany(String),
}

/// What could not be read, the first of it in words.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    pub told: Vec<String>,
    pub count: usize,
}

impl Problems {
    pub fn add(&mut self, problem: String) {
        self.count += 1;
        if self.told.len() < MOST_TOLD {
            self.told.push(problem);
        }
    }
}

/// What importing did.
#[derive(Debug)]
pub struct Imported {
    pub about: About,
    /// What was left out, a sentence each: the first twenty.
    pub problems: Vec<String>,
    /// All of them.
    pub problem_count: usize,
}

/// Writes the store `target` for the extract `from`; `added` is an RFC 3339 time.
pub fn import(from: &Path, target: &Path, added: &str) -> Result<Imported, ImportError> {
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    let name: String = name.chars().filter(|c| !c.is_control()).collect();
    let unopened = |error| ImportError::Open(from.display().to_string(), error);
    let mut file = File::open(from).map_err(unopened)?;
    let size = file.metadata().map_err(unopened)?.len();
    let mut problems = Problems::default();
    let mut sum = Sha256::new();
    let spool = || Spool::new(Spool::beside(target));
    let mut gather = Gather::new(spool()?);
    read(
        &mut Hashing {
            file: &mut file,
            sum: &mut sum,
        },
        size,
        &mut gather,
        &mut problems,
    )?;
    io::copy(
        &mut Hashing {
            file: &mut file,
            sum: &mut sum,
        },
        &mut io::sink(),
    )?;
    if gather.disordered {
        problems = Problems::default();
        drop(gather);
        gather = Gather::new(spool()?);
        for kind in [Kind::Node, Kind::Way, Kind::Relation] {
            gather.only(kind)?;
            file.seek(SeekFrom::Start(0))?;
            let mut again = Problems::default();
            read(&mut file, size, &mut gather, &mut again)?;
            problems = again;
        }
    }
    let (pairs, entries, spool, counts) = gather.finish()?;
    if entries.is_empty() {
        return Err(ImportError::NoFeatures(name));
    }
    if u32::try_from(entries.len()).is_err() {
        return Err(ImportError::TooMany(name));
    }
    let mut about = About {
        file: name,
        sha256: hex(&sum.finalize()),
        file_bytes: size,
        added: added.to_owned(),
        counts,
        ..About::default()
    };
    if counts.named == 0 {
        problems.add(
            "no feature of this extract has a name: places cannot be asked for by name".to_owned(),
        );
    }
    let beside = target.with_extension(format!("{}.new", std::process::id()));
    let written = write::store(&beside, &mut about, pairs.finish(), entries, spool)
        .and_then(|()| fs::rename(&beside, target));
    written.inspect_err(|_| drop(fs::remove_file(&beside)))?;
    Ok(Imported {
        about,
        problem_count: problems.count,
        problems: problems.told,
    })
}

/// Where a store for an extract goes in a folder: "andorra.osm.pbf" is "andorra.map".
pub fn store_path(folder: &Path, from: &Path) -> PathBuf {
    let name = from.file_name().unwrap_or_default().to_string_lossy();
    let stem = name.split('.').next().unwrap_or_default();
    let plain = |c: char| c.is_alphanumeric() || c == '-' || c == '_';
    let stem: String = stem.chars().filter(|c| plain(*c)).take(60).collect();
    let stem = if stem.is_empty() { "extract" } else { &stem };
    folder.join(format!("{stem}.map"))
}

fn read(
    from: &mut impl Read,
    size: u64,
    gather: &mut Gather,
    problems: &mut Problems,
) -> Result<(), ImportError> {
    let mut beginning = [0; 64];
    let mut known = 0;
    while known < beginning.len() {
        match from.read(&mut beginning[known..])? {
            0 => break,
            more => known += more,
        }
    }
    let beginning = &beginning[..known];
    let mut whole = BufReader::with_capacity(1 << 18, beginning.chain(from));
    if known == 0 {
        Err(ImportError::Empty)
    } else if pbf::is_pbf(beginning) {
        pbf::read(&mut whole, gather, problems)
    } else if xml::is_gzip(beginning) {
        xml::read_gzip(&mut whole, size, gather, problems)
    } else {
        xml::read(&mut whole, gather, problems)
    }
}

struct Hashing<'f> {
    file: &'f mut File,
    sum: &'f mut Sha256,
}

impl Read for Hashing<'_> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(out)?;
        self.sum.update(&out[..read]);
        Ok(read)
    }
}
