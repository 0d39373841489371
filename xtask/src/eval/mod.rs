//! Quality, measured on data that is not part of the project: prints a table, ships nothing.
//!
//! A set is one module here and one line in [`SETS`]; it returns its figures and prints what
//! helps to see why a figure is what it is.

mod casualties;
mod copies;
#[allow(dead_code, reason = "sets use what they need")]
mod figure;
mod geoparsing;
mod kharkiv;
mod muc4;
mod page;
mod polnear;
#[allow(dead_code, reason = "sets use what they need")]
pub mod reader;
mod slavicner;
mod tempeval;
mod timex;
mod viina;
mod wikiwarsua;

use std::path::Path;

use figure::Figure;

/// A set by name, and what measures it.
type Set = (&'static str, fn(&Path) -> Result<Vec<Figure>, String>);

const SETS: &[Set] = &[
    ("kharkiv", kharkiv::run),
    ("tempeval", tempeval::run),
    ("wikiwarsua", wikiwarsua::run),
    ("casualties", casualties::run),
    ("polnear", polnear::run),
    ("geoparsing", geoparsing::run),
    ("slavicner", slavicner::run),
    ("viina", viina::run),
    ("muc4", muc4::run),
    ("copies", copies::run),
];

/// Measures the sets named in `only` (all of them when it is empty) under `data`, the evaluation
/// folder; cases lie beside it. A full run also writes `docs/quality.md`.
pub fn run(data: &str, only: &[&str]) -> Result<(), String> {
    let data = Path::new(data);
    if !data.is_dir() {
        return Err(format!(
            "there is no folder '{}'; give one with --data",
            data.display()
        ));
    }
    if let Some(unknown) = only
        .iter()
        .find(|name| !SETS.iter().any(|set| set.0 == **name))
    {
        let known: Vec<&str> = SETS.iter().map(|set| set.0).collect();
        return Err(format!(
            "no set is called '{unknown}'; there are {}",
            known.join(", ")
        ));
    }
    let mut figures = Vec::new();
    for (name, measure) in SETS {
        if only.is_empty() || only.contains(name) {
            match measure(data) {
                Ok(measured) => figures.extend(measured),
                Err(why) => eprintln!("{name}: not measured: {why}"),
            }
        }
    }
    page::print(&figures);
    if only.is_empty() {
        page::write(Path::new("docs/quality.md"), &figures)?;
    }
    Ok(())
}
