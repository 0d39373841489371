//! Makes the claims of a sentence.

use std::collections::HashMap;
use std::ops::Range;

use bearings_model::{
    Amount, Certainty, Chain, ChainLink, Claim, ClaimId, ClaimKind, Counted, Excerpt, Factuality,
    Hedge, Hypothesis, Outcome, RuleName, Tally, Weapon,
};

use super::clause::clauses;
use super::context::Context;
use super::kind::{Judged, Kind, firmness, judge};
use super::{Parts, forecast, words};
use crate::actor::actors;
use crate::event::{event, targets, weapons};
use crate::footage::OrderFound;
use crate::language::Language;
use crate::quote::{CueClass, Frame};
use crate::strength::{commit, hedge, is_negation};
use crate::tally::{TallyFound, is_of_enemy, is_own, named_victims, side_of_speaker, tallies};

/// Quotations and remains of fewer words say nothing that can be weighed.
const SHORTEST_CLAIM_TOKENS: usize = 3;

pub(super) fn of_sentence(parts: &Parts, index: usize, context: &Context, made: &mut Vec<Claim>) {
    let sentence = parts.text.sentences[index].tokens.clone();
    for (frame, run) in parts.frames.runs(sentence.clone()) {
        let frame = &parts.frames.list[frame];
        let mut counts = tallies(parts.text, run.clone(), sentence.clone(), &|token| {
            parts.times.holds(token)
        });
        if counts
            .iter()
            .any(|count| is_refused(parts, frame, &run, &sentence, count))
        {
            // What is denied, negated or asked is no count: its clause says it instead.
            counts.clear();
        }
        let clauses = clauses(parts.text, run.clone());
        let is_time = |token| parts.times.holds(token);
        let mut named = named_victims(parts.text, run.clone(), &is_time, &counts);
        named.retain(|count| !is_refused(parts, frame, &run, &sentence, count));
        for list in [&counts, &named] {
            let counted: Vec<(&TallyFound, Range<usize>)> = list
                .iter()
                .map(|count| (count, own_words(list, around(&clauses, &run, count), count)))
                .collect();
            of_counts(parts, frame, &run, &counted, context, made);
        }
        for clause in clauses {
            if says_enough(parts, frame, &clause) && !is_only_counts(&clause, &counts) {
                of_clause(parts, frame, clause, context, made);
            }
        }
    }
}

/// A count the words do not put forward: under a denial, a negation or a question mark.
fn is_refused(
    parts: &Parts,
    frame: &Frame,
    run: &Range<usize>,
    sentence: &Range<usize>,
    count: &TallyFound,
) -> bool {
    let text = parts.text;
    let none = count.amount == (Amount::Exact { value: 0 });
    let from = count
        .tokens
        .start
        .saturating_sub(NEGATION_REACH)
        .max(run.start);
    // "Nobody was killed, two were wounded": a negation before a comma is not the count's.
    let parts = |i: &usize| matches!(text.word(*i), "," | ";" | ":");
    let from = (from..count.tokens.start).rev().find(parts).unwrap_or(from);
    let negated = (from..count.tokens.end).any(|i| is_negation(text, i, run.end));
    let asked = sentence.clone().rev().take(2).any(|i| text.word(i) == "?");
    let not_one = count.amount_tokens.start > run.start
        && matches!(
            text.word(count.amount_tokens.start - 1),
            "ни" | "ні" | "not"
        );
    not_one && !none
        || count.outcome.is_some()
            && !none
            && (frame.class == CueClass::Deny
                || negated
                || asked
                || words::is_refuted(text, sentence.clone()))
}

/// How many tokens before a count its negation may stand: "did not kill".
const NEGATION_REACH: usize = 3;

/// "denied the shelling": an event alone is enough where someone is said to speak of it.
fn says_enough(parts: &Parts, frame: &Frame, clause: &Range<usize>) -> bool {
    let denied = frame.class == CueClass::Deny;
    let tells = || denied || event(parts.text, clause.clone()).is_some();
    let spoken_of = || !frame.attribution.is_empty() && tells();
    // Without articles and copulas two words make a sentence.
    let shortest = SHORTEST_CLAIM_TOKENS - usize::from(parts.text.language != Language::English);
    clause.len() >= shortest || spoken_of()
}

/// The casualties are told, and their claims carry the event, its time and its place.
fn is_only_counts(clause: &Range<usize>, counts: &[TallyFound]) -> bool {
    counts
        .iter()
        .any(|count| count.outcome.is_some() && clause.contains(&count.amount_tokens.start))
}

