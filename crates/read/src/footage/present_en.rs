//! Whether a sentence tells, in the present tense, what is being watched.

use std::ops::Range;

use crate::text::Text;

/// Told as one watches: a present form and none of the past.
pub(super) fn is_present(text: &Text, sentence: &Range<usize>) -> bool {
    let past = |word: &str| {
        matches!(
            word,
            "was"
                | "were"
                | "had"
                | "did"
                | "has"
                | "have"
                | "will"
                | "would"
                | "possible"
                | "went"
                | "came"
                | "began"
                | "returned"
                | "said"
                | "yesterday"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
        )
    };
    let present = |i: usize| {
        let word = text.word(i);
        let verb =
            word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !text.is_capital(i);
        matches!(word, "is" | "are" | "can" | "'s" | "move" | "run" | "fire") || verb
    };
    !sentence.clone().any(|i| past(text.word(i))) && sentence.clone().any(present)
}
