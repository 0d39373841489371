//! The map's section: the drawings, the list of places, and the data for the script.

use bearings_model::{Account, MapFeature};

use super::sentence::{self, SentenceView};
use crate::basemap::BaseMap;
use crate::map::{self, Drawings};
use crate::phrase;
use crate::reference::References;
use crate::words::{Markup, Words, json_block, plain};

pub(super) struct MapView {
    pub drawings: Drawings,
    pub places: Vec<PlaceView>,
    pub credit: String,
    /// West, south, east and north of what the drawing shows, for the script to begin with.
    pub bounds: String,
    pub basemap_json: Markup,
    pub features_json: Markup,
}

pub(super) struct PlaceView {
    pub id: String,
    pub anchor: String,
    pub href: String,
    pub label: Words,
    /// "known to within 2 km".
    pub radius: String,
    pub status: &'static str,
    pub status_name: &'static str,
    pub when: Words,
    pub sentences: Vec<SentenceView>,
}

pub(super) fn map_view(
    account: &Account,
    basemap: &BaseMap,
    references: &mut References<'_>,
) -> Option<MapView> {
    let drawings = map::drawings(account, basemap)?;
    let places = account
        .places
        .iter()
        .map(|place| place_view(place, references))
        .collect();
    let around = basemap.around(map::middle(&account.places));
    Some(MapView {
        drawings,
        places,
        bounds: map::bounds(&account.places),
        credit: plain(&basemap.credit),
        basemap_json: json_block(&around.to_string()),
        features_json: json_block(&map::features(account, references).to_string()),
    })
}

fn place_view(place: &MapFeature, references: &mut References<'_>) -> PlaceView {
    let sentences = sentence::views(&place.sentences, references);
    PlaceView {
        id: plain(&place.id),
        anchor: map::place_anchor(place),
        href: map::address(place, references),
        label: Words::new(&place.label),
        radius: format!("within {}", phrase::distance(f64::from(place.radius_m))),
        status: phrase::map_status(place.status),
        status_name: phrase::map_status_name(place.status),
        when: Words::new(&place.when),
        sentences,
    }
}
