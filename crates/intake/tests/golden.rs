//! Every golden page of `corpus/intake`: text, metadata, problems and what was removed.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use bearings_intake::{Defaults, Extracted, extract};
use bearings_model::{Acquisition, Zone};
use serde_json::Value;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../corpus/intake")
}

#[test]
fn every_golden_page_reads_as_expected() {
    let mut seen = 0;
    for entry in fs::read_dir(corpus()).unwrap() {
        let folder = entry.unwrap().path();
        if folder.is_dir() {
            check(&folder);
            seen += 1;
        }
    }
    assert!(seen >= 8, "the golden pages are missing");
}

fn check(folder: &Path) {
    let page = folder.file_name().unwrap().to_string_lossy();
    assert!(
        folder.join("ORIGIN.md").is_file(),
        "{page}: say where it is from"
    );
    let wanted: Value =
        serde_json::from_str(&fs::read_to_string(folder.join("expected.json")).unwrap()).unwrap();
    let Extracted { document, removed } = read(folder, &wanted["given"]);
    let text = fs::read_to_string(folder.join("expected.txt")).unwrap();
    assert_eq!(
        document.text,
        text.trim_end(),
        "{page}: text; removed {removed:#?}"
    );

    let published = document.published.as_ref();
    for (field, found) in [
        ("title", document.title),
        ("byline", document.byline),
        ("outlet", Some(document.outlet)),
        ("lang", document.lang),
        ("url", document.url),
        (
            "published",
            published.map(|published| published.date.to_string()),
        ),
        (
            "basis",
            published.map(|published| published.basis.name().to_owned()),
        ),
    ] {
        assert_eq!(found.as_deref(), wanted[field].as_str(), "{page}: {field}");
    }

    let mut by_rule: BTreeMap<&str, u64> = BTreeMap::new();
    for line in &removed.lines {
        *by_rule.entry(line.rule).or_default() += 1;
    }
    assert_eq!(
        serde_json::to_value(by_rule).unwrap(),
        wanted["removed"],
        "{page}: removed"
    );

    let problems = wanted["problems"].as_array().unwrap();
    assert_eq!(
        document.problems.len(),
        problems.len(),
        "{page}: {:?}",
        document.problems
    );
    for (found, part) in document.problems.iter().zip(problems) {
        assert!(found.contains(part.as_str().unwrap()), "{page}: {found}");
    }
}

fn read(folder: &Path, given: &Value) -> Extracted {
    let files = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path());
    let source = files
        .into_iter()
        .find(|path| path.file_stem().unwrap() == "source")
        .unwrap();
    let said = |field: &str| given[field].as_str().map(str::to_owned);
    let acquisition = Acquisition {
        at: jiff::Timestamp::UNIX_EPOCH,
        by: "desk".to_owned(),
        from: source.file_name().unwrap().to_string_lossy().into_owned(),
        method: "file".to_owned(),
        media_type: None,
        published: said("published"),
        source: said("source"),
        lang: said("lang"),
        zone: said("zone").map(|name| Zone::named(&name).unwrap()),
        shows: None,
        derived_from: None,
        plain: false,
    };
    let defaults = Defaults {
        zone: Zone::utc(),
        today: jiff::civil::date(2022, 4, 1),
    };
    extract(&fs::read(source).unwrap(), &acquisition, &defaults).unwrap()
}
