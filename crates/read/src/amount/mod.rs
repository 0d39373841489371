//! Amounts: numbers in digits and words with the bound they were given.

pub(crate) mod en;
pub(crate) mod number;
mod number_en;

use std::ops::Range;

use bearings_model::Amount;

/// An amount and the tokens it takes: "at least four", "between 12 and 15", "dozens of".
#[derive(Clone, Debug)]
pub(crate) struct AmountFound {
    pub amount: Amount,
    pub tokens: Range<usize>,
    /// "another four", "four more": to be added to a count told before.
    pub further: bool,
    pub rule: &'static str,
}
