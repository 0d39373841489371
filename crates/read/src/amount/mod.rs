//! Amounts: numbers in digits and words with the bound they were given.

pub(crate) mod en;
mod fraction_en;
pub(crate) mod number;
mod number_en;
mod ru;
pub(crate) mod slavic;
mod slavic_number;
mod uk;

use std::ops::Range;

use bearings_model::Amount;

use crate::language::Language;
use crate::text::Text;

/// The amount that begins at token `at`, in the text's language.
pub(crate) fn amount(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    match text.language {
        Language::English => en::amount(text, at, limit),
        _ => slavic::amount(text, at, limit),
    }
}

/// An amount and the tokens it takes: "at least four", "between 12 and 15", "dozens of".
#[derive(Clone, Debug)]
pub(crate) struct AmountFound {
    pub amount: Amount,
    pub tokens: Range<usize>,
    /// "another four", "four more": to be added to a count told before.
    pub further: bool,
    pub rule: &'static str,
}
