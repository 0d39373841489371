//! The fast index against every pair compared, and what must not be near.

use std::collections::HashSet;

use proptest::prelude::*;

use super::{Bands, NearDuplicates, NearPair};
use crate::text::words::runs_of;

/// Every pair, by sets of whole hashes.
fn slow_pairs(texts: &[String], threshold: f64) -> Vec<NearPair> {
    let sets: Vec<HashSet<u64>> = texts
        .iter()
        .map(|text| {
            let mut runs = Vec::new();
            runs_of(text, &mut runs);
            runs.into_iter().collect()
        })
        .collect();
    let mut pairs = Vec::new();
    for second in 0..sets.len() {
        for first in 0..second {
            let common = sets[first].intersection(&sets[second]).count();
            let union = sets[first].len() + sets[second].len() - common;
            let resemblance = common as f64 / union as f64;
            if union > 0 && resemblance >= threshold {
                pairs.push(NearPair {
                    first,
                    second,
                    resemblance,
                });
            }
        }
    }
    pairs.sort_by_key(|pair| (pair.first, pair.second));
    pairs
}

/// Words and edits by formula: families of texts that differ in more and more words.
fn texts(families: usize, words: usize) -> Vec<String> {
    let mut state = 7_u64;
    let mut draw = |below: u64| {
        state = crate::text::words::mix(state, 0x1234_5678_9abc_def1);
        state % below
    };
    let mut texts = Vec::new();
    for _ in 0..families {
        let base: Vec<u64> = (0..words).map(|_| draw(5_000)).collect();
        for edits in [0, 1, 2, 4, 8] {
            let mut changed = base.clone();
            for _ in 0..edits * words / 100 + usize::from(edits > 0) {
                changed[draw(words as u64) as usize] = draw(5_000);
            }
            let spelt: Vec<String> = changed.iter().map(|word| format!("w{word}")).collect();
            texts.push(spelt.join(" "));
        }
    }
    texts
}

fn index(texts: &[String], threshold: f64) -> NearDuplicates {
    let mut index = NearDuplicates::new(threshold);
    for text in texts {
        index.add(text);
    }
    index
}

#[test]
fn almost_every_near_pair_is_found_and_nothing_else() {
    for (words, threshold) in [(150, 0.8), (150, 0.5), (150, 0.9), (40, 0.7), (15, 0.7)] {
        let texts = texts(60, words);
        let slow = slow_pairs(&texts, threshold);
        let fast = index(&texts, threshold).pairs();
        assert!(slow.len() > 5, "{words} {threshold}: {}", slow.len());
        assert!(fast.iter().all(|pair| slow.contains(pair)));
        let missed = slow.len() - fast.len();
        assert!(missed * 50 <= slow.len(), "{words} {threshold}: {missed}");
    }
}

#[test]
fn a_question_finds_what_the_pairs_hold() {
    let texts = texts(30, 100);
    let mut index = index(&texts, 0.7);
    let mut asked = Vec::new();
    for (second, text) in texts.iter().enumerate() {
        for near in index
            .near(text)
            .into_iter()
            .filter(|near| near.text < second)
        {
            asked.push((near.text, second));
        }
    }
    asked.sort_unstable();
    let pairs: Vec<_> = index
        .pairs()
        .iter()
        .map(|pair| (pair.first, pair.second))
        .collect();
    assert_eq!(asked, pairs);
}

#[test]
fn a_question_between_two_texts_sees_the_first_and_not_the_second() {
    let texts = texts(1, 80);
    let mut index = NearDuplicates::new(0.6);
    assert!(index.near(&texts[0]).is_empty());
    index.add(&texts[0]);
    assert_eq!(index.near(&texts[1]).len(), 1);
    index.add(&texts[1]);
    assert_eq!(index.near(&texts[0])[0].text, 0);
    assert_eq!(index.near(&texts[0]).len(), 2);
}

#[test]
fn a_thousand_reprints_are_a_thousand_pairs() {
    let text = texts(1, 60).remove(0);
    let pairs = index(&vec![text; 1_000], 0.8).pairs();
    assert_eq!(pairs.len(), 999);
    assert!(pairs.iter().all(|pair| pair.first == 0));
}

#[test]
fn texts_without_five_words_resemble_nothing() {
    let texts = ["", "Kharkiv, Monday.", "Kharkiv, Monday.", "", "!!"].map(str::to_owned);
    let mut index = index(&texts, 0.3);
    assert!(index.pairs().is_empty());
    assert!(index.near("").is_empty());
}

#[test]
fn one_word_repeated_is_a_set_of_one_run() {
    let texts = ["so ".repeat(5), "so ".repeat(5_000), "no ".repeat(50)];
    let pairs = index(&texts, 0.8).pairs();
    assert_eq!(pairs.len(), 1);
    assert_eq!((pairs[0].first, pairs[0].second), (0, 1));
}

#[test]
fn a_lower_threshold_has_more_bands() {
    let counts = [0.9, 0.8, 0.5].map(|threshold| Bands::for_threshold(threshold, 64).count);
    assert!(counts.is_sorted(), "{counts:?}");
}

proptest! {
    #[test]
    fn no_text_breaks_the_index(texts in prop::collection::vec("[а-яa-z «»“”.\u{301}\u{ad}]{0,80}", 0..12)) {
        let slow = slow_pairs(&texts, 0.8);
        let index = index(&texts, 0.8);
        for pair in index.pairs() {
            prop_assert!(slow.contains(&pair));
        }
    }
}
