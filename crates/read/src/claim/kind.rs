//! What kind of claim a clause makes, and how firmly.

use std::ops::Range;

use bearings_model::{Certainty, Factuality, Hedge, SourceKind};

use super::{Parts, kind_en};
use crate::event::{EventFound, event};
use crate::quote::{CueClass, Frame};
use crate::strength::{hedge, is_negation, negates, strength};
use crate::text::Text;

/// The kind of a claim before its parts are put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Statement,
    Event,
    Denial,
    Forecast,
    Hypothesis,
    Observation,
}

/// What a clause was judged to be.
#[derive(Debug)]
pub(super) struct Judged {
    pub kind: Kind,
    pub event: Option<EventFound>,
    pub negated: bool,
    pub factuality: Factuality,
    pub hedges: Vec<Hedge>,
    pub rule: &'static str,
}

/// Judges a clause; `None` where it says nothing that can be weighed.
pub(super) fn judge(parts: &Parts, frame: &Frame, clause: Range<usize>) -> Option<Judged> {
    let text = parts.text;
    let event = event(text, clause.clone());
    let negated = is_negated(text, &clause, event);
    let (kind, rule) = kind(parts, frame, &clause, event, negated)?;
    let (certainty, hedges) = firmness(text, frame, &clause);
    let negated = negated || kind == Kind::Denial;
    let factuality = Factuality::new(certainty, negated);
    Some(Judged {
        kind,
        event,
        negated,
        factuality,
        hedges,
        rule,
    })
}

/// The words' own strength, no firmer than the way they are put forward allows.
pub(super) fn firmness(
    text: &Text,
    frame: &Frame,
    clause: &Range<usize>,
) -> (Certainty, Vec<Hedge>) {
    let mut strength = strength(text, clause.clone());
    let ceiling = match frame.class {
        CueClass::Think | CueClass::Expect => Certainty::Probable,
        CueClass::Decline => Certainty::Uncommitted,
        _ => Certainty::Certain,
    };
    if ceiling < Certainty::Certain && !frame.attribution.is_empty() {
        strength
            .hedges
            .insert(0, hedge(text, frame.attribution.clone()));
    }
    if kind_en::condition(text, clause.clone()).is_some() {
        return (Certainty::Uncommitted, strength.hedges);
    }
    (strength.certainty.min(ceiling), strength.hedges)
}

/// The event's word stands under a negation, or the clause's first verb does.
fn is_negated(text: &Text, clause: &Range<usize>, event: Option<EventFound>) -> bool {
    match event {
        Some(event) => negates(text, clause.clone(), event.at),
        None => clause
            .clone()
            .take(8)
            .any(|i| is_negation(text, i, clause.end)),
    }
}

fn kind(
    parts: &Parts,
    frame: &Frame,
    clause: &Range<usize>,
    event: Option<EventFound>,
    negated: bool,
) -> Option<(Kind, &'static str)> {
    let text = parts.text;
    let told = !frame.through.is_empty();
    let future = kind_en::is_future(text, clause.clone());
    if frame.class == CueClass::Deny || negated && !future && is_own_denial(text, frame, clause) {
        return Some((Kind::Denial, "en.denial"));
    }
    if kind_en::is_left_open(text, clause.clone()) {
        return Some((Kind::Hypothesis, "en.hypothesis.left_open"));
    }
    if future && (told || event.is_some()) && frame.class != CueClass::Show {
        return Some((Kind::Forecast, "en.forecast"));
    }
    let supposed = kind_en::is_hypothesis(text, clause.clone())
        || kind_en::condition(text, clause.clone()).is_some()
        || is_opinion(parts, frame, clause);
    if supposed && (told || event.is_some()) {
        return Some((Kind::Hypothesis, "en.hypothesis"));
    }
    if frame.class == CueClass::Show || told && kind_en::is_seen(text, clause.clone()) {
        return Some((Kind::Observation, "en.observation"));
    }
    if event.is_some() {
        return Some((Kind::Event, "en.event"));
    }
    let said = told && (frame.quoted || !frame.attribution.is_empty());
    let checked = kind_en::is_checked(text, clause.clone());
    (said || checked || told).then_some((Kind::Statement, "en.statement"))
}

/// "We think …", "the consensus is that …": what a source holds, not what it reports.
fn is_opinion(parts: &Parts, frame: &Frame, clause: &Range<usize>) -> bool {
    let text = parts.text;
    let own = clause.clone().any(|i| {
        matches!(text.word(i), "think" | "believe" | "guess" | "suspect")
            && i > clause.start
            && matches!(text.word(i - 1), "i" | "we" | "don't" | "also")
    });
    frame.class == CueClass::Think || own
}

/// "Russia insists it is not targeting civilians": a state, force or office says no of itself.
fn is_own_denial(text: &Text, frame: &Frame, clause: &Range<usize>) -> bool {
    let insists = frame.class == CueClass::Insist;
    let official = frame.through.last().is_some_and(|link| {
        let role = link.role.as_deref().unwrap_or_default().to_lowercase();
        link.kind == SourceKind::Organisation || kind_en::is_office(&role)
    });
    let of_itself = matches!(
        text.word(clause.start),
        "it" | "they" | "we" | "its" | "our" | "their" | "no"
    );
    official
        && !frame.attribution.is_empty()
        && (insists || frame.class == CueClass::Say)
        && of_itself
}
