//! Readings in plain words, for the cases to name.

use std::fmt;

use bearings_model::{
    Area, Claim, ClaimKind, Document, OrderTerm, PlaceKind, Reading, Relative, Tally, TimeMention,
};
use jiff::civil::DateTime;

/// One thing that was read: the excerpt, and everything said of it.
pub struct Fact {
    text: String,
    parts: Vec<String>,
}

impl Fact {
    fn new(text: &str, parts: Vec<String>) -> Self {
        Self {
            text: text.to_owned(),
            parts,
        }
    }

    pub fn has(&self, wanted: &[String]) -> bool {
        wanted.iter().all(|want| {
            let quoted = want
                .strip_prefix('“')
                .and_then(|want| want.strip_suffix('”'));
            match quoted {
                Some(words) => self.text.contains(words),
                None => self.parts.contains(want),
            }
        })
    }
}

impl fmt::Display for Fact {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "“{}”; {}", self.text, self.parts.join("; "))
    }
}

pub fn tallies(_: &Document, reading: &Reading) -> Vec<Fact> {
    let tally = |claim: &Claim| match &claim.kind {
        ClaimKind::Tally(tally) => Some(tally.clone()),
        _ => None,
    };
    let found = reading
        .claims
        .iter()
        .filter_map(|claim| Some((claim, tally(claim)?)));
    found
        .map(|(claim, tally)| {
            let mut parts = counted(&tally);
            let wholes = reading.claims.iter().filter_map(|whole| match &whole.kind {
                ClaimKind::Tally(of) if of.parts.contains(&claim.id) => Some(of),
                _ => None,
            });
            parts.extend(wholes.map(|whole| format!("part of {}", whole.amount)));
            parts.push(claim.factuality.code().to_owned());
            Fact::new(&claim.text, parts)
        })
        .collect()
}

fn counted(tally: &Tally) -> Vec<String> {
    let mut parts = vec![tally.amount.to_string()];
    if let bearings_model::Amount::Exact { value } = &tally.amount {
        parts.push(format!("exactly {value}"));
    }
    if let bearings_model::Amount::Vague { low, .. } = &tally.amount {
        parts.push(low.map_or("no number".to_owned(), |low| format!("{low} or more")));
    }
    let outcome = tally
        .counted
        .outcome
        .map_or("no outcome", |outcome| outcome.name());
    parts.push(outcome.to_owned());
    parts.push(tally.counted.text.clone());
    let who = tally
        .counted
        .who
        .into_iter()
        .chain(tally.counted.also.iter().copied());
    parts.extend(who.map(|who| who.name().to_owned()));
    parts.extend(tally.counted.side.iter().map(|side| format!("side {side}")));
    parts.extend(tally.mode.map(|mode| mode.name().to_owned()));
    let count = tally.parts.len();
    parts.extend((count > 0).then(|| format!("{count} parts")));
    parts
}

pub fn times(_: &Document, reading: &Reading) -> Vec<Fact> {
    reading.times.iter().map(time).collect()
}

fn time(mention: &TimeMention) -> Fact {
    let kind = format!("{:?}", mention.kind).to_lowercase();
    let mut parts = vec![mention.timex.clone(), kind];
    let bound = |name: &str, at: Option<DateTime>| match at {
        Some(at) => format!("{name} {}", at.strftime("%Y-%m-%d %H:%M")),
        None => format!("{name} open"),
    };
    match &mention.when {
        Some(when) => {
            parts.push(bound("from", when.earliest()));
            parts.push(bound("until", when.latest()));
            parts.push(bound("begun by", when.begin[1]));
            parts.push(bound("ended after", when.end[0]));
            parts.push(format!("zone {}", when.zone.name()));
        }
        None => parts.push("no date".to_owned()),
    }
    Fact::new(&mention.text, parts)
}

