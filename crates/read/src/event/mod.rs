//! What kind of thing happened.

mod en;

pub(crate) use en::{EventFound, event};
