//! The index against the obvious way, on random, clustered and equal hashes.

use std::ops::ControlFlow;

use bearings_model::PdqHash;
use proptest::prelude::*;

use super::{HammingIndex, IndexError, Near, PDQ_RADIUS, Pair};

/// Xorshift: random enough, and the same every time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0.wrapping_mul(0x2545_f491_4f6c_dd1d)
    }

    fn hash(&mut self) -> PdqHash {
        PdqHash(std::array::from_fn(|_| self.throw()))
    }

    /// A hash that differs in `bits` bits, wherever they fall; some fall twice.
    fn near(&mut self, hash: PdqHash, bits: u64) -> PdqHash {
        let mut changed = hash;
        for _ in 0..bits {
            let bit = self.throw() % 256;
            changed.0[bit as usize / 64] ^= 1 << (bit % 64);
        }
        changed
    }

    /// Frames of a few scenes that change slowly, with some frames of their own and some equal.
    fn film(&mut self, frames: usize) -> Vec<PdqHash> {
        let mut hashes = vec![PdqHash::default()];
        while hashes.len() < frames {
            let mut frame = self.hash();
            for _ in 0..self.throw() % 40 {
                let bits = self.throw() % 12;
                frame = self.near(frame, bits);
                hashes.push(frame);
                if bits == 0 {
                    hashes.push(PdqHash::default());
                }
            }
        }
        hashes.truncate(frames);
        hashes
    }
}

fn plain_within(hashes: &[PdqHash], radius: u32, hash: PdqHash) -> Vec<Near> {
    let all = (0..).zip(hashes);
    all.map(|(index, other)| Near {
        index,
        distance: hash.distance(*other),
    })
    .filter(|near| near.distance <= radius)
    .collect()
}

fn plain_pairs(hashes: &[PdqHash], radius: u32) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (earlier, hash) in (0..).zip(hashes) {
        for near in plain_within(hashes, radius, *hash) {
            if near.index > earlier {
                pairs.push(Pair {
                    earlier,
                    later: near.index,
                    distance: near.distance,
                });
            }
        }
    }
    pairs
}

fn pairs(index: &HammingIndex) -> Vec<Pair> {
    let mut pairs = Vec::new();
    let told = index.all_pairs(|pair| {
        pairs.push(pair);
        ControlFlow::<()>::Continue(())
    });
    assert!(told.is_continue());
    pairs.sort_unstable();
    pairs
}

/// The same hashes built at once, added one by one, and half and half, all against the plain way.
fn check(hashes: &[PdqHash], radius: u32) {
    let built = HammingIndex::from_hashes(radius, hashes.to_vec());
    let mut added = HammingIndex::new(radius);
    for (index, hash) in (0..).zip(hashes) {
        assert_eq!(added.insert(*hash), index);
    }
    let (first, rest) = hashes.split_at(hashes.len() / 2);
    let mut mixed = HammingIndex::from_hashes(radius, first.to_vec());
    for hash in rest {
        mixed.insert(*hash);
    }
    let wanted = plain_pairs(hashes, radius);
    let mut settled = HammingIndex::new(radius);
    for hash in hashes {
        settled.insert(*hash);
    }
    settled.settle();
    for index in [&built, &added, &mixed, &settled] {
        assert_eq!(index.len(), hashes.len());
        assert!(index.hashes().eq(hashes.iter().copied()));
        assert_eq!(pairs(index), wanted, "radius {radius}");
        for hash in hashes.iter().step_by(7) {
            assert_eq!(index.within(hash), plain_within(hashes, radius, *hash));
        }
    }
}

#[test]
fn every_radius_finds_what_comparing_all_finds() {
    for radius in [
        0, 1, 7, 8, 15, 16, 23, 24, PDQ_RADIUS, 32, 40, 63, 64, 120, 256,
    ] {
        let mut dice = Dice(u64::from(radius) + 1);
        let mut hashes = dice.film(80);
        for bits in (0..60).step_by(2) {
            let hash = dice.hash();
            hashes.extend([hash, dice.near(hash, bits + u64::from(radius) / 2)]);
        }
        check(&hashes, radius);
    }
}

