//! What of a sentence should stay out: shelters in use, positions, sources, personal data.

use std::ops::Range;

use bearings_model::RestrictionReason;

use super::{Words, words};
use crate::lexicon::Phrases;
use crate::text::{Kind, Text};

#[derive(Debug)]
pub(super) struct Proposal {
    pub tokens: Range<usize>,
    pub reason: RestrictionReason,
    pub basis: String,
    pub rule: &'static str,
}

/// Everything in a sentence that should stay out; one danger never hides another.
pub(super) fn proposals(text: &Text, sentence: Range<usize>) -> Vec<Proposal> {
    let Some(words) = words(text) else {
        return Vec::new();
    };
    let whole = |table, reason| phrase(text, &sentence, table, reason);
    let found = [
        whole(words.live, RestrictionReason::LivePosition),
        shelter(text, &words, &sentence).or_else(|| refuge(text, &words, &sentence)),
        unnamed_source(text, &words, &sentence),
        whole(words.prisoners, RestrictionReason::Prisoner),
        personal_data(text, &words, &sentence),
    ];
    found.into_iter().flatten().collect()
}

fn proposed(
    text: &Text,
    tokens: Range<usize>,
    basis: Range<usize>,
    reason: RestrictionReason,
) -> Option<Proposal> {
    let [english, ukrainian, russian] = rules(reason);
    Some(Proposal {
        tokens,
        reason,
        basis: format!("“{}”", text.slice(basis)),
        rule: text.language.pick(english, ukrainian, russian)?,
    })
}

/// The rule's name in each language.
fn rules(reason: RestrictionReason) -> [&'static str; 3] {
    use RestrictionReason as Reason;
    match reason {
        Reason::Shelter => [
            "en.restrict.shelter",
            "uk.restrict.shelter",
            "ru.restrict.shelter",
        ],
        Reason::LivePosition => [
            "en.restrict.live_position",
            "uk.restrict.live_position",
            "ru.restrict.live_position",
        ],
        Reason::UnnamedSource => [
            "en.restrict.unnamed_source",
            "uk.restrict.unnamed_source",
            "ru.restrict.unnamed_source",
        ],
        Reason::Prisoner => [
            "en.restrict.prisoner",
            "uk.restrict.prisoner",
            "ru.restrict.prisoner",
        ],
        Reason::PersonalData | Reason::Other => [
            "en.restrict.personal_data",
            "uk.restrict.personal_data",
            "ru.restrict.personal_data",
        ],
    }
}

fn phrase(
    text: &Text,
    sentence: &Range<usize>,
    table: &Phrases<()>,
    reason: RestrictionReason,
) -> Option<Proposal> {
    let (at, found) = table.find(text, sentence.clone())?;
    proposed(text, sentence.clone(), at..at + found.tokens, reason)
}

/// A shelter in use: someone is in it or goes to it, and it is not the thing that was hit.
fn shelter(text: &Text, words: &Words, sentence: &Range<usize>) -> Option<Proposal> {
    let (at, found) = words.shelters.find(text, sentence.clone())?;
    let used = words
        .being_there
        .find(text, sentence.start..at + 1)
        .is_some();
    let reported = words.hit.find(text, sentence.clone()).is_some();
    if !used || reported {
        return None;
    }
    let basis = at..at + found.tokens;
    proposed(text, sentence.clone(), basis, RestrictionReason::Shelter)
}

/// People in hiding, in a place that is no shelter by its name: a school's hall, a platform.
fn refuge(text: &Text, words: &Words, sentence: &Range<usize>) -> Option<Proposal> {
    let reported = words.hit.find(text, sentence.clone()).is_some();
    let hidden = phrase(text, sentence, words.refuge, RestrictionReason::Shelter);
    hidden.filter(|_| !reported)
}

/// Only who the source is stays out: from the sentence's start to the words that ask for it, or
/// the clause around them; what was said may still be told.
fn unnamed_source(text: &Text, words: &Words, sentence: &Range<usize>) -> Option<Proposal> {
    let (at, found) = words.unnamed.find(text, sentence.clone())?;
    let start = (sentence.start..at)
        .rev()
        .find(|i| matches!(text.word(*i), "”" | "\"" | "»" | ";" | "—" | "–"))
        .map_or(sentence.start, |i| i + 1);
    let end = (at + found.tokens..sentence.end)
        .find(|i| matches!(text.word(*i), "," | ";" | "said" | "says" | "told"))
        .unwrap_or(sentence.end);
    let basis = at..at + found.tokens;
    proposed(text, start..end, basis, RestrictionReason::UnnamedSource)
}

/// Telephone numbers, e-mail addresses and street addresses with a flat's number.
fn personal_data(text: &Text, words: &Words, sentence: &Range<usize>) -> Option<Proposal> {
    let is_number = |i: usize| text.kind(i) == Some(Kind::Number);
    let phone = |i: usize| {
        text.word(i) == "+"
            && is_number(i + 1)
            && text.raw(i + 1).len() >= 2
            && text.is_glued(i + 1)
    };
    let mail = |i: usize| {
        text.kind(i) == Some(Kind::Handle)
            && text.is_glued(i)
            && text.word(i + 1) == "."
            && text.is_glued(i + 1)
    };
    let flat = |i: usize| {
        let found = words.flats.at(text, i, sentence.end);
        found.is_some_and(|found| is_number(i + found.tokens))
    };
    let at = sentence
        .clone()
        .find(|i| phone(*i) || mail(*i) || flat(*i))?;
    let reason = RestrictionReason::PersonalData;
    proposed(text, sentence.clone(), at..at + 1, reason)
}
