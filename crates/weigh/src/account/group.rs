//! Claims that say one thing: the same count of the same owner, the same words in a copy.

use std::collections::{HashMap, HashSet};

use bearings_model::{Channel, ClaimKind, OriginKind};

use super::Findings;
use super::days::day_of;
use crate::material::{Say, Told};
use crate::ruled::Standing;
use crate::tally::tally_of;

/// One or more claims that say the same; the first is the earliest text's.
#[derive(Clone, Debug)]
pub(crate) struct Group<'m> {
    pub says: Vec<Say<'m>>,
}

/// Share of common words above which two claims of one origin, day and kind are one.
const SAME_WORDS: f64 = 0.6;

/// All groups, in the order of their first claims. Parts of counts stay with their wholes.
pub(crate) fn groups<'m>(told: &Told<'m>, findings: &Findings) -> Vec<Group<'m>> {
    let parts: HashSet<_> = told
        .says
        .iter()
        .filter_map(tally_of)
        .flat_map(|tally| &tally.parts)
        .collect();
    let mut says: Vec<Say> = told
        .says
        .iter()
        .filter(|say| !parts.contains(&say.claim.id) && !is_aside(say))
        .copied()
        .collect();
    // The text that is repeated comes before those that repeat it.
    says.sort_by_key(|say| told.source_of(say) != &say.document.item);
    let mut groups: Vec<Group> = Vec::new();
    // Only claims of one origin, or of texts that repeat each other, can be one: look there alone.
    let mut near: HashMap<(&str, String), Vec<usize>> = HashMap::new();
    for say in says {
        let keys = keys(&say, told, findings);
        let candidates = keys.iter().filter_map(|key| near.get(key)).flatten();
        let known = candidates
            .copied()
            .find(|index| is_same(&groups[*index].says[0], &say, told, findings));
        match known {
            Some(index) => groups[index].says.push(say),
            None => {
                for key in keys {
                    near.entry(key).or_default().push(groups.len());
                }
                groups.push(Group { says: vec![say] });
            }
        }
    }
    groups
}

/// Where a claim that says the same can be found: under its kind with its named origin, and with
/// the text its own goes back to.
fn keys<'m>(say: &Say<'m>, told: &Told<'m>, findings: &Findings) -> Vec<(&'m str, String)> {
    let kind = say.claim.kind.name();
    let source = told.source_of(say).to_string();
    let origin = findings
        .origins
        .of(say.claim)
        .filter(|origin| origin.kind == OriginKind::Named);
    let mut keys = vec![(kind, source)];
    keys.extend(origin.map(|origin| (kind, origin.label.clone())));
    keys
}

/// What a correspondent says in passing, about no event and no count: it tells the reader nothing
/// that can be weighed, and often where people are.
fn is_aside(say: &Say) -> bool {
    let correspondence = say.claim.chain.root().channel == Some(Channel::Correspondence);
    let statement = matches!(say.claim.kind, ClaimKind::Statement) && say.claim.event.is_none();
    correspondence && statement && say.standing != Standing::Accepted
}

fn is_same(a: &Say, b: &Say, told: &Told, findings: &Findings) -> bool {
    if a.claim.kind.name() != b.claim.kind.name() || a.claim.negated != b.claim.negated {
        return false;
    }
    let copies = told.source_of(a) == told.source_of(b) && a.document.item != b.document.item;
    let named = findings.origins.of(a.claim).is_some_and(|one| {
        let named = one.kind == OriginKind::Named;
        named
            && findings
                .origins
                .of(b.claim)
                .is_some_and(|other| other.label == one.label)
    });
    if a.document.item == b.document.item || !(copies || named) {
        return false;
    }
    if told.is_one_statement(a.claim, b.claim) {
        return true;
    }
    match (&a.claim.kind, &b.claim.kind) {
        (ClaimKind::Tally(one), ClaimKind::Tally(other)) => {
            one.amount == other.amount
                && one.counted.outcome == other.counted.outcome
                && one.counted.who == other.counted.who
                && one.mode == other.mode
        }
        _ => day_of(a) == day_of(b) && common_words(&a.claim.text, &b.claim.text) >= SAME_WORDS,
    }
}

/// Share of the words of both that they have in common (Jaccard), in lower case.
fn common_words(a: &str, b: &str) -> f64 {
    let words = |text: &str| -> HashSet<String> {
        text.split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect()
    };
    let (a, b) = (words(a), words(b));
    let common = a.intersection(&b).count();
    let all = a.union(&b).count();
    if all == 0 {
        0.0
    } else {
        common as f64 / all as f64
    }
}
