//! All pairs within the radius: near values of a word, all hashes of one against all of the other.

use std::ops::ControlFlow;

use fearless_simd::{Level, Simd, SimdBase, dispatch};

use super::reach::{self, Reach, WORDS};
use super::shelf::Shelf;
use super::{HammingIndex, Near, Pair};

pub fn all_pairs<B>(
    index: &HammingIndex,
    mut visit: impl FnMut(Pair) -> ControlFlow<B>,
) -> ControlFlow<B> {
    let reach = index.reach;
    if !reach.listed {
        return one_by_one(index, 0, visit);
    }
    let mut first = 0;
    for (at, shelf) in index.shelves.iter().enumerate() {
        let mut other_first = first;
        for other in &index.shelves[at..] {
            let firsts = (first, other_first);
            dispatch!(Level::new(), simd => {
                Join { reach, shelf, other, firsts }.run(simd, &mut visit)
            })?;
            other_first += other.len() as u32;
        }
        first += shelf.len() as u32;
    }
    one_by_one(index, index.shelved(), visit)
}

/// The pairs of which the later hash has this number or a higher one: each of these is searched.
fn one_by_one<B>(
    index: &HammingIndex,
    from: usize,
    mut visit: impl FnMut(Pair) -> ControlFlow<B>,
) -> ControlFlow<B> {
    for (later, hash) in index.hashes().enumerate().skip(from) {
        let later = later as u32;
        for Near { index, distance } in index.within(&hash) {
            if index < later {
                visit(Pair {
                    earlier: index,
                    later,
                    distance,
                })?;
            }
        }
    }
    ControlFlow::Continue(())
}

/// Places compared between two looks at how full the hits are.
const AT_ONCE: usize = 256;

/// Hits kept before the hashes are looked at: few enough to stay in the nearest cache, many
/// enough that their hashes are fetched together.
const MOST_HITS: usize = 2 * AT_ONCE;

/// Two shelves, or one and itself.
struct Join<'a> {
    reach: Reach,
    shelf: &'a Shelf,
    other: &'a Shelf,
    firsts: (u32, u32),
}

impl Join<'_> {
    #[inline(always)]
    fn run<S: Simd, B>(
        &self,
        simd: S,
        visit: &mut impl FnMut(Pair) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let mut hits = Hits::new();
        for word in 0..WORDS {
            let list = self.shelf.list(word);
            let steps = self.reach.steps(word);
            let mut next = 0;
            while next < self.shelf.len() {
                let first = &self.shelf.hashes()[list.number(next)];
                let value = reach::word(first, word);
                let range = list.range(value);
                next = range.1;
                for step in &steps {
                    self.compare(simd, word, (value, *step), range, &mut hits, visit)?;
                }
            }
            self.tell(word, &mut hits, visit)?;
        }
        ControlFlow::Continue(())
    }

    /// All hashes with one value of a word against all with the value a step from it.
    #[inline(always)]
    fn compare<S: Simd, B>(
        &self,
        simd: S,
        word: usize,
        (value, step): (u16, u16),
        range: (usize, usize),
        hits: &mut Hits,
        visit: &mut impl FnMut(Pair) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let near = value ^ step;
        // Within one shelf, two values meet once.
        if self.is_one() && near < value {
            return ControlFlow::Continue(());
        }
        let (list, other) = (self.shelf.list(word), self.other.list(word));
        let limit = self.reach.block - step.count_ones();
        for start in (range.0..range.1).step_by(AT_ONCE) {
            let places = (start, range.1.min(start + AT_ONCE));
            let mut chunk = other.range(near);
            while chunk.0 < chunk.1 {
                if hits.are_many() {
                    self.tell(word, hits, visit)?;
                }
                list.near_pairs(simd, places, other, chunk, limit, hits);
                chunk.0 += S::u16s::LEN;
            }
        }
        ControlFlow::Continue(())
    }

    /// Looks at the hashes themselves, and shows those that are near.
    #[inline(always)]
    fn tell<B>(
        &self,
        word: usize,
        hits: &mut Hits,
        visit: &mut impl FnMut(Pair) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        let (list, other) = (self.shelf.list(word), self.other.list(word));
        for (place, hit) in hits.take() {
            // Within one shelf, hashes with the same value of the word meet once.
            if self.is_one() && hit <= place {
                continue;
            }
            let (a, b) = (list.number(place), other.number(hit));
            let (hash, near) = (&self.shelf.hashes()[a], &self.other.hashes()[b]);
            if let Some(distance) = self.reach.first_found(word, hash, near) {
                let (a, b) = (self.firsts.0 + a as u32, self.firsts.1 + b as u32);
                visit(Pair {
                    earlier: a.min(b),
                    later: a.max(b),
                    distance,
                })?;
            }
        }
        ControlFlow::Continue(())
    }

    #[inline(always)]
    fn is_one(&self) -> bool {
        std::ptr::eq(self.shelf, self.other)
    }
}

/// Places of one list, each with up to a register's places of the other that it may be near to.
pub struct Hits {
    places: [(u32, u32, u64); MOST_HITS],
    count: usize,
}

impl Hits {
    fn new() -> Self {
        Self {
            places: [(0, 0, 0); MOST_HITS],
            count: 0,
        }
    }

    /// There may be no room for the hits of as many places as are compared at once.
    #[inline(always)]
    fn are_many(&self) -> bool {
        self.count + AT_ONCE > MOST_HITS
    }

    /// Keeps a place with the places counted from `from` that `bits` names, if any. Written always
    /// and counted seldom: a jump that cannot be foreseen costs more.
    #[inline(always)]
    pub fn keep(&mut self, place: usize, from: usize, bits: u64) {
        self.places[self.count] = (place as u32, from as u32, bits);
        self.count += usize::from(bits != 0);
    }

    /// Every pair of places, and the hits are none again.
    #[inline(always)]
    fn take(&mut self) -> impl Iterator<Item = (usize, usize)> + '_ {
        let count = std::mem::take(&mut self.count);
        self.places[..count].iter().flat_map(|(place, from, bits)| {
            let (place, from, mut bits) = (*place as usize, *from as usize, *bits);
            std::iter::from_fn(move || {
                let bit = bits.trailing_zeros() as usize;
                bits &= bits.checked_sub(1)?;
                Some((place, from + bit))
            })
        })
    }
}
