//! A packed tree of boxes: sixteen under one, in the order of the curve, without pointers.
//!
//! Kamel and Faloutsos 1993 (Hilbert-packed R-trees). Where the boxes lie is the caller's matter:
//! in a file for all features, in memory for those of one kind.

use super::spot::Bounds;

const UNDER_ONE: usize = 16;

/// Where each level begins, from the features' own boxes up to the one around all.
#[derive(Clone, Debug)]
pub(crate) struct Levels {
    starts: Vec<usize>,
    counts: Vec<usize>,
}

impl Levels {
    pub fn new(leaves: usize) -> Self {
        let (mut starts, mut counts) = (vec![0], vec![leaves]);
        let (mut total, mut count) = (leaves, leaves);
        while count > 1 {
            count = count.div_ceil(UNDER_ONE);
            starts.push(total);
            counts.push(count);
            total += count;
        }
        Self { starts, counts }
    }

    /// All boxes of all levels.
    pub fn boxes(&self) -> usize {
        self.starts[self.starts.len() - 1] + self.counts[self.counts.len() - 1]
    }

    /// Calls with each leaf whose box meets `area`; stops at the first fault of `at`.
    pub fn search<E>(
        &self,
        area: &Bounds,
        mut at: impl FnMut(usize) -> Result<Bounds, E>,
        mut each: impl FnMut(u32, Bounds),
    ) -> Result<(), E> {
        let top = self.starts.len() - 1;
        let mut open: Vec<(usize, usize)> = (0..self.counts[top]).map(|node| (top, node)).collect();
        while let Some((level, node)) = open.pop() {
            let bounds = at(self.starts[level] + node)?;
            if !bounds.meets(area) {
                continue;
            }
            if level == 0 {
                each(node as u32, bounds);
                continue;
            }
            let below = level - 1;
            let end = ((node + 1) * UNDER_ONE).min(self.counts[below]);
            open.extend((node * UNDER_ONE..end).rev().map(|child| (below, child)));
        }
        Ok(())
    }
}

/// Boxes of the levels above the leaves.
pub(crate) fn build(leaves: &mut Vec<Bounds>) -> Levels {
    let levels = Levels::new(leaves.len());
    for level in 1..levels.starts.len() {
        let below = levels.starts[level - 1]..levels.starts[level];
        for start in below.clone().step_by(UNDER_ONE) {
            let mut around = Bounds::NOTHING;
            let end = (start + UNDER_ONE).min(below.end);
            leaves[start..end]
                .iter()
                .for_each(|bounds| around.join(bounds));
            leaves.push(around);
        }
    }
    levels
}

/// The boxes of a few features in memory; a leaf's number is its place in what was given.
#[derive(Debug)]
pub(crate) struct BoxTree {
    boxes: Vec<Bounds>,
    levels: Levels,
}

impl BoxTree {
    pub fn new(mut boxes: Vec<Bounds>) -> Self {
        let levels = build(&mut boxes);
        Self { boxes, levels }
    }

    pub fn search(&self, area: &Bounds, each: impl FnMut(u32, Bounds)) {
        let at = |index: usize| Ok::<_, std::convert::Infallible>(self.boxes[index]);
        let Ok(()) = self.levels.search(area, at, each);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn bounds() -> impl Strategy<Value = Bounds> {
        (0..1_000i32, 0..1_000i32, 0..50i32, 0..50i32).prop_map(|(south, west, high, wide)| {
            Bounds {
                south,
                west,
                north: south + high,
                east: west + wide,
            }
        })
    }

    proptest! {
        #[test]
        fn the_tree_finds_what_looking_at_every_box_finds(
            boxes in proptest::collection::vec(bounds(), 0..400), area in bounds(),
        ) {
            let slow: Vec<u32> = (0..).zip(&boxes).filter(|(_, it)| it.meets(&area)).map(|(at, _)| at).collect();
            let mut fast = Vec::new();
            BoxTree::new(boxes).search(&area, |leaf, _| fast.push(leaf));
            fast.sort_unstable();
            prop_assert_eq!(fast, slow);
        }
    }
}
