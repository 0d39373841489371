//! How far a division reaches: a dump gives its middle only, so its places tell.

use std::collections::HashMap;

use bearings_model::distance_m;

use crate::geonames::Feature;

/// Of a division none of whose places is known.
const UNKNOWN_M: [u32; 2] = [150_000, 40_000];
/// Places are not all on the border.
const MARGIN: f64 = 1.1;

/// Gives every division a radius that reaches all its places, and a tenth more.
pub(crate) fn measure(features: &mut [Feature]) {
    let mut middles: HashMap<(usize, [String; 2]), (f64, f64)> = HashMap::new();
    for feature in features.iter() {
        if let Some(level) = feature.level {
            middles.insert(key(feature, level), (feature.lat, feature.lon));
        }
    }
    let mut reach: HashMap<(usize, [String; 2]), f64> = HashMap::new();
    for place in features.iter().filter(|feature| feature.level.is_none()) {
        for level in [1, 2] {
            let key = key(place, level);
            if let Some(&middle) = middles.get(&key) {
                let away = distance_m(middle, (place.lat, place.lon));
                let known = reach.entry(key).or_default();
                *known = known.max(away + f64::from(place.radius_m));
            }
        }
    }
    for feature in features.iter_mut() {
        let Some(level) = feature.level else { continue };
        feature.radius_m = match reach.get(&key(feature, level)) {
            // No two points of the Earth are further apart than 20,016 km: fits.
            Some(known) => ((known * MARGIN / 1_000.0).ceil() * 1_000.0) as u32,
            None => UNKNOWN_M[level - 1],
        };
    }
}

fn key(feature: &Feature, level: usize) -> (usize, [String; 2]) {
    let [first, second] = &feature.divisions;
    let second = if level == 1 { "" } else { second };
    (level, [first.clone(), second.to_owned()])
}
