//! The reader's incidents as the conference's templates.
//!
//! Nothing is read here. What is left out is what the conference's guidelines leave out: kinds it
//! does not ask for, countries not of the nine, incidents of more than two months before the
//! report, and fighting in which only soldiers or fighters are harmed.

use bearings_locate::BuiltIn;
use bearings_model::{Amount, Claim, EventKind, Outcome, Reading, TimeMention, Who};
use bearings_read::{Blame, Incident, Perpetrator, Victim, incidents, read};
use jiff::ToSpan;
use jiff::civil::Date;

use super::compare::written;
use super::keys::{CONFIDENCE, DATE, EFFECT, Fill, LOCATION, NUMBER, PERPETRATOR, TYPE, Template};
use crate::eval::reader::{About, document};

const COUNTRIES: [(&str, &str); 9] = [
    ("AR", "ARGENTINA"),
    ("BO", "BOLIVIA"),
    ("CL", "CHILE"),
    ("CO", "COLOMBIA"),
    ("EC", "ECUADOR"),
    ("SV", "EL SALVADOR"),
    ("GT", "GUATEMALA"),
    ("HN", "HONDURAS"),
    ("PE", "PERU"),
];

pub fn templates(text: &str, gazetteer: &BuiltIn) -> Vec<Template> {
    let about = About {
        lang: "en",
        ..About::default()
    };
    let document = document(text, &about);
    let reading = read(&document, gazetteer);
    incidents(&reading, &document)
        .iter()
        .filter_map(|incident| template(incident, &reading))
        .collect()
}

/// Every claim of a text with what it tells, to see what an incident lacks.
pub fn claims(text: &str, gazetteer: &BuiltIn) -> String {
    let about = About {
        lang: "en",
        ..About::default()
    };
    let document = document(text, &about);
    let reading = read(&document, gazetteer);
    let left_out = incidents(&reading, &document)
        .iter()
        .filter(|incident| template(incident, &reading).is_none())
        .map(|incident| {
            let time = incident
                .time
                .map_or("-", |index| &reading.times[index].timex);
            let (kind, country) = (incident.kind.name(), &incident.country);
            format!(
                "   LEFT OUT {kind} {time} {country:?}\n{}\n",
                note(incident, &reading)
            )
        })
        .collect::<String>();
    let line = |claim: &Claim| {
        let event = claim.event.map_or("-", |event| event.name());
        let time = claim.time.map_or("-", |index| &reading.times[index].timex);
        let place = claim.place.map_or("-", |index| &reading.places[index].text);
        let (t, p) = (u8::from(claim.time_carried), u8::from(claim.place_carried));
        let words = claim.text.split_whitespace().collect::<Vec<_>>().join(" ");
        format!(
            "   {} {event} {time}/{t} {place}/{p}: {words}\n",
            claim.rule
        )
    };
    let places = reading.places.iter().map(|place| {
        let best = place.best().map_or("", |best| &best.country);
        format!("{}={best}, ", place.text.replace('\n', " "))
    });
    let places: String = places.collect();
    format!(
        "   places {places}\n{left_out}{}",
        reading.claims.iter().map(line).collect::<String>()
    )
}

fn template(incident: &Incident, reading: &Reading) -> Option<Template> {
    let kind = kind(incident.kind)?;
    let country = match &incident.country {
        Some(code) => Some(COUNTRIES.iter().find(|(known, _)| known == code)?.1),
        None => None,
    };
    if !harms_civilians(incident) {
        return None;
    }
    let published = reading.dateline.as_ref().and_then(|dateline| dateline.date);
    let date = date(incident, reading, published);
    if !is_recent(incident, reading, published) {
        return None;
    }
    let mut template = Template {
        note: note(incident, reading),
        ..Template::default()
    };
    let mut put = |slot: usize, fills: Vec<Fill>| {
        template.slots.insert(slot, fills);
    };
    put(TYPE, vec![of(kind.to_owned(), "")]);
    put(DATE, date.map(|date| of(date, "")).into_iter().collect());
    let place = location(incident, reading, country);
    put(
        LOCATION,
        place.map(|place| of(place, "")).into_iter().collect(),
    );
    put(NUMBER, incident.victims.iter().filter_map(number).collect());
    put(EFFECT, incident.victims.iter().filter_map(effect).collect());
    let blamed = || incident.perpetrators.iter();
    put(
        PERPETRATOR,
        blamed().map(|one| of(one.text.clone(), "")).collect(),
    );
    put(CONFIDENCE, blamed().map(confidence).collect());
    Some(template)
}

