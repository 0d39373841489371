//! Searches a map for things by kind, distance, direction, number and order: the language of
//! docs/guide/find.md, answered with a reason for each hit.
//!
//! It finds candidates and says why; which of them is the place is for a person to judge.

mod along;
mod fits;
mod judge;
mod kinds;
mod parse;
mod print;
mod propose;
mod query;
mod run;
mod scan;
mod sets;
mod show;
mod svg;
mod words;

pub use kinds::{KINDS, KindWord};
pub use parse::{ParseError, parse};
pub use propose::{Clue, Proposal, propose};
pub use query::{
    Anchor, Area, BESIDE_M, Clause, Compare, Count, Direction, FAR_M, Filter, KindOf, NEAR_M,
    Property, Query, Relation, SECTOR_DEG, Subject,
};
pub use run::{FindError, Found, Hit, Reason, Step, find};
pub use scan::scan;
