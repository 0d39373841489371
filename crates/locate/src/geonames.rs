//! One line of GeoNames' dump to a place, and which lines are worth keeping.
//!
//! Source: GeoNames' `readme.txt`, "The main 'geoname' table": nineteen columns, tabs between,
//! UTF-8. Rivers, hills, hotels and the like are left out: their one point says little of where
//! something happened, and many are named with everyday words.

use bearings_model::PlaceKind;

/// GeoNames' own limit.
const MOST_NAME: usize = 200;
/// Longer other names are remarks, shorter ones codes.
const OTHER_NAMES: std::ops::RangeInclusive<usize> = 3..=60;
const CITY_FROM: u32 = 50_000;
const TOWN_FROM: u32 = 5_000;
const RADIUS_UNKNOWN_M: u32 = 2_500;

/// A line of the dump that is a place of a kind that is kept.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Feature {
    pub id: String,
    pub name: String,
    pub others: Vec<String>,
    pub kind: PlaceKind,
    /// For a division: how many of the codes below name it.
    pub level: Option<usize>,
    pub country: String,
    /// GeoNames' codes of the first- and second-order division.
    pub divisions: [String; 2],
    pub lat: f64,
    pub lon: f64,
    pub population: Option<u32>,
    /// What a place of this kind and size reaches; a division's is known from its places only.
    pub radius_m: u32,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Line {
    Kept(Box<Feature>),
    /// A good line of a kind that is left out.
    LeftOut,
    /// No line of a dump.
    Bad,
}

pub(crate) fn line(line: &str) -> Line {
    let columns: Vec<&str> = line.trim_end_matches('\r').split('\t').collect();
    let [
        id,
        name,
        ascii,
        others,
        lat,
        lon,
        class,
        code,
        country,
        _,
        first,
        second,
        rest @ ..,
    ] = columns.as_slice()
    else {
        return Line::Bad;
    };
    let (Some(lat), Some(lon)) = (degrees(lat, 90.0), degrees(lon, 180.0)) else {
        return Line::Bad;
    };
    if rest.len() != 7 || !is_number(id) || !is_name(name) || !is_code(country) {
        return Line::Bad;
    }
    let population = rest[2].parse().ok().filter(|people| *people > 0);
    let Some((kind, level, radius_m)) = kept(class, code, population) else {
        return Line::LeftOut;
    };
    let others = others.split(',').chain([*ascii]);
    Line::Kept(Box::new(Feature {
        id: format!("geonames:{id}"),
        name: (*name).to_owned(),
        others: others
            .filter(|other| is_other_name(other))
            .map(str::to_owned)
            .collect(),
        kind,
        level,
        country: (*country).to_owned(),
        divisions: [plain_code(first), plain_code(second)],
        lat,
        lon,
        population,
        radius_m,
    }))
}

/// The kind, the level of a division, and the radius, of a feature code that is kept.
fn kept(class: &str, code: &str, people: Option<u32>) -> Option<(PlaceKind, Option<usize>, u32)> {
    Some(match (class, code) {
        ("P", "PPLH" | "PPLCH") => return None,
        ("P", "PPLX") => (PlaceKind::District, None, settlement_radius_m(people)),
        ("P", _) => (settlement(people), None, settlement_radius_m(people)),
        ("A", "ADM1") => (PlaceKind::Region, Some(1), 0),
        ("A", "ADM2" | "ADM2H") => (PlaceKind::Region, Some(2), 0),
        ("S", "AIRP" | "AIRB" | "AIRF" | "AIRH") => (PlaceKind::Feature, None, 3_000),
        ("S", "PS" | "PSN" | "PSH" | "DAM" | "BDG") => (PlaceKind::Feature, None, 2_000),
        ("L", "MILB" | "PRT" | "NVB") => (PlaceKind::Feature, None, 3_000),
        ("T", "ISL") => (PlaceKind::Feature, None, 10_000),
        ("T", "ISLS" | "SPIT") => (PlaceKind::Feature, None, 30_000),
        ("H", "RSV") => (PlaceKind::Feature, None, 60_000),
        _ => return None,
    })
}

/// Size classes, not legal status, as in the built-in gazetteer.
fn settlement(people: Option<u32>) -> PlaceKind {
    match people {
        Some(CITY_FROM..) => PlaceKind::City,
        Some(TOWN_FROM..) => PlaceKind::Town,
        _ => PlaceKind::Village,
    }
}

