//! A case on disk: ledger, blobs, index; the only crate that knows storage.
