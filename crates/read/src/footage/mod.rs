//! Films and pictures a text describes: which there are, what is seen in them, their order.
//!
//! What a text sees in a clip rests on the clip, not on the outlet; the frame says so.

mod clips;
mod en;
mod order;
mod present_en;
mod ru;
mod seen;
mod slavic;
mod uk;

use bearings_model::{Footage, Order};

pub(crate) use seen::read;

/// An order between clips or events that a sentence states.
#[derive(Debug)]
pub(crate) struct OrderFound {
    pub sentence: usize,
    /// The words around the one that orders: what hedges the order stands among them.
    pub around: std::ops::Range<usize>,
    pub order: Order,
    pub rule: &'static str,
}

#[derive(Debug, Default)]
pub(crate) struct FootageReading {
    pub footage: Vec<Footage>,
    pub orders: Vec<OrderFound>,
}