pub fn places(_: &Document, reading: &Reading) -> Vec<Fact> {
    let where_of_a_claim = |index| {
        reading
            .claims
            .iter()
            .any(|claim| claim.place == Some(index))
    };
    let found = reading
        .places
        .iter()
        .enumerate()
        .filter_map(|(index, place)| Some((place, place.best()?, where_of_a_claim(index))));
    let nowhere = reading.places.iter().filter(|place| place.best().is_none());
    let unlisted = nowhere.map(|place| {
        Fact::new(
            &place.text,
            vec!["unlisted".to_owned(), by_rule(&place.rule)],
        )
    });
    found
        .map(|(place, best, says_where)| {
            let kind = match best.kind {
                PlaceKind::City | PlaceKind::Town | PlaceKind::Village => "settlement",
                PlaceKind::District => "district",
                PlaceKind::Region => "region",
                PlaceKind::Country => "country",
                PlaceKind::Feature => "feature",
            };
            let mut parts = vec![best.name.clone(), best.country.clone(), kind.to_owned()];
            parts.push(format!("as {:?}", place.role).to_lowercase());
            parts.push(format!("radius {} km", (best.radius_m + 500) / 1000));
            parts.push(format!("in {}", best.admin1));
            parts.push(by_rule(&place.rule));
            parts.extend(says_where.then(|| "where of a claim".to_owned()));
            parts.extend(
                place
                    .qualifier
                    .iter()
                    .map(|words| format!("qualifier {words}")),
            );
            parts.extend(place.relative.iter().flat_map(areas));
            let nothing = place.relative.is_none();
            parts.extend(nothing.then(|| "no area".to_owned()));
            let stem = best.reason.contains("case ending");
            parts.extend(stem.then(|| "by its case ending".to_owned()));
            Fact::new(&place.text, parts)
        })
        .chain(unlisted)
        .collect()
}

/// "area distance", "3 areas", and the likeliest one's shape: "sector 158-203° 17-40 km".
fn areas(relative: &Relative) -> Vec<String> {
    let likeliest = &relative.areas[0];
    let km = |metres: u32| (metres + 500) / 1000;
    let shape = match likeliest.area {
        Area::Disc { radius_m, .. } => format!("disc {} km", km(radius_m)),
        Area::Ring { near_m, far_m, .. } => format!("ring {}-{} km", km(near_m), km(far_m)),
        Area::Sector {
            bearing_deg: middle,
            half_width_deg: half,
            near_m,
            far_m,
            ..
        } => {
            let edge = |degrees: f64| degrees.rem_euclid(360.0).round();
            let (from, to) = (edge(middle - half), edge(middle + half));
            format!("sector {from}-{to}° {}-{} km", km(near_m), km(far_m))
        }
        Area::Corridor { half_width_m, .. } => format!("corridor {} km", km(half_width_m)),
    };
    let count = relative.areas.len();
    let mut told = vec![format!("area {}", relative.relation.name()), shape];
    told.push(format!("{count} areas"));
    told.extend(likeliest.to.iter().map(|id| format!("other end {id}")));
    told
}

/// "rule place.unlisted": the rule without its language.
fn by_rule(rule: &str) -> String {
    format!(
        "rule {}",
        rule.split_once('.').map_or(rule, |(_, name)| name)
    )
}

/// Each quote: whose it is as written, by which words, and whether it was said.
pub fn attributions(document: &Document, reading: &Reading) -> Vec<Fact> {
    let fact = |quote: &bearings_model::Quote| {
        let text = quote.span.of(&document.text).unwrap_or_default();
        let mut parts = vec![quote.kind.name().to_owned()];
        parts.extend(
            quote
                .speaker
                .iter()
                .map(|who| format!("source {}", who.text)),
        );
        if quote.speaker.is_none() {
            parts.push("source nobody".to_owned());
        }
        parts.extend(quote.cue.iter().map(|cue| format!("cue {}", cue.text)));
        parts.push(by_rule(&quote.rule));
        let pieces = quote.pieces.len();
        parts.extend((pieces > 0).then(|| format!("{pieces} pieces")));
        Fact::new(text, parts)
    };
    reading.quotes.iter().map(fact).collect()
}

/// Each claim with its whole chain, the outlet first: "chain Courier < Dana Ost < resident".
pub fn chains(document: &Document, reading: &Reading) -> Vec<Fact> {
    let chain = |claim: &Claim| {
        let links = claim
            .chain
            .through()
            .iter()
            .map(|link| link.source.as_str());
        let names: Vec<&str> = std::iter::once(document.outlet.as_str())
            .chain(links)
            .collect();
        Fact::new(&claim.text, vec![format!("chain {}", names.join(" < "))])
    };
    reading.claims.iter().map(chain).collect()
}

pub fn speakers(_: &Document, reading: &Reading) -> Vec<Fact> {
    reading.claims.iter().map(spoken).collect()
}

fn spoken(claim: &Claim) -> Fact {
    let through = claim.chain.through();
    let names: Vec<&str> = through.iter().map(|link| link.source.as_str()).collect();
    let mut parts = vec![match names.as_slice() {
        [] => "the outlet itself".to_owned(),
        _ => format!("from {}", names.join(" < ")),
    }];
    if let Some(last) = through.last() {
        parts.extend(last.role.iter().map(|role| format!("role {role}")));
        parts.extend(last.cue.iter().map(|cue| format!("cue {}", cue.text)));
        parts.extend(last.channel.map(|channel| format!("on {}", channel.name())));
        parts.push(format!("{:?}", last.kind).to_lowercase());
    }
    parts.push(claim.kind.name().to_owned());
    Fact::new(&claim.text, parts)
}

