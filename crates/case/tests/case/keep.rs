//! Making a case, keeping items, ruling, and who may do so.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};

use bearings_case::{Case, CaseError, IndexState, MAX_BLOB, verify};
use bearings_model::{Decision, ItemId};

use crate::setting::*;

#[test]
fn a_new_case_says_its_name_and_zone() {
    let home = tempfile::tempdir().unwrap();
    let made = new_case(&home.path().join("deep/down"));
    let opened = Case::open(made.folder()).unwrap();
    assert_eq!(
        (opened.name(), opened.zone().name()),
        ("Kharkiv", "Europe/Kyiv")
    );
    assert_eq!(opened.key(), olena().public_key());
    assert_eq!(opened.notices(), Vec::<String>::new());
    assert!(opened.items().unwrap().is_empty());
}

#[test]
fn a_folder_with_other_things_in_it_does_not_become_a_case() {
    let home = tempfile::tempdir().unwrap();
    fs::write(home.path().join("notes.txt"), "mine").unwrap();
    let make = || Case::create(home.path(), "x", &kyiv(), &olena(), "Olena", at(0));
    assert!(matches!(make(), Err(CaseError::NotEmpty { .. })));
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    fs::remove_file(home.path().join("notes.txt")).unwrap();
    make().unwrap();
    assert!(matches!(make(), Err(CaseError::Exists { .. })));
}

#[test]
fn a_creation_that_was_killed_is_taken_up_again() {
    let home = tempfile::tempdir().unwrap();
    fs::create_dir_all(home.path().join("blobs/incoming")).unwrap();
    fs::write(home.path().join("lock"), "77").unwrap();
    fs::write(ledger(home.path()), "{\"entry\":{\"n\":0,").unwrap();
    let message = Case::open(home.path()).unwrap_err().to_string();
    assert!(message.contains("is incomplete"), "{message}");
    new_case(home.path());
    assert_eq!(verify(home.path()).unwrap().faults, []);
}

#[test]
fn a_folder_without_a_ledger_is_no_case() {
    let home = tempfile::tempdir().unwrap();
    let message = Case::open(home.path()).unwrap_err().to_string();
    assert!(
        message.ends_with("is no Bearings case: it has no ledger.jsonl; 'bearings new' makes one")
    );
}

#[test]
fn what_is_kept_comes_back_byte_for_byte() {
    let (_home, case) = small_case();
    let items = case.items().unwrap();
    let texts: Vec<Vec<u8>> = items.iter().map(|it| case.bytes(&it.id).unwrap()).collect();
    assert_eq!(texts, TEXTS.map(|text| text.as_bytes().to_vec()));
    assert_eq!(items[0].acquisition, acquisition("text-0.txt", 1));
    assert_eq!(items[0].size, TEXTS[0].len() as u64);
    let ruling = &case.rulings().unwrap()[0];
    assert_eq!((ruling.id.as_str(), ruling.by.as_str()), ("r-4", "Olena"));
    assert_eq!(ruling.decision, Decision::Accept);
}

#[test]
fn the_same_bytes_again_are_one_item_that_came_twice() {
    let (_home, case) = small_case();
    let mut writer = write(&case);
    let again = writer
        .keep(TEXTS[0].as_bytes(), acquisition("mail", 20))
        .unwrap();
    assert!(!again.new);
    let items = case.items().unwrap();
    assert_eq!(items.len(), 3);
    assert_eq!(
        (items[0].acquisitions, items[0].acquisition.from.as_str()),
        (2, "text-0.txt")
    );
    let ways = case.acquisitions(&items[0].id).unwrap();
    assert_eq!(
        ways.iter().map(|way| &way.from).collect::<Vec<_>>(),
        ["text-0.txt", "mail"]
    );
}

#[test]
fn a_batch_keeps_what_it_can() {
    let (_home, case) = small_case();
    let mut writer = write(&case);
    let endless = "x".repeat(2 * 1024 * 1024);
    let mut bad = arrival("a fifth text");
    bad.acquisition.from = endless;
    let batch = vec![
        arrival("a fourth text"),
        bad,
        arrival("a fourth text"),
        arrival(TEXTS[1]),
    ];
    let kept = writer.keep_many(batch).unwrap();
    let new: Vec<Option<bool>> = kept
        .iter()
        .map(|it| it.as_ref().ok().map(|kept| kept.new))
        .collect();
    assert_eq!(new, [Some(true), None, Some(false), Some(false)]);
    drop(writer);
    assert_eq!(case.items().unwrap().len(), 4);
    assert_eq!(verify(case.folder()).unwrap().faults, []);
}

