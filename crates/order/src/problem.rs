//! The network as numbers: moments, edges, and for each clue the sets of edges it may mean.
//!
//! Knows no labels. An edge from `u` to `v` of `at_most` says: `v` is at most that much after `u`.

use std::collections::HashMap;

/// The clue of an edge that no clue gave: an event does not end before it begins.
pub(crate) const NO_CLUE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Edge {
    pub from: u32,
    pub to: u32,
    pub at_most: i64,
    pub clue: u32,
}

impl Edge {
    /// The edge that holds exactly when this one does not.
    pub(crate) fn denied(self) -> Edge {
        Edge {
            from: self.to,
            to: self.from,
            at_most: -self.at_most - 1,
            clue: NO_CLUE,
        }
    }
}

/// One clue: the sets of edges of which one holds. None at all: the clue was taken back.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item {
    pub alternatives: Vec<Vec<Edge>>,
}

impl Item {
    pub(crate) fn edges(&self) -> impl Iterator<Item = &Edge> {
        self.alternatives.iter().flatten()
    }
}

/// Moments `0..moments`, of which 0 is the origin.
#[derive(Clone, Debug, Default)]
pub(crate) struct Problem {
    /// For each moment that begins an event with an end of its own, that end.
    pub ends: Vec<Option<u32>>,
    /// What holds whatever the clues say.
    pub given: Vec<Edge>,
    pub items: Vec<Item>,
}

impl Problem {
    pub(crate) fn moments(&self) -> usize {
        self.ends.len()
    }

    /// That each event ends at or after its begin, and what else is given.
    pub(crate) fn own_edges(&self) -> Vec<Edge> {
        let spans = self.ends.iter().enumerate().filter_map(|(begin, end)| {
            Some(Edge {
                from: (*end)?,
                to: u32::try_from(begin).expect("moments are few"),
                at_most: 0,
                clue: NO_CLUE,
            })
        });
        spans.chain(self.given.iter().copied()).collect()
    }

    /// The clues chosen, with only the moments they touch, and what is given besides.
    pub(crate) fn part(&self, clues: &[u32], given: &[Edge]) -> Part {
        let mut part = Part::default();
        part.place(0);
        for edge in given.iter().chain(&self.given) {
            let edge = part.moved(edge, NO_CLUE);
            part.problem.given.push(edge);
        }
        for &clue in clues {
            let here = u32::try_from(part.clues.len()).expect("clues are few");
            let moved = |part: &mut Part, edges: &Vec<Edge>| {
                edges.iter().map(|edge| part.moved(edge, here)).collect()
            };
            let alternatives = self.items[clue as usize]
                .alternatives
                .iter()
                .map(|edges| moved(&mut part, edges))
                .collect();
            part.problem.items.push(Item { alternatives });
            part.clues.push(clue);
        }
        for (&outer, &inner) in &part.places {
            let end = self.ends[outer as usize].and_then(|end| part.places.get(&end));
            part.problem.ends[inner as usize] = end.copied();
        }
        part
    }
}

/// Some clues of a problem as a problem of their own.
#[derive(Clone, Debug, Default)]
pub(crate) struct Part {
    pub problem: Problem,
    /// Which clue of the whole each item is.
    pub clues: Vec<u32>,
    places: HashMap<u32, u32>,
}

impl Part {
    /// Where a moment of the whole stands here, if a clue of this part touches it.
    pub(crate) fn placed(&self, moment: u32) -> Option<u32> {
        self.places.get(&moment).copied()
    }

    pub(crate) fn named(&self, here: &[u32]) -> Vec<u32> {
        here.iter().map(|&item| self.clues[item as usize]).collect()
    }

    fn place(&mut self, moment: u32) -> u32 {
        let next = u32::try_from(self.problem.ends.len()).expect("moments are few");
        let place = *self.places.entry(moment).or_insert(next);
        if place == next {
            self.problem.ends.push(None);
        }
        place
    }

    fn moved(&mut self, edge: &Edge, clue: u32) -> Edge {
        Edge {
            from: self.place(edge.from),
            to: self.place(edge.to),
            at_most: edge.at_most,
            clue,
        }
    }
}
