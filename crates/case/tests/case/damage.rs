//! A ledger or a blob that is not as it was written: `verify` names what, and opening goes on.

use std::fs;
use std::path::Path;

use bearings_case::{Case, Fault, FaultAt, Signer, verify, verify_ledger};
use bearings_model::Decision;

use crate::setting::*;

fn faults_of(ledger: &[u8]) -> Vec<Fault> {
    verify_ledger(ledger).unwrap().faults
}

fn in_words(faults: &[Fault]) -> Vec<String> {
    faults.iter().map(ToString::to_string).collect()
}

/// The number of the entry whose line holds the byte `at`.
fn entry_at(ledger: &[u8], at: usize) -> u64 {
    ledger[..at].iter().filter(|byte| **byte == b'\n').count() as u64
}

fn lines_of(ledger: &[u8]) -> Vec<Vec<u8>> {
    ledger
        .split_inclusive(|byte| *byte == b'\n')
        .map(<[u8]>::to_vec)
        .collect()
}

#[test]
fn a_sound_case_has_no_faults() {
    let (_home, case) = small_case();
    let checked = verify(case.folder()).unwrap();
    assert_eq!(
        (checked.entries, checked.items, checked.faults),
        (5, 3, vec![])
    );
    assert_eq!(checked.key, Some(olena().public_key()));
    assert_eq!(checked.head, case.head().unwrap().head);
}

#[test]
fn every_changed_byte_names_its_entry_and_no_other() {
    let (_home, case) = small_case();
    let sound = fs::read(ledger(case.folder())).unwrap();
    for at in 0..sound.len() {
        let changes = [0x01, 0x20, 0x80].map(|bit| sound[at] ^ bit);
        for byte in changes
            .into_iter()
            .chain([b'\n', 0])
            .filter(|byte| *byte != sound[at])
        {
            let mut changed = sound.clone();
            changed[at] = byte;
            let faults = faults_of(&changed);
            let expected = FaultAt::Entry(entry_at(&sound, at));
            assert_eq!(
                faults.len(),
                1,
                "byte {at} to {byte}: {:?}",
                in_words(&faults)
            );
            assert_eq!(faults[0].at, expected, "byte {at} to {byte}: {}", faults[0]);
        }
    }
}

/// What happens to the lines of a sound ledger of entries 0 to 4, and what is said about it.
#[test]
fn what_was_done_to_the_lines_is_said() {
    let (_home, case) = small_case();
    let sound = fs::read(ledger(case.folder())).unwrap();
    let check = |name: &str, change: fn(&mut Vec<Vec<u8>>), expected: &[&str]| {
        let mut lines = lines_of(&sound);
        change(&mut lines);
        let said = in_words(&faults_of(&lines.concat()));
        let fits = |(said, expected): (&String, &&str)| said.starts_with(expected);
        assert_eq!(said.len(), expected.len(), "{name}: {said:?}");
        assert!(said.iter().zip(expected).all(fits), "{name}: {said:?}");
    };
    check("nothing", |_| {}, &[]);
    check(
        "one taken out",
        |it| drop(it.remove(2)),
        &["entry 2 is missing: entry 3 stands in its place"],
    );
    check(
        "two taken out",
        |it| drop(it.drain(1..3)),
        &["entry 1 and all up to entry 2 are missing"],
    );
    check(
        "one repeated",
        |it| it.insert(3, it[2].clone()),
        &["entry 2 stands again where entry 3 should"],
    );
    check(
        "two swapped",
        |it| it.swap(2, 3),
        &["entry 2 is missing", "entry 2 stands again"],
    );
    check(
        "a line put in",
        |it| it.insert(2, b"{}\n".to_vec()),
        &["entry 2 stands after 1 damaged line"],
    );
    check(
        "an empty line",
        |it| it.insert(2, b"\n".to_vec()),
        &["entry 2 stands after 1 damaged line"],
    );
    check(
        "one overwritten",
        |it| it[3] = b"rubbish\n".to_vec(),
        &["entry 3 has not the form"],
    );
    check(
        "the first gone",
        |it| drop(it.remove(0)),
        &["entry 0 is missing"],
    );
    check(
        "one made endless",
        |it| it[1] = [vec![b'x'; 3_000_000], b"\n".to_vec()].concat(),
        &["entry 1 has 3000000 bytes"],
    );
    check(
        "deeply nested",
        |it| it[1] = nested(),
        &["entry 1 is no ledger entry"],
    );
    check("all gone", |it| it.clear(), &["ledger is empty"]);
    check(
        "the end of lines for Windows",
        |it| it[4] = b"x\r\n".to_vec(),
        &["entry 4 has not the form"],
    );
}

fn nested() -> Vec<u8> {
    let depth = 100_000;
    let inside = ["[".repeat(depth), "]".repeat(depth)].concat();
    let signature = "0".repeat(128);
    format!("{{\"entry\":{inside},\"sig\":\"{signature}\"}}\n").into_bytes()
}

/// A case of the same name and texts whose every entry another person signed.
fn forged() -> Vec<Vec<u8>> {
    let home = tempfile::tempdir().unwrap();
    let forger: Signer = stranger();
    let case = Case::create(home.path(), "Kharkiv", &kyiv(), &forger, "Olena", at(0)).unwrap();
    let mut writer = case.write(&forger, "Olena").unwrap();
    for text in TEXTS {
        writer
            .keep(text.as_bytes(), acquisition("forged.txt", 1))
            .unwrap();
    }
    writer
        .rule(source("city council"), Decision::Reject, "forged", at(9))
        .unwrap();
    lines_of(&fs::read(ledger(home.path())).unwrap())
}

