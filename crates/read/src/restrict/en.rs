//! English: shelters, people's positions as they write, sources who are not to be known.

use std::ops::Range;

use bearings_model::RestrictionReason;

use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    static SHELTERS: () = {
        () => "bomb shelter, bomb shelters, shelter, shelters, air raid shelter, basement, basements, bunker, cellar, safe house, hideout, hiding place, underground station, evacuation point, assembly point",
    };
}
phrases! {
    /// Being there, going there, being brought there.
    static BEING_THERE: () = {
        () => "sheltering, hiding, ushered into, taken to, we are in, we're in, i am in, i'm in, are in, is in, into the, in the, to the, in a, to a, go to, go down to, stay in, staying in, living in, gather in, gathering in, gather at, waiting in, spending the night, at a, inside",
    };
}
phrases! {
    static HIT: () = {
        () => "was hit, were hit, was struck, was destroyed, were destroyed, shelled, bombed, hit a, hit the, struck a, struck the, killed, destroyed, no shelter, take shelter, took shelter, shelter from",
    };
}
phrases! {
    /// People tell where they are while they write.
    static LIVE: () = {
        () => "i'm currently, i am currently, currently staying, staying put, we are staying, we're staying, i'm staying, i am staying, i am at, i'm at, we are at, we're at, our hotel, my hotel, are staying at, is staying at, currently located at, currently based at, our position is, positions are at, are positioned at, are stationed at, is stationed at, headquartered in the",
    };
}
phrases! {
    static UNNAMED: () = {
        () => "condition of anonymity, asked not to be named, asked not to be identified, requested anonymity, declined to be named, declined to give his name, declined to give her name, not authorised to speak, not authorized to speak, for fear of reprisals, for fear of reprisal, name has been changed, whose name is being withheld, name is withheld, for security reasons gave only",
    };
}
phrases! {
    static PRISONERS: () = {
        () => "captured soldier identified as, prisoner identified as, captured pilot identified as, prisoner named, captive named, showed his passport, showed his documents",
    };
}

#[derive(Debug)]
pub(super) struct Proposal {
    pub tokens: Range<usize>,
    pub reason: RestrictionReason,
    pub basis: String,
    pub rule: &'static str,
}

/// What of a sentence should stay out, if anything.
pub(super) fn proposal(text: &Text, sentence: Range<usize>) -> Option<Proposal> {
    live_position(text, &sentence)
        .or_else(|| shelter(text, &sentence))
        .or_else(|| unnamed_source(text, &sentence))
        .or_else(|| {
            phrase(
                text,
                &sentence,
                &PRISONERS,
                RestrictionReason::Prisoner,
                "en.restrict.prisoner",
            )
        })
        .or_else(|| personal_data(text, &sentence))
}

fn proposed(
    text: &Text,
    tokens: Range<usize>,
    basis: Range<usize>,
    reason: RestrictionReason,
    rule: &'static str,
) -> Proposal {
    Proposal {
        tokens,
        reason,
        basis: format!("“{}”", text.slice(basis)),
        rule,
    }
}

fn phrase(
    text: &Text,
    sentence: &Range<usize>,
    table: &crate::lexicon::Phrases<()>,
    reason: RestrictionReason,
    rule: &'static str,
) -> Option<Proposal> {
    let (at, found) = table.find(text, sentence.clone())?;
    Some(proposed(
        text,
        sentence.clone(),
        at..at + found.tokens,
        reason,
        rule,
    ))
}

fn live_position(text: &Text, sentence: &Range<usize>) -> Option<Proposal> {
    phrase(
        text,
        sentence,
        &LIVE,
        RestrictionReason::LivePosition,
        "en.restrict.live_position",
    )
}

/// A shelter in use: someone is in it or goes to it, and it is not the thing that was hit.
fn shelter(text: &Text, sentence: &Range<usize>) -> Option<Proposal> {
    let (at, found) = SHELTERS.find(text, sentence.clone())?;
    let before = sentence.start..at + 1;
    let used = BEING_THERE.find(text, before).is_some();
    let reported = HIT.find(text, sentence.clone()).is_some();
    (used && !reported).then(|| {
        proposed(
            text,
            sentence.clone(),
            at..at + found.tokens,
            RestrictionReason::Shelter,
            "en.restrict.shelter",
        )
    })
}

/// Only who the source is stays out: from the sentence's start to the words that ask for it, or
/// the clause around them; what was said may still be told.
fn unnamed_source(text: &Text, sentence: &Range<usize>) -> Option<Proposal> {
    let (at, found) = UNNAMED.find(text, sentence.clone())?;
    let start = (sentence.start..at)
        .rev()
        .find(|i| matches!(text.word(*i), "”" | "\"" | ";" | "—" | "–"))
        .map_or(sentence.start, |i| i + 1);
    let end = (at + found.tokens..sentence.end)
        .find(|i| matches!(text.word(*i), "," | ";" | "said" | "says" | "told"))
        .unwrap_or(sentence.end);
    Some(proposed(
        text,
        start..end,
        at..at + found.tokens,
        RestrictionReason::UnnamedSource,
        "en.restrict.unnamed_source",
    ))
}

/// Telephone numbers, e-mail addresses and street addresses with a flat's number.
fn personal_data(text: &Text, sentence: &Range<usize>) -> Option<Proposal> {
    let phone = sentence.clone().find(|i| {
        text.word(*i) == "+"
            && text.kind(i + 1) == Some(Kind::Number)
            && text.raw(i + 1).len() >= 2
            && text.is_glued(i + 1)
    });
    let mail = sentence.clone().find(|i| {
        text.kind(*i) == Some(Kind::Handle)
            && text.is_glued(*i)
            && text.word(i + 1) == "."
            && text.is_glued(i + 1)
    });
    let flat = sentence.clone().find(|i| {
        matches!(text.word(*i), "apartment" | "flat" | "apt")
            && text.kind(i + 1) == Some(Kind::Number)
    });
    let at = phone.or(mail).or(flat)?;
    Some(proposed(
        text,
        sentence.clone(),
        at..at + 1,
        RestrictionReason::PersonalData,
        "en.restrict.personal_data",
    ))
}
