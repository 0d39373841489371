//! The desk, its people and its texts, for the other tests.

use std::fs;
use std::path::{Path, PathBuf};

use bearings_case::{Arrival, Case, Signer, Writer};
use bearings_model::{Acquisition, Decision, Target, Zone};
use jiff::Timestamp;
use tempfile::TempDir;

pub const TEXTS: [&str; 3] = [
    "Shelling was heard in the north of the city on Sunday.\n",
    "The council counts at least four wounded.\n",
    "Обстріл тривав до ранку.\n",
];

pub fn olena() -> Signer {
    Signer::from_secret([1; 32])
}

pub fn stranger() -> Signer {
    Signer::from_secret([9; 32])
}

/// `minute` minutes into 1 March 2022.
pub fn at(minute: i64) -> Timestamp {
    Timestamp::from_second(1_646_092_800 + 60 * minute).unwrap()
}

pub fn kyiv() -> Zone {
    Zone::named("Europe/Kyiv").unwrap()
}

pub fn acquisition(from: &str, minute: i64) -> Acquisition {
    Acquisition {
        at: at(minute),
        by: "Olena".to_owned(),
        from: from.to_owned(),
        method: "file".to_owned(),
        media_type: Some("text/plain".to_owned()),
        published: Some("2022-03-01".to_owned()),
        source: None,
        lang: None,
        zone: None,
        shows: None,
        derived_from: None,
        plain: false,
    }
}

pub fn arrival(text: &str) -> Arrival<'_> {
    Arrival {
        bytes: text.as_bytes(),
        acquisition: acquisition("a folder", 1),
    }
}

pub fn new_case(folder: &Path) -> Case {
    Case::create(folder, "Kharkiv", &kyiv(), &olena(), "Olena", at(0)).unwrap()
}

pub fn write(case: &Case) -> Writer {
    case.write(&olena(), "Olena").unwrap()
}

pub fn source(name: &str) -> Target {
    Target::Source {
        name: name.to_owned(),
    }
}

/// Five entries: the case, three items, a ruling.
pub fn small_case() -> (TempDir, Case) {
    let home = tempfile::tempdir().unwrap();
    let case = new_case(home.path());
    fill(&case);
    (home, case)
}

pub fn fill(case: &Case) {
    let mut writer = write(case);
    for (number, text) in TEXTS.iter().enumerate() {
        let how = acquisition(&format!("text-{number}.txt"), number as i64 + 1);
        writer.keep(text.as_bytes(), how).unwrap();
    }
    writer
        .rule(
            source("city council"),
            Decision::Accept,
            "spoke to them",
            at(9),
        )
        .unwrap();
}

pub fn ledger(case: &Path) -> PathBuf {
    case.join("ledger.jsonl")
}

/// The file of the one blob with these bytes.
pub fn blob_file(case: &Case, text: &str) -> PathBuf {
    let items = case.items().unwrap();
    let fits = |id| case.bytes(id).is_ok_and(|bytes| bytes == text.as_bytes());
    let id = &items.iter().find(|kept| fits(&kept.id)).unwrap().id;
    case.folder()
        .join("blobs")
        .join(&id.as_str()[..2])
        .join(id.as_str())
}

/// Copies ledger and blobs, which are all of a case that counts.
pub fn copy_ground(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        let name = entry.file_name();
        if entry.file_type().unwrap().is_dir() {
            copy_ground(&entry.path(), &to.join(name));
        } else if !name.to_string_lossy().starts_with("index.") {
            fs::copy(entry.path(), to.join(name)).unwrap();
        }
    }
}
