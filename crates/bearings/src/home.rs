//! The person's own side: who they are, their key, and the gazetteers they added.

use std::env;
use std::path::PathBuf;

use bearings_case::Signer;
use bearings_locate::{KnownPlaces, Shelf};
use bearings_media::{Darkroom, Transcriber};
use jiff::Timestamp;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;

/// The person's key, made on first use.
pub fn signer() -> Result<Signer, Failure> {
    let folder = config_folder()?;
    Signer::load_or_make(&folder).map_err(|error| Failure::Work(error.to_string()))
}

/// The places this person's commands know; tells what of the added ones cannot be used.
pub fn gazetteer(output: &Output) -> KnownPlaces {
    let Ok(shelf) = shelf() else {
        return KnownPlaces::default();
    };
    let (places, problems) = KnownPlaces::with(&shelf);
    problems.iter().for_each(|problem| output.note(problem));
    places
}

/// Where media files are decoded; `protection` is to be told before or after the first of them.
pub fn darkroom() -> Result<Darkroom, Failure> {
    let program = env::current_exe().map_err(|error| {
        Failure::Work(format!(
            "cannot find this program's own file to run decoders in: {error}"
        ))
    })?;
    Ok(Darkroom::new(program))
}

/// The person's own command that writes speech down, if they have named one.
pub fn transcriber(arguments: &Arguments) -> Result<Option<Transcriber>, Failure> {
    let named = arguments
        .transcriber
        .as_deref()
        .filter(|command| !command.trim().is_empty());
    named
        .map(|command| Transcriber::new(command).map_err(|error| Failure::Use(error.to_string())))
        .transpose()
}

/// Tells what protects this machine from hostile files, and which decoders are missing.
pub fn protection(room: &Darkroom, output: &Output) {
    room.sentences()
        .iter()
        .for_each(|sentence| output.note(sentence));
}

/// Where added gazetteers are kept.
pub fn shelf() -> Result<Shelf, Failure> {
    let folder = folder("XDG_DATA_HOME", ".local/share", "added gazetteers")?;
    Ok(Shelf::new(folder.join("gazetteer")))
}

/// This moment, as what is added remembers it.
pub fn now() -> String {
    Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Where added maps are kept.
pub fn maps() -> Result<PathBuf, Failure> {
    Ok(folder("XDG_DATA_HOME", ".local/share", "added maps")?.join("map"))
}

fn config_folder() -> Result<PathBuf, Failure> {
    folder("XDG_CONFIG_HOME", ".config", "your key")
}

/// The program's folder under `variable`, or under `usual` in the home.
fn folder(variable: &str, usual: &str, what: &str) -> Result<PathBuf, Failure> {
    let set = |name: &str| {
        env::var_os(name)
            .filter(|value| !value.is_empty())
            .map(PathBuf::from)
    };
    let base = set(variable).or_else(|| set("HOME").map(|home| home.join(usual)));
    base.map(|base| base.join("bearings"))
        .ok_or_else(|| Failure::Use(format!("no folder for {what}: set HOME or {variable}")))
}

/// The name that goes into the ledger.
pub fn by(arguments: &Arguments) -> String {
    let user = || {
        ["USER", "LOGNAME", "USERNAME"]
            .into_iter()
            .find_map(|name| env::var(name).ok())
    };
    arguments
        .by
        .clone()
        .or_else(user)
        .unwrap_or_else(|| "unnamed".to_owned())
}
