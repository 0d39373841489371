//! What is seen from where: features in the view of a position, and positions that see features in
//! a given order from left to right.
//!
//! Sight lines over flat ground with the heights that are given; no terrain, no trees. It finds
//! places that fit an order, and never says that a camera stood there.

mod area;
mod feature;
mod geojson;
mod grid;
mod halving;
mod order;
mod report;
mod search;
mod seen;
mod written;

pub use area::{Area, area_geojson};
pub use feature::{Feature, Shape};
pub use geojson::{FeatureError, features_from_geojson, sightings_geojson};
pub use order::{OrderError, OrderQuestion, Step, Thing};
pub use report::{areas_report, sightings_report};
pub use search::{Found, Searched, search, search_slowly};
pub use seen::{Sighting, Standing, Visibility, in_view};
pub use written::{WrittenOrderError, written_order};
