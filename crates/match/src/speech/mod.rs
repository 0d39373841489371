//! Copies of speech: one statement of one speaker, told in other words or another language.
//!
//! Proposes with its reasons; never merges. Two statements are apart as soon as anything they
//! both name differs: the speaker, the day, the place, an amount, how firmly, yes or no.

mod concepts;
mod names;

use std::collections::{BTreeSet, HashMap};

use bearings_model::{
    Certainty, Claim, ClaimKind, Document, Reading, SourceKind, SpeechGrade, SpeechLink,
};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use concepts::{Class, Concepts, concepts, words};

/// A claim with the reading and the document it stands in.
#[derive(Clone, Copy, Debug)]
pub struct Speech<'m> {
    pub claim: &'m Claim,
    pub reading: &'m Reading,
    pub document: &'m Document,
}

/// Statements by one speaker beyond these are not all compared: a spokesman of a whole war.
const MOST_OF_ONE_SPEAKER: usize = 400;

/// What is told a day after it was said is still that day's statement.
const DAYS_APART: i64 = 1;

/// Every pair of claims of different texts that can be one statement of one speaker.
pub fn speech_copies(told: &[Speech]) -> Vec<SpeechLink> {
    let told: Vec<Seen> = told.iter().filter_map(|speech| Seen::of(*speech)).collect();
    let mut by_speaker: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, seen) in told.iter().enumerate() {
        let known = by_speaker.entry(&seen.key).or_default();
        if known.len() < MOST_OF_ONE_SPEAKER {
            known.push(index);
        }
    }
    let mut links = Vec::new();
    for indexes in by_speaker.values() {
        for (position, a) in indexes.iter().enumerate() {
            for b in &indexes[position + 1..] {
                links.extend(link(&told[*a], &told[*b]));
            }
        }
    }
    links.sort_by(|x, y| (&x.a, &x.b).cmp(&(&y.a, &y.b)));
    links
}

/// A statement by somebody named, with what can be compared.
struct Seen<'m> {
    speech: Speech<'m>,
    key: String,
    concepts: Concepts,
    words: BTreeSet<String>,
    days: Option<(Date, Date)>,
}

impl<'m> Seen<'m> {
    fn of(speech: Speech<'m>) -> Option<Self> {
        let root = speech.claim.chain.through().last()?;
        let named = match root.kind {
            SourceKind::Person | SourceKind::Organisation | SourceKind::Account => true,
            SourceKind::Unnamed | SourceKind::Footage | SourceKind::Outlet => false,
        };
        let key = names::key(&root.source);
        if !named || key.is_empty() || matches!(speech.claim.kind, ClaimKind::Order(_)) {
            return None;
        }
        let all = words(&without_times(&speech));
        Some(Self {
            speech,
            key,
            concepts: concepts(&all),
            words: all.into_iter().filter(|word| tells(word)).collect(),
            days: days(&speech),
        })
    }

    fn shared(&self, other: &Seen, class: Class) -> Vec<String> {
        let none = BTreeSet::new();
        let own = self.concepts.get(&class).unwrap_or(&none);
        let others = other.concepts.get(&class).unwrap_or(&none);
        own.intersection(others).cloned().collect()
    }

    /// The claim's best place.
    fn place(&self) -> Option<&'m str> {
        let Speech { claim, reading, .. } = self.speech;
        let best = claim.place.and_then(|i| reading.places.get(i)?.best())?;
        Some(best.id.as_str())
    }

    fn amount(&self) -> Option<(&'m bearings_model::Amount, Option<bearings_model::Outcome>)> {
        match &self.speech.claim.kind {
            ClaimKind::Tally(tally) => Some((&tally.amount, tally.counted.outcome)),
            _ => None,
        }
    }
}

/// Short words join, they do not tell.
fn tells(word: &str) -> bool {
    word.chars().count() >= 4
}

/// The claim's words without the times named in it, whose figures are no amounts.
fn without_times(speech: &Speech) -> String {
    let span = speech.claim.excerpt.span();
    let mut text = String::new();
    let mut from = span.start;
    let times = speech.reading.times.iter().map(|time| time.span);
    for time in times.filter(|time| span.contains(*time) && time.start >= span.start) {
        if time.start >= from {
            text.push_str(
                speech
                    .document
                    .text
                    .get(from..time.start)
                    .unwrap_or_default(),
            );
            text.push(' ');
            from = time.end;
        }
    }
    text.push_str(speech.document.text.get(from..span.end).unwrap_or_default());
    text
}

/// The days it can be about: those it names, else the days around the text's own.
fn days(speech: &Speech) -> Option<(Date, Date)> {
    let when = speech
        .claim
        .time
        .and_then(|i| speech.reading.times.get(i)?.when.as_ref());
    if let Some((from, until)) = when.and_then(|when| Some((when.earliest()?, when.latest()?))) {
        return Some((from.date(), last_day(from, until)));
    }
    let day = speech.document.published.as_ref()?.date;
    Some((day.checked_sub(DAYS_APART.days()).ok()?, day))
}

