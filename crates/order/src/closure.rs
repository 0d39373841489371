//! Differences that hold together: a schedule that keeps them all, and each moment's bounds.
//!
//! One edge more mends the schedule (Cotton and Maler, "Fast and Flexible Difference Constraint
//! Propagation for DPLL(T)", SAT 2006) and then the bounds, which are shortest paths from and to
//! the origin, by Dijkstra's method with the schedule as potential (Johnson 1977). Only what an
//! edge changes is looked at, and all of it can be undone. Knows no alternatives.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap};

use crate::moment::Interval;
use crate::problem::{Edge, NO_CLUE};

const FAR: i64 = i64::MAX;

/// Edges of a circle looked for by rounds, and moments reached in one round.
const MOST_IN_CIRCLE: usize = 7;
const MOST_AT_ONCE: usize = 5_000;

/// Towards later moments along the edges, or against them.
const AHEAD: usize = 0;
const BACK: usize = 1;

#[derive(Clone, Debug, Default)]
pub(crate) struct Closure {
    edges: Vec<Edge>,
    /// Edges by the moment they leave (`AHEAD`) and by the one they reach (`BACK`).
    at: [Vec<Vec<u32>>; 2],
    schedule: Vec<i64>,
    /// The shortest path from the origin (`AHEAD`) and to it (`BACK`).
    distance: [Vec<i64>; 2],
    bounds_kept: bool,
    changes: Vec<Change>,
    mending: Mending,
    work: u64,
}

#[derive(Clone, Copy, Debug)]
enum Change {
    Schedule(u32, i64),
    Distance(usize, u32, i64),
    Edge,
}

/// Edges round a circle whose sum is below zero: not all of them hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Circle {
    /// Each clue once, forward in time.
    pub clues: Vec<u32>,
    /// By how much the sum is below zero.
    pub short_by: i64,
}

/// Where undoing stops.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mark(usize);

/// Work space of mending: how far each moment must move, by which edge, and whether it has.
#[derive(Clone, Debug, Default)]
struct Mending {
    shift: Vec<i64>,
    by: Vec<u32>,
    moved: Vec<bool>,
    touched: Vec<u32>,
    queue: BinaryHeap<(Reverse<i64>, u32)>,
}

impl Closure {
    /// No edges yet. Without bounds it only tells whether edges hold together, faster.
    pub(crate) fn new(moments: usize, bounds_kept: bool) -> Self {
        let mut closure = Closure {
            bounds_kept,
            ..Closure::default()
        };
        closure.grow(moments);
        closure
    }

    pub(crate) fn grow(&mut self, moments: usize) {
        for side in [AHEAD, BACK] {
            self.at[side].resize(moments, Vec::new());
            self.distance[side].resize(moments, FAR);
            if let Some(origin) = self.distance[side].first_mut() {
                *origin = 0;
            }
        }
        self.schedule.resize(moments, 0);
        self.mending.shift.resize(moments, 0);
        self.mending.by.resize(moments, 0);
        self.mending.moved.resize(moments, false);
    }

    /// Adds all edges, or none and the clues of a circle that cannot hold, in the circle's order.
    pub(crate) fn push(&mut self, edges: &[Edge]) -> Result<(), Circle> {
        let mark = self.mark();
        for edge in edges {
            if let Err(circle) = self.push_one(*edge) {
                self.undo(mark);
                return Err(circle);
            }
        }
        Ok(())
    }

    /// Whether the edges hold together with all others; nothing is kept.
    pub(crate) fn fits(&mut self, edges: &[Edge]) -> Result<(), Circle> {
        let mark = self.mark();
        let kept = std::mem::replace(&mut self.bounds_kept, false);
        let fits = self.push(edges);
        self.undo(mark);
        self.bounds_kept = kept;
        fits
    }

    pub(crate) fn mark(&self) -> Mark {
        Mark(self.changes.len())
    }

    pub(crate) fn undo(&mut self, mark: Mark) {
        while self.changes.len() > mark.0 {
            match self.changes.pop().expect("longer than the mark") {
                Change::Schedule(moment, before) => self.schedule[moment as usize] = before,
                Change::Distance(side, moment, before) => {
                    self.distance[side][moment as usize] = before;
                }
                Change::Edge => {
                    let edge = self.edges.pop().expect("each such change added one");
                    self.at[AHEAD][edge.from as usize].pop();
                    self.at[BACK][edge.to as usize].pop();
                }
            }
        }
    }

