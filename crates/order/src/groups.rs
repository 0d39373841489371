//! Which moments hang together other than by the origin: what one group holds says nothing of
//! another's choices.

use crate::problem::Item;

#[derive(Clone, Debug, Default)]
pub(crate) struct Groups {
    above: Vec<u32>,
    size: Vec<u32>,
}

impl Groups {
    pub(crate) fn grow(&mut self, moments: usize) {
        let from = self.above.len();
        for moment in from..moments {
            self.above
                .push(u32::try_from(moment).expect("moments are few"));
            self.size.push(1);
        }
    }

    pub(crate) fn of(&self, moment: u32) -> u32 {
        let mut at = moment;
        while self.above[at as usize] != at {
            at = self.above[at as usize];
        }
        at
    }

    /// The group of a clue's moments; the origin's for a clue that speaks of no other.
    pub(crate) fn of_item(&self, item: &Item) -> u32 {
        let mut ends = item.edges().flat_map(|edge| [edge.from, edge.to]);
        ends.find(|&moment| moment != 0)
            .map_or(0, |moment| self.of(moment))
    }

    pub(crate) fn join(&mut self, one: u32, other: u32) {
        if one == 0 || other == 0 {
            return;
        }
        let (one, other) = (self.of(one), self.of(other));
        if one == other {
            return;
        }
        let smaller_first = self.size[one as usize] < self.size[other as usize];
        let (large, small) = if smaller_first {
            (other, one)
        } else {
            (one, other)
        };
        self.above[small as usize] = large;
        self.size[large as usize] += self.size[small as usize];
    }

    /// A clue holds all its moments together, whichever of its choices is meant.
    pub(crate) fn join_item(&mut self, item: &Item) {
        let mut first = 0;
        for moment in item.edges().flat_map(|edge| [edge.from, edge.to]) {
            self.join(first, moment);
            if first == 0 {
                first = moment;
            }
        }
    }
}
