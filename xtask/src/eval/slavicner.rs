//! Names of places in Russian and Ukrainian news, and one id for all their spellings.
//!
//! The SlavNER shared task (Piskorski and others, 2021), strict: in each document every distinct
//! form of a name annotated as LOC is one answer, found when the same form (whatever its case
//! letters) is among those read. Linking: of the forms found of a gold id (an id shared by both
//! languages, over all documents; only ids with two or more found forms), the share whose best
//! candidate is the place most of that id's forms have.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use bearings_locate::BuiltIn;
use bearings_model::PlaceRole;

use super::figure::{Counts, Figure, share};
use super::geoparsing::show;
use super::reader::{About, reading};

/// Gold id to form to the places it was read as, with how often.
type Linked = BTreeMap<String, BTreeMap<String, BTreeMap<String, usize>>>;

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let folder = data.join("slavicner");
    let gazetteer = BuiltIn::new();
    let mut counts = [Counts::default(); 2];
    let mut linked = Linked::new();
    let mut errors = Vec::new();
    for file in files(&folder.join("ner"))? {
        let lang = if file.contains("/uk/") { "uk" } else { "ru" };
        let gold = fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))?;
        let raw = file.replacen("/ner/", "/raw/", 1).replace(".tsv", ".txt");
        let text = fs::read_to_string(&raw).map_err(|error| format!("{raw}: {error}"))?;
        let about = About {
            lang,
            ..About::default()
        };
        let reading = reading(&text, &about, &gazetteer);
        let mut found: BTreeMap<String, String> = BTreeMap::new();
        for mention in reading.places.iter().filter(|m| m.role == PlaceRole::Place) {
            let id = mention.best().map(|best| best.id.clone());
            if mention.text.chars().any(char::is_uppercase) {
                found
                    .entry(form(&mention.text))
                    .or_insert(id.unwrap_or_default());
            }
        }
        let wanted: BTreeMap<String, String> = gold
            .lines()
            .filter_map(|line| {
                let columns: Vec<&str> = line.split('\t').collect();
                let place = columns.len() == 6 && columns[4] == "LOC";
                place.then(|| (form(columns[2]), columns[5].to_owned()))
            })
            .collect();
        let count = &mut counts[usize::from(lang == "uk")];
        for (form, id) in &wanted {
            match found.get(form) {
                Some(place) => {
                    count.right += 1.0;
                    let forms = linked.entry(id.clone()).or_default();
                    *forms
                        .entry(form.clone())
                        .or_default()
                        .entry(place.clone())
                        .or_default() += 1;
                }
                None => {
                    count.missed += 1.0;
                    errors.push(format!("{lang} MISSED {form} ({id})"));
                }
            }
        }
        for form in found.keys().filter(|form| !wanted.contains_key(*form)) {
            count.wrong += 1.0;
            errors.push(format!("{lang} WRONG {form}"));
        }
    }
    let figures = figures(&counts, &linked, &mut errors);
    show("slavicner", &errors);
    Ok(figures)
}

fn figures(counts: &[Counts; 2], linked: &Linked, errors: &mut Vec<String>) -> Vec<Figure> {
    let line = |metric: &str, value, cases: f64, goal, other| Figure {
        set: "slavicner",
        metric: metric.to_owned(),
        value,
        cases: cases as usize,
        goal,
        other,
    };
    let (same, forms) = one_id(linked, errors);
    let (apart, ids) = apart(linked);
    let mut figures = Vec::new();
    for (count, name) in counts.iter().zip(["ru", "uk"]) {
        let names = count.right + count.missed;
        let other = ".85 (all types, unseen topic, neural)";
        figures.push(line(
            &format!("{name}: LOC F1, strict"),
            count.f1(),
            names,
            Some(0.80),
            other,
        ));
        figures.push(line(
            &format!("{name}: LOC precision"),
            count.precision(),
            names,
            None,
            "",
        ));
        figures.push(line(
            &format!("{name}: LOC recall"),
            count.recall(),
            names,
            None,
            "",
        ));
    }
    figures.push(line(
        "one id for all spellings",
        share(same, forms),
        forms,
        Some(0.85),
        "",
    ));
    figures.push(line(
        "an id of no other place",
        share(apart, ids),
        ids,
        None,
        "",
    ));
    figures
}

/// The place most forms of an id have, and how many forms have it.
fn main_place(forms: &BTreeMap<String, BTreeMap<String, usize>>) -> (&str, usize) {
    let mut votes: BTreeMap<&str, usize> = BTreeMap::new();
    for places in forms.values() {
        *votes.entry(usual(places)).or_default() += 1;
    }
    votes
        .into_iter()
        .max_by_key(|(_, votes)| *votes)
        .unwrap_or(("", 0))
}

fn usual(places: &BTreeMap<String, usize>) -> &str {
    let most = places.iter().max_by_key(|(_, count)| **count);
    most.map_or("", |(place, _)| place)
}

fn one_id(linked: &Linked, errors: &mut Vec<String>) -> (f64, f64) {
    let (mut same, mut all) = (0.0, 0.0);
    for (id, forms) in linked.iter().filter(|(_, forms)| forms.len() > 1) {
        let (place, votes) = main_place(forms);
        same += votes as f64;
        all += forms.len() as f64;
        for (form, places) in forms.iter().filter(|(_, places)| usual(places) != place) {
            errors.push(format!(
                "OTHER ID {id}: {form} is {} not {place}",
                usual(places)
            ));
        }
    }
    (same, all)
}

/// Ids whose place no other id has: names are not all thrown together. A name that is told to be a
/// place and is not listed has no place to share.
fn apart(linked: &Linked) -> (f64, f64) {
    let places = linked.values().map(|forms| main_place(forms).0);
    let places: Vec<&str> = places.filter(|place| !place.is_empty()).collect();
    let distinct: BTreeSet<&str> = places.iter().copied().collect();
    (distinct.len() as f64, places.len() as f64)
}

fn form(name: &str) -> String {
    name.to_lowercase()
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

/// Every annotation below `folder`, in order.
fn files(folder: &Path) -> Result<Vec<String>, String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries =
            fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        for path in entries.flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "tsv") {
                found.push(path.display().to_string());
            }
        }
    }
    found.sort();
    Ok(found)
}
