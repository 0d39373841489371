//! What kind of claim a clause makes, and how firmly.

use std::ops::Range;

use bearings_model::{Certainty, Factuality, Hedge, SourceKind};

use super::{Parts, words};
use crate::event::{EventFound, event};
use crate::quote::{CueClass, Frame};
use crate::strength::{hedge, in_doubt, is_negation, negates, strength};
use crate::text::Kind::Mark;
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

/// One rule's name in English, Ukrainian and Russian.
type RuleNames = [&'static str; 3];

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
    let (kind, [english, ukrainian, russian]) = kind(parts, frame, &clause, event, negated)?;
    let rule = text.language.pick(english, ukrainian, russian)?;
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
    let mut ceiling = ceiling;
    if let Some((at, doubt)) = in_doubt(text, frame.attribution.clone()) {
        ceiling = ceiling.min(Certainty::Possible);
        strength.hedges.insert(0, hedge(text, at..at + doubt));
    }
    if let Some(mark) = asked(text, clause.end) {
        strength.hedges.push(hedge(text, mark..mark + 1));
        return (Certainty::Uncommitted, strength.hedges);
    }
    if words::is_conditional(text, clause.clone()) {
        return (Certainty::Uncommitted, strength.hedges);
    }
    (strength.certainty.min(ceiling), strength.hedges)
}

/// How far behind a clause's last word its question mark may stand.
const MARK_REACH_TOKENS: usize = 3;

/// "Was the bridge hit?" says nothing: the mark that ends a clause as a question.
fn asked(text: &Text, end: usize) -> Option<usize> {
    let reach = end..text.tokens.len().min(end + MARK_REACH_TOKENS);
    let mut marks = reach.take_while(|i| text.kind(*i) == Some(Mark));
    let first = marks.find(|i| matches!(text.word(*i), "?" | "." | "," | ";" | "!"))?;
    (text.word(first) == "?").then_some(first)
}

/// The event's word stands under a negation, or the clause's first verb does.
fn is_negated(text: &Text, clause: &Range<usize>, event: Option<EventFound>) -> bool {
    match event {
        Some(event) => {
            negates(text, clause.clone(), event.at)
                || matches!(text.word(event.at), "not" | "never")
                || words::did_not_happen(text, event.end, clause.end)
        }
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
) -> Option<(Kind, RuleNames)> {
    let text = parts.text;
    let told = !frame.through.is_empty();
    let future = words::is_future(text, clause.clone());
    let sentence = text.sentence_at(text.span(clause.clone()).start);
    let refuted = words::is_refuted(text, text.sentences[sentence].tokens.clone());
    if frame.class == CueClass::Deny
        || refuted
        || negated && !future && is_own_denial(text, frame, clause)
    {
        return Some((Kind::Denial, ["en.denial", "uk.denial", "ru.denial"]));
    }
    if words::is_left_open(text, clause.clone()) {
        return Some((
            Kind::Hypothesis,
            [
                "en.hypothesis.left_open",
                "uk.hypothesis.left_open",
                "ru.hypothesis.left_open",
            ],
        ));
    }
    let expected = frame.class == CueClass::Expect && !words::is_finite(text, clause.clone());
    if (future || expected) && (told || event.is_some()) && frame.class != CueClass::Show {
        return Some((
            Kind::Forecast,
            ["en.forecast", "uk.forecast", "ru.forecast"],
        ));
    }
    let supposed = words::is_hypothesis(text, clause.clone())
        || words::is_conditional(text, clause.clone())
        || is_opinion(parts, frame, clause);
    if supposed && (told || event.is_some()) {
        return Some((
            Kind::Hypothesis,
            ["en.hypothesis", "uk.hypothesis", "ru.hypothesis"],
        ));
    }
    if frame.class == CueClass::Show || told && words::is_seen(text, clause.clone()) {
        return Some((
            Kind::Observation,
            ["en.observation", "uk.observation", "ru.observation"],
        ));
    }
    if event.is_some() {
        return Some((Kind::Event, ["en.event", "uk.event", "ru.event"]));
    }
    let said = told && (frame.quoted || !frame.attribution.is_empty());
    let checked = words::is_checked(text, clause.clone());
    (said || checked || told).then_some((
        Kind::Statement,
        ["en.statement", "uk.statement", "ru.statement"],
    ))
}

/// "We think …", "the consensus is that …": what a source holds, not what it reports.
fn is_opinion(parts: &Parts, frame: &Frame, clause: &Range<usize>) -> bool {
    let text = parts.text;
    frame.class == CueClass::Think || words::is_opinion(text, clause.clone())
}

/// "Russia insists it is not targeting civilians": a state, force or office says no of itself.
fn is_own_denial(text: &Text, frame: &Frame, clause: &Range<usize>) -> bool {
    let insists = frame.class == CueClass::Insist;
    let official = frame.through.last().is_some_and(|link| {
        let role = link.role.as_deref().unwrap_or_default().to_lowercase();
        link.kind == SourceKind::Organisation || words::is_office(text, &role)
    });
    let of_itself = words::is_of_itself(text, clause.start, clause.end);
    official
        && !frame.attribution.is_empty()
        && (insists || frame.class == CueClass::Say)
        && of_itself
}