/// The incident's claims in their words.
fn note(incident: &Incident, reading: &Reading) -> String {
    let claims = reading.claims.iter();
    let own = claims.filter(|claim| incident.claims.contains(&claim.id));
    let line = |claim: &Claim| {
        let event = claim.event.map_or("", |event| event.name());
        let words = claim.text.split_whitespace().collect::<Vec<_>>().join(" ");
        format!("      {} {event}: {words}", claim.rule)
    };
    own.map(line).collect::<Vec<_>>().join("\n")
}

fn of(value: String, said_of: &str) -> Fill {
    let strings = if said_of.is_empty() {
        Vec::new()
    } else {
        vec![said_of.to_owned()]
    };
    Fill {
        optional: false,
        values: vec![value],
        strings,
    }
}

fn kind(kind: EventKind) -> Option<&'static str> {
    use EventKind::*;
    Some(match kind {
        Bombing | AirStrike | Explosion | Landmine | MissileStrike | DroneStrike => "BOMBING",
        Killing | Attack | Firefight | Shelling | InfrastructureHit => "ATTACK",
        Kidnapping => "KIDNAPPING",
        Arson | Fire => "ARSON",
        Robbery => "ROBBERY",
        _ => return None,
    })
}

/// Fighting counts only where it harms others than those who fight.
fn harms_civilians(incident: &Incident) -> bool {
    let victims = &incident.victims;
    if victims.is_empty() {
        return incident.kind != EventKind::Firefight;
    }
    !victims
        .iter()
        .all(|victim| victim.who == Some(Who::Military))
}

fn of_incident<'r>(incident: &Incident, reading: &'r Reading) -> Option<&'r TimeMention> {
    incident.time.map(|index| &reading.times[index])
}

/// The first and the last day it can have been on.
fn days(time: &TimeMention) -> Option<(Date, Date)> {
    let when = time.when.as_ref()?;
    let (from, to) = (when.earliest()?, when.latest()?);
    let last = to.checked_sub(1.second()).ok()?.date();
    Some((from.date(), last.max(from.date())))
}

/// The guidelines' own way to write what is not said: on the report's day or before.
fn date(incident: &Incident, reading: &Reading, published: Option<Date>) -> Option<String> {
    match of_incident(incident, reading).and_then(days) {
        // Nothing that is reported lies after its report: "tonight" ends with the report's day.
        Some((from, to)) if from == to.min(published.unwrap_or(to)).max(from) => {
            Some(written(from))
        }
        Some((from, to)) => Some(format!("{} - {}", written(from), written(to))),
        None => Some(format!("- {}", written(published?))),
    }
}

fn is_recent(incident: &Incident, reading: &Reading, published: Option<Date>) -> bool {
    let days = of_incident(incident, reading).and_then(days);
    let since = published.and_then(|day| day.checked_sub(62.days()).ok());
    days.zip(since).is_none_or(|((_, to), since)| to >= since)
}

/// Country, then the names of its places, the narrowest last.
fn location(incident: &Incident, reading: &Reading, country: Option<&str>) -> Option<String> {
    let country = country?;
    let mut names = vec![country.to_owned()];
    for place in incident.places.iter().rev() {
        let mention = &reading.places[*place];
        // "Downtown" is a part of the town it is read as.
        let part = mention.qualifier.as_deref() == Some("centre");
        let of = mention
            .best()
            .filter(|_| part)
            .map_or(&mention.text, |best| &best.name);
        let words = of.split_whitespace();
        let name = words.collect::<Vec<_>>().join(" ").to_uppercase();
        if !names.contains(&name) {
            names.push(name);
        }
    }
    Some(names.join(": "))
}

fn confidence(one: &Perpetrator) -> Fill {
    let value = match one.blame {
        Blame::Told => "REPORTED AS FACT",
        Blame::Claimed => "CLAIMED OR ADMITTED",
        Blame::Accused => "SUSPECTED OR ACCUSED",
    };
    of(value.to_owned(), &one.text)
}

fn number(victim: &Victim) -> Option<Fill> {
    let value = match &victim.amount {
        Amount::Exact { value: 0 } => return None,
        Amount::Vague { .. } => "PLURAL".to_owned(),
        Amount::AtLeast { low } => format!("{low}-"),
        amount => amount.low().or(amount.high())?.to_string(),
    };
    Some(of(value, &victim.text))
}

fn effect(victim: &Victim) -> Option<Fill> {
    let none = victim.amount == (Amount::Exact { value: 0 });
    let value = match victim.outcome? {
        _ if none => "NO INJURY OR DEATH",
        Outcome::Killed => "DEATH",
        Outcome::Wounded => "INJURY",
        _ => return None,
    };
    Some(of(value.to_owned(), &victim.text))
}
