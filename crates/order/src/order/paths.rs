//! Shortest paths between events that do not pass the origin, by Dijkstra's method with the
//! schedule as potential; a moment from which no path can fall below zero is not followed.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use crate::layer::Layer;
use crate::network::Network;

/// Shortest paths between events that do not pass the origin.
pub(super) struct Paths<'a> {
    layer: &'a Layer,
    /// The event a moment ends, if it ends one.
    ended: Vec<Option<u32>>,
    /// For each moment the length of the shortest path to any event's end.
    pub nearest: Vec<i64>,
}

/// Work space of one search, cleared by what it touched.
pub(super) struct Walk {
    distance: Vec<i64>,
    touched: Vec<u32>,
    queue: BinaryHeap<(Reverse<i64>, u32)>,
}

impl Walk {
    pub(super) fn new(moments: usize) -> Self {
        Walk {
            distance: vec![i64::MAX; moments],
            touched: Vec::new(),
            queue: BinaryHeap::new(),
        }
    }

    fn reach(&mut self, moment: u32, distance: i64, key: i64) {
        self.distance[moment as usize] = distance;
        self.touched.push(moment);
        self.queue.push((Reverse(key), moment));
    }

    fn clear(&mut self) {
        for moment in self.touched.drain(..) {
            self.distance[moment as usize] = i64::MAX;
        }
        self.queue.clear();
    }
}

impl<'a> Paths<'a> {
    pub(super) fn new(network: &Network, layer: &'a Layer) -> Self {
        let mut ended = vec![None; network.problem.moments()];
        for (number, event) in (0..).zip(&network.events) {
            ended[event.end.0 as usize] = Some(number);
        }
        let mut paths = Paths {
            layer,
            nearest: vec![i64::MAX; ended.len()],
            ended,
        };
        paths.measure();
        paths
    }

    /// Dijkstra's method against the edges, from all ends at once.
    fn measure(&mut self) {
        let at = self.layer.closure.schedule();
        let mut queue: BinaryHeap<(Reverse<i64>, u32)> = BinaryHeap::new();
        for (moment, ended) in (0_u32..).zip(&self.ended) {
            if ended.is_some() {
                self.nearest[moment as usize] = 0;
                queue.push((Reverse(at[moment as usize]), moment));
            }
        }
        while let Some((Reverse(key), moment)) = queue.pop() {
            let here = self.nearest[moment as usize];
            if key != here + at[moment as usize] {
                continue;
            }
            for edge in self.layer.closure.reaching(moment) {
                let next = here + edge.at_most;
                if edge.from != 0 && next < self.nearest[edge.from as usize] {
                    self.nearest[edge.from as usize] = next;
                    queue.push((Reverse(next + at[edge.from as usize]), edge.from));
                }
            }
        }
    }

    /// The events whose end is before this begin.
    pub(super) fn ends_before(&self, begin: u32, walk: &mut Walk, work: &mut usize) -> Vec<u32> {
        let at = self.layer.closure.schedule();
        let mut found = Vec::new();
        if self.nearest[begin as usize] >= 0 {
            return found;
        }
        walk.reach(begin, 0, -at[begin as usize]);
        while let Some((Reverse(key), moment)) = walk.queue.pop() {
            let here = walk.distance[moment as usize];
            if key != here - at[moment as usize] {
                continue;
            }
            if let (true, Some(event)) = (here < 0, self.ended[moment as usize]) {
                found.push(event);
            }
            for edge in self.layer.closure.leaving(moment) {
                *work = work.saturating_sub(1);
                let (next, to) = (here + edge.at_most, edge.to as usize);
                let hopeless =
                    edge.to == 0 || self.nearest[to] == i64::MAX || next + self.nearest[to] >= 0;
                if !hopeless && next < walk.distance[to] {
                    walk.reach(edge.to, next, next - at[to]);
                }
            }
        }
        walk.clear();
        found
    }

    pub(super) fn said_outright(&self, begin: u32) -> Vec<u32> {
        let edges = self.layer.closure.leaving(begin);
        let below = edges.filter(|edge| edge.at_most < 0 && edge.to != 0);
        below
            .filter_map(|edge| self.ended[edge.to as usize])
            .collect()
    }
}
