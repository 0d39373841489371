//! A claim as a card beside its text: what kind, how firm, through whom, how many, when, where.

use bearings_model::{
    ChainLink, Claim, ClaimKind, CodePoints, Document, OrderTerm, Reading, Tally, TimeKind,
};
use bearings_weigh::Withholding;

use super::mark::held_anchor;
use crate::phrase;
use crate::present::Present;
use crate::words::Words;

#[derive(Debug)]
pub(super) struct Card {
    pub id: String,
    pub number: usize,
    pub kind: &'static str,
    pub about: String,
    pub said: Words,
    pub code: &'static str,
    pub strength: &'static str,
    pub chain: Vec<Step>,
    pub facts: Vec<(&'static str, Words)>,
    pub rule: Words,
    pub rulings: Vec<Words>,
    /// Why the claim is not in the account, where it is not.
    pub out: Option<String>,
}

/// One step of the way from who says it to the reader, the outlet first.
#[derive(Debug)]
pub(super) struct Step {
    pub source: Words,
    pub how: Words,
}

/// A passage that stays out, with how a person rules on it.
#[derive(Debug)]
pub(super) struct HeldCard {
    pub anchor: String,
    pub words: String,
    pub basis: Words,
    pub command: Option<String>,
}

impl Card {
    pub fn of(present: &Present, reading: &Reading, number: usize, claim: &Claim) -> Self {
        let rulings = &present.workshop.rulings;
        let on_it = rulings
            .iter()
            .filter(|ruling| phrase::is_on(ruling, &claim.id, rulings));
        Self {
            id: claim.id.to_string(),
            number,
            kind: claim.kind.name(),
            about: phrase::about(claim),
            said: Words::shortened(&claim.text, 110),
            code: claim.factuality.code(),
            strength: phrase::factuality(claim.factuality),
            chain: claim.chain.links().map(Step::of).collect(),
            facts: facts(reading, claim),
            rule: Words::new(claim.rule.as_ref()),
            rulings: on_it
                .map(|ruling| {
                    let decision = phrase::decision(&ruling.decision);
                    Words::new(format!(
                        "{decision} by {} ({}): {}",
                        ruling.by, ruling.id, ruling.why
                    ))
                })
                .collect(),
            out: out(present, claim),
        }
    }
}

impl Step {
    fn of(link: &ChainLink) -> Self {
        let role = link
            .role
            .clone()
            .unwrap_or_else(|| phrase::source_kind(link.kind).to_owned());
        let cue = link
            .cue
            .as_ref()
            .map(|cue| format!("by the words “{}”", cue.text));
        let channel = link.channel.map(|channel| channel.name().replace('_', " "));
        let how: Vec<String> = [Some(role), channel, cue].into_iter().flatten().collect();
        Self {
            source: Words::new(&link.source),
            how: Words::new(how.join(" · ")),
        }
    }
}

impl HeldCard {
    pub fn of(document: &Document, held: &Withholding) -> Self {
        let [start, end] = CodePoints::new(&document.text).of_span(held.excerpt.span());
        let passage = format!("{}:{start}-{end}", document.item.short());
        Self {
            anchor: held_anchor(held.excerpt.span()),
            words: phrase::held(held),
            basis: Words::new(&held.basis),
            // What follows from another passage is settled with that one.
            command: (!held.ruled && !held.follows).then_some(passage),
        }
    }
}

fn facts(reading: &Reading, claim: &Claim) -> Vec<(&'static str, Words)> {
    let mut facts = of_kind(reading, &claim.kind);
    let actors = claim
        .actors
        .iter()
        .map(|actor| with_side(&actor.text, actor.side.as_deref()));
    let actors = actors.collect::<Vec<_>>().join(", ");
    facts.extend((!actors.is_empty()).then_some(("Who acts", actors)));
    let targets = claim.targets.iter().map(|target| target.text.as_str());
    facts.extend(list("What was hit", targets));
    let weapons = claim.weapons.iter().map(|weapon| weapon.text.as_str());
    facts.extend(list("With", weapons));
    facts.extend(time(reading, claim).map(|words| ("Time", words)));
    facts.extend(place(reading, claim).map(|words| ("Place", words)));
    let hedges = claim.hedges.iter().map(|hedge| format!("“{}”", hedge.text));
    let hedges = hedges.collect::<Vec<_>>().join(", ");
    facts.extend((!hedges.is_empty()).then_some(("Weakened by", hedges)));
    facts
        .into_iter()
        .map(|(name, value)| (name, Words::new(value)))
        .collect()
}

/// A fact that is a list of words as written; none when there are none.
fn list<'w>(
    name: &'static str,
    words: impl Iterator<Item = &'w str>,
) -> Option<(&'static str, String)> {
    let words: Vec<&str> = words.collect();
    (!words.is_empty()).then(|| (name, words.join(", ")))
}

