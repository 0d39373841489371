//! Place names in news: found, resolved, and inside the radius given.
//!
//! GeoWebNews, LGL and GeoVirus as Gritta, Pilehvar and Collier use them ("A Pragmatic Guide to
//! Geoparsing Evaluation", 2020). A mention is right when its characters are exactly the gold
//! name's; the same with any overlap stands beside it. Distance and radius are of the best
//! candidate, over the mentions found (by overlap) whose gold has coordinates; a second figure
//! counts every gold name with coordinates, so a missed one as unresolved.
//!
//! What counts as a name differs by set. GeoWebNews: every toponym with coordinates, literal or
//! associative, so adjectives and names inside names but not people ("Mexicans"). LGL: all it
//! lists, adjectives and people too. GeoVirus: no adjectives, no people.

use std::fs;
use std::path::Path;

use bearings_locate::BuiltIn;
use bearings_model::{PlaceMention, PlaceRole};

use super::figure::{Counts, Figure, share};
use super::reader::{About, reading};

/// The threshold of the field: 100 miles.
const NEAR_KM: f64 = 161.0;

struct Set {
    name: &'static str,
    file: &'static str,
    text: &'static str,
    place: &'static str,
    phrase: &'static str,
    roles: &'static [PlaceRole],
    other: &'static str,
}

const SETS: &[Set] = &[
    Set {
        name: "gwn",
        file: "GWN.xml",
        text: "text",
        place: "toponym",
        phrase: "extractedName",
        roles: &[PlaceRole::Place, PlaceRole::Within, PlaceRole::Adjective],
        other: "CamCoder end to end F .70; Mordecai3 .94 of gold names within 161 km",
    },
    Set {
        name: "lgl",
        file: "lgl.xml",
        text: "text",
        place: "toponym",
        phrase: "phrase",
        roles: &[
            PlaceRole::Place,
            PlaceRole::Within,
            PlaceRole::Adjective,
            PlaceRole::People,
        ],
        other: "Mordecai3 .83 of gold names within 161 km",
    },
    Set {
        name: "geovirus",
        file: "GeoVirus.xml",
        text: "text",
        place: "location",
        phrase: "name",
        roles: &[PlaceRole::Place],
        other: "",
    },
];

struct Gold {
    /// Code points of the text.
    start: usize,
    end: usize,
    name: String,
    point: Option<(f64, f64)>,
}

#[derive(Default)]
struct Score {
    exact: Counts,
    overlap: Counts,
    with_point: f64,
    resolved: f64,
    near: f64,
    inside: f64,
    radii_km: Vec<f64>,
}

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let mut figures = Vec::new();
    for set in SETS {
        let path = data.join("geoparsing").join(set.file);
        let source =
            fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        figures.extend(measure(set, &source));
    }
    Ok(figures)
}

fn measure(set: &Set, source: &str) -> Vec<Figure> {
    let gazetteer = BuiltIn::new();
    let mut score = Score::default();
    let mut errors = Vec::new();
    for article in blocks(source, "article") {
        let Some(text) = blocks(article, set.text).next().map(unescaped) else {
            continue;
        };
        let gold: Vec<Gold> = blocks(article, set.place)
            .filter_map(|block| gold(set, block, &text))
            .collect();
        let about = About {
            lang: "en",
            ..About::default()
        };
        let reading = reading(&text, &about, &gazetteer);
        let offsets = Offsets::of(&text);
        let found: Vec<&PlaceMention> = reading
            .places
            .iter()
            .filter(|mention| set.roles.contains(&mention.role))
            // "the city centre" is an expression, not a name.
            .filter(|mention| mention.text.chars().any(char::is_uppercase))
            .collect();
        compare(&gold, &found, &offsets, &text, &mut score, &mut errors);
    }
    show(set.name, &errors);
    figures(set, &mut score)
}

fn gold(set: &Set, block: &str, text: &str) -> Option<Gold> {
    let field = |name| blocks(block, name).next().map(unescaped);
    let number = |name| field(name).and_then(|value| value.trim().parse::<f64>().ok());
    let point = number("latitude")
        .zip(number("longitude"))
        .or_else(|| number("lat").zip(number("lon")));
    if set.name == "gwn" && point.is_none() {
        return None;
    }
    let name = field(set.phrase)?;
    let (start, end) = (number("start")? as usize, number("end")? as usize);
    let shift = aligned(text, start, &name)?;
    Some(Gold {
        start: shift,
        end: shift + (end - start),
        name,
        point,
    })
}

/// Where the name really begins: the sets' offsets are up to a few characters off.
fn aligned(text: &str, start: usize, name: &str) -> Option<usize> {
    [0i64, -1, 1, -2, 2, -3, 3, -4, 4].iter().find_map(|shift| {
        let at = usize::try_from(start as i64 + shift).ok()?;
        let (byte, _) = text.char_indices().nth(at)?;
        text[byte..].starts_with(name).then_some(at)
    })
}

