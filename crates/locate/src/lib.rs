//! Place names to places: the built-in gazetteer, and those a person adds to it.
//!
//! GeoNames data and a list of the project's own are packed into the binary when it is built, so
//! that starting costs nothing and nothing is fetched. A country's full dump can be added; it is
//! packed once and kept on a shelf. All of it finds names and never chooses between them: which
//! place a name means is read from the text around it.

mod added;
mod built_in;
mod dump;
mod extent;
pub mod find;
pub mod fix;
mod fold;
mod geonames;
mod known;
pub mod map;
mod markup;
mod pack;
mod shelf;
pub mod sun;
mod table;
pub mod view;

pub use added::About;
pub use built_in::BuiltIn;
pub use dump::DumpError;
pub use known::{KnownPlaces, left_out};
pub use shelf::{Addition, OnShelf, Shelf, ShelfError};