#[test]
fn a_large_batch_is_kept_as_a_small_one_is() {
    let (_home, case) = small_case();
    let texts: Vec<String> = (0..300)
        .map(|number| format!("text number {number}"))
        .collect();
    let batch = texts.iter().map(|text| arrival(text)).collect();
    let kept = write(&case).keep_many(batch).unwrap();
    assert!(kept.iter().all(|it| it.as_ref().is_ok_and(|kept| kept.new)));
    let checked = verify(case.folder()).unwrap();
    assert_eq!(
        (checked.entries, checked.items, checked.faults.len()),
        (305, 303, 0)
    );
}

#[test]
fn an_item_over_the_limit_is_refused_with_its_size() {
    let (_home, case) = small_case();
    let huge = vec![0; MAX_BLOB as usize + 1];
    let refused = write(&case)
        .keep(&huge, acquisition("film.mkv", 30))
        .unwrap_err();
    let message = refused.to_string();
    assert!(message.starts_with("film.mkv has 1073741825 bytes; one item may have at most"));
}

#[test]
fn a_second_writer_is_told_who_the_first_is() {
    let (_home, case) = small_case();
    let first = write(&case);
    let message = case.write(&olena(), "Olena").unwrap_err().to_string();
    let process = std::process::id();
    assert_eq!(
        message,
        format!(
            "another bearings process is writing to this case (process {process}); \
             wait for it or stop it"
        )
    );
    drop(first);
    write(&case);
}

#[test]
fn readers_work_while_a_writer_writes() {
    let (_home, case) = small_case();
    let reader = Case::open(case.folder()).unwrap();
    let mut writer = write(&case);
    writer
        .keep(b"one more", acquisition("more.txt", 30))
        .unwrap();
    assert_eq!(reader.items().unwrap().len(), 4);
    assert_eq!(Case::open(case.folder()).unwrap().items().unwrap().len(), 4);
    writer
        .rule(source("x"), Decision::Reject, "no", at(40))
        .unwrap();
    assert_eq!(reader.rulings().unwrap().len(), 2);
    assert_eq!(reader.notices(), Vec::<String>::new());
}

#[test]
fn another_key_may_not_write() {
    let (_home, case) = small_case();
    let message = case.write(&stranger(), "Olena").unwrap_err().to_string();
    assert!(
        message.contains("only the key that made a case may write to it"),
        "{message}"
    );
}

#[test]
fn an_item_is_found_by_the_beginning_of_its_id() {
    let (_home, case) = small_case();
    let id = case.items().unwrap()[1].id.clone();
    assert_eq!(case.find_item(&id.as_str()[..8]).unwrap(), id);
    assert_eq!(
        case.find_item(&id.as_str()[..8].to_uppercase()).unwrap(),
        id
    );
    for none in ["zz", "../../etc/passwd", "ffffffffffff", "%"] {
        assert!(
            matches!(case.find_item(none), Err(CaseError::Nothing { .. })),
            "{none}"
        );
    }
    let message = case.find_item("").unwrap_err().to_string();
    assert!(message.contains("fits more than one item"), "{message}");
}

#[test]
fn a_blob_is_never_read_through_a_link() {
    let (home, case) = small_case();
    let file = blob_file(&case, TEXTS[0]);
    let elsewhere = home.path().join("elsewhere");
    fs::rename(&file, &elsewhere).unwrap();
    symlink(&elsewhere, &file).unwrap();
    let id = case.items().unwrap()[0].id.clone();
    let message = case.bytes(&id).unwrap_err().to_string();
    assert!(
        message.contains(id.as_str()) && message.contains("it is a link"),
        "{message}"
    );
    let faults = verify(case.folder()).unwrap().faults;
    assert_eq!(faults.len(), 1);
    assert!(faults[0].to_string().contains("it is a link"), "{faults:?}");
}

#[test]
fn an_id_from_hostile_data_is_no_id_and_leads_to_no_file() {
    for id in ["\"../../../../etc/passwd\"", "\"\"", "\"ї\"", "\"AB\""] {
        assert!(serde_json::from_str::<ItemId>(id).is_err(), "{id}");
    }
}

#[test]
fn a_read_only_case_can_be_read_and_says_why_it_cannot_be_written() {
    let (_home, case) = small_case();
    let folder = case.folder().to_owned();
    drop(case);
    let permit = |mode| fs::set_permissions(&folder, fs::Permissions::from_mode(mode)).unwrap();
    fs::remove_file(folder.join("lock")).unwrap();
    permit(0o555);
    let may_write_all_the_same = fs::write(folder.join("probe"), "").is_ok();
    let case = Case::open(&folder).unwrap();
    assert_eq!(
        (case.items().unwrap().len(), case.rulings().unwrap().len()),
        (3, 1)
    );
    assert_eq!(case.index_state().unwrap(), IndexState::Ready);
    if !may_write_all_the_same {
        let message = case.write(&olena(), "Olena").unwrap_err().to_string();
        assert!(
            message.starts_with("cannot write to the case: "),
            "{message}"
        );
        assert!(
            message.ends_with("check that the folder may be written to"),
            "{message}"
        );
    }
    permit(0o755);
}
