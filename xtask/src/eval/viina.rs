//! Places of events from Ukrainian and Russian headlines (VIINA, derived).
//!
//! A row is one event at one place; the same headline stands in several rows when it names
//! several. *Named*: a place read out of the headline lies within 20 km of the row's. *Single*:
//! the one place an answer would give, the first of the finest kind, does. Rows whose headline
//! gave no place count as wrong. Both are measured with the built-in places alone and with
//! GeoNames' dump of Ukraine (`gazetteer/UA.zip`) added to them. VIINA gives a region's centroid's settlement where only the
//! region is named.

use std::env;
use std::fs;
use std::path::Path;

use bearings_locate::{KnownPlaces, Shelf};
use bearings_model::{Gazetteer, PlaceCandidate, PlaceKind, PlaceRole};

use super::figure::{Figure, share};
use super::geoparsing::{distance_km, show};
use super::reader::{About, reading};

const NEAR_KM: f64 = 20.0;

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let path = data.join("ukraine/viina_2022_derived.csv");
    let source =
        fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let rows = rows(&source)?;
    let mut figures = measure("viina", Some(0.75), &rows, &KnownPlaces::default());
    let folder = env::temp_dir().join(format!("bearings-eval-{}", std::process::id()));
    let shelf = Shelf::new(folder.clone());
    let added = shelf.add(&data.join("gazetteer/UA.zip"), "2022-01-01T00:00:00Z");
    let (places, _) = KnownPlaces::with(&shelf);
    // What cannot be removed lies in the system's own folder for such files.
    let _ = fs::remove_dir_all(folder);
    added.map_err(|error| error.to_string())?;
    figures.extend(measure("viina+UA", Some(0.75), &rows, &places));
    Ok(figures)
}

/// A headline and where its event was.
struct Row {
    text: String,
    town: String,
    point: (f64, f64),
}

fn rows(source: &str) -> Result<Vec<Row>, String> {
    let mut rows = records(source).into_iter();
    let head = rows.next().ok_or("the table is empty")?;
    let column = |name: &str| {
        head.iter()
            .position(|cell| cell == name)
            .ok_or_else(|| format!("no column {name}"))
    };
    let (text, town) = (column("representative_text")?, column("asciiname")?);
    let (lon, lat) = (column("longitude")?, column("latitude")?);
    let read = |row: Vec<String>| {
        Some(Row {
            text: row.get(text)?.clone(),
            town: row.get(town)?.clone(),
            point: (row.get(lat)?.parse().ok()?, row.get(lon)?.parse().ok()?),
        })
    };
    Ok(rows.filter_map(read).collect())
}

fn measure(
    set: &'static str,
    goal: Option<f64>,
    rows: &[Row],
    gazetteer: &dyn Gazetteer,
) -> Vec<Figure> {
    let (mut named, mut single, mut inside, mut answered) = (0.0, 0.0, 0.0, 0.0);
    let mut errors = Vec::new();
    for row in rows {
        let places = best_places(&row.text, gazetteer);
        let km = |place: &PlaceCandidate| distance_km(row.point, (place.lat, place.lon));
        let near = places.iter().any(|place| km(place) <= NEAR_KM);
        named += f64::from(u8::from(near));
        let answer = places.iter().min_by_key(|place| fineness(place.kind));
        if let Some(place) = answer {
            answered += 1.0;
            single += f64::from(u8::from(km(place) <= NEAR_KM));
            inside += f64::from(u8::from(km(place) * 1000.0 <= f64::from(place.radius_m)));
        }
        if !near {
            let read: Vec<String> = places
                .iter()
                .map(|p| format!("{} {:.0}km", p.name, km(p)))
                .collect();
            let start: String = row.text.chars().take(160).collect();
            errors.push(format!(
                "{} <- {read:?} {}",
                row.town,
                start.replace('\n', " ")
            ));
        }
    }
    show(set, &errors);
    let line = |metric: &str, value, cases: f64, goal| Figure {
        set,
        metric: metric.to_owned(),
        value,
        cases: cases as usize,
        goal,
        other: "none published",
    };
    let all = rows.len() as f64;
    vec![
        line("named place within 20 km", share(named, all), all, goal),
        line("single place within 20 km", share(single, all), all, None),
        line(
            "inside the single place's radius",
            share(inside, answered),
            answered,
            None,
        ),
    ]
}

fn best_places(text: &str, gazetteer: &dyn Gazetteer) -> Vec<PlaceCandidate> {
    let about = About {
        lang: if text.contains(['і', 'ї', 'є', 'І', 'Ї', 'Є']) {
            "uk"
        } else {
            "ru"
        },
        ..About::default()
    };
    let reading = reading(text, &about, gazetteer);
    let places = reading.places.iter().filter(|m| m.role == PlaceRole::Place);
    places
        .filter_map(|mention| mention.best().cloned())
        .collect()
}

fn fineness(kind: PlaceKind) -> u8 {
    match kind {
        PlaceKind::Country => 2,
        PlaceKind::Region => 1,
        _ => 0,
    }
}

/// Comma-separated values with quoted cells (RFC 4180).
fn records(source: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut quoted = false;
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                chars.next();
                cell.push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            c => cell.push(c),
        }
    }
    rows
}
