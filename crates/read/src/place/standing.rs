//! Whether a name the gazetteer knows stands for the place here, is part of another's name, or is
//! no place: "Kharkiv", "Kharkiv National University", "Paris Hilton".

use std::ops::Range;

use bearings_model::{PlaceCandidate, PlaceKind};

use super::body_en::{BODIES, FORMAL, GROUNDS, SIDES_OF, STREETS, UNIONS};
use super::mention::{self, Reader};
use super::person;
use super::slavic;
use super::stop_en::{NOUN_AFTER, OUTLET_AFTER};
use crate::language::Language;
use crate::text::{Kind, Text};

/// A known name: where it ends and what it can mean.
pub(super) struct Found {
    pub end: usize,
    /// "region", "province" follow it.
    pub division: bool,
    pub nominative: Option<String>,
    pub candidates: Vec<PlaceCandidate>,
}

pub(super) enum Standing {
    Not,
    /// No place, nor are the words up to this token.
    NotTo(usize),
    Within,
    /// The place, named from this token on.
    Place {
        from: usize,
    },
}

/// So many words after a name may still be of one name: "Texas Department of State Health Services".
const LONGEST_BODY_WORDS: usize = 7;

/// Abbreviations of regions and countries are no longer.
const ABBREVIATION_LETTERS: usize = 4;

pub(super) fn standing(
    reader: &Reader,
    at: usize,
    found: &Found,
    sentence: &Range<usize>,
) -> Standing {
    let text = reader.text;
    let end = found.end;
    let single = end == at + 1;
    let broad = is_broad(&found.candidates);
    let abbreviated = single && is_country_in_capitals(text, at, end, sentence, found);
    if !abbreviated && is_no_name(text, at, found) && !is_dateline(text, at, end, sentence) {
        return Standing::NotTo(end);
    }
    if is_union(text, at, end) && !mention::is_led(text, at, sentence) {
        return Standing::NotTo(end);
    }
    if single && !abbreviated && mention::is_person(reader, at, sentence, broad) {
        return Standing::Not;
    }
    if text.language != Language::English {
        return slavic_standing(reader, at, found, sentence, single);
    }
    // Where all is in capitals the words around tell nothing: those that lead to a place must.
    if text.all_capitals && (broad || mention::is_strongly_led(text, at, sentence)) {
        return Standing::Place { from: at };
    }
    match after(reader, at, found, sentence, broad) {
        Standing::Place { .. } if abbreviated => Standing::Place { from: at },
        Standing::Place { .. } => before(reader, at, found, sentence, broad),
        Standing::Not if abbreviated => Standing::Place { from: at },
        Standing::Within if abbreviated && OUTLET_AFTER.at(text, end, sentence.end).is_none() => {
            Standing::Place { from: at }
        }
        other => other,
    }
}

/// Countries and regions keep their name inside others: "Air Canada"; a town's is a person's.
fn is_broad(candidates: &[PlaceCandidate]) -> bool {
    candidates
        .iter()
        .any(|place| matches!(place.kind, PlaceKind::Country | PlaceKind::Region))
}

fn is_no_name(text: &Text, at: usize, found: &Found) -> bool {
    if mention::is_never(text, at, found.end) {
        // "Independence, Mo."
        return mention::state_after(text, found.end, text.tokens.len()).is_none();
    }
    if found.end > at + 1 {
        return false;
    }
    // A brand in a Cyrillic text: "Nord Stream".
    let slavic = matches!(text.language, Language::Ukrainian | Language::Russian);
    if slavic && text.word(at).is_ascii() {
        return true;
    }
    let raw = text.raw(at);
    let letters = raw.chars().filter(|c| c.is_alphabetic()).count();
    let shouted = raw.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
    shouted && letters <= ABBREVIATION_LETTERS && !text.all_capitals && !is_broad(&found.candidates)
}

