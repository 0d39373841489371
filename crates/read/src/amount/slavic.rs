//! Ukrainian and Russian amounts: one way of reading over each language's words.

use bearings_model::Amount;

use super::slavic_number::{Number, number};
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
    /// "a ten", "a hundred", "half a hundred": numbers by a noun, as loose as it.
    pub round: &'static Phrases<u64>,
    /// The same in the genitive, which alone may be a plural: a number only after its bound.
    pub round_bound: &'static Phrases<u64>,
    /// "5-ти", "2-х": endings written after digits.
    pub endings: &'static Phrases<()>,
    /// A vague word and the least it commits to.
    pub vague: &'static Phrases<Option<u64>>,
    pub further: &'static Phrases<()>,
    /// "from 12 to 15", "between 12 and 15": the opening word and its joint.
    pub ranges: &'static Phrases<&'static str>,
    /// "two or three".
    pub or: &'static Phrases<()>,
    /// "20 or more".
    pub or_more: &'static Phrases<()>,
    /// Numerator and denominator.
    pub fractions: &'static Phrases<(u64, u64)>,
    /// "of" after a fraction.
    pub of: &'static Phrases<()>,
    /// What moves a count from one number to another.
    pub revised: &'static Phrases<()>,
    pub rules: Rules,
}

/// The names of one language's rules.
pub(super) struct Rules {
    pub exact: &'static str,
    pub at_least: &'static str,
    pub more_than: &'static str,
    pub at_most: &'static str,
    pub fewer_than: &'static str,
    pub about: &'static str,
    pub between: &'static str,
    pub range: &'static str,
    pub vague: &'static str,
    pub fraction: &'static str,
    pub revised: &'static str,
}

/// The rules' names for a language's code.
macro_rules! rules {
    ($lang:literal) => {
        Rules {
            exact: concat!($lang, ".amount.exact"),
            at_least: concat!($lang, ".amount.at_least"),
            more_than: concat!($lang, ".amount.more_than"),
            at_most: concat!($lang, ".amount.at_most"),
            fewer_than: concat!($lang, ".amount.fewer_than"),
            about: concat!($lang, ".amount.about"),
            between: concat!($lang, ".amount.between"),
            range: concat!($lang, ".amount.range"),
            vague: concat!($lang, ".amount.vague"),
            fraction: concat!($lang, ".amount.fraction"),
            revised: concat!($lang, ".amount.revised"),
        }
    };
}
pub(super) use rules;

