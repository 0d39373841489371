//! English amounts: a number with its bound, or a word that stands for a vague one.

use bearings_model::Amount;

use super::AmountFound;
use super::fraction_en::fraction;
use super::number_en::number;
use crate::lexicon::phrases;
use crate::text::Text;

#[derive(Clone, Copy, Debug)]
enum Before {
    AtLeast,
    MoreThan,
    AtMost,
    FewerThan,
    About,
    /// "as many as", "up to": an upper end, often of a claim.
    UpTo,
}

phrases! {
    static BEFORE: Before = {
        Before::AtLeast => "at the very least, a minimum, at least, no fewer than, no less than, a minimum of, not less than, not fewer than, upwards of, minimum of",
        Before::MoreThan => "more than, over, above, in excess of, well over",
        Before::AtMost => "at most, no more than, not more than, a maximum of, maximum of",
        Before::FewerThan => "fewer than, less than, under, below",
        Before::About => "about, around, some, approximately, roughly, nearly, almost, close to, an estimated, estimated, circa, approx, or so",
        Before::UpTo => "up to, as many as",
    };
}

#[derive(Clone, Copy, Debug)]
struct Vague {
    low: Option<u64>,
    high: Option<u64>,
}

const fn from(low: u64) -> Vague {
    Vague {
        low: Some(low),
        high: None,
    }
}

const UNBOUNDED: Vague = Vague {
    low: None,
    high: None,
};

phrases! {
    /// A plural of a number word commits to two of it and no more: "dozens" is 24 and up.
    static VAGUE: Vague = {
        from(20) => "tens",
        from(24) => "dozens",
        from(40) => "scores",
        from(200) => "hundreds, several hundred, a few hundred",
        from(2_000) => "thousands, several thousand, a few thousand",
        from(20_000) => "tens of thousands",
        from(200_000) => "hundreds of thousands",
        from(2_000_000) => "millions",
        from(2) => "a couple of, a couple",
        UNBOUNDED => "multiple, numerous, many, several, a number of, various, a handful of, a few, an unknown number of, an unspecified number of, countless",
    };
}

/// The amount that begins at token `at`, if one does; "a" alone is left to whoever knows what is
/// counted.
pub(crate) fn amount(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let (further, start) = match text.word(at) {
        "another" | "further" | "additional" => (true, at + 1),
        _ => (false, at),
    };
    let mut found = between(text, start, limit)
        .or_else(|| bounded(text, start, limit))
        .or_else(|| share(text, start, limit))
        .or_else(|| down_from(text, start, limit))
        .or_else(|| vague(text, start, limit))
        .or_else(|| plain(text, start, limit))?;
    found.tokens.start = at;
    let more = text.word(found.tokens.end) == "more";
    found.further = further || more && text.word(found.tokens.end + 1) != "than";
    Some(found)
}

fn found(amount: Amount, from: usize, to: usize, rule: &'static str) -> AmountFound {
    AmountFound {
        amount,
        tokens: from..to,
        further: false,
        rule,
    }
}

phrases! {
    /// What moves a count from one number to another.
    static REVISED: () = {
        () => "rose, risen, rises, rise, rising, increased, increases, climbed, climbs, jumped, grew, grown, went, gone, soared, surged, swelled, fell, falls, fallen, falling, dropped, drops, declined, decreased, sank, revised, revises, lowered, lowers, raised, raises, raising, lowering, cut, reduced, corrected, updated, changed, adjusted, up, down, upward, upwards, downward, downwards",
    };
}

/// How far before a number its verb may stand: "revised the death toll for the city from".
const REVISED_REACH_TOKENS: usize = 8;

fn is_revised(text: &Text, at: usize) -> bool {
    let from = at.saturating_sub(REVISED_REACH_TOKENS);
    REVISED.find(text, from..at).is_some()
}

/// "lowered the toll to nine from 12": it is nine now.
fn down_from(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let led = at > 0 && text.word(at - 1) == "to";
    let (value, end) = number(text, at, limit).filter(|_| led)?;
    let from = match (text.word(end), text.word(end + 1)) {
        ("from", _) => end + 1,
        (",", "from") => end + 2,
        _ => return None,
    };
    let (_, end) = number(text, from, limit)?;
    let amount = Amount::Exact { value };
    is_revised(text, at).then(|| found(amount, at, end, "en.amount.revised"))
}

/// "half of the 40", "a third of the passengers".
fn share(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let (amount, end) = fraction(text, at, limit)?;
    Some(found(amount, at, end, "en.amount.fraction"))
}

