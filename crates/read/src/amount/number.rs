//! Digits: "1,200", "2.5 million", "10 000".

use crate::text::{Kind, Text};

/// A number in digits at token `at`, as written; `None` for clock times, dotted dates, decimals
/// that are no whole count, and what does not fit.
pub(crate) fn digits(text: &Text, at: usize) -> Option<u64> {
    if text.kind(at) != Some(Kind::Number) {
        return None;
    }
    let raw = text.raw(at);
    if raw.contains(':') {
        return None;
    }
    grouped(raw).or_else(|| raw.parse().ok())
}

/// "1,200,000" or "1.200.000": every group after the first has three digits.
fn grouped(raw: &str) -> Option<u64> {
    let mut groups = raw.split([',', '.']);
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let by_thousands = (1..=3).contains(&first.len()) && rest.iter().all(|g| g.len() == 3);
    // "2.500" could be two and a half: one dot alone is a decimal point in English.
    let decimal = rest.len() == 1 && raw.contains('.');
    if rest.is_empty() || !by_thousands || decimal {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}

/// "2.5" of "2.5 million", in tenths: 25.
pub(crate) fn tenths(text: &Text, at: usize) -> Option<u64> {
    let (whole, part) = text.raw(at).split_once('.')?;
    if part.len() != 1 {
        return None;
    }
    let whole: u64 = whole.parse().ok()?;
    let part: u64 = part.parse().ok()?;
    whole.checked_mul(10)?.checked_add(part)
}
