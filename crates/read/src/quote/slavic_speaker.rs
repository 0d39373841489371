//! Finds the words that name the speaker beside a Ukrainian or Russian cue.
//!
//! Names stay in the case they are written in; nothing is put into the nominative by guess.

use std::ops::Range;

use bearings_model::SourceKind;

use super::credit::agency_at;
use super::slavic::Words;
use super::speaker::{Naming, SpeakerWords};
use super::unclaimed::TERM_TOKENS;
use crate::actor::side_of;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

/// How far a speaker's words may reach.
const SPEAKER_TOKENS: usize = 14;

/// The speaker whose words end right before the cue.
pub(super) fn before(text: &Text, words: &Words, from: usize, cue: usize) -> Option<SpeakerWords> {
    let mut end = cue;
    while end > from && words.adverbs.at(text, end - 1, end).is_some() {
        end -= 1;
    }
    if let Some(citing) = (from..end)
        .rev()
        .find(|i| words.citing.at(text, *i, end).is_some())
    {
        end = citing - usize::from(citing > from && text.word(citing - 1) == ",");
    }
    if let Some(name) = quoted_before(text, from, end) {
        return Some(name);
    }
    let apposed = end > from && text.word(end - 1) == ",";
    if apposed {
        return with_apposition(text, words, from, end - 1);
    }
    let start = (from.max(end.saturating_sub(SPEAKER_TOKENS))..end)
        .rev()
        .find(|i| is_edge(text, *i) || words.that.at(text, *i, end).is_some())
        .map_or(from.max(end.saturating_sub(SPEAKER_TOKENS)), |i| i + 1);
    named(text, words, start..end)
}

/// "Ігор Лан, мер міста, сказав".
fn with_apposition(text: &Text, words: &Words, from: usize, last: usize) -> Option<SpeakerWords> {
    let first = (from..last).rev().find(|i| text.word(*i) == ",")?;
    let role = first + 1..last;
    words.roles.find(text, role.clone())?;
    let speaker = before(text, words, from, first)?;
    Some(SpeakerWords {
        tokens: speaker.tokens.start..last,
        role: Some(text.slice(role).to_owned()),
        ..speaker
    })
}

/// The speaker whose words follow the cue, "in" an organisation included.
pub(super) fn after(
    text: &Text,
    words: &Words,
    cue_end: usize,
    limit: usize,
) -> Option<SpeakerWords> {
    let inside = words.inside.at(text, cue_end, limit);
    let start = cue_end + inside.map_or(0, |found| found.tokens);
    if inside.is_some() && words.media.at(text, start, limit).is_some() {
        return None;
    }
    if let Some(speaker) = quoted_name(text, start) {
        return Some(SpeakerWords {
            tokens: cue_end..speaker.tokens.end,
            ..speaker
        });
    }
    let reach = start..limit.min(start + SPEAKER_TOKENS);
    let ends = |i: usize| {
        words.inside.at(text, i, limit).is_some()
            || words.citing.at(text, i, limit).is_some()
            || i > start && words.cues.at(text, i, limit).is_some()
            || i > start && words.told.at(text, i, limit).is_some()
    };
    let end = reach
        .clone()
        .find(|i| is_edge(text, *i) || ends(*i))
        .unwrap_or(reach.end);
    let speaker = named(text, words, start..end)?;
    Some(SpeakerWords {
        tokens: cue_end..speaker.tokens.end,
        ..speaker
    })
}

/// An organisation by its name in quotation marks.
pub(super) fn quoted_name(text: &Text, at: usize) -> Option<SpeakerWords> {
    let quotation = &text.quotations[text.quotation_from(text.tokens.get(at)?.span.start)?];
    let inner = text.within(quotation.inner);
    let name = !inner.is_empty() && inner.len() <= TERM_TOKENS && text.is_capital(inner.start);
    name.then(|| SpeakerWords {
        naming: Naming::Named {
            name: text.slice(inner).to_owned(),
            kind: SourceKind::Organisation,
        },
        tokens: text.within(quotation.span),
        role: None,
    })
}

