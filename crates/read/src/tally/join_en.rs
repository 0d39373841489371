//! Gives each word for what became of people the count it belongs to.

use std::ops::Range;

use super::TallyFound;
use super::outcome_en::{Form, OutcomeFound, outcome};
use super::read_en::rule_of;
use crate::text::Text;

/// How many tokens may part an amount from the word that says what became of those counted.
const REACH_TOKENS: usize = 14;

/// Gives each outcome word the amount it belongs to.
pub(super) fn join_outcomes(text: &Text, found: &mut [TallyFound], range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let taken = found
            .iter()
            .find(|tally| tally.outcome.is_some() && tally.tokens.contains(&at));
        let Some(word) = outcome(text, at, range.end).filter(|_| taken.is_none()) else {
            at += 1;
            continue;
        };
        let before = || subject(text, found, at);
        let after = || object(text, found, at + word.tokens);
        let index = match word.form {
            Form::After | Form::Subject => before(),
            Form::Before => after(),
            Form::Passive => before().filter(|i| {
                is_passive(text, at) || is_reduced(text, at) && ends_at(text, found, *i, at)
            }),
            Form::Either if is_passive(text, at) => before(),
            Form::Either => after().or_else(|| before().filter(|i| ends_at(text, found, *i, at))),
        };
        if let Some(index) = index {
            let before = index
                .checked_sub(1)
                .filter(|_| found[index].amount_tokens.start < at);
            take(found, index, &word, at);
            // "Four soldiers and two civilians were killed": both were.
            if let Some(before) = before.filter(|i| is_coordinated(text, found, *i, index)) {
                found[before].outcome = Some(word.outcome);
                found[before].rule = rule_of(word.outcome);
            }
        }
        at += word.tokens;
    }
}

/// Nothing stands between the count, with its parts, and the word: "15 people wounded".
fn ends_at(text: &Text, found: &[TallyFound], index: usize, at: usize) -> bool {
    let parts = found
        .iter()
        .filter(|part| part.part_of == Some(index))
        .map(|part| part.tokens.end);
    parts
        .chain([found[index].tokens.end])
        .max()
        .is_some_and(|end| end == at || end + 1 == at && text.word(end) != "and")
}

/// Two counts with nothing but "and" between them.
fn is_coordinated(text: &Text, found: &[TallyFound], one: usize, other: usize) -> bool {
    let between = found[one].tokens.end..found[other].amount_tokens.start;
    is_free(&found[one])
        && found[one].is_people
        && between.len() == 1
        && text.word(between.start) == "and"
}

fn take(found: &mut [TallyFound], index: usize, word: &OutcomeFound, at: usize) {
    let tally = &mut found[index];
    tally.outcome = Some(word.outcome);
    tally.tokens =
        tally.tokens.start.min(tally.amount_tokens.start)..tally.tokens.end.max(at + word.tokens);
    if at < tally.amount_tokens.start {
        tally.tokens.start = at;
    }
    tally.rule = rule_of(word.outcome);
    for other in found.iter_mut() {
        if other.part_of == Some(index) {
            other.outcome = Some(word.outcome);
        }
    }
}

/// "Five people shot outside a hall": headlines leave the verb out, and what follows is no object.
fn is_reduced(text: &Text, at: usize) -> bool {
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
fn is_passive(text: &Text, at: usize) -> bool {
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

/// The free amount nearest before an outcome word, inside its reach.
fn subject(text: &Text, found: &[TallyFound], at: usize) -> Option<usize> {
    let reach = |tally: &TallyFound| at - tally.tokens.end.min(at);
    let nearest = (0..found.len())
        .rev()
        .filter(|i| found[*i].tokens.end <= at && is_free(&found[*i]))
        .find(|i| {
            let tally = &found[*i];
            let parts = found
                .iter()
                .filter(|p| p.part_of == Some(*i))
                .map(|p| p.tokens.end)
                .max();
            let gap_start = parts.unwrap_or(tally.tokens.end);
            reach(tally) <= REACH_TOKENS + parts.map_or(0, |end| end - tally.tokens.end)
                && !is_parted(text, gap_start..at)
        })?;
    Some(nearest)
}

fn is_free(tally: &TallyFound) -> bool {
    tally.outcome.is_none() && tally.part_of.is_none()
}

/// Another clause begins between the two.
fn is_parted(text: &Text, gap: Range<usize>) -> bool {
    gap.clone().any(|i| {
        matches!(
            text.word(i),
            ";" | "." | "!" | "?" | "but" | "while" | "said" | "when"
        ) || text.word(i) == "and"
            && (i + 1..gap.end).any(|j| matches!(text.word(j), "the" | "a" | "he" | "she" | "they"))
    })
}

/// The free amount right after an outcome word: "killed four people", "killing at least 3".
fn object(text: &Text, found: &[TallyFound], after: usize) -> Option<usize> {
    (0..found.len()).find(|i| {
        let start = found[*i].amount_tokens.start;
        let near = start >= after && start - after <= 2;
        near && is_free(&found[*i])
            && !(after..start)
                .any(|t| matches!(text.word(t), "," | "." | ";" | "in" | "and" | "on" | "at"))
    })
}
