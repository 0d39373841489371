//! English number words: "twenty-five", "two hundred and six", "half a dozen", "2.5 million".

use super::number::{digits, tenths};
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static UNITS: u64 = [
        ("zero", 0), ("one", 1), ("two", 2), ("three", 3), ("four", 4), ("five", 5), ("six", 6),
        ("seven", 7), ("eight", 8), ("nine", 9), ("ten", 10), ("eleven", 11), ("twelve", 12),
        ("thirteen", 13), ("fourteen", 14), ("fifteen", 15), ("sixteen", 16), ("seventeen", 17),
        ("eighteen", 18), ("nineteen", 19),
    ];
}
phrases! {
    static TENS: u64 = [
        ("twenty", 20), ("thirty", 30), ("forty", 40), ("fifty", 50), ("sixty", 60),
        ("seventy", 70), ("eighty", 80), ("ninety", 90),
    ];
}
phrases! {
    static SCALES: u64 = [
        ("hundred", 100), ("thousand", 1_000), ("million", 1_000_000), ("billion", 1_000_000_000),
        ("bn", 1_000_000_000), ("dozen", 12),
    ];
}

/// A whole number at token `at`, before `limit`: its value and the token after it.
pub(super) fn number(text: &Text, at: usize, limit: usize) -> Option<(u64, usize)> {
    if let Some((value, next)) = decimal_scaled(text, at, limit) {
        return Some((value, next));
    }
    if text.word(at) == "half" && text.word(at + 1) == "a" && text.word(at + 2) == "dozen" {
        return Some((6, at + 3));
    }
    if text.word(at) == "a" && scale(text, at + 1, limit).is_some() {
        return scaled(text, 1, at + 1, limit);
    }
    let (value, next) = simple(text, at, limit)?;
    scaled(text, value, next, limit)
}

/// "2.5 million" as a whole number.
fn decimal_scaled(text: &Text, at: usize, limit: usize) -> Option<(u64, usize)> {
    let tenths = tenths(text, at)?;
    let scale = scale(text, at + 1, limit)?;
    Some((tenths.checked_mul(scale)? / 10, at + 2))
}

/// Digits, a unit, or tens with a unit: "31", "seven", "twenty-five".
fn simple(text: &Text, at: usize, limit: usize) -> Option<(u64, usize)> {
    if at >= limit {
        return None;
    }
    if let Some(value) = digits(text, at) {
        return Some((value, at + 1));
    }
    if let Some(unit) = UNITS.at(text, at, limit) {
        return Some((*unit.value, at + 1));
    }
    let tens = *TENS.at(text, at, limit)?.value;
    let parted = if text.word(at + 1) == "-" {
        at + 2
    } else {
        at + 1
    };
    match UNITS.at(text, parted, limit) {
        Some(unit) if *unit.value < 10 => Some((tens + unit.value, parted + 1)),
        _ => Some((tens, at + 1)),
    }
}

fn scale(text: &Text, at: usize, limit: usize) -> Option<u64> {
    SCALES.at(text, at, limit).map(|found| *found.value)
}

/// Applies "hundred", "thousand", "million" and what follows them: "two hundred and six".
fn scaled(text: &Text, value: u64, next: usize, limit: usize) -> Option<(u64, usize)> {
    let (mut total, mut at) = (value, next);
    while let Some(scale) = scale(text, at, limit) {
        total = total.checked_mul(scale)?;
        at += 1;
        let after = if text.word(at) == "and" { at + 1 } else { at };
        match simple(text, after, limit) {
            Some((rest, end)) if rest < scale && scale != 12 => {
                total = total.checked_add(rest)?;
                at = end;
            }
            _ => {}
        }
    }
    Some((total, at))
}
