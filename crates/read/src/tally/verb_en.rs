//! How an English word for what became of people stands as a verb.

use crate::text::Text;

/// "Five people shot outside a hall": headlines leave the verb out, and what follows is no object.
pub(super) fn is_reduced(text: &Text, at: usize) -> bool {
    matches!(
        text.word(at + 1),
        "" | "in"
            | "on"
            | "outside"
            | "inside"
            | "near"
            | "during"
            | "after"
            | "over"
            | "by"
            | "while"
            | "when"
            | "as"
            | "this"
            | "last"
            | "early"
            | "overnight"
            | "across"
            | ","
            | "."
            | ";"
            | ":"
            | "-"
            | "–"
            | "—"
            | "and"
            | "one"
            | "two"
            | "1"
            | "2"
            | "|"
    )
}

/// "was killed", "were all injured", "have been hurt".
pub(super) fn is_passive(text: &Text, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|i| {
        matches!(
            text.word(i),
            "was"
                | "were"
                | "been"
                | "be"
                | "being"
                | "is"
                | "are"
                | "got"
                | "'s"
                | "reported"
                | "left"
        )
    })
}
