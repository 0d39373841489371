//! The fewest things of which each set holds one.
//!
//! Branch and bound over the smallest set not hit, with sets that lie apart as lower bound. Knows
//! nothing of clues.

use std::collections::BTreeSet;

/// The fewest; among equally few, those given later go first. `None` if it took too long.
pub(crate) fn fewest(sets: &[BTreeSet<u32>], steps: u64) -> Option<BTreeSet<u32>> {
    // A set of one leaves no choice.
    let forced = sets.iter().filter(|set| set.len() == 1).flatten();
    let mut forced: BTreeSet<u32> = forced.copied().collect();
    let left = sets.iter().filter(|set| set.is_disjoint(&forced));
    let mut search = Search {
        sets: left.collect(),
        best: None,
        steps,
    };
    search.visit(&mut BTreeSet::new());
    if search.steps == 0 {
        return None;
    }
    forced.extend(search.best?);
    Some(forced)
}

struct Search<'a> {
    sets: Vec<&'a BTreeSet<u32>>,
    best: Option<BTreeSet<u32>>,
    steps: u64,
}

impl Search<'_> {
    fn visit(&mut self, taken: &mut BTreeSet<u32>) {
        self.steps = self.steps.saturating_sub(1);
        if self.steps == 0 {
            return;
        }
        let missed: Vec<&BTreeSet<u32>> = self
            .sets
            .iter()
            .copied()
            .filter(|set| set.is_disjoint(taken))
            .collect();
        let Some(smallest) = missed.iter().min_by_key(|set| set.len()) else {
            if self
                .best
                .as_ref()
                .is_none_or(|best| taken.len() < best.len())
            {
                self.best = Some(taken.clone());
            }
            return;
        };
        let least = taken.len() + lying_apart(&missed);
        if self.best.as_ref().is_some_and(|best| least >= best.len()) {
            return;
        }
        for &one in smallest.iter().rev() {
            taken.insert(one);
            self.visit(taken);
            taken.remove(&one);
        }
    }
}

/// How many of the sets, taken greedily, share nothing: each needs one of its own.
fn lying_apart(sets: &[&BTreeSet<u32>]) -> usize {
    let mut used = BTreeSet::new();
    let mut count = 0;
    for set in sets {
        if set.is_disjoint(&used) {
            used.extend(set.iter().copied());
            count += 1;
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::fewest;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    proptest! {
        #[test]
        fn as_few_as_trying_every_subset_finds(
            sets in prop::collection::vec(prop::collection::btree_set(0_u32..8, 1..4), 0..9),
        ) {
            let found = fewest(&sets, 100_000).expect("small");
            prop_assert!(sets.iter().all(|set| !set.is_disjoint(&found)));
            let slow = (0_u32..256)
                .filter(|mask| sets.iter().all(|set| set.iter().any(|one| mask >> one & 1 == 1)))
                .map(u32::count_ones)
                .min();
            prop_assert_eq!(Some(found.len() as u32), slow);
        }
    }

    #[test]
    fn a_set_of_nothing_cannot_be_hit() {
        assert_eq!(fewest(&[BTreeSet::new()], 100), None);
    }
}
