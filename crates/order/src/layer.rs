//! Some clues taken together: what they leave of each moment and of each choice.
//!
//! Clues that conflict are found, each conflict apart from the others, and none of their clues is
//! used. One more clue is taken in place unless it touches what conflicts.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::closure::Closure;
use crate::conflict::{CHOICE_STEPS, Settled, Smallness, Together, together};
use crate::groups::Groups;
use crate::moment::Spans;
use crate::problem::{Edge, NO_CLUE, Problem};
use crate::search::{Found, choose, explore};

/// Choices tried, in one group of moments, before spans become outer bounds: fewer where each try
/// touches more moments, so that one more clue does not take long, but enough to choose for every
/// clue twice over.
fn explore_steps(moments: usize, problem: &Problem, open: &[u32]) -> u64 {
    let alternatives = |clue: &u32| problem.items[*clue as usize].alternatives.len();
    let all: usize = open.iter().map(alternatives).sum();
    let least = (all * open.len()).max(1_000) as u64;
    (2_000_000 / moments.max(1) as u64).clamp(least, least.max(200_000))
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Layer {
    pub closure: Closure,
    pub groups: Groups,
    /// Clues used, those with a choice among them.
    pub used: BTreeSet<u32>,
    /// Clues used that may mean one of several things.
    pub open: BTreeSet<u32>,
    /// Clues in conflict, not used.
    pub aside: BTreeSet<u32>,
    /// Spans of moments that some choice touches; the closure bounds all others.
    spans: HashMap<u32, Spans>,
    possible: HashMap<u32, Vec<Option<bool>>>,
    /// Moments whose spans are only outer bounds.
    outer: BTreeSet<u32>,
    /// For a group with choices: its moments, and times that keep everything.
    pub seen: HashMap<u32, Seen>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    pub moments: Vec<u32>,
    pub schedules: Vec<Vec<i64>>,
}

/// Clues that cannot all be true.
pub(crate) type Clash = (Vec<u32>, Smallness);

impl Layer {
    /// Takes in some clues, and names those that conflict. Clues aside are not taken in, but what
    /// touches them later has to be thought over.
    pub(crate) fn of(problem: &Problem, clues: &[u32], aside: &[u32]) -> (Layer, Vec<Clash>) {
        let mut layer = Layer::default();
        layer.grow(problem.moments());
        for edge in problem.own_edges() {
            layer.groups.join(edge.from, edge.to);
        }
        for &clue in clues.iter().chain(aside) {
            layer.groups.join_item(&problem.items[clue as usize]);
        }
        let mut clashes = Vec::new();
        let broken = layer.load(problem, clues);
        if !broken.is_empty() {
            clashes = layer.clashes(problem, clues, &broken);
            layer.aside = clashes
                .iter()
                .flat_map(|(clues, _)| clues)
                .copied()
                .collect();
            let rest: Vec<u32> = clues
                .iter()
                .copied()
                .filter(|clue| !layer.aside.contains(clue))
                .collect();
            layer.load(problem, &rest);
        }
        layer.aside.extend(aside);
        layer.closure.keep_bounds();
        layer.closure.settle();
        let with_choices: BTreeSet<u32> = layer
            .open
            .iter()
            .map(|&clue| layer.groups.of_item(&problem.items[clue as usize]))
            .collect();
        for group in with_choices {
            // Its choices were found to hold, or it was not settled whether they do.
            layer.look(problem, group);
        }
        (layer, clashes)
    }

    /// Makes room for more moments, which nothing bounds yet.
    pub(crate) fn grow(&mut self, moments: usize) {
        self.closure.grow(moments);
        self.groups.grow(moments);
    }

    /// One more event; `begin` is its first moment, the last there is is its end.
    pub(crate) fn event(&mut self, begin: u32, moments: usize) {
        self.grow(moments);
        let end = u32::try_from(moments - 1).expect("moments are few");
        if begin != end {
            let ends_after = Edge {
                from: end,
                to: begin,
                at_most: 0,
                clue: NO_CLUE,
            };
            self.groups.join(begin, end);
            let own = self.closure.push(&[ends_after]);
            own.expect("nothing bounds a new event");
            self.closure.settle();
        }
    }

    /// Takes in one more clue where that needs nothing else to be thought over. If it returns
    /// false, the layer has to be made again.
    pub(crate) fn take(&mut self, problem: &Problem, clue: u32) -> bool {
        let item = &problem.items[clue as usize];
        self.groups.join_item(item);
        let group = self.groups.of_item(item);
        let here = |other: &u32| self.groups.of_item(&problem.items[*other as usize]) == group;
        if self.aside.iter().any(here) {
            return false;
        }
        self.used.insert(clue);
        match item.alternatives.as_slice() {
            [edges] => {
                if self.closure.push(edges).is_err() {
                    return false;
                }
                self.closure.settle();
            }
            _ => {
                self.open.insert(clue);
            }
        }
        let choices = self.open.iter();
        let touched =
            choices.filter(|&&other| self.groups.of_item(&problem.items[other as usize]) == group);
        touched.count() == 0 || self.look(problem, group)
    }

    pub(crate) fn spans(&self, moment: u32) -> Spans {
        match self.spans.get(&moment) {
            Some(spans) => spans.clone(),
            None => Spans::of(self.closure.bounds(moment)),
        }
    }

    /// Whether a moment's spans are exact, not only outer bounds.
    pub(crate) fn exact(&self, moment: u32) -> bool {
        !self.outer.contains(&moment)
    }

    pub(crate) fn possible(&self, clue: u32) -> Option<&[Option<bool>]> {
        self.possible.get(&clue).map(Vec::as_slice)
    }

    /// The clues used that hang together with some moments.
    pub(crate) fn around(&self, problem: &Problem, moments: &[u32]) -> Vec<u32> {
        let groups: Vec<u32> = moments.iter().map(|&m| self.groups.of(m)).collect();
        let of = |clue: &u32| self.groups.of_item(&problem.items[*clue as usize]);
        let near = self.used.iter().filter(|clue| groups.contains(&of(clue)));
        near.copied().collect()
    }

    /// Fills the closure, without bounds; gives the groups of moments that do not hold.
    fn load(&mut self, problem: &Problem, clues: &[u32]) -> BTreeSet<u32> {
        self.closure = Closure::new(problem.moments(), false);
        self.used = clues.iter().copied().collect();
        self.open = BTreeSet::new();
        let mut broken = BTreeSet::new();
        let own = self.closure.push(&problem.own_edges());
        own.expect("events that only end after they begin hold together");
        let mut choices: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for &clue in clues {
            let item = &problem.items[clue as usize];
            let group = self.groups.of_item(item);
            match item.alternatives.as_slice() {
                [] => {}
                [edges] => {
                    if self.closure.push(edges).is_err() {
                        broken.insert(group);
                    }
                }
                _ => {
                    self.open.insert(clue);
                    choices.entry(group).or_default().push(clue);
                }
            }
            self.closure.settle();
        }
        for (group, open) in choices {
            let mark = self.closure.mark();
            let mut steps = CHOICE_STEPS;
            let found = choose(&mut self.closure, &problem.items, &open, &mut steps);
            self.closure.undo(mark);
            if matches!(found, Found::Never(_)) {
                broken.insert(group);
            }
        }
        broken
    }

    /// In each group that does not hold, the fewest clues that conflict, then the fewest of the
    /// others, until the rest holds.
    fn clashes(&self, problem: &Problem, clues: &[u32], broken: &BTreeSet<u32>) -> Vec<Clash> {
        let mut clashes = Vec::new();
        for group in broken {
            let of = |clue: &u32| self.groups.of_item(&problem.items[*clue as usize]);
            let here: Vec<u32> = clues.iter().copied().filter(|c| of(c) == *group).collect();
            let part = problem.part(&here, &[]);
            let mut settled = Settled::default();
            let mut rest: Vec<u32> = (0..).zip(&here).map(|(place, _)| place).collect();
            while let Together::Conflict(core) = together(&part.problem, &rest) {
                let (clash, smallness) = settled.fewest(&part.problem, &rest, &core);
                rest.retain(|clue| !clash.contains(clue));
                clashes.push((part.named(&clash), smallness));
            }
        }
        clashes
    }

    /// Looks at the choices of one group; false if none holds.
    fn look(&mut self, problem: &Problem, group: u32) -> bool {
        let all = 1..u32::try_from(problem.moments()).expect("moments are few");
        let moments: Vec<u32> = all.filter(|&m| self.groups.of(m) == group).collect();
        let of = |clue: &u32| self.groups.of_item(&problem.items[*clue as usize]);
        let open: Vec<u32> = self
            .open
            .iter()
            .copied()
            .filter(|clue| of(clue) == group)
            .collect();
        let left = explore(
            &mut self.closure,
            &problem.items,
            &open,
            &moments,
            explore_steps(moments.len(), problem, &open),
        );
        self.closure.settle();
        if left.exact && left.schedules.is_empty() {
            self.outer.extend(&moments);
            return false;
        }
        for (moment, tight) in moments.iter().zip(left.tight) {
            if tight {
                self.outer.remove(moment);
            } else {
                self.outer.insert(*moment);
            }
        }
        self.spans.extend(moments.iter().copied().zip(left.spans));
        self.possible.extend(open.into_iter().zip(left.possible));
        let schedules = left.schedules;
        self.seen.insert(group, Seen { moments, schedules });
        true
    }
}