fn of_clause(
    parts: &Parts,
    frame: &Frame,
    clause: Range<usize>,
    context: &Context,
    made: &mut Vec<Claim>,
) {
    let Some(judged) = judge(parts, frame, clause.clone()) else {
        return;
    };
    let kind = match judged.kind {
        Kind::Statement => ClaimKind::Statement,
        Kind::Event => ClaimKind::Event,
        Kind::Denial => ClaimKind::Denial,
        Kind::Hypothesis => ClaimKind::Hypothesis(Hypothesis::default()),
        Kind::Observation => ClaimKind::Observation,
        Kind::Forecast => ClaimKind::Forecast(forecast::forecast(parts, clause.clone())),
    };
    let claim = claim(parts, frame, clause.clone(), kind, judged, context);
    made.extend(claim.map(|claim| with_means(parts, claim, clause)));
}

/// The claim with what its event befell and what was used, as its clause says.
fn with_means(parts: &Parts, mut claim: Claim, clause: Range<usize>) -> Claim {
    if let Some(event) = claim.event {
        claim.targets = targets(parts.text, clause.clone(), event);
        claim.weapons = weapons(parts.text, clause, event);
        // "destroyed two tanks": what was hit was not what hit.
        let hit = |weapon: &Weapon| {
            claim
                .targets
                .iter()
                .any(|hit| hit.span.overlaps(weapon.span))
        };
        claim.weapons.retain(|weapon| !hit(weapon));
    }
    claim
}

/// The clause a count stands in.
fn around(clauses: &[Range<usize>], run: &Range<usize>, count: &TallyFound) -> Range<usize> {
    let holds = |clause: &&Range<usize>| clause.contains(&count.amount_tokens.start);
    clauses.iter().find(holds).unwrap_or(run).clone()
}

/// "Missing and feared dead": that they are missing is no fear, so its clause ends with it.
fn own_words(list: &[TallyFound], clause: Range<usize>, count: &TallyFound) -> Range<usize> {
    let of_same = |other: &&TallyFound| {
        other.amount_tokens == count.amount_tokens && other.tokens.end > count.tokens.end
    };
    let missing = count.outcome == Some(Outcome::Missing);
    match list.iter().find(of_same) {
        Some(_) if missing => clause.start..count.tokens.end,
        _ => clause,
    }
}

fn claim(
    parts: &Parts,
    frame: &Frame,
    clause: Range<usize>,
    kind: ClaimKind,
    judged: Judged,
    context: &Context,
) -> Option<Claim> {
    let span = parts.text.span(clause.clone());
    let excerpt = Excerpt::new(parts.document.item.clone(), span).ok()?;
    let time = context.time(parts, &clause, &frame.attribution);
    let place = context.place(parts, &clause);
    Some(Claim {
        id: ClaimId::derive(
            &parts.document.item,
            span.start,
            span.end,
            kind.name(),
            judged.rule,
        ),
        text: span.of(parts.text.source)?.to_owned(),
        excerpt,
        kind,
        event: judged.event.map(|event| event.kind),
        negated: judged.negated,
        factuality: judged.factuality,
        hedges: judged.hedges,
        chain: chain(parts, frame, judged.factuality),
        targets: Vec::new(),
        weapons: Vec::new(),
        actors: actors(parts.text, clause),
        time: time.index,
        time_carried: time.index.is_some() && time.carried,
        place: place.index,
        place_carried: place.index.is_some() && place.carried,
        rule: judged.rule.into(),
    })
}

/// The nearest speaker commits to what the claim says, those before to what they add to relaying.
fn chain(parts: &Parts, frame: &Frame, told: Factuality) -> Chain {
    if frame.through.is_empty() {
        return parts.narrated.of(told, || made_chain(parts, frame, told));
    }
    made_chain(parts, frame, told)
}

fn made_chain(parts: &Parts, frame: &Frame, told: Factuality) -> Chain {
    let mut outlet = ChainLink::outlet(&parts.document.outlet);
    let mut through = frame.through.clone();
    commit(&mut outlet, &mut through, told);
    Chain::new(outlet, through)
}

/// The claims of a run's counts, each with the clause it stands in; each part tied to its whole.
fn of_counts(
    parts: &Parts,
    frame: &Frame,
    run: &Range<usize>,
    counts: &[(&TallyFound, Range<usize>)],
    context: &Context,
    made: &mut Vec<Claim>,
) {
    let first = made.len();
    for (count, around) in counts {
        let judged = judge_count(parts, frame, around, count);
        let kind = ClaimKind::Tally(tally(parts, frame, run, count));
        let claim = claim(parts, frame, count.tokens.clone(), kind, judged, context);
        made.extend(claim.map(|claim| with_means(parts, claim, around.clone())));
    }
    if made.len() - first != counts.len() {
        return;
    }
    for (index, (count, _)) in counts.iter().enumerate() {
        let Some(whole) = count.part_of else { continue };
        let part = made[first + index].id.clone();
        if let ClaimKind::Tally(tally) = &mut made[first + whole].kind {
            tally.parts.push(part);
        }
    }
}

/// How many tokens from a count "on our side" may stand.
const OWN_REACH: usize = 8;

