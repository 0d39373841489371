//! What comes in to be kept, and what becomes of it.

use std::collections::HashSet;

use bearings_model::{Acquisition, ItemId};
use jiff::Timestamp;

use crate::blobs::Staged;
use crate::ledger::Body;
use crate::{BlobError, CaseError, LedgerError, MAX_BLOB, MAX_LINE};

/// Bytes that came in, with how.
#[derive(Clone, Debug)]
pub struct Arrival<'a> {
    pub bytes: &'a [u8],
    pub acquisition: Acquisition,
}

/// What became of an arrival.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    pub id: ItemId,
    /// Whether the case did not have these bytes before.
    pub new: bool,
    /// The ledger entry that says how they came in.
    pub entry: u64,
}

pub type Outcome = Result<Kept, CaseError>;

/// Room in a ledger line for all that is not the acquisition.
const ENTRY_FRAME: usize = 16 * 1024;

/// Arrivals on their way into the case.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) ids: HashSet<ItemId>,
    pub(super) staged: Vec<Staged>,
    pub(super) kept: Vec<Kept>,
    pub(super) entries: Vec<(Timestamp, Body)>,
}

pub(super) fn check_size(bytes: &[u8], acquisition: &Acquisition) -> Result<(), CaseError> {
    let from = || acquisition.from.chars().take(80).collect();
    if bytes.len() as u64 > MAX_BLOB {
        return Err(BlobError::TooLarge {
            from: from(),
            bytes: bytes.len() as u64,
        }
        .into());
    }
    let words = serde_json::to_vec(acquisition).map_or(usize::MAX, |json| json.len());
    if words > MAX_LINE - ENTRY_FRAME {
        return Err(LedgerError::TooLong { length: words }.into());
    }
    Ok(())
}
