//! Hedged clues beside firm ones: as many as hold with them.
//!
//! The fewest hedged clues are left out, by hitting sets of the conflicts met; where that takes
//! too long, they are taken in the order given, and it is said so.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::conflict::{Together, fewest, shrunk, together};
use crate::groups::Groups;
use crate::hitting;
use crate::layer::Clash;
use crate::problem::Problem;

const HITTING_STEPS: u64 = 200_000;
/// Clues weighed, in all, before hedged clues are taken in the order given.
const STEPS: usize = 3_000_000;

/// How it was settled which hedged clues are left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Removal {
    /// With fewer left out, the rest does not hold together.
    Fewest,
    /// They were taken in the order given, each if it held with those before.
    InOrder,
}

/// A hedged clue left out, with a conflict it would make among the clues kept.
#[derive(Clone, Debug)]
pub(crate) struct Out {
    pub clue: u32,
    pub clash: Clash,
    pub removal: Removal,
}

/// Which hedged clues do not hold with the firm ones (which hold together) and each other.
pub(crate) fn left_out(problem: &Problem, firm: &[u32], soft: &[u32]) -> Vec<Out> {
    let mut groups = Groups::default();
    groups.grow(problem.moments());
    for edge in problem.own_edges() {
        groups.join(edge.from, edge.to);
    }
    for &clue in firm.iter().chain(soft) {
        groups.join_item(&problem.items[clue as usize]);
    }
    let of = |clue: u32| groups.of_item(&problem.items[clue as usize]);
    let mut by_group: BTreeMap<u32, (Vec<u32>, usize)> = BTreeMap::new();
    for &clue in soft {
        by_group.entry(of(clue)).or_default().0.push(clue);
    }
    for (clues, hedged) in by_group.values_mut() {
        *hedged = clues.len();
    }
    for &clue in firm {
        if let Some((clues, _)) = by_group.get_mut(&of(clue)) {
            clues.push(clue);
        }
    }
    let groups = by_group.into_values();
    groups
        .flat_map(|(clues, hedged)| of_group(problem, &clues, hedged))
        .collect()
}

/// Of clues whose first few are hedged.
fn of_group(problem: &Problem, clues: &[u32], hedged: usize) -> Vec<Out> {
    let part = problem.part(clues, &[]);
    let count = u32::try_from(clues.len()).expect("clues are few");
    let hedged = u32::try_from(hedged).expect("clues are few");
    let (out, removal) = match fewest_out(&part.problem, count, hedged) {
        Some(out) => (out, Removal::Fewest),
        None => (out_in_order(&part.problem, count, hedged), Removal::InOrder),
    };
    out.iter()
        .map(|&clue| {
            let kept = |c: &u32| *c == clue || !out.contains(c);
            let with: Vec<u32> = (0..count).filter(kept).collect();
            let clash = match together(&part.problem, &with) {
                Together::Conflict(core) => fewest(&part.problem, &with, &core),
                _ => (vec![clue], crate::conflict::Smallness::NotReduced),
            };
            Out {
                clue: part.clues[clue as usize],
                clash: (part.named(&clash.0), clash.1),
                removal,
            }
        })
        .collect()
}

fn fewest_out(problem: &Problem, count: u32, hedged: u32) -> Option<BTreeSet<u32>> {
    let mut needed: Vec<BTreeSet<u32>> = Vec::new();
    let mut weighed = 0;
    loop {
        let out = hitting::fewest(&needed, HITTING_STEPS)?;
        let kept: Vec<u32> = (0..count).filter(|clue| !out.contains(clue)).collect();
        weighed += kept.len();
        match together(problem, &kept) {
            Together::Hold => return Some(out),
            Together::Conflict(core) if weighed < STEPS => {
                let (core, _) = shrunk(problem, &core);
                needed.push(core.into_iter().filter(|&clue| clue < hedged).collect());
            }
            _ => return None,
        }
    }
}

fn out_in_order(problem: &Problem, count: u32, hedged: u32) -> BTreeSet<u32> {
    let mut kept: Vec<u32> = (hedged..count).collect();
    let mut out = BTreeSet::new();
    for clue in 0..hedged {
        kept.push(clue);
        if together(problem, &kept) != Together::Hold {
            kept.pop();
            out.insert(clue);
        }
    }
    out
}
