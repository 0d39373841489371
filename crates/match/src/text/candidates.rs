//! Which pairs of texts are worth laying side by side.
//!
//! Fingerprints find shared passages in texts of any length, near-duplicates the copies of which
//! there are so many that their fingerprints say nothing.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::near::NearDuplicates;
use super::prepared::{Prepared, Text};

/// Of so many runs in a row the least is a fingerprint (winnowing: Schleimer, Wilkerson and Aiken
/// 2003): with runs of five, eight words in common are sure to be seen.
const WINDOW: usize = 4;

/// Fewer common fingerprints are a turn of phrase.
const FEWEST_COMMON: usize = 2;

/// A fingerprint in more texts is a formula of the genre, no reason to compare them all.
const MOST_HOLDERS: usize = 200;

/// Above this resemblance a pair is found however many texts repeat the same words.
const NEAR: f64 = 0.5;

/// Pairs in order, the first text before the second.
pub(crate) fn candidates(texts: &[Text<'_>], prepared: &[Prepared]) -> Vec<(usize, usize)> {
    let mut pairs = sharing(prepared);
    let mut near = NearDuplicates::new(NEAR);
    for text in texts {
        near.add(&text.document.text);
    }
    pairs.extend(near.pairs().iter().map(|pair| (pair.first, pair.second)));
    pairs.retain(|(a, b)| texts[*a].document.item != texts[*b].document.item);
    pairs.into_iter().collect()
}

fn sharing(prepared: &[Prepared]) -> BTreeSet<(usize, usize)> {
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (text, prepared) in prepared.iter().enumerate() {
        for mark in fingerprints(&prepared.runs) {
            holders.entry(mark).or_default().push(text);
        }
    }
    let mut common: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for texts in holders.values().filter(|texts| texts.len() <= MOST_HOLDERS) {
        for (place, a) in texts.iter().enumerate() {
            for b in &texts[place + 1..] {
                *common.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    common.retain(|_, common| *common >= FEWEST_COMMON);
    common.into_keys().collect()
}

fn fingerprints(runs: &[u64]) -> BTreeSet<u64> {
    let windows = runs.windows(WINDOW.min(runs.len().max(1)));
    windows
        .filter_map(|window| window.iter().min().copied())
        .collect()
}
