//! What can go wrong with a case, as its callers see it.

use std::io;
use std::path::PathBuf;

use thiserror::Error;

use crate::{BlobError, IndexError, LedgerError, LockError, SignerError};

#[derive(Debug, Error)]
pub enum CaseError {
    #[error("{} is not empty and is no case; name a folder that does not exist yet", folder.display())]
    NotEmpty { folder: PathBuf },
    #[error("{} is a case already; add to it with 'bearings add', or name another folder", folder.display())]
    Exists { folder: PathBuf },
    #[error("cannot {what} the folder {}: {source}", folder.display())]
    Folder {
        what: &'static str,
        folder: PathBuf,
        source: io::Error,
    },
    #[error("no {what} of this case begins with '{prefix}'; 'bearings status' lists what there is")]
    Nothing { what: &'static str, prefix: String },
    #[error("'{prefix}' fits more than one {what} ({}); give more of it", fitting.join(", "))]
    Several {
        what: &'static str,
        prefix: String,
        fitting: Vec<String>,
    },
    #[error(
        "this case was made with the key {owner} and yours is {yours}; only the key that made a \
         case may write to it"
    )]
    ForeignKey { owner: String, yours: String },
    #[error(transparent)]
    Ledger(#[from] LedgerError),
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    Index(#[from] IndexError),
    #[error(transparent)]
    Lock(#[from] LockError),
    #[error(transparent)]
    Signer(#[from] SignerError),
}
