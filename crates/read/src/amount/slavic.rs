//! Ukrainian and Russian amounts: one way of reading over each language's words.

use bearings_model::Amount;

use super::number::digits;
use super::{AmountFound, ru, uk};
use crate::lexicon::Phrases;
use crate::text::Text;

/// What stands before a number and bounds it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Before {
    AtLeast,
    MoreThan,
    AtMost,
    FewerThan,
    About,
}

/// The tables of one language.
pub(super) struct Words {
    pub before: &'static Phrases<Before>,
    pub units: &'static Phrases<u64>,
    pub tens: &'static Phrases<u64>,
    pub hundreds: &'static Phrases<u64>,
    pub scales: &'static Phrases<u64>,
    /// A vague word and the least it commits to.
    pub vague: &'static Phrases<Option<u64>>,
    pub further: &'static Phrases<()>,
    /// "from 12 to 15", "between 12 and 15": the opening word and its joint.
    pub ranges: &'static Phrases<&'static str>,
    /// "two or three".
    pub or: &'static Phrases<()>,
    pub rule: &'static str,
}

fn words(text: &Text) -> Option<Words> {
    let of = text.language;
    Some(of.pick(uk::words as fn() -> Words, uk::words, ru::words)?())
}

/// The amount that begins at token `at`, if one does.
pub(crate) fn amount(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let words = words(text)?;
    let further = words.further.at(text, at, limit);
    let start = at + further.map_or(0, |found| found.tokens);
    let (amount, end) = between(text, &words, start, limit)
        .or_else(|| bounded(text, &words, start, limit))
        .or_else(|| vague(text, &words, start, limit))
        .or_else(|| plain(text, &words, start, limit))?;
    Some(AmountFound {
        amount,
        tokens: at..end,
        further: further.is_some(),
        rule: words.rule,
    })
}

fn between(text: &Text, words: &Words, at: usize, limit: usize) -> Option<(Amount, usize)> {
    let opening = words.ranges.at(text, at, limit)?;
    let (low, mid) = number(text, words, at + opening.tokens, limit)?;
    let joint = text.word(mid);
    if !opening.value.split(' ').any(|word| word == joint) {
        return None;
    }
    let (high, end) = number(text, words, mid + 1, limit)?;
    Some((Amount::range(low, high), end))
}

fn bounded(text: &Text, words: &Words, at: usize, limit: usize) -> Option<(Amount, usize)> {
    let before = words.before.at(text, at, limit)?;
    let after = at + before.tokens;
    let (inner, end) =
        plain(text, words, after, limit).or_else(|| vague(text, words, after, limit))?;
    let Amount::Exact { value } = inner else {
        return Some((inner, end));
    };
    let amount = match before.value {
        Before::AtLeast => Amount::AtLeast { low: value },
        Before::MoreThan => Amount::AtLeast {
            low: value.saturating_add(1),
        },
        Before::AtMost => Amount::AtMost { high: value },
        Before::FewerThan => Amount::AtMost {
            high: value.saturating_sub(1),
        },
        Before::About => Amount::About { value },
    };
    Some((amount, end))
}

fn vague(text: &Text, words: &Words, at: usize, limit: usize) -> Option<(Amount, usize)> {
    let found = words.vague.at(text, at, limit)?;
    let end = at + found.tokens;
    let amount = Amount::Vague {
        word: text.slice(at..end).to_lowercase(),
        low: *found.value,
        high: None,
    };
    Some((amount, end))
}

/// "31", "12-15", "двоє або троє", "двадцять п'ять".
fn plain(text: &Text, words: &Words, at: usize, limit: usize) -> Option<(Amount, usize)> {
    let (value, end) = number(text, words, at, limit)?;
    let dashed =
        matches!(text.word(end), "-" | "–" | "—") && text.is_glued(end) && text.is_glued(end + 1);
    if dashed || words.or.at(text, end, limit).is_some() {
        let high = number(text, words, end + 1, limit).filter(|(high, _)| *high > value);
        if let Some((high, after)) = high {
            return Some((Amount::range(value, high), after));
        }
    }
    Some((Amount::Exact { value }, end))
}

/// A whole number at token `at`: its value and the token after it.
fn number(text: &Text, words: &Words, at: usize, limit: usize) -> Option<(u64, usize)> {
    let (value, next) = simple(text, words, at, limit)?;
    match words.scales.at(text, next, limit) {
        Some(scale) => Some((value.checked_mul(*scale.value)?, next + scale.tokens)),
        None => Some((value, next)),
    }
}

fn simple(text: &Text, words: &Words, at: usize, limit: usize) -> Option<(u64, usize)> {
    if at >= limit {
        return None;
    }
    if let Some(value) = digits(text, at) {
        return Some(grouped(text, at, value, limit));
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