/// What a hypothesis explains and its rivals, in their words.
fn supposed(claim: &Claim, reading: &Reading) -> Vec<String> {
    let ClaimKind::Hypothesis(hypothesis) = &claim.kind else {
        return Vec::new();
    };
    let words = |id| {
        let other = reading.claims.iter().find(|other| &other.id == id);
        other.map_or("", |other| other.text.as_str())
    };
    let mut parts = vec![format!("{} rivals", hypothesis.rivals.len())];
    let explains = hypothesis.explains.iter();
    parts.extend(explains.map(|id| format!("explains {}", words(id))));
    let rivals = hypothesis.rivals.iter();
    parts.extend(rivals.map(|id| format!("rival {}", words(id))));
    parts
}

pub fn outlooks(document: &Document, reading: &Reading) -> Vec<Fact> {
    let mut facts = claims(document, reading);
    for (fact, claim) in facts.iter_mut().zip(&reading.claims) {
        fact.parts.extend(supposed(claim, reading));
    }
    facts
}

pub fn claims(_: &Document, reading: &Reading) -> Vec<Fact> {
    let caveats = reading
        .caveats
        .iter()
        .map(|caveat| Fact::new(&caveat.text, vec!["caveat".to_owned()]));
    reading
        .claims
        .iter()
        .map(|claim| {
            let mut fact = claim_fact(claim);
            fact.parts.extend(setting(reading, claim));
            fact
        })
        .chain(caveats)
        .collect()
}

/// When and where, as the claim has it: carried from before or said here.
fn setting(reading: &Reading, claim: &Claim) -> Vec<String> {
    let time = claim.time.map(|index| &reading.times[index].timex);
    let place = claim.place.and_then(|index| reading.places[index].best());
    vec![
        time.map_or("no time".to_owned(), |timex| format!("when {timex}")),
        place.map_or("no place".to_owned(), |place| format!("at {}", place.name)),
    ]
}

/// What each claim's event befell and what was used.
pub fn means(_: &Document, reading: &Reading) -> Vec<Fact> {
    let fact = |claim: &Claim| {
        let mut parts = vec![claim.kind.name().to_owned()];
        parts.extend(claim.event.map(|event| event.name().to_owned()));
        for target in &claim.targets {
            parts.push(format!("hit {}", target.text));
            parts.push(target.kind.name().to_owned());
        }
        parts.push(format!("{} hit", claim.targets.len()));
        for weapon in &claim.weapons {
            parts.push(format!("with {}", weapon.text));
            parts.push(weapon.kind.name().to_owned());
        }
        parts.push(format!("{} weapons", claim.weapons.len()));
        Fact::new(&claim.text, parts)
    };
    reading.claims.iter().map(fact).collect()
}

fn claim_fact(claim: &Claim) -> Fact {
    let mut parts = vec![
        claim.factuality.code().to_owned(),
        claim.kind.name().to_owned(),
    ];
    parts.push(
        if claim.negated {
            "negated"
        } else {
            "not negated"
        }
        .to_owned(),
    );
    parts.push(commitments(claim));
    parts.extend(claim.event.map(|event| event.name().to_owned()));
    parts.extend(
        claim
            .hedges
            .iter()
            .map(|hedge| format!("hedge {}", hedge.text)),
    );
    parts.extend(claim.hedges.is_empty().then(|| "no hedge".to_owned()));
    parts.extend(
        claim
            .actors
            .iter()
            .map(|actor| format!("actor {}", actor.text)),
    );
    if let ClaimKind::Forecast(forecast) = &claim.kind {
        parts.push(format!("{} windows", forecast.windows.len()));
        let criterion = forecast.criterion.iter();
        parts.extend(criterion.map(|words| format!("criterion {words}")));
        let readings = forecast.windows.iter();
        parts.extend(readings.map(|window| window.reading.clone()));
        parts.extend(forecast.windows.iter().map(|window| {
            let day =
                |at: Option<DateTime>| at.map_or("open".to_owned(), |at| at.date().to_string());
            format!(
                "window {} to {}",
                day(window.when.earliest()),
                day(window.when.latest())
            )
        }));
    }
    Fact::new(&claim.text, parts)
}

/// "chain Uu < CT-": what the outlet commits to, then each source behind it.
fn commitments(claim: &Claim) -> String {
    let links = claim.chain.links();
    let values: Vec<&str> = links
        .map(|link| link.factuality.map_or("unknown", |value| value.code()))
        .collect();
    format!("chain {}", values.join(" < "))
}

