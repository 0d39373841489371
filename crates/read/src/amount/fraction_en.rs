//! English fractions: "half of the 40" is about 20, "half of the crew" gives no number.

use bearings_model::Amount;

use super::number_en::number;
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    /// Numerator and denominator.
    static FRACTIONS: (u64, u64) = {
        (1, 2) => "half, one half",
        (1, 3) => "a third, one third, one - third",
        (2, 3) => "two thirds, two - thirds",
        (1, 4) => "a quarter, one quarter, one - quarter, a fourth, one fourth",
        (3, 4) => "three quarters, three - quarters, three fourths",
        (1, 5) => "a fifth, one fifth, one - fifth",
        (1, 10) => "a tenth, one tenth, one - tenth",
    };
}

/// The share of a group at token `at`, and the token after it (after the group's number, where
/// there is one). A share is as loose as its word: never exact.
pub(super) fn fraction(text: &Text, at: usize, limit: usize) -> Option<(Amount, usize)> {
    let found = FRACTIONS.at(text, at, limit)?;
    let end = at + found.tokens;
    let group = |i: usize| {
        matches!(
            text.word(i),
            "the" | "these" | "those" | "its" | "their" | "his" | "our"
        )
    };
    let of = text.word(end) == "of";
    let start = match (of, group(end + usize::from(of))) {
        (true, true) => end + 2,
        (true, false) => end + 1,
        (false, true) if text.word(at) == "half" => end + 1,
        _ => return None,
    };
    let (top, bottom) = *found.value;
    if let Some((whole, after)) = number(text, start, limit) {
        let value = whole.checked_mul(top)?.saturating_add(bottom / 2) / bottom;
        return Some((Amount::About { value }, after));
    }
    let word = text.slice(at..end).to_lowercase();
    let amount = Amount::Vague {
        word,
        low: None,
        high: None,
    };
    Some((amount, end))
}
