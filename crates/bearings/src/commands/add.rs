//! `bearings add`: keeps bytes first, then reads them; what cannot be read is kept all the same.

use std::path::Path;

use bearings_case::{Arrival, Case, Writer};
use bearings_intake::{FetchRules, GatherRules, fetch, gather};
use bearings_model::{Acquisition, ItemId, Zone};
use bearings_pipeline::{Instruments, Workshop};
use jiff::Timestamp;
use serde_json::json;

use crate::arguments::{Add, Arguments, Said};
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home, whose};

/// Bytes that are kept together with one round of syncs.
const BATCH_BYTES: usize = 64 << 20;

#[derive(Debug, Default)]
struct Tally {
    kept: Vec<String>,
    /// Items the case had already; what is said of them now is recorded and read.
    known: Vec<ItemId>,
    problems: Vec<String>,
}

pub fn run(arguments: &Arguments, add: &Add, output: &Output) -> Result<Done, Failure> {
    check(&add.said)?;
    let case = whose::open(arguments, output)?;
    let by = home::by(arguments);
    let mut writer = case.write(&home::signer()?, &by)?;
    for notice in writer.notices() {
        output.note(notice);
    }
    let mut tally = Tally::default();
    for what in &add.what {
        let address = what.to_ascii_lowercase();
        if address.starts_with("http://") || address.starts_with("https://") {
            add_url(&mut writer, what, add, &by, &mut tally)?;
        } else {
            add_path(&mut writer, Path::new(what), &add.said, &by, &mut tally)?;
        }
    }
    let room = home::darkroom()?;
    let transcriber = home::transcriber(arguments)?;
    let mut bar = output.bar();
    let report = Workshop::read_items(
        &case,
        &mut writer,
        Instruments {
            gazetteer: &home::gazetteer(output),
            room: Some(&room),
            transcriber: transcriber.as_ref(),
            now: Timestamp::now(),
        },
        &tally.known,
        &mut |done, all, on| {
            bar.at(done, all, on);
        },
    )?;
    drop(bar);
    if report.looked > 0 {
        home::protection(&room, output);
    }
    tally.problems.extend(report.problems);
    tell(&case, &tally, report.read, output)
}

/// A wrong zone or date is a slip of the keyboard: better said before anything is kept.
pub fn check(said: &Said) -> Result<(), Failure> {
    if let Some(zone) = &said.zone {
        Zone::named(zone).map_err(|error| Failure::Use(error.to_string()))?;
    }
    for date in said.published.iter().chain(&said.shows) {
        let day = date.parse::<jiff::civil::Date>().is_ok();
        let moment = date.parse::<Timestamp>().is_ok();
        if !day && !moment {
            return Err(Failure::Use(format!(
                "'{date}' is no date; write it as 2022-03-01 or 2022-03-01T14:30:00+02:00"
            )));
        }
    }
    Ok(())
}

pub fn acquisition(said: &Said, by: &str, from: &str, method: &str) -> Acquisition {
    Acquisition {
        at: Timestamp::now(),
        by: by.to_owned(),
        from: from.to_owned(),
        method: method.to_owned(),
        media_type: None,
        published: said.published.clone(),
        source: said.source.clone(),
        lang: said.lang.clone(),
        zone: said.zone.as_deref().and_then(|zone| Zone::named(zone).ok()),
        shows: said.shows.clone(),
        derived_from: None,
        plain: said.plain,
    }
}

fn add_url(
    writer: &mut Writer,
    url: &str,
    add: &Add,
    by: &str,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let rules = if add.offline {
        FetchRules::Off
    } else {
        FetchRules::default()
    };
    match fetch(url, &rules) {
        Ok(fetched) => {
            let mut acquisition = acquisition(&add.said, by, &fetched.final_url, "fetch");
            acquisition.media_type = fetched.media_type;
            keep(writer, vec![(fetched.bytes, acquisition)], tally)
        }
        Err(error) => {
            tally.problems.push(error.to_string());
            Ok(())
        }
    }
}

fn add_path(
    writer: &mut Writer,
    path: &Path,
    said: &Said,
    by: &str,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let found = match gather(path, GatherRules::default()) {
        Ok(found) => found,
        Err(error) => {
            tally.problems.push(error.to_string());
            return Ok(());
        }
    };
    let (mut batch, mut size) = (Vec::new(), 0);
    for file in found {
        match file {
            Ok(file) => {
                size += file.bytes.len();
                batch.push((file.bytes, acquisition(said, by, &file.name, "file")));
            }
            Err(problem) => tally.problems.push(problem.to_string()),
        }
        if size > BATCH_BYTES {
            keep(writer, std::mem::take(&mut batch), tally)?;
            size = 0;
        }
    }
    keep(writer, batch, tally)
}

fn keep(
    writer: &mut Writer,
    batch: Vec<(Vec<u8>, Acquisition)>,
    tally: &mut Tally,
) -> Result<(), Failure> {
    let arrivals = batch
        .iter()
        .map(|(bytes, acquisition)| Arrival {
            bytes,
            acquisition: acquisition.clone(),
        })
        .collect();
    for outcome in writer.keep_many(arrivals)? {
        match outcome {
            Ok(kept) if kept.new => tally.kept.push(kept.id.to_string()),
            Ok(kept) => tally.known.push(kept.id),
            Err(problem) => tally.problems.push(problem.to_string()),
        }
    }
    Ok(())
}

fn tell(case: &Case, tally: &Tally, read: usize, output: &Output) -> Result<Done, Failure> {
    let counts = case.counts()?;
    let claims: usize = counts.values().sum();
    output.line(&format!(
        "Kept {} new, {} known already; read {read}. The case has {} items and {claims} claims.",
        tally.kept.len(),
        tally.known.len(),
        case.items()?.len()
    ));
    for problem in &tally.problems {
        output.problem(problem);
    }
    output.value(&json!({
        "kept": tally.kept, "known": tally.known.len(), "read": read, "claims": claims,
        "problems": tally.problems,
    }));
    Ok(Done::having(tally.problems.len()))
}
