//! Order that holds whatever is chosen: each pair is tried against all choices.
//!
//! Times found while a pair is refuted refute others too.

use crate::closure::Closure;
use crate::layer::Seen;
use crate::network::Network;
use crate::problem::{Edge, NO_CLUE, Part};
use crate::search::{Found, choose};

/// Alternatives tried in all for the pairs of one group.
const TRY_STEPS: u64 = 1_000_000;

/// Pairs of events of one group tried one by one: can all of the first not be before the second?
pub(super) struct Tries {
    part: Part,
    closure: Closure,
    open: Vec<u32>,
    /// Each event with its begin and end in the part; what no clue touches orders nothing.
    pub events: Vec<(u32, Option<u32>, Option<u32>)>,
    /// Begin and end of each event, in times that keep every clue.
    times: Vec<Vec<(i64, i64)>>,
    steps: u64,
}

impl Tries {
    pub(super) fn new(network: &Network, near: &[u32], seen: &Seen) -> Self {
        let part = network.problem.part(near, &[]);
        let mut closure = Closure::new(part.problem.moments(), false);
        let mut hold = |edges: &[Edge]| closure.push(edges).expect("the clues used hold");
        hold(&part.problem.own_edges());
        let mut open = Vec::new();
        for (number, item) in (0..).zip(&part.problem.items) {
            match item.alternatives.as_slice() {
                [edges] => hold(edges),
                _ => open.push(number),
            }
        }
        let mut events = Vec::new();
        let mut places = Vec::new();
        let place = |moment: u32| seen.moments.iter().position(|other| *other == moment);
        for (number, event) in (0..).zip(&network.events) {
            if let Some(known) = place(event.begin.0).zip(place(event.end.0)) {
                let (begin, end) = (part.placed(event.begin.0), part.placed(event.end.0));
                events.push((number, begin, end));
                places.push(known);
            }
        }
        let times = |all: &Vec<i64>| places.iter().map(|(b, e)| (all[*b], all[*e])).collect();
        Tries {
            times: seen.schedules.iter().map(times).collect(),
            part,
            closure,
            open,
            events,
            steps: TRY_STEPS,
        }
    }

    /// Whether the first is before the second in all times seen so far.
    pub(super) fn can_be(&self, earlier: usize, later: usize) -> bool {
        self.times
            .iter()
            .all(|times| times[earlier].1 < times[later].0)
    }

    /// Whether it always is; `None` if that takes too long.
    pub(super) fn always(&mut self, earlier: usize, later: usize) -> Option<bool> {
        let (Some(from), Some(to)) = (self.events[later].1, self.events[earlier].2) else {
            return Some(false);
        };
        let claim = Edge {
            from,
            to,
            at_most: -1,
            clue: NO_CLUE,
        };
        let mark = self.closure.mark();
        if self.closure.push(&[claim.denied()]).is_err() {
            return Some(true);
        }
        let items = &self.part.problem.items;
        let found = choose(&mut self.closure, items, &self.open, &mut self.steps);
        if found == Found::Holds {
            let at = self.closure.schedule();
            let time = |moment: Option<u32>, open| moment.map_or(open, |m| at[m as usize]);
            let times = self
                .events
                .iter()
                .map(|(_, begin, end)| (time(*begin, i64::MIN), time(*end, i64::MAX)));
            self.times.push(times.collect());
        }
        self.closure.undo(mark);
        match found {
            Found::Holds => Some(false),
            Found::Never(_) => Some(true),
            Found::Unknown => None,
        }
    }
}
