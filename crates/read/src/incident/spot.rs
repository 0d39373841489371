//! Whether two places can be one occurrence's, and which country a text speaks of.

use std::collections::HashMap;

use bearings_model::{PlaceCandidate, PlaceKind, PlaceMention, Reading};

/// Parts of a town and things in it lie this near to one another at most.
const NEAR_DEGREES: f64 = 0.5;

/// Whether something can have happened at both: one holds the other, or they are the same.
pub(super) fn may_be_one(one: &PlaceMention, other: &PlaceMention) -> bool {
    if one.text.eq_ignore_ascii_case(&other.text) {
        return true;
    }
    let (Some(a), Some(b)) = (one.best(), other.best()) else {
        return true;
    };
    if a.id == b.id {
        return true;
    }
    let same_country = a.country == b.country;
    let wide = |place: &PlaceCandidate| breadth(place.kind) >= 2;
    let small = |place: &PlaceCandidate| breadth(place.kind) == 0;
    if wide(a) || wide(b) {
        let both = wide(a) && wide(b) && a.kind == b.kind;
        let apart = !a.admin1.is_empty() && !b.admin1.is_empty() && a.admin1 != b.admin1;
        return same_country && !both && !apart;
    }
    let near = (a.lat - b.lat).abs() < NEAR_DEGREES && (a.lon - b.lon).abs() < NEAR_DEGREES;
    same_country && near && (small(a) || small(b))
}

/// 0 for a point in a town to 3 for a country.
pub(super) fn breadth(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::District | PlaceKind::Feature => 0,
        PlaceKind::City | PlaceKind::Town | PlaceKind::Village => 1,
        PlaceKind::Region => 2,
        PlaceKind::Country => 3,
    }
}

pub(super) fn breadth_of(mention: &PlaceMention) -> u8 {
    mention.best().map_or(1, |place| breadth(place.kind))
}

/// How much more than a town in passing says of the country that is told of.
const HEAD_WEIGHT: usize = 6;
const COUNTRY_WEIGHT: usize = 3;

/// The country a text speaks of: its dateline's, those it names, those of its towns.
pub(super) fn country_spoken_of(reading: &Reading) -> Option<String> {
    let mut votes: HashMap<&str, (usize, usize)> = HashMap::new();
    let head = reading.dateline.as_ref().and_then(|dateline| dateline.place);
    for (index, mention) in reading.places.iter().enumerate() {
        let Some(best) = mention.best().filter(|best| !best.country.is_empty()) else {
            continue;
        };
        let vote = votes.entry(&best.country).or_insert((0, index));
        vote.0 += match best.kind {
            _ if head == Some(index) => HEAD_WEIGHT,
            PlaceKind::Country => COUNTRY_WEIGHT,
            _ => 1,
        };
    }
    let most = votes
        .into_iter()
        .max_by_key(|(_, (count, first))| (*count, std::cmp::Reverse(*first)));
    most.map(|(country, _)| country.to_owned())
}

/// A place of fewer people bears a name that many places bear.
const WELL_KNOWN_PEOPLE: u32 = 100_000;

/// The country of an incident's places, the one the text speaks of where its names allow it.
pub(super) fn country_of(places: &[&PlaceMention], spoken_of: Option<&str>) -> Option<String> {
    let spoken = spoken_of.filter(|country| {
        let there = |place: &&PlaceMention| place.candidates.iter().any(|c| c.country == **country);
        places.iter().any(there)
    });
    let known = |place: &PlaceCandidate| {
        place.kind == PlaceKind::Country || place.population >= WELL_KNOWN_PEOPLE
    };
    let named = || {
        let best = places.iter().filter_map(|place| place.best());
        best.filter(|best| known(best)).map(|best| best.country.as_str()).find(|c| !c.is_empty())
    };
    spoken.or_else(named).or(spoken_of).map(str::to_owned)
}
