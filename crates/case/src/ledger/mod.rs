//! The ledger: an append-only file of signed lines, each bound to the one before by its hash.
//!
//! Lines are written and checked here. Nothing here knows the blobs or the index.

mod check;
mod entry;
mod file;
mod lines;
mod read;

pub(crate) use check::Checker;
pub(crate) use entry::{Body, Entry, NewEntry, sound_id};
pub(crate) use file::LedgerFile;
pub(crate) use lines::{Lines, Next};
pub(crate) use read::{first_entry, read_on, still_ends_at};

use std::io;
use std::path::PathBuf;

use thiserror::Error;

pub(crate) const NAME: &str = "ledger.jsonl";

/// Longest line of a ledger. Ours are below 2 KB; a ruling's reason may be long, not endless.
pub const MAX_LINE: usize = 1024 * 1024;

/// The `prev` of the first entry.
pub(crate) const NOTHING_BEFORE: &str =
    "0000000000000000000000000000000000000000000000000000000000000000";

/// A place between two lines of the ledger, with what is needed to go on from there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Position {
    /// How many entries stand before it.
    pub entries: u64,
    /// How many bytes.
    pub bytes: u64,
    /// SHA-256 of the last line before it, without its newline.
    pub head: String,
    /// Where that line begins.
    pub(crate) last_line: u64,
}

impl Position {
    pub(crate) fn start() -> Self {
        Self {
            entries: 0,
            bytes: 0,
            head: NOTHING_BEFORE.to_owned(),
            last_line: 0,
        }
    }
}

#[derive(Debug, Error)]
pub enum LedgerError {
    #[error(
        "cannot {what} {}: {source}; check the disk, its room and the rights on the file, then try \
         again", file.display()
    )]
    Disk {
        what: &'static str,
        file: PathBuf,
        source: io::Error,
    },
    #[error("{} is no Bearings case: it has no ledger.jsonl; 'bearings new' makes one", folder.display())]
    NoLedger { folder: PathBuf },
    #[error(
        "the first entry of {} {what}, so the case cannot be opened; \
         put the file back from a copy, or use the Bearings that made it", file.display()
    )]
    FirstEntry { file: PathBuf, what: String },
    #[error(
        "nothing may be added to a damaged ledger: {fault}; \
         put ledger.jsonl back from a copy ('bearings verify' lists all that is wrong)"
    )]
    Damaged { fault: String },
    #[error(
        "{} was changed by something else while this process was writing; \
         run 'bearings verify', then try again", file.display()
    )]
    ChangedUnderneath { file: PathBuf },
    #[error(
        "an earlier write to {} failed half way; start the command again, \
         which sets the unfinished line aside", file.display()
    )]
    Broken { file: PathBuf },
    #[error("one ledger entry may have {MAX_LINE} bytes and this has {length}; shorten its words")]
    TooLong { length: usize },
}
