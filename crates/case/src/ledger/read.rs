//! Reads the ledger's file: the first entry, what follows a position, and whether the ledger is
//! still the one a position was taken in.

use std::fs::File;
use std::io::{self, BufReader, Read, Seek, SeekFrom};
use std::path::Path;

use super::entry::{Body, Entry, Judged, judge};
use super::lines::Next;
use super::{Checker, LedgerError, Lines, MAX_LINE, NAME, Position};
use crate::digest::sha256_hex;
use crate::disk;
use crate::fault::Fault;

/// What reading on from a position gave.
#[derive(Debug)]
pub(crate) struct ReadOn {
    /// The sound entries.
    pub entries: Vec<Entry>,
    /// After the last whole line.
    pub end: Position,
    pub faults: Vec<Fault>,
    /// The length of a last line without newline.
    pub torn: Option<u64>,
}

/// Reads and checks all that stands after `from`.
pub(crate) fn read_on(
    case: &Path,
    from: &Position,
    keys: &[String],
) -> Result<ReadOn, LedgerError> {
    let path = case.join(NAME);
    let trouble = |source| LedgerError::Disk {
        what: "read",
        file: path.clone(),
        source,
    };
    let mut file = disk::open_plain(&path).map_err(trouble)?;
    file.seek(SeekFrom::Start(from.bytes)).map_err(trouble)?;
    read_lines(Lines::new(BufReader::new(file)), from, keys).map_err(trouble)
}

fn read_lines(
    mut lines: Lines<BufReader<File>>,
    from: &Position,
    keys: &[String],
) -> io::Result<ReadOn> {
    let mut checker = Checker::going_on(from, keys.to_vec());
    let mut end = from.clone();
    let mut entries = Vec::new();
    let pass = |end: &mut Position, length: u64| {
        end.last_line = end.bytes;
        end.bytes += length + 1;
    };
    let torn = loop {
        match lines.next_line()? {
            Next::End => break None,
            Next::Torn { bytes } => break Some(bytes),
            Next::TooLong { bytes } => {
                checker.too_long(bytes);
                pass(&mut end, bytes);
            }
            Next::Line(line) => {
                entries.extend(checker.line(line));
                pass(&mut end, line.len() as u64);
            }
        }
    };
    end.head = checker.head().to_owned();
    end.entries = entries
        .last()
        .map_or(from.entries, |entry| entry.number.saturating_add(1));
    Ok(ReadOn {
        entries,
        end,
        faults: checker.finish(None),
        torn,
    })
}

/// The first entry, which says what the case is called and whose key it was made with.
pub(crate) fn first_entry(case: &Path) -> Result<Entry, LedgerError> {
    let path = case.join(NAME);
    let file = match disk::open_plain(&path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            return Err(LedgerError::NoLedger {
                folder: case.to_owned(),
            });
        }
        Err(source) => {
            return Err(LedgerError::Disk {
                what: "read",
                file: path,
                source,
            });
        }
    };
    let wrong = |what: &str| LedgerError::FirstEntry {
        file: path.clone(),
        what: what.to_owned(),
    };
    let mut lines = Lines::new(BufReader::new(file));
    let judged = match lines.next_line() {
        Ok(Next::Line(line)) => judge(line, &[]),
        Ok(Next::TooLong { .. }) => return Err(wrong("is too long")),
        Ok(Next::Torn { .. } | Next::End) => return Err(wrong("is incomplete")),
        Err(source) => {
            return Err(LedgerError::Disk {
                what: "read",
                file: path,
                source,
            });
        }
    };
    match judged {
        Judged::Sound(entry) => match &entry.body {
            Body::Created { .. } if entry.number == 0 => Ok(*entry),
            Body::NotUnderstood(what) => Err(wrong(what)),
            _ => Err(wrong("does not begin a case")),
        },
        Judged::Unreadable(what) => Err(wrong(&what)),
        Judged::Changed | Judged::Foreign { .. } => Err(wrong("was changed after it was signed")),
    }
}

/// Whether the ledger still has, before `position`, the very line that was last seen there.
pub(crate) fn still_ends_at(case: &Path, position: &Position) -> io::Result<bool> {
    let Some(length) = position.bytes.checked_sub(position.last_line) else {
        return Ok(false);
    };
    if position.bytes == 0 {
        return Ok(position.entries == 0);
    }
    if length > MAX_LINE as u64 + 1 {
        return Ok(false);
    }
    let mut file = disk::open_plain(&case.join(NAME))?;
    file.seek(SeekFrom::Start(position.last_line))?;
    let mut line = Vec::new();
    file.take(length).read_to_end(&mut line)?;
    let whole = line.len() as u64 == length && line.pop() == Some(b'\n');
    Ok(whole && sha256_hex(&line) == position.head)
}