/// An amount, the token after it and its rule.
type Read = (Amount, usize, &'static str);

fn words(text: &Text) -> Option<Words> {
    let of = text.language;
    Some(of.pick(uk::words as fn() -> Words, uk::words, ru::words)?())
}

/// The amount that begins at token `at`, if one does.
pub(crate) fn amount(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let words = words(text)?;
    let further = words.further.at(text, at, limit);
    let start = at + further.map_or(0, |found| found.tokens);
    let (amount, end, rule) = between(text, &words, start, limit)
        .or_else(|| bounded(text, &words, start, limit))
        .or_else(|| fraction(text, &words, start, limit))
        .or_else(|| vague(text, &words, start, limit))
        .or_else(|| plain(text, &words, start, limit, false))?;
    Some(AmountFound {
        amount,
        tokens: at..end,
        further: further.is_some(),
        rule,
    })
}

/// How far before a number the verb that moved it may stand, and how far after.
const REVISED_BEFORE_TOKENS: usize = 10;
const REVISED_AFTER_TOKENS: usize = 3;

/// "зросла … до дев'яти", "до дев'яти зросла": the count is nine now.
fn is_revised(text: &Text, words: &Words, at: usize, end: usize, limit: usize) -> bool {
    let before = at.saturating_sub(REVISED_BEFORE_TOKENS)..at;
    let after = end..limit.min(end + REVISED_AFTER_TOKENS);
    words.revised.find(text, before).is_some() || words.revised.find(text, after).is_some()
}

fn between(text: &Text, words: &Words, at: usize, limit: usize) -> Option<Read> {
    let opening = words.ranges.at(text, at, limit)?;
    let low = number(text, words, at + opening.tokens, limit, true)?;
    let joint = text.word(low.end);
    if !opening.value.split(' ').any(|word| word == joint) {
        return None;
    }
    let high = number(text, words, low.end + 1, limit, true)?;
    if joint == "до" && is_revised(text, words, at, high.end, limit) {
        let amount = Amount::Exact { value: high.value };
        return Some((amount, high.end, words.rules.revised));
    }
    // "с 5 до 12" alone is as likely hours.
    let range = Amount::range(low.value, high.value);
    (!matches!(text.word(at), "с" | "со" | "з" | "із")).then_some((
        range,
        high.end,
        words.rules.between,
    ))
}

fn bounded(text: &Text, words: &Words, at: usize, limit: usize) -> Option<Read> {
    let before = words.before.at(text, at, limit)?;
    let after = at + before.tokens;
    let (inner, end, rule) = fraction(text, words, after, limit)
        .or_else(|| plain(text, words, after, limit, true))
        .or_else(|| vague(text, words, after, limit))?;
    let (Amount::Exact { value } | Amount::About { value }) = inner else {
        return Some((inner, end, rule));
    };
    let rules = &words.rules;
    if text.word(at) == "до" && is_revised(text, words, at, end, limit) {
        return Some((Amount::Exact { value }, end, rules.revised));
    }
    let (amount, bound) = match before.value {
        Before::AtLeast => (Amount::AtLeast { low: value }, rules.at_least),
        Before::MoreThan => {
            let low = value.saturating_add(1);
            (Amount::AtLeast { low }, rules.more_than)
        }
        Before::AtMost => (Amount::AtMost { high: value }, rules.at_most),
        Before::FewerThan => {
            let high = value.saturating_sub(1);
            (Amount::AtMost { high }, rules.fewer_than)
        }
        Before::About => (Amount::About { value }, rules.about),
    };
    let rule = if rule == rules.fraction { rule } else { bound };
    Some((amount, end, rule))
}

fn vague(text: &Text, words: &Words, at: usize, limit: usize) -> Option<Read> {
    let found = words.vague.at(text, at, limit)?;
    let end = at + found.tokens;
    let amount = Amount::Vague {
        word: text.slice(at..end).to_lowercase(),
        low: *found.value,
        high: None,
    };
    Some((amount, end, words.rules.vague))
}

/// "половина з 40" is about 20, "половина мешканців" gives no number.
fn fraction(text: &Text, words: &Words, at: usize, limit: usize) -> Option<Read> {
    let found = words.fractions.at(text, at, limit)?;
    let end = at + found.tokens;
    let (top, bottom) = *found.value;
    let rule = words.rules.fraction;
    if let Some(of) = words.of.at(text, end, limit) {
        let whole = number(text, words, end + of.tokens, limit, false);
        if let Some(whole) = whole {
            let value = whole.value.checked_mul(top)?.saturating_add(bottom / 2) / bottom;
            return Some((Amount::About { value }, whole.end, rule));
        }
    }
    let amount = Amount::Vague {
        word: text.slice(at..end).to_lowercase(),
        low: None,
        high: None,
    };
    Some((amount, end, rule))
}

/// "31", "12-15", "двоє або троє", "двадцять п'ять", "20 або більше"; `bound` where a word before
/// it bounds it.
fn plain(text: &Text, words: &Words, at: usize, limit: usize, bound: bool) -> Option<Read> {
    let Number { value, end, round } = number(text, words, at, limit, bound)?;
    let dashed =
        matches!(text.word(end), "-" | "–" | "—") && text.is_glued(end) && text.is_glued(end + 1);
    if dashed || words.or.at(text, end, limit).is_some() {
        let high = number(text, words, end + 1, limit, false).filter(|high| high.value > value);
        if let Some(high) = high {
            let range = Amount::range(value, high.value);
            return Some((range, high.end, words.rules.range));
        }
    }
    let more = words.or_more.at(text, end, limit).map(|more| more.tokens);
    let plus = (text.word(end) == "+" && text.is_glued(end)).then_some(1);
    if let Some(tokens) = more.or(plus) {
        let amount = Amount::AtLeast { low: value };
        return Some((amount, end + tokens, words.rules.at_least));
    }
    // "A ten", "a hundred" are as loose as the words.
    Some(match round {
        true => (Amount::About { value }, end, words.rules.about),
        false => (Amount::Exact { value }, end, words.rules.exact),
    })
}
