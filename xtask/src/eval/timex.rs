//! Scoring of TIMEX3 as TempEval-3 defines it (UzZaman et al., SemEval 2013, task 1): strict is
//! the same extent, relaxed any overlap (one to one); value F1 counts the relaxed matches with
//! the same value, against everything found and everything marked.

use bearings_locate::BuiltIn;
use jiff::civil::Date;

use super::figure::{Counts, Figure};
use super::reader::{About, reading};

/// A marked expression: bytes of the text and its value.
pub struct Marked {
    pub start: usize,
    pub end: usize,
    pub value: String,
}

pub struct Marks {
    pub text: String,
    pub published: Option<Date>,
    pub marked: Vec<Marked>,
}

/// The text inside the first `<TEXT>` with its marks; the document's own time is not among them.
pub fn parse(source: &str, dated_in: &str) -> Option<Marks> {
    let body = source.split_once("<TEXT>")?.1.rsplit_once("</TEXT>")?.0;
    let dated = source.split_once(&format!("<{dated_in}>"));
    let stated = dated.and_then(|(_, rest)| attribute(rest.split_once('>')?.0, "value"));
    let published = stated.and_then(|value| value.get(..10)?.parse().ok());
    let (mut text, mut marked, mut open) = (String::new(), Vec::new(), Vec::new());
    let mut rest = body;
    while let Some((before, tagged)) = rest.split_once('<') {
        decode(before, &mut text);
        let (tag, after) = tagged.split_once('>')?;
        if tag.starts_with("TIMEX3") && !tag.ends_with('/') {
            open.push((text.len(), attribute(tag, "value").unwrap_or_default()));
        } else if tag == "/TIMEX3" {
            let (start, value) = open.pop()?;
            let end = text.len();
            if !text[start..end].trim().is_empty() {
                marked.push(Marked { start, end, value });
            }
        }
        rest = after;
    }
    decode(rest, &mut text);
    Some(Marks {
        text,
        published,
        marked,
    })
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let after = tag.split_once(&format!("{name}=\""))?.1;
    Some(after.split_once('"')?.0.to_owned())
}

fn decode(raw: &str, into: &mut String) {
    let plain = raw
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&apos;", "'")
        .replace("&amp;", "&");
    into.push_str(&plain);
}

#[derive(Default)]
pub struct Score {
    strict: Counts,
    relaxed: Counts,
    value: Counts,
    cases: usize,
    errors: Vec<String>,
}

impl Score {
    pub fn add(&mut self, marks: &Marks, lang: &str, gazetteer: &BuiltIn) {
        let about = About {
            lang,
            published: marks.published,
            ..About::default()
        };
        let found: Vec<Marked> = reading(&marks.text, &about, gazetteer)
            .times
            .into_iter()
            .map(|time| Marked {
                start: time.span.start,
                end: time.span.end,
                value: time.timex,
            })
            .collect();
        self.cases += marks.marked.len();
        let mut taken = vec![false; found.len()];
        for gold in &marks.marked {
            let partner = partner(gold, &found, &taken);
            if let Some(at) = partner {
                taken[at] = true;
            }
            self.count(marks, gold, partner.map(|at| &found[at]));
        }
        for extra in found.iter().zip(&taken).filter(|(_, taken)| !**taken) {
            self.strict.wrong += 1.0;
            self.relaxed.wrong += 1.0;
            self.value.wrong += 1.0;
            self.errors.push(format!(
                "extra\t{}\t{}",
                shown(marks, extra.0),
                around(marks, extra.0)
            ));
        }
    }

    fn count(&mut self, marks: &Marks, gold: &Marked, found: Option<&Marked>) {
        let Some(found) = found else {
            for counts in [&mut self.strict, &mut self.relaxed, &mut self.value] {
                counts.missed += 1.0;
            }
            self.errors.push(format!(
                "missed\t{}\t{}",
                shown(marks, gold),
                around(marks, gold)
            ));
            return;
        };
        let trim = |of: &Marked| {
            let inner = &marks.text[of.start..of.end];
            let start = of.start + inner.len() - inner.trim_start().len();
            (start, start + inner.trim().len())
        };
        let same = trim(gold) == trim(found);
        tally(&mut self.strict, same);
        tally(&mut self.relaxed, true);
        tally(&mut self.value, gold.value == found.value);
        let (wanted, got) = (shown(marks, gold), shown(marks, found));
        if !same {
            self.errors.push(format!("extent\t{wanted}\t{got}"));
        }
        if gold.value != found.value {
            self.errors
                .push(format!("value\t{wanted}\t{got}\t{}", around(marks, gold)));
        }
    }

    pub fn figures(
        self,
        set: &'static str,
        goals: [Option<f64>; 3],
        other: [&'static str; 3],
    ) -> Vec<Figure> {
        if std::env::var_os("EVAL_ERRORS").is_some() {
            self.errors
                .iter()
                .take(4000)
                .for_each(|line| println!("{line}"));
        }
        let all = [
            ("strict F1", self.strict),
            ("relaxed F1", self.relaxed),
            ("value F1", self.value),
        ];
        all.into_iter()
            .enumerate()
            .map(|(at, (metric, counts))| Figure {
                set,
                metric: metric.to_owned(),
                value: counts.f1(),
                cases: self.cases,
                goal: goals[at],
                other: other[at],
            })
            .collect()
    }
}

/// A wrong extent is both one too many and one missed.
fn tally(counts: &mut Counts, right: bool) {
    if right {
        counts.right += 1.0;
    } else {
        counts.wrong += 1.0;
        counts.missed += 1.0;
    }
}

/// The free find that shares most with `gold`.
fn partner(gold: &Marked, found: &[Marked], taken: &[bool]) -> Option<usize> {
    let shared = |other: &Marked| {
        gold.end
            .min(other.end)
            .saturating_sub(gold.start.max(other.start))
    };
    let from = found.partition_point(|other| other.end <= gold.start);
    (from..found.len())
        .take_while(|at| found[*at].start < gold.end)
        .filter(|at| !taken[*at])
        .max_by_key(|at| shared(&found[*at]))
}

fn shown(marks: &Marks, mark: &Marked) -> String {
    let words = marks.text[mark.start..mark.end].split_whitespace();
    format!("{} [{}]", words.collect::<Vec<_>>().join(" "), mark.value)
}

/// What stands to either side of a mark, for whoever looks for the reason of an error.
fn around(marks: &Marks, mark: &Marked) -> String {
    let before: Vec<char> = marks.text[..mark.start].chars().rev().take(60).collect();
    let after = marks.text[mark.end..].chars().take(40);
    let joined: String = before
        .into_iter()
        .rev()
        .chain("[]".chars())
        .chain(after)
        .collect();
    joined.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The files of a folder with this ending, by name.
pub fn files(folder: &std::path::Path, ending: &str) -> Result<Vec<std::path::PathBuf>, String> {
    let listed = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut paths: Vec<_> = listed
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|own| own == ending))
        .collect();
    paths.sort();
    Ok(paths)
}
