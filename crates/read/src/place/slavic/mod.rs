//! Ukrainian and Russian place names: their cases, the adjectives made from them, the words around.

mod adjective;
mod body;
mod endings;
mod words;

pub(super) use adjective::{by_adjective, qualifies};
pub(super) use body::is_within_body;
pub(super) use endings::by_ending;
pub(super) use words::{LOCATIVE, NEVER, STRONG, UNIONS, qualifier};
