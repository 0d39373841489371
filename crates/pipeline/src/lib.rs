//! The order of work, from bytes to an account.
//!
//! Calls the stages one after another and keeps what they give in the case. It makes no decision
//! of its own about what a text says: that is the stages' part, or a person's.

mod amend;
mod chronology;
mod error;
mod explain;
mod footage;
mod footage_case;
mod second_reader;
mod sequence;
mod sides;
mod wire;
mod work;

pub use chronology::Chronology;
pub use error::PipelineError;
pub use explain::why;
pub use footage::{Looked, look, look_closely};
pub use footage_case::{MEDIA_VERSION, MediaItem};
pub use second_reader::SecondReader;
pub use sides::{both_sides, sides_of};
pub use wire::reading_json;
pub use work::{
    Built, Instruments, Progress, ReadReport, Workshop, build_account, read_bytes, version,
};
