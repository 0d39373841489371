//! Pictures, films and recordings together: what a file is compared by, the search among many, and
//! what two files have in common.
//!
//! Proposes, with the evidence measured; merges nothing.

mod judge;
mod print;
mod search;
mod sides;
mod words;

pub use judge::{SHORTEST_RUN_S, likeness};
pub use print::{DamagedPrint, MediaPrint, PrintMaker, WrongFrame};
pub use search::{Found, MediaSearch};
pub use sides::side_by_side;
pub use words::{in_words, shared_seconds};

#[cfg(test)]
mod tests;
