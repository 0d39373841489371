//! Runs of columns next to each other in one row.

use std::ops::Range;

/// Runs in order, those that touch made one.
pub(crate) fn joined(mut runs: Vec<Range<usize>>) -> Vec<Range<usize>> {
    runs.sort_unstable_by_key(|run| run.start);
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(runs.len());
    for run in runs {
        match joined.last_mut() {
            Some(last) if run.start <= last.end => last.end = last.end.max(run.end),
            _ => joined.push(run),
        }
    }
    joined
}

/// What two lists of runs have in common.
pub(crate) fn common(some: &[Range<usize>], others: &[Range<usize>]) -> Vec<Range<usize>> {
    let pairs = some
        .iter()
        .flat_map(|one| others.iter().map(move |other| (one, other)));
    pairs
        .map(|(one, other)| one.start.max(other.start)..one.end.min(other.end))
        .filter(|run| run.start < run.end)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn runs() -> impl Strategy<Value = Vec<Range<usize>>> {
        let run = (0..40usize, 0..9usize).prop_map(|(start, length)| start..start + length);
        prop::collection::vec(run, 0..5)
    }

    proptest! {
        #[test]
        fn runs_are_joined_and_met_column_by_column(some in runs(), others in runs()) {
            let has = |runs: &[Range<usize>], column: usize| runs.iter().any(|run| run.contains(&column));
            let (one, other) = (joined(some.clone()), joined(others.clone()));
            let both = common(&one, &other);
            for column in 0..50 {
                prop_assert_eq!(has(&one, column), has(&some, column));
                prop_assert_eq!(has(&both, column), has(&some, column) && has(&others, column));
            }
            prop_assert!(both.windows(2).all(|pair| pair[0].end <= pair[1].start));
        }
    }
}
