//! Clues that may mean one of several things: whether a choice holds, and what all choices leave.
//!
//! Depth first, the clue with the fewest choices left first; a dead end names the clues it rests
//! on, and choices that had no part in it are not tried again (conflict-directed backjumping,
//! Prosser 1993; for disjunctive time, Stergiou and Koubarakis 2000). Counts its own steps and
//! says when it stopped early.

use std::collections::BTreeSet;

use crate::closure::Closure;
use crate::moment::Spans;
use crate::problem::Item;

/// What came of looking for one choice that holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Found {
    /// One choice holds; the closure holds it too until undone.
    Holds,
    /// None does, for these clues (those in the closure among them).
    Never(BTreeSet<u32>),
    /// The steps allowed were used up.
    Unknown,
}

/// Looks for a choice, for each open clue, with which the closure still holds.
pub(crate) fn choose(
    closure: &mut Closure,
    items: &[Item],
    open: &[u32],
    steps: &mut u64,
) -> Found {
    let Next {
        clue,
        fits,
        mut core,
    } = match next(closure, items, open, steps) {
        None if *steps == 0 && !open.is_empty() => return Found::Unknown,
        None => return Found::Holds,
        Some(next) => next,
    };
    let rest: Vec<u32> = open
        .iter()
        .copied()
        .filter(|&other| other != clue)
        .collect();
    for choice in fits {
        let mark = closure.mark();
        let edges = &items[clue as usize].alternatives[choice];
        closure.push(edges).expect("it was found to fit");
        match choose(closure, items, &rest, steps) {
            Found::Never(because) => {
                closure.undo(mark);
                if !because.contains(&clue) {
                    return Found::Never(because);
                }
                core.extend(because);
            }
            Found::Unknown => {
                closure.undo(mark);
                return Found::Unknown;
            }
            Found::Holds => return Found::Holds,
        }
    }
    core.insert(clue);
    Found::Never(core)
}

/// The open clue with the fewest choices that fit, and why the others do not.
struct Next {
    clue: u32,
    fits: Vec<usize>,
    core: BTreeSet<u32>,
}

/// `None` when nothing is open, or no steps are left.
fn next(closure: &mut Closure, items: &[Item], open: &[u32], steps: &mut u64) -> Option<Next> {
    let mut best: Option<Next> = None;
    for &clue in open {
        let mut next = Next {
            clue,
            fits: Vec::new(),
            core: BTreeSet::new(),
        };
        for (choice, edges) in items[clue as usize].alternatives.iter().enumerate() {
            *steps = steps.checked_sub(1)?;
            match closure.fits(edges) {
                Ok(()) => next.fits.push(choice),
                Err(circle) => next.core.extend(circle.clues),
            }
        }
        if best
            .as_ref()
            .is_none_or(|best| next.fits.len() < best.fits.len())
        {
            let done = next.fits.len() < 2;
            best = Some(next);
            if done {
                break;
            }
        }
    }
    best
}

/// What all choices of some clues leave: the spans of some moments, the choices that can be.
#[derive(Clone, Debug)]
pub(crate) struct Left {
    pub spans: Vec<Spans>,
    /// For each moment whether its spans are exact, not only outer bounds.
    pub tight: Vec<bool>,
    /// For each open clue and choice, whether it stands in a whole that holds, as far as known.
    pub possible: Vec<Vec<Option<bool>>>,
    /// Times that keep everything, of the moments asked for: a few, each from another choice.
    pub schedules: Vec<Vec<i64>>,
    /// Whether all was looked at; if not, more choices may be possible.
    pub exact: bool,
}

const SCHEDULES_KEPT: usize = 16;

/// Looks at every choice that could still add to what is left.
///
/// The closure must keep bounds, and some choice must hold.
pub(crate) fn explore(
    closure: &mut Closure,
    items: &[Item],
    open: &[u32],
    moments: &[u32],
    steps: u64,
) -> Left {
    let unknown = |clue: &u32| vec![None; items[*clue as usize].alternatives.len()];
    let mut walk = Walk {
        items,
        open,
        moments,
        chosen: vec![None; open.len()],
        steps,
        left: Left {
            spans: vec![Spans::default(); moments.len()],
            tight: vec![true; moments.len()],
            possible: open.iter().map(unknown).collect(),
            schedules: Vec::new(),
            exact: true,
        },
    };
    let _ = walk.visit(closure);
    let mut left = walk.left;
    for (&clue, possible) in open.iter().zip(&mut left.possible) {
        let alternatives = &items[clue as usize].alternatives;
        for (edges, possible) in alternatives.iter().zip(possible) {
            let refuted = left.exact || closure.fits(edges).is_err();
            if possible.is_none() && refuted {
                *possible = Some(false);
            }
        }
    }
    if !left.exact {
        let outer = outer(closure, items, open, moments);
        let found = left.spans.iter().zip(&outer);
        // What was found lies inside; where it fills the outer bounds, they are exact.
        left.tight = found.map(|(found, outer)| found == outer).collect();
        left.spans = outer;
    }
    left
}

struct Walk<'a> {
    items: &'a [Item],
    open: &'a [u32],
    moments: &'a [u32],
    chosen: Vec<Option<usize>>,
    steps: u64,
    left: Left,
}

