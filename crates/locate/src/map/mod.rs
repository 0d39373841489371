//! An OpenStreetMap extract as a store of features, searched by tag, name and place.
//!
//! Nothing here knows what a query asks: that is `find`. Nothing is fetched.

mod clip;
mod code;
mod gather;
mod import;
pub(crate) mod measure;
mod named;
mod nodes;
mod pages;
mod pairs;
mod pbf;
mod record;
mod rings;
pub(crate) mod shape;
mod spool;
mod spot;
mod store;
mod tags;
mod tile;
pub(crate) mod tree;
mod write;
mod xml;

pub use gather::Counts;
pub use import::{ImportError, Imported, import, store_path};
pub use measure::{bearing_deg, between_m, length_m, nearest};
pub use named::{Named, NamedKind};
pub(crate) use record::Written;
pub use record::{Feature, FeatureId, Kind};
pub use shape::{Polygon, Shape};
pub use spot::{Bounds, Spot};
pub use store::{About, Store, StoreError};
pub(crate) use tags::is_free_text;
pub use tile::tile;
