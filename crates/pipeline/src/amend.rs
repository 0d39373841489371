//! People's amendments laid over what was read, before it is weighed.

use bearings_model::{
    Acquisition, Amount, Claim, ClaimKind, Decision, Document, Factuality, Gazetteer, PlaceMention,
    PlaceRole, Reading, RuleName, Ruling, SourceKind, Target, TimeKind, TimeMention, When,
};
use jiff::ToSpan;
use jiff::civil::Date;

type Item = (Acquisition, Document, Reading);

/// Applies every amendment in the order of the rulings; returns those that could not be.
pub(crate) fn apply(
    items: &mut [Item],
    rulings: &[Ruling],
    gazetteer: &dyn Gazetteer,
) -> Vec<String> {
    let mut problems = Vec::new();
    for ruling in rulings
        .iter()
        .filter(|ruling| !is_withdrawn(ruling, rulings))
    {
        let (Target::Claim { claim: id, .. }, Decision::Amend { field, value }) =
            (&ruling.target, &ruling.decision)
        else {
            continue;
        };
        let found = items.iter_mut().find_map(|(_, document, reading)| {
            let index = reading.claims.iter().position(|claim| claim.id == *id)?;
            Some((document, reading, index))
        });
        let Some((document, reading, index)) = found else {
            continue;
        };
        if !amend(document, reading, index, field, value, gazetteer) {
            problems.push(format!(
                "ruling {} was not applied: '{value}' is no {field} this program understands; withdraw \
                 it and rule again",
                ruling.id
            ));
        }
    }
    problems
}

/// Whether a later ruling takes this one back.
pub(crate) fn is_withdrawn(ruling: &Ruling, rulings: &[Ruling]) -> bool {
    rulings.iter().any(|other| {
        matches!(&other.target, Target::Ruling { ruling: id } if *id == ruling.id)
            && other.decision == Decision::Withdraw
    })
}

/// Rulings on claims that are no longer read.
pub(crate) fn orphaned(items: &[Item], rulings: &[Ruling]) -> Vec<Ruling> {
    let is_read = |id: &bearings_model::ClaimId| {
        items
            .iter()
            .any(|(_, _, reading)| reading.claims.iter().any(|claim: &Claim| claim.id == *id))
    };
    rulings
        .iter()
        .filter(|ruling| matches!(&ruling.target, Target::Claim { claim, .. } if !is_read(claim)))
        .cloned()
        .collect()
}

fn amend(
    document: &Document,
    reading: &mut Reading,
    index: usize,
    field: &str,
    value: &str,
    gazetteer: &dyn Gazetteer,
) -> bool {
    match field {
        "amount" => amend_amount(&mut reading.claims[index], value),
        "speaker" => amend_speaker(&mut reading.claims[index], value),
        "factuality" => amend_factuality(&mut reading.claims[index], value),
        "time" => amend_time(document, reading, index, value),
        "place" => amend_place(reading, index, value, gazetteer),
        _ => false,
    }
}

/// "4", "4+", "<=9", "~10", "12-15".
pub(crate) fn parse_amount(value: &str) -> Option<Amount> {
    let number = |text: &str| text.trim().parse::<u64>().ok();
    if let Some(low) = value.strip_suffix('+').or_else(|| value.strip_prefix(">=")) {
        return Some(Amount::AtLeast { low: number(low)? });
    }
    if let Some(high) = value.strip_prefix("<=") {
        return Some(Amount::AtMost {
            high: number(high)?,
        });
    }
    if let Some(about) = value.strip_prefix('~') {
        return Some(Amount::About {
            value: number(about)?,
        });
    }
    if let Some((low, high)) = value.split_once(['-', '–']) {
        return Some(Amount::range(number(low)?, number(high)?));
    }
    Some(Amount::Exact {
        value: number(value)?,
    })
}

fn amend_amount(claim: &mut Claim, value: &str) -> bool {
    let (ClaimKind::Tally(tally), Some(amount)) = (&mut claim.kind, parse_amount(value)) else {
        return false;
    };
    tally.amount = amount;
    true
}

fn amend_speaker(claim: &mut Claim, value: &str) -> bool {
    let mut links: Vec<_> = claim.chain.clone().into();
    let Some(last) = links
        .last_mut()
        .filter(|link| link.kind != SourceKind::Outlet)
    else {
        return false;
    };
    last.source = value.to_owned();
    if last.kind == SourceKind::Unnamed {
        last.kind = SourceKind::Person;
    }
    match links.try_into() {
        Ok(chain) => {
            claim.chain = chain;
            true
        }
        Err(_) => false,
    }
}

fn amend_factuality(claim: &mut Claim, value: &str) -> bool {
    const ALL: [Factuality; 8] = [
        Factuality::CertainTrue,
        Factuality::ProbableTrue,
        Factuality::PossibleTrue,
        Factuality::CertainFalse,
        Factuality::ProbableFalse,
        Factuality::PossibleFalse,
        Factuality::CertainUnstated,
        Factuality::Uncommitted,
    ];
    match ALL
        .into_iter()
        .find(|factuality| factuality.code() == value)
    {
        Some(factuality) => {
            claim.factuality = factuality;
            true
        }
        None => false,
    }
}

fn amend_time(document: &Document, reading: &mut Reading, index: usize, value: &str) -> bool {
    let Ok(day) = value.parse::<Date>() else {
        return false;
    };
    let Ok(next) = day.checked_add(1.day()) else {
        return false;
    };
    let midnight = |day: Date| day.at(0, 0, 0, 0);
    let claim = &mut reading.claims[index];
    reading.times.push(TimeMention {
        span: claim.excerpt.span(),
        text: value.to_owned(),
        kind: TimeKind::Date,
        timex: value.to_owned(),
        when: Some(When::within(
            midnight(day),
            midnight(next),
            document.zone.clone(),
        )),
        rule: "ruling".into(),
    });
    claim.time = Some(reading.times.len() - 1);
    claim.time_carried = false;
    true
}

fn amend_place(
    reading: &mut Reading,
    index: usize,
    value: &str,
    gazetteer: &dyn Gazetteer,
) -> bool {
    let mut candidates = gazetteer.look_up(value);
    // A person who writes a bare name means its largest bearer; an id is exact elsewhere.
    candidates.sort_by_key(|place| std::cmp::Reverse(place.population));
    let Some(best) = candidates.first_mut() else {
        return false;
    };
    best.score = 1.0;
    best.reason = "set by a ruling".to_owned();
    let claim = &mut reading.claims[index];
    reading.places.push(PlaceMention {
        span: claim.excerpt.span(),
        text: value.to_owned(),
        qualifier: None,
        candidates: candidates.into(),
        role: PlaceRole::Place,
        rule: RuleName::default(),
        relative: None,
    });
    claim.place = Some(reading.places.len() - 1);
    claim.place_carried = false;
    true
}