/// "Телеканал «Схід» повідомив": the name in marks right before the cue.
fn quoted_before(text: &Text, from: usize, end: usize) -> Option<SpeakerWords> {
    let last = end.checked_sub(1).filter(|i| *i >= from)?;
    let quotation = text.quotation_to(text.tokens.get(last)?.span.end)?;
    quoted_name(text, text.within(text.quotations[quotation].span).start)
}

fn is_edge(text: &Text, at: usize) -> bool {
    let mark = text.kind(at) == Some(Kind::Mark) && !matches!(text.word(at), "-");
    mark || text.kind(at) == Some(Kind::Break)
}

/// Who a range of words names: a person by the name at its end, an organisation, or someone with
/// a role and no name.
fn named(text: &Text, words: &Words, range: Range<usize>) -> Option<SpeakerWords> {
    let range = past_adverbs(text, words, range);
    if range.len() == 1 && words.pronouns.at(text, range.start, range.end).is_some() {
        return Some(SpeakerWords {
            tokens: range,
            naming: Naming::Pronoun,
            role: None,
        });
    }
    let is = |table: &crate::lexicon::Phrases<()>, i: usize| table.at(text, i, range.end).is_some();
    let head = range
        .clone()
        .find(|i| is(words.roles, *i) || is(words.organisations, *i));
    let role = head.is_some_and(|head| is(words.roles, head));
    if let Some(agency) = agency(text, &range).filter(|_| !role) {
        return Some(naming(text, agency, SourceKind::Organisation, None));
    }
    if let Some(person) = person(text, words, &range, head) {
        return Some(person);
    }
    let acronym = range.clone().rev().find(|i| is_acronym(text.raw(*i)));
    let state = range.len() <= 2 && side_of(text, range.clone()).is_some();
    let (from, kind) = match (head, acronym) {
        (Some(head), _) if is(words.roles, head) => (head, SourceKind::Unnamed),
        (Some(head), _) => (head, SourceKind::Organisation),
        (None, Some(at)) => (at, SourceKind::Organisation),
        (None, None) if state => (range.start, SourceKind::Organisation),
        _ => return None,
    };
    let from = whole_word(text, range.start, from);
    let tokens = adjectives_start(text, words, range.start, from)..range.end;
    Some(SpeakerWords {
        naming: Naming::Named {
            name: text.slice(tokens.clone()).to_owned(),
            kind,
        },
        tokens,
        role: None,
    })
}

/// "Пресс-служба" is one word in three tokens.
fn whole_word(text: &Text, from: usize, head: usize) -> usize {
    let hyphened = head >= from + 2 && text.word(head - 1) == "-" && text.is_glued(head);
    if hyphened { head - 2 } else { head }
}

/// "Також вона": the adverbs before a pronoun are no part of it.
fn past_adverbs(text: &Text, words: &Words, range: Range<usize>) -> Range<usize> {
    let Some(last) = range.end.checked_sub(1).filter(|last| *last > range.start) else {
        return range;
    };
    let pronoun = words.pronouns.at(text, last, range.end).is_some();
    let adverbs = (range.start..last).all(|i| words.adverbs.at(text, i, last).is_some());
    if pronoun && adverbs {
        last..range.end
    } else {
        range
    }
}

/// A news agency that begins at a token.
pub(super) fn agency_named(text: &Text, at: usize) -> Option<SpeakerWords> {
    let agency = agency_at(text, at)?;
    Some(naming(text, agency, SourceKind::Organisation, None))
}

/// A news agency at the end of the range.
fn agency(text: &Text, range: &Range<usize>) -> Option<Range<usize>> {
    range
        .clone()
        .find_map(|i| agency_at(text, i))
        .filter(|agency| agency.end == range.end)
}

