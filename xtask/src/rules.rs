//! The list of rules, made from the reader's table and from the golden cases that each rule reads.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use bearings_locate::BuiltIn;
use bearings_model::{ClaimKind, Span};
use bearings_read::{Rule, rules};
use jiff::civil::Date;

use crate::eval::reader::{About, reading};

const CORPUS: &str = "corpus/read";

/// The most examples a rule shows in one language.
const LONGEST_EXAMPLE_CHARACTERS: usize = 120;

/// Words a rule read, and the file of cases they stand in.
struct Example {
    words: String,
    file: String,
    cases: usize,
}

/// By rule's name without language, then by language.
type Examples = BTreeMap<String, BTreeMap<String, Example>>;

pub fn page() -> Result<String, String> {
    let examples = examples()?;
    let mut page = String::from(
        "# Rules of reading\n\nMade from the reader's own table and the golden cases by `cargo xtask reference`.\n\n\
         A claim, a time, a place, a quote or a proposal carries the name of the rule that made it, with its language first \
         (`en.time.weekday`); `bearings why` prints what the rule looks for. The examples are cases in \
         `corpus/read/`; in the same files stand, beside them, those that look alike and must not be read so.\n",
    );
    let mut part = "";
    for rule in rules() {
        let own = rule.name.split('.').next().unwrap_or(rule.name);
        if own != part {
            part = own;
            let _ = write!(page, "\n## {part}\n");
        }
        entry(&mut page, rule, examples.get(rule.name));
    }
    Ok(page)
}

fn entry(page: &mut String, rule: &Rule, examples: Option<&BTreeMap<String, Example>>) {
    let _ = write!(
        page,
        "\n### {}\n\nLooks for: {}.  \nMakes: {}.\n\n",
        rule.name, rule.pattern, rule.production
    );
    for (lang, example) in examples.into_iter().flatten() {
        let _ = writeln!(
            page,
            "- {lang}: “{}” ([{}](../../{CORPUS}/{}), {} {})",
            example.words,
            example.file,
            example.file,
            example.cases,
            if example.cases == 1 {
                "reading"
            } else {
                "readings"
            }
        );
    }
}

/// The shortest words each rule reads in the cases, by language, and how often it reads.
fn examples() -> Result<Examples, String> {
    let gazetteer = BuiltIn::new();
    let mut found = Examples::new();
    for (file, lang, published, text) in cases()? {
        let about = About {
            lang: &lang,
            published: Some(published),
            title: None,
            zone: "Europe/Kyiv",
        };
        let reading = reading(&text, &about, &gazetteer);
        let times = reading.times.iter().map(|time| (&time.rule, time.span));
        let places = reading.places.iter().map(|place| (&place.rule, place.span));
        let quotes = reading.quotes.iter().map(|quote| (&quote.rule, quote.span));
        let claims = reading.claims.iter().map(|c| (&c.rule, c.excerpt.span()));
        let proposals = reading
            .restrictions
            .iter()
            .map(|r| (&r.rule, r.target.span()));
        let amounts = reading.claims.iter().filter_map(|claim| match &claim.kind {
            ClaimKind::Tally(tally) => Some((tally.amount_rule.as_ref()?, claim.excerpt.span())),
            _ => None,
        });
        for (rule, span) in times
            .chain(places)
            .chain(quotes)
            .chain(claims)
            .chain(amounts)
            .chain(proposals)
        {
            note(&mut found, rule, span, &file, &text);
        }
    }
    Ok(found)
}

fn note(found: &mut Examples, rule: &str, span: Span, file: &str, text: &str) {
    let (Some((lang, name)), Some(words)) = (rule.split_once('.'), span.of(text)) else {
        return;
    };
    let words = words.replace('\n', " ");
    let known = found
        .entry(name.to_owned())
        .or_default()
        .entry(lang.to_owned())
        .or_insert_with(|| Example {
            words: words.clone(),
            file: file.to_owned(),
            cases: 0,
        });
    known.cases += 1;
    let length = |words: &str| words.chars().count();
    if length(&words) < length(&known.words) || length(&known.words) > LONGEST_EXAMPLE_CHARACTERS {
        known.words = words;
        known.file = file.to_owned();
    }
}

/// File, language, publication date and text of every golden case.
fn cases() -> Result<Vec<(String, String, Date, String)>, String> {
    let mut cases = Vec::new();
    for feature in listed(Path::new(CORPUS))? {
        if !feature.is_dir() {
            continue;
        }
        for path in listed(&feature)? {
            let page = fs::read_to_string(&path).map_err(|e| format!("{}: {e}", path.display()))?;
            let lang = path
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let file = path
                .strip_prefix(CORPUS)
                .unwrap_or(&path)
                .display()
                .to_string();
            let Some(published) = page
                .lines()
                .find_map(|line| line.strip_prefix("Published: "))
                .and_then(|date| date.trim().parse().ok())
            else {
                continue;
            };
            for text in texts(&page) {
                cases.push((file.clone(), lang.clone(), published, text));
            }
        }
    }
    Ok(cases)
}

/// The quoted lines of each case; known misses are no examples.
fn texts(page: &str) -> Vec<String> {
    let good = page.split("\n## Known misses").next().unwrap_or_default();
    good.split("\n## ")
        .map(|case| {
            let lines = case.lines().filter_map(|line| line.strip_prefix('>'));
            lines.map(str::trim).collect::<Vec<_>>().join("\n")
        })
        .filter(|text| !text.is_empty())
        .collect()
}

/// In the order of their names, so that the page never depends on the disk.
fn listed(folder: &Path) -> Result<Vec<std::path::PathBuf>, String> {
    let entries = fs::read_dir(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut paths: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    paths.sort();
    Ok(paths)
}
