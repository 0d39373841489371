//! Whether two places can be one occurrence's, and which country a text speaks of.

use std::collections::BTreeMap;

use bearings_model::{PlaceCandidate, PlaceKind, PlaceMention, PlaceRole, Reading, Span};

use crate::actor::side_of;
use crate::lexicon::phrases;
use crate::text::Text;

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
const HEAD_WEIGHT: usize = 12;
const COUNTRY_WEIGHT: usize = 2;
/// A nation is named in passing ("the U.S. embassy") as often as one likes and says no more.
const MOST_PASSING: usize = 6;

/// Smaller places are too often somebody's name to say which country is told of.
const COUNTED_PEOPLE: u32 = 50_000;

/// A place of fewer people bears a name that many places and things bear.
const WELL_KNOWN_PEOPLE: u32 = 400_000;

/// Enough for its name to be this one's where the text speaks of its country.
const KNOWN_PEOPLE: u32 = 5_000;

fn is_well_known(place: &PlaceCandidate) -> bool {
    place.kind == PlaceKind::Country || place.population >= WELL_KNOWN_PEOPLE
}

/// The country a text speaks of: its dateline's, those it names, those of its known towns.
pub(super) fn country_spoken_of(reading: &Reading, text: &Text) -> Option<String> {
    let mut votes: BTreeMap<String, usize> = BTreeMap::new();
    let mut passing: BTreeMap<String, usize> = BTreeMap::new();
    let head = reading
        .dateline
        .as_ref()
        .and_then(|dateline| dateline.place);
    for (index, mention) in reading.places.iter().enumerate() {
        let known = |best: &&PlaceCandidate| {
            best.kind == PlaceKind::Country || best.population >= COUNTED_PEOPLE
        };
        let Some(best) = mention.best().filter(known) else {
            continue;
        };
        let country = best.country.clone();
        if head == Some(index) {
            *votes.entry(country).or_default() += HEAD_WEIGHT;
        } else if best.kind != PlaceKind::Country {
            *votes.entry(country).or_default() += 1;
        } else if is_led(text, mention) {
            *votes.entry(country).or_default() += COUNTRY_WEIGHT;
        } else {
            *passing.entry(country).or_default() += 1;
        }
    }
    for at in 0..text.tokens.len() {
        if let Some(side) = side_of(text, at..at + 1).filter(|_| text.is_capital(at)) {
            *passing.entry(side).or_default() += 1;
        }
    }
    for (country, count) in passing {
        *votes.entry(country).or_default() += count.min(MOST_PASSING);
    }
    votes.remove("");
    let most = votes.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(country, _)| country)
}

/// Whether a name is a place here: in the country spoken of, unlisted, or known to everybody.
pub(super) fn is_place_here(mention: &PlaceMention, spoken_of: Option<&str>) -> bool {
    let candidates = &mention.candidates;
    mention.role == PlaceRole::Place
        && (spoken_of.is_none()
            || candidates.is_empty()
            || candidates
                .iter()
                .any(|place| Some(place.country.as_str()) == spoken_of)
            || candidates.first().is_some_and(is_well_known))
}

/// Right behind "in" or "near".
fn is_led(text: &Text, mention: &PlaceMention) -> bool {
    let first = text.within(mention.span).start;
    first > 0
        && LED.at(text, first - 1, first).is_some()
        && !matches!(text.word(first - 1), "of" | "on" | "at")
}

/// The country of an incident's places, the one the text speaks of where its names allow it.
pub(super) fn country_of(places: &[&PlaceMention], spoken_of: Option<&str>) -> Option<String> {
    let there = |place: &PlaceCandidate, country: &str| {
        place.country == country
            && (place.population >= KNOWN_PEOPLE || !place.kind.is_settlement())
    };
    let spoken = spoken_of.filter(|country| {
        let mut all = places.iter().flat_map(|place| place.candidates.iter());
        all.any(|place| there(place, country))
    });
    let named = || {
        let best = places.iter().filter_map(|place| place.best());
        let mut known = best.filter(|best| is_well_known(best));
        known
            .find(|best| !best.country.is_empty())
            .map(|best| best.country.as_str())
    };
    let any = || {
        let mut best = places.iter().filter_map(|place| place.best());
        best.find(|best| !best.country.is_empty())
            .map(|best| best.country.as_str())
    };
    let told = spoken.or_else(named).or(spoken_of).or_else(any);
    told.map(str::to_owned)
}

/// The narrowest place a sentence says something happened at: its claim's own, or another after
/// "in", "at", "near".
pub(super) fn of_sentence(
    reading: &Reading,
    text: &Text,
    sentence: Span,
    own: Option<usize>,
    spoken_of: Option<&str>,
) -> Option<usize> {
    let from = reading
        .places
        .partition_point(|place| place.span.start < sentence.start);
    let to = reading
        .places
        .partition_point(|place| place.span.start < sentence.end);
    let here = |index: &usize| is_place_here(&reading.places[*index], spoken_of);
    let led = |index: &usize| {
        let first = text.within(reading.places[*index].span).start;
        (first.saturating_sub(LED_TOKENS)..first).any(|i| LED.at(text, i, i + 1).is_some())
    };
    let broad = |index: &usize| breadth_of(&reading.places[*index]) == 3;
    let others = (from..to)
        .filter(here)
        .filter(led)
        .filter(|index| !broad(index) || is_led(text, &reading.places[*index]))
        .min_by_key(|index| breadth_of(&reading.places[*index]));
    // In capitals throughout, a place's name is told from a person's by the word before it.
    own.filter(here)
        .filter(|index| !text.all_capitals || led(index))
        .filter(|index| !broad(index))
        .or(others)
}

phrases! {
    /// Right before a place, these say that something is there.
    static LED: () = {
        () => "in, at, near, on, outside, around, of, у, в, на, під, біля, поблизу, неподалік, во, под, возле, близ, около, недалеко",
    };
}

/// "In the town of", "near the city of".
const LED_TOKENS: usize = 4;
