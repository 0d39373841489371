//! Counts side by side: what agrees, what differs only in scope or definition, what conflicts.
//!
//! Only counts of one scope are compared as numbers. Nothing is ever added up here.

use std::collections::{HashMap, HashSet};

use bearings_model::{
    AmountRelation, Certainty, ClaimId, ClaimKind, Comparison, CountMode, ItemId, OriginKind,
    Outcome, Revision, SourceKind, Tally, TallyRelation, Who,
};
use jiff::civil::Date;

use crate::identity::same_name;
use crate::material::{Say, Told};
use crate::origin::Origins;

/// A whole count with its claim; parts of a count are weighed with their whole.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Count<'m> {
    pub say: Say<'m>,
    pub tally: &'m Tally,
    pub outcome: Outcome,
}

/// The counts of people with an outcome, parts and copies left out.
pub(crate) fn counts<'m>(told: &Told<'m>) -> Vec<Count<'m>> {
    let parts: HashSet<_> = told
        .says
        .iter()
        .filter_map(tally_of)
        .flat_map(|tally| &tally.parts)
        .collect();
    told.says
        .iter()
        .filter(|say| !parts.contains(&say.claim.id) && is_put_forward(say))
        .filter_map(|say| {
            let tally = tally_of(say)?;
            let outcome = tally.counted.outcome?;
            Some(Count {
                say: *say,
                tally,
                outcome,
            })
        })
        .collect()
}

/// Told as so, however weakly: what is denied, asked or only supposed is no count.
fn is_put_forward(say: &Say) -> bool {
    let committed = say.claim.factuality.certainty() != Certainty::Uncommitted;
    committed && !say.claim.negated
}

pub(crate) fn tally_of<'m>(say: &Say<'m>) -> Option<&'m Tally> {
    match &say.claim.kind {
        ClaimKind::Tally(tally) => Some(tally),
        _ => None,
    }
}

/// Beyond so many counts, pairs that only differ in scope or definition are told within one text
/// alone: there are too many of them to read, and they say nothing about the numbers.
const ALL_PAIRS: usize = 300;

/// Every pair of counts of one outcome, classified. Copies of one text are not compared: they
/// are one count.
pub(crate) fn comparisons(told: &Told, origins: &Origins) -> Vec<Comparison> {
    let counts = distinct(told, origins);
    let all = counts.len() <= ALL_PAIRS;
    let mut found = Vec::new();
    for (index, a) in counts.iter().enumerate() {
        for b in counts[index + 1..]
            .iter()
            .filter(|b| is_comparable(told, a, b))
        {
            let pair = compare(a, b, origins);
            let numbers = !matches!(
                pair.relation,
                TallyRelation::DifferentScope | TallyRelation::DifferentDefinition
            );
            if all || numbers || a.say.document.item == b.say.document.item {
                found.push(pair);
            }
        }
    }
    without_superseded(found)
}

/// One outcome, and not a text with its own copy.
fn is_comparable(told: &Told, a: &Count, b: &Count) -> bool {
    let copy = told.source_of(&a.say) == told.source_of(&b.say)
        && a.say.document.item != b.say.document.item;
    a.outcome == b.outcome && a.outcome != Outcome::Present && !copy
}

/// The counts, each once: what a copy repeats, or another outlet quotes of the same owner, stands
/// where it was first said.
pub(crate) fn distinct<'m>(told: &Told<'m>, origins: &Origins) -> Vec<Count<'m>> {
    let mut counts = counts(told);
    let all = counts.clone();
    counts.retain(|count| !all.iter().any(|other| is_repeated(told, other, count)));
    keep_first_of_owner(&mut counts, origins);
    counts
}

/// Whether two texts carry one count of one owner.
pub(crate) fn is_same_count(a: &Count, b: &Count, origins: &Origins) -> bool {
    a.say.document.item != b.say.document.item
        && same_owner(a, b, origins).is_some()
        && a.outcome == b.outcome
        && a.tally.amount == b.tally.amount
        && a.tally.counted.who == b.tally.counted.who
        && a.tally.mode == b.tally.mode
}

/// One count of one owner, in however many texts: the earliest stays.
fn keep_first_of_owner(counts: &mut Vec<Count>, origins: &Origins) {
    let mut first: HashMap<String, (Rank, usize)> = HashMap::new();
    for (place, count) in counts.iter().enumerate() {
        let Some(key) = owner_key(count, origins) else {
            continue;
        };
        let rank = rank(count, place);
        let best = first.entry(key).or_insert((rank, place));
        if rank < best.0 {
            *best = (rank, place);
        }
    }
    let items: Vec<ItemId> = counts
        .iter()
        .map(|count| count.say.document.item.clone())
        .collect();
    let mut place = 0;
    counts.retain(|count| {
        place += 1;
        let Some((_, best)) = owner_key(count, origins).and_then(|key| first.get(&key)) else {
            return true;
        };
        // Within one text the same number twice may be two counts.
        *best == place - 1 || items[*best] == count.say.document.item
    });
}

