//! Opening a case of 100,000 claims and taking them out, beside plain SQLite selecting the same
//! rows of the same file in the same run. Also what keeping many small items costs.
//!
//! `cargo bench -p bearings-case`

#![allow(clippy::unwrap_used)]

use std::path::Path;
use std::sync::LazyLock;

use bearings_case::{Arrival, Case, Signer, Writer, verify};
use bearings_model::{
    Acquisition, Chain, ChainLink, Claim, ClaimId, ClaimKind, Document, EventKind, Excerpt,
    Factuality, ItemId, Reading, SourceKind, Span, Zone,
};
use divan::Bencher;
use jiff::Timestamp;
use rusqlite::Connection;
use tempfile::TempDir;

const ITEMS: usize = 1_000;
const CLAIMS_EACH: usize = 100;

static CASE: LazyLock<TempDir> = LazyLock::new(|| {
    let home = tempfile::tempdir().unwrap();
    fill(&new_case(home.path()));
    home
});

fn main() {
    LazyLock::force(&CASE);
    divan::main();
}

#[divan::bench]
fn open() -> Case {
    Case::open(CASE.path()).unwrap()
}

#[divan::bench]
fn open_and_count_by_kind() -> usize {
    open().counts().unwrap().values().sum()
}

#[divan::bench]
fn open_and_list_all_claims() -> usize {
    open().claim_lines().unwrap().len()
}

#[divan::bench]
fn plain_sqlite_lists_the_same_rows() -> usize {
    let columns = "id, item, kind, rule, span_start, span_end, outlet, root, outcome, earliest, \
                   latest";
    let connection = Connection::open(CASE.path().join("index.sqlite")).unwrap();
    let sql = format!("SELECT {columns} FROM claims ORDER BY number");
    let mut statement = connection.prepare(&sql).unwrap();
    let text = |row: &rusqlite::Row<'_>, at| row.get::<_, Option<String>>(at);
    let rows = statement.query_map([], |row| {
        let words = [0, 1, 2, 3, 6, 7, 8, 9, 10].map(|at| text(row, at));
        Ok((words, row.get::<_, i64>(4)?, row.get::<_, i64>(5)?))
    });
    rows.unwrap().map(Result::unwrap).collect::<Vec<_>>().len()
}

#[divan::bench(sample_count = 10)]
fn open_and_take_all_claims() -> usize {
    open().claims().unwrap().len()
}

#[divan::bench(sample_count = 10)]
fn plain_sqlite_takes_the_same_texts() -> usize {
    let connection = Connection::open(CASE.path().join("index.sqlite")).unwrap();
    let mut statement = connection
        .prepare("SELECT claim FROM claims ORDER BY number")
        .unwrap();
    let rows = statement
        .query_map([], |row| row.get::<_, String>(0))
        .unwrap();
    rows.map(Result::unwrap).collect::<Vec<_>>().len()
}

#[divan::bench(sample_count = 10)]
fn search_a_word() -> usize {
    open().search("shelling").unwrap().len()
}

#[divan::bench(sample_count = 10)]
fn verify_a_thousand_items() -> usize {
    let checked = verify(CASE.path()).unwrap();
    assert_eq!(checked.faults, []);
    checked.items
}

/// One batch of a thousand small texts, into a new case.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn keep_a_thousand_in_one_batch(bencher: Bencher<'_, '_>) {
    let texts: Vec<String> = (0..1_000).map(text).collect();
    bencher
        .with_inputs(|| {
            let home = tempfile::tempdir().unwrap();
            let writer = write(&new_case(home.path()));
            (home, writer)
        })
        .bench_local_values(|(home, mut writer)| {
            let batch = texts.iter().map(|text| arrival(text)).collect();
            assert!(writer.keep_many(batch).unwrap().iter().all(Result::is_ok));
            (home, writer)
        });
}

/// One after the other, each durable before the next.
#[divan::bench(sample_count = 3, sample_size = 1)]
fn keep_a_hundred_one_by_one(bencher: Bencher<'_, '_>) {
    let texts: Vec<String> = (0..100).map(text).collect();
    bencher
        .with_inputs(|| {
            let home = tempfile::tempdir().unwrap();
            let writer = write(&new_case(home.path()));
            (home, writer)
        })
        .bench_local_values(|(home, mut writer)| {
            for text in &texts {
                writer
                    .keep(text.as_bytes(), arrival(text).acquisition)
                    .unwrap();
            }
            (home, writer)
        });
}

fn signer() -> Signer {
    Signer::from_secret([1; 32])
}

fn new_case(folder: &Path) -> Case {
    let moment = Timestamp::UNIX_EPOCH;
    Case::create(folder, "large", &Zone::utc(), &signer(), "Olena", moment).unwrap()
}

fn write(case: &Case) -> Writer {
    case.write(&signer(), "Olena").unwrap()
}

fn text(number: usize) -> String {
    format!("Report {number}. Shelling was heard in the north of the city on Sunday. ").repeat(40)
}

fn arrival(text: &str) -> Arrival<'_> {
    let acquisition = Acquisition {
        at: Timestamp::UNIX_EPOCH,
        by: "Olena".to_owned(),
        from: "reports/2022-02-27.txt".to_owned(),
        method: "file".to_owned(),
        media_type: Some("text/plain".to_owned()),
        published: None,
        source: None,
        lang: None,
        zone: None,
        shows: None,
        derived_from: None,
        plain: false,
    };
    Arrival {
        bytes: text.as_bytes(),
        acquisition,
    }
}

fn fill(case: &Case) {
    let mut writer = write(case);
    let texts: Vec<String> = (0..ITEMS).map(text).collect();
    let kept = writer
        .keep_many(texts.iter().map(|text| arrival(text)).collect())
        .unwrap();
    for (kept, text) in kept.into_iter().zip(&texts) {
        let id = kept.unwrap().id;
        let claims = (0..CLAIMS_EACH).map(|number| claim(&id, number)).collect();
        let reading = Reading {
            claims,
            ..Reading::default()
        };
        writer.store(&document(&id, text), &reading, "1").unwrap();
    }
}

fn document(item: &ItemId, text: &str) -> Document {
    Document {
        item: item.clone(),
        title: Some("The fourth day".to_owned()),
        byline: None,
        outlet: "Atlas News".to_owned(),
        lang: Some("en".to_owned()),
        text: text.to_owned(),
        published: None,
        zone: Zone::utc(),
        url: None,
        problems: Vec::new(),
    }
}

fn claim(item: &ItemId, number: usize) -> Claim {
    let span = Span::new(number * 10, number * 10 + 60);
    let kind = [
        ClaimKind::Event,
        ClaimKind::Statement,
        ClaimKind::Observation,
    ][number % 3]
        .clone();
    let mut governor = ChainLink::outlet("Oleh Synehubov");
    governor.kind = SourceKind::Person;
    governor.role = Some("governor".to_owned());
    Claim {
        id: ClaimId::derive(item, span.start, span.end, kind.name(), "en.event.shelling"),
        excerpt: Excerpt::new(item.clone(), span).unwrap(),
        text: "Shelling was heard in the north of the city on Sunday.".to_owned(),
        kind,
        event: Some(EventKind::Shelling),
        negated: false,
        factuality: Factuality::CertainTrue,
        hedges: Vec::new(),
        chain: Chain::new(ChainLink::outlet("Atlas News"), vec![governor]),
        actors: Vec::new(),
        targets: Vec::new(),
        weapons: Vec::new(),
        time: None,
        time_carried: false,
        place: None,
        place_carried: false,
        rule: "en.event.shelling".into(),
    }
}
