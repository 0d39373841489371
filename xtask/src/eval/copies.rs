//! Copies: frame hashes of films beside those that vPDQ's authors published for them, and the
//! pictures that come with PDQ's reference: every edit of one picture found, no other two linked.

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bearings_match::media::MediaSearch;
use bearings_match::pdq::{Picture, pdq};
use bearings_media::{Darkroom, Pace, View};
use bearings_model::{LikenessGrade, Pdq, PdqHash};
use bearings_pipeline::look;

use super::figure::{Figure, share};

/// A hash this near to another is the same picture to every matcher: a fifteenth of its threshold.
const A_HAIR: u32 = 2;

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let program = std::env::current_exe().map_err(|error| error.to_string())?;
    let room = Darkroom::new(program);
    let mut figures = frames(&room, &data.join("copies"))?;
    figures.extend(stills(&room, &data.join("copies/pdq/data"))?);
    Ok(figures)
}

/// Every frame of every sample film, at its own size, beside the published list.
fn frames(room: &Darkroom, data: &Path) -> Result<Vec<Figure>, String> {
    let mut apart: Vec<Apart> = Vec::new();
    for film in files(&data.join("tmk/sample-videos"))? {
        let list = data
            .join("vpdq/sample-hashes")
            .join(film.file_name().unwrap_or_default())
            .with_extension("txt");
        let Ok(published) = std::fs::read_to_string(&list) else {
            continue;
        };
        let published = published_of(&published)
            .ok_or_else(|| format!("{}: no list of hashes", list.display()))?;
        let ours = hashes(room, &film)?;
        let these: Vec<Apart> = ours
            .iter()
            .zip(&published)
            .map(|(ours, theirs)| Apart::of(*ours, *theirs))
            .collect();
        println!(
            "{}: {} frames, {} published; {}",
            name(&film),
            ours.len(),
            published.len(),
            told(&these)
        );
        apart.extend(these);
    }
    let cases = apart.len();
    let part = |holds: &dyn Fn(&Apart) -> bool| {
        let count = apart.iter().filter(|apart| holds(apart)).count();
        share(count as f64, cases as f64)
    };
    let sum: u32 = apart.iter().map(|apart| apart.bits).sum();
    let most = apart.iter().map(|apart| apart.bits).max().unwrap_or(0);
    let figure = |metric: &str, value: f64, goal: Option<f64>| Figure {
        set: "vpdq frames",
        metric: metric.to_owned(),
        value,
        cases,
        goal,
        other: "vPDQ's published hashes",
    };
    Ok(vec![
        figure("equal bits", part(&|apart| apart.bits == 0), None),
        figure(
            "within 2 bits of 256",
            part(&|apart| apart.bits <= A_HAIR),
            Some(0.95),
        ),
        figure(
            "bits apart, mean",
            share(f64::from(sum), cases as f64),
            None,
        ),
        figure("bits apart, most", f64::from(most), None),
        figure("equal quality", part(&|apart| apart.quality == 0), None),
    ])
}

/// How far a frame's hash lies from the published one.
struct Apart {
    bits: u32,
    quality: u8,
}

impl Apart {
    fn of(ours: Pdq, theirs: Pdq) -> Self {
        Self {
            bits: ours.hash.distance(theirs.hash),
            quality: ours.quality.abs_diff(theirs.quality),
        }
    }
}

fn told(apart: &[Apart]) -> String {
    let equal = apart.iter().filter(|apart| apart.bits == 0).count();
    let sum: u32 = apart.iter().map(|apart| apart.bits).sum();
    let most = apart.iter().map(|apart| apart.bits).max().unwrap_or(0);
    let mean = share(f64::from(sum), apart.len() as f64);
    format!("{equal} equal, {mean:.2} bits apart in the mean, {most} at most")
}

/// "frame,quality,hash,seconds", a line for each frame.
fn published_of(list: &str) -> Option<Vec<Pdq>> {
    let line = |line: &str| {
        let mut parts = line.split(',').skip(1);
        let quality = parts.next()?.parse().ok()?;
        let hash = PdqHash::from_hex(parts.next()?)?;
        Some(Pdq { hash, quality })
    };
    list.lines().map(line).collect()
}

