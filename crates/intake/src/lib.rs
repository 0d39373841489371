//! Bytes to documents; the only code that fetches.
//!
//! Reading a page is pure: bytes and what is known about them in, text and metadata out, with
//! everything that was left out and everything that went wrong. Only [`gather`] touches the disk
//! and only [`fetch`] the network. Never keeps anything, never reads claims.

mod charset;
mod chrome;
mod document;
mod error;
mod fetch;
mod gather;
mod kind;
mod language;
mod lines;
mod markdown;
mod mhtml;
mod outlet;
mod page;
mod published;
mod removed;
mod said;
mod tidy;

pub use document::{Defaults, Extracted, TEXT_LIMIT_BYTES, document, extract, item_of};
pub use error::IntakeError;
pub use fetch::{
    AddressRule, AskError, AskLimits, FetchError, FetchLimits, FetchRules, Fetched, ask, fetch,
};
pub use gather::{Found, Gather, GatherError, GatherProblem, GatherRules, gather};
pub use kind::{Kind, Unreadable, kind};
pub use removed::{Removed, RemovedLine};

/// For the benchmark alone: the two ways to the main text, side by side.
#[doc(hidden)]
pub mod bench {
    pub use crate::page::main_text::{with_dom_smoothie, with_trafilatura};
}
