//! An index that is gone, damaged, old or foreign: the case opens, ground is all there, and the
//! next writer makes the index anew.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;

use bearings_case::{Case, IndexState, verify};
use bearings_model::Decision;

use crate::derived::{document, reading};
use crate::setting::*;

fn needs_rebuild(case: &Case) -> Option<String> {
    match case.index_state().unwrap() {
        IndexState::Ready => None,
        IndexState::NeedsRebuild { why } => Some(why),
    }
}

/// Does `damage` to the index of a small case with one text read, and goes all the way back.
fn check(damage: fn(&Path), expected: &str) {
    let (_home, case) = small_case();
    let folder = case.folder().to_owned();
    let id = case.items().unwrap()[0].id.clone();
    write(&case)
        .store(&document(&id, TEXTS[0]), &reading(&id), "1")
        .unwrap();
    assert_eq!(needs_rebuild(&case), None);
    drop(case);
    damage(&folder.join("index.sqlite"));

    let case = Case::open(&folder).unwrap();
    let why = needs_rebuild(&case).unwrap();
    assert!(why.contains(expected), "{why} is not {expected}");
    assert_eq!(
        (case.items().unwrap().len(), case.rulings().unwrap().len()),
        (3, 1)
    );
    assert_eq!(case.document(&id).unwrap(), None);
    assert_eq!(case.items_not_read_by("1", "m").unwrap().len(), 3);

    let mut writer = write(&case);
    assert!(
        writer.notices()[0].contains("it was made anew"),
        "{:?}",
        writer.notices()
    );
    assert!(
        needs_rebuild(&case).is_some(),
        "the derived half is still missing"
    );
    writer
        .store(&document(&id, TEXTS[0]), &reading(&id), "1")
        .unwrap();
    writer.finish_rebuild().unwrap();
    drop(writer);
    assert_eq!(needs_rebuild(&case), None);
    assert_eq!(
        (case.items().unwrap().len(), case.rulings().unwrap().len()),
        (3, 1)
    );
    assert_eq!(Case::open(&folder).unwrap().claims().unwrap().len(), 2);
    assert_eq!(verify(&folder).unwrap().faults, []);
}

#[test]
fn an_index_that_cannot_be_used_is_made_again() {
    check(|index| fs::remove_file(index).unwrap(), "there is no index");
    check(|index| fs::write(index, "").unwrap(), "version 0");
    check(
        |index| {
            fs::write(
                index,
                "not a database, but long enough to be one".repeat(300),
            )
            .unwrap()
        },
        "is damaged",
    );
    check(
        |index| fs::write(index, &fs::read(index).unwrap()[..5000]).unwrap(),
        "damaged",
    );
    check(|index| set_version(index, 999), "version 999");
    check(point_elsewhere, "no plain file");
    check(exchange_ledger, "another ledger");
}

fn set_version(index: &Path, version: i32) {
    let connection = rusqlite::Connection::open(index).unwrap();
    connection
        .pragma_update(None, "user_version", version)
        .unwrap();
}

fn point_elsewhere(index: &Path) {
    let elsewhere = index.with_file_name("elsewhere");
    fs::rename(index, &elsewhere).unwrap();
    symlink(elsewhere, index).unwrap();
}

/// Not the index is exchanged but the ledger: for one of the same texts, signed a minute later.
fn exchange_ledger(index: &Path) {
    let home = tempfile::tempdir().unwrap();
    let other = Case::create(home.path(), "Kharkiv", &kyiv(), &olena(), "Olena", at(7)).unwrap();
    fill(&other);
    fs::copy(ledger(home.path()), index.with_file_name("ledger.jsonl")).unwrap();
}

#[test]
fn damage_inside_the_index_is_an_error_that_says_what_to_do() {
    let (_home, case) = small_case();
    let id = case.items().unwrap()[0].id.clone();
    write(&case)
        .store(&document(&id, TEXTS[0]), &reading(&id), "1")
        .unwrap();
    let index = case.folder().join("index.sqlite");
    let connection = rusqlite::Connection::open(&index).unwrap();
    connection
        .execute("UPDATE claims SET claim = '{\"id\": 7'", [])
        .unwrap();
    drop(connection);
    let message = case.claims().unwrap_err().to_string();
    assert!(message.contains("holds what is no claim"), "{message}");
    assert!(message.contains("run 'bearings rebuild'"), "{message}");
}

