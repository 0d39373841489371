//! Which words of two short stretches agree in order (longest common subsequence).

use crate::text::words::Word;

/// A gap is short, and of a longer one only the beginning is looked at.
pub(super) const LONGEST: usize = 16;

/// Beyond a passage's end so many of the words must agree.
const DENSE: f64 = 0.7;

/// Pairs of places with equal words, as many as stand in the same order.
pub(super) fn common(a: &[Word], b: &[Word]) -> impl Iterator<Item = (usize, usize)> + use<> {
    let a = &a[..a.len().min(LONGEST)];
    let b = &b[..b.len().min(LONGEST)];
    let mut longest = [[0_u8; LONGEST + 1]; LONGEST + 1];
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            longest[i][j] = if a[i].hash == b[j].hash {
                longest[i + 1][j + 1] + 1
            } else {
                longest[i + 1][j].max(longest[i][j + 1])
            };
        }
    }
    let mut pairs = Vec::new();
    let (mut i, mut j) = (0, 0);
    while i < a.len() && j < b.len() {
        if a[i].hash == b[j].hash {
            pairs.push((i, j));
            i += 1;
            j += 1;
        } else if longest[i + 1][j] >= longest[i][j + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    pairs.into_iter()
}

/// Pairs of equal words from the beginning on, as far as most words agree.
pub(super) fn dense(a: &[Word], b: &[Word]) -> Vec<(usize, usize)> {
    let mut pairs: Vec<(usize, usize)> = common(a, b).collect();
    let agree = |(number, (i, j)): (usize, &(usize, usize))| {
        (number + 1) as f64 >= DENSE * (i.max(j) + 1) as f64
    };
    let kept = pairs
        .iter()
        .enumerate()
        .rposition(agree)
        .map_or(0, |last| last + 1);
    pairs.truncate(kept);
    pairs
}
