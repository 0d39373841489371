//! Sets of events as bits, and the highest of a row as it grows (a Fenwick tree, 1994).

/// The highest of a growing row's values up to a place.
pub(super) struct Highest(Vec<usize>);

impl Highest {
    pub(super) fn new(count: usize) -> Self {
        Highest(vec![0; count + 1])
    }

    pub(super) fn raise(&mut self, place: usize, value: usize) {
        let mut at = place + 1;
        while at < self.0.len() {
            self.0[at] = self.0[at].max(value);
            at += at & at.wrapping_neg();
        }
    }

    pub(super) fn below(&self, count: usize) -> usize {
        let (mut at, mut highest) = (count, 0);
        while at > 0 {
            highest = highest.max(self.0[at]);
            at -= at & at.wrapping_neg();
        }
        highest
    }
}

#[derive(Clone, Debug)]
pub(super) struct Bits(Vec<u64>);

impl Bits {
    pub(super) fn new(count: usize) -> Self {
        Bits(vec![0; count.div_ceil(64)])
    }

    pub(super) fn set(&mut self, one: usize) {
        self.0[one / 64] |= 1 << (one % 64);
    }

    pub(super) fn unset(&mut self, one: usize) {
        self.0[one / 64] &= !(1 << (one % 64));
    }

    pub(super) fn keep(&mut self, others: &Bits) {
        self.0.iter_mut().zip(&others.0).for_each(|(a, b)| *a &= b);
    }

    pub(super) fn drop_all(&mut self, others: &Bits) {
        self.0.iter_mut().zip(&others.0).for_each(|(a, b)| *a &= !b);
    }

    pub(super) fn within(&self, others: &Bits) -> bool {
        self.0.iter().zip(&others.0).all(|(a, b)| a & !b == 0)
    }

    pub(super) fn members(&self) -> impl Iterator<Item = usize> + '_ {
        let words = self.0.iter().enumerate();
        words.flat_map(|(word, bits)| {
            (0..64)
                .filter(move |bit| bits >> bit & 1 == 1)
                .map(move |bit| word * 64 + bit)
        })
    }
}
