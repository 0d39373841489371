//! GeoNames' dump of a country, zipped or not, read a line at a time and never trusted: an
//! archive that unpacks to too much, a line without end and bytes that are no text end in one
//! sentence or cost their own line only.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::geonames::{Feature, Line, line};

/// The largest country's dump is about 300 MB.
const MOST_BYTES: u64 = 600 << 20;
const MOST_LINE_BYTES: u64 = 64 << 10;
const MOST_ENTRIES: usize = 100;
/// More bad lines than this, and more than good ones, and the file is something else.
const MOST_BAD_LINES: usize = 1_000;

/// Why a dump gives nothing.
#[derive(Debug, thiserror::Error)]
pub enum DumpError {
    #[error("{file} cannot be read: {why}")]
    Unreadable { file: String, why: String },
    #[error("{file} is a damaged archive: {why}")]
    Damaged { file: String, why: String },
    #[error("{file} holds no dump of GeoNames: {why}")]
    NoDump { file: String, why: &'static str },
    #[error("{file} unpacks to more than {} MB; add one country's dump, not the whole world's", MOST_BYTES >> 20)]
    TooLarge { file: String },
}

/// What a dump held.
#[derive(Debug)]
pub(crate) struct Dump {
    /// The dump's own name: "UA" of `UA.txt`.
    pub name: String,
    /// SHA-256 of the file as given, in hexadecimal digits.
    pub sha256: String,
    pub features: Vec<Feature>,
    /// All good lines, also those of kinds that are left out.
    pub lines: usize,
    /// Numbers of lines that are none of a dump: the first few.
    pub bad: Vec<usize>,
    pub bad_lines: usize,
}

pub(crate) fn read(path: &Path) -> Result<Dump, DumpError> {
    let file = path.display().to_string();
    let unreadable = |error: io::Error| DumpError::Unreadable {
        file: file.clone(),
        why: error.to_string(),
    };
    let mut opened = File::open(path).map_err(unreadable)?;
    if opened.metadata().map_err(unreadable)?.is_dir() {
        let why = "it is a folder";
        return Err(DumpError::NoDump { file, why });
    }
    let sha256 = digest(&mut opened).map_err(unreadable)?;
    let mut head = [0; 4];
    opened.rewind().map_err(unreadable)?;
    let zipped = opened.read_exact(&mut head).is_ok() && head == *b"PK\x03\x04";
    opened.rewind().map_err(unreadable)?;
    if zipped {
        return unpack(opened, file, sha256);
    }
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    read_lines(opened, name.into_owned(), file, sha256)
}

fn digest(file: &mut File) -> io::Result<String> {
    file.seek(SeekFrom::Start(0))?;
    let (mut hash, mut buffer) = (Sha256::new(), vec![0; 64 << 10]);
    loop {
        let read = file.read(&mut buffer)?;
        if read == 0 {
            return Ok(hex(&hash.finalize()));
        }
        hash.update(&buffer[..read]);
    }
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unpack(opened: File, file: String, sha256: String) -> Result<Dump, DumpError> {
    let damaged = |error: &dyn std::fmt::Display| DumpError::Damaged {
        file: file.clone(),
        why: error.to_string(),
    };
    let mut archive =
        zip::ZipArchive::new(BufReader::new(opened)).map_err(|error| damaged(&error))?;
    if archive.len() > MOST_ENTRIES {
        let why = "it has too many files inside";
        return Err(DumpError::NoDump { file, why });
    }
    let dump = (0..archive.len()).find(|index| {
        let Some(Ok(name)) = archive.name_for_index(*index) else {
            return false;
        };
        let lower = name.to_ascii_lowercase();
        lower.ends_with(".txt") && !lower.ends_with("readme.txt")
    });
    let Some(index) = dump else {
        let why = "there is no text inside but its readme";
        return Err(DumpError::NoDump { file, why });
    };
    let entry = archive.by_index(index).map_err(|error| damaged(&error))?;
    let path = entry.name().map_err(|error| damaged(&error))?;
    let inner = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = inner.rsplit_once('.').map_or(inner, |(stem, _)| stem);
    let name = name.to_owned();
    read_lines(entry, name, file.clone(), sha256)
}

fn read_lines(
    from: impl Read,
    name: String,
    file: String,
    sha256: String,
) -> Result<Dump, DumpError> {
    let mut dump = Dump {
        name,
        sha256,
        features: Vec::new(),
        lines: 0,
        bad: Vec::new(),
        bad_lines: 0,
    };
    let mut from = BufReader::new(from.take(MOST_BYTES + 1));
    let (mut bytes, mut total, mut number) = (Vec::new(), 0, 0);
    loop {
        bytes.clear();
        let mut piece = (&mut from).take(MOST_LINE_BYTES);
        let read = piece.read_until(b'\n', &mut bytes);
        let read = read.map_err(|error| DumpError::Damaged {
            file: file.clone(),
            why: error.to_string(),
        })?;
        if read == 0 {
            break;
        }
        total += read as u64;
        if total > MOST_BYTES {
            return Err(DumpError::TooLarge { file });
        }
        number += 1;
        dump.take(number, &bytes);
        if dump.bad_lines > MOST_BAD_LINES.max(dump.lines) {
            let why = "most of its lines are no places in GeoNames' form";
            return Err(DumpError::NoDump { file, why });
        }
    }
    if dump.features.is_empty() {
        let why = "no line of it is a place in GeoNames' form";
        return Err(DumpError::NoDump { file, why });
    }
    Ok(dump)
}

impl Dump {
    fn take(&mut self, number: usize, bytes: &[u8]) {
        let text = std::str::from_utf8(bytes.strip_suffix(b"\n").unwrap_or(bytes));
        match text.map_or(Line::Bad, line) {
            Line::Kept(feature) => {
                self.lines += 1;
                self.features.push(*feature);
            }
            Line::LeftOut => self.lines += 1,
            Line::Bad => {
                self.bad_lines += 1;
                if self.bad.len() < 3 {
                    self.bad.push(number);
                }
            }
        }
    }
}
