//! Adding a country's dump: what good, odd, damaged and hostile files leave on the shelf.

// In a test a panic is the report.
#![allow(clippy::unwrap_used)]

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use bearings_locate::{BuiltIn, KnownPlaces, OnShelf, Shelf};
use bearings_model::Gazetteer;
use proptest::collection::vec;
use proptest::prelude::*;
use tempfile::TempDir;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const NOW: &str = "2022-03-01T12:00:00Z";

/// A line of a dump about a made-up place.
fn line(id: u32, names: &str, point: &str, code: &str, divisions: &str) -> String {
    let name = names.split(',').next().unwrap();
    format!(
        "{id}\t{name}\t{name}\t{names}\t{point}\t{code}\tUA\t\t{divisions}\t\t\t0\t\t120\tEurope/Kyiv\t2022-01-01\n"
    )
}

/// An oblast, its district, two villages, and Kharkiv, which is built in.
fn dump() -> String {
    [
        line(
            900_001,
            "Vymyslivka Oblast,Vymyslivka",
            "50.0\t36.0",
            "A\tADM1",
            "99\t",
        ),
        line(
            900_002,
            "Vymyslivka Raion",
            "50.1\t36.0",
            "A\tADM2",
            "99\t9901",
        ),
        line(
            900_003,
            "Vymyslivka,Вимислівка,Вымысловка",
            "50.2\t36.0",
            "P\tPPL",
            "99\t9901",
        ),
        line(
            900_004,
            "Tykhyi Luh,Тихий Луг",
            "50.5\t36.0",
            "P\tPPL",
            "99\t9902",
        ),
        line(
            900_005,
            "Vymyslivka Hotel",
            "50.2\t36.0",
            "S\tHTL",
            "99\t9901",
        ),
        line(
            706_483,
            "Kharkiv,Слобожград",
            "49.98\t36.25",
            "P\tPPLA",
            "07\t",
        ),
    ]
    .concat()
}

struct Desk {
    folder: TempDir,
}

impl Desk {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        Self { folder }
    }

    fn shelf(&self) -> Shelf {
        Shelf::new(self.folder.path().join("shelf"))
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }

    fn zip(&self, name: &str, entries: &[(&str, &[u8])]) -> PathBuf {
        let path = self.folder.path().join(name);
        let mut archive = ZipWriter::new(fs::File::create(&path).unwrap());
        for (name, bytes) in entries {
            archive
                .start_file(*name, SimpleFileOptions::default())
                .unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap();
        path
    }

    fn refused(&self, path: &Path) -> String {
        let error = self.shelf().add(path, NOW).unwrap_err().to_string();
        assert!(self.shelf().list().is_empty(), "{error}");
        assert!(!error.contains('\n'), "one sentence: {error}");
        error
    }

    fn ids(&self, name: &str) -> Vec<String> {
        let (places, problems) = KnownPlaces::with(&self.shelf());
        assert!(problems.is_empty(), "{problems:?}");
        places
            .look_up(name)
            .into_iter()
            .map(|place| place.id)
            .collect()
    }
}

#[test]
fn a_zipped_dump_adds_its_places_and_keeps_the_built_in_ones() {
    let desk = Desk::new();
    let readme = b"what the columns are".as_slice();
    let path = desk.zip(
        "XY.zip",
        &[("readme.txt", readme), ("XY.txt", dump().as_bytes())],
    );
    let addition = desk.shelf().add(&path, NOW).unwrap();
    assert_eq!(
        (addition.about.name.as_str(), addition.about.file.as_str()),
        ("XY", "XY.zip")
    );
    assert_eq!((addition.about.lines, addition.about.places), (6, 5));
    assert_eq!((addition.about.bad_lines, addition.replaced), (0, false));
    assert_eq!(desk.ids("вимислівка"), ["geonames:900003"]);
    assert_eq!(desk.ids("Vymyslivka Raion"), ["geonames:900002"]);
    assert!(desk.ids("Vymyslivka Hotel").is_empty());
    // What is built in stays as it is, and is found by the dump's names too.
    let (places, _) = KnownPlaces::with(&desk.shelf());
    let built_in = BuiltIn::new().look_up("Харків");
    assert_eq!(places.look_up("Харків"), built_in);
    assert_eq!(places.look_up("Слобожград"), built_in[..1]);
    assert!(places.may_begin("тихий") && !BuiltIn::new().look_up("тихий луг").len() > 0);
}

#[test]
fn a_division_reaches_all_its_places_and_leaves_the_towns_its_name() {
    let desk = Desk::new();
    desk.shelf()
        .add(&desk.write("XY.txt", dump()), NOW)
        .unwrap();
    let (places, _) = KnownPlaces::with(&desk.shelf());
    let [oblast] = &places.look_up("Vymyslivka Oblast")[..] else {
        panic!("one oblast");
    };
    // The furthest village lies half a degree north of the middle: 55.6 km, its own 2.5 km and a tenth more.
    assert_eq!(oblast.radius_m, 64_000);
    assert_eq!(places.look_up("Vymyslivka").len(), 1);
}

