//! English lists of people under one verb: "two men, a woman and a child were killed".

use std::ops::Range;

use super::TallyFound;
use super::join_en::is_free;
use super::outcome_en::outcome;
use crate::text::{Kind, Text};

/// "Two men, a woman and a child were killed": all were. A list that commas alone part is one in
/// a headline only.
pub(super) fn listed_before(text: &Text, found: &[TallyFound], index: usize) -> Range<usize> {
    let mut first = index;
    while first > 0 && is_in_list(text, found, first - 1) && is_free(&found[first - 1]) {
        first -= 1;
    }
    let joined = |i: usize| text.word(found[i + 1].tokens.start - 1) != ",";
    let headline = text
        .sentences
        .first()
        .is_some_and(|headline| headline.tokens.contains(&found[index].amount_tokens.start));
    if first < index && !joined(index - 1) && !headline {
        return index..index;
    }
    first..index
}

/// "Killing a man and two women": all were killed, unless a verb of their own follows.
pub(super) fn listed_after(
    text: &Text,
    found: &[TallyFound],
    index: usize,
    limit: usize,
) -> Range<usize> {
    let mut last = index;
    while last + 1 < found.len()
        && is_in_list(text, found, last)
        && is_free(&found[last + 1])
        && !has_own_verb(text, &found[last + 1])
        && outcome(text, found[last + 1].tokens.end, limit).is_none()
    {
        last += 1;
    }
    index + 1..last + 1
}

/// "Two women were wounded": the count is the subject of a verb that follows.
pub(super) fn has_own_verb(text: &Text, tally: &TallyFound) -> bool {
    let next = text.word(tally.tokens.end);
    matches!(next, "was" | "were" | "is" | "are" | "has" | "have" | "had")
}

/// The count and the next one stand in one list of people.
fn is_in_list(text: &Text, found: &[TallyFound], index: usize) -> bool {
    let (one, next) = (&found[index], &found[index + 1]);
    one.is_people && next.is_people && is_list(text, one.tokens.end..next.tokens.start)
}

/// Nothing but what joins a list: "and", commas, an age in commas.
pub(super) fn is_list(text: &Text, gap: Range<usize>) -> bool {
    let joins = |i: usize| {
        matches!(text.word(i), "," | "and" | "&" | "his" | "her" | "their")
            || text.kind(i) == Some(Kind::Number)
    };
    (1..=4).contains(&gap.len())
        && gap.clone().all(joins)
        && text.kind(gap.start) != Some(Kind::Number)
}
