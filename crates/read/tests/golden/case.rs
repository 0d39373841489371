//! Reads a file of cases: a heading, the text as a quote, then what is expected and what is not.
//!
//! `expects: A; B` wants one reading that has both; `not: A; B` wants none that has. Words in
//! “quotation marks” must stand in the excerpt. `expects: nothing` wants no reading at all.

use std::fs;
use std::path::PathBuf;

use jiff::civil::Date;

use super::facts::Fact;

pub struct CaseFile {
    pub published: Date,
    pub cases: Vec<Case>,
}

#[derive(Default)]
pub struct Case {
    pub title: String,
    pub text: String,
    pub known_miss: bool,
    lines: Vec<Line>,
}

enum Line {
    Expects(Vec<String>),
    Not(Vec<String>),
    Nothing,
}

pub fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../corpus/read")
}

/// Every file of cases there is: `tally/en.md`.
pub fn all_files() -> Vec<String> {
    let mut found = Vec::new();
    for feature in fs::read_dir(folder()).unwrap().map(Result::unwrap) {
        if !feature.path().is_dir() {
            continue;
        }
        for file in fs::read_dir(feature.path()).unwrap().map(Result::unwrap) {
            let (feature, file) = (feature.file_name(), file.file_name());
            found.push(format!("{}/{}", feature.display(), file.display()));
        }
    }
    found
}

impl CaseFile {
    pub fn open(feature: &str, lang: &str) -> Self {
        let path = folder().join(feature).join(format!("{lang}.md"));
        let text = fs::read_to_string(&path)
            .unwrap_or_else(|error| panic!("{} cannot be read: {error}", path.display()));
        let named = |key: &str| text.lines().find_map(|line| line.strip_prefix(key));
        for key in ["Origin: ", "Licence: "] {
            assert!(
                named(key).is_some(),
                "{} has no line “{key}…”",
                path.display()
            );
        }
        let published = named("Published: ").expect("a line “Published: 2022-03-02”");
        Self {
            published: published.trim().parse().unwrap(),
            cases: cases(&text),
        }
    }
}

fn cases(text: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    let mut misses = false;
    for line in text.lines() {
        if line == "## Known misses" {
            misses = true;
        } else if let Some(title) = line.strip_prefix("## ").or(line.strip_prefix("### ")) {
            cases.push(Case {
                title: title.to_owned(),
                known_miss: misses,
                ..Case::default()
            });
        } else if let Some(case) = cases.last_mut() {
            case.read_line(line);
        }
    }
    for case in &cases {
        let whole = !case.text.is_empty() && !case.lines.is_empty();
        assert!(whole, "“{}” needs a text and an expectation", case.title);
    }
    cases
}

impl Case {
    fn read_line(&mut self, line: &str) {
        if let Some(text) = line.strip_prefix('>') {
            if !self.text.is_empty() {
                self.text.push('\n');
            }
            self.text.push_str(text.trim());
        } else if line == "- expects: nothing" {
            self.lines.push(Line::Nothing);
        } else if let Some(wanted) = line.strip_prefix("- expects: ") {
            self.lines.push(Line::Expects(parts(wanted)));
        } else if let Some(unwanted) = line.strip_prefix("- not: ") {
            self.lines.push(Line::Not(parts(unwanted)));
        } else {
            assert!(
                !line.starts_with("- "),
                "“{}”: what is “{line}”?",
                self.title
            );
        }
    }

    /// What the readings lack and what they should not have.
    pub fn failures(&self, facts: &[Fact]) -> Vec<String> {
        let any = |parts: &[String]| facts.iter().any(|fact| fact.has(parts));
        let failed = self.lines.iter().filter_map(|line| match line {
            Line::Expects(parts) if !any(parts) => Some(format!("expects: {}", parts.join("; "))),
            Line::Not(parts) if any(parts) => Some(format!("not: {}", parts.join("; "))),
            Line::Nothing if !facts.is_empty() => Some("expects: nothing".to_owned()),
            _ => None,
        });
        failed.collect()
    }
}

fn parts(line: &str) -> Vec<String> {
    line.split(';').map(|part| part.trim().to_owned()).collect()
}
