//! The index: a SQLite file that answers quickly what the ledger and the readings say.
//!
//! It is derived and never the truth: a missing, damaged, foreign or outdated one is set aside and
//! made again. It remembers up to which ledger entry it has been built.

mod media;
mod open;
mod read;
mod schema;
mod search;
mod write;

pub use media::{KeptLikeness, KeptMedia};
pub use read::{ClaimLine, DocumentLine};
pub use search::Found;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, ErrorCode};
use thiserror::Error;

#[derive(Debug, Error)]
pub enum IndexError {
    #[error("cannot use the index {}: {source}; make room or mend the disk, then try again", file.display())]
    Disk {
        file: PathBuf,
        source: rusqlite::Error,
    },
    #[error(
        "the index {} is damaged ({source}); run 'bearings rebuild', nothing of the case itself is \
         lost", file.display()
    )]
    Damaged {
        file: PathBuf,
        source: rusqlite::Error,
    },
    #[error(
        "the index {} holds what is no {what} ({source}); run 'bearings rebuild', \
         nothing of the case itself is lost", file.display()
    )]
    NotUnderstood {
        file: PathBuf,
        what: &'static str,
        source: serde_json::Error,
    },
    #[error("cannot set the old index {} aside: {source}", file.display())]
    NotSetAside {
        file: PathBuf,
        source: std::io::Error,
    },
    #[error("the item {item} was not kept in this case, so nothing can be stored about it")]
    UnknownItem { item: String },
    #[error(
        "the claim {claim} points outside the text of item {item}; the rule {rule} is at fault"
    )]
    OutsideText {
        claim: String,
        item: String,
        rule: String,
    },
}

/// Whether the derived half of the case can be relied on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum IndexState {
    Ready,
    /// Items and rulings are all there; texts, claims and the rest must be made again from them.
    NeedsRebuild {
        why: String,
    },
}

/// An open index.
#[derive(Debug)]
pub(crate) struct Index {
    file: PathBuf,
    identity: Option<(u64, u64)>,
    connection: Connection,
}

impl Index {
    fn trouble(&self, source: rusqlite::Error) -> IndexError {
        trouble(&self.file, source)
    }

    fn not_understood(&self, what: &'static str, source: serde_json::Error) -> IndexError {
        IndexError::NotUnderstood {
            file: self.file.clone(),
            what,
            source,
        }
    }
}

impl IndexError {
    /// Whether a new index would do better. On a full disk it would not.
    pub(crate) fn is_damage(&self) -> bool {
        matches!(
            self,
            IndexError::Damaged { .. } | IndexError::NotUnderstood { .. }
        )
    }
}

fn trouble(file: &Path, source: rusqlite::Error) -> IndexError {
    let file = file.to_owned();
    match source.sqlite_error_code() {
        Some(
            ErrorCode::DiskFull
            | ErrorCode::SystemIoFailure
            | ErrorCode::ReadOnly
            | ErrorCode::CannotOpen
            | ErrorCode::PermissionDenied
            | ErrorCode::DatabaseBusy
            | ErrorCode::DatabaseLocked
            | ErrorCode::OutOfMemory,
        ) => IndexError::Disk { file, source },
        _ => IndexError::Damaged { file, source },
    }
}
