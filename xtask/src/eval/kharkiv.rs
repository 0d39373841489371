//! Two real texts against what a careful desk reads out of them, row by row.
//!
//! `xtask/eval/kharkiv.tsv` says per row by which words a claim is found and what it must have;
//! a row counts only when all its lines are met.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use bearings_locate::BuiltIn;
use bearings_model::{Acquisition, Zone};
use bearings_pipeline::{read_bytes, reading_json};
use jiff::Timestamp;
use serde_json::Value;

use super::figure::Figure;

static ROWS: &str = include_str!("../../eval/kharkiv.tsv");

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let folder = &data.join("../cases/kharkiv");
    let sources = fs::read_to_string(folder.join("sources.json"))
        .map_err(|error| format!("{}: {error}", folder.join("sources.json").display()))?;
    let sources: Value = serde_json::from_str(&sources).map_err(|error| error.to_string())?;
    let mut readings: BTreeMap<String, Value> = BTreeMap::new();
    for (file, about) in sources.as_object().ok_or("sources.json holds no object")? {
        readings.insert(file.clone(), read(&folder.join(file), about)?);
    }
    let mut rows: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in ROWS.lines().skip(1) {
        let columns: Vec<&str> = line.split('\t').collect();
        let reading = readings
            .get(columns[1])
            .ok_or_else(|| format!("no reading of {}", columns[1]))?;
        rows.entry(columns[0].to_owned())
            .or_default()
            .extend(miss(&columns, reading));
    }
    let figures = print(&rows);
    chrome(&readings);
    Ok(figures)
}

fn read(path: &Path, about: &Value) -> Result<Value, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let said = |key: &str| about[key].as_str().map(str::to_owned);
    let zone = Zone::named(about["timezone"].as_str().unwrap_or("UTC"))
        .map_err(|error| error.to_string())?;
    let acquisition = Acquisition {
        shows: None,
        at: Timestamp::now(),
        by: String::new(),
        from: path.display().to_string(),
        method: "file".to_owned(),
        media_type: None,
        published: said("published"),
        source: said("outlet"),
        lang: None,
        zone: Some(zone.clone()),
        derived_from: None,
        plain: false,
    };
    let (extracted, reading) = read_bytes(&bytes, &acquisition, &zone, &BuiltIn::new())
        .map_err(|error| error.to_string())?;
    Ok(reading_json(&extracted, &reading))
}

/// What a line misses; `None` when a claim meets all of it.
fn miss(columns: &[&str], reading: &Value) -> Option<String> {
    let [_, _, anchor, kind, chain, amount, time, place, strength] = columns else {
        return Some("the row has not nine columns".to_owned());
    };
    match *kind {
        "caveat" => return missing_in(&reading["caveats"], reading, anchor, None),
        "restriction" => {
            return missing_in(&reading["restrictions"], reading, anchor, Some(strength));
        }
        _ => {}
    }
    let claims = reading["claims"].as_array()?;
    let at_anchor: Vec<&Value> = claims
        .iter()
        .filter(|claim| {
            claim["text"]
                .as_str()
                .is_some_and(|text| text.contains(anchor))
        })
        .collect();
    if at_anchor.is_empty() {
        return Some(format!("no claim holds “{anchor}”"));
    }
    let checks = |claim: &Value| {
        let mut missed = Vec::new();
        let mut need = |fits: bool, what: &str| {
            if !fits {
                missed.push(what.to_owned());
            }
        };
        need(
            claim["kind"] == *kind,
            &format!("kind {} for {kind}", claim["kind"]),
        );
        need(
            *chain == "-" || has_chain(claim, chain),
            &format!("chain {}", told_chain(claim)),
        );
        need(
            *amount == "-" || has_amount(claim, claims, amount),
            &format!("amount {}", claim["amount"]),
        );
        need(*time == "-" || has_time(claim, reading, time), "time");
        need(*place == "-" || has_place(claim, reading, place), "place");
        need(
            *strength == "-" || has_strength(claim, strength),
            &format!("strength {}", claim["factuality"]),
        );
        missed
    };
    let best = at_anchor.into_iter().map(checks).min_by_key(Vec::len)?;
    (!best.is_empty()).then(|| format!("“{anchor}”: {}", best.join("; ")))
}

fn missing_in(list: &Value, reading: &Value, anchor: &str, reason: Option<&str>) -> Option<String> {
    let text: Vec<char> = reading["item"]["text"].as_str()?.chars().collect();
    let found = list.as_array()?.iter().any(|one| {
        let bound = |index: usize| one["span"][index].as_u64().unwrap_or(0) as usize;
        let words: String = text[bound(0)..bound(1)].iter().collect();
        words.contains(anchor) && reason.is_none_or(|reason| one["reason"] == reason)
    });
    (!found).then(|| format!("nothing proposed on “{anchor}”"))
}