/// Undated last, then by day; on one day the owner's own text goes before those that quote it.
type Rank = (bool, Option<Date>, bool, usize);

fn rank(count: &Count, place: usize) -> Rank {
    let day = count
        .say
        .document
        .published
        .as_ref()
        .map(|published| published.date);
    (day.is_none(), day, !is_own(count), place)
}

/// What makes two counts one count of one owner.
fn owner_key(count: &Count, origins: &Origins) -> Option<String> {
    let origin = origins
        .of(count.say.claim)
        .filter(|origin| origin.kind == OriginKind::Named)?;
    let (tally, outcome) = (count.tally, count.outcome);
    Some(format!(
        "{}|{outcome:?}|{:?}|{:?}|{:?}",
        origin.label, tally.amount, tally.counted.who, tally.mode
    ))
}

/// The owner published it itself.
fn is_own(count: &Count) -> bool {
    let root = count.say.claim.chain.root();
    root.kind == SourceKind::Outlet || same_name(&root.source, &count.say.document.outlet)
}

/// Counts their owner has since changed are compared with that owner's later count alone.
fn without_superseded(found: Vec<Comparison>) -> Vec<Comparison> {
    let superseded: Vec<ClaimId> = found
        .iter()
        .filter(|pair| pair.relation == TallyRelation::Revision)
        .map(|pair| pair.a.clone())
        .collect();
    let old = |id: &ClaimId| superseded.contains(id);
    found
        .into_iter()
        .filter(|pair| pair.relation == TallyRelation::Revision || !(old(&pair.a) || old(&pair.b)))
        .collect()
}

/// Whether `copy` is the count of `source` again, in a text that repeats its text.
pub(crate) fn is_repeated(told: &Told, source: &Count, copy: &Count) -> bool {
    let (from, to) = (&source.say.document.item, &copy.say.document.item);
    from != to
        && told.source_of(&copy.say) == from
        && source.outcome == copy.outcome
        && source.tally.amount == copy.tally.amount
        && source.tally.counted.who == copy.tally.counted.who
}

fn compare(a: &Count, b: &Count, origins: &Origins) -> Comparison {
    let (a, b) = in_time(a, b);
    let (relation, reason) = relation(a, b, origins);
    Comparison {
        a: a.say.claim.id.clone(),
        b: b.say.claim.id.clone(),
        relation,
        reason,
    }
}

/// The earlier text first; a day apart is enough to tell.
fn in_time<'c, 'm>(a: &'c Count<'m>, b: &'c Count<'m>) -> (&'c Count<'m>, &'c Count<'m>) {
    let day = |count: &Count| {
        count
            .say
            .document
            .published
            .as_ref()
            .map(|published| published.date)
    };
    match (day(a), day(b)) {
        (Some(x), Some(y)) if y < x => (b, a),
        _ => (a, b),
    }
}

fn relation(a: &Count, b: &Count, origins: &Origins) -> (TallyRelation, String) {
    if let Some(reason) = other_scope(a, b) {
        return (TallyRelation::DifferentScope, reason);
    }
    if let Some(reason) = other_definition(a, b) {
        return (TallyRelation::DifferentDefinition, reason);
    }
    let amounts = a.tally.amount.relation(&b.tally.amount);
    let told = format!("{} and {}", a.tally.amount, b.tally.amount);
    if let Some(owner) = same_owner(a, b, origins).filter(|_| is_later(a, b))
        && a.tally.amount != b.tally.amount
    {
        let reason = format!(
            "{owner} said {} and later {}",
            a.tally.amount, b.tally.amount
        );
        return (TallyRelation::Revision, reason);
    }
    match amounts {
        AmountRelation::Agree => (
            TallyRelation::Agrees,
            format!("both say {}", a.tally.amount),
        ),
        AmountRelation::Compatible => (
            TallyRelation::Compatible,
            format!("{told} can both be true"),
        ),
        AmountRelation::NotComparable => (
            TallyRelation::Compatible,
            format!("{told}: one of them gives no number to compare"),
        ),
        AmountRelation::Conflict => (
            TallyRelation::Conflict,
            format!("{told} cannot both be true"),
        ),
    }
}

