//! Sides and their forces: which words name whose people.

mod en;

pub(crate) use en::{actors, side_of};
