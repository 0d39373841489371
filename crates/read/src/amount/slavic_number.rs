//! Ukrainian and Russian numbers: digits, words in their cases, and both with a scale.

use super::number::digits;
use super::slavic::Words;
use crate::text::Text;

/// A whole number and the token after it.
pub(super) struct Number {
    pub value: u64,
    pub end: usize,
    /// Told by a noun, "a ten", "two hundreds": loose.
    pub round: bool,
}

fn exact(value: u64, end: usize) -> Number {
    Number {
        value,
        end,
        round: false,
    }
}

/// A whole number at token `at`; `bound` where a word before it governs its case.
pub(super) fn number(
    text: &Text,
    words: &Words,
    at: usize,
    limit: usize,
    bound: bool,
) -> Option<Number> {
    if at >= limit {
        return None;
    }
    if let Some(found) = decimal(text, words, at, limit) {
        return Some(found);
    }
    let round = words.round.at(text, at, limit);
    let round = round.or_else(|| words.round_bound.at(text, at, limit).filter(|_| bound));
    if let Some(found) = round {
        return Some(Number {
            value: *found.value,
            end: at + found.tokens,
            round: true,
        });
    }
    let (value, next) = simple(text, words, at, limit)?;
    scaled(text, words, value, next, limit)
}

/// "1,5 тисячі".
fn decimal(text: &Text, words: &Words, at: usize, limit: usize) -> Option<Number> {
    let (whole, part) = text.raw(at).split_once([',', '.'])?;
    let scale = words.scales.at(text, at + 1, limit)?;
    if part.len() != 1 {
        return None;
    }
    let tenths: u64 = format!("{whole}{part}").parse().ok()?;
    let value = tenths.checked_mul(*scale.value)? / 10;
    Some(exact(value, at + 1 + scale.tokens))
}

/// "5 тисяч", "дві тисячі триста", "два десятки".
fn scaled(text: &Text, words: &Words, value: u64, next: usize, limit: usize) -> Option<Number> {
    let Some(scale) = words.scales.at(text, next, limit) else {
        return Some(exact(value, next));
    };
    let total = value.checked_mul(*scale.value)?;
    let end = next + scale.tokens;
    let rest = simple(text, words, end, limit)
        .filter(|(rest, _)| rest < scale.value && *scale.value >= 1_000);
    let (total, end) = match rest {
        Some((rest, end)) => (total.checked_add(rest)?, end),
        None => (total, end),
    };
    Some(Number {
        value: total,
        end,
        round: *scale.value < 1_000,
    })
}

fn simple(text: &Text, words: &Words, at: usize, limit: usize) -> Option<(u64, usize)> {
    if at >= limit {
        return None;
    }
    if let Some(value) = digits(text, at) {
        let (value, next) = grouped(text, at, value, limit);
        return Some((value, past_ending(text, words, value, next, limit)));
    }
    let (mut value, mut next) = (0, at);
    for table in [words.hundreds, words.tens, words.units] {
        if let Some(found) = table.at(text, next, limit) {
            value += found.value;
            next += found.tokens;
        }
    }
    (next > at).then_some((value, next))
}

/// "5-ти людей": past the ending. "90-х" are years, so "-х" is one of two, three and four alone.
fn past_ending(text: &Text, words: &Words, value: u64, next: usize, limit: usize) -> usize {
    let glued = text.word(next) == "-" && text.is_glued(next) && text.is_glued(next + 1);
    let few = (2..=4).contains(&(value % 10)) && !(12..=14).contains(&(value % 100));
    let fits =
        words.endings.at(text, next + 1, limit).is_some() && (few || text.word(next + 1) != "х");
    if glued && fits { next + 2 } else { next }
}

/// "10 000": groups of three digits after the first, parted by spaces.
fn grouped(text: &Text, at: usize, first: u64, limit: usize) -> (u64, usize) {
    let (mut value, mut next) = (first, at + 1);
    if text.raw(at).len() > 3 {
        return (value, next);
    }
    while next < limit && text.raw(next).len() == 3 {
        let group = digits(text, next);
        let Some(more) = group.and_then(|group| value.checked_mul(1_000)?.checked_add(group))
        else {
            break;
        };
        (value, next) = (more, next + 1);
    }
    (value, next)
}
