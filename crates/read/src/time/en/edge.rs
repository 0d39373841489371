//! "early March", "mid-November", "late yesterday", "the end of 1998", "earlier this year".

use bearings_model::{TimeKind, When};

use super::{date, period, plain};
use crate::text::{Kind, Text};
use crate::time::edge::Edge;
use crate::time::{Anchors, Resolved};

pub(super) fn time(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let (edge, from) = edge(text, at)?;
    let from = match (text.word(from), text.word(from + 1)) {
        ("on", _) if text.is_capital(from + 1) => from + 1,
        ("in", "the") => from + 1,
        _ => from,
    };
    let led = matches!(
        text.word(from),
        "this" | "last" | "next" | "the" | "yesterday" | "today" | "tomorrow"
    );
    let named = led && from > at || text.is_capital(from) || text.kind(from) == Some(Kind::Number);
    let found = if named {
        date::edged(text, from, limit, anchors)
            .or_else(|| period::the_period(text, from, anchors))
            .or_else(|| plain(text, from, limit, anchors))
    } else {
        None
    };
    let mut found = found.filter(|found| found.kind != TimeKind::Duration)?;
    found.tokens.start = at;
    Some(found.at_edge(edge, anchors))
}

fn edge(text: &Text, at: usize) -> Option<(Edge, usize)> {
    let the = usize::from(text.word(at) == "the");
    let at = at + the;
    let of = text.word(at + 1) == "of";
    Some(match text.word(at) {
        "early" if text.word(at + 1) == "hours" && text.word(at + 2) == "of" => {
            (Edge::Early, at + 3)
        }
        "early" => (Edge::Early, past_dash(text, at + 1)),
        "late" => (Edge::Late, past_dash(text, at + 1)),
        "earlier" if the == 0 => (Edge::Earlier, at + 1),
        "later" if the == 0 => (Edge::Later, at + 1),
        "sometime" if the == 0 => (Edge::Anywhere, at + 1),
        "mid" => (Edge::Mid, past_dash(text, at + 1)),
        "beginning" | "start" if of => (Edge::Early, at + 2),
        "middle" if of => (Edge::Mid, at + 2),
        "end" if of => (Edge::Late, at + 2),
        "first" | "second" if text.word(at + 1) == "half" && text.word(at + 2) == "of" => {
            let first = text.word(at) == "first";
            (if first { Edge::Early } else { Edge::Late }, at + 3)
        }
        _ => return None,
    })
}

/// "late-November".
fn past_dash(text: &Text, at: usize) -> usize {
    at + usize::from(text.word(at) == "-")
}

impl Resolved {
    /// Narrowed to its early, middle or late part. A night is said to be late before midnight and
    /// after it, and an early morning begins in the dark.
    pub(in crate::time) fn at_edge(mut self, edge: Edge, anchors: &Anchors) -> Self {
        let part = self.timex.get(self.timex.len().saturating_sub(3)..);
        self.when = match (part, self.day, edge) {
            (Some("TNI"), ..) => self.when,
            (Some("TMO"), Some(day), Edge::Early) => Some(When::within(
                day.at(0, 0, 0, 0),
                day.at(9, 0, 0, 0),
                anchors.zone.clone(),
            )),
            _ => self.when.map(|when| edge.of(when, anchors.today())),
        };
        self
    }
}
