//! Brings the index level with the ledger when a case is opened to write. The ledger is never bent
//! to the index: one that does not fit is made anew.

use std::path::Path;

use crate::index::Index;
use crate::ledger::{self, Position};
use crate::{CaseError, LedgerError};

/// An index that is level with the ledger, and where that ends. One that cannot be used, or shows
/// only now that it is damaged, is made anew.
pub(super) fn ready_index(
    case: &Path,
    key: &str,
) -> Result<(Index, Position, Vec<String>), CaseError> {
    let (mut index, why) = Index::open_to_write(case)?;
    let (end, why) = match level(case, key, &mut index) {
        Err(CaseError::Index(error)) if error.is_damage() => {
            index.abandon();
            let why = error.to_string();
            index = Index::make(case, &why)?;
            (level(case, key, &mut index)?, Some(why))
        }
        leveled => (leveled?, why),
    };
    let notice = why.filter(|_| end.entries > 1);
    let notices = notice.map(|why| format!("{why}; it was made anew, 'bearings rebuild' fills it"));
    Ok((index, end, notices.into_iter().collect()))
}

/// Catches up; in a case without items nothing is missing from the index then.
fn level(case: &Path, key: &str, index: &mut Index) -> Result<Position, CaseError> {
    let end = catch_up(case, key, index)?;
    if index.items()?.is_empty() {
        index.set_rebuild_reason(None)?;
    }
    Ok(end)
}

/// Brings the index up to the end of the ledger, all of which must be sound.
pub(super) fn catch_up(case: &Path, key: &str, index: &mut Index) -> Result<Position, CaseError> {
    let read = ledger::read_on(case, &index.position()?, &[key.to_owned()])?;
    if let Some(fault) = read.faults.first() {
        return Err(LedgerError::Damaged {
            fault: fault.to_string(),
        }
        .into());
    }
    let bodies = read.entries.iter().map(|entry| (entry.number, &entry.body));
    index.mirror(bodies, &read.end)?;
    Ok(read.end)
}
