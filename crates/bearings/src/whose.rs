//! Which case a command is about.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use bearings_case::{Case, IndexState};
use bearings_pipeline::{Instruments, MEDIA_VERSION, Workshop};

use jiff::Timestamp;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::home;
use crate::output::Output;

/// The case given, the one around this folder, or the only one in it.
pub fn folder(arguments: &Arguments) -> Result<PathBuf, Failure> {
    if let Some(folder) = &arguments.case {
        return Ok(folder.clone());
    }
    let here = env::current_dir()
        .map_err(|error| Failure::Work(format!("this folder cannot be read: {error}")))?;
    if let Some(around) = here.ancestors().find(|folder| is_case(folder)) {
        return Ok(around.to_owned());
    }
    let mut inside: Vec<PathBuf> = fs::read_dir(&here)
        .map(|entries| {
            entries
                .flatten()
                .map(|entry| entry.path())
                .filter(|path| is_case(path))
                .collect()
        })
        .unwrap_or_default();
    match (inside.pop(), inside.is_empty()) {
        (Some(only), true) => Ok(only),
        (Some(_), false) => {
            Err(Failure::Use("there are several cases here; say which with --case FOLDER".to_owned()))
        }
        _ => Err(Failure::Use(
            "there is no case here; start one with `bearings new NAME`, or say which with --case FOLDER"
                .to_owned(),
        )),
    }
}

fn is_case(folder: &Path) -> bool {
    folder.join("ledger.jsonl").is_file()
}

/// Opens the case and tells what it has to say about itself.
pub fn open(arguments: &Arguments, output: &Output) -> Result<Case, Failure> {
    let case = Case::open(&folder(arguments)?)?;
    for notice in case.notices() {
        output.note(&notice);
    }
    Ok(case)
}

/// Opens the case with everything read: after a new version, or with a lost index, that is made
/// again first.
pub fn read_case(arguments: &Arguments, output: &Output) -> Result<(Case, Workshop), Failure> {
    let case = open(arguments, output)?;
    let gazetteer = home::gazetteer(output);
    let stale = !case
        .items_not_read_by(&bearings_pipeline::version(&gazetteer), MEDIA_VERSION)?
        .is_empty();
    if stale || case.index_state()? != IndexState::Ready {
        let mut writer = case.write(&home::signer()?, &home::by(arguments))?;
        let mut bar = output.bar();
        let room = home::darkroom()?;
        let transcriber = home::transcriber(arguments)?;
        let with = Instruments {
            gazetteer: &gazetteer,
            room: Some(&room),
            transcriber: transcriber.as_ref(),
            now: Timestamp::now(),
        };
        Workshop::read_items(&case, &mut writer, with, &[], &mut |done, all, on| {
            bar.at(done, all, on)
        })?;
    }
    let workshop = Workshop::load(&case, &gazetteer)?;
    Ok((case, workshop))
}
