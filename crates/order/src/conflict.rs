//! Clues that cannot all be true: the fewest, and every other set apart from them.
//!
//! The fewest by hitting sets: whatever clues conflict, they hold one of each set without which
//! the rest is consistent (implicit hitting sets, as in Ignatiev and others, "Smallest MUS
//! Extraction with Minimal Hitting Set Dualization", CP 2015). Within its steps it proves the
//! fewest; beyond them it says that it only knows a set from which none can be left out.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::closure::Closure;
use crate::hitting;
use crate::problem::{Item, Problem};
use crate::search::{Found, choose};

/// Steps of one look for choices that hold.
pub(crate) const CHOICE_STEPS: u64 = 200_000;
/// Edges added and moments moved, in all of a group, while the fewest are looked for.
const FEWEST_STEPS: u64 = 10_000_000;
const HITTING_STEPS: u64 = 200_000;
/// Edges added and moments moved, in all, while clues to spare are looked for.
const SHRINK_STEPS: u64 = 20_000_000;

/// How small a set of clues was proved to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Smallness {
    /// No set of fewer clues does it.
    Fewest,
    /// None of these can be left out; whether other, fewer clues do it was not settled.
    NoneToSpare,
    /// Settling it took too long: some of these may have no part in it.
    NotReduced,
}

/// Whether some clues hold together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Together {
    Hold,
    Conflict(Vec<u32>),
    Unknown,
}

/// Whether the clues chosen hold together; if not, some of them that do not, in the order of the
/// circle they make where it is one circle.
pub(crate) fn together(problem: &Problem, clues: &[u32]) -> Together {
    let mut closure = Closure::new(problem.moments(), false);
    together_in(&mut closure, problem, clues)
}

fn together_in(closure: &mut Closure, problem: &Problem, clues: &[u32]) -> Together {
    if closure.push(&problem.own_edges()).is_err() {
        return Together::Conflict(Vec::new());
    }
    let mut open = Vec::new();
    for &clue in clues {
        match problem.items[clue as usize].alternatives.as_slice() {
            [edges] => {
                if let Err(circle) = closure.push(edges) {
                    let shorter = closure.short_circle(edges);
                    let shorter = shorter.filter(|clues| clues.len() < circle.clues.len());
                    return Together::Conflict(shorter.unwrap_or(circle.clues));
                }
            }
            [] => {}
            _ => open.push(clue),
        }
    }
    let mut steps = CHOICE_STEPS;
    match choose(closure, &problem.items, &open, &mut steps) {
        Found::Holds => Together::Hold,
        Found::Never(core) => Together::Conflict(core.into_iter().collect()),
        Found::Unknown => Together::Unknown,
    }
}

/// Leaves out every clue without which the rest still conflicts.
pub(crate) fn shrunk(problem: &Problem, core: &[u32]) -> (Vec<u32>, Smallness) {
    let mut kept = core.to_vec();
    let mut smallness = Smallness::NoneToSpare;
    let mut steps = SHRINK_STEPS;
    let mut at = 0;
    while at < kept.len() {
        let mut rest = kept.clone();
        rest.remove(at);
        let mut closure = Closure::new(problem.moments(), false);
        let found = together_in(&mut closure, problem, &rest);
        let work = closure.work() + problem.moments() as u64;
        steps = steps.saturating_sub(work);
        if steps == 0 {
            return (kept, Smallness::NotReduced);
        }
        match found {
            // Its own core may be smaller still; what was tried before stays needed.
            Together::Conflict(core) => kept.retain(|c| core.contains(c)),
            Together::Hold => at += 1,
            Together::Unknown => {
                smallness = Smallness::NotReduced;
                at += 1;
            }
        }
    }
    (in_circle(problem, kept), smallness)
}

/// The fewest of these clues that conflict, if they do.
pub(crate) fn fewest(problem: &Problem, clues: &[u32], core: &[u32]) -> (Vec<u32>, Smallness) {
    Settled::default().fewest(problem, clues, core)
}

/// What was settled while the fewest were looked for, of use when some clues are gone.
#[derive(Clone, Debug)]
pub(crate) struct Settled {
    /// Any conflict holds a clue of each.
    needed: Vec<BTreeSet<u32>>,
    /// No conflict has fewer clues.
    at_least: usize,
    steps: u64,
}

impl Default for Settled {
    fn default() -> Self {
        Settled {
            needed: Vec::new(),
            at_least: 1,
            steps: FEWEST_STEPS,
        }
    }
}

