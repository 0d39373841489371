//! Parts of a count: "31 people – 15 military personnel and 16 civilians –", "44, including 20".

use std::ops::Range;

use bearings_model::Amount;

use super::list_en::is_list;
use super::outcome_en::outcome;
use super::{NEAR, TallyFound};
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static OPENING: () = {
        () => "including, among them, of them, of whom, of which, among whom, comprising, made up of",
    };
}

/// No list of parts is longer, and a text without marks must not take for ever.
pub(super) const LIST_TOKENS: usize = 80;

/// The tokens in which parts of the count that ends at `after` are listed.
pub(super) fn listed(text: &Text, after: usize, limit: usize) -> Option<Range<usize>> {
    let at = if text.word(after) == "," {
        after + 1
    } else {
        after
    };
    if let Some(opening) = OPENING.at(text, at, limit) {
        let start = at + opening.tokens;
        let limit = limit.min(start + LIST_TOKENS);
        let end = (start..limit)
            .find(|i| ends_list(text, *i, limit))
            .unwrap_or(limit);
        return Some(start..end);
    }
    let close: &[&str] = match text.word(after) {
        "–" | "—" => &["–", "—"],
        "(" => &[")"],
        "-" if !text.is_glued(after) => &["-"],
        _ => return None,
    };
    let limit = limit.min(after + 1 + LIST_TOKENS);
    let end = (after + 1..limit)
        .find(|i| close.contains(&text.word(*i)))
        .unwrap_or(limit);
    Some(after + 1..end)
}

/// A mark that closes, a comma after which nothing more is counted, or a joint before words with
/// an outcome of their own: ", including three children, were killed and five wounded".
fn ends_list(text: &Text, at: usize, limit: usize) -> bool {
    match text.word(at) {
        ";" | "." | "–" | "—" | ")" => true,
        "," => {
            let joined = matches!(text.word(at + 1), "and" | "or" | "a" | "an");
            !joined && crate::amount::amount(text, at + 1, limit).is_none()
                || has_outcome(text, at + 1, limit)
        }
        "and" => has_outcome(text, at + 1, limit),
        _ => false,
    }
}

/// Whether an outcome stands before the next joint.
fn has_outcome(text: &Text, start: usize, limit: usize) -> bool {
    let start = start + usize::from(text.word(start) == "and");
    (start..limit)
        .take_while(|i| !matches!(text.word(*i), "," | ";" | "." | "and" | "–" | "—" | ")"))
        .any(|i| outcome(text, i, limit).is_some())
}

/// "Two people, a man and a woman, were shot": the list after the comma is who the two are.
pub(super) fn attach_apposed(text: &Text, found: &mut [TallyFound], whole: usize) {
    let Amount::Exact { value } = found[whole].amount else {
        return;
    };
    let (mut sum, mut last) = (0, whole);
    while sum < value && last < whole + NEAR && last + 1 < found.len() {
        let gap = found[last].tokens.end..found[last + 1].tokens.start;
        let first = last == whole;
        let apposed = matches!(text.word(gap.start), "," | ":") && gap.len() == 1;
        let next = &found[last + 1];
        let joins = if first { apposed } else { is_list(text, gap) };
        let Amount::Exact { value: part } = next.amount else {
            return;
        };
        // "Three children, two women and a doctor" are six.
        let of_whole = found[whole].who.is_none() || found[whole].who == next.who;
        if !joins || next.part_of.is_some() || !next.is_people || !of_whole {
            return;
        }
        sum = part.saturating_add(sum);
        last += 1;
    }
    if sum == value && last > whole + 1 {
        let range = found[whole + 1].amount_tokens.start..found[last].amount_tokens.end;
        attach(found, whole, &range);
    }
}

/// Gives the counts inside `range` to the whole at `whole`, with its outcome.
pub(super) fn attach(found: &mut [TallyFound], whole: usize, range: &Range<usize>) {
    let outcome = found[whole].outcome;
    let first = found.partition_point(|tally| tally.amount_tokens.start < range.start);
    let end = found.partition_point(|tally| tally.amount_tokens.start < range.end);
    for index in first..end {
        if index == whole || found[index].part_of.is_some() {
            continue;
        }
        found[index].part_of = Some(whole);
        // "Twelve casualties, five of them dead".
        found[index].outcome = found[index].outcome.or(outcome);
        found[index].mode = found[whole].mode;
    }
}
