//! When things happened and in which order, from every clue at once: bounds, order, and the clues
//! that cannot all be true.
//!
//! Knows only labels, moments and differences; what they mean is the caller's. Pure: no clock, no
//! zone but fixed offsets, no disk.

mod civil;
mod closure;
mod clue;
mod conflict;
mod drawing;
mod error;
mod groups;
mod hitting;
mod layer;
mod lines;
mod moment;
mod network;
mod order;
mod problem;
mod report;
mod search;
mod sequence;
mod softness;
mod why;
mod words;

pub use civil::written;
pub use clue::{Alternative, Basis, Clue, Statement, Strength};
pub use conflict::Smallness;
pub use drawing::{Axis, order_svg};
pub use error::Refused;
pub use lines::{Parsed, Problem, parse};
pub use moment::{ClueId, EventId, FARTHEST, Interval, MOST_MOMENTS, Moment, Spans};
pub use network::{Bounds, Conflict, Event, LeftOut, Network, Standing, Using};
pub use order::Order;
pub use report::{
    AlternativeReport, Because, ChoiceReport, ConflictReport, EventReport, LeftOutReport,
    OrderReport, Report, StepReport, When,
};
pub use sequence::{Ordered, Step, firm, with_soft};
pub use softness::Removal;
pub use why::Reason;
pub use words::Words;