/// "KYIV, 1 March --": the place a report is from, in capitals however short.
fn is_dateline(text: &Text, at: usize, end: usize, sentence: &Range<usize>) -> bool {
    let marked = matches!(text.word(end), "," | "(" | "-" | "–" | "—");
    at == sentence.start && marked && !mention::is_never(text, at, end)
}

fn is_union(text: &Text, at: usize, end: usize) -> bool {
    UNIONS.at(text, at, end).is_some() || slavic::UNIONS.at(text, at, end).is_some()
}

/// "U.S." and "US"; in "JOIN US" all is written so.
fn is_country_in_capitals(
    text: &Text,
    at: usize,
    end: usize,
    sentence: &Range<usize>,
    found: &Found,
) -> bool {
    let capitals = text.raw(at).chars().all(|c| c.is_uppercase() || c == '.');
    let country = found
        .candidates
        .iter()
        .any(|c| c.kind == PlaceKind::Country);
    let shouted = |i: usize| text.raw(i).chars().filter(|c| c.is_uppercase()).count() > 2;
    let before = at.checked_sub(1).filter(|i| *i >= sentence.start);
    let all = shouted(end) && before.is_none_or(shouted) || before.is_some_and(shouted);
    capitals && country && !all
}

/// What the words after a name make of it.
fn after(
    reader: &Reader,
    at: usize,
    found: &Found,
    sentence: &Range<usize>,
    broad: bool,
) -> Standing {
    let (text, end, limit) = (reader.text, found.end, sentence.end);
    let place = Standing::Place { from: at };
    if end >= limit {
        return place;
    }
    let outlet = OUTLET_AFTER.at(text, end, limit).is_some();
    if outlet && (text.is_capital(end) || text.word(end) == "times") {
        return Standing::Within;
    }
    // "France 24", "Channel 5".
    if text.kind(end) == Some(Kind::Number) && !text.is_glued(end) && text.raw(end).len() <= 2 {
        return Standing::Not;
    }
    if matches!(
        text.word(end),
        "virus" | "ebolavirus" | "strain" | "fever" | "flu" | "disease"
    ) {
        return Standing::Not;
    }
    if !text.is_capital(end) || text.kind(end) != Some(Kind::Word) {
        return place;
    }
    if STREETS.at(text, end, limit).is_some() {
        return Standing::Not;
    }
    let body = is_body(text, end, limit);
    if GROUNDS.at(text, end, limit).is_some() {
        return if body {
            Standing::Within
        } else {
            Standing::NotTo(end + 1)
        };
    }
    if NOUN_AFTER.at(text, end, limit).is_some()
        || crate::actor::side_of(text, end..end + 1).is_some()
    {
        return place;
    }
    let person = person::is_given(text, at) && !broad || person::is_given(text, at) && !body;
    match (body, person) {
        (_, true) => Standing::Not,
        (true, false) => Standing::Within,
        (false, false) if broad => Standing::Within,
        (false, false) => Standing::Not,
    }
}

/// Whether the capitalised words from `at` on hold a word for a body: "Arts Council".
fn is_body(text: &Text, at: usize, limit: usize) -> bool {
    for i in at..limit.min(at + LONGEST_BODY_WORDS) {
        let small = matches!(text.word(i), "of" | "the" | "and" | "for" | "&" | "'s");
        if !text.is_capital(i) && !small {
            return false;
        }
        if text.is_capital(i) && BODIES.at(text, i, limit).is_some() {
            return true;
        }
    }
    false
}