impl Settled {
    /// The fewest of these clues that conflict; the clues are those of the call before, or fewer.
    pub(crate) fn fewest(
        &mut self,
        problem: &Problem,
        clues: &[u32],
        core: &[u32],
    ) -> (Vec<u32>, Smallness) {
        let (known, smallness) = shrunk(problem, core);
        if smallness == Smallness::NotReduced {
            return (known, smallness);
        }
        if known.len() <= self.at_least {
            return (known, Smallness::Fewest);
        }
        if self.at_least == 1 {
            if let Some(alone) = alone(problem, clues) {
                return (vec![alone], Smallness::Fewest);
            }
            self.at_least = 2;
            if known.len() == 2 {
                return (known, Smallness::Fewest);
            }
        }
        for set in &mut self.needed {
            set.retain(|clue| clues.contains(clue));
        }
        while let Some(hits) = hitting::fewest(&self.needed, HITTING_STEPS) {
            if hits.len() >= known.len() {
                self.at_least = known.len();
                return (known, Smallness::Fewest);
            }
            let start: Vec<u32> = hits.iter().copied().collect();
            match grown(problem, &start, clues, &mut self.steps) {
                Grown::Conflict => {
                    self.at_least = start.len();
                    return (in_circle(problem, start), Smallness::Fewest);
                }
                Grown::Apart(apart) => self.needed.push(apart),
                Grown::Unknown => break,
            }
        }
        (known, Smallness::NoneToSpare)
    }
}

/// A clue that cannot be true by itself.
fn alone(problem: &Problem, clues: &[u32]) -> Option<u32> {
    let mut growing = Growing::new(problem);
    let mark = growing.closure.mark();
    clues.iter().copied().find(|&clue| {
        let mut steps = CHOICE_STEPS;
        let holds = growing.add_all(&[clue], &mut steps);
        growing.closure.undo(mark);
        growing.open.clear();
        holds == Some(false)
    })
}

enum Grown {
    /// The clues at the start conflict themselves.
    Conflict,
    /// With none of these, the rest holds together; with any one of them it does not.
    Apart(BTreeSet<u32>),
    Unknown,
}

/// From some clues to as many as hold together; what is left conflicts with them one by one.
fn grown(problem: &Problem, start: &[u32], clues: &[u32], steps: &mut u64) -> Grown {
    let mut growing = Growing::new(problem);
    match growing.add_all(start, steps) {
        Some(true) => {}
        Some(false) => return Grown::Conflict,
        None => return Grown::Unknown,
    }
    let mut apart = BTreeSet::new();
    let single = |clue: &&u32| problem.items[**clue as usize].alternatives.len() == 1;
    let (single, open): (Vec<&u32>, Vec<&u32>) = clues.iter().partition(|clue| single(clue));
    for &clue in single.into_iter().chain(open) {
        if start.contains(&clue) {
            continue;
        }
        match growing.add_all(&[clue], steps) {
            Some(true) => {}
            Some(false) => {
                apart.insert(clue);
            }
            None => return Grown::Unknown,
        }
    }
    Grown::Apart(apart)
}

/// Clues taken in one after another as long as they hold together.
struct Growing<'a> {
    items: &'a [Item],
    closure: Closure,
    open: Vec<u32>,
    /// Work of the closure that was taken from the steps.
    counted: u64,
}

impl<'a> Growing<'a> {
    fn new(problem: &'a Problem) -> Self {
        let mut closure = Closure::new(problem.moments(), false);
        let own = closure.push(&problem.own_edges());
        own.expect("a conflict without clues was shrunk to nothing before");
        Growing {
            items: &problem.items,
            counted: closure.work(),
            closure,
            open: Vec::new(),
        }
    }

    /// Whether they hold with those before; `None` when the steps are used up.
    fn add_all(&mut self, clues: &[u32], steps: &mut u64) -> Option<bool> {
        let (mark, opened) = (self.closure.mark(), self.open.len());
        for &clue in clues {
            let alternatives = &self.items[clue as usize].alternatives;
            match alternatives.as_slice() {
                [] => {}
                [edges] => {
                    if self.closure.push(edges).is_err() {
                        self.closure.undo(mark);
                        self.open.truncate(opened);
                        return Some(false);
                    }
                }
                _ => self.open.push(clue),
            }
        }
        let before_choice = self.closure.mark();
        *steps = steps.checked_sub(self.closure.work() - self.counted)?;
        self.counted = self.closure.work();
        let found = choose(&mut self.closure, self.items, &self.open, steps);
        match found {
            Found::Holds => {
                self.closure.undo(before_choice);
                Some(true)
            }
            Found::Never(_) => {
                self.closure.undo(mark);
                self.open.truncate(opened);
                Some(false)
            }
            Found::Unknown => None,
        }
    }
}

/// By how much the clues miss each other, where they make one circle of differences.
pub(crate) fn missing(problem: &Problem, clues: &[u32]) -> Option<i64> {
    let mut closure = Closure::new(problem.moments(), false);
    closure.push(&problem.own_edges()).ok()?;
    for &clue in clues {
        let [edges] = problem.items[clue as usize].alternatives.as_slice() else {
            return None;
        };
        if let Err(circle) = closure.push(edges) {
            return Some(circle.short_by);
        }
    }
    None
}

/// The same clues in the order of their circle, where they make one.
fn in_circle(problem: &Problem, clues: Vec<u32>) -> Vec<u32> {
    match together(problem, &clues) {
        Together::Conflict(core) if core.len() == clues.len() => core,
        _ => clues,
    }
}
