//! English phrases that name people: where they begin and end beside a word, what they are of,
//! whether one or several.

use std::ops::Range;

use super::victim_words_en::{DETERMINERS, ENDS, PEOPLE, THINGS};
use crate::text::{Kind, Text};

/// A name with its titles and what follows "of" is no longer.
pub(super) const LONGEST_PHRASE_TOKENS: usize = 14;

/// Before "Ana Roldan, 42," and "Ana Roldan, 42 years old,": the token after the name.
pub(super) fn past_age(text: &Text, end: usize, from: usize) -> usize {
    let comma = end > from && text.word(end - 1) == ",";
    let last = if comma { end - 1 } else { end };
    let years = last > from + 1 && text.word(last - 1) == "old" && text.word(last - 2) == "years";
    let number = if years { last - 2 } else { last };
    let aged = number > from + 1
        && text.kind(number - 1) == Some(Kind::Number)
        && text.word(number - 2) == ",";
    if aged { number - 2 } else { end }
}

/// "One of his guards": the phrase begins with its share, so that what stands before is another.
pub(super) fn past_share(text: &Text, phrase: Range<usize>, from: usize) -> Range<usize> {
    let start = phrase.start;
    let share = start >= from + 2
        && text.word(start - 1) == "of"
        && crate::amount::amount(text, start - 2, start).is_some();
    if share { start - 2..phrase.end } else { phrase }
}

pub(super) fn is_end(text: &Text, at: usize) -> bool {
    let word = matches!(text.kind(at), Some(Kind::Word | Kind::Handle));
    let joined = matches!(text.word(at), "-" | "." | "'" | "\"" | "“" | "”" | "/");
    // "learning of the murder": a verb, not a name.
    let verb = text.word(at).len() > 5 && text.word(at).ends_with("ing");
    !word && !joined || verb || ENDS.at(text, at, at + 1).is_some()
}

pub(super) fn rightwards(text: &Text, at: usize, limit: usize) -> Option<Range<usize>> {
    let limit = limit.min(at + LONGEST_PHRASE_TOKENS);
    let end = (at..limit)
        .find(|i| {
            is_end(text, *i)
                || *i > at
                    && DETERMINERS.at(text, *i, *i + 1).is_some()
                    && text.word(*i - 1) != "of"
        })
        .unwrap_or(limit);
    trimmed(text, at..end)
}

pub(super) fn leftwards(text: &Text, end: usize, from: usize) -> Option<Range<usize>> {
    let from = from.max(end.saturating_sub(LONGEST_PHRASE_TOKENS));
    let mut start = end;
    while start > from && !is_end(text, start - 1) {
        start -= 1;
        let led = DETERMINERS.at(text, start, start + 1).is_some();
        if led && !(start > from && text.word(start - 1) == "of") {
            break;
        }
    }
    trimmed(text, start..end)
}

/// Without marks and "of" at its ends.
pub(super) fn trimmed(text: &Text, phrase: Range<usize>) -> Option<Range<usize>> {
    let edge =
        |i: &usize| text.kind(*i) != Some(Kind::Word) || matches!(text.word(*i), "of" | "'s");
    let start = phrase.clone().find(|i| !edge(i))?;
    let end = phrase.clone().rev().find(|i| !edge(i))? + 1;
    let nouns = past_determiner(text, start, end) < end;
    nouns.then_some(start..end)
}

pub(super) fn past_determiner(text: &Text, start: usize, end: usize) -> usize {
    DETERMINERS
        .at(text, start, end)
        .map_or(start, |found| start + found.tokens)
}

/// The last word before what "of" adds: "mayor" of "the mayor of the town".
pub(super) fn head(text: &Text, phrase: &Range<usize>) -> usize {
    let of = phrase
        .clone()
        .find(|i| text.word(*i) == "of" && *i > phrase.start);
    of.unwrap_or(phrase.end) - 1
}

pub(super) fn has_people(text: &Text, phrase: &Range<usize>) -> bool {
    phrase
        .clone()
        .any(|i| PEOPLE.at(text, i, phrase.end).is_some())
}

pub(super) fn is_written_as_name(text: &Text, phrase: &Range<usize>) -> bool {
    text.is_capital(head(text, phrase))
}

/// Somebody's name, or people by what they are.
pub(super) fn names_people(text: &Text, phrase: &Range<usize>) -> bool {
    let last = head(text, phrase);
    let thing = THINGS.at(text, last, last + 1).is_some();
    let led = DETERMINERS.at(text, phrase.start, phrase.end).is_some();
    // In capitals throughout, "the" tells a word from a name.
    let name = is_written_as_name(text, phrase) && !(led && text.all_capitals);
    !thing && (has_people(text, &(phrase.start..last + 1)) || name)
}

pub(super) fn is_plural(text: &Text, phrase: &Range<usize>) -> bool {
    let last = head(text, phrase);
    match PEOPLE.at(text, last, last + 1) {
        Some(found) => *found.value,
        None if text.word(last).ends_with("men") => true,
        None => {
            let named = text.is_capital(last) && !text.all_capitals;
            let led = DETERMINERS.at(text, phrase.start, phrase.end).is_some();
            // "His companion Gilda Flores" is one, whatever the name ends in.
            let one = phrase.clone().any(|i| {
                PEOPLE
                    .at(text, i, phrase.end)
                    .is_some_and(|people| !people.value)
            });
            led && !one
                && !named
                && text.word(last).ends_with('s')
                && !text.word(last).ends_with("ss")
        }
    }
}
