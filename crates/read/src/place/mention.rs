//! Names that may be places: the longest run of words the gazetteer knows, and what speaks for
//! and against its being a place here.

use std::ops::Range;

use bearings_model::{Gazetteer, PlaceCandidate, PlaceKind, Span};

use super::division_en::{CODES, STATES};
use super::qualifier_en::qualifier;
use super::slavic;
use super::stop_en::{LOCATIVE, NEVER, NOUN_AFTER, OUTLET_AFTER};
use crate::language::Language;
use crate::text::{Kind, Text};

/// The longest place name in words that is looked for.
const LONGEST_NAME_WORDS: usize = 6;

/// In a text in capitals, a place of so many people is known by its name alone.
const KNOWN_PEOPLE: u32 = 20_000;

#[derive(Debug)]
pub(super) struct Name {
    pub span: Span,
    pub text: String,
    pub qualifier: Option<String>,
    pub candidates: Vec<PlaceCandidate>,
    /// The nominative it was led back to from a case's ending.
    pub nominative: Option<String>,
    /// A word before it says that a place follows.
    pub led: bool,
    /// It begins its sentence, so that its capital says nothing.
    pub first: bool,
    /// The US state written after it, by its postal code.
    pub state: Option<&'static str>,
}

pub(super) fn names(text: &Text, gazetteer: &dyn Gazetteer, times: &[Span]) -> Vec<Name> {
    let mut found = Vec::new();
    for sentence in &text.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            match name(text, gazetteer, at, sentence.tokens.clone(), times) {
                Some((name, end)) => {
                    found.push(name);
                    at = end;
                }
                None => at += 1,
            }
        }
    }
    found
}

fn name(
    text: &Text,
    gazetteer: &dyn Gazetteer,
    at: usize,
    sentence: Range<usize>,
    times: &[Span],
) -> Option<(Name, usize)> {
    if !text.is_capital(at) || in_times(text, at, times) {
        return None;
    }
    let (end, nominative, candidates) = known(text, gazetteer, at, sentence.end)?;
    let single = end == at + 1;
    let first_word = first_word(text, &sentence);
    let first = at == first_word;
    let before = at.checked_sub(1).filter(|i| *i >= sentence.start);
    let never = NEVER.at(text, at, end).is_some() || slavic::NEVER.at(text, at, end).is_some();
    // In the genitive what follows is another's name: "мер Харкова Ігор".
    let inflected = nominative.is_some();
    // "U.S. Army", "the US said": no word and no person is written so.
    let shouted = |i: usize| text.raw(i).chars().filter(|c| c.is_uppercase()).count() > 2;
    let abbreviated = single
        && is_country_in_capitals(text.raw(at), &candidates)
        && !shouted(end)
        && !before.is_some_and(shouted);
    // "Paris Hilton": what begins the sentence is a place's name too, so both are somebody's.
    let after_name = before.is_some_and(|i| {
        let capital = i == first_word && text.is_capital(i) && !is_known_before(text, i);
        single && !inflected && capital && !gazetteer.look_up(text.word(i)).is_empty()
    });
    if !abbreviated
        && (after_name
            || single && never
            || !inflected && is_other_name(text, end, before, &sentence))
    {
        return None;
    }
    let locative = |i: usize| match text.language {
        Language::English => LOCATIVE.at(text, i, at).is_some(),
        _ => slavic::LOCATIVE.at(text, i, at).is_some(),
    };
    let led = before.is_some_and(locative);
    if inflected && first && !led {
        return None;
    }
    if text.all_capitals && is_word_in_capitals(text, at..end, before, led, &candidates) {
        return None;
    }
    let name = Name {
        span: text.span(at..end),
        text: text.slice(at..end).to_owned(),
        qualifier: match text.language {
            Language::English => qualifier(text, at, sentence.start),
            _ => slavic::qualifier(text, at, sentence.start),
        },
        candidates,
        nominative,
        led,
        first,
        state: state_after(text, end, sentence.end),
    };
    Some((name, end))
}

/// ", La." and ", LA" after a name.
fn state_after(text: &Text, end: usize, limit: usize) -> Option<&'static str> {
    let at = end + 1;
    if text.word(end) != "," || at >= limit || !text.is_capital(at) {
        return None;
    }
    let code = CODES.iter().find(|code| **code == text.raw(at));
    code.copied()
        .or_else(|| STATES.at(text, at, limit).map(|state| *state.value))
}

