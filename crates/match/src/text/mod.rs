//! Copies of text: which text repeats which.
//!
//! Proposes with the shared passage laid side by side; never merges anything. Two reports of one
//! event in their own words are no copies, and neither are two texts that quote one official.

mod near;
mod passage;
mod words;

use std::collections::{BTreeSet, HashMap};

use bearings_model::{CopyLink, Document, Span};

pub use near::{Near, NearDuplicates, NearPair};
use passage::longest_passage;
use words::{SHINGLE_WORDS, runs, words};

/// Above this share of common five-grams one text repeats the other. On the texts of this crate's
/// tests a reprint with small edits keeps more than .7 and an independent report of the same event
/// none; a larger set has yet to settle it.
pub const COPY_CONTAINMENT: f64 = 0.5;

/// Two whole texts that repeat each other also resemble each other: below this a long text only
/// holds a short one, as an article holds the statement it quotes. That is one origin by
/// attribution, not a copy of the whole.
pub const COPY_RESEMBLANCE: f64 = 0.35;

/// Fewer common five-grams than this are a quotation or a formula, not a copy.
const FEWEST_COMMON: usize = 12;

/// A run of words that stands in more texts than this is a formula of the genre, not evidence.
const MOST_HOLDERS: usize = 200;

/// Every pair of texts of which one repeats the other, earlier to later by publication date.
///
/// Without dates the order given stands for the order in time, and the reason says so.
pub fn copies(documents: &[&Document]) -> Vec<CopyLink> {
    let shingled: Vec<Shingles> = documents
        .iter()
        .map(|document| Shingles::of(&document.text))
        .collect();
    let mut links: Vec<CopyLink> = common_counts(&shingled)
        .into_iter()
        .filter(|(_, common)| *common >= FEWEST_COMMON)
        .filter_map(|((a, b), common)| link(documents, &shingled, (a, b), common))
        .collect();
    links.sort_by(|x, y| (&x.earlier, &x.later).cmp(&(&y.earlier, &y.later)));
    links
}

/// A text's runs of five words: each run's hash, and the bytes it covers.
#[derive(Debug)]
struct Shingles {
    runs: Vec<(u64, Span)>,
}

impl Shingles {
    fn of(text: &str) -> Self {
        let words = words(text);
        let covered = words
            .windows(SHINGLE_WORDS)
            .map(|run| Span::new(run[0].span().start, run[SHINGLE_WORDS - 1].span().end));
        Self {
            runs: runs(&words).into_iter().zip(covered).collect(),
        }
    }

    fn distinct(&self) -> impl Iterator<Item = u64> {
        let runs = self.runs.iter().map(|(hash, _)| *hash);
        runs.collect::<BTreeSet<_>>().into_iter()
    }
}

/// How many distinct five-grams each pair of texts shares.
fn common_counts(shingled: &[Shingles]) -> HashMap<(usize, usize), usize> {
    let mut holders: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, shingles) in shingled.iter().enumerate() {
        for hash in shingles.distinct() {
            holders.entry(hash).or_default().push(index);
        }
    }
    let mut counts = HashMap::new();
    for texts in holders.values().filter(|texts| texts.len() <= MOST_HOLDERS) {
        for (position, a) in texts.iter().enumerate() {
            for b in &texts[position + 1..] {
                *counts.entry((*a, *b)).or_default() += 1;
            }
        }
    }
    counts
}

fn link(
    documents: &[&Document],
    shingled: &[Shingles],
    (a, b): (usize, usize),
    common: usize,
) -> Option<CopyLink> {
    let (count_a, count_b) = (
        shingled[a].distinct().count(),
        shingled[b].distinct().count(),
    );
    let containment = common as f64 / count_a.min(count_b) as f64;
    let union = count_a + count_b - common;
    let resemblance = common as f64 / union as f64;
    let copy = containment >= COPY_CONTAINMENT && resemblance >= COPY_RESEMBLANCE;
    if !copy || documents[a].item == documents[b].item {
        return None;
    }
    let date = |index: usize| {
        documents[index]
            .published
            .as_ref()
            .map(|published| published.date)
    };
    let (earlier, later, order) = match (date(a), date(b)) {
        (Some(x), Some(y)) if x < y => (a, b, "published earlier"),
        (Some(x), Some(y)) if y < x => (b, a, "published earlier"),
        _ => (
            a,
            b,
            "added earlier; the dates do not tell which came first",
        ),
    };
    let (passage_earlier, passage_later) = longest_passage(&shingled[earlier], &shingled[later])?;
    Some(CopyLink {
        earlier: documents[earlier].item.clone(),
        later: documents[later].item.clone(),
        containment,
        resemblance,
        passage_earlier,
        passage_later,
        reason: format!(
            "{:.0} % of the shorter text's runs of {SHINGLE_WORDS} words stand in both; {} {order}",
            containment * 100.0,
            documents[earlier].outlet,
        ),
    })
}

#[cfg(test)]
mod tests;
