//! What is wrong with a ledger or a blob, in one sentence that names it.

use std::fmt;

use bearings_model::ItemId;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub at: FaultAt,
    /// What is wrong there, without the name: "was changed after it was signed".
    pub what: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultAt {
    /// The ledger as a whole.
    Ledger,
    /// By its number, which begins at 0; the line in the file is one more.
    Entry(u64),
    Blob(ItemId),
    /// Something in `blobs/` that is no blob, by its path in the case.
    File(String),
}

impl Fault {
    pub(crate) fn new(at: FaultAt, what: impl Into<String>) -> Self {
        Self {
            at,
            what: what.into(),
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.at {
            FaultAt::Ledger => write!(out, "ledger {}", self.what),
            FaultAt::Entry(number) => write!(out, "entry {number} {}", self.what),
            FaultAt::Blob(id) => write!(out, "blob {id} {}", self.what),
            // A hostile name may hold control characters.
            FaultAt::File(path) => write!(out, "file {path:?} {}", self.what),
        }
    }
}