/// "between 12 and 15", "from 12 to 15".
fn between(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let joint = match text.word(at) {
        "between" => "and",
        "from" | "anywhere" => "to",
        _ => return None,
    };
    let (low, mid) = number(text, at + 1, limit)?;
    if text.word(mid) != joint {
        return None;
    }
    let (high, end) = number(text, mid + 1, limit)?;
    // "rose from 5 to 12" revises the count: it is 12 now.
    if joint == "to" && is_revised(text, at) {
        let amount = Amount::Exact { value: high };
        return Some(found(amount, at, end, "en.amount.revised"));
    }
    Some(found(
        Amount::range(low, high),
        at,
        end,
        "en.amount.between",
    ))
}

/// "at least four", "more than 30", "some 250".
fn bounded(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let before = BEFORE.at(text, at, limit)?;
    let after = at + before.tokens;
    if let Some((share, end)) = fraction(text, after, limit) {
        let amount = bound_share(share, *before.value);
        return Some(found(amount, at, end, "en.amount.fraction"));
    }
    let Some((value, end)) = number(text, after, limit) else {
        return bounded_vague(text, at, after, limit);
    };
    let (amount, rule) = match before.value {
        Before::AtLeast => (Amount::AtLeast { low: value }, "en.amount.at_least"),
        Before::MoreThan => (
            Amount::AtLeast {
                low: value.saturating_add(1),
            },
            "en.amount.more_than",
        ),
        Before::AtMost | Before::UpTo => (Amount::AtMost { high: value }, "en.amount.at_most"),
        Before::FewerThan => (
            Amount::AtMost {
                high: value.saturating_sub(1),
            },
            "en.amount.fewer_than",
        ),
        Before::About => (Amount::About { value }, "en.amount.about"),
    };
    // "about 10 to 12" stays a range, the looser of the two.
    if let Some(range) =
        plain(text, after, limit).filter(|p| matches!(p.amount, Amount::Range { .. }))
    {
        return Some(AmountFound {
            tokens: at..range.tokens.end,
            ..range
        });
    }
    Some(found(amount, at, end, rule))
}

/// "More than half of the 40": 21 and more.
fn bound_share(share: Amount, before: Before) -> Amount {
    let Amount::About { value } = share else {
        return share;
    };
    match before {
        Before::AtLeast => Amount::AtLeast { low: value },
        Before::MoreThan => Amount::AtLeast {
            low: value.saturating_add(1),
        },
        Before::AtMost | Before::UpTo => Amount::AtMost { high: value },
        Before::FewerThan => Amount::AtMost {
            high: value.saturating_sub(1),
        },
        Before::About => share,
    }
}

/// "at least a dozen" is a number; "at least several" keeps the word.
fn bounded_vague(text: &Text, at: usize, after: usize, limit: usize) -> Option<AmountFound> {
    let inner = vague(text, after, limit)?;
    Some(AmountFound {
        tokens: at..inner.tokens.end,
        ..inner
    })
}

fn vague(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let word = VAGUE.at(text, at, limit)?;
    // "how many", "so many", "not many" give no amount.
    if at > 0 && matches!(text.word(at - 1), "how" | "so" | "too" | "not" | "as") {
        return None;
    }
    let end = at + word.tokens;
    let amount = Amount::Vague {
        word: text
            .slice(at..end)
            .to_lowercase()
            .trim_end_matches(" of")
            .to_owned(),
        low: word.value.low,
        high: word.value.high,
    };
    let end = if text.word(end) == "of" { end + 1 } else { end };
    Some(found(amount, at, end, "en.amount.vague"))
}

/// "31", "12 to 15", "12-15", "five or six", "20 or more", "20+".
fn plain(text: &Text, at: usize, limit: usize) -> Option<AmountFound> {
    let (value, end) = number(text, at, limit)?;
    let joint = text.word(end);
    let dashed = matches!(joint, "-" | "–" | "—") && text.is_glued(end) && text.is_glued(end + 1);
    // "Rose by three to nine" goes from six to nine.
    let by = joint == "to" && at > 0 && text.word(at - 1) == "by" && is_revised(text, at);
    let joined = matches!(joint, "to" | "or") && !by || dashed;
    let second = number(text, end + 1, limit).filter(|(high, _)| joined && *high > value);
    if let Some((high, after)) = second {
        let amount = Amount::range(value, high);
        return Some(found(amount, at, after, "en.amount.range"));
    }
    if joint == "+" && text.is_glued(end) {
        return Some(found(
            Amount::AtLeast { low: value },
            at,
            end + 1,
            "en.amount.at_least",
        ));
    }
    if joint == "or" && text.word(end + 1) == "more" {
        return Some(found(
            Amount::AtLeast { low: value },
            at,
            end + 2,
            "en.amount.at_least",
        ));
    }
    if joint == "or" && matches!(text.word(end + 1), "so" | "thereabouts") {
        return Some(found(
            Amount::About { value },
            at,
            end + 2,
            "en.amount.about",
        ));
    }
    Some(found(Amount::Exact { value }, at, end, "en.amount.exact"))
}
