//! Time expressions against TimeML, scored as in TempEval-3 (UzZaman and others, 2013).
//!
//! Strict: the same characters; relaxed: any overlap, each expression matched once. Value F1 counts
//! a relaxed match only when its value is the key's too, against all that was found and all that is
//! there. The document's creation time is handed to the reader and not scored. Expressions the key
//! leaves empty are not scored.

use std::fs;
use std::path::{Path, PathBuf};

use bearings_locate::BuiltIn;
use bearings_model::Span;
use jiff::civil::Date;

use super::figure::{Counts, Figure};
use super::marked::{Marked, marked};
use super::reader::{About, reading};

const SET: &str = "tempeval3";

pub fn run(data: &Path) -> Result<Vec<Figure>, String> {
    let folder = data.join("tempeval3/tbaq");
    let mut files = files(&folder.join("TimeBank"))?;
    files.extend(self::files(&folder.join("AQUAINT"))?);
    let mut score = Score::default();
    let gazetteer = BuiltIn::new();
    for path in &files {
        let page = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
        let page = String::from_utf8_lossy(&page);
        let Some((text, key)) = text_of(&page) else {
            continue;
        };
        let published = creation_time(&page);
        score.add(
            &path.display().to_string(),
            &text,
            &key,
            "en",
            published,
            &gazetteer,
        );
    }
    Ok(score.figures(
        SET,
        [Some(0.84), Some(0.92), Some(0.80)],
        "HeidelTime on the held-out twin: .82 strict, .91 relaxed, .78 value; UWTime value .82",
    ))
}

/// Files of a folder in the order of their names.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}

/// The inside of `<TEXT>` as plain text, and the key's expressions in it.
fn text_of(page: &str) -> Option<(String, Vec<Marked>)> {
    let inside = page.split_once("<TEXT>")?.1;
    Some(marked(inside.split_once("</TEXT>")?.0, "TIMEX3"))
}

fn creation_time(page: &str) -> Option<Date> {
    let dct = page.split_once("<DCT>")?.1.split_once("</DCT>")?.0;
    let (_, marks) = marked(dct, "TIMEX3");
    date(marks.first()?.attribute("value")?)
}

/// The day of a value, however much finer it is.
pub fn date(value: &str) -> Option<Date> {
    value.get(..10)?.parse().ok()
}

/// What was found rightly over many texts.
#[derive(Default)]
pub struct Score {
    strict: Counts,
    relaxed: Counts,
    value: Counts,
    cases: usize,
}

impl Score {
    pub fn add(
        &mut self,
        name: &str,
        text: &str,
        key: &[Marked],
        lang: &str,
        published: Option<Date>,
        gazetteer: &BuiltIn,
    ) {
        let about = About {
            lang,
            published,
            title: None,
            zone: "",
        };
        let found = reading(text, &about, gazetteer).times;
        let key: Vec<&Marked> = key.iter().filter(|mark| !mark.span.is_empty()).collect();
        self.cases += key.len();
        let mut taken = vec![false; found.len()];
        let (mut same, mut overlapping, mut valued) = (0, 0, 0);
        for mark in &key {
            let exact = found.iter().position(|time| time.span == mark.span);
            let at = exact.or_else(|| {
                (0..found.len()).find(|i| !taken[*i] && found[*i].span.overlaps(mark.span))
            });
            let Some(at) = at.filter(|at| !taken[*at]) else {
                tell(name, "missed", text, mark.span, mark.value(), "");
                continue;
            };
            taken[at] = true;
            overlapping += 1;
            let right_span = found[at].span == mark.span;
            let right_value = found[at].timex == mark.value();
            same += usize::from(right_span);
            valued += usize::from(right_value);
            if !right_span {
                tell(name, "span", text, mark.span, mark.value(), &found[at].text);
            }
            if !right_value {
                tell(
                    name,
                    "value",
                    text,
                    mark.span,
                    mark.value(),
                    &found[at].timex,
                );
            }
        }
        for (at, _) in taken.iter().enumerate().filter(|(_, taken)| !**taken) {
            tell(name, "extra", text, found[at].span, "", &found[at].timex);
        }
        for (counts, right) in [
            (&mut self.strict, same),
            (&mut self.relaxed, overlapping),
            (&mut self.value, valued),
        ] {
            counts.right += right as f64;
            counts.wrong += (found.len() - right) as f64;
            counts.missed += (key.len() - right) as f64;
        }
    }

    /// Strict, relaxed and value F1 with these goals.
    pub fn figures(
        &self,
        set: &'static str,
        goals: [Option<f64>; 3],
        other: &'static str,
    ) -> Vec<Figure> {
        let counts = [
            ("strict", self.strict),
            ("relaxed", self.relaxed),
            ("value", self.value),
        ];
        counts
            .iter()
            .zip(goals)
            .map(|((name, counts), goal)| Figure {
                set,
                metric: format!(
                    "times, {name} F1 (P {:.2}, R {:.2})",
                    counts.precision(),
                    counts.recall()
                ),
                value: counts.f1(),
                cases: self.cases,
                goal,
                other,
            })
            .collect()
    }
}

/// One error a line, for whoever looks for what is wrong in general.
fn tell(name: &str, what: &str, text: &str, span: Span, wanted: &str, got: &str) {
    if std::env::var_os("EVAL_ERRORS").is_none() {
        return;
    }
    let words = |from: usize, to: usize| text.get(from..to).unwrap_or("…").replace('\n', " ");
    let mut from = span.start.saturating_sub(50);
    while !text.is_char_boundary(from) {
        from -= 1;
    }
    let mut to = (span.end + 30).min(text.len());
    while !text.is_char_boundary(to) {
        to += 1;
    }
    let short = name.rsplit('/').next().unwrap_or(name);
    println!(
        "{what}\t{}\t{wanted}\t{got}\t{}[{}]{}\t{short}",
        words(span.start, span.end),
        words(from, span.start),
        words(span.start, span.end),
        words(span.end, to)
    );
}
