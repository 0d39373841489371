//! Copies: which text, picture, film or recording repeats which; which claims are one statement of
//! one speaker.
//!
//! Proposes with what two things have in common laid side by side; never merges anything.

pub mod film;
pub mod hamming;
pub mod media;
pub mod pdq;
pub mod picture;
pub mod sound;
mod speech;
mod text;

pub use speech::{Speech, speech_copies};
pub use text::{
    COPY_CONTAINMENT, COPY_RESEMBLANCE, LIFTED_WORDS, Near, NearDuplicates, NearPair, Text,
    WHOLE_RESEMBLANCE, copies, copies_of,
};