#[test]
fn the_edition_tells_what_was_added_and_from_which_data() {
    let desk = Desk::new();
    assert_eq!(KnownPlaces::with(&desk.shelf()).0.edition(), "");
    let path = desk.write("XY.txt", dump());
    desk.shelf().add(&path, NOW).unwrap();
    let first = KnownPlaces::with(&desk.shelf()).0.edition();
    assert!(first.starts_with("XY@") && first.len() == 15, "{first}");
    // The same data at another time is the same edition; other data is another.
    assert!(
        desk.shelf()
            .add(&path, "2023-01-01T00:00:00Z")
            .unwrap()
            .replaced
    );
    assert_eq!(KnownPlaces::with(&desk.shelf()).0.edition(), first);
    desk.write("XY.txt", dump().replace("50.5", "50.6"));
    desk.shelf().add(&path, NOW).unwrap();
    assert_ne!(KnownPlaces::with(&desk.shelf()).0.edition(), first);
    desk.shelf().remove("XY").unwrap();
    assert_eq!(KnownPlaces::with(&desk.shelf()).0.edition(), "");
    assert!(desk.shelf().remove("XY").is_err());
}

#[test]
fn bad_lines_cost_themselves_only() {
    let desk = Desk::new();
    let mut bytes = b"\xff\xfe broken\n".to_vec();
    bytes.extend_from_slice(dump().as_bytes());
    bytes.extend_from_slice(b"one;two;three\n");
    let addition = desk.shelf().add(&desk.write("XY.txt", bytes), NOW).unwrap();
    assert_eq!((addition.about.places, addition.about.bad_lines), (5, 2));
    assert_eq!(addition.bad, [1, 8]);
}

#[test]
fn what_is_no_dump_is_refused_in_one_sentence() {
    let desk = Desk::new();
    let cases = [
        (desk.folder.path().join("absent.zip"), "cannot be read"),
        (desk.folder.path().to_owned(), "it is a folder"),
        (desk.write("empty.txt", ""), "no line of it"),
        (
            desk.write("story.txt", "Once upon a time.\n".repeat(5_000)),
            "most of its lines",
        ),
        (
            desk.write("clipped.zip", b"PK\x03\x04 and then nothing"),
            "damaged archive",
        ),
        (
            desk.zip("readme.zip", &[("readme.txt", dump().as_bytes())]),
            "no text inside",
        ),
        (
            desk.zip("other.zip", &[("UA.csv", dump().as_bytes())]),
            "no text inside",
        ),
        (desk.write("bad name.txt", dump()), "is no name"),
    ];
    for (path, part) in cases {
        let error = desk.refused(&path);
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn an_archive_cannot_write_outside_the_shelf() {
    let desk = Desk::new();
    let path = desk.zip("XY.zip", &[("../../escaped.txt", dump().as_bytes())]);
    let addition = desk.shelf().add(&path, NOW).unwrap();
    assert_eq!(addition.about.name, "escaped");
    let names: Vec<_> = fs::read_dir(desk.folder.path().join("shelf"))
        .unwrap()
        .collect();
    assert_eq!(names.len(), 1);
}

#[test]
fn an_archive_that_unpacks_to_very_much_is_given_up_early() {
    let desk = Desk::new();
    let path = desk.zip("XY.zip", &[("XY.txt", &vec![0; 150 << 20])]);
    assert!(fs::metadata(&path).unwrap().len() < 1 << 20);
    assert!(desk.refused(&path).contains("most of its lines"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn whatever_a_file_holds_it_is_added_or_refused(bytes in vec(any::<u8>(), 0..2_000), tabs in 0..30_usize) {
        let desk = Desk::new();
        let tabbed = [bytes.as_slice(), &b"\t7".repeat(tabs), b"\n", dump().as_bytes()].concat();
        for given in [bytes, tabbed] {
            let added = desk.shelf().add(&desk.write("XY.txt", given), NOW);
            prop_assert!(added.map_or_else(|error| !error.to_string().contains('\n'), |_| true));
        }
        prop_assert_eq!(desk.ids("Вимислівка").len(), 1);
    }
}

#[test]
fn a_damaged_file_of_the_shelf_is_named_and_left_out() {
    let desk = Desk::new();
    desk.shelf()
        .add(&desk.write("XY.txt", dump()), NOW)
        .unwrap();
    let file = desk.folder.path().join("shelf/XY.places");
    let good = fs::read(&file).unwrap();
    for at in [0, 40, good.len() / 2, good.len() - 1] {
        let mut bytes = good.clone();
        bytes[at] ^= 0x55;
        fs::write(&file, &bytes).unwrap();
        let (places, problems) = KnownPlaces::with(&desk.shelf());
        assert!(
            problems.len() == 1 && problems[0].contains("'XY'"),
            "byte {at}: {problems:?}"
        );
        assert!(places.look_up("Вимислівка").is_empty() && places.edition().is_empty());
        assert!(matches!(&desk.shelf().list()[..], [OnShelf::LeftOut(name, _)] if name == "XY"));
    }
    for length in [0, 10, 60, good.len() - 1] {
        fs::write(&file, &good[..length]).unwrap();
        assert_eq!(
            KnownPlaces::with(&desk.shelf()).1.len(),
            1,
            "{length} bytes"
        );
    }
    desk.shelf().remove("XY").unwrap();
    assert!(desk.shelf().list().is_empty());
}
