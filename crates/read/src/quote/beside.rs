//! The quotation beside a cue: right before it, or soon after.

use super::cue_en::CUES;
use super::unclaimed::TERM_TOKENS;
use crate::text::Text;

/// A quotation that ends right before token `at`, with nothing but marks between.
pub(super) fn quotation_left(text: &Text, at: usize, from: usize) -> Option<usize> {
    let mut before = at;
    while before > from && matches!(text.word(before - 1), "," | "-" | "–" | "—") {
        before -= 1;
    }
    let last = text.tokens.get(before.checked_sub(1)?)?.span;
    text.quotation_to(last.end)
        .filter(|index| is_speech(text, *index, from))
}

/// Whether a quotation is what somebody said: a few words in the middle of a sentence are a term.
fn is_speech(text: &Text, quotation: usize, sentence: usize) -> bool {
    let quotation = &text.quotations[quotation];
    let inner = text.within(quotation.inner);
    let leads = text.within(quotation.span).start <= sentence;
    !inner.is_empty() && (leads || inner.len() > TERM_TOKENS)
}

/// How many tokens may stand between a cue and the quotation it opens.
const CUE_TO_QUOTATION_TOKENS: usize = 12;

/// A quotation soon after the cue, with no other cue between.
pub(super) fn quotation_right(text: &Text, after: usize, limit: usize) -> Option<usize> {
    let window = after..limit.min(after + CUE_TO_QUOTATION_TOKENS);
    let (open, quotation) = window
        .clone()
        .find_map(|i| Some((i, text.quotation_from(text.tokens[i].span.start)?)))?;
    let parted = (after..open).any(|i| CUES.word(text.word(i)).is_some() || text.word(i) == ";");
    (!parted).then_some(quotation)
}
