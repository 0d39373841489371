//! A number without its noun: "he's fired about five" after "firing rocket-propelled grenades".

use std::ops::Range;

use super::people_en::is_thing;
use crate::text::Text;

/// The thing counted, from earlier in the same sentence, when a bare number ends its clause right
/// after a verb that takes such things.
pub(super) fn antecedent(
    text: &Text,
    amount: &Range<usize>,
    sentence: Range<usize>,
) -> Option<Range<usize>> {
    let ends = matches!(
        text.word(amount.end),
        "" | "," | "." | ";" | "”" | "\"" | "!" | "?" | "and"
    );
    let verb = amount
        .start
        .checked_sub(1)
        .filter(|i| *i > sentence.start)?;
    let takes = matches!(
        text.word(verb),
        "fired"
            | "fire"
            | "launched"
            | "saw"
            | "counted"
            | "destroyed"
            | "hit"
            | "lost"
            | "shot"
            | "down"
            | "had"
            | "have"
            | "found"
            | "used"
    );
    if !ends || !takes {
        return None;
    }
    let mut last = None;
    let mut at = sentence.start;
    while at < verb {
        let tokens = is_thing(text, at, verb).unwrap_or(0);
        if tokens > 0 && text.word(at + tokens - 1).ends_with('s') {
            last = Some(at..at + tokens);
        }
        at += tokens.max(1);
    }
    last
}