pub fn footage(_: &Document, reading: &Reading) -> Vec<Fact> {
    let label = |index: usize| reading.footage[index].label.clone();
    let term = |term: &OrderTerm| match term {
        OrderTerm::Footage(index) => label(*index),
        OrderTerm::Event(words) => words.clone(),
    };
    let mut facts = Vec::new();
    for clip in &reading.footage {
        let number = if clip.several { "several" } else { "one" };
        let mut parts = vec![
            "clip told of".to_owned(),
            clip.label.clone(),
            number.to_owned(),
        ];
        parts.push(format!("{} mentions", clip.mentions.len()));
        parts.extend(clip.author.iter().map(|author| format!("by {author}")));
        facts.push(Fact::new(&clip.label, parts));
    }
    for claim in &reading.claims {
        let mut parts = vec![
            claim.kind.name().to_owned(),
            claim.factuality.code().to_owned(),
        ];
        if let ClaimKind::Order(order) = &claim.kind {
            parts.push(format!(
                "{} before {}",
                term(&order.earlier),
                term(&order.later)
            ));
        }
        let links = claim.chain.through().iter();
        parts.extend(links.filter_map(|link| Some(format!("seen in {}", label(link.footage?)))));
        parts.extend(
            claim
                .chain
                .through()
                .last()
                .map(|link| format!("from {}", link.source)),
        );
        facts.push(Fact::new(&claim.text, parts));
    }
    facts
}

pub fn restrictions(document: &Document, reading: &Reading) -> Vec<Fact> {
    let found = reading.restrictions.iter();
    found
        .map(|restriction| {
            let text = restriction
                .target
                .span()
                .of(&document.text)
                .unwrap_or_default();
            Fact::new(
                text,
                vec![
                    restriction.reason.name().to_owned(),
                    restriction.basis.clone(),
                ],
            )
        })
        .collect()
}

/// What a text says in sum; "named" where words name it and nothing counts it.
pub fn tolls(document: &Document, reading: &Reading) -> Vec<Fact> {
    let toll = bearings_read::toll(reading, document);
    let counts = [
        ("killed", toll.killed),
        ("wounded", toll.wounded),
        ("victims", toll.victims),
    ];
    counts
        .into_iter()
        .filter_map(|(outcome, count)| Some((outcome, count?)))
        .map(|(outcome, count)| {
            let amount = count.amount.to_string();
            let named = count.words.is_some().then(|| "named".to_owned());
            let parts = [format!("{outcome} {amount}"), outcome.to_owned()];
            Fact::new("", parts.into_iter().chain(named).collect())
        })
        .collect()
}

/// Each incident by the words of its claims: kind, how many claims, when, where, who was harmed.
pub fn incidents(document: &Document, reading: &Reading) -> Vec<Fact> {
    let found = bearings_read::incidents(reading, document);
    let count = found.len();
    found
        .iter()
        .map(|incident| {
            let own = |claim: &&Claim| incident.claims.contains(&claim.id);
            let words = reading
                .claims
                .iter()
                .filter(own)
                .map(|claim| claim.text.as_str());
            let mut parts = vec![
                incident.kind.name().to_owned(),
                format!("{count} incidents"),
                format!("{} claims", incident.claims.len()),
            ];
            parts.push(incident.time.map_or("no time".to_owned(), |index| {
                format!("time {}", reading.times[index].timex)
            }));
            let place = |index: &usize| format!("place {}", reading.places[*index].text);
            parts.extend(incident.places.iter().map(place));
            parts.extend(
                incident
                    .country
                    .iter()
                    .map(|code| format!("country {code}")),
            );
            let blamed = incident.perpetrators.iter();
            parts.extend(blamed.map(|one| format!("{} {}", one.text, one.blame.name())));
            parts.extend(incident.victims.iter().map(|victim| {
                let outcome = victim.outcome.map_or("attacked", |outcome| outcome.name());
                format!("{outcome} {} {}", victim.amount, victim.text)
            }));
            Fact::new(&words.collect::<Vec<_>>().join(" | "), parts)
        })
        .collect()
}

/// The dateline: where and when, and the first sentence after it.
pub fn datelines(document: &Document, reading: &Reading) -> Vec<Fact> {
    let Some(head) = &reading.dateline else {
        return Vec::new();
    };
    let text = head.span.of(&document.text).unwrap_or_default();
    let mut parts = vec![
        head.date
            .map_or("no date".to_owned(), |date| date.to_string()),
    ];
    parts.extend(
        head.place
            .map(|index| format!("at {}", reading.places[index].text)),
    );
    vec![Fact::new(text, parts)]
}
