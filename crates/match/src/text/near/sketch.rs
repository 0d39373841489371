//! Sketches whose agreement estimates how much two sets have in common.
//!
//! Fast similarity sketching (Dahlgaard, Knudsen and Thorup, FOCS 2017): each round hashes every
//! element to one bin and a value; a bin once filled keeps its value against later rounds. It
//! holds as many independent samples as bins, also for sets smaller than the sketch, where one
//! permutation with copied bins (Shrivastava 2017) repeats itself.

use crate::text::words::mix;

/// Bins of a sketch. With 64, two texts at a threshold of .8 miss each other once in 5,000 times.
pub(super) const BINS: usize = 64;

pub(super) type Sketch = [u64; BINS];

const EMPTY: u64 = u64::MAX;

/// After as many rounds as bins the paper lets every element stand in one bin a round, so that a
/// set of one ends.
const ROUNDS: usize = 2 * BINS;

/// Fills the sketch; false for an empty set, which resembles nothing.
pub(super) fn fill(elements: &[u64], sketch: &mut Sketch) -> bool {
    *sketch = [EMPTY; BINS];
    if elements.is_empty() {
        return false;
    }
    let mut empty = BINS;
    for round in 0..ROUNDS {
        // The seeds are fixed: the same text has the same sketch on every machine.
        let seed = mix(round as u64, 0x5bd1_e995);
        for element in elements {
            let hash = if round == 0 {
                *element
            } else {
                mix(*element, seed)
            };
            let bin = if round < BINS {
                (hash >> 58) as usize
            } else {
                round - BINS
            };
            let value = (round as u64) << 56 | (hash << 6 >> 8);
            empty -= usize::from(sketch[bin] == EMPTY);
            sketch[bin] = sketch[bin].min(value);
        }
        if empty == 0 {
            break;
        }
    }
    true
}