fn compare(
    gold: &[Gold],
    found: &[&PlaceMention],
    offsets: &Offsets,
    text: &str,
    score: &mut Score,
    errors: &mut Vec<String>,
) {
    let mut taken = vec![false; found.len()];
    score.with_point += gold.iter().filter(|g| g.point.is_some()).count() as f64;
    for g in gold {
        let range = |m: &PlaceMention| (offsets.at(m.span.start), offsets.at(m.span.end));
        let exact = found.iter().position(|m| range(m) == (g.start, g.end));
        let any = exact.or_else(|| {
            found.iter().enumerate().position(|(i, m)| {
                let (start, end) = range(m);
                !taken[i] && start < g.end && g.start < end
            })
        });
        let Some(index) = any else {
            score.exact.missed += 1.0;
            score.overlap.missed += 1.0;
            errors.push(format!("MISSED {} | {}", g.name, around(text, g.start)));
            continue;
        };
        taken[index] = true;
        score.overlap.right += 1.0;
        if exact.is_some() {
            score.exact.right += 1.0;
        } else {
            score.exact.missed += 1.0;
            score.exact.wrong += 1.0;
            errors.push(format!("BORDER {} | {}", g.name, found[index].text));
        }
        if let Some(point) = g.point {
            place(g, point, found[index], score, errors);
        }
    }
    for (_, mention) in taken.iter().zip(found).filter(|(taken, _)| !**taken) {
        score.exact.wrong += 1.0;
        score.overlap.wrong += 1.0;
        let at = offsets.at(mention.span.start);
        errors.push(format!("WRONG {} | {}", mention.text, around(text, at)));
    }
}

fn place(
    gold: &Gold,
    point: (f64, f64),
    mention: &PlaceMention,
    score: &mut Score,
    errors: &mut Vec<String>,
) {
    let Some(best) = mention.best() else { return };
    let km = distance_km(point, (best.lat, best.lon));
    score.resolved += 1.0;
    score.near += f64::from(u8::from(km <= NEAR_KM));
    let radius_km = f64::from(best.radius_m) / 1000.0;
    score.inside += f64::from(u8::from(km <= radius_km));
    score.radii_km.push(radius_km);
    if km > NEAR_KM {
        errors.push(format!(
            "FAR {} -> {} {} {:?} {km:.0} km: {}",
            gold.name, best.name, best.country, best.kind, best.reason
        ));
    } else if km > radius_km {
        errors.push(format!(
            "OUTSIDE {} -> {} {} {:?} {km:.0} km, radius {radius_km:.0} km",
            gold.name, best.name, best.country, best.kind
        ));
    }
}

fn figures(set: &Set, score: &mut Score) -> Vec<Figure> {
    score.radii_km.sort_by(f64::total_cmp);
    let median = score
        .radii_km
        .get(score.radii_km.len() / 2)
        .copied()
        .unwrap_or(0.0);
    let line = |metric: &str, value, cases: f64, goal| Figure {
        set: set.name,
        metric: metric.to_owned(),
        value,
        cases: cases as usize,
        goal,
        other: set.other,
    };
    let names = score.exact.right + score.exact.missed;
    vec![
        line("mention F1, exact", score.exact.f1(), names, Some(0.75)),
        line(
            "mention precision, exact",
            score.exact.precision(),
            names,
            None,
        ),
        line("mention recall, exact", score.exact.recall(), names, None),
        line("mention F1, overlapping", score.overlap.f1(), names, None),
        line(
            "within 161 km, of names found",
            share(score.near, score.resolved),
            score.resolved,
            Some(0.88),
        ),
        line(
            "within 161 km, of all names",
            share(score.near, score.with_point),
            score.with_point,
            None,
        ),
        line(
            "inside the radius, of names found",
            share(score.inside, score.resolved),
            score.resolved,
            Some(0.90),
        ),
        line("median radius, km", median, score.resolved, None),
    ]
}

pub(super) fn distance_km(a: (f64, f64), b: (f64, f64)) -> f64 {
    bearings_model::distance_m(a, b) / 1000.0
}

/// Prints errors when `EVAL_ERRORS` is set.
pub(super) fn show(set: &str, errors: &[String]) {
    if std::env::var("EVAL_ERRORS").is_ok() {
        for error in errors {
            println!("{set} {error}");
        }
    }
}

/// Bytes to code points.
pub(super) struct Offsets(Vec<usize>);

impl Offsets {
    pub(super) fn of(text: &str) -> Self {
        Self(text.char_indices().map(|(byte, _)| byte).collect())
    }

    pub(super) fn at(&self, byte: usize) -> usize {
        self.0.partition_point(|start| *start < byte)
    }
}

pub(super) fn around(text: &str, at: usize) -> String {
    let words: String = text.chars().skip(at.saturating_sub(30)).take(80).collect();
    words.replace('\n', " ")
}

/// The insides of `<tag …>…</tag>`, one after another; the sets nest no tag in itself.
fn blocks<'s>(source: &'s str, tag: &str) -> impl Iterator<Item = &'s str> + use<'s> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}>"));
    let mut rest = source;
    std::iter::from_fn(move || {
        loop {
            let start = rest.find(&open)? + open.len();
            let after = &rest[start..];
            let ends_name = after.starts_with(['>', ' ', '\t', '\n', '/']);
            let inner = after.find('>')? + 1;
            if !ends_name || after[..inner].ends_with("/>") {
                rest = after;
                continue;
            }
            let end = after.find(&close)?;
            rest = &after[end + close.len()..];
            return Some(&after[inner..end]);
        }
    })
}

fn unescaped(text: &str) -> String {
    if let Some(plain) = text.strip_prefix("<![CDATA[") {
        return plain.trim_end_matches("]]>").to_owned();
    }
    text.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&#13;", "\r")
        .replace("&amp;", "&")
}
