//! Arrows from each event to those that certainly follow it next, in lanes beside the labels.

use std::collections::HashMap;
use std::fmt::Write;

use crate::moment::EventId;
use crate::network::{Network, Using};
use crate::order::Order;

/// More arrows than this, or lanes, help nobody; then none is drawn.
const MOST_STEPS: usize = 80;
const MOST_LANES: i64 = 9;

/// One arrow, from a row down to a later one.
pub(super) struct Lane {
    from: i64,
    to: i64,
    lane: i64,
    hedged: bool,
}

pub(super) struct Lanes {
    pub lanes: Vec<Lane>,
    pub count: i64,
}

/// `None` if there are too many, or not all are known.
pub(super) fn lanes(network: &Network, order: &Order, rows: &[EventId]) -> Option<Lanes> {
    if order.steps.len() > MOST_STEPS || !order.complete {
        return None;
    }
    let row: HashMap<EventId, i64> = rows.iter().copied().zip(0..).collect();
    let mut steps: Vec<(i64, i64, bool)> = order
        .steps
        .iter()
        .map(|(earlier, later)| {
            let hedged = !network.before(*earlier, *later, Using::Firm);
            (row[earlier], row[later], hedged)
        })
        .collect();
    steps.sort_by_key(|(from, to, _)| (to - from, *from));
    let mut lanes: Vec<Lane> = Vec::new();
    let mut count = 0;
    for (from, to, hedged) in steps {
        let taken = |lane: i64| {
            lanes
                .iter()
                .any(|other| other.lane == lane && other.from < to && from < other.to)
        };
        let lane = (0..MOST_LANES).find(|lane| !taken(*lane))?;
        count = count.max(lane + 1);
        lanes.push(Lane {
            from,
            to,
            lane,
            hedged,
        });
    }
    Some(Lanes { lanes, count })
}

impl Lane {
    pub(super) fn draw(&self, svg: &mut String, right: i64, top: i64, row: i64, lane: i64) {
        let x = right - 6 - lane * (self.lane + 1) + lane / 2;
        let from = top + row * self.from + row / 2 + 3;
        let to = top + row * self.to + row / 2 - 3;
        let hedged = if self.hedged { " hedged" } else { "" };
        let _ = writeln!(
            svg,
            "<path class=\"step{hedged}\" d=\"M{right} {from}H{x}V{to}H{}\"/>\
             <path class=\"head{hedged}\" d=\"M{right} {to}l-6 -3v6z\"/>",
            right - 5
        );
    }
}