fn hashes(room: &Darkroom, film: &Path) -> Result<Vec<Pdq>, String> {
    let wrong = |error: &dyn std::fmt::Display| format!("{}: {error}", film.display());
    let facts = room.probe(film).map_err(|error| wrong(&error))?;
    let mut hashes = Vec::new();
    let seen = room.frames(
        film,
        &facts,
        View::native(Pace::All),
        |frame| match Picture::rgb24(frame.width as usize, frame.height as usize, frame.rgb) {
            Ok(picture) => {
                hashes.push(pdq(&picture));
                ControlFlow::Continue(())
            }
            Err(_) => ControlFlow::Break(()),
        },
    );
    let seen = seen.map_err(|error| wrong(&error))?;
    seen.problems
        .iter()
        .for_each(|problem| println!("{}: {problem}", name(film)));
    Ok(hashes)
}

/// Folders whose pictures are all edits of one; every other picture stands for itself.
const OF_ONE: [&str; 3] = ["bridge-mods", "reg-test-input/dih", "misc-images/modes"];
const ALONE: [&str; 4] = [
    "misc-images",
    "reg-test-input",
    "reg-test-input/exif-rotn",
    "reg-test-input/labelme-subset",
];

fn stills(room: &Darkroom, data: &Path) -> Result<Vec<Figure>, String> {
    let mut search = MediaSearch::default();
    let mut laid: Vec<(PathBuf, bool)> = Vec::new();
    let mut linked: BTreeSet<(usize, usize)> = BTreeSet::new();
    let folders = OF_ONE.iter().map(|folder| (folder, true));
    for (folder, of_one) in folders.chain(ALONE.iter().map(|folder| (folder, false))) {
        for path in files(&data.join(folder))? {
            let looked = match look(room, &path) {
                Ok(looked) => looked,
                Err(error) => {
                    println!("{}: {error}", name(&path));
                    continue;
                }
            };
            for found in search.find(&looked.print) {
                if found.likeness.grade != LikenessGrade::Possible {
                    linked.insert((found.other as usize, laid.len()));
                }
            }
            search.insert(Arc::new(looked.print));
            laid.push((path, of_one));
        }
    }
    Ok(figures_of(&laid, &linked))
}

/// The first picture laid is the one that the others are edits of.
fn figures_of(laid: &[(PathBuf, bool)], linked: &BTreeSet<(usize, usize)>) -> Vec<Figure> {
    let edits: Vec<usize> = (1..laid.len()).filter(|at| laid[*at].1).collect();
    let found = edits.iter().filter(|at| {
        let found = linked.contains(&(0, **at));
        if !found {
            println!("missed: {}", laid[**at].0.display());
        }
        found
    });
    let found = found.count();
    let wrong = linked.iter().filter(|(a, b)| {
        let wrong = !(laid[*a].1 && laid[*b].1);
        if wrong {
            println!("false: {} and {}", name(&laid[*a].0), name(&laid[*b].0));
        }
        wrong
    });
    let figure = |metric: &str, value: f64, cases: usize, goal: Option<f64>| Figure {
        set: "pdq pictures",
        metric: metric.to_owned(),
        value,
        cases,
        goal,
        other: "",
    };
    let wrong = wrong.count() as f64;
    vec![
        figure(
            "edits of one picture found",
            share(found as f64, edits.len() as f64),
            edits.len(),
            Some(1.0),
        ),
        figure("false pairs", wrong, laid.len(), None),
    ]
}

fn name(path: &Path) -> String {
    let name = path.file_name().unwrap_or_default();
    name.to_string_lossy().into_owned()
}

/// The pictures and films of a folder, not of those in it, by name.
fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries =
        std::fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let of_media = |path: &PathBuf| {
        let ending = path.extension().and_then(|ending| ending.to_str());
        path.is_file() && matches!(ending, Some("jpg" | "png" | "webp" | "mp4"))
    };
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(of_media)
        .collect();
    found.sort();
    Ok(found)
}
