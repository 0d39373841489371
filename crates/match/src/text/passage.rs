//! The longest passage two texts share, for laying side by side.

use std::collections::HashMap;

use bearings_model::Span;

use super::Shingles;

/// A run of words repeated more often than this in one text is skipped, so that a hostile text of
/// one word stays linear.
const MOST_REPEATS: usize = 32;

/// Where the longest shared run of shingles stands in each text.
///
/// One pass over the second text with the run lengths of the step before (longest common
/// substring by dynamic programming over positions), on hashed shingles.
pub(crate) fn longest_passage(earlier: &Shingles, later: &Shingles) -> Option<(Span, Span)> {
    let mut positions: HashMap<u64, Vec<usize>> = HashMap::new();
    for (index, (hash, _)) in earlier.runs.iter().enumerate() {
        positions.entry(*hash).or_default().push(index);
    }
    let mut best = (0, 0, 0);
    let mut lengths: HashMap<usize, usize> = HashMap::new();
    for (index, (hash, _)) in later.runs.iter().enumerate() {
        let mut next = HashMap::new();
        let repeats = positions
            .get(hash)
            .filter(|places| places.len() <= MOST_REPEATS);
        for at in repeats.into_iter().flatten() {
            let length = at
                .checked_sub(1)
                .and_then(|before| lengths.get(&before))
                .unwrap_or(&0)
                + 1;
            next.insert(*at, length);
            if length > best.0 {
                best = (length, *at, index);
            }
        }
        lengths = next;
    }
    let (length, end_earlier, end_later) = best;
    (length > 0).then(|| {
        (
            span(earlier, end_earlier, length),
            span(later, end_later, length),
        )
    })
}

fn span(shingles: &Shingles, last: usize, length: usize) -> Span {
    let first = last + 1 - length;
    Span::new(shingles.runs[first].1.start, shingles.runs[last].1.end)
}
