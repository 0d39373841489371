//! How an English word for what became of people stands as a verb.

use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    /// "is said to have been killed": others' word or belief of what a participle tells.
    static HEARSAY: () = {
        () => "said to, believed to, thought to, feared to, presumed to, assumed to, reported to, alleged to, understood to, rumoured to, rumored to, known to",
    };
}

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

/// Whether "said to" of a passive begins at token `at`.
pub(super) fn is_hearsay(text: &Text, at: usize) -> bool {
    HEARSAY.at(text, at, at + 2).is_some()
}