fn of_kind(reading: &Reading, kind: &ClaimKind) -> Vec<(&'static str, String)> {
    match kind {
        ClaimKind::Tally(tally) => counted(tally),
        ClaimKind::Forecast(forecast) => {
            let windows = forecast.windows.iter().map(|window| {
                let bounds = phrase::bounds(window.when.earliest(), window.when.latest());
                ("Window", format!("{}: {bounds}", window.reading))
            });
            windows.collect()
        }
        ClaimKind::Order(order) => {
            vec![
                ("Earlier", term(reading, &order.earlier)),
                ("Later", term(reading, &order.later)),
            ]
        }
        _ => Vec::new(),
    }
}

fn counted(tally: &Tally) -> Vec<(&'static str, String)> {
    let unit = tally
        .unit
        .as_ref()
        .map(|unit| format!(" {unit}"))
        .unwrap_or_default();
    let what = with_side(&tally.counted.text, tally.counted.side.as_deref());
    let mut facts = vec![
        (
            "Amount",
            format!("{}{unit} (“{}”)", tally.amount, tally.text),
        ),
        ("Counted", what),
    ];
    facts.extend(
        tally
            .mode
            .map(|mode| ("Kind of count", mode.name().to_owned())),
    );
    facts
}

fn term(reading: &Reading, term: &OrderTerm) -> String {
    match term {
        OrderTerm::Event(words) => words.clone(),
        OrderTerm::Footage(index) => reading
            .footage
            .get(*index)
            .map_or_else(|| "a clip".to_owned(), |clip| clip.label.clone()),
    }
}

fn with_side(text: &str, side: Option<&str>) -> String {
    side.map_or_else(|| format!("“{text}”"), |side| format!("“{text}” ({side})"))
}

fn time(reading: &Reading, claim: &Claim) -> Option<String> {
    let time = reading.times.get(claim.time?)?;
    let meant = match &time.when {
        Some(when) => phrase::bounds(when.earliest(), when.latest()),
        None if time.kind == TimeKind::Duration => "a duration without a date".to_owned(),
        None => "not dated".to_owned(),
    };
    Some(format!(
        "{meant} (“{}”{})",
        time.text,
        carried(claim.time_carried)
    ))
}

/// Where exactly, and what else the name can mean, is told by the derivation.
fn place(reading: &Reading, claim: &Claim) -> Option<String> {
    let mention = reading.places.get(claim.place?)?;
    // "centre" is the reader's own word for what the mention's words say already.
    let qualifier = mention.qualifier.as_deref().map(str::trim);
    let written = match qualifier.filter(|words| *words != "centre") {
        Some(words) => format!("{words} {}", mention.text),
        None => mention.text.clone(),
    };
    let (meant, name) = match mention.best() {
        Some(best) => {
            let reach = phrase::distance(best.radius_m);
            (format!("{}, within {reach}", best.name), best.name.as_str())
        }
        None => ("not found".to_owned(), ""),
    };
    Some(match (written == name, claim.place_carried) {
        (true, false) => meant,
        (true, true) => format!("{meant} ({ELSEWHERE})"),
        (false, is_carried) => format!("{meant} (“{written}”{})", carried(is_carried)),
    })
}

/// The words stand in another sentence than the claim.
const ELSEWHERE: &str = "said elsewhere in the text";

fn carried(is_carried: bool) -> String {
    match is_carried {
        true => format!(", {ELSEWHERE}"),
        false => String::new(),
    }
}

fn out(present: &Present, claim: &Claim) -> Option<String> {
    let held = present
        .weighed
        .withheld
        .iter()
        .find(|held| held.covers(&claim.excerpt))?;
    Some(phrase::held(held))
}
