//! Whether a sentence only counts what is withheld. It may use a closed list of words, so that
//! nothing about the passages themselves can be told without evidence.

use bearings_model::{RestrictionReason, Withheld};

/// Everything a sentence that counts may say besides its numbers and the reasons' own words.
const COUNTING_WORDS: &[&str] = &[
    "a",
    "about",
    "account",
    "all",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "because",
    "been",
    "by",
    "can",
    "carried",
    "could",
    "count",
    "counted",
    "danger",
    "decided",
    "does",
    "each",
    "endanger",
    "every",
    "for",
    "found",
    "from",
    "has",
    "have",
    "held",
    "here",
    "in",
    "is",
    "it",
    "kept",
    "left",
    "may",
    "more",
    "no",
    "none",
    "not",
    "number",
    "of",
    "on",
    "one",
    "only",
    "or",
    "out",
    "page",
    "pages",
    "passage",
    "passages",
    "people",
    "person",
    "proposed",
    "publish",
    "published",
    "publishing",
    "put",
    "read",
    "reason",
    "reasons",
    "ruled",
    "say",
    "says",
    "shown",
    "so",
    "some",
    "someone",
    "stay",
    "stayed",
    "stays",
    "still",
    "text",
    "texts",
    "that",
    "the",
    "them",
    "these",
    "they",
    "this",
    "to",
    "until",
    "was",
    "were",
    "what",
    "when",
    "which",
    "why",
    "withheld",
    "would",
    "yet",
];

const NUMBERS: &[&str] = &[
    "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

pub(super) fn only_counts(text: &str, withheld: &[Withheld]) -> bool {
    let counts = true_counts(withheld);
    let lower = text.to_lowercase();
    let mut words = lower
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| !word.is_empty());
    words.all(|word| match number(word) {
        Some(number) => counts.contains(&number) || COUNTING_WORDS.contains(&word),
        None => COUNTING_WORDS.contains(&word) || is_reason_word(word),
    })
}

/// The numbers that may be told: all, by reason, ruled on and not.
fn true_counts(withheld: &[Withheld]) -> Vec<usize> {
    let total: usize = withheld.iter().map(|group| group.passages).sum();
    let ruled: usize = withheld.iter().map(|group| group.ruled).sum();
    let mut counts = vec![total, ruled, total.saturating_sub(ruled), withheld.len()];
    for group in withheld {
        counts.extend([
            group.passages,
            group.ruled,
            group.passages.saturating_sub(group.ruled),
        ]);
    }
    counts
}

fn number(word: &str) -> Option<usize> {
    word.parse()
        .ok()
        .or_else(|| NUMBERS.iter().position(|name| *name == word))
}

fn is_reason_word(word: &str) -> bool {
    RestrictionReason::ALL.iter().any(|reason| {
        let plain = reason.plain().split(' ').any(|part| part == word);
        plain
            || reason
                .name()
                .split('_')
                .any(|part| part == word || format!("{part}s") == word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, allowed: bool) {
        let withheld = [
            Withheld {
                reason: RestrictionReason::Shelter,
                passages: 2,
                ruled: 1,
            },
            Withheld {
                reason: RestrictionReason::UnnamedSource,
                passages: 1,
                ruled: 0,
            },
        ];
        assert_eq!(only_counts(text, &withheld), allowed, "{text}");
    }

    #[test]
    fn a_sentence_may_count_and_name_the_reasons() {
        check(
            "3 passages stay out: 2 about a shelter, 1 about a source who is not named.",
            true,
        );
        check(
            "Three passages are withheld; a person has ruled on one of them.",
            true,
        );
        check(
            "Two passages are withheld because each is about a shelter.",
            true,
        );
    }

    #[test]
    fn a_sentence_may_not_tell_what_is_withheld() {
        check(
            "2 passages stay out: a shelter in the basement of the opera.",
            false,
        );
        check("Two passages are withheld about the school.", false);
    }

    #[test]
    fn a_count_that_is_not_true_is_refused() {
        check("17 passages are withheld.", false);
    }
}
