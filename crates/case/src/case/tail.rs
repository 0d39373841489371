//! What the ledger says beyond the index: read when it is asked for, and again only when either
//! of the two has moved.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::LedgerError;
use crate::ledger::{self, Entry, Position};

#[derive(Debug)]
pub(super) struct Tail {
    from: Position,
    /// The ledger's length when it was read.
    length: u64,
    pub(super) entries: Vec<Entry>,
    pub(super) end: Position,
    pub(super) notices: Vec<String>,
}

impl Tail {
    pub(super) fn unread() -> Self {
        Self {
            from: Position::start(),
            length: 0,
            entries: Vec::new(),
            end: Position::start(),
            notices: Vec::new(),
        }
    }

    /// The tail after `from`; `known` where that is still it.
    pub(super) fn after(
        from: Position,
        case: &Path,
        key: &str,
        known: Arc<Tail>,
    ) -> Result<Arc<Tail>, LedgerError> {
        let file = case.join(ledger::NAME);
        let length = match fs::symlink_metadata(&file) {
            Ok(found) => found.len(),
            Err(source) => {
                return Err(LedgerError::Disk {
                    what: "read",
                    file,
                    source,
                });
            }
        };
        if known.from == from && known.length == length {
            return Ok(known);
        }
        Self::read(case, from, length, key).map(Arc::new)
    }

    fn read(case: &Path, from: Position, length: u64, key: &str) -> Result<Self, LedgerError> {
        let read = ledger::read_on(case, &from, &[key.to_owned()])?;
        let mut notices: Vec<String> = read.faults.iter().map(ToString::to_string).collect();
        notices.extend(read.torn.map(|bytes| {
            format!(
                "the ledger ends in an unfinished line of {bytes} bytes: it is being written now, \
                 or a write was stopped before it was acknowledged; it is left out here, and the \
                 next command that writes to the case moves it aside"
            )
        }));
        Ok(Self {
            from,
            length,
            entries: read.entries,
            end: read.end,
            notices,
        })
    }
}
