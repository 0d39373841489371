//! What each claim tells of an occurrence: its kind, its own time and place, whom it harmed.

use std::ops::Range;

use bearings_model::{
    Amount, Claim, ClaimKind, CountMode, Document, EventKind, Outcome, Reading, Span, Tally,
    TimeMention,
};
use jiff::ToSpan;

use super::blame::{self, Perpetrator};
use super::{Victim, cue, family, spot};
use crate::tally::attacked;
use crate::text::Text;

/// A claim that tells of an occurrence.
#[derive(Clone, Debug)]
pub(super) struct Told<'r> {
    pub claim: &'r Claim,
    pub sentence: usize,
    /// `None` where only what became of people is said.
    pub kind: Option<EventKind>,
    /// Indices of the time and place its own sentence names.
    pub time: Option<usize>,
    pub place: Option<usize>,
    /// The day told of in a sentence before.
    pub carried: Option<usize>,
    pub victims: Vec<Victim>,
    /// "The mayor", "the priests": people told of before, if they were.
    pub definite: bool,
    pub perpetrators: Vec<Perpetrator>,
    /// The place told of in a sentence just before.
    pub carried_place: Option<usize>,
    /// Its words open another occurrence.
    pub opens: bool,
    /// Its words speak of one told before.
    pub refers: bool,
}

pub(super) fn told<'r>(
    reading: &'r Reading,
    document: &Document,
    text: &Text,
    spoken_of: Option<&str>,
) -> Vec<Told<'r>> {
    let claims = reading.claims.iter();
    let mut told: Vec<Told> = claims
        .filter(|claim| *claim.excerpt.item() == document.item)
        .filter_map(|claim| of_claim(reading, text, claim, spoken_of))
        .collect();
    name_elided(&mut told);
    drop_apposed(&mut told);
    told
}

fn is_definite(words: &str) -> bool {
    let first = words.split_whitespace().next().unwrap_or_default();
    matches!(
        first.to_lowercase().as_str(),
        "the" | "this" | "these" | "those"
    )
}

/// "Ana Roldan, a judge, was killed": the judge is who was named.
fn drop_apposed(told: &mut [Told]) {
    for index in 0..told.len() {
        let this = &told[index];
        let span = this.claim.excerpt.span();
        let one = |victim: &Victim| victim.amount == (Amount::Exact { value: 1 });
        let holds = |other: &&Told| {
            let around = other.claim.excerpt.span();
            let wider = around.contains(span) && around.start < span.start;
            wider && other.sentence == this.sentence && other.claim.rule == NAMED
        };
        let near = told[..index].iter().rev().take(APPOSED_CLAIMS);
        let apposed = this.victims.len() == 1
            && one(&this.victims[0])
            && this.claim.rule != NAMED
            && near
                .chain(told[index + 1..].iter().take(APPOSED_CLAIMS))
                .any(|other| holds(&other) && other.victims.iter().any(one));
        if apposed {
            told[index].victims.clear();
        }
    }
}

/// The rule of people named and not counted.
const NAMED: &str = "en.tally.named";
/// A sentence's claims stand this near to one another.
const APPOSED_CLAIMS: usize = 6;

/// "Four people were killed and 35 wounded": 35 people.
fn name_elided(told: &mut [Told]) {
    for index in 1..told.len() {
        let (before, rest) = told.split_at_mut(index);
        let (last, this) = (&before[index - 1], &mut rest[0]);
        let known = last
            .victims
            .last()
            .filter(|_| last.sentence == this.sentence);
        for victim in this
            .victims
            .iter_mut()
            .filter(|victim| victim.text.is_empty())
        {
            victim.text = known.map_or_else(String::new, |known| known.text.clone());
        }
    }
}

fn of_claim<'r>(
    reading: &'r Reading,
    text: &Text,
    claim: &'r Claim,
    spoken_of: Option<&str>,
) -> Option<Told<'r>> {
    let tally = match &claim.kind {
        ClaimKind::Tally(tally) => Some(tally),
        ClaimKind::Event | ClaimKind::Statement | ClaimKind::Observation => None,
        _ => return None,
    };
    let kind = claim.event.filter(|kind| family::is_bounded(*kind));
    let harmed = tally.and_then(harmed);
    let span = claim.excerpt.span();
    let tokens = text.within(span);
    if claim.negated
        || kind.is_none() && harmed.is_none()
        || tally.is_none() && cue::is_only_meant(text, tokens.clone())
    {
        return None;
    }
    // "The arrest of those who murdered six priests": the harm is another event than the clause's.
    let kind = match harmed {
        Some(_) if kind.is_some_and(family::is_violent) => kind,
        Some(outcome) => implied(outcome, text, tokens.clone()).or(kind),
        None => kind,
    };
    let sentence = sentence_at(reading, span);
    let around = text.within(reading.sentences[sentence]);
    let own = claim.place.filter(|_| !claim.place_carried);
    let head = || reading.dateline.as_ref()?.place;
    let here = cue::is_here(text, around.clone()).then(head).flatten();
    let dated = |index: &usize| is_of_occurrence(&reading.times[*index], text);
    let time = time_of(reading, text, sentence, cue::word_at(text, tokens.clone()));
    Some(Told {
        claim,
        sentence,
        kind,
        time,
        carried: claim.time.filter(|_| claim.time_carried).filter(dated),
        place: spot::of_sentence(reading, text, reading.sentences[sentence], own, spoken_of)
            .or(here),
        victims: match tally.zip(harmed) {
            Some((tally, outcome)) => vec![counted(claim, tally, outcome)],
            None => targets(claim, text, tokens.clone()),
        },
        definite: tally.is_some_and(|tally| is_definite(&tally.text)),
        perpetrators: blame::perpetrators(text, around.clone(), tokens.clone()),
        carried_place: carried_place(reading, claim, sentence, spoken_of),
        opens: cue::opens(text, around),
        refers: cue::refers(text, tokens),
    })
}

