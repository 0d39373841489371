//! `bearings read`: one text without a case.

use std::path::Path;
use std::time::Duration;

use bearings_intake::{AskLimits, GatherRules, gather};
use bearings_model::{Claim, ClaimKind, Gazetteer, Reading, Zone};
use bearings_pipeline::{SecondReader, read_bytes, reading_json};

use crate::Done;
use crate::arguments::{Read, Second};
use crate::commands::add::{acquisition, check};
use crate::failure::Failure;
use crate::home;
use crate::output::Output;

pub fn run(read: &Read, output: &Output) -> Result<Done, Failure> {
    let zone = match &read.said.zone {
        Some(zone) => Zone::named(zone).map_err(|error| Failure::Use(error.to_string()))?,
        None => Zone::utc(),
    };
    check(&read.said)?;
    let gazetteer = home::gazetteer(output);
    let several = read.files.len() > 1 || read.files.iter().any(|path| path.is_dir());
    let mut problems = 0;
    let mut told = 0;
    for path in &read.files {
        let (good, bad) = read_path(path, read, &zone, &gazetteer, several, output);
        told += good;
        problems += bad;
    }
    match (told, problems) {
        (0, 1..) if !several => Err(Failure::Work("nothing was read".to_owned())),
        _ => Ok(Done::having(problems)),
    }
}

fn read_path(
    path: &Path,
    read: &Read,
    zone: &Zone,
    gazetteer: &dyn Gazetteer,
    several: bool,
    output: &Output,
) -> (usize, usize) {
    let files = match gather(path, GatherRules::default()) {
        Ok(files) => files,
        Err(error) => {
            output.problem(&error.to_string());
            return (0, 1);
        }
    };
    let (mut good, mut bad) = (0, 0);
    for file in files {
        let outcome = file
            .map_err(|problem| problem.to_string())
            .and_then(|file| {
                let acquisition = acquisition(&read.said, "", &file.name, "file");
                let read = read_bytes(&file.bytes, &acquisition, zone, gazetteer);
                read.map(|read| (file.path, read))
                    .map_err(|error| error.to_string())
            });
        match outcome {
            Ok((path, (extracted, mut reading))) => {
                good += 1;
                if let Some(second) = second(&read.second) {
                    let problems = second.read_too(&extracted.document, &mut reading);
                    bad += problems.len();
                    problems.iter().for_each(|problem| output.problem(problem));
                    if output.is_json() {
                        reading.problems.extend(problems);
                    }
                }
                if output.is_json() {
                    let mut value = reading_json(&extracted, &reading);
                    if several {
                        value["path"] = path.display().to_string().into();
                    }
                    output.object(&value);
                } else {
                    tell(&extracted.document, &reading, output);
                }
            }
            Err(problem) => {
                bad += 1;
                output.problem(&problem);
            }
        }
    }
    (good, bad)
}

fn second(asked: &Second) -> Option<SecondReader> {
    Some(SecondReader {
        url: asked.reader.clone()?,
        model: asked.reader_model.clone(),
        key: asked.reader_key.clone(),
        limits: AskLimits {
            time: Duration::from_secs(asked.reader_wait),
            ..AskLimits::default()
        },
    })
}

/// When, where, what was hit and with what: what a claim says beside its words.
fn setting(reading: &Reading, claim: &Claim) -> String {
    let carried = |carried: bool| if carried { ", from before" } else { "" };
    let time = claim.time.map(|index| {
        let time = &reading.times[index];
        // "Sunday" says little to who does not know of which week.
        // A part of the day has a code there ("TMO"), which its own words say better.
        let value = match time.timex.split_once('T') {
            Some((day, part)) if part.starts_with(char::is_alphabetic) => day,
            _ => &time.timex,
        };
        let dated = time.when.is_some() && value.starts_with(|c: char| c.is_ascii_digit());
        let value = if dated {
            format!(" ({value})")
        } else {
            String::new()
        };
        let carried = carried(claim.time_carried);
        format!("when: {}{value}{carried}", time.text)
    });
    let place = claim.place.map(|index| {
        let place = &reading.places[index];
        format!("where: {}{}", place.text, carried(claim.place_carried))
    });
    let targets = claim.targets.iter().map(|hit| format!("hit: {}", hit.text));
    let weapons = claim
        .weapons
        .iter()
        .map(|weapon| format!("with: {}", weapon.text));
    let parts = time.into_iter().chain(place).chain(targets).chain(weapons);
    parts.collect::<Vec<_>>().join(" · ")
}

fn tell(document: &bearings_model::Document, reading: &Reading, output: &Output) {
    output.line(&format!(
        "{}  {}",
        document.outlet,
        document.title.as_deref().unwrap_or("(no title)")
    ));
    for claim in &reading.claims {
        let amount = match &claim.kind {
            ClaimKind::Tally(tally) => format!("  {}", tally.amount),
            _ => String::new(),
        };
        let chain: Vec<&str> = claim
            .chain
            .through()
            .iter()
            .map(|link| link.source.as_str())
            .collect();
        let chain = if chain.is_empty() {
            String::new()
        } else {
            format!("  ← {}", chain.join(" ← "))
        };
        output.line(&format!(
            "\n{}  {}{amount}{chain}\n    “{}”",
            claim.factuality.code(),
            claim.kind.name(),
            claim.text
        ));
        let setting = setting(reading, claim);
        if !setting.is_empty() {
            output.line(&format!("    {setting}"));
        }
    }
    for problem in document.problems.iter().chain(&reading.problems) {
        output.note(problem);
    }
    output.line("");
}
