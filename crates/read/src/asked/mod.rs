//! A person's own language model as a second reader: what it is asked, and what of its answer
//! is taken.
//!
//! It may only point: every claim quotes its excerpt word for word, and numbers, strength, times
//! and places are read from those words by the rules here, never taken from the answer. Does not
//! speak to anything itself.

mod answer;
mod check;
mod question;

pub use answer::{Heard, hear};
pub use question::{Question, questions};

/// What the rule of a claim from such a reader begins with; the model's name follows.
pub const READER_RULE: &str = "reader.";
