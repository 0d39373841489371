//! `bearings find`: a map searched in everyday words.

use std::path::{Path, PathBuf};

use bearings_locate::find::{Found, Proposal, Query, find, parse, propose};
use bearings_locate::map::{Store, import};
use serde_json::json;
use tempfile::TempDir;

use crate::arguments::Find;
use crate::commands::{file, map};
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home};

pub fn run(asked: &Find, output: &Output) -> Result<Done, Failure> {
    let (query, proposal) = query(asked, output)?;
    let opened = Opened::of(asked.map.as_deref(), output)?;
    let store = &opened.store;
    let found = find(store, &query, asked.most).map_err(|error| Failure::Use(error.to_string()))?;
    for line in found.table().lines() {
        output.line(line);
    }
    let work = |error: String| Failure::Work(error);
    if let Some(to) = &asked.geojson {
        let geojson = found
            .geojson(store)
            .map_err(|error| work(error.to_string()))?;
        file::written(to, &geojson, output)?;
    }
    if let Some(to) = &asked.svg {
        draw(&found, store, to, output)?;
    }
    output.value(&json!({ "found": found, "proposed": proposal, "map": store.about().file }));
    Ok(Done::having(opened.problems))
}

fn draw(found: &Found, store: &Store, to: &Path, output: &Output) -> Result<(), Failure> {
    let drawn = found.svg(0, store);
    match drawn.map_err(|error| Failure::Work(error.to_string()))? {
        Some(svg) => {
            file::drawn(to, &svg, output)?;
        }
        None => output.note("nothing was found, so nothing was drawn"),
    }
    Ok(())
}

/// The query as written, or as the clues of a text propose it.
fn query(asked: &Find, output: &Output) -> Result<(Query, Option<Proposal>), Failure> {
    let Some(path) = &asked.clues else {
        let text = asked.query.as_deref().unwrap_or_default();
        let query = parse(text).map_err(|error| Failure::Use(error.to_string()))?;
        return Ok((query, None));
    };
    let nothing = || {
        Failure::Use(format!(
            "{}: no sentence names two things that a map knows; write the query yourself",
            path.display()
        ))
    };
    let proposal = propose(&file::text(path)?).ok_or_else(nothing)?;
    output.line(&format!("Proposed from {}:", proposal.quoted()));
    for clue in &proposal.unused {
        output.line(&format!(
            "Not asked, since it says no of what: \"{}\"",
            clue.words
        ));
    }
    Ok((proposal.query.clone(), Some(proposal)))
}

/// A store, and the folder it goes away with where it was made for this question alone.
struct Opened {
    store: Store,
    problems: usize,
    _until_done: Option<TempDir>,
}

impl Opened {
    fn of(named: Option<&str>, output: &Output) -> Result<Self, Failure> {
        let added = match named {
            Some(name) if Path::new(name).is_file() => {
                return Self::extract(Path::new(name), output);
            }
            Some(name) => map::named(name)?.1,
            None => only()?,
        };
        Ok(Self {
            store: open(&added)?,
            problems: 0,
            _until_done: None,
        })
    }

    fn extract(path: &Path, output: &Output) -> Result<Self, Failure> {
        if path.extension().is_some_and(|ending| ending == "map") {
            return Ok(Self {
                store: open(path)?,
                problems: 0,
                _until_done: None,
            });
        }
        let folder = TempDir::new()
            .map_err(|error| Failure::Work(format!("cannot make a temporary folder: {error}")))?;
        let target = folder.path().join("extract.map");
        let imported = import(path, &target, &home::now())
            .map_err(|error| Failure::Work(error.to_string()))?;
        for problem in &imported.problems {
            output.problem(&format!("{}: {problem}", imported.about.file));
        }
        Ok(Self {
            store: open(&target)?,
            problems: imported.problem_count,
            _until_done: Some(folder),
        })
    }
}

fn open(path: &Path) -> Result<Store, Failure> {
    Store::open(path).map_err(|error| Failure::Work(format!("{}: {error}", path.display())))
}

fn only() -> Result<PathBuf, Failure> {
    let mut maps = map::added()?;
    if let (1, Some((_, path))) = (maps.len(), maps.pop()) {
        return Ok(path);
    }
    Err(Failure::Use(
        "name a map with --map: an extract's file, or one of `bearings map list`".to_owned(),
    ))
}