impl Walk<'_> {
    /// The clues a dead end rests on, if nothing below holds.
    fn visit(&mut self, closure: &mut Closure) -> Option<BTreeSet<u32>> {
        if self.nothing_new(closure) {
            return None;
        }
        let still: Vec<u32> = self.still_open();
        let Some(found) = next(closure, self.items, &still, &mut self.steps) else {
            if still.is_empty() {
                self.record(closure);
            } else {
                self.left.exact = false;
            }
            return None;
        };
        let at = self.open.iter().position(|&clue| clue == found.clue);
        let at = at.expect("it is one of the open clues");
        let mut core = found.core;
        let mut held = false;
        // What is not known to be possible first: it soonest shows all that is.
        let mut fits = found.fits;
        fits.sort_by_key(|choice| self.left.possible[at][*choice].is_some());
        for choice in fits {
            let mark = closure.mark();
            let edges = &self.items[found.clue as usize].alternatives[choice];
            closure.push(edges).expect("it was found to fit");
            self.chosen[at] = Some(choice);
            let dead = self.visit(closure);
            self.chosen[at] = None;
            closure.undo(mark);
            match dead {
                None => held = true,
                Some(because) if !held && !because.contains(&found.clue) => return Some(because),
                Some(because) => core.extend(because),
            }
        }
        core.insert(found.clue);
        (!held).then_some(core)
    }

    fn still_open(&self) -> Vec<u32> {
        let open = self.open.iter().zip(&self.chosen);
        open.filter_map(|(clue, chosen)| chosen.is_none().then_some(*clue))
            .collect()
    }

    /// Whether all that can be found below is known.
    fn nothing_new(&self, closure: &Closure) -> bool {
        let choices = self.chosen.iter().zip(&self.left.possible);
        choices.into_iter().all(|(chosen, possible)| match chosen {
            Some(choice) => possible[*choice].is_some(),
            None => possible.iter().all(Option::is_some),
        }) && self
            .moments
            .iter()
            .zip(&self.left.spans)
            .all(|(moment, spans)| spans.hold(closure.bounds(*moment)))
    }

    fn record(&mut self, closure: &Closure) {
        for (moment, spans) in self.moments.iter().zip(&mut self.left.spans) {
            spans.insert(closure.bounds(*moment));
        }
        for (chosen, possible) in self.chosen.iter().zip(&mut self.left.possible) {
            possible[chosen.expect("every clue is chosen")] = Some(true);
        }
        if self.left.schedules.len() < SCHEDULES_KEPT {
            let all = closure.schedule();
            let times = self
                .moments
                .iter()
                .map(|&moment| all[moment as usize] - all[0]);
            self.left.schedules.push(times.collect());
        }
    }
}

/// Bounds that surely hold all that is left: for each clue what its choices leave one by one, and
/// of that what all clues leave.
fn outer(closure: &mut Closure, items: &[Item], open: &[u32], moments: &[u32]) -> Vec<Spans> {
    let mut met: Vec<Spans> = moments
        .iter()
        .map(|&moment| Spans::of(closure.bounds(moment)))
        .collect();
    for &clue in open {
        let mut together = vec![Spans::default(); moments.len()];
        for edges in &items[clue as usize].alternatives {
            let mark = closure.mark();
            if closure.push(edges).is_ok() {
                for (spans, &moment) in together.iter_mut().zip(moments) {
                    spans.insert(closure.bounds(moment));
                }
                closure.undo(mark);
            }
        }
        for (met, together) in met.iter_mut().zip(&together) {
            *met = met.meet(together);
        }
    }
    met
}

#[cfg(test)]
mod tests {
    use super::explore;
    use crate::closure::Closure;
    use crate::moment::Interval;
    use crate::problem::{Edge, Item};
    use proptest::prelude::*;

    fn window(moment: u32, clue: u32, low: i64, wide: i64) -> Vec<Edge> {
        let edge = |from, to, at_most| Edge {
            from,
            to,
            at_most,
            clue,
        };
        vec![edge(0, moment, low + wide), edge(moment, 0, -low)]
    }

    proptest! {
        #[test]
        fn stopped_early_the_bounds_are_wider_and_say_so(
            starts in prop::collection::vec(prop::collection::vec(0_i64..60, 2..4), 2..5),
            steps in 0_u64..30,
        ) {
            let items: Vec<Item> = (1_u32..)
                .zip(&starts)
                .map(|(moment, starts)| Item {
                    alternatives: starts.iter().map(|low| window(moment, moment - 1, *low, 9)).collect(),
                })
                .collect();
            let moments: Vec<u32> = (1..).take(items.len()).collect();
            let open: Vec<u32> = (0..).take(items.len()).collect();
            let mut closure = Closure::new(items.len() + 1, true);
            for pair in moments.windows(2) {
                let apart = Edge { from: pair[1], to: pair[0], at_most: -1, clue: u32::MAX };
                closure.push(&[apart]).expect("a chain holds");
            }
            let all = explore(&mut closure, &items, &open, &moments, 1_000_000);
            let some = explore(&mut closure, &items, &open, &moments, steps);
            prop_assert!(all.exact);
            for (all, some) in all.spans.iter().zip(&some.spans) {
                prop_assert!(all.intervals().iter().all(|span| some.hold(*span)));
            }
            for ((all, some), tight) in all.spans.iter().zip(&some.spans).zip(&some.tight) {
                prop_assert!(!tight || all == some);
            }
            for (all, some) in all.possible.iter().flatten().zip(some.possible.iter().flatten()) {
                prop_assert!(some.is_none() || some == all);
            }
            if some.exact {
                prop_assert_eq!(all.spans, some.spans);
            }
            // And nothing was left in the closure.
            prop_assert_eq!(closure.bounds(1), Interval { earliest: None, latest: None });
        }
    }
}
