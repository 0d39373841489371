//! Whether the tree is what ARCHITECTURE.md says, and as plain as CONTRIBUTING.md asks.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Lines after which a source file must be split; tables of words are exempt by name.
const LONGEST_FILE: usize = 800;

/// Names that say nothing about what is inside.
const EMPTY_NAMES: &[&str] = &["util", "utils", "helpers", "helper", "common", "misc"];

pub fn run() -> Result<(), String> {
    let files = tracked()?;
    let mut faults = arrows()?;
    for file in &files {
        faults.extend(file_faults(file));
    }
    if faults.is_empty() {
        println!("tidy: {} files, nothing to mend", files.len());
        return Ok(());
    }
    for fault in &faults {
        eprintln!("tidy: {fault}");
    }
    Err(format!("tidy: {} things to mend", faults.len()))
}

/// The files the project keeps; without git, everything below this folder but what is built.
fn tracked() -> Result<Vec<PathBuf>, String> {
    let listed = Command::new("git")
        .args(["ls-files", "-co", "--exclude-standard"])
        .output();
    match listed {
        Ok(output) if output.status.success() => {
            let text = String::from_utf8_lossy(&output.stdout).into_owned();
            Ok(text
                .lines()
                .map(PathBuf::from)
                .filter(|path| path.is_file())
                .collect())
        }
        _ => Err("tidy: git does not list the files; run inside a clone".to_owned()),
    }
}

fn file_faults(path: &Path) -> Vec<String> {
    let mut faults = Vec::new();
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().into_owned())
        .unwrap_or_default();
    if EMPTY_NAMES.contains(&stem.as_str()) {
        faults.push(format!(
            "{} has a name that says nothing; name what is in it",
            path.display()
        ));
    }
    if path.extension().is_none_or(|extension| extension != "rs") {
        return faults;
    }
    let Ok(text) = fs::read_to_string(path) else {
        return faults;
    };
    let lines = text.lines().count();
    if lines > LONGEST_FILE {
        faults.push(format!(
            "{} has {lines} lines; split it by {LONGEST_FILE}",
            path.display()
        ));
    }
    if !text.starts_with("//!") && !text.starts_with("#!") {
        faults.push(format!(
            "{} does not open with what it is for (//!)",
            path.display()
        ));
    }
    for (number, line) in text.lines().enumerate() {
        let code = line.trim_start();
        let marker = ["TODO", "FIXME"]
            .iter()
            .find(|word| code.starts_with("//") && code.contains(**word));
        if let Some(word) = marker {
            faults.push(format!(
                "{}:{}: a {word} left standing",
                path.display(),
                number + 1
            ));
        }
    }
    faults
}

/// The manifests against the table in ARCHITECTURE.md, both ways.
fn arrows() -> Result<Vec<String>, String> {
    let page = fs::read_to_string("ARCHITECTURE.md")
        .map_err(|error| format!("ARCHITECTURE.md: {error}"))?;
    let stated = stated(&page);
    let actual = actual()?;
    let mut faults = Vec::new();
    for (name, needs) in &actual {
        match stated.get(name) {
            None => faults.push(format!("ARCHITECTURE.md has no row for the crate '{name}'")),
            Some(allowed) => {
                for extra in needs.difference(allowed) {
                    faults.push(format!(
                        "'{name}' uses '{extra}', which ARCHITECTURE.md does not allow"
                    ));
                }
                for missing in allowed.difference(needs) {
                    faults.push(format!(
                        "ARCHITECTURE.md lets '{name}' use '{missing}', which it does not"
                    ));
                }
            }
        }
    }
    for name in stated.keys().filter(|name| !actual.contains_key(*name)) {
        faults.push(format!(
            "ARCHITECTURE.md tells of a crate '{name}' that does not exist"
        ));
    }
    Ok(faults)
}

/// Rows of the table under "## Arrows": `| crate | uses |`.
fn stated(page: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut rows = BTreeMap::new();
    let table = page.split("## Arrows").nth(1).unwrap_or_default();
    let table = table.split("\n## ").next().unwrap_or_default();
    for line in table.lines().filter(|line| line.starts_with("| `")) {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        if let [name, uses, ..] = cells.as_slice() {
            let uses = uses
                .split(',')
                .map(|word| word.trim().trim_matches('`').to_owned());
            let uses = uses
                .filter(|word| !word.is_empty() && word != "nothing")
                .collect();
            rows.insert(name.trim_matches('`').to_owned(), uses);
        }
    }
    rows
}

/// Each crate's own dependencies among the workspace's crates, tests' not counted.
fn actual() -> Result<BTreeMap<String, BTreeSet<String>>, String> {
    let mut crates = BTreeMap::new();
    let folders = fs::read_dir("crates").map_err(|error| format!("crates/: {error}"))?;
    for folder in folders.flatten().map(|entry| entry.path()) {
        let Ok(manifest) = fs::read_to_string(folder.join("Cargo.toml")) else {
            continue;
        };
        let name = folder
            .file_name()
            .map(|name| name.to_string_lossy().into_owned())
            .unwrap_or_default();
        let section = manifest.split("[dependencies]").nth(1).unwrap_or_default();
        let section = section.split("\n[").next().unwrap_or_default();
        let uses = section
            .lines()
            .filter_map(|line| line.strip_prefix("bearings-"))
            .filter_map(|line| line.split(['.', ' ', '=']).next())
            .map(str::to_owned)
            .collect();
        crates.insert(name, uses);
    }
    Ok(crates)
}

#[cfg(test)]
mod tests {
    use super::stated;

    #[test]
    fn the_table_of_arrows_is_read_row_by_row() {
        let page = "# x\n## Arrows\n\n| crate | uses |\n|---|---|\n| `a` | nothing |\n| `b` | `a`, `c` |\n\n## Next\n| `d` | `a` |\n";
        let rows = stated(page);
        assert_eq!(rows.len(), 2);
        assert!(rows["a"].is_empty());
        assert_eq!(rows["b"].iter().cloned().collect::<Vec<_>>(), ["a", "c"]);
    }
}
