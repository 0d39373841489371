//! Which place a name means here: by size, by the other places named, by the words around it.

use std::collections::HashMap;
use std::sync::Arc;

use bearings_model::{PlaceCandidate, PlaceKind, PlaceMention, PlaceRole};

use super::context::{Support, supports};
use super::name::{Name, Names, Sense};
use super::reach;
use crate::language::Language;
use crate::text::Text;

/// Names scored lower are dropped: a small namesake far away is more often a word or a person.
/// Measured by eye on news texts; the evaluation sets are to settle it.
const LOWEST_SCORE: f64 = 0.42;

/// A place with fewer people needs words around it that lead to a place.
const WELL_KNOWN_PEOPLE: u32 = 30_000;

/// Of fewer people nobody writes "said" as of a government.
const SPEAKING_PEOPLE: u32 = 500_000;

/// Candidates kept of a mention.
const MOST_CANDIDATES: usize = 5;

/// Candidates this close below the best are as likely meant, measured on LGL: the radius reaches
/// them.
const DOUBT: f64 = 0.1;

pub(super) fn resolve(text: &Text, names: &Names) -> Vec<PlaceMention> {
    let between: Vec<&str> = names
        .list
        .windows(2)
        .map(|pair| between(text, &pair[0], &pair[1]))
        .collect();
    let supports = supports(names, text.language, &between);
    let mut ranked = Ranked::new();
    let mention = |name: &Name| {
        let known = ranked.entry(said_around(name));
        let candidates = known.or_insert_with(|| {
            let sense = &names.senses[name.sense];
            let found = match name.fixed {
                true => Some(sense.candidates.clone()),
                false => rank(name, sense, &supports[name.sense]),
            };
            found.map(Arc::from)
        });
        Some(mention(name, candidates.clone()?, text.language))
    };
    names.list.iter().filter_map(mention).collect()
}

/// What the words around a mention say that its place is chosen by: where they say the same, the
/// candidates are the same and are kept once.
type Around = (usize, [bool; 6], Option<&'static str>, u32);
type Ranked = HashMap<Around, Option<Arc<[PlaceCandidate]>>>;

fn said_around(name: &Name) -> Around {
    let told = [
        name.inflected,
        name.led,
        name.first,
        name.speaks,
        name.division,
        name.fixed,
    ];
    (name.sense, told, name.state, beyond(name))
}

/// How far the words before a name may lead from it.
fn beyond(name: &Name) -> u32 {
    name.qualifier.as_deref().map_or(0, reach::beyond)
}

/// What stands between two names: nothing, one mark, or "…" for more.
fn between<'t>(text: &'t Text, a: &Name, b: &Name) -> &'t str {
    match b.tokens.start.checked_sub(a.tokens.end) {
        Some(0) => "",
        Some(1) => text.word(a.tokens.end),
        _ => "…",
    }
}

fn mention(name: &Name, candidates: Arc<[PlaceCandidate]>, language: Language) -> PlaceMention {
    PlaceMention {
        span: name.span,
        text: String::new(),
        qualifier: name.qualifier.clone(),
        candidates,
        role: name.role,
        rule: name.found_by.rule(language).into(),
        relative: None,
    }
}

