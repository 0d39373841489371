//! Which tags make a closed way an area, which are free text, and which name a feature.

/// Said by editing programs about themselves: they describe nothing on the ground.
const OF_EDITORS: &[&str] = &["created_by", "converted_by", "odbl"];

/// A closed way with one of these is an area, but for the values named.
const AREA_KEYS: &[(&str, &[&str])] = &[
    ("amenity", &[]),
    ("area:highway", &[]),
    ("boundary", &[]),
    ("building", &[]),
    ("building:part", &[]),
    ("craft", &[]),
    ("emergency", &[]),
    ("golf", &["hole", "path", "cartpath"]),
    ("healthcare", &[]),
    ("historic", &[]),
    ("indoor", &[]),
    ("industrial", &[]),
    ("landuse", &[]),
    ("leisure", &["track", "slipway"]),
    (
        "man_made",
        &[
            "breakwater",
            "cutline",
            "embankment",
            "groyne",
            "pipeline",
            "dyke",
        ],
    ),
    ("military", &["trench"]),
    (
        "natural",
        &["coastline", "cliff", "ridge", "arete", "tree_row", "valley"],
    ),
    ("office", &[]),
    ("place", &[]),
    ("public_transport", &[]),
    ("ruins", &[]),
    ("shop", &[]),
    ("tourism", &["attraction", "artwork"]),
    ("water", &[]),
];

/// Of these keys only the values named make an area.
const AREA_VALUES: &[(&str, &[&str])] = &[
    (
        "aeroway",
        &[
            "aerodrome",
            "apron",
            "helipad",
            "hangar",
            "terminal",
            "heliport",
        ],
    ),
    ("barrier", &["wall_area", "hedge_bank"]),
    ("highway", &["services", "rest_area", "platform"]),
    (
        "power",
        &["plant", "substation", "generator", "transformer"],
    ),
    (
        "railway",
        &[
            "station",
            "platform",
            "roundhouse",
            "turntable",
            "traverser",
        ],
    ),
    (
        "waterway",
        &["riverbank", "dock", "boatyard", "dam", "fuel"],
    ),
];

/// Values that are nearly always another one: kept in the feature, not in the dictionary.
const FREE: &[&str] = &[
    "description",
    "email",
    "fax",
    "image",
    "note",
    "opening_hours",
    "phone",
    "url",
    "website",
    "wikidata",
    "wikipedia",
    "wikimedia_commons",
    "fixme",
    "FIXME",
    "operator:wikidata",
];
const FREE_BEGINNINGS: &[&str] = &[
    "contact:",
    "ref:",
    "note:",
    "description:",
    "wikipedia:",
    "is_in",
];

const NAMES: &[&str] = &[
    "name",
    "alt_name",
    "old_name",
    "official_name",
    "short_name",
    "int_name",
    "loc_name",
    "reg_name",
    "nat_name",
];

pub(crate) fn says_something(key: &str) -> bool {
    !OF_EDITORS.contains(&key)
}

pub(crate) fn is_area<'t>(tags: impl Iterator<Item = (&'t str, &'t str)> + Clone) -> bool {
    if let Some((_, said)) = tags.clone().find(|(key, _)| *key == "area") {
        return said != "no";
    }
    tags.into_iter().any(|(key, value)| {
        let but = AREA_KEYS.iter().find(|(known, _)| *known == key);
        let only = AREA_VALUES.iter().find(|(known, _)| *known == key);
        value != "no"
            && (but.is_some_and(|(_, values)| !values.contains(&value))
                || only.is_some_and(|(_, values)| values.contains(&value)))
    })
}

/// "name", "name:uk", "old_name:ru": what a feature is called in some language or time.
pub(crate) fn is_name(key: &str) -> bool {
    NAMES.contains(&key) || {
        let (before, language) = key.split_once(':').unwrap_or((key, ""));
        NAMES.contains(&before)
            && (2..=12).contains(&language.len())
            && language
                .bytes()
                .all(|byte| byte.is_ascii_alphabetic() || byte == b'-' || byte == b'_')
    }
}

pub(crate) fn is_free_text(key: &str) -> bool {
    is_name(key)
        || FREE.contains(&key)
        || FREE_BEGINNINGS
            .iter()
            .any(|beginning| key.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_way_is_an_area_where_its_tags_say_so() {
        for (tags, area) in [
            (&[("building", "yes")][..], true),
            (&[("highway", "residential")], false),
            (&[("highway", "pedestrian"), ("area", "yes")], true),
            (&[("building", "yes"), ("area", "no")], false),
            (&[("aeroway", "aerodrome")], true),
            (&[("aeroway", "runway")], false),
            (&[("natural", "coastline")], false),
            (&[("railway", "rail")], false),
            (&[("building", "no")], false),
        ] {
            assert_eq!(is_area(tags.iter().copied()), area, "{tags:?}");
        }
    }

    #[test]
    fn names_are_told_from_what_only_begins_like_one() {
        for (key, name) in [
            ("name", true),
            ("name:uk", true),
            ("old_name:ru", true),
            ("name:zh-Hant", true),
            ("name:etymology:wikidata", false),
            ("names", false),
            ("fixme:name", false),
        ] {
            assert_eq!(is_name(key), name, "{key}");
        }
    }
}
