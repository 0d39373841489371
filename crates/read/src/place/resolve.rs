//! Which place a name means here: by size, by the other places named, by the words around it.

use std::collections::HashMap;

use bearings_model::{PlaceCandidate, PlaceKind, PlaceMention, PlaceRole};

use super::mention::Name;

/// Names scored lower are dropped: a small namesake far away is more often a word or a person.
/// Measured by eye on news texts; the evaluation sets are to settle it.
const LOWEST_SCORE: f64 = 0.42;

/// A place with fewer people needs words around it that lead to a place.
const WELL_KNOWN_PEOPLE: u32 = 30_000;

pub(super) fn resolve(names: Vec<Name>) -> Vec<PlaceMention> {
    let countries = countries(&names);
    let divisions = divisions(&names);
    names
        .iter()
        .filter_map(|name| {
            let mut candidates: Vec<PlaceCandidate> = name
                .candidates
                .iter()
                .map(|place| scored(place, name, &countries, &divisions))
                .collect();
            candidates.sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.id.cmp(&b.id)));
            candidates.dedup_by(|a, b| a.id == b.id);
            candidates.truncate(5);
            let clear = candidates
                .first()
                .is_some_and(|best| best.score >= LOWEST_SCORE);
            clear.then_some(PlaceMention {
                span: name.span,
                text: name.text.clone(),
                qualifier: name.qualifier.clone(),
                candidates,
                role: PlaceRole::Place,
            })
        })
        .collect()
}

/// How much each country is spoken of, 0 to 1: countries by name, and the largest namesake of
/// each other name.
fn countries(names: &[Name]) -> HashMap<String, f64> {
    let mut votes: HashMap<String, f64> = HashMap::new();
    for name in names {
        let largest = name.candidates.iter().max_by_key(|place| place.population);
        if let Some(place) = largest.filter(|place| !place.country.is_empty()) {
            let weight = if place.kind == PlaceKind::Country {
                2.0
            } else {
                size(place)
            };
            *votes.entry(place.country.clone()).or_default() += weight;
        }
    }
    let most = votes.values().copied().fold(0.0, f64::max);
    if most > 0.0 {
        votes.values_mut().for_each(|vote| *vote /= most);
    }
    votes
}

/// Country and first-order division.
type Division<'n> = (&'n str, &'n str);

/// How much each division is spoken of, 0 to 1: by its own name, and after a town's.
fn divisions(names: &[Name]) -> HashMap<Division<'_>, f64> {
    let mut votes: HashMap<Division, f64> = HashMap::new();
    for name in names {
        if let Some(state) = name.state {
            *votes.entry(("US", state)).or_default() += 1.0;
        }
        let named = name
            .candidates
            .iter()
            .find(|place| place.kind == PlaceKind::Region && !place.admin1.is_empty());
        if let Some(place) = named {
            *votes.entry((&place.country, &place.admin1)).or_default() += 1.0;
        }
    }
    let most = votes.values().copied().fold(0.0, f64::max);
    votes.values_mut().for_each(|vote| *vote /= most.max(1.0));
    votes
}

/// 0 for a hamlet to 1 for ten million people, by the logarithm.
fn size(place: &PlaceCandidate) -> f64 {
    (f64::from(place.population.max(1)).log10() / 7.0).clamp(0.0, 1.0)
}

fn scored(
    place: &PlaceCandidate,
    name: &Name,
    countries: &HashMap<String, f64>,
    divisions: &HashMap<Division, f64>,
) -> PlaceCandidate {
    let division = match (name.state, place.kind) {
        (_, PlaceKind::Country) => 0.0,
        (Some(state), _) if place.country == "US" && place.admin1 == state => 0.5,
        (Some(_), _) => -0.3,
        (None, _) => {
            let key = (place.country.as_str(), place.admin1.as_str());
            0.15 * divisions.get(&key).copied().unwrap_or(0.0)
        }
    };
    // Most names of small places are somebody's name or a word: something must speak for them.
    let settlement = !matches!(
        place.kind,
        PlaceKind::Country | PlaceKind::Region | PlaceKind::District | PlaceKind::Feature
    );
    let obscure =
        settlement && place.population < WELL_KNOWN_PEOPLE && !name.led && name.state.is_none();
    let context = countries.get(&place.country).copied().unwrap_or(0.0);
    let obscure = match (obscure, context < 0.5) {
        (true, true) => -0.3,
        (true, false) => -0.14,
        (false, _) => 0.0,
    };
    let (base, kind) = match place.kind {
        PlaceKind::Country => (0.95, "a country"),
        PlaceKind::Region => (0.45, "a region"),
        // Districts and features have no population to speak for them: context must.
        PlaceKind::District | PlaceKind::Feature => (0.2, "a part of a place named here"),
        _ => (0.6 * size(place), "a settlement"),
    };
    let lead = if name.led { 0.1 } else { 0.0 };
    let weak_start = if name.first && !name.led && place.population < 200_000 {
        -0.15
    } else {
        0.0
    };
    let score = (base + 0.35 * context + lead + weak_start + division + obscure).clamp(0.0, 0.99);
    let same = place.name.to_lowercase() == name.text.to_lowercase();
    let spelling = match &name.nominative {
        Some(nominative) => format!("“{nominative}” by its case ending"),
        None if same => "named so".to_owned(),
        None => "another spelling of the name".to_owned(),
    };
    let near = if context >= 0.5 {
        "; the text speaks of the same country"
    } else {
        ""
    };
    let people = match place.population {
        0 => String::new(),
        people => format!(", {people} people"),
    };
    PlaceCandidate {
        score: (score * 100.0).round() / 100.0,
        reason: format!("{spelling}: {kind}{people}{near}"),
        ..place.clone()
    }
}

/// The first mention of the settlement that is named most; the first named wins a tie.
pub(super) fn focus(mentions: &[PlaceMention]) -> Option<usize> {
    let mut counts: HashMap<&str, (usize, usize)> = HashMap::new();
    for (index, mention) in mentions.iter().enumerate() {
        let Some(best) = mention.best() else { continue };
        if matches!(
            best.kind,
            PlaceKind::City | PlaceKind::Town | PlaceKind::Village
        ) {
            counts.entry(&best.id).or_insert((0, index)).0 += 1;
        }
    }
    counts
        .into_values()
        .max_by_key(|(count, first)| (*count, std::cmp::Reverse(*first)))
        .map(|(_, first)| first)
}
