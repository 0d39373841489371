//! The sun and the moon over a place, and what a shadow says of time and place.
//!
//! Pure: a question in, an answer with its inputs and the rule out. An answer is a set of times or
//! places with its mass; it must never be one minute or one point, and light alone proves nothing.

mod answer;
mod band;
mod civil;
mod crossing;
mod day;
mod density;
mod drawing;
mod error;
mod fit;
mod instant;
mod measured;
mod moon;
mod picture;
mod place;
mod question;
mod reason;
mod report;
mod spa;
mod topocentric;
mod track;
mod when;
pub mod written;

pub use answer::{DayMass, Interval, Peak, Prior, ShadowAnswer, TimeSet};
pub use band::{Area, PLACE_RULE, PlaceAnswer, PlaceGrid, PlaceQuestion, Rings, Sighting};
pub use civil::{moment, zone};
pub use day::{Polar, SunDay, SunEvent, SunMoment, sun_day};
pub use error::SunError;
pub use measured::{Measured, Spread};
pub use moon::{MoonDay, MoonPosition, moon_day, moon_position};
pub use place::Place;
pub use question::{Gap, Light, Shadow, ShadowQuestion};
pub use report::{SkyAt, SkyReport, sky_at, sky_of};
pub use spa::SunAt;
pub use topocentric::{Air, SunPosition, sun_position};
pub use track::SunTrack;
pub use when::SHADOW_RULE;
