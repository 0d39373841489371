//! The casualty ledger: each count with its owner, its bound, its scope and how it stands to
//! others. Nothing is added up.

use bearings_model::{CasualtyRow, ClaimId, Comparison, Outcome, Sentence, Tally, TallyRelation};

use super::days::span_in_words;
use super::{Findings, evidence, joint_sentence};
use crate::material::{Say, Told};
use crate::opposed::OpposedKind;
use crate::tally::{Count, counts, distinct, is_repeated, is_same_count, tally_of};
use crate::wording::{count_words, speaker, weakened};

pub(crate) fn rows(told: &Told, findings: &Findings) -> Vec<CasualtyRow> {
    let all = counts(told);
    distinct(told, findings.origins)
        .iter()
        .filter(|count| count.outcome != Outcome::Present)
        .map(|count| {
            let mut row = row(told, count, findings);
            let repeats = all.iter().filter(|other| {
                is_repeated(told, count, other) || is_same_count(count, other, findings.origins)
            });
            // One count, however many texts carry it.
            for other in repeats {
                row.evidence.push(evidence(&other.say));
            }
            row
        })
        .collect()
}

fn row(told: &Told, count: &Count, findings: &Findings) -> CasualtyRow {
    let (say, tally) = (&count.say, count.tally);
    let check = findings
        .parts
        .iter()
        .find(|check| check.whole == say.claim.id);
    CasualtyRow {
        outcome: count.outcome.name().to_owned(),
        amount: format!("{}{}", weakened(say.claim), tally.amount),
        low: tally.amount.low(),
        high: tally.amount.high(),
        who: who_words(tally),
        side: tally.counted.side.clone(),
        mode: tally
            .mode
            .map_or_else(String::new, |mode| mode.name().to_owned()),
        when: when_words(say),
        place: say.place_words().unwrap_or_else(|| "not stated".to_owned()),
        owner: speaker(say, findings.withheld),
        origins: findings.origins.behind([say.claim]).len(),
        parts: check.map(|check| (check.verdict, check.sentence.clone())),
        evidence: vec![evidence(say)],
        relations: relations(told, &say.claim.id, findings),
    }
}

/// Who is counted, every trait: "civilian, woman".
fn who_words(tally: &Tally) -> String {
    let traits = tally.counted.who.iter().chain(&tally.counted.also);
    traits.map(|who| who.name()).collect::<Vec<_>>().join(", ")
}

fn when_words(say: &Say) -> String {
    let carried = if say.claim.time_carried {
        " (from the text around it)"
    } else {
        ""
    };
    match (say.time_words(), say.when()) {
        (Some(words), Some(when)) => format!("“{words}”: {}{carried}", span_in_words(when)),
        (Some(words), None) => format!("“{words}”"),
        _ => "not stated".to_owned(),
    }
}

/// How many other counts a row is set beside; the ones that differ most come first.
const RELATIONS: usize = 8;

/// How the count stands to others of the same outcome.
fn relations(told: &Told, id: &ClaimId, findings: &Findings) -> Vec<(TallyRelation, String)> {
    let weight = |relation: TallyRelation| match relation {
        TallyRelation::Conflict => 0,
        TallyRelation::Revision => 1,
        TallyRelation::Agrees => 2,
        TallyRelation::Compatible => 3,
        TallyRelation::DifferentScope | TallyRelation::DifferentDefinition => 4,
    };
    let mut pairs: Vec<&Comparison> = findings
        .pairs
        .get(id)
        .into_iter()
        .flatten()
        .map(|index| &findings.comparisons[*index])
        .collect();
    pairs.sort_by_key(|pair| weight(pair.relation));
    pairs
        .into_iter()
        .take(RELATIONS)
        .filter_map(|pair| {
            let other = told.get(if pair.a == *id { &pair.b } else { &pair.a })?;
            Some((
                pair.relation,
                format!("{}: {}", count_of(other), pair.reason),
            ))
        })
        .collect()
}

fn count_of(say: &Say) -> String {
    let amount = tally_of(say)
        .map(|tally| count_words(say, tally))
        .unwrap_or_default();
    format!("{amount} ({})", say.document.outlet)
}

/// What may not be added to what, and what sums show.
pub(crate) fn notes(told: &Told, findings: &Findings) -> Vec<Sentence> {
    let once = distinct(told, findings.origins);
    let is_once = |id: &ClaimId| once.iter().any(|count| count.say.claim.id == *id);
    let sums = findings
        .parts
        .iter()
        .filter(|check| is_once(&check.whole))
        .filter_map(|check| {
            let say = told.get(&check.whole)?;
            let text = format!("{}: {}", count_of(say), check.sentence);
            Some(joint_sentence(text, &[say], findings))
        });
    let scopes = findings
        .comparisons
        .iter()
        .filter(|pair| {
            pair.relation == TallyRelation::DifferentScope && pair.reason.contains("added")
        })
        .filter_map(|pair| {
            let (a, b) = (told.get(&pair.a)?, told.get(&pair.b)?);
            let text = format!(
                "{} and {} are not additive: {}.",
                count_of(a),
                count_of(b),
                pair.reason
            );
            Some(joint_sentence(text, &[a, b], findings))
        });
    sums.chain(scopes).collect()
}

/// Counts that cannot both be true, and claims of which one denies or negates the other.
pub(crate) fn conflicts(told: &Told, findings: &Findings) -> Vec<Sentence> {
    let differ = |reason: &str| format!("They do not agree: {}.", reason.trim_end_matches('.'));
    let counts = findings
        .comparisons
        .iter()
        .filter(|pair| pair.relation == TallyRelation::Conflict)
        .map(|pair| (&pair.a, &pair.b, differ(&pair.reason)));
    let opposed = findings.opposed.iter().map(|pair| {
        let closing = match pair.kind {
            OpposedKind::Polarity => differ(&pair.reason),
            OpposedKind::Denial => pair.reason.clone(),
        };
        (&pair.a, &pair.b, closing)
    });
    counts
        .chain(opposed)
        .filter_map(|(a, b, closing)| {
            let (a, b) = (told.get(a)?, told.get(b)?);
            let told = |say: &Say| crate::wording::sentence(say, findings.withheld);
            let text = format!("{} {} {closing}", told(a), told(b));
            Some(joint_sentence(text, &[a, b], findings))
        })
        .collect()
}

pub(crate) fn revisions(told: &Told, findings: &Findings) -> Vec<Sentence> {
    findings
        .revisions
        .iter()
        .filter_map(|revision| {
            let (before, after) = (told.get(&revision.before)?, told.get(&revision.after)?);
            Some(joint_sentence(
                revision.sentence.clone(),
                &[before, after],
                findings,
            ))
        })
        .collect()
}
