//! The folder of a person's added gazetteers: one file each, replaced whole or not at all.

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::added::{About, Added, Source, file};
use crate::built_in::BuiltIn;
use crate::dump::{self, Dump, DumpError};
use crate::extent;
use crate::fold::fold;
use crate::geonames::Feature;
use crate::pack::{Packed, Packing};

const ENDING: &str = "places";
const MOST_NAME_BYTES: usize = 40;

/// Where added gazetteers are kept.
#[derive(Clone, Debug)]
pub struct Shelf {
    folder: PathBuf,
}

#[derive(Debug, thiserror::Error)]
pub enum ShelfError {
    #[error(transparent)]
    Dump(#[from] DumpError),
    #[error("'{0}' is no name for a gazetteer: letters, digits, '-' and '_' only")]
    Name(String),
    #[error("there is no added gazetteer '{0}'; `bearings gazetteer list` shows what there is")]
    Unknown(String),
    #[error("the dump of '{0}' is too large to be added")]
    Full(String),
    #[error("{folder} cannot be written: {why}")]
    Write { folder: String, why: io::Error },
}

/// What adding a dump did.
#[derive(Debug)]
pub struct Addition {
    pub about: About,
    /// Numbers of lines that were none of a dump: the first few.
    pub bad: Vec<usize>,
    /// Another of the same name was there and is replaced.
    pub replaced: bool,
}

/// One file of the shelf.
#[derive(Debug)]
pub enum OnShelf {
    Good(About),
    /// Its name, and why it is left out.
    LeftOut(String, String),
}

impl Shelf {
    /// Nothing is made until something is added.
    pub fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Adds GeoNames' dump of a country; `now` is an RFC 3339 time.
    pub fn add(&self, path: &Path, now: &str) -> Result<Addition, ShelfError> {
        let mut dump = dump::read(path)?;
        let name = plain_name(&dump.name)?;
        extent::measure(&mut dump.features);
        let packed = pack(&dump).ok_or_else(|| ShelfError::Full(name.clone()))?;
        let given = path.file_name().unwrap_or_default().to_string_lossy();
        let source = Source {
            name: name.clone(),
            file: given.chars().filter(|c| !c.is_control()).collect(),
            sha256: dump.sha256,
            added: now.to_owned(),
            lines: dump.lines,
            bad_lines: dump.bad_lines,
        };
        let (bytes, about) = file(&packed, source);
        let target = self.path(&name);
        let replaced = target.exists();
        self.write(&target, &bytes)
            .map_err(|why| self.unwritable(why))?;
        Ok(Addition {
            about,
            bad: dump.bad,
            replaced,
        })
    }

    pub fn list(&self) -> Vec<OnShelf> {
        self.load()
            .into_iter()
            .map(|loaded| match loaded {
                Ok(added) => OnShelf::Good(added.about),
                Err((name, why)) => OnShelf::LeftOut(name, why),
            })
            .collect()
    }

    pub fn remove(&self, name: &str) -> Result<(), ShelfError> {
        let name = plain_name(name)?;
        match fs::remove_file(self.path(&name)) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(ShelfError::Unknown(name)),
            done => done.map_err(|why| self.unwritable(why)),
        }
    }

    /// Every gazetteer of the shelf in the order of their names, or its name and what is wrong.
    pub(crate) fn load(&self) -> Vec<Result<Added, (String, String)>> {
        let mut paths: Vec<PathBuf> = fs::read_dir(&self.folder)
            .map(|entries| entries.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        paths.retain(|path| path.extension().is_some_and(|ending| ending == ENDING));
        paths.sort();
        paths.iter().map(|path| load(path)).collect()
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.{ENDING}"))
    }

    fn write(&self, target: &Path, bytes: &[u8]) -> io::Result<()> {
        fs::create_dir_all(&self.folder)?;
        let beside = target.with_extension(format!("{}.new", std::process::id()));
        let mut file = File::create(&beside)?;
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        written
            .and_then(|()| fs::rename(&beside, target))
            .inspect_err(|_| drop(fs::remove_file(&beside)))
    }

    fn unwritable(&self, why: io::Error) -> ShelfError {
        let folder = self.folder.display().to_string();
        ShelfError::Write { folder, why }
    }
}

fn load(path: &Path) -> Result<Added, (String, String)> {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    let opened = File::open(path).map_err(Into::into);
    opened
        .and_then(Added::load)
        .map_err(|error| (name.into_owned(), error.to_string()))
}

fn plain_name(name: &str) -> Result<String, ShelfError> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    if name.is_empty() || name.len() > MOST_NAME_BYTES || !name.bytes().all(plain) {
        return Err(ShelfError::Name(name.chars().take(80).collect()));
    }
    Ok(name.to_owned())
}

/// A place that is built in stays as it is there; the dump adds names to it. A division does not
/// take the bare name of a town: "Kharkiv" is the city, not its oblast.
fn pack(dump: &Dump) -> Option<Packed> {
    let built_in = BuiltIn::new();
    let known: HashMap<&str, &str> = built_in
        .lines()
        .filter_map(|line| Some((line.split_once('\t')?.0, line)))
        .collect();
    let towns: HashSet<String> = dump
        .features
        .iter()
        .filter(|feature| feature.level.is_none())
        .flat_map(|feature| feature.others.iter().chain([&feature.name]))
        .map(|name| fold(name))
        .collect();
    let mut packing = Packing::default();
    for feature in &dump.features {
        let row;
        let line = match known.get(feature.id.as_str()) {
            Some(line) => *line,
            None => {
                row = columns(feature);
                &row
            }
        };
        let names = feature.others.iter().chain([&feature.name]);
        let names = names.filter(|name| feature.level.is_none() || !towns.contains(&fold(name)));
        packing.add(line, names.map(String::as_str))?;
    }
    packing.finish().ok()
}

fn columns(feature: &Feature) -> String {
    let population = feature.population.map(|people| people.to_string());
    [
        feature.id.as_str(),
        &feature.name,
        feature.kind.name(),
        &feature.country,
        &feature.divisions[0],
        &feature.lat.to_string(),
        &feature.lon.to_string(),
        population.as_deref().unwrap_or_default(),
        &feature.radius_m.to_string(),
    ]
    .join("\t")
}
