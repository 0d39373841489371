//! The order of events as far as it is certain, in a form a person can read.
//!
//! One event is before another where bounds part them, or where differences do, whatever the
//! bounds. The second is a shortest path below zero from the later's begin to the earlier's end
//! that does not pass the origin; it is looked for from each event, and only where one can be.

mod paths;
mod sets;
mod tries;

use serde::Serialize;

use crate::layer::{Layer, Seen};
use crate::moment::EventId;
use crate::network::{Network, Using};
use paths::{Paths, Walk};
use sets::{Bits, Highest};
use tries::Tries;

/// Edges followed in all before only what clues say outright is added to what bounds say: with
/// few enough events to list every step, and with more.
const WORK_FOR_STEPS: usize = 40_000_000;
const WORK_FOR_LAYERS: usize = 3_000_000;
/// Events up to which every pair is looked at, for steps and blocks.
const MOST_PAIRED: usize = 1_500;
/// Events that hang together by choices, up to which every pair is tried.
const MOST_TRIED: usize = 500;

/// What is certain of the order of all events.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Order {
    /// Each event stands after some event of the layer before its own. Nothing is said of events
    /// of one layer, nor of any two events of different layers that no steps join.
    pub layers: Vec<Vec<EventId>>,
    /// Every event of a block is before every event of the next block.
    pub blocks: Vec<Vec<EventId>>,
    /// The earlier and the later, with no third between them: all other order follows from these.
    pub steps: Vec<(EventId, EventId)>,
    /// Whether all that is certain was found and is listed in steps. If not, `Network::before`
    /// still answers for any two events.
    pub complete: bool,
}

impl Network {
    /// The order of all events as far as it is certain.
    pub fn order(&self, using: Using) -> Order {
        let layer = self.layer(using);
        let mut found = Found::new(self, layer);
        found.by_differences(if self.events.len() <= MOST_PAIRED {
            WORK_FOR_STEPS
        } else {
            WORK_FOR_LAYERS
        });
        for seen in layer.seen.values() {
            found.by_choices(seen);
        }
        found.told()
    }
}

struct Found<'a> {
    network: &'a Network,
    layer: &'a Layer,
    /// For each event, when it begins at the earliest and ends at the latest.
    begins: Vec<i64>,
    ends: Vec<i64>,
    /// Times of the begins that keep every clue: an earlier event has an earlier begin.
    times: Vec<i64>,
    /// For each event, those before it by differences or choices.
    before: Vec<Vec<u32>>,
    complete: bool,
}

impl<'a> Found<'a> {
    fn new(network: &'a Network, layer: &'a Layer) -> Self {
        let schedule = layer.closure.schedule();
        let mut times: Vec<i64> = schedule.iter().map(|time| time - schedule[0]).collect();
        for seen in layer.seen.values() {
            let first = seen.schedules.first().into_iter().flatten();
            for (moment, time) in seen.moments.iter().zip(first) {
                times[*moment as usize] = *time;
            }
        }
        let events = &network.events;
        let hull = |moment: u32| layer.spans(moment).hull();
        Found {
            network,
            layer,
            begins: events.iter().map(|e| hull(e.begin.0).low()).collect(),
            ends: events.iter().map(|e| hull(e.end.0).high()).collect(),
            times: events.iter().map(|e| times[e.begin.0 as usize]).collect(),
            before: vec![Vec::new(); events.len()],
            complete: layer.seen.values().all(|seen| !seen.schedules.is_empty()),
        }
    }

    fn by_bounds(&self, earlier: usize, later: usize) -> bool {
        self.ends[earlier] < self.begins[later]
    }

    fn by_differences(&mut self, mut work: usize) {
        let paths = Paths::new(self.network, self.layer);
        let mut walk = Walk::new(paths.nearest.len());
        for later in 0..self.before.len() {
            let begin = self.network.events[later].begin.0;
            let found = if work > 0 {
                paths.ends_before(begin, &mut walk, &mut work)
            } else {
                self.complete = false;
                paths.said_outright(begin)
            };
            self.before[later] = found;
        }
    }

