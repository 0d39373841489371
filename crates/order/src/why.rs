//! Why an order, a bound or an impossibility is certain: the clues it rests on.
//!
//! What is claimed is denied, and the clues that conflict with the denial are the reason.

use serde::Serialize;

use crate::closure::Closure;
use crate::conflict::{Smallness, Together, fewest, shrunk, together};
use crate::layer::Layer;
use crate::moment::{ClueId, EventId, Moment};
use crate::network::{Network, Using};
use crate::problem::{Edge, NO_CLUE, Part};

/// With more clues around than this, a reason is not proved to be the shortest.
const CLUES_FOR_FEWEST: usize = 80;

/// The clues something rests on, in the order of the chain they make where they make one. Without
/// any of them it would not follow from the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    pub clues: Vec<ClueId>,
    pub smallness: Smallness,
}

impl Network {
    /// Whether all of one event certainly lies before all of another.
    pub fn before(&self, earlier: EventId, later: EventId, using: Using) -> bool {
        let layer = self.layer(using);
        let claim = self.claim(earlier, later);
        let ends = layer.spans(claim.to).hull().latest;
        let begins = layer.spans(claim.from).hull().earliest;
        ends.zip(begins).is_some_and(|(ends, begins)| ends < begins)
            || layer
                .closure
                .path(claim.from, claim.to, claim.at_most)
                .is_some()
            || self.by_choices(layer, claim).is_some()
    }

    /// The clues by which one event certainly lies before another; `None` if it is not certain.
    pub fn why_before(&self, earlier: EventId, later: EventId, using: Using) -> Option<Reason> {
        self.why(self.claim(earlier, later), using)
    }

    /// The clues by which a moment is not earlier than its earliest.
    pub fn why_earliest(&self, moment: Moment, using: Using) -> Option<Reason> {
        let earliest = self.bounds(moment, using).spans.hull().earliest?;
        self.why(claim(moment, Moment::ORIGIN, -earliest), using)
    }

    /// The clues by which a moment is not later than its latest.
    pub fn why_latest(&self, moment: Moment, using: Using) -> Option<Reason> {
        let latest = self.bounds(moment, using).spans.hull().latest?;
        let mut reason = self.why(claim(Moment::ORIGIN, moment, latest), using)?;
        // From what is known first, as the others are told.
        reason.clues.reverse();
        Some(reason)
    }

    /// The other clues with which an alternative of a clue cannot be; `None` if it can, or if it
    /// is not known.
    pub fn why_impossible(&self, clue: ClueId, alternative: usize, using: Using) -> Option<Reason> {
        let layer = self.layer(using);
        let edges = self
            .problem
            .items
            .get(clue.index())?
            .alternatives
            .get(alternative)?;
        let moments: Vec<u32> = edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
        let mut near = layer.around(&self.problem, &moments);
        near.retain(|other| *other != clue.0);
        let supposed: Vec<Edge> = edges
            .iter()
            .map(|edge| Edge {
                clue: NO_CLUE,
                ..*edge
            })
            .collect();
        reason(&self.problem.part(&near, &supposed))
    }

    fn claim(&self, earlier: EventId, later: EventId) -> Edge {
        let (ends, begins) = (self.event_of(earlier).end, self.event_of(later).begin);
        claim(begins, ends, -1)
    }

    fn why(&self, claim: Edge, using: Using) -> Option<Reason> {
        let layer = self.layer(using);
        let Some(path) = layer.closure.path(claim.from, claim.to, claim.at_most) else {
            let found = reason(&self.by_choices(layer, claim)?)?;
            return Some(found);
        };
        let near = layer.around(&self.problem, &[claim.from, claim.to]);
        let clues = if near.len() <= CLUES_FOR_FEWEST {
            near
        } else {
            path.iter()
                .map(|edge| edge.clue)
                .filter(|clue| *clue != NO_CLUE)
                .collect()
        };
        let part = self.problem.part(&clues, &[claim.denied()]);
        let mut found = reason(&part)?;
        if clues.len() > CLUES_FOR_FEWEST || found.smallness != Smallness::Fewest {
            found.smallness = Smallness::NoneToSpare;
        }
        found.clues = self.chain(&found.clues, claim).unwrap_or(found.clues);
        Some(found)
    }

    /// All clues around a claim with its denial, where choices are open and none denies it.
    fn by_choices(&self, layer: &Layer, claim: Edge) -> Option<Part> {
        let near = layer.around(&self.problem, &[claim.from, claim.to]);
        if !near.iter().any(|clue| layer.open.contains(clue)) {
            return None;
        }
        let part = self.problem.part(&near, &[claim.denied()]);
        matches!(together(&part.problem, &all(&part)), Together::Conflict(_)).then_some(part)
    }

    /// The clues in the order in which they lead from the earlier moment to the later.
    fn chain(&self, clues: &[ClueId], claim: Edge) -> Option<Vec<ClueId>> {
        let clues: Vec<u32> = clues.iter().map(|clue| clue.0).collect();
        let part = self.problem.part(&clues, &[]);
        let mut closure = Closure::new(part.problem.moments(), false);
        closure.push(&part.problem.own_edges()).ok()?;
        for item in &part.problem.items {
            let [edges] = item.alternatives.as_slice() else {
                return None;
            };
            closure.push(edges).ok()?;
        }
        let (from, to) = (part.placed(claim.from)?, part.placed(claim.to)?);
        let path = closure.path(from, to, claim.at_most)?;
        let mut chain: Vec<u32> = Vec::new();
        for edge in path.iter().filter(|edge| edge.clue != NO_CLUE) {
            let clue = part.clues[edge.clue as usize];
            if !chain.contains(&clue) {
                chain.push(clue);
            }
        }
        (chain.len() == clues.len()).then(|| chain.into_iter().map(ClueId).collect())
    }
}

fn claim(from: Moment, to: Moment, at_most: i64) -> Edge {
    Edge {
        from: from.0,
        to: to.0,
        at_most,
        clue: NO_CLUE,
    }
}

fn all(part: &Part) -> Vec<u32> {
    (0..).zip(&part.clues).map(|(place, _)| place).collect()
}

/// The clues of a part that do not hold with what it is given.
fn reason(part: &Part) -> Option<Reason> {
    let all = all(part);
    let Together::Conflict(core) = together(&part.problem, &all) else {
        return None;
    };
    let (clues, smallness) = if core.is_empty() {
        (core, Smallness::Fewest)
    } else if all.len() <= CLUES_FOR_FEWEST {
        fewest(&part.problem, &all, &core)
    } else {
        shrunk(&part.problem, &core)
    };
    Some(Reason {
        clues: part.named(&clues).into_iter().map(ClueId).collect(),
        smallness,
    })
}