/// A bound at midnight closes the day before.
fn last_day(from: DateTime, until: DateTime) -> Date {
    let midnight = until.time() == jiff::civil::Time::midnight();
    match until.date().yesterday() {
        Ok(day) if midnight && day >= from.date() => day,
        _ => until.date(),
    }
}

fn link(a: &Seen, b: &Seen) -> Option<SpeechLink> {
    let (one, other) = (a.speech.claim, b.speech.claim);
    let speakers = (one.chain.root(), other.chain.root());
    let one_speaker =
        speakers.0.kind == speakers.1.kind && names::agree(&speakers.0.source, &speakers.1.source);
    let apart = a.speech.document.item == b.speech.document.item
        || !one_speaker
        || one.negated != other.negated
        || one.factuality != other.factuality
        || family(&one.kind) != family(&other.kind);
    if apart || !same_event(one, other) || !same_days(a, b) || !same_place(a, b) {
        return None;
    }
    if a.amount() != b.amount() || !compatible(a, b) {
        return None;
    }
    let mut reasons = vec![format!("both told of {}", speakers.0.source)];
    let strength = wording(a, b, &mut reasons)?;
    let dated = one.time.is_some() && other.time.is_some();
    if dated {
        reasons.push("of the same day".to_owned());
    }
    let committed = one.factuality.certainty() > Certainty::Uncommitted;
    let firm = dated && committed && strength >= FIRM_WORDING;
    Some(SpeechLink {
        a: one.id.clone(),
        b: other.id.clone(),
        grade: if firm {
            SpeechGrade::Likely
        } else {
            SpeechGrade::Possible
        },
        reasons,
    })
}

/// An event told as seen and told as a statement can be one; a denial or a forecast cannot.
fn family(kind: &ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Statement | ClaimKind::Event | ClaimKind::Observation => "told",
        other => other.name(),
    }
}

/// A wording may name its event with a word that tells of no kind; two kinds are two events.
fn same_event(a: &Claim, b: &Claim) -> bool {
    match (a.event, b.event) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

fn same_days(a: &Seen, b: &Seen) -> bool {
    matches!((a.days, b.days), (Some(a), Some(b)) if a.0 <= b.1 && b.0 <= a.1)
}

fn same_place(a: &Seen, b: &Seen) -> bool {
    match (a.place(), b.place()) {
        (Some(a), Some(b)) => a == b,
        _ => true,
    }
}

/// Numbers and degrees are the same; of deeds and things one may name more, but not each some the
/// other leaves out; every other class that both name has a concept in common.
fn compatible(a: &Seen, b: &Seen) -> bool {
    let same = |class| a.concepts.get(&class) == b.concepts.get(&class);
    let meets = |class| {
        let both = a.concepts.contains_key(&class) && b.concepts.contains_key(&class);
        !both || !a.shared(b, class).is_empty()
    };
    let within = |class| match (a.concepts.get(&class), b.concepts.get(&class)) {
        (Some(one), Some(other)) => one.is_subset(other) || other.is_subset(one),
        _ => true,
    };
    let counted = a.amount().is_some();
    let measured = counted || same(Class::Number) && same(Class::Degree);
    measured
        && within(Class::Action)
        && within(Class::Target)
        && meets(Class::Side)
        && meets(Class::Weapon)
}

/// Two shared concepts may be chance of the topic, so they only suggest; three can be firm.
const LEAST_WORDING: usize = 2;
const FIRM_WORDING: usize = 3;

/// Share of the shorter statement's words that the other has, in one language.
const SAME_WORDS: f64 = 0.6;

/// How much the wordings share; `None` where only the topic is alike.
fn wording(a: &Seen, b: &Seen, reasons: &mut Vec<String>) -> Option<usize> {
    let actions = a.shared(b, Class::Action);
    let mut things = a.shared(b, Class::Target);
    things.extend(a.shared(b, Class::Weapon));
    let mut shared = actions.len() + things.len();
    if let Some((amount, _)) = a.amount() {
        shared += 1;
        reasons.push(format!("with the same amount, {amount}"));
    }
    if a.place().is_some() && a.place() == b.place() {
        shared += 1;
        reasons.push("at the same place".to_owned());
    }
    let common = a.words.intersection(&b.words).count();
    let shorter = a.words.len().min(b.words.len());
    if shorter >= FIRM_WORDING && common as f64 >= SAME_WORDS * shorter as f64 {
        reasons.push("in much the same words".to_owned());
        return Some(shared.max(FIRM_WORDING));
    }
    let names_thing = !things.is_empty() || a.amount().is_some();
    if actions.is_empty() || !names_thing || shared < LEAST_WORDING {
        return None;
    }
    let told: Vec<String> = actions.into_iter().chain(things).collect();
    reasons.push(format!("in words of the same meaning: {}", told.join(", ")));
    Some(shared)
}

#[cfg(test)]
mod tests;
