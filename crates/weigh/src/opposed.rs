//! Claims that contradict each other: one says it happened, another that it did not; one denies
//! what others report. Both are shown; which is right is not decided here.

use std::collections::{BTreeMap, HashSet};

use bearings_model::{ClaimId, ClaimKind, EventKind, Outcome, Who};

use crate::material::{Say, Told};
use crate::tally::{is_near, tally_of};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opposed {
    pub a: ClaimId,
    pub b: ClaimId,
    pub kind: OpposedKind,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpposedKind {
    /// Said to have happened and not to have happened, at one place and time.
    Polarity,
    /// Denied by one, reported by another.
    Denial,
}

/// All contradictory pairs, each once. A part of a count is spoken for by its whole, a copy by the
/// text it repeats, and a denial of one harm by the first count of it.
pub(crate) fn opposed(told: &Told) -> Vec<Opposed> {
    let parts: HashSet<&ClaimId> = told
        .says
        .iter()
        .filter_map(tally_of)
        .flat_map(|tally| &tally.parts)
        .collect();
    let says: Vec<&Say> = told
        .says
        .iter()
        .filter(|say| !parts.contains(&say.claim.id))
        .filter(|say| told.source_of(say) == &say.document.item)
        .collect();
    let mut found: Vec<Opposed> = Vec::new();
    for (a, b) in candidates(&says) {
        let Some((kind, reason)) = between(a, b) else {
            continue;
        };
        let told_already =
            kind == OpposedKind::Denial && found.iter().any(|pair| pair.reason == reason);
        if !told_already {
            found.push(Opposed {
                a: a.claim.id.clone(),
                b: b.claim.id.clone(),
                kind,
                reason,
            });
        }
    }
    found
}

/// The pairs that can contradict each other at all, in the order of the texts: each denial with
/// everything, and otherwise what is said and what is negated of one event at one place.
fn candidates<'s, 'm>(says: &[&'s Say<'m>]) -> Vec<(&'s Say<'m>, &'s Say<'m>)> {
    let mut pairs = Vec::new();
    let mut scenes: BTreeMap<(EventKind, &str), Vec<usize>> = BTreeMap::new();
    for (index, say) in says.iter().enumerate() {
        if matches!(say.claim.kind, ClaimKind::Denial) {
            pairs.extend(
                says.iter()
                    .enumerate()
                    .filter(|(other, _)| *other != index)
                    .map(|(other, _)| (index, other)),
            );
        } else if let (Some(event), Some(place)) = (say.claim.event, say.place()) {
            scenes
                .entry((event, place.id.as_str()))
                .or_default()
                .push(index);
        }
    }
    for scene in scenes.values() {
        let (negated, said): (Vec<usize>, Vec<usize>) =
            scene.iter().partition(|index| says[**index].claim.negated);
        for one in &negated {
            pairs.extend(said.iter().map(|other| (*one, *other)));
        }
    }
    for pair in &mut pairs {
        *pair = (pair.0.min(pair.1), pair.0.max(pair.1));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs.into_iter().map(|(a, b)| (says[a], says[b])).collect()
}

fn between(a: &Say, b: &Say) -> Option<(OpposedKind, String)> {
    if !may_be_one_scene(a, b) {
        return None;
    }
    let denial = |say: &Say| matches!(say.claim.kind, ClaimKind::Denial);
    match (denial(a), denial(b)) {
        (true, false) => denied(a, b),
        (false, true) => denied(b, a),
        (false, false) => contrary(a, b),
        _ => None,
    }
}

/// Places that touch and times that can meet; silence is no disagreement.
fn may_be_one_scene(a: &Say, b: &Say) -> bool {
    let places = match (a.place(), b.place()) {
        (Some(one), Some(other)) => one.id == other.id || is_near(one, other),
        _ => true,
    };
    let times = match (a.when(), b.when()) {
        (Some(one), Some(other)) => one.may_meet(other),
        _ => true,
    };
    places && times
}

/// A denial against what reports the thing denied: the same event, or harm to those it says it
/// did not harm.
fn denied(denial: &Say, other: &Say) -> Option<(OpposedKind, String)> {
    let reports = matches!(
        other.claim.kind,
        ClaimKind::Event | ClaimKind::Observation | ClaimKind::Tally(_)
    ) && !other.claim.negated;
    if !reports {
        return None;
    }
    let same_event = denial.claim.event.is_some() && denial.claim.event == other.claim.event;
    let civilians = denial.claim.text.to_lowercase().contains("civilian")
        && tally_of(other).is_some_and(|tally| {
            tally.counted.who == Some(Who::Civilian)
                && matches!(
                    tally.counted.outcome,
                    Some(Outcome::Killed | Outcome::Wounded)
                )
        });
    let by = &denial.claim.chain.root().source;
    if same_event {
        return Some((
            OpposedKind::Denial,
            format!("{by} denies what the other reports"),
        ));
    }
    civilians.then(|| {
        let reason = format!(
            "{by} denies aiming at civilians; the other counts civilians harmed. Harm alone does not \
             show aim: both stand."
        );
        (OpposedKind::Denial, reason)
    })
}

/// One event said to have happened and not to have happened, both with their own place and day.
fn contrary(a: &Say, b: &Say) -> Option<(OpposedKind, String)> {
    let kinds = |say: &Say| matches!(say.claim.kind, ClaimKind::Event | ClaimKind::Observation);
    let event: EventKind = a
        .claim
        .event
        .filter(|event| Some(*event) == b.claim.event)?;
    let opposite = a.claim.negated != b.claim.negated;
    let placed = a.place().is_some() && a.place().map(|p| &p.id) == b.place().map(|p| &p.id);
    let dated = a.when().is_some() && b.when().is_some();
    let apart =
        a.document.item != b.document.item || !a.claim.chain.root().speaks_as(b.claim.chain.root());
    (kinds(a) && kinds(b) && opposite && placed && dated && apart).then(|| {
        let reason = format!(
            "one says there was {}, the other that there was not",
            event.name().replace('_', " ")
        );
        (OpposedKind::Polarity, reason)
    })
}