/// Who is counted differs: all people and civilians only are two counts.
fn other_definition(a: &Count, b: &Count) -> Option<String> {
    let (who_a, who_b) = (a.tally.counted.who, b.tally.counted.who);
    if who_a != who_b && !traits_agree(a.tally, b.tally) {
        let name = |who: Option<bearings_model::Who>| {
            who.map_or("people not told apart", |who| who.name())
        };
        return Some(format!(
            "one counts {}, the other {}",
            name(who_a),
            name(who_b)
        ));
    }
    let (side_a, side_b) = (&a.tally.counted.side, &b.tally.counted.side);
    let sides = side_a.is_some() && side_b.is_some() && side_a != side_b;
    sides.then(|| "they count different sides".to_owned())
}

/// "A woman" and "a civilian woman" can be one definition: what one leaves out is not denied.
fn traits_agree(a: &Tally, b: &Tally) -> bool {
    let traits = |tally: &Tally| -> Vec<Who> {
        tally
            .counted
            .who
            .iter()
            .chain(&tally.counted.also)
            .copied()
            .collect()
    };
    let (a, b) = (traits(a), traits(b));
    let within = |small: &[Who], large: &[Who]| {
        !small.is_empty() && small.iter().all(|who| large.contains(who))
    };
    within(&a, &b) || within(&b, &a)
}

/// Another time, another place, or one event against several days.
fn other_scope(a: &Count, b: &Count) -> Option<String> {
    let cumulative = |count: &Count| count.tally.mode == Some(CountMode::Cumulative);
    if cumulative(a) != cumulative(b) {
        return Some(
            "one adds up several days, the other is of one occasion: never to be added".to_owned(),
        );
    }
    let increment = |count: &Count| count.tally.mode == Some(CountMode::Increment);
    if increment(a) != increment(b) {
        return Some("one counts only what came on top".to_owned());
    }
    if let (Some(place_a), Some(place_b)) = (a.say.place(), b.say.place())
        && place_a.id != place_b.id
        && !is_near(place_a, place_b)
    {
        return Some(format!(
            "one is for {}, the other for {}",
            place_a.name, place_b.name
        ));
    }
    if let (Some(when_a), Some(when_b)) = (a.say.when(), b.say.when())
        && !when_a.may_meet(when_b)
    {
        return Some("they are for different times".to_owned());
    }
    None
}

/// The circles of two places touch, so that one may lie in the other.
pub(crate) fn is_near(
    a: &bearings_model::PlaceCandidate,
    b: &bearings_model::PlaceCandidate,
) -> bool {
    bearings_model::distance_m((a.lat, a.lon), (b.lat, b.lon))
        <= f64::from(a.radius_m) + f64::from(b.radius_m)
}

fn same_owner(a: &Count, b: &Count, origins: &Origins) -> Option<String> {
    let (one, other) = (origins.of(a.say.claim)?, origins.of(b.say.claim)?);
    let named = one.kind == OriginKind::Named;
    (named && one.label == other.label).then(|| one.label.clone())
}

/// By publication, or within one text by the times it gives.
fn is_later(a: &Count, b: &Count) -> bool {
    let day = |count: &Count| {
        count
            .say
            .document
            .published
            .as_ref()
            .map(|published| published.date)
    };
    matches!((day(a), day(b)), (Some(x), Some(y)) if x < y)
}

/// The revisions among the comparisons, told as such.
pub(crate) fn revisions(
    told: &Told,
    comparisons: &[Comparison],
    origins: &Origins,
) -> Vec<Revision> {
    comparisons
        .iter()
        .filter(|pair| pair.relation == TallyRelation::Revision)
        .filter_map(|pair| {
            let (before, after) = (told.get(&pair.a)?, told.get(&pair.b)?);
            let owner = origins.of(before.claim)?.label.clone();
            let (from, to) = (tally_of(before)?, tally_of(after)?);
            let outcome = to
                .counted
                .outcome
                .map_or("counted", |outcome| outcome.name());
            let day = |say: &Say| {
                say.document.published.as_ref().map_or_else(
                    || "undated".to_owned(),
                    |p| p.date.strftime("%-d %B").to_string(),
                )
            };
            let sentence = format!(
                "{owner} changed its count of people {outcome} from {} ({}, {}) to {} ({}, {}).",
                from.amount,
                before.document.outlet,
                day(before),
                to.amount,
                after.document.outlet,
                day(after),
            );
            Some(Revision {
                owner,
                before: pair.a.clone(),
                after: pair.b.clone(),
                sentence,
            })
        })
        .collect()
}
