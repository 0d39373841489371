//! An index of hashes from a stranger: reading it never panics, and what is read writes the same.
//!
//! The input is taken twice: as an index, and as hashes, whose pairs are those of comparing all.

#![no_main]

use std::ops::ControlFlow;

use bearings_match::hamming::HammingIndex;
use bearings_model::PdqHash;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|input: &[u8]| {
    if let Ok(index) = HammingIndex::read_from(input) {
        let mut written = Vec::new();
        index.write_to(&mut written).expect("memory can be written");
        assert_eq!(written, input);
    }
    let Some((radius, rest)) = input.split_first() else {
        return;
    };
    let hashes: Vec<PdqHash> = rest
        .as_chunks::<8>()
        .0
        .iter()
        .take(64)
        .map(sparse)
        .collect();
    let mut index =
        HammingIndex::from_hashes(u32::from(*radius) % 72, hashes[..hashes.len() / 2].to_vec());
    for hash in &hashes[hashes.len() / 2..] {
        index.insert(*hash);
    }
    let mut told = Vec::new();
    let _ = index.all_pairs(|pair| {
        told.push((pair.earlier, pair.later, pair.distance));
        ControlFlow::<()>::Continue(())
    });
    told.sort_unstable();
    assert_eq!(told, compared(&hashes, index.radius()));
});

/// Eight bytes spread over a hash, a few bits a word: near enough to each other to matter.
fn sparse(bytes: &[u8; 8]) -> PdqHash {
    let bits = u64::from_le_bytes(*bytes);
    PdqHash([0, 1, 2, 3].map(|word| (bits >> (word * 16) & 0xffff) * 0x0001_0001_0001))
}

fn compared(hashes: &[PdqHash], radius: u32) -> Vec<(u32, u32, u32)> {
    let mut pairs = Vec::new();
    for (earlier, a) in (0..).zip(hashes) {
        for (later, b) in (0..).zip(hashes) {
            let distance = a.distance(*b);
            if earlier < later && distance <= radius {
                pairs.push((earlier, later, distance));
            }
        }
    }
    pairs
}