/// The longest name as it is written, or what its case's ending leads back to.
fn known(
    text: &Text,
    gazetteer: &dyn Gazetteer,
    at: usize,
    limit: usize,
) -> Option<(usize, Option<String>, Vec<PlaceCandidate>)> {
    let plain = longest(text, gazetteer, at, limit).map(|(end, found)| (end, None, found));
    if matches!(text.language, Language::English | Language::Other) {
        return plain;
    }
    let inflected = slavic::by_ending(text, gazetteer, at, limit);
    match (plain, inflected) {
        (Some(plain), Some((end, ..))) if plain.0 >= end => Some(plain),
        (_, Some((end, name, found))) => Some((end, Some(name), found)),
        (plain, None) => plain,
    }
}

fn is_country_in_capitals(written: &str, candidates: &[PlaceCandidate]) -> bool {
    let capitals = written.chars().all(|c| c.is_uppercase() || c == '.');
    capitals && candidates.iter().any(|c| c.kind == PlaceKind::Country)
}

fn in_times(text: &Text, at: usize, times: &[Span]) -> bool {
    let here = text.tokens[at].span;
    let after = times.partition_point(|span| span.start <= here.start);
    after > 0 && times[after - 1].overlaps(here)
}

/// The sentence's first word, past quotation marks.
fn first_word(text: &Text, sentence: &Range<usize>) -> usize {
    sentence
        .clone()
        .find(|i| text.kind(*i) == Some(Kind::Word))
        .unwrap_or(sentence.start)
}

fn longest(
    text: &Text,
    gazetteer: &dyn Gazetteer,
    at: usize,
    limit: usize,
) -> Option<(usize, Vec<PlaceCandidate>)> {
    let mut best = None;
    let mut words = String::new();
    for end in at + 1..=limit.min(at + LONGEST_NAME_WORDS) {
        let last = end - 1;
        if !words.is_empty() && !text.is_glued(last) {
            words.push(' ');
        }
        words.push_str(text.word(last));
        if text.is_capital(last) || text.kind(last) == Some(Kind::Number) {
            let candidates = gazetteer.look_up(&words);
            if !candidates.is_empty() {
                best = Some((end, candidates));
            }
        }
        if !gazetteer.may_begin(&words) {
            break;
        }
    }
    best
}

/// In capitals throughout, a name is told from a word ("the area") and from somebody's name by
/// what stands before it, or by how many know the place.
fn is_word_in_capitals(
    text: &Text,
    name: Range<usize>,
    before: Option<usize>,
    led: bool,
    candidates: &[PlaceCandidate],
) -> bool {
    let wide =
        |place: &PlaceCandidate| matches!(place.kind, PlaceKind::Country | PlaceKind::Region);
    let known = candidates
        .iter()
        .any(|place| wide(place) || place.population >= KNOWN_PEOPLE);
    let first = before.is_none_or(|i| text.kind(i) != Some(Kind::Word));
    let article = before.is_some_and(|i| {
        matches!(
            text.word(i),
            "the" | "a" | "an" | "this" | "that" | "his" | "their" | "and" | "of"
        )
    });
    let word = name.len() == 1 || text.word(name.start) == "the";
    word && (!known && (!led || article) || !led && !first && !candidates.iter().any(wide))
}

/// Part of a person's or an outlet's name: "Mark Paris", "Paris Hilton", "Moscow Times".
fn is_other_name(text: &Text, end: usize, before: Option<usize>, sentence: &Range<usize>) -> bool {
    let limit = sentence.end;
    let outlet = OUTLET_AFTER.at(text, end, limit).is_some();
    if outlet && (text.is_capital(end) || text.word(end) == "times") {
        return true;
    }
    // "France 24", "Channel 5".
    let numbered = end < limit && text.kind(end) == Some(Kind::Number) && !text.is_glued(end);
    if numbered && text.raw(end).len() <= 2 {
        return true;
    }
    let name_before = before.is_some_and(|i| {
        let plain = text.is_capital(i) && i != first_word(text, sentence);
        plain && !is_known_before(text, i)
    });
    // In capitals throughout, the word behind a place's name has one too.
    let name_after = end < limit
        && !text.all_capitals
        && text.is_capital(end)
        && NOUN_AFTER.at(text, end, limit).is_none()
        && crate::actor::side_of(text, end..end + 1).is_none();
    name_before || name_after
}

/// Capitalised words before a place that leave it a place: "Ukrainian Kharkiv", "Mayor of".
fn is_known_before(text: &Text, at: usize) -> bool {
    crate::actor::side_of(text, at..at + 1).is_some()
        || NEVER.at(text, at, at + 1).is_some()
        || NOUN_AFTER.at(text, at, at + 1).is_some()
}
