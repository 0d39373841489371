//! The order of one text's clips and events, from what it states and from what it shows.

use std::collections::BTreeSet;

use bearings_model::{Certainty, Claim, ClaimKind, ItemId, OrderTerm, Reading, Sequence};
use bearings_order::{Step, firm, with_soft};

/// The order, where the text states any.
pub(crate) fn sequence(item: &ItemId, reading: &Reading) -> Option<Sequence> {
    let stated: Vec<&Claim> = reading
        .claims
        .iter()
        .filter(|claim| orders_a_clip(claim))
        .collect();
    if stated.is_empty() {
        return None;
    }
    let mut steps: Vec<Step> = stated
        .iter()
        .filter_map(|claim| step(claim, reading))
        .collect();
    let shown = shown_events(&stated, reading);
    steps.extend(shown);
    steps.extend(told_order(reading, &steps));
    let (hard, all) = (firm(&steps), with_soft(&steps));
    Some(Sequence {
        item: item.clone(),
        firm: hard.groups,
        with_soft: all.groups,
        circular: all.circular,
        claims: stated.iter().map(|claim| claim.id.clone()).collect(),
    })
}

/// The order of events alone places no clip.
fn orders_a_clip(claim: &Claim) -> bool {
    let ClaimKind::Order(order) = &claim.kind else {
        return false;
    };
    [&order.earlier, &order.later]
        .into_iter()
        .any(|term| matches!(term, OrderTerm::Footage(_)))
}

fn label(term: &OrderTerm, reading: &Reading) -> Option<String> {
    match term {
        OrderTerm::Footage(index) => reading.footage.get(*index).map(|clip| clip.label.clone()),
        OrderTerm::Event(words) => Some(words.clone()),
    }
}

fn step(claim: &Claim, reading: &Reading) -> Option<Step> {
    let ClaimKind::Order(order) = &claim.kind else {
        return None;
    };
    Some(Step {
        earlier: label(&order.earlier, reading)?,
        later: label(&order.later, reading)?,
        soft: claim.factuality.certainty() != Certainty::Certain,
    })
}

/// A clip that shows an event of the kind an order names was running before the event ended: "the
/// gunfight" after which clip 2 was shot is the one clip 1 shows. The first such clip is taken.
fn shown_events(stated: &[&Claim], reading: &Reading) -> Vec<Step> {
    let mut found = Vec::new();
    for claim in stated {
        let ClaimKind::Order(order) = &claim.kind else {
            continue;
        };
        let OrderTerm::Event(words) = &order.earlier else {
            continue;
        };
        let Some(kind) = bearings_read::event_named(words) else {
            continue;
        };
        let shows = reading.claims.iter().find_map(|other| {
            let seen = matches!(other.kind, ClaimKind::Observation)
                && other.event == Some(kind)
                && !other.negated;
            let clip = other.chain.root().footage?;
            (seen && order.later != OrderTerm::Footage(clip)).then_some(clip)
        });
        if let Some(clip) = shows.and_then(|clip| reading.footage.get(clip)) {
            found.push(Step {
                earlier: clip.label.clone(),
                later: words.clone(),
                soft: false,
            });
        }
    }
    found
}

/// Clips in the order of telling: a soft step, and only between clips nothing else has ordered.
fn told_order(reading: &Reading, known: &[Step]) -> Vec<Step> {
    let clips: Vec<&str> = reading
        .footage
        .iter()
        .filter(|clip| !clip.several && clip.author.is_none())
        .map(|clip| clip.label.as_str())
        .collect();
    let pairs: BTreeSet<(&str, &str)> = known
        .iter()
        .map(|step| (step.earlier.as_str(), step.later.as_str()))
        .collect();
    clips
        .windows(2)
        .filter(|pair| !pairs.contains(&(pair[0], pair[1])) && !pairs.contains(&(pair[1], pair[0])))
        .map(|pair| Step {
            earlier: pair[0].to_owned(),
            later: pair[1].to_owned(),
            soft: true,
        })
        .collect()
}