#[test]
fn hashes_at_the_very_radius_are_found_and_one_bit_beyond_are_not() {
    let mut dice = Dice(9);
    let hashes: Vec<PdqHash> = (0..50).map(|_| dice.hash()).collect();
    let index = HammingIndex::from_hashes(PDQ_RADIUS, hashes.clone());
    for hash in hashes {
        let mut other = hash;
        while other.distance(hash) < 33 {
            let bit = dice.throw() % 256;
            other.0[bit as usize / 64] ^= 1 << (bit % 64);
            let found = index.within(&other).len();
            assert_eq!(found, usize::from(other.distance(hash) <= 31));
        }
    }
}

/// The worst a pigeonhole can meet: the bits that differ are spread as evenly as they go.
#[test]
fn bits_spread_evenly_over_the_words_are_found() {
    let spread = (0..16).map(|shift| {
        let mut other = PdqHash::default();
        for bit in 0..31 {
            let place = (bit % 16) * 16 + (bit / 16 * 5 + shift) % 16;
            other.0[place / 64] ^= 1 << (place % 64);
        }
        other
    });
    let hashes: Vec<PdqHash> = std::iter::once(PdqHash::default()).chain(spread).collect();
    check(&hashes, PDQ_RADIUS);
}

#[test]
fn hashes_that_are_all_equal_give_every_pair_once() {
    check(&[PdqHash([3; 4]); 90], PDQ_RADIUS);
    check(&[], PDQ_RADIUS);
    check(&[PdqHash::default()], 0);
}

#[test]
fn a_visitor_that_has_seen_enough_stops_the_walk() {
    let index = HammingIndex::from_hashes(PDQ_RADIUS, vec![PdqHash::default(); 1000]);
    let mut seen = 0;
    let told = index.all_pairs(|pair| {
        seen += 1;
        if seen == 10 {
            return ControlFlow::Break(pair.distance);
        }
        ControlFlow::Continue(())
    });
    assert_eq!((told, seen), (ControlFlow::Break(0), 10));
}

#[test]
fn an_index_is_the_same_after_writing_and_reading() {
    let mut index = HammingIndex::from_hashes(PDQ_RADIUS, Dice(4).film(500));
    index.insert(PdqHash([1, 2, 3, 4]));
    let mut bytes = Vec::new();
    index.write_to(&mut bytes).unwrap();
    assert_eq!(bytes.len(), 501 * 32 + 60);
    let read = HammingIndex::read_from(bytes.as_slice()).unwrap();
    assert_eq!(read.radius(), PDQ_RADIUS);
    assert!(read.hashes().eq(index.hashes()));
    assert_eq!(pairs(&read), pairs(&index));
    let mut again = Vec::new();
    read.write_to(&mut again).unwrap();
    assert_eq!(again, bytes);
}

#[test]
fn damaged_bytes_are_refused_with_what_is_wrong() {
    let mut sound = Vec::new();
    let index = HammingIndex::from_hashes(PDQ_RADIUS, Dice(4).film(3));
    index.write_to(&mut sound).unwrap();
    let read = |bytes: &[u8]| HammingIndex::read_from(bytes).unwrap_err();
    for cut in 0..sound.len() {
        assert!(matches!(read(&sound[..cut]), IndexError::Length), "{cut}");
    }
    for at in 0..sound.len() {
        let mut damaged = sound.clone();
        damaged[at] ^= 4;
        let error = read(&damaged);
        match at {
            0..12 => assert!(matches!(error, IndexError::NotAnIndex), "{at}"),
            12..16 => assert!(matches!(error, IndexError::Version(_)), "{at}"),
            20..24 => assert!(matches!(error, IndexError::Length), "{at}"),
            24..28 => assert!(matches!(error, IndexError::TooMany(_)), "{at}"),
            _ => assert!(matches!(error, IndexError::Checksum), "{at}"),
        }
    }
    sound.push(0);
    assert!(matches!(read(&sound), IndexError::Length));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]

    #[test]
    fn films_of_any_kind_give_the_pairs_of_the_plain_way(seed in 1u64.., frames in 0usize..200) {
        check(&Dice(seed).film(frames), PDQ_RADIUS);
    }
}
