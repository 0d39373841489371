//! Bytes to documents; the only code that fetches.