fn rank(name: &Name, sense: &Sense, supports: &[Support]) -> Option<Vec<PlaceCandidate>> {
    let mut order: Vec<(f64, usize)> = sense
        .candidates
        .iter()
        .zip(supports)
        .enumerate()
        .map(|(index, (place, support))| (score(place, name, support), index))
        .collect();
    let id = |index: usize| &sense.candidates[index].id;
    order.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| id(a.1).cmp(id(b.1))));
    order.dedup_by(|a, b| id(a.1) == id(b.1));
    let best = order.first().filter(|(score, _)| *score >= LOWEST_SCORE)?.0;
    let doubtful: Vec<usize> = order
        .iter()
        .take_while(|(score, _)| *score > best - DOUBT)
        .map(|(_, index)| *index)
        .collect();
    let reach = reach::over(doubtful.iter().map(|index| &sense.candidates[*index]));
    let kept = order.iter().take(MOST_CANDIDATES);
    let mut kept: Vec<PlaceCandidate> = kept
        .map(|(score, index)| {
            let place = &sense.candidates[*index];
            PlaceCandidate {
                score: (score.clamp(0.0, 0.99) * 100.0).round() / 100.0,
                reason: reason(place, name, sense, &supports[*index]),
                ..place.clone()
            }
        })
        .collect();
    if let (Some(reach), Some(first)) = (reach, kept.first_mut()) {
        first.radius_m = reach;
        first
            .reason
            .push_str("; others of the name fit as well, the radius reaches them");
    }
    let more = beyond(name);
    for place in &mut kept {
        let around = if name.division && is_settlement(place) {
            reach::REGION_M
        } else {
            0
        };
        place.radius_m = place.radius_m.saturating_add(more + around);
    }
    Some(kept)
}

/// What the words around one mention add to what its text says.
fn score(place: &PlaceCandidate, name: &Name, support: &Support) -> f64 {
    let settlement = is_settlement(place);
    let state = match (name.state, place.kind) {
        (None, _) | (_, PlaceKind::Country) => 0.0,
        (Some(state), _) if place.country == "US" && place.admin1 == state => 0.2,
        (Some(_), _) => -0.3,
    };
    let division = if name.division && place.kind == PlaceKind::Region {
        0.4
    } else {
        0.0
    };
    let lead = if name.led { 0.1 } else { 0.0 };
    let weak_start = if name.first && !name.led && place.population < 200_000 && settlement {
        -0.15
    } else {
        0.0
    };
    let speaks = if name.speaks && settlement && place.population < SPEAKING_PEOPLE {
        -0.25
    } else {
        0.0
    };
    support.score + state + division + lead + weak_start + speaks + obscure(place, name, support)
}

/// Most names of small places are somebody's name or a word: something must speak for them.
fn obscure(place: &PlaceCandidate, name: &Name, support: &Support) -> f64 {
    let small = is_settlement(place) && place.population < WELL_KNOWN_PEOPLE;
    if !small || name.led || name.state.is_some() || support.near > 0.6 {
        return 0.0;
    }
    if support.country < 0.5 && !support.home {
        -0.3
    } else {
        -0.14
    }
}

fn is_settlement(place: &PlaceCandidate) -> bool {
    matches!(
        place.kind,
        PlaceKind::City | PlaceKind::Town | PlaceKind::Village
    )
}

fn reason(place: &PlaceCandidate, name: &Name, sense: &Sense, support: &Support) -> String {
    let same = place.name.to_lowercase() == sense.words;
    let spelling = match same {
        _ if name.inflected => format!("“{}” by its case ending", sense.words),
        true => "named so".to_owned(),
        false => "another spelling of the name".to_owned(),
    };
    let kind = match place.kind {
        PlaceKind::Country => "a country",
        PlaceKind::Region => "a region",
        PlaceKind::District | PlaceKind::Feature => "a part of a place named here",
        _ => "a settlement",
    };
    let people = match place.population {
        0 => String::new(),
        people => format!(", {people} people"),
    };
    let context = if support.near > 0.3 {
        "; near other places named"
    } else if support.country >= 0.5 {
        "; the text speaks of the same country"
    } else {
        ""
    };
    format!("{spelling}: {kind}{people}{context}")
}

/// The first mention of the settlement that is named most; the first named wins a tie.
pub(super) fn focus(mentions: &[PlaceMention]) -> Option<usize> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Some(best) = mention.best() else { continue };
        if mention.role == PlaceRole::Place && is_settlement(best) {
            counts.entry(&best.id).or_insert((0, index)).0 += 1;
        }
    }
    counts
        .into_values()
        .max_by_key(|(count, first)| (*count, std::cmp::Reverse(*first)))
        .map(|(_, first)| first)
}
