//! English amounts that count nobody: years, ages, addresses, rates, money.

use bearings_model::Amount;

use super::outcome_en::{Form, outcome};
use super::people_en::counted;
use crate::amount::AmountFound;
use crate::amount::en::amount;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    /// Words after which a single number is a name, not a count.
    static NUMBERED: () = {
        () => "apartment, room, flat, number, section, building, route, highway, channel, page, chapter, article, call, dial, unit, platform, gate, school, no, hospital, line",
    };
}

/// Years, ages, ordinals, money, addresses, rates and parts of names are no counts.
pub(super) fn is_no_count(text: &Text, found: &AmountFound) -> bool {
    let before = word_before(text, found, 1);
    let after = text.word(found.tokens.end);
    let glued = text.is_glued(found.tokens.end);
    let tied = after == "-" && glued;
    // "the 5th floor", "20%", "in his 50s".
    let ending = matches!(after, "st" | "nd" | "rd" | "th" | "%" | "s" | "'s") && glued;
    let pointed = matches!(
        before,
        "this" | "that" | "the" | "no" | "each" | "any" | "every" | "which"
    ) && found.tokens.len() == 1
        && text.word(found.tokens.start) == "one";
    let money = matches!(before, "$" | "€" | "£" | "₴" | "№" | "#" | "no")
        || before == "-" && text.is_glued(found.tokens.start);
    let block = matches!(after, "block" | "blocks");
    is_year(text, found)
        || tied
        || ending
        || money
        || pointed
        || block
        || is_rate(text, found)
        || is_age_or_address(text, found)
}

fn word_before<'t>(text: &'t Text, found: &AmountFound, back: usize) -> &'t str {
    let at = found.tokens.start.checked_sub(back);
    at.map_or("", |at| text.word(at))
}

/// "One in five residents" is a rate, "all but two of them" counts the others.
fn is_rate(text: &Text, found: &AmountFound) -> bool {
    let (start, end) = (found.tokens.start, found.tokens.end);
    let word = |back: usize| word_before(text, found, back);
    let one = |word: &str| matches!(word, "one" | "1");
    let rate = one(text.word(start)) && text.word(end) == "in" && end == start + 1;
    let of_rate = word(1) == "in" && one(word(2));
    let follows = || amount(text, end + 1, end + 3).is_some_and(|next| !is_year(text, &next));
    rate && follows() || of_rate && !is_year(text, found) || word(1) == "but" && word(2) == "all"
}

fn is_year(text: &Text, found: &AmountFound) -> bool {
    matches!(found.amount, Amount::Exact { value } if (1900..=2100).contains(&value))
        && text.raw(found.tokens.start).len() == 4
}

/// "A man, 45, …", "ages 28 and 22", "ages 14 to 52", "the 5 year-old", "Apartment 12".
fn is_age_or_address(text: &Text, found: &AmountFound) -> bool {
    let start = found.tokens.start;
    let word = |back: usize| word_before(text, found, back);
    let digits = text.kind(start) == Some(Kind::Number);
    let single = found.tokens.len() == 1 && digits;
    let apposed = word(1) == "," && matches!(text.word(found.tokens.end), "," | "." | ";" | ")");
    let after = text.word(found.tokens.end);
    let aged = |word: &str| matches!(word, "age" | "ages" | "aged" | "aging" | "ranging");
    let age = aged(word(1))
        || matches!(word(1), "and" | "," | "from") && aged(word(2))
        || aged(word(3)) && matches!(word(1), "and" | ",");
    let years =
        matches!(after, "year" | "years") && matches!(text.word(found.tokens.end + 1), "-" | "old");
    let numbered = start > 0 && NUMBERED.at(text, start - 1, start).is_some();
    single && (apposed || numbered) || age && digits || years
}

/// "Six of the eight soldiers who were captured", "one of five people shot": it is said of the
/// eight and the five. "One of the worst attacks" counts nothing.
pub(super) fn is_share(text: &Text, found: &AmountFound, limit: usize) -> bool {
    let of = found.tokens.end;
    if text.word(of) != "of" {
        return false;
    }
    let led = matches!(text.word(of + 1), "the" | "these" | "those" | "a" | "their");
    let next = text.word(of + 2);
    let superlative = next.len() > 5 && next.ends_with("est")
        || matches!(
            next,
            "most" | "worst" | "best" | "first" | "last" | "few" | "only" | "main"
        );
    let start = of + 1 + usize::from(led);
    // "who were captured" says it of the eight; without it the six are meant.
    let of_whole = amount(text, start, limit).is_some_and(|whole| {
        let relative = (whole.tokens.end..limit.min(whole.tokens.end + 4))
            .any(|i| matches!(text.word(i), "who" | "that" | "which"));
        let noun = counted(text, whole.tokens.end, limit);
        let end = noun.map_or(whole.tokens.end, |noun| noun.tokens.end);
        let said = outcome(text, end, limit)
            .is_some_and(|word| matches!(word.form, Form::Either | Form::Passive));
        led && relative || said
    });
    led && superlative || of_whole
}