    /// Forgets how to undo what was done so far.
    pub(crate) fn settle(&mut self) {
        self.changes = Vec::new();
    }

    /// Keeps bounds from now on, and computes them all.
    pub(crate) fn keep_bounds(&mut self) {
        self.bounds_kept = true;
        for side in [AHEAD, BACK] {
            self.distance[side].fill(FAR);
            self.distance[side][0] = 0;
            self.spread(side, 0);
        }
    }

    pub(crate) fn bounds(&self, moment: u32) -> Interval {
        let latest = self.distance[AHEAD][moment as usize];
        let to_origin = self.distance[BACK][moment as usize];
        Interval {
            earliest: (to_origin != FAR).then_some(-to_origin),
            latest: (latest != FAR).then_some(latest),
        }
    }

    /// How many edges were added and moments moved so far, undone ones too.
    pub(crate) fn work(&self) -> u64 {
        self.work
    }

    /// A time for each moment that keeps every edge, the origin not at zero.
    pub(crate) fn schedule(&self) -> &[i64] {
        &self.schedule
    }

    pub(crate) fn leaving(&self, moment: u32) -> impl Iterator<Item = &Edge> {
        let at = &self.at[AHEAD][moment as usize];
        at.iter().map(|&edge| &self.edges[edge as usize])
    }

    pub(crate) fn reaching(&self, moment: u32) -> impl Iterator<Item = &Edge> {
        let at = &self.at[BACK][moment as usize];
        at.iter().map(|&edge| &self.edges[edge as usize])
    }

    /// The edges of a shortest path, if there is one no longer than `at_most`.
    pub(crate) fn path(&self, from: u32, to: u32, at_most: i64) -> Option<Vec<Edge>> {
        let mut distance = vec![FAR; self.schedule.len()];
        let mut by: Vec<Option<Edge>> = vec![None; self.schedule.len()];
        distance[from as usize] = 0;
        let key = |distance: &[i64], at: u32| distance[at as usize] - self.schedule[at as usize];
        let mut queue = BinaryHeap::from([(Reverse(key(&distance, from)), from)]);
        while let Some((Reverse(length), moment)) = queue.pop() {
            if length != key(&distance, moment) || moment == to {
                if moment == to {
                    break;
                }
                continue;
            }
            for edge in self.leaving(moment) {
                let next = distance[moment as usize] + edge.at_most;
                if next < distance[edge.to as usize] {
                    distance[edge.to as usize] = next;
                    by[edge.to as usize] = Some(*edge);
                    queue.push((Reverse(key(&distance, edge.to)), edge.to));
                }
            }
        }
        if distance[to as usize] > at_most {
            return None;
        }
        let steps = std::iter::successors(by[to as usize], |edge| {
            (edge.from != from)
                .then(|| by[edge.from as usize])
                .flatten()
        });
        Some(steps.collect())
    }

    /// The clues of a circle of few edges with these, if they make one below zero.
    pub(crate) fn short_circle(&self, edges: &[Edge]) -> Option<Vec<u32>> {
        edges.iter().find_map(|edge| self.circle_with(*edge))
    }

    /// Bellman and Ford's method, an edge more at a time, as far as a conflict of few clues goes.
    fn circle_with(&self, first: Edge) -> Option<Vec<u32>> {
        let mut rounds = vec![BTreeMap::from([(first.to, (first.at_most, first))])];
        for _ in 0..MOST_IN_CIRCLE {
            let mut next: BTreeMap<u32, (i64, Edge)> = BTreeMap::new();
            for (moment, (length, _)) in rounds.last()? {
                for edge in self.leaving(*moment) {
                    let length = length + edge.at_most;
                    let known = next.entry(edge.to).or_insert((length, *edge));
                    if length < known.0 {
                        *known = (length, *edge);
                    }
                }
            }
            let closed = next.get(&first.from).is_some_and(|(length, _)| *length < 0);
            let many = next.len() > MOST_AT_ONCE;
            rounds.push(next);
            if closed {
                return Some(clues_back(&rounds, first.from));
            }
            if many {
                return None;
            }
        }
        None
    }

