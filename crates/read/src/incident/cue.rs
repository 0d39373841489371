//! Whether a claim opens another occurrence, speaks of one told before, or only means one.

use std::ops::Range;

use super::{en, ru, uk};
use crate::event::event;
use crate::lexicon::Phrases;
use crate::text::Text;

type Table = &'static Phrases<()>;

/// The tables of one language.
pub(super) struct Words {
    /// Another occurrence begins.
    pub opens: Table,
    /// Before an event's word: it has been told of.
    pub definite: Table,
    /// Before an event's word: it is meant, feared or ordered, and not told of.
    pub meant: Table,
    /// Before those: an attempt was made.
    pub tried: Table,
    /// Somebody did it.
    pub by_hand: Table,
    pub taken: Table,
    /// The place where the report was written.
    pub here: Table,
    /// Beside a time, these say when it was told of and not when it happened.
    pub told: Table,
}

fn words(text: &Text) -> Option<Words> {
    Some(text.language.pick(
        en::words as fn() -> Words,
        uk::words,
        ru::words,
    )?())
}

fn holds(text: &Text, range: Range<usize>, table: fn(Words) -> Table) -> bool {
    words(text).is_some_and(|words| table(words).find(text, range).is_some())
}

/// How far from its sentence's start a word that opens another occurrence may stand.
const REACH_TOKENS: usize = 6;

/// "Meanwhile", "in a separate incident": what follows is another occurrence.
pub(super) fn opens(text: &Text, sentence: Range<usize>) -> bool {
    let head = sentence.start..sentence.end.min(sentence.start + REACH_TOKENS);
    holds(text, head, |words| words.opens)
}

/// "The attack": the claim begins with an occurrence told of before.
pub(super) fn refers(text: &Text, claim: Range<usize>) -> bool {
    words(text).is_some_and(|words| words.definite.at(text, claim.start, claim.end).is_some())
}

/// "To attack", "must be bombed": nothing is said to have happened.
pub(super) fn is_only_meant(text: &Text, claim: Range<usize>) -> bool {
    let Some(found) = event(text, claim.clone()) else {
        return false;
    };
    let before = found.at.saturating_sub(2).max(claim.start)..found.at;
    let near = found.at.saturating_sub(1).max(claim.start)..found.at;
    let tried =
        found.at > claim.start + 1 && holds(text, before.start..found.at - 1, |words| words.tried);
    holds(text, near, |words| words.meant) && !tried
        || before.clone().any(|i| text.word(i) == "be") && holds(text, before, |words| words.meant)
}

/// How far before a year the word of its event may stand: "was murdered in 1980".
const YEAR_TOKENS: usize = 8;

/// An event's word stands right before the token, in the same clause.
pub(super) fn ends_near(text: &Text, at: usize) -> bool {
    let from = at.saturating_sub(YEAR_TOKENS);
    let clause = (from..at)
        .rev()
        .take_while(|i| !matches!(text.word(*i), "," | "which" | "who" | "."));
    let from = clause.last().unwrap_or(at);
    event(text, from..at).is_some() || is_by_hand(text, from..at)
}

/// "Killed", "murdered": somebody did it, as "died" does not say.
pub(super) fn is_by_hand(text: &Text, claim: Range<usize>) -> bool {
    holds(text, claim, |words| words.by_hand)
}

/// "Reported today", "today condemned": the time of the telling.
pub(super) fn is_of_telling(text: &Text, time: Range<usize>) -> bool {
    let on = time.start > 0 && matches!(text.word(time.start - 1), "on" | "the" | "early" | "late");
    let start = time.start - usize::from(on);
    let before = start.saturating_sub(1)..start;
    let after = time.end..text.tokens.len().min(time.end + 1);
    holds(text, before, |words| words.told) || holds(text, after, |words| words.told)
}

/// The token of the word that tells of the event or the harm in a claim.
pub(super) fn word_at(text: &Text, claim: Range<usize>) -> usize {
    event(text, claim.clone()).map_or(claim.start, |found| found.at)
}

/// "In this capital": where the report was written.
pub(super) fn is_here(text: &Text, sentence: Range<usize>) -> bool {
    holds(text, sentence, |words| words.here)
}

pub(super) fn is_taken(text: &Text, claim: Range<usize>) -> bool {
    holds(text, claim, |words| words.taken)
}