    /// Order that holds whatever is chosen, though not without the choices.
    fn by_choices(&mut self, seen: &Seen) {
        let Some(&first) = seen.moments.first() else {
            return;
        };
        let near = self.layer.around(&self.network.problem, &[first]);
        let mut tries = Tries::new(self.network, &near, seen);
        if tries.events.len() > MOST_TRIED || seen.schedules.is_empty() {
            self.complete = false;
            return;
        }
        for earlier in 0..tries.events.len() {
            for later in 0..tries.events.len() {
                let (one, other) = (tries.events[earlier].0, tries.events[later].0);
                let known = self.by_bounds(one as usize, other as usize)
                    || self.before[other as usize].contains(&one);
                if known || !tries.can_be(earlier, later) {
                    continue;
                }
                match tries.always(earlier, later) {
                    Some(true) => self.before[other as usize].push(one),
                    Some(false) => {}
                    None => self.complete = false,
                }
            }
        }
    }

    fn told(self) -> Order {
        let count = self.before.len();
        let mut in_time: Vec<usize> = (0..count).collect();
        in_time.sort_by_key(|&event| (self.times[event], event));
        let paired = count <= MOST_PAIRED;
        let after = if paired { self.pairs() } else { Vec::new() };
        Order {
            layers: self.layers(&in_time),
            blocks: self.blocks(&in_time, &after),
            steps: steps(&after),
            complete: self.complete && paired,
        }
    }

    fn layers(&self, in_time: &[usize]) -> Vec<Vec<EventId>> {
        let mut by_end: Vec<i64> = self.ends.clone();
        by_end.sort_unstable();
        let mut highest = Highest::new(by_end.len());
        let mut level = vec![0_usize; in_time.len()];
        let mut layers: Vec<Vec<EventId>> = Vec::new();
        for &event in in_time {
            let bounded = by_end.partition_point(|end| *end < self.begins[event]);
            let before = self.before[event].iter().map(|&e| level[e as usize] + 1);
            level[event] = before.max().unwrap_or(0).max(highest.below(bounded));
            let place = by_end.partition_point(|end| *end < self.ends[event]);
            highest.raise(place, level[event] + 1);
            if layers.len() <= level[event] {
                layers.push(Vec::new());
            }
            layers[level[event]].push(EventId(event as u32));
        }
        for layer in &mut layers {
            layer.sort_unstable();
        }
        layers
    }

    /// For each event the set of those after it.
    fn pairs(&self) -> Vec<Bits> {
        let count = self.before.len();
        let mut after = vec![Bits::new(count); count];
        for later in 0..count {
            for (earlier, after) in after.iter_mut().enumerate() {
                if self.by_bounds(earlier, later) {
                    after.set(later);
                }
            }
            for &earlier in &self.before[later] {
                after[earlier as usize].set(later);
            }
        }
        after
    }

    /// Cuts the events, in time, wherever all before the cut are before all behind it.
    fn blocks(&self, in_time: &[usize], after: &[Bits]) -> Vec<Vec<EventId>> {
        let count = in_time.len();
        let mut first_begin = vec![i64::MAX; count + 1];
        for place in (0..count).rev() {
            first_begin[place] = first_begin[place + 1].min(self.begins[in_time[place]]);
        }
        let mut behind = Bits::new(count);
        for event in 0..count {
            behind.set(event);
        }
        let mut blocks: Vec<Vec<EventId>> = Vec::new();
        let mut block: Vec<EventId> = Vec::new();
        let mut last_end = i64::MIN;
        let mut all_after = behind.clone();
        for (place, &event) in in_time.iter().enumerate() {
            block.push(EventId(event as u32));
            last_end = last_end.max(self.ends[event]);
            behind.unset(event);
            if let Some(after) = after.get(event) {
                all_after.keep(after);
            }
            let paired = !after.is_empty() && behind.within(&all_after);
            if paired || last_end < first_begin[place + 1] || place + 1 == count {
                block.sort_unstable();
                blocks.push(std::mem::take(&mut block));
            }
        }
        blocks
    }
}

/// What of the order is not followed from the rest.
fn steps(after: &[Bits]) -> Vec<(EventId, EventId)> {
    let mut steps = Vec::new();
    for (earlier, later) in after.iter().enumerate() {
        let mut next = later.clone();
        for between in later.members() {
            next.drop_all(&after[between]);
        }
        for later in next.members() {
            steps.push((EventId(earlier as u32), EventId(later as u32)));
        }
    }
    steps
}
