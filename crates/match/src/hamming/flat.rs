//! Every hash compared with one: the obvious way, for radii at which lists do not help.

use bearings_model::PdqHash;
use fearless_simd::{Level, dispatch};

use super::Near;

pub fn within(hashes: &[PdqHash], radius: u32, hash: &PdqHash, first: u32, found: &mut Vec<Near>) {
    dispatch!(Level::new(), _ => compare(hashes, radius, hash, first, found));
}

#[inline(always)]
fn compare(hashes: &[PdqHash], radius: u32, hash: &PdqHash, first: u32, found: &mut Vec<Near>) {
    for (index, other) in (first..).zip(hashes) {
        let distance = hash.distance(*other);
        if distance <= radius {
            found.push(Near { index, distance });
        }
    }
}
