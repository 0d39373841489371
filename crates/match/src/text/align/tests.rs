//! Passages against every pair of words compared, and texts made to be slow.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{Passage, Prepared, passages};

fn of(a: &str, b: &str) -> (Prepared, Prepared, Vec<Passage>) {
    let (a, b) = (Prepared::of(a, &[]), Prepared::of(b, &[]));
    let found = passages(&a, &b);
    (a, b, found)
}

/// The words of the first text that stand in a common stretch of at least `least` words, found
/// by comparing every word with every other.
fn slowly_shared(a: &Prepared, b: &Prepared, least: usize) -> HashSet<usize> {
    let (n, m) = (a.words.len(), b.words.len());
    let mut shared = HashSet::new();
    for i in 0..n {
        for j in 0..m {
            let same = |k: &usize| a.words[i + k].hash == b.words[j + k].hash;
            let run = (0..(n - i).min(m - j)).take_while(same).count();
            if run >= least {
                shared.extend(i..i + run);
            }
        }
    }
    shared
}

#[test]
fn two_passages_apart_are_both_found_with_their_edits() {
    let first = "rockets struck a residential area in the north of the city on Monday morning";
    let edited = "rockets struck a residential district in the north of the city on Monday morning";
    let second =
        "trams stopped running on two lines and residents queued for water at a school yard";
    let a = format!("{first}. The market was closed all day and nobody was seen there. {second}.");
    let b =
        format!("{second}. In other news, wheat fell on the exchange for a third day. {edited}.");
    let (one, other, found) = of(&a, &b);
    assert_eq!(found.len(), 2);
    assert_eq!((found[0].words(), found[1].words()), (15, 13));
    assert_eq!(found[0].similarity(), 1.0);
    assert!(found[1].similarity() > 0.9);
    for passage in found {
        for block in passage.blocks {
            for at in 0..block.words {
                assert_eq!(one.words[block.a + at].hash, other.words[block.b + at].hash);
            }
        }
    }
}

#[test]
fn one_word_repeated_and_a_text_against_itself_stay_quick() {
    let repeated = "so ".repeat(200_000);
    let (_, _, found) = of(&repeated, &repeated);
    assert_eq!(found[0].words(), 200_000);
    let (_, _, found) = of(&repeated, &"no ".repeat(200_000));
    assert!(found.is_empty());
    let cycle = "one two three four five six ".repeat(30_000);
    of(&cycle, &repeated);
    of(&cycle, &cycle);
    let numbered: String = (0..100_000).map(|n| format!("w{} ", n % 14_000)).collect();
    let (_, _, found) = of(&numbered, &numbered);
    assert!(!found.is_empty());
}

proptest! {
    #[test]
    fn what_is_shared_at_length_is_found(
        a in prop::collection::vec(0_u8..60, 0..90),
        b in prop::collection::vec(0_u8..60, 0..30),
        at in 0_usize..60,
        long in 8_usize..30,
    ) {
        // A stretch of the first text is put into the second.
        let piece = a.iter().skip(at).take(long).copied();
        let b: Vec<u8> = b.iter().copied().chain(piece).chain(b.iter().rev().copied()).collect();
        let spell = |words: &[u8]| words.iter().map(|word| format!("w{word} ")).collect::<String>();
        let (a, b, found) = of(&spell(&a), &spell(&b));
        let mut covered = HashSet::new();
        for passage in &found {
            covered.extend(passage.a.clone());
            prop_assert!(passage.words() >= super::FEWEST_WORDS);
            let mut last = (0, 0);
            for block in &passage.blocks {
                prop_assert!(block.a >= last.0 && block.b >= last.1);
                last = (block.a + block.words, block.b + block.words);
                for k in 0..block.words {
                    prop_assert_eq!(a.words[block.a + k].hash, b.words[block.b + k].hash);
                }
            }
            prop_assert_eq!(last, (passage.a.end, passage.b.end));
        }
        let slow = slowly_shared(&a, &b, super::FEWEST_WORDS);
        let missed = slow.difference(&covered).count();
        // Words at the seam of two passages can be counted for one of them alone.
        prop_assert!(missed * 2 <= slow.len(), "{} of {}", missed, slow.len());
    }
}
