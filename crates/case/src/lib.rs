//! A case on disk: a signed ledger, content-addressed blobs and an index that can be thrown away.
//!
//! The only crate that knows storage. The ledger and the blobs are the truth; nothing in them is
//! ever overwritten. Never asks for the time and never looks for a folder of its own: both are
//! handed in. Never reads what the bytes of an item mean.

mod blobs;
mod case;
mod digest;
mod disk;
mod error;
#[cfg(test)]
mod failing_disk;
mod fault;
mod ground;
mod index;
mod ledger;
mod lock;
mod signer;
mod verify;
mod writer;

pub use blobs::{BlobError, MAX_BLOB};
pub use case::Case;
pub use error::CaseError;
pub use fault::{Fault, FaultAt};
pub use ground::KeptItem;
pub use index::{ClaimLine, DocumentLine, Found, IndexError, IndexState, KeptLikeness, KeptMedia};
pub use ledger::{LedgerError, MAX_LINE, Position};
pub use lock::LockError;
pub use signer::{Signer, SignerError};
pub use verify::{Verification, verify, verify_ledger};
pub use writer::{Arrival, Kept, Outcome, Writer};
