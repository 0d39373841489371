//! Films and pictures a text describes: which there are, what is seen in them, their order.
//!
//! What a text sees in a clip rests on the clip, not on the outlet; the frame says so.

mod en;
mod order_en;
mod present_en;
mod seen_en;

use bearings_model::{Footage, Order};

pub(crate) use seen_en::read;

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
