//! Amounts of time: "2h", "1h30m", "0.5s", and how exactly they are known.

use crate::moment::Interval;

const UNITS: [(&str, i64); 6] = [
    ("ms", 1),
    ("min", 60_000),
    ("m", 60_000),
    ("s", 1_000),
    ("h", 3_600_000),
    ("d", 86_400_000),
];

/// "2h", "1h30m", "0.25s" in milliseconds.
pub(crate) fn amount(word: &str) -> Option<i64> {
    let mut rest = word;
    let mut total = 0_i64;
    while !rest.is_empty() {
        let digits = rest.find(|c: char| c != '.' && !c.is_ascii_digit())?;
        let (number, after) = rest.split_at(digits);
        let letters = after
            .find(|c: char| !c.is_ascii_alphabetic())
            .unwrap_or(after.len());
        let (unit, after) = after.split_at(letters);
        let (_, ms) = UNITS.iter().find(|(name, _)| *name == unit)?;
        total = total.checked_add(times(number, *ms)?)?;
        rest = after;
    }
    (!word.is_empty()).then_some(total)
}

/// "1.5" times a unit, where that is a whole number of milliseconds.
fn times(number: &str, unit: i64) -> Option<i64> {
    let (whole, fraction) = number.split_once('.').unwrap_or((number, ""));
    if fraction.len() > 6 || fraction.contains('.') {
        return None;
    }
    let whole: i64 = whole.parse().ok()?;
    let mut parts = whole.checked_mul(unit)?;
    if !fraction.is_empty() {
        let scale = 10_i64.pow(u32::try_from(fraction.len()).ok()?);
        let fraction: i64 = fraction.parse().ok()?;
        let scaled = fraction.checked_mul(unit)?;
        if scaled % scale != 0 {
            return None;
        }
        parts = parts.checked_add(scaled / scale)?;
    }
    Some(parts)
}

/// "2h", "2h to 3h", "2h within 15m", "at least 2h", "at most 3h".
pub(crate) fn amounts(words: &[&str]) -> Result<Interval, String> {
    let read = |word: &str| {
        amount(word).ok_or_else(|| {
            format!("\"{word}\" is no amount of time; write 2h, 1h30m, 45s or 0.25s")
        })
    };
    match words {
        ["at", "least", least] => Ok(Interval::since(read(least)?)),
        ["at", "most", most] => Ok(Interval::until(read(most)?)),
        [exactly] => Ok(Interval::around(read(exactly)?, 0)),
        [least, "to", most] => Ok(Interval::new(read(least)?, read(most)?)),
        [about, "within", tolerance] => Ok(Interval::around(read(about)?, read(tolerance)?)),
        _ => Err(format!(
            "\"{}\" is no amount of time; write 2h, 2h to 3h, 2h within 15m, at least 2h or at most 3h",
            words.join(" ")
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_are_read_to_the_millisecond() {
        for (word, expected) in [
            ("2h", Some(7_200_000)),
            ("1h30m", Some(5_400_000)),
            ("1.5h", Some(5_400_000)),
            ("0.25s", Some(250)),
            ("250ms", Some(250)),
            ("10min", Some(600_000)),
            ("", None),
            ("2", None),
            ("h", None),
            ("2hours", None),
            ("0.00001s", None),
            ("-2h", None),
            ("99999999999999999d", None),
        ] {
            assert_eq!(amount(word), expected, "{word}");
        }
    }
}