fn links(claim: &Value) -> Vec<&Value> {
    claim["chain"]
        .as_array()
        .map(|links| links.iter().collect())
        .unwrap_or_default()
}

fn told_chain(claim: &Value) -> String {
    links(claim)
        .iter()
        .filter_map(|link| link["source"].as_str())
        .collect::<Vec<_>>()
        .join(" ← ")
}

/// `=outlet`, or names in order after the outlet, each with an optional ` @channel`.
fn has_chain(claim: &Value, wanted: &str) -> bool {
    let links = links(claim);
    if wanted == "=outlet" {
        return links.len() == 1;
    }
    let mut rest = links.iter().skip(1);
    wanted.split(';').all(|part| {
        let (name, channel) = match part.split_once(" @") {
            Some((name, channel)) => (name, Some(channel)),
            None => (part, None),
        };
        rest.any(|link| {
            let named = link["source"]
                .as_str()
                .is_some_and(|source| source.contains(name));
            named && channel.is_none_or(|channel| link["channel"] == channel)
        })
    })
}

/// `exact 31 = 15 16`: bound, numbers, and the parts' lows.
fn has_amount(claim: &Value, claims: &[Value], wanted: &str) -> bool {
    let (own, parts) = wanted.split_once(" = ").unwrap_or((wanted, ""));
    let mut words = own.split(' ');
    let amount = &claim["amount"];
    let bound = words.next().is_some_and(|bound| amount["bound"] == bound);
    let numbers: Vec<u64> = words.filter_map(|word| word.parse().ok()).collect();
    let values = match numbers.as_slice() {
        [] => true,
        [one] => amount["low"].as_u64() == Some(*one) || amount["high"].as_u64() == Some(*one),
        [low, high, ..] => {
            amount["low"].as_u64() == Some(*low) && amount["high"].as_u64() == Some(*high)
        }
    };
    let wanted_parts: Vec<u64> = parts
        .split(' ')
        .filter_map(|word| word.parse().ok())
        .collect();
    let found_parts: Vec<u64> = claim["parts"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|id| claims.iter().find(|claim| claim["id"] == *id)?["amount"]["low"].as_u64())
        .collect();
    bound && values && wanted_parts == found_parts
}

fn has_time(claim: &Value, reading: &Value, wanted: &str) -> bool {
    let index = claim["time"].as_u64().map(|index| index as usize);
    index.is_some_and(|index| reading["times"][index]["timex"] == wanted)
}

fn has_place(claim: &Value, reading: &Value, wanted: &str) -> bool {
    let index = claim["place"].as_u64().map(|index| index as usize);
    index.is_some_and(|index| reading["places"][index]["candidates"][0]["name"] == wanted)
}

/// A factuality value, a hedge that was kept, a mode or an outcome.
fn has_strength(claim: &Value, wanted: &str) -> bool {
    let hedged = claim["hedges"]
        .as_array()
        .into_iter()
        .flatten()
        .any(|hedge| {
            hedge["text"]
                .as_str()
                .is_some_and(|text| text.to_lowercase().contains(&wanted.to_lowercase()))
        });
    hedged
        || claim["factuality"] == wanted
        || claim["mode"] == wanted
        || claim["counted"]["outcome"] == wanted
}

fn print(rows: &BTreeMap<String, Vec<String>>) -> Vec<Figure> {
    let number = |row: &str| row[1..].parse::<u32>().unwrap_or(0);
    let mut names: Vec<&String> = rows.keys().collect();
    names.sort_by_key(|row| (std::cmp::Reverse(row.chars().next()), number(row)));
    for name in &names {
        match rows[*name].as_slice() {
            [] => println!("{name:<5} found"),
            missed => println!("{name:<5} MISSED  {}", missed.join(" | ")),
        }
    }
    let mut figures = Vec::new();
    for (letter, goal, of) in [('D', 18.0, 23), ('A', 11.0, 14)] {
        let found = names
            .iter()
            .filter(|row| row.starts_with(letter) && rows[**row].is_empty())
            .count();
        figures.push(Figure {
            set: "kharkiv",
            metric: format!("rows {letter} found, of {of}"),
            value: found as f64,
            cases: of,
            goal: Some(goal),
            other: "",
        });
    }
    figures
}

/// Nothing may be read out of what is not part of the text.
fn chrome(readings: &BTreeMap<String, Value>) {
    for (file, reading) in readings {
        let text = reading["item"]["text"].as_str().unwrap_or_default();
        let leaked = [
            "Angola",
            "TikTok",
            "Greek",
            "Japan",
            "Sponsor",
            "Quick answer",
        ]
        .iter()
        .filter(|word| text.contains(**word))
        .count();
        println!("{file}: {leaked} words of page chrome in the text (goal 0)");
    }
}
