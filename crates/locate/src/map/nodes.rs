//! Where every node of an extract lies, for the ways to come: 12 bytes a node, found by number.

use super::spot::Spot;

const BLOCK: usize = 256;

#[derive(Debug, Default)]
pub(crate) struct Nodes {
    /// First number of each block, and where it begins.
    bases: Vec<(i64, usize)>,
    /// Numbers over their block's first.
    above: Vec<u32>,
    spots: Vec<Spot>,
    last: Option<i64>,
    unsorted: bool,
}

impl Nodes {
    #[inline]
    pub fn push(&mut self, number: i64, spot: Spot) {
        if self.last.is_some_and(|last| number <= last) {
            self.unsorted = true;
        }
        self.last = Some(number);
        let above = match self.bases.last() {
            Some((base, start)) if self.spots.len() - start < BLOCK => number
                .checked_sub(*base)
                .and_then(|above| u32::try_from(above).ok()),
            _ => None,
        };
        let above = above.unwrap_or_else(|| {
            self.bases.push((number, self.spots.len()));
            0
        });
        self.above.push(above);
        self.spots.push(spot);
    }

    /// To be called after the last node: an extract that is out of order is put in order here.
    pub fn settle(&mut self) {
        if !std::mem::take(&mut self.unsorted) {
            return;
        }
        let mut all: Vec<(i64, Spot)> = Vec::with_capacity(self.spots.len());
        for (block, (base, start)) in self.bases.iter().enumerate() {
            let end = self
                .bases
                .get(block + 1)
                .map_or(self.spots.len(), |next| next.1);
            let numbers = self.above[*start..end]
                .iter()
                .map(|above| base + i64::from(*above));
            all.extend(numbers.zip(self.spots[*start..end].iter().copied()));
        }
        // Of one number twice, the later holds.
        all.reverse();
        all.sort_by_key(|(number, _)| *number);
        all.dedup_by_key(|(number, _)| *number);
        *self = Self::default();
        all.into_iter()
            .for_each(|(number, spot)| self.push(number, spot));
    }

    /// `near` is where the last one was found: a way's nodes mostly stand together.
    #[inline]
    pub fn find(&self, number: i64, near: &mut (usize, usize)) -> Option<Spot> {
        let (block, at) = *near;
        if let Some((base, _)) = self.bases.get(block)
            && self
                .above
                .get(at + 1)
                .is_some_and(|above| base + i64::from(*above) == number)
            && self.bases.get(block + 1).is_none_or(|next| at + 1 < next.1)
        {
            near.1 += 1;
            return Some(self.spots[at + 1]);
        }
        self.search(number, near)
    }

    fn search(&self, number: i64, near: &mut (usize, usize)) -> Option<Spot> {
        let inside = |block: usize| {
            let begins = self
                .bases
                .get(block)
                .is_some_and(|(base, _)| *base <= number);
            begins && self.bases.get(block + 1).is_none_or(|next| number < next.0)
        };
        let block = if inside(near.0) {
            near.0
        } else {
            self.bases
                .partition_point(|(base, _)| *base <= number)
                .checked_sub(1)?
        };
        let (base, start) = self.bases[block];
        let end = self
            .bases
            .get(block + 1)
            .map_or(self.spots.len(), |next| next.1);
        let above = u32::try_from(number.checked_sub(base)?).ok()?;
        let at = start + self.above[start..end].binary_search(&above).ok()?;
        *near = (block, at);
        Some(self.spots[at])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::HashMap;

    proptest! {
        #[test]
        fn nodes_in_any_order_are_found_as_a_map_finds_them(
            numbers in proptest::collection::vec(prop_oneof![0..2_000i64, any::<i64>()], 0..900),
            asked in proptest::collection::vec(0..2_000i64, 0..200),
        ) {
            let mut nodes = Nodes::default();
            let mut map = HashMap::new();
            for (at, number) in numbers.iter().enumerate() {
                let spot = Spot { lat: at as i32, lon: 7 };
                nodes.push(*number, spot);
                map.insert(*number, spot);
            }
            nodes.settle();
            let mut near = (0, 0);
            for number in asked.iter().chain(&numbers) {
                prop_assert_eq!(nodes.find(*number, &mut near), map.get(number).copied());
            }
        }
    }
}