#[test]
fn a_tail_rewritten_with_another_key_is_named_entry_by_entry() {
    let (_home, case) = small_case();
    let mut lines = lines_of(&fs::read(ledger(case.folder())).unwrap());
    lines.truncate(3);
    lines.extend(forged().split_off(3));
    let faults = faults_of(&lines.concat());
    let places: Vec<_> = faults.iter().map(|fault| fault.at.clone()).collect();
    assert_eq!(places, [FaultAt::Entry(3), FaultAt::Entry(4)]);
    assert!(
        faults[0].what.contains("is signed with the key"),
        "{}",
        faults[0]
    );
    assert!(faults[0].what.contains(&stranger().public_key()));
}

#[test]
fn a_wholly_forged_case_shows_in_its_key_alone() {
    let forged = forged().concat();
    let checked = verify_ledger(forged.as_slice()).unwrap();
    assert_eq!(checked.faults, []);
    assert_eq!(checked.key, Some(stranger().public_key()));
    assert_ne!(checked.key, Some(olena().public_key()));
}

/// Damages a blob of the small case and compares what is said about it.
fn check_blob(damage: fn(&Path), expected: &str) {
    let (_home, case) = small_case();
    let file = blob_file(&case, TEXTS[1]);
    let id = case.items().unwrap()[1].id.clone();
    damage(&file);
    let faults = verify(case.folder()).unwrap().faults;
    assert_eq!(faults.len(), 1, "{:?}", in_words(&faults));
    assert_eq!(faults[0].at, FaultAt::Blob(id.clone()));
    assert!(faults[0].what.starts_with(expected), "{}", faults[0]);
    assert!(
        case.bytes(&id)
            .unwrap_err()
            .to_string()
            .contains(id.as_str())
    );
    let other = case.items().unwrap()[0].id.clone();
    assert_eq!(case.bytes(&other).unwrap(), TEXTS[0].as_bytes());
}

#[test]
fn a_damaged_blob_is_named_and_the_others_go_on() {
    check_blob(
        |file| fs::write(file, "The council counts at least five wounded.\n").unwrap(),
        "was changed",
    );
    check_blob(|file| fs::write(file, "").unwrap(), "was changed");
    check_blob(|file| fs::remove_file(file).unwrap(), "is missing");
    check_blob(
        |file| {
            fs::remove_file(file).unwrap();
            fs::create_dir(file).unwrap();
        },
        "cannot be read",
    );
}

#[test]
fn a_stray_blob_and_a_stray_file_are_named() {
    let (_home, case) = small_case();
    let blobs = case.folder().join("blobs");
    let hash = format!("ab{}", "0".repeat(62));
    fs::create_dir_all(blobs.join("ab")).unwrap();
    fs::write(blobs.join("ab").join(&hash), "x").unwrap();
    fs::write(blobs.join("ab/\u{1b}[31m"), "x").unwrap();
    fs::write(blobs.join("note"), "x").unwrap();
    let said = in_words(&verify(case.folder()).unwrap().faults);
    let expected = [
        "file \"blobs/ab/\\u{1b}[31m\" is no blob".to_owned(),
        format!("blob {hash} is in no entry"),
        "file \"blobs/note\" is no blob".to_owned(),
    ];
    assert!(
        said.iter()
            .zip(&expected)
            .all(|(said, start)| said.starts_with(start)),
        "{said:?}"
    );
    assert_eq!(said.len(), 3);
}

#[test]
fn adding_the_item_again_heals_a_missing_blob_but_hides_no_changed_one() {
    let (_home, case) = small_case();
    let file = blob_file(&case, TEXTS[1]);
    fs::write(&file, "something else").unwrap();
    let mut writer = write(&case);
    let message = writer
        .keep(TEXTS[1].as_bytes(), acquisition("x", 30))
        .unwrap_err()
        .to_string();
    assert!(message.contains("was changed"), "{message}");
    fs::remove_file(&file).unwrap();
    assert!(
        !writer
            .keep(TEXTS[1].as_bytes(), acquisition("x", 30))
            .unwrap()
            .new
    );
    assert_eq!(verify(case.folder()).unwrap().faults, []);
}

#[test]
fn a_damaged_ledger_opens_for_reading_with_a_notice_and_takes_no_more() {
    let (_home, case) = small_case();
    let folder = case.folder().to_owned();
    let text = fs::read_to_string(ledger(&folder)).unwrap();
    fs::write(ledger(&folder), text.replace("text-1.txt", "text-9.txt")).unwrap();
    fs::remove_file(folder.join("index.sqlite")).unwrap();
    let case = Case::open(&folder).unwrap();
    assert_eq!(case.notices(), ["entry 2 was changed after it was signed"]);
    assert_eq!(
        (case.items().unwrap().len(), case.rulings().unwrap().len()),
        (2, 1)
    );
    let message = case.write(&olena(), "Olena").unwrap_err().to_string();
    assert!(
        message.contains("entry 2 was changed after it was signed"),
        "{message}"
    );
    assert_eq!(in_words(&verify(&folder).unwrap().faults), case.notices());
}

#[test]
fn a_damaged_first_entry_is_one_clear_sentence() {
    let (_home, case) = small_case();
    let text = fs::read_to_string(ledger(case.folder())).unwrap();
    fs::write(
        ledger(case.folder()),
        text.replace("\"Kharkiv\"", "\"Kherson\""),
    )
    .unwrap();
    let message = Case::open(case.folder()).unwrap_err().to_string();
    assert!(
        message.contains("was changed after it was signed"),
        "{message}"
    );
    let said = in_words(&verify(case.folder()).unwrap().faults);
    assert_eq!(said, ["entry 0 was changed after it was signed"]);
}