    fn push_one(&mut self, edge: Edge) -> Result<(), Circle> {
        let number = u32::try_from(self.edges.len()).expect("edges are few");
        self.edges.push(edge);
        self.at[AHEAD][edge.from as usize].push(number);
        self.at[BACK][edge.to as usize].push(number);
        self.changes.push(Change::Edge);
        self.work += 1;
        let mended = self.mend(number);
        self.mending.clear();
        mended?;
        if self.bounds_kept {
            self.tighten(AHEAD, edge.from, edge.to, edge.at_most);
            self.tighten(BACK, edge.to, edge.from, edge.at_most);
        }
        Ok(())
    }

    /// Moves moments earlier until the new edge is kept; if its own begin would have to move, the
    /// edges followed are a circle whose sum is below zero.
    fn mend(&mut self, number: u32) -> Result<(), Circle> {
        let edge = self.edges[number as usize];
        self.mending.ask(edge.to, self.slack(&edge).min(0), number);
        while let Some((Reverse(shift), moment)) = self.mending.queue.pop() {
            let here = moment as usize;
            if self.mending.moved[here] || shift != self.mending.shift[here] {
                continue;
            }
            if moment == edge.from {
                return Err(self.circle(number));
            }
            self.changes
                .push(Change::Schedule(moment, self.schedule[here]));
            self.schedule[here] += shift;
            self.mending.moved[here] = true;
            self.work += 1;
            for &next in &self.at[AHEAD][here] {
                let edge = self.edges[next as usize];
                let slack = self.slack(&edge);
                if !self.mending.moved[edge.to as usize] {
                    self.mending.ask(edge.to, slack, next);
                }
            }
        }
        Ok(())
    }

    fn slack(&self, edge: &Edge) -> i64 {
        self.schedule[edge.from as usize] + edge.at_most - self.schedule[edge.to as usize]
    }

    /// From the new edge's begin back to the new edge: forward in time.
    fn circle(&self, number: u32) -> Circle {
        let mut circle = Circle::default();
        let mut at = self.edges[number as usize].from;
        loop {
            let by = self.mending.by[at as usize];
            let edge = self.edges[by as usize];
            if edge.clue != NO_CLUE && !circle.clues.contains(&edge.clue) {
                circle.clues.push(edge.clue);
            }
            circle.short_by -= edge.at_most;
            at = edge.from;
            if by == number {
                return circle;
            }
        }
    }

    fn tighten(&mut self, side: usize, from: u32, to: u32, by: i64) {
        let start = self.distance[side][from as usize];
        if start != FAR && start + by < self.distance[side][to as usize] {
            self.shorten(side, to, start + by);
            self.spread(side, to);
        }
    }

    fn shorten(&mut self, side: usize, moment: u32, distance: i64) {
        let before = std::mem::replace(&mut self.distance[side][moment as usize], distance);
        self.changes.push(Change::Distance(side, moment, before));
    }

    /// Dijkstra's method from one moment whose distance has just become shorter.
    fn spread(&mut self, side: usize, start: u32) {
        let mut queue = BinaryHeap::from([(Reverse(self.key(side, start)), start)]);
        while let Some((Reverse(key), moment)) = queue.pop() {
            if key != self.key(side, moment) {
                continue;
            }
            let here = self.distance[side][moment as usize];
            for index in 0..self.at[side][moment as usize].len() {
                let edge = self.edges[self.at[side][moment as usize][index] as usize];
                let next = if side == AHEAD { edge.to } else { edge.from };
                if here + edge.at_most < self.distance[side][next as usize] {
                    self.shorten(side, next, here + edge.at_most);
                    queue.push((Reverse(self.key(side, next)), next));
                }
            }
        }
    }

    /// The distance in lengths that are never below zero, but for a constant.
    fn key(&self, side: usize, moment: u32) -> i64 {
        let (distance, at) = (
            self.distance[side][moment as usize],
            self.schedule[moment as usize],
        );
        if side == AHEAD {
            distance - at
        } else {
            distance + at
        }
    }
}

/// The clues by which the last round reached a moment, each once, later rounds first.
fn clues_back(rounds: &[BTreeMap<u32, (i64, Edge)>], moment: u32) -> Vec<u32> {
    let mut clues = Vec::new();
    let mut at = moment;
    for round in rounds.iter().rev() {
        let (_, edge) = round[&at];
        if edge.clue != NO_CLUE && !clues.contains(&edge.clue) {
            clues.push(edge.clue);
        }
        at = edge.from;
    }
    clues
}

