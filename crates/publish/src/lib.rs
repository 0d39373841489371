//! An account to pages; returns paths and bytes, writes nothing.
