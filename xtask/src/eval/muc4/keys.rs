//! The answer keys: templates with their fills, and the texts they belong to.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// The slots that are measured, by their number in a template.
pub const DATE: usize = 2;
pub const LOCATION: usize = 3;
pub const TYPE: usize = 4;
pub const PERPETRATOR: usize = 10;
pub const CONFIDENCE: usize = 11;
pub const TARGET_NAME: usize = 18;
pub const TARGET_DESCRIPTION: usize = 19;
pub const NUMBER: usize = 21;
pub const EFFECT: usize = 23;

/// One fill of a slot: `? 10 / PLURAL: "PEASANTS" / "FARMERS"`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fill {
    /// Marked `?`: right when given, not missed when not.
    pub optional: bool,
    /// Each of these is right.
    pub values: Vec<String>,
    /// Each of these names what the value is said of; empty where nothing does.
    pub strings: Vec<String>,
}

/// One incident of a text.
#[derive(Clone, Debug, Default)]
pub struct Template {
    pub optional: bool,
    /// The words a response's template was made from; shown with errors.
    pub note: String,
    pub slots: BTreeMap<usize, Vec<Fill>>,
}

impl Template {
    pub fn fills(&self, slot: usize) -> &[Fill] {
        self.slots.get(&slot).map_or(&[], Vec::as_slice)
    }
}

/// The templates of each text of a key file; an irrelevant text has none.
pub fn keys(path: &Path) -> Result<BTreeMap<String, Vec<Template>>, String> {
    let mut found: BTreeMap<String, Vec<Template>> = BTreeMap::new();
    let (mut text, mut slot) = (String::new(), 0);
    for line in latin(path)?.lines() {
        let line = line.trim_end();
        if line.starts_with(';') || line.trim().is_empty() {
            continue;
        }
        let (value, number) = match numbered(line) {
            Some((number, value)) => (value, Some(number)),
            None => (line.trim(), None),
        };
        slot = number.unwrap_or(slot);
        match slot {
            0 => {
                text = value
                    .split_whitespace()
                    .next()
                    .unwrap_or_default()
                    .to_owned();
                found.entry(text.clone()).or_default();
            }
            1 if value.starts_with('*') => slot = 99,
            1 => found.entry(text.clone()).or_default().push(Template {
                optional: value.contains("OPTIONAL"),
                ..Template::default()
            }),
            2..=24 => {
                let template = found.get_mut(&text).and_then(|all| all.last_mut());
                if let (Some(template), Some(fill)) = (template, fill(value, slot)) {
                    template.slots.entry(slot).or_default().push(fill);
                }
            }
            _ => {}
        }
    }
    // A text without incidents has one template of stars; the loop leaves nothing of it.
    for templates in found.values_mut() {
        templates.retain(|template| !template.fills(TYPE).is_empty());
    }
    Ok(found)
}

/// `21. HUM TGT: NUMBER    1: "X"` is slot 21 and its value.
fn numbered(line: &str) -> Option<(usize, &str)> {
    let (number, rest) = line.split_once('.')?;
    let number = number.parse().ok()?;
    let value = rest
        .trim_start()
        .split_once("  ")
        .map_or("", |(_, value)| value);
    Some((number, value.trim()))
}

fn fill(line: &str, slot: usize) -> Option<Fill> {
    let plain = line.trim_start_matches(['?', ' ']);
    let optional = line.trim_start().starts_with('?');
    if plain.is_empty() || plain == "-" || plain.starts_with('*') {
        return None;
    }
    let is_string = matches!(
        slot,
        9 | PERPETRATOR | 12 | TARGET_NAME | TARGET_DESCRIPTION
    );
    let (value, said_of) = match plain.find(": \"") {
        Some(at) => (&plain[..at], strings(&plain[at + 1..])),
        None => (plain, Vec::new()),
    };
    let values = if is_string {
        strings(value)
    } else {
        values(value)
    };
    Some(Fill {
        optional,
        values,
        strings: said_of,
    })
}

/// `(09 DEC 89) / (- 09 DEC 89)`, `10 / 10- / PLURAL`.
fn values(source: &str) -> Vec<String> {
    let bare = |value: &str| value.trim().trim_matches(['(', ')']).trim().to_owned();
    if source.contains(": ") {
        // A location keeps the brackets that say what kind of place each name is.
        return source
            .split(" / ")
            .map(|value| value.trim().to_owned())
            .collect();
    }
    source.split(" / ").map(bare).collect()
}

/// The strings in quotation marks; a string may hold escaped ones.
fn strings(source: &str) -> Vec<String> {
    let (mut found, mut open, mut last) = (Vec::new(), None::<String>, ' ');
    for c in source.chars() {
        match (&mut open, c) {
            (Some(_), '"') if last != '\\' => found.extend(open.take()),
            (Some(string), c) if c != '\\' => string.push(c),
            (None, '"') => open = Some(String::new()),
            _ => {}
        }
        last = c;
    }
    found
}

/// The texts of a file by their names.
pub fn texts(path: &Path) -> Result<Vec<(String, String)>, String> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in latin(path)?.lines() {
        let name = line.split_whitespace().next().unwrap_or_default();
        if !line.starts_with(' ') && name.contains("-MUC") {
            found.push((name.to_owned(), String::new()));
        } else if let Some((_, text)) = found.last_mut() {
            text.push_str(line.trim_end());
            text.push('\n');
        }
    }
    Ok(found)
}

/// The files of a folder whose names begin so, sorted.
pub fn files(folder: &Path, begin: &str) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut found: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let name = path.file_name().and_then(|name| name.to_str());
            name.is_some_and(|name| name.starts_with(begin))
        })
        .collect();
    found.sort();
    Ok(found)
}

/// The files are older than UTF-8.
fn latin(path: &Path) -> Result<String, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    Ok(bytes.into_iter().map(char::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fill_keeps_its_alternatives_and_whom_it_is_said_of() {
        let read = fill("? 10 / PLURAL: \"FARM HANDS\" / \"HANDS\"", NUMBER).unwrap();
        assert!(read.optional);
        assert_eq!(read.values, ["10", "PLURAL"]);
        assert_eq!(read.strings, ["FARM HANDS", "HANDS"]);
        assert!(fill("-", NUMBER).is_none() && fill("*", DATE).is_none());
    }
}
