//! A small case of its own: three texts written for these tests; they report nothing that was.

#![allow(dead_code)] // Each test program uses its own half of it.

use std::path::PathBuf;

use bearings_case::{Case, Signer};
use bearings_locate::BuiltIn;
use bearings_model::{Acquisition, ItemId, Zone};
use bearings_pipeline::{Instruments, Workshop};
use jiff::Timestamp;
use tempfile::TempDir;

pub const COURIER: &str = "Shells fell on the northern suburbs of Kharkiv on Sunday, the city council said on \
    Telegram. At least 4 people were killed and 12 were injured, it said.\n\n\
    “We are sheltering in the basement of the old library,” a resident wrote to the paper. \
    The mayor said that the market was probably hit as well.\n\n\
    Related\n\nFive recipes for a cold evening";

pub const HERALD: &str = "Five people were killed in Kharkiv on Sunday, the regional governor said. \
    Russian forces left the village on Monday, he added.";

/// Markup, a character that turns the direction, and a name that would break out of an attribute.
pub const HOSTILE: &str = "<script>alert(1)</script> The council said 3 people were injured in Kharkiv on \
    Sunday <img src=x onerror=alert(2)>. The note was signed \u{202e}moc.elpmaxe by a clerk.";

/// Words of the first text that nobody outside may read.
pub const SHELTER: &str = "basement of the old library";

#[derive(Debug)]
pub struct OwnCase {
    folder: TempDir,
}

impl OwnCase {
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let zone = Zone::named("Europe/Kyiv").unwrap();
        let at = Timestamp::UNIX_EPOCH;
        Case::create(
            &folder.path().join("case"),
            "Own <case>",
            &zone,
            &signer(),
            "tester",
            at,
        )
        .unwrap();
        Self { folder }
    }

    pub fn with_texts() -> Self {
        let case = Self::new();
        case.add("courier.txt", "The Courier", COURIER.as_bytes());
        case.add("herald.txt", "The Herald", HERALD.as_bytes());
        case.add(
            "hostile.txt",
            "A \"quoted\" <b>outlet</b>",
            HOSTILE.as_bytes(),
        );
        case
    }

    pub fn folder(&self) -> PathBuf {
        self.folder.path().join("case")
    }

    /// Keeps and reads a text as another process would.
    pub fn add(&self, from: &str, source: &str, bytes: &[u8]) -> ItemId {
        let case = Case::open(&self.folder()).unwrap();
        let mut writer = case.write(&signer(), "tester").unwrap();
        let kept = writer.keep(bytes, acquisition(from, source)).unwrap();
        let with = Instruments {
            gazetteer: &BuiltIn::new(),
            room: None,
            transcriber: None,
            now: jiff::Timestamp::UNIX_EPOCH,
        };
        Workshop::read_items(&case, &mut writer, with, &[], &mut |_, _, _| {}).unwrap();
        kept.id
    }

    pub fn open(&self) -> Case {
        Case::open(&self.folder()).unwrap()
    }

    pub fn item(&self, from: &str) -> ItemId {
        let items = self.open().items().unwrap();
        items
            .into_iter()
            .find(|kept| kept.acquisition.from == from)
            .unwrap()
            .id
    }
}

pub fn signer() -> Signer {
    Signer::from_secret([9; 32])
}

pub fn moment(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn acquisition(from: &str, source: &str) -> Acquisition {
    Acquisition {
        at: moment("2022-03-02T09:15:00Z"),
        by: "tester".to_owned(),
        from: from.to_owned(),
        method: "file".to_owned(),
        media_type: None,
        published: Some("2022-03-01".to_owned()),
        source: Some(source.to_owned()),
        lang: None,
        zone: None,
        shows: None,
        derived_from: None,
        plain: false,
    }
}
