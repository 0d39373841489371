//! Place names to places: the built-in gazetteer.
//!
//! GeoNames data and a list of the project's own, packed into the binary when it is built, so
//! that starting costs nothing and nothing is fetched. It finds names and never chooses between
//! them: which place a name means is read from the text around it.

mod fold;
mod packed;

pub use packed::BuiltIn;
