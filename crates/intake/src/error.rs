//! Why bytes gave no document, each as one sentence that names the item and what to try.

use thiserror::Error;

/// The bytes of such an item are still worth keeping; only its text cannot be had.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum IntakeError {
    #[error("cannot read '{item}': it is empty; check that it was saved or copied completely")]
    Empty { item: String },

    #[error(
        "cannot read '{item}': it is no text but looks like {looks_like}; \
         add the text it came with, or convert it to text first"
    )]
    NotText {
        item: String,
        looks_like: &'static str,
    },

    #[error(
        "cannot read '{item}': {megabytes} MB is more than the {limit_megabytes} MB that are read \
         as one text; split it and add the parts"
    )]
    TooLarge {
        item: String,
        megabytes: u64,
        limit_megabytes: u64,
    },

    #[error(
        "cannot read '{item}': no text was found in it; open it in a browser and save what it \
         shows as text"
    )]
    NoText { item: String },
}
