//! Old cases open for ever: `golden/` keeps one from each release.

use std::fs;
use std::path::{Path, PathBuf};

use bearings_case::{Case, verify};

use crate::setting::*;

fn golden(release: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("golden")
        .join(release)
}

#[test]
fn the_case_kept_from_release_0_1_opens_and_can_be_added_to() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("case");
    copy_ground(&golden("0.1"), &folder);
    let checked = verify(&folder).unwrap();
    assert_eq!(
        (checked.entries, checked.items, checked.faults),
        (5, 3, vec![])
    );
    let case = Case::open(&folder).unwrap();
    assert_eq!(
        (case.name(), case.zone().name()),
        ("Kharkiv", "Europe/Kyiv")
    );
    let items = case.items().unwrap();
    let texts: Vec<Vec<u8>> = items.iter().map(|it| case.bytes(&it.id).unwrap()).collect();
    assert_eq!(texts, TEXTS.map(|text| text.as_bytes().to_vec()));
    assert_eq!(items[2].acquisition, acquisition("text-2.txt", 3));
    assert_eq!(case.rulings().unwrap()[0].why, "spoke to them");
    write(&case)
        .keep(b"a text of today", acquisition("today.txt", 60))
        .unwrap();
    assert_eq!(verify(&folder).unwrap().faults, []);
}

/// For a new release: set its name, run with `--ignored`, and add a test for it above.
#[test]
#[ignore = "makes a case to keep, for a new release"]
fn makes_the_case_to_keep() {
    let home = tempfile::tempdir().unwrap();
    fill(&new_case(home.path()));
    let kept = golden("next");
    copy_ground(home.path(), &kept);
    fs::remove_dir(kept.join("blobs/incoming")).unwrap();
    fs::remove_file(kept.join("lock")).unwrap();
}
