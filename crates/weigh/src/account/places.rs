//! Places on the map: what is told of each, on how many origins, within which radius.

use std::collections::BTreeMap;

use bearings_model::{ClaimKind, MapFeature, MapStatus, PlaceCandidate};

use super::days::{day_of, in_words};
use super::group::Group;
use super::{Findings, group_sentence};
use crate::material::Say;

/// How many sentences a place's entry holds; the account has them all.
const SENTENCES: usize = 8;

pub(crate) fn features(groups: &[Group], findings: &Findings) -> Vec<MapFeature> {
    let mut by_place: BTreeMap<String, Vec<&Group>> = BTreeMap::new();
    for group in groups.iter().filter(|group| is_placed(&group.says[0])) {
        // Centre and whole town are two circles.
        if let Some(place) = group.says[0].place() {
            by_place
                .entry(format!("{}-{}", place.id, place.radius_m))
                .or_default()
                .push(group);
        }
    }
    by_place
        .into_values()
        .filter_map(|groups| feature(&groups, findings))
        .collect()
}

/// Things that happened or were seen or counted there; opinions have no place on a map.
fn is_placed(say: &Say) -> bool {
    let kind = matches!(
        say.claim.kind,
        ClaimKind::Event | ClaimKind::Observation | ClaimKind::Tally(_)
    );
    let settled = say.place().is_some_and(|place| place.kind.is_settlement());
    kind && settled
}

fn feature(groups: &[&Group], findings: &Findings) -> Option<MapFeature> {
    let place: &PlaceCandidate = groups[0].says[0].place()?;
    let claims = groups
        .iter()
        .flat_map(|group| &group.says)
        .map(|say| say.claim);
    let origins = findings.origins.behind(claims).len();
    let contested = groups
        .iter()
        .flat_map(|group| &group.says)
        .any(|say| findings.contested.contains(&say.claim.id));
    let status = match (contested, origins) {
        (true, _) => MapStatus::Contested,
        (false, 2..) => MapStatus::Supported,
        _ => MapStatus::Single,
    };
    let centre = groups[0].says[0]
        .place_words()
        .filter(|words| words.ends_with("centre"));
    Some(MapFeature {
        id: format!("p-{}-{}", place.id.replace(':', "-"), place.radius_m),
        label: centre.unwrap_or_else(|| place.name.clone()),
        lat: place.lat,
        lon: place.lon,
        radius_m: place.radius_m,
        origins,
        status,
        when: when_words(groups),
        sentences: groups
            .iter()
            .take(SENTENCES)
            .map(|group| group_sentence(group, findings))
            .collect(),
    })
}

/// The first and the last day told of there.
fn when_words(groups: &[&Group]) -> String {
    let mut days: Vec<_> = groups
        .iter()
        .filter_map(|group| day_of(&group.says[0]))
        .collect();
    days.sort();
    match (days.first(), days.last()) {
        (Some(first), Some(last)) if first != last => {
            format!("{} to {}", in_words(*first), in_words(*last))
        }
        (Some(day), _) => in_words(*day),
        _ => "day not stated".to_owned(),
    }
}