/// The built-in gazetteer's rule (decision 0006), to 100 m.
fn settlement_radius_m(people: Option<u32>) -> u32 {
    let Some(people) = people else {
        return RADIUS_UNKNOWN_M;
    };
    let exact = 1_500.0 + 8.8 * f64::from(people).sqrt();
    // At most 600 km for four billion people: fits.
    ((exact / 100.0).round() * 100.0) as u32
}

fn degrees(written: &str, most: f64) -> Option<f64> {
    written
        .parse()
        .ok()
        .filter(|degrees: &f64| degrees.abs() <= most)
}

fn is_number(id: &str) -> bool {
    !id.is_empty() && id.len() <= 12 && id.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_code(country: &str) -> bool {
    country.len() <= 2 && country.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// A division's code goes into a column of its own.
fn plain_code(code: &str) -> String {
    let plain = code.len() <= 20 && code.chars().all(|c| c.is_alphanumeric() || c == '.');
    if plain {
        code.to_owned()
    } else {
        String::new()
    }
}

/// A name a person can read: nothing that moves the cursor or parts columns.
fn is_name(name: &str) -> bool {
    name.chars().count() <= MOST_NAME
        && name.chars().any(char::is_alphabetic)
        && name.chars().all(|c| !c.is_control() && c != '|')
}

/// Of the other names those in the scripts that are read; no codes such as "HRK".
fn is_other_name(name: &str) -> bool {
    let code = name.len() <= 4 && name.chars().all(|c| c.is_ascii_uppercase());
    is_name(name)
        && !code
        && OTHER_NAMES.contains(&name.chars().count())
        && name.chars().all(|c| match c {
            '\u{0041}'..='\u{024f}' | '\u{1e00}'..='\u{1eff}' => true,
            '\u{0400}'..='\u{04ff}' | '\u{0301}' => true,
            _ => " '’ʼ-–.()".contains(c),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const VILLAGE: &str = "1\tVesele\tVesele\tВеселе,Весёлое,VSL,http://x/1\t50.1\t36.5\tP\tPPL\tUA\t\t07\t706\t\t\t90\t\t120\tEurope/Kyiv\t2022-01-01";

    fn read(given: &str) -> Feature {
        match line(given) {
            Line::Kept(feature) => *feature,
            other => panic!("{given}: {other:?}"),
        }
    }

    #[test]
    fn a_village_keeps_its_names_and_loses_codes_and_addresses() {
        let village = read(VILLAGE);
        assert_eq!(village.id, "geonames:1");
        assert_eq!(village.others, ["Веселе", "Весёлое", "Vesele"]);
        assert_eq!(village.kind, PlaceKind::Village);
        assert_eq!(village.population, Some(90));
        assert_eq!(village.radius_m, 1_600);
        assert_eq!(village.divisions, ["07", "706"]);
    }

    #[test]
    fn people_not_known_are_not_zero() {
        let village = read(&VILLAGE.replace("\t90\t", "\t0\t"));
        assert_eq!((village.population, village.radius_m), (None, 2_500));
    }

    #[test]
    fn size_makes_the_kind() {
        for (people, kind) in [
            (60_000, PlaceKind::City),
            (5_000, PlaceKind::Town),
            (4_999, PlaceKind::Village),
        ] {
            let given = VILLAGE.replace("\t90\t", &format!("\t{people}\t"));
            assert_eq!(read(&given).kind, kind, "{people}");
        }
    }

    #[test]
    fn rivers_and_hotels_are_left_out() {
        for code in ["H\tSTM", "S\tHTL", "T\tMT", "P\tPPLH"] {
            assert_eq!(
                line(&VILLAGE.replace("P\tPPL", code)),
                Line::LeftOut,
                "{code}"
            );
        }
    }

    #[test]
    fn what_is_no_line_of_a_dump_is_bad() {
        let cases = [
            String::new(),
            "name;lat;lon".to_owned(),
            VILLAGE.replace("50.1", "150.1"),
            VILLAGE.replace("50.1", "NaN"),
            VILLAGE.replace("1\tVesele\t", "one\tVesele\t"),
            VILLAGE.replace("Vesele\tVesele", "Ves\u{1b}[31mele\tVesele"),
            VILLAGE.replace("\tUA\t", "\tUkraine\t"),
            format!("{VILLAGE}\tmore"),
        ];
        for case in cases {
            assert_eq!(line(&case), Line::Bad, "{case:?}");
        }
    }
}
