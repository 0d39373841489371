//! Whether a claim opens another occurrence or speaks of one told before.

use std::ops::Range;

use super::en;
use crate::lexicon::Phrases;
use crate::text::Text;

struct Words {
    opens: &'static Phrases<()>,
    definite: &'static Phrases<()>,
}

fn words(text: &Text) -> Option<Words> {
    let english = || Words {
        opens: &en::OPENS,
        definite: &en::DEFINITE,
    };
    Some(text.language.pick(
        english as fn() -> Words,
        english,
        english,
    )?())
}

/// How far from its sentence's start a word that opens another occurrence may stand.
const REACH_TOKENS: usize = 6;

/// "Meanwhile", "in a separate incident": what follows is another occurrence.
pub(super) fn opens(text: &Text, sentence: Range<usize>) -> bool {
    let head = sentence.start..sentence.end.min(sentence.start + REACH_TOKENS);
    words(text).is_some_and(|words| words.opens.find(text, head).is_some())
}

/// "The attack": the claim begins with an occurrence told of before.
pub(super) fn refers(text: &Text, claim: Range<usize>) -> bool {
    words(text).is_some_and(|words| words.definite.at(text, claim.start, claim.end).is_some())
}