#[test]
fn a_rebuild_goes_through_whichever_page_is_damaged() {
    const PAGE: usize = 4096;
    let (_home, case) = small_case();
    let folder = case.folder().to_owned();
    let id = case.items().unwrap()[0].id.clone();
    write(&case)
        .store(&document(&id, TEXTS[0]), &reading(&id), "1")
        .unwrap();
    drop(case);
    let file = folder.join("index.sqlite");
    let sound = fs::read(&file).unwrap();
    for page in 0..sound.len() / PAGE {
        let mut bytes = sound.clone();
        bytes[page * PAGE..][..PAGE].fill(0x5a);
        fs::write(&file, bytes).unwrap();
        let case = Case::open(&folder).unwrap();
        let mut writer = write(&case);
        writer.clear_derived().unwrap();
        writer
            .store(&document(&id, TEXTS[0]), &reading(&id), "1")
            .unwrap();
        writer.finish_rebuild().unwrap();
        assert_eq!(case.items().unwrap().len(), 3, "page {page}");
        assert_eq!(
            case.reading(&id).unwrap(),
            Some(reading(&id)),
            "page {page}"
        );
        assert_eq!(needs_rebuild(&case), None, "page {page}");
    }
}

#[test]
fn the_tail_that_the_index_missed_is_read_from_the_ledger() {
    let (_home, case) = small_case();
    let folder = case.folder().to_owned();
    let old = fs::read(folder.join("index.sqlite")).unwrap();
    write(&case)
        .keep(b"later", acquisition("later.txt", 60))
        .unwrap();
    write(&case)
        .keep(TEXTS[2].as_bytes(), acquisition("again.txt", 61))
        .unwrap();
    drop(case);
    fs::write(folder.join("index.sqlite"), old).unwrap();
    let case = Case::open(&folder).unwrap();
    assert_eq!(needs_rebuild(&case), None);
    let seen = |case: &Case| {
        let items = case.items().unwrap();
        (
            items.len(),
            items[2].acquisitions,
            case.head().unwrap().entries,
        )
    };
    assert_eq!(seen(&case), (4, 2, 7));
    let later = case.items().unwrap()[3].id.clone();
    assert_eq!(case.find_item(&later.as_str()[..10]).unwrap(), later);
    drop(write(&case));
    assert_eq!(seen(&case), (4, 2, 7));
}

#[test]
fn what_the_index_could_not_take_is_kept_and_taken_later() {
    let (_home, case) = small_case();
    let mut writer = write(&case);
    let other = rusqlite::Connection::open(case.folder().join("index.sqlite")).unwrap();
    let rename = |from: &str, to: &str| {
        other
            .execute_batch(&format!("ALTER TABLE {from} RENAME TO {to}"))
            .unwrap();
    };
    rename("rulings", "hidden");
    writer
        .rule(source("a"), Decision::Accept, "seen", at(70))
        .unwrap();
    writer
        .keep(b"kept all the same", acquisition("x.txt", 71))
        .unwrap();
    assert!(writer.notices()[0].starts_with("kept, but the index could not follow"));
    rename("hidden", "rulings");
    assert_eq!(
        (case.rulings().unwrap().len(), case.items().unwrap().len()),
        (2, 4)
    );
    writer
        .rule(source("b"), Decision::Accept, "seen", at(72))
        .unwrap();
    assert_eq!(writer.notices().len(), 2);
    drop(writer);
    let ids: Vec<String> = case
        .rulings()
        .unwrap()
        .iter()
        .map(|it| it.id.to_string())
        .collect();
    assert_eq!(ids, ["r-4", "r-5", "r-7"]);
    assert_eq!(case.items().unwrap().len(), 4);
}
