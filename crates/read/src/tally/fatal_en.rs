//! "Five people were shot, two of them fatally": the two died and are a part of the five.

use bearings_model::Outcome;

use super::TallyFound;
use super::outcome_en::{give, outcome};
use crate::text::Text;

/// Gives a bare number before "fatally" its outcome, and its whole where one was told before.
pub(super) fn set_fatal(text: &Text, found: &mut [TallyFound]) {
    for index in 0..found.len() {
        let tally = &found[index];
        if tally.outcome.is_some() || !tally.counted.is_empty() {
            continue;
        }
        let end = tally.amount_tokens.end;
        let of_them = text.word(end) == "of" && matches!(text.word(end + 1), "them" | "whom");
        let fatally = end + if of_them { 2 } else { 0 };
        let verb = outcome(text, fatally + 1, fatally + 2).is_some();
        if !matches!(text.word(fatally), "fatally" | "mortally") || verb {
            continue;
        }
        let whole = (0..index).rev().find(|i| found[*i].part_of.is_none());
        let tally = &mut found[index];
        give(tally, Outcome::Killed);
        tally.tokens.end = fatally + 1;
        tally.part_of = whole;
    }
}
