//! All pairs within the radius: near values of a word, all hashes of one against all of the other.

use std::ops::ControlFlow;

use bearings_model::PdqHash;
use fearless_simd::{Level, Simd, dispatch};

use super::reach::{self, Reach, WORDS};
use super::shelf::{List, Shelf};
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
        let itself = std::ptr::eq(self.shelf, self.other);
        let mut hits = Vec::new();
        for word in 0..WORDS {
            let (list, other) = (self.shelf.list(word), self.other.list(word));
            let steps = self.reach.steps(word);
            let mut next = 0;
            while next < self.shelf.len() {
                let first = &self.shelf.hashes()[list.number(next)];
                let value = reach::word(first, word);
                let range = list.range(value);
                next = range.1;
                for step in &steps {
                    let near = value ^ step;
                    // Within one shelf, two values meet once.
                    if itself && near < value {
                        continue;
                    }
                    let limit = self.reach.block - step.count_ones();
                    let same = itself && *step == 0;
                    for place in range.0..range.1 {
                        let mut among = other.range(near);
                        if same {
                            among.0 = place + 1;
                        }
                        other.near(simd, list.sibling(place), among, limit, |hit| {
                            hits.push((place as u32, hit as u32));
                        });
                        // Few enough to stay in the cache, many enough to wait for memory together.
                        if hits.len() > 256 {
                            self.tell(word, list, other, &mut hits, visit)?;
                        }
                    }
                }
            }
            self.tell(word, list, other, &mut hits, visit)?;
        }
        ControlFlow::Continue(())
    }

    /// Looks at the hashes themselves, and shows those that are near.
    #[inline(always)]
    fn tell<B>(
        &self,
        word: usize,
        list: &List,
        other: &List,
        hits: &mut Vec<(u32, u32)>,
        visit: &mut impl FnMut(Pair) -> ControlFlow<B>,
    ) -> ControlFlow<B> {
        for (place, hit) in hits.drain(..) {
            let (a, b) = (list.number(place as usize), other.number(hit as usize));
            let (hash, near): (&PdqHash, &PdqHash) =
                (&self.shelf.hashes()[a], &self.other.hashes()[b]);
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
}