/// A name at the end of the range: two capitalised words, three with a patronymic, one right
/// after a role or alone.
fn person(
    text: &Text,
    words: &Words,
    range: &Range<usize>,
    head: Option<usize>,
) -> Option<SpeakerWords> {
    let is_name = |i: usize| {
        text.is_capital(i)
            && !is_acronym(text.raw(i))
            && words.organisations.at(text, i, range.end).is_none()
            && words.roles.at(text, i, range.end).is_none()
            && side_of(text, i..i + 1).is_none()
    };
    let handle = range.clone().find(|i| text.kind(*i) == Some(Kind::Handle));
    if let Some(at) = handle {
        return Some(naming(text, at..at + 1, SourceKind::Account, None));
    }
    let run = (range.start..range.end)
        .rev()
        .take_while(|i| is_name(*i))
        .count();
    let adjacent = head.is_some_and(|head| head + 1 + run == range.end);
    let role = head.is_some_and(|head| words.roles.at(text, head, range.end).is_some());
    let length = match run {
        0 => return None,
        1 if head.is_none() && range.len() == 1 || role && adjacent => 1,
        1 => return None,
        3.. if is_patronymic(text.word(range.end - 2)) => 3,
        _ if head.is_some() && !role => return None,
        _ => 2,
    };
    let name = range.end - length..range.end;
    let lead = head.filter(|head| *head < name.start);
    let lead = lead.map(|head| whole_word(text, range.start, head));
    let role = lead.map(|head| adjectives_start(text, words, range.start, head)..name.start);
    Some(naming(text, name, SourceKind::Person, role))
}

fn naming(
    text: &Text,
    name: Range<usize>,
    kind: SourceKind,
    role: Option<Range<usize>>,
) -> SpeakerWords {
    SpeakerWords {
        tokens: role.as_ref().map_or(name.start, |role| role.start)..name.end,
        naming: Naming::Named {
            name: text.slice(name).to_owned(),
            kind,
        },
        role: role.map(|role| text.slice(role).to_owned()),
    }
}

/// Back over an adjective or two to where the phrase begins: "міська рада".
fn adjectives_start(text: &Text, words: &Words, from: usize, head: usize) -> usize {
    let mut start = head;
    while start > from && head - start < 2 && is_adjective(text.word(start - 1)) {
        start -= 1;
    }
    let lower = start < head || words.roles.at(text, head, head + 1).is_some();
    if lower || start == head { start } else { head }
}

fn is_adjective(word: &str) -> bool {
    let endings = [
        "ий", "ій", "а", "ську", "скую", "ої", "ого", "ому", "ська", "ські", "ый", "ая", "ое",
        "ые", "ой", "их",
    ];
    word.chars().count() > 4 && endings.iter().any(|ending| word.ends_with(ending))
}

fn is_patronymic(word: &str) -> bool {
    ["ович", "івна", "ївна", "йович", "евич", "овна", "евна"]
        .iter()
        .any(|ending| word.ends_with(ending))
}

/// "ДСНС", "МВС", "ОВА".
fn is_acronym(raw: &str) -> bool {
    raw.chars().count() > 1 && raw.chars().all(char::is_uppercase)
}

phrases! {
    /// Offices one person at a time holds.
    static OFFICES: () = {
        () => "мер, мэр, губернатор*, міністр*, министр*, президент*, прем'єр, премьер, голова, глава, речник*, речниц*, прессекретар*, начальник*, начальниц*, командир*, командувач*, командующ*, прокурор*, генерал*, директор*, посол, секретар*, депутат*, радник*, радниц*, советник*, советниц*, керівник*, руководител*, очільник*, очільниц*, посадовець, посадовиця, чиновник*, чиновниц*",
    };
}

/// Whether a word names an office: who holds it was named once, and means that person after.
pub(super) fn is_office(word: &str) -> bool {
    OFFICES.word(word).is_some()
}