impl Mending {
    fn ask(&mut self, moment: u32, shift: i64, by: u32) {
        let here = moment as usize;
        if shift < self.shift[here] {
            self.shift[here] = shift;
            self.by[here] = by;
            self.touched.push(moment);
            self.queue.push((Reverse(shift), moment));
        }
    }

    fn clear(&mut self) {
        for moment in self.touched.drain(..) {
            self.shift[moment as usize] = 0;
            self.moved[moment as usize] = false;
        }
        self.queue.clear();
    }
}

#[cfg(test)]
mod tests {
    use super::Closure;
    use crate::problem::Edge;
    use proptest::prelude::*;

    const MOMENTS: usize = 6;
    const FAR: i64 = 1_000_000;

    /// All distances by three loops; `None` if some circle is below zero.
    fn slow(edges: &[Edge]) -> Option<Vec<Vec<i64>>> {
        let mut distance = vec![vec![FAR; MOMENTS]; MOMENTS];
        (0..MOMENTS).for_each(|at| distance[at][at] = 0);
        for edge in edges {
            let at = &mut distance[edge.from as usize][edge.to as usize];
            *at = (*at).min(edge.at_most);
        }
        for k in 0..MOMENTS {
            for i in 0..MOMENTS {
                for j in 0..MOMENTS {
                    if distance[i][k] < FAR && distance[k][j] < FAR {
                        distance[i][j] = distance[i][j].min(distance[i][k] + distance[k][j]);
                    }
                }
            }
        }
        (0..MOMENTS)
            .all(|at| distance[at][at] >= 0)
            .then_some(distance)
    }

    fn agrees(closure: &Closure, edges: &[Edge]) {
        let distance = slow(edges).expect("what was taken in holds");
        for (moment, row) in distance.iter().enumerate() {
            let bounds = closure.bounds(moment as u32);
            let known = |amount: i64| (amount < FAR).then_some(amount);
            assert_eq!(bounds.latest, known(distance[0][moment]));
            assert_eq!(bounds.earliest, known(row[0]).map(|amount| -amount));
            for (to, &length) in row.iter().enumerate() {
                let path = closure.path(moment as u32, to as u32, length);
                assert_eq!(path.is_some(), length < FAR || moment == to);
                let shorter = closure.path(moment as u32, to as u32, length - 1);
                assert!(shorter.is_none() || length >= FAR);
                let sum = path.map(|path| path.iter().map(|edge| edge.at_most).sum::<i64>());
                assert!(sum.is_none_or(|sum| sum == length));
            }
        }
        let at = closure.schedule();
        let kept = |edge: &Edge| at[edge.to as usize] - at[edge.from as usize] <= edge.at_most;
        assert!(edges.iter().all(kept));
    }

    proptest! {
        #[test]
        fn one_edge_after_another_and_undone_again_is_as_three_loops_find(
            steps in prop::collection::vec((0_u32..6, 0_u32..6, -5_i64..8, any::<bool>()), 1..40),
        ) {
            let mut closure = Closure::new(MOMENTS, true);
            let mut held: Vec<Edge> = Vec::new();
            let mut marks = Vec::new();
            for (clue, (from, to, at_most, undo)) in (0_u32..).zip(steps) {
                if undo && !marks.is_empty() {
                    let (mark, count) = marks.pop().expect("not empty");
                    closure.undo(mark);
                    held.truncate(count);
                }
                let edge = Edge { from, to, at_most, clue };
                let mark = (closure.mark(), held.len());
                let mut with = held.clone();
                with.push(edge);
                match closure.push(&[edge]) {
                    Ok(()) => {
                        held = with;
                        marks.push(mark);
                    }
                    Err(circle) => {
                        prop_assert!(slow(&with).is_none());
                        let of_circle = |edge: &&Edge| circle.clues.contains(&edge.clue);
                        let circle: Vec<Edge> = with.iter().filter(of_circle).copied().collect();
                        prop_assert!(slow(&circle).is_none());
                    }
                }
                agrees(&closure, &held);
            }
        }
    }
}