/// What the words before a name make of it.
fn before(
    reader: &Reader,
    at: usize,
    found: &Found,
    sentence: &Range<usize>,
    broad: bool,
) -> Standing {
    let text = reader.text;
    let single = found.end == at + 1;
    let Some(last) = at.checked_sub(1).filter(|i| *i >= sentence.start) else {
        return Standing::Place { from: at };
    };
    if text.word(last) == "of" && last > sentence.start {
        return after_of(text, at, last - 1, sentence);
    }
    if text.is_glued(at) && text.word(last) == "-" && last > sentence.start {
        // "Ebola-Reston", but "Kyiv-Lviv".
        let joined = text.is_capital(last - 1) && text.is_glued(last);
        let known = || !reader.gazetteer.look_up(text.word(last - 1)).is_empty();
        return if joined && !broad && !known() {
            Standing::Not
        } else {
            Standing::Place { from: at }
        };
    }
    if !text.is_capital(last) || text.kind(last) != Some(Kind::Word) {
        return Standing::Place { from: at };
    }
    let plain = SIDES_OF.at(text, last, at).is_some()
        || crate::actor::side_of(text, last..at).is_some()
        || mention::is_never(text, last, at) && !person::is_title(text, last)
        || NOUN_AFTER.at(text, last, at).is_some() && !person::is_title(text, last);
    if plain {
        return Standing::Place { from: at };
    }
    let title = person::is_title(text, last);
    if title || person::is_given(text, last) && (single || !broad) {
        return if title && broad {
            Standing::Place { from: at }
        } else {
            Standing::Not
        };
    }
    // "Paris Hilton" begins a sentence: both words are somebody's.
    let begins = last == mention::first_word(text, sentence);
    if begins && (!single || reader.gazetteer.look_up(text.word(last)).is_empty()) {
        return Standing::Place { from: at };
    }
    if broad {
        Standing::Within
    } else {
        Standing::Not
    }
}

/// "University of California", "Republic of Armenia".
fn after_of(text: &Text, at: usize, head: usize, sentence: &Range<usize>) -> Standing {
    if !text.is_capital(head) {
        return Standing::Place { from: at };
    }
    if FORMAL.at(text, head, at - 1).is_some() {
        let two = head > sentence.start
            && FORMAL
                .at(text, head - 1, at - 1)
                .is_some_and(|f| f.tokens == 2);
        return Standing::Place {
            from: if two { head - 1 } else { head },
        };
    }
    if BODIES.at(text, head, at - 1).is_some() {
        return Standing::Within;
    }
    Standing::Place { from: at }
}

/// In the genitive what follows is another's name: "мер Харкова Ігор"; before it stands a body.
fn slavic_standing(
    reader: &Reader,
    at: usize,
    found: &Found,
    sentence: &Range<usize>,
    single: bool,
) -> Standing {
    let text = reader.text;
    let before = at.checked_sub(1).filter(|i| *i >= sentence.start);
    if slavic::is_within_body(text, at, sentence) {
        return Standing::Within;
    }
    if single && slavic::qualifies(text, at, sentence.end) {
        return Standing::Not;
    }
    if found.nominative.is_some() {
        return Standing::Place { from: at };
    }
    let outlet = OUTLET_AFTER.at(text, found.end, sentence.end).is_some();
    if outlet && text.is_capital(found.end) {
        return Standing::Within;
    }
    let number = text.kind(found.end) == Some(Kind::Number) && !text.is_glued(found.end);
    if number && text.raw(found.end).len() <= 2 && found.end < sentence.end {
        return Standing::Not;
    }
    let first = mention::first_word(text, sentence);
    let name_before = before.is_some_and(|i| {
        let plain = text.is_capital(i) && text.kind(i) == Some(Kind::Word) && i != first;
        plain
            && crate::actor::side_of(text, i..i + 1).is_none()
            && !mention::is_never(text, i, i + 1)
    });
    let name_after = found.end < sentence.end
        && text.is_capital(found.end)
        && text.kind(found.end) == Some(Kind::Word)
        && crate::actor::side_of(text, found.end..found.end + 1).is_none();
    let person =
        name_before && person::is_given(text, at - 1) || name_after && person::is_given(text, at);
    match (name_before || name_after, is_broad(&found.candidates)) {
        _ if person => Standing::Not,
        (true, false) if single => Standing::Not,
        (true, true) | (true, false) | (false, _) => Standing::Place { from: at },
    }
}