/// The side said of those counted, or the speaker's where they are called "ours", or the one whose
/// enemy it is where they are called the enemy's.
fn side(parts: &Parts, frame: &Frame, run: &Range<usize>, count: &TallyFound) -> Option<String> {
    if count.side.is_some() {
        return count.side.clone();
    }
    let speaker = frame.through.last()?;
    let counted = count.amount_tokens.end..count.tokens.end.max(count.amount_tokens.end);
    let first = run.start.max(count.tokens.start.saturating_sub(OWN_REACH));
    let nearby = first..run.end.min(count.tokens.end + OWN_REACH);
    let role = speaker.role.as_deref().unwrap_or_default();
    let speakers = || side_of_speaker(&format!("{role} {}", speaker.source), parts.text);
    if is_own(parts.text, counted.clone(), nearby) {
        return speakers();
    }
    match is_of_enemy(parts.text, count.tokens.clone(), counted, run) {
        true => parts.sides.enemy_of(&speakers()?),
        false => None,
    }
}

fn tally(parts: &Parts, frame: &Frame, run: &Range<usize>, count: &TallyFound) -> Tally {
    Tally {
        amount: count.amount.clone(),
        text: parts.text.slice(count.amount_tokens.clone()).to_owned(),
        amount_rule: amount_rule(parts, count),
        unit: None,
        counted: Counted {
            text: count.counted.clone(),
            outcome: count.outcome,
            who: count.who,
            also: count.also.clone(),
            side: side(parts, frame, run, count),
        },
        parts: Vec::new(),
        mode: count.mode,
    }
}

fn amount_rule(parts: &Parts, count: &TallyFound) -> Option<RuleName> {
    let words = &count.amount_tokens;
    let found = crate::amount::amount(parts.text, words.start, words.end)?;
    Some(found.rule.into())
}

/// A count is as firm as its clause; words of amount ("at least") are hedges that are kept, but
/// the doubt they carry is in the amount already.
fn judge_count(parts: &Parts, frame: &Frame, around: &Range<usize>, count: &TallyFound) -> Judged {
    let (certainty, mut hedges) = firmness(parts.text, frame, around);
    // What is to come has harmed nobody yet.
    let to_come = words::is_future(parts.text, around.clone()) && count.outcome.is_some();
    let certainty = if to_come {
        Certainty::Uncommitted
    } else {
        certainty
    };
    hedges.extend(bound_words(parts, count));
    hedges.sort_by_key(|hedge| hedge.span.start);
    Judged {
        kind: Kind::Statement,
        event: event(parts.text, around.clone()),
        negated: false,
        factuality: Factuality::new(certainty, false),
        hedges,
        rule: count.rule,
    }
}

/// "at least", "some", "up to": the words of the amount before its number.
fn bound_words(parts: &Parts, count: &TallyFound) -> Option<Hedge> {
    let exact = matches!(count.amount, bearings_model::Amount::Exact { .. });
    let first = count.amount_tokens.start;
    let number = count
        .amount_tokens
        .clone()
        .skip(1)
        .find(|i| crate::amount::amount(parts.text, *i, *i + 1).is_some())?;
    (!exact && number > first).then(|| hedge(parts.text, first..number))
}

/// The orders of clips and events as claims of their own.
pub(super) fn orders(parts: &Parts, found: &[OrderFound], made: &mut Vec<Claim>) {
    for found in found {
        let sentence = parts.text.sentences[found.sentence].tokens.clone();
        let runs = parts.frames.runs(sentence.clone());
        let frame = runs.first().map_or(&parts.frames.list[0], |(frame, _)| {
            &parts.frames.list[*frame]
        });
        let outlet_frame = Frame {
            through: told_through(frame),
            ..frame.clone()
        };
        let strength = crate::strength::strength(parts.text, found.around.clone());
        let judged = Judged {
            kind: Kind::Statement,
            event: None,
            negated: false,
            factuality: Factuality::new(strength.certainty, false),
            hedges: strength.hedges,
            rule: found.rule,
        };
        let kind = ClaimKind::Order(found.order.clone());
        made.extend(claim(
            parts,
            &outlet_frame,
            sentence,
            kind,
            judged,
            &Context::alone(found.sentence),
        ));
    }
}

/// The order is the narrator's word, not the clip's.
fn told_through(frame: &Frame) -> Vec<ChainLink> {
    frame
        .through
        .iter()
        .filter(|link| link.footage.is_none())
        .cloned()
        .collect()
}

/// Two claims of one kind and rule over the same words get ids that differ; such stand side by
/// side, as claims are in the order of their excerpts.
pub(super) fn tell_apart(made: &mut [Claim]) {
    for group in made.chunk_by_mut(|a, b| a.excerpt.span() == b.excerpt.span()) {
        if group.len() < 2 {
            continue;
        }
        let mut seen: HashMap<ClaimId, usize> = HashMap::new();
        for claim in group {
            let count = seen.entry(claim.id.clone()).or_default();
            *count += 1;
            if *count > 1 {
                claim.id = ClaimId(format!("{}-{count}", claim.id));
            }
        }
    }
}