fn counted(claim: &Claim, tally: &Tally, outcome: Outcome) -> Victim {
    Victim {
        text: tally.counted.text.clone(),
        amount: tally.amount.clone(),
        outcome: Some(outcome),
        who: tally.counted.who,
        claim: claim.id.clone(),
    }
}

/// Whom an attack was on; what became of them is not said here.
fn targets(claim: &Claim, text: &Text, tokens: Range<usize>) -> Vec<Victim> {
    let attacked = attacked(text, tokens).into_iter();
    let target = |(phrase, amount): (Range<usize>, Amount)| Victim {
        text: text.slice(phrase).to_owned(),
        amount,
        outcome: None,
        who: None,
        claim: claim.id.clone(),
    };
    attacked.map(target).collect()
}

/// What became of those counted, where it is harm that someone did; a count over a period is of
/// no one occurrence.
fn harmed(tally: &Tally) -> Option<Outcome> {
    if tally.mode == Some(CountMode::Cumulative) {
        return None;
    }
    tally.counted.outcome.filter(|outcome| {
        matches!(
            outcome,
            Outcome::Killed | Outcome::Wounded | Outcome::Victims | Outcome::Captured
        )
    })
}

/// How many sentences a place told of carries to an occurrence.
const CARRIED_SENTENCES: usize = 2;

/// The place of a sentence just before, never the dateline's and never a country.
fn carried_place(
    reading: &Reading,
    claim: &Claim,
    sentence: usize,
    spoken_of: Option<&str>,
) -> Option<usize> {
    let index = claim.place.filter(|_| claim.place_carried)?;
    let mention = &reading.places[index];
    let head = reading.dateline.as_ref().and_then(|head| head.place);
    let at = sentence_at(reading, mention.span);
    let near = at < sentence && sentence - at <= CARRIED_SENTENCES;
    let here = spot::is_place_here(mention, spoken_of) && spot::breadth_of(mention) < 3;
    (near && here && head != Some(index)).then_some(index)
}

/// The time nearest the event's word in its sentence that says when it happened.
fn time_of(reading: &Reading, text: &Text, sentence: usize, word: usize) -> Option<usize> {
    let span = reading.sentences[sentence];
    let from = reading
        .times
        .partition_point(|time| time.span.start < span.start);
    let to = reading
        .times
        .partition_point(|time| time.span.start < span.end);
    let tokens = |index: usize| text.within(reading.times[index].span);
    (from..to)
        .filter(|index| is_of_occurrence(&reading.times[*index], text))
        .filter(|index| !cue::is_of_telling(text, tokens(*index)))
        .min_by_key(|index| tokens(*index).start.abs_diff(word))
}

/// Longer than this is no time of one occurrence, unless "in" ties it to the event's word: "a
/// 1981 car", "whose term began in 1986".
const LONGEST_DAYS: i64 = 62;

fn is_of_occurrence(time: &TimeMention, text: &Text) -> bool {
    let Some((from, to)) = time
        .when
        .as_ref()
        .and_then(|when| when.earliest().zip(when.latest()))
    else {
        return false;
    };
    let short = from
        .checked_add(LONGEST_DAYS.days())
        .is_ok_and(|limit| to <= limit);
    let first = text.within(time.span).start;
    short || first > 0 && text.word(first - 1) == "in" && cue::ends_near(text, first)
}

/// The kind of event that harm tells of by its own word: "killed" does, "died" leaves it open.
fn implied(outcome: Outcome, text: &Text, claim: Range<usize>) -> Option<EventKind> {
    match outcome {
        Outcome::Captured => cue::is_taken(text, claim).then_some(EventKind::Kidnapping),
        Outcome::Killed => cue::is_by_hand(text, claim).then_some(EventKind::Killing),
        _ => None,
    }
}

fn sentence_at(reading: &Reading, span: Span) -> usize {
    let after = reading
        .sentences
        .partition_point(|sentence| sentence.start <= span.start);
    after.saturating_sub(1)
}
