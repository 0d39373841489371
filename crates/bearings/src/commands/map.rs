//! `bearings map`: OpenStreetMap extracts to search in.

use std::fs;
use std::path::{Path, PathBuf};

use bearings_locate::map::{Imported, Store, import, store_path};
use serde_json::{Value, json};

use crate::arguments::MapStep;
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home};

pub fn run(step: &MapStep, output: &Output) -> Result<Done, Failure> {
    match step {
        MapStep::Add { files } => add(files, output),
        MapStep::List => list(output),
        MapStep::Remove { name } => {
            let (_, path) = named(name)?;
            fs::remove_file(&path).map_err(|error| {
                Failure::Work(format!("cannot remove '{}': {error}", path.display()))
            })?;
            output.line(&format!("Removed {name}."));
            output.value(&json!({ "removed": name }));
            Ok(Done::Clean)
        }
    }
}

fn add(files: &[PathBuf], output: &Output) -> Result<Done, Failure> {
    let folder = home::maps()?;
    fs::create_dir_all(&folder)
        .map_err(|error| Failure::Work(format!("cannot make '{}': {error}", folder.display())))?;
    let mut problems = 0;
    for file in files {
        match import(file, &store_path(&folder, file), &home::now()) {
            Ok(imported) => problems += tell(&imported, &store_path(&folder, file), output),
            Err(error) if files.len() == 1 => return Err(Failure::Work(error.to_string())),
            Err(error) => {
                problems += 1;
                output.problem(&error.to_string());
            }
        }
    }
    Ok(Done::having(problems))
}

fn tell(imported: &Imported, path: &Path, output: &Output) -> usize {
    let about = &imported.about;
    output.line(&format!(
        "Added {}: {} features of {}, {} with a name.\nMap data: OpenStreetMap contributors, ODbL.",
        name_of(path),
        about.counts.features(),
        about.file,
        about.counts.named
    ));
    for problem in &imported.problems {
        output.problem(&format!("{}: {problem}", about.file));
    }
    let untold = imported.problem_count - imported.problems.len();
    if untold > 0 {
        output.problem(&format!("{}: {untold} more were left out", about.file));
    }
    output.value(&json!({
        "added": name_of(path), "about": about, "problems": imported.problems,
        "problem_count": imported.problem_count,
    }));
    imported.problem_count
}

fn list(output: &Output) -> Result<Done, Failure> {
    let (mut good, mut problems): (Vec<Value>, Vec<String>) = (Vec::new(), Vec::new());
    for (name, path) in added()? {
        match Store::open(&path) {
            Ok(store) => {
                let about = store.about();
                output.line(&format!(
                    "{name:16} {:>10} features  {}  added {}",
                    about.counts.features(),
                    about.file,
                    about.added.get(..10).unwrap_or(&about.added)
                ));
                good.push(json!({ "name": name, "about": about }));
            }
            Err(error) => problems.push(format!("{name}: {error}; add its extract again")),
        }
    }
    if good.is_empty() && problems.is_empty() {
        output.line("No map was added. `bearings map add FILE.osm.pbf` adds an extract.");
    }
    problems.iter().for_each(|problem| output.problem(problem));
    output.value(&json!({ "maps": good, "problems": problems }));
    Ok(Done::having(problems.len()))
}

/// The maps added, by name.
pub fn added() -> Result<Vec<(String, PathBuf)>, Failure> {
    let Ok(entries) = fs::read_dir(home::maps()?) else {
        return Ok(Vec::new());
    };
    let paths = entries.flatten().map(|entry| entry.path());
    let mut maps: Vec<(String, PathBuf)> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "map"))
        .map(|path| (name_of(&path), path))
        .collect();
    maps.sort();
    Ok(maps)
}

/// The added map of a name.
pub fn named(name: &str) -> Result<(String, PathBuf), Failure> {
    let maps = added()?;
    let names: Vec<&str> = maps.iter().map(|(name, _)| name.as_str()).collect();
    let known = match names.is_empty() {
        true => "none was added".to_owned(),
        false => format!("added are {}", names.join(", ")),
    };
    let unknown = Failure::Use(format!(
        "no file and no added map is called '{name}': {known}"
    ));
    maps.into_iter()
        .find(|(known, _)| known == name)
        .ok_or(unknown)
}

fn name_of(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default();
    stem.to_string_lossy().into_owned()
}
