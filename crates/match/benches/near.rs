//! Hashing a picture and searching for near hashes; README.md says beside what.

use std::ops::ControlFlow;

use bearings_match::hamming::{HammingIndex, PDQ_RADIUS};
use bearings_match::pdq::{Picture, dihedral, pdq};
use bearings_model::PdqHash;
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

/// A picture from a fixed seed: brightness that changes slowly, with noise on it.
fn pixels(width: usize, height: usize) -> Vec<u8> {
    let mut state = 1u32;
    let places = (0..height).flat_map(|y| (0..width).map(move |x| (x, y)));
    places
        .flat_map(|(x, y)| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            [(x + y * 2 + (state >> 27) as usize) as u8; 3]
        })
        .collect()
}

#[divan::bench(args = [(128, 128), (640, 360), (1920, 1080), (6000, 4000)])]
fn hash_a_picture(bencher: Bencher, (width, height): (usize, usize)) {
    let pixels = pixels(width, height);
    let picture = Picture::rgb24(width, height, &pixels).expect("as many as asked for");
    bencher.bench(|| pdq(black_box(&picture)));
}

#[divan::bench]
fn hash_its_eight_turns(bencher: Bencher) {
    let pixels = pixels(640, 360);
    let picture = Picture::rgb24(640, 360, &pixels).expect("as many as asked for");
    bencher.bench(|| dihedral(black_box(&picture)));
}

fn hashes(count: usize) -> Vec<PdqHash> {
    let mut state = 7u64;
    let mut word = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.wrapping_mul(0x2545_f491_4f6c_dd1d)
    };
    (0..count)
        .map(|_| PdqHash([(); 4].map(|()| word())))
        .collect()
}

const COUNTS: [usize; 2] = [100_000, 1_000_000];

#[divan::bench(args = COUNTS)]
fn search(bencher: Bencher, count: usize) {
    let index = HammingIndex::from_hashes(PDQ_RADIUS, hashes(count));
    bencher.bench(|| index.within(black_box(&PdqHash([5, 6, 7, 8]))));
}

#[divan::bench(args = COUNTS)]
fn add_and_search(bencher: Bencher, count: usize) {
    let mut index = HammingIndex::from_hashes(PDQ_RADIUS, hashes(count));
    let mut next = 0;
    bencher.bench_local(|| {
        next += 1;
        let hash = PdqHash([next; 4].map(|word| u64::wrapping_mul(word, 0x9e37_79b9_7f4a_7c15)));
        index.insert(hash);
        index.within(&hash)
    });
}

#[divan::bench(args = COUNTS, sample_count = 3)]
fn all_pairs(bencher: Bencher, count: usize) {
    let index = HammingIndex::from_hashes(PDQ_RADIUS, hashes(count));
    bencher.bench(|| {
        let mut pairs = 0;
        let told = index.all_pairs(|_| {
            pairs += 1;
            ControlFlow::<()>::Continue(())
        });
        (pairs, told)
    });
}
