//! Extracts as XML, gzip and PBF, good and broken, become stores that hold what was in them.

mod extract;

use std::fs;

use bearings_locate::map::{Feature, NamedKind, Shape, Store, length_m};
use extract::{Element, Imports, What, blob, elements, frame, gzip, pbf, remains, store_of, xml};
use proptest::collection::vec;
use proptest::prelude::*;

const TOWN: &str = "
    n1 @ 0,0
    n2 @ 0,100
    n3 @ 100,100
    n4 @ 100,0
    n5 @ 40,40
    n6 @ 40,60
    n7 @ 60,60
    n8 @ 60,40
    n9 @ 500,500 | amenity=school | name=Школа №5 | name:en=School 5 | created_by=someone
    n10 @ 510,510 | created_by=someone
    w1 = n1 n2 n3
    w2 = n3 n4 n1
    w3 = n5 n6 n7 n8 n5 | natural=water
    w4 = n1 n2 n3 n4 n1 | building=yes | building:levels=9
    w5 = n1 n3 | highway=residential | name=Long \"Street\" & <more>
    w6 = n2 n77 n3 | highway=path
    w7 = n77 n78 | highway=path
    r1 = w1 w2 w3 | type=multipolygon | landuse=forest | name=Wood
    r2 = w5 w6 w99 | type=route | route=bus | ref=7
    r3 = w1 w3 | type=boundary | boundary=administrative | name=Open
    r4 = w99 | type=route | route=bus
    r5 = n9 w5 | type=multipolygon
";

fn features(store: &Store) -> Vec<Feature> {
    let mut all = Vec::new();
    store
        .each(|_, feature| all.push(feature))
        .expect("a whole store");
    all.sort_by_key(|feature| feature.id);
    all
}

#[test]
fn an_extract_holds_the_same_as_xml_as_gzip_and_as_pbf() {
    let elements = elements(TOWN);
    let plain = xml(&elements);
    let forms = [
        ("a.osm", plain.clone()),
        ("a.osm.gz", gzip(&plain)),
        ("a.osm.pbf", pbf(&elements)),
    ];
    let mut seen = Vec::new();
    for (name, bytes) in forms {
        let imports = Imports::new();
        let done = imports.add(name, &bytes).expect("a good extract");
        assert!(done.problems.is_empty(), "{name}: {:?}", done.problems);
        assert_eq!(remains(imports.folder.path()), [name, "test.map"]);
        let store = imports.store();
        assert_eq!(store.about(), &{
            let mut about = done.about.clone();
            about.store_bytes = store.about().store_bytes;
            about
        });
        seen.push((features(&store), store.about().counts));
    }
    assert_eq!(seen[0], seen[1]);
    assert_eq!(seen[0], seen[2]);
    let (features, counts) = &seen[0];
    let ids: Vec<String> = features
        .iter()
        .map(|feature| feature.id.to_string())
        .collect();
    assert_eq!(
        ids,
        [
            "node/9",
            "way/3",
            "way/4",
            "way/5",
            "way/6",
            "relation/1",
            "relation/2",
            "relation/3"
        ]
    );
    assert_eq!(
        (
            counts.ways_cut,
            counts.ways_nowhere,
            counts.areas_open,
            counts.relations_nowhere
        ),
        (1, 1, 1, 1)
    );
    assert_eq!(features[0].tag("created_by"), None);
    assert_eq!(features[3].name(), Some("Long \"Street\" & <more>"));
}

#[test]
fn an_area_has_its_hole_and_what_does_not_close_stays_lines() {
    let (_imports, store) = store_of(TOWN);
    let all = features(&store);
    let Shape::Area(wood) = &all[5].shape else {
        panic!("{:?}", all[5])
    };
    assert_eq!(
        (wood.len(), wood[0].outer.len(), wood[0].holes.len()),
        (1, 4, 1)
    );
    let Shape::Lines(open) = &all[7].shape else {
        panic!("{:?}", all[7])
    };
    assert_eq!(open.len(), 2);
    let Shape::Area(house) = &all[2].shape else {
        panic!("{:?}", all[2])
    };
    assert_eq!(house[0].outer.len(), 4);
    assert!((length_m(&all[2].shape) - 400.0).abs() < 0.1);
}

#[test]
fn a_feature_is_found_by_any_of_its_names_in_any_case() {
    let (_imports, store) = store_of(TOWN);
    for name in ["школа №5", "School 5", " SCHOOL 5 "] {
        let found = store.named(name).expect("a whole store");
        let ids: Vec<String> = found
            .iter()
            .map(|at| store.feature(*at).expect("whole").id.to_string())
            .collect();
        assert_eq!(ids, ["node/9"], "{name}");
    }
    assert!(store.named("School").expect("a whole store").is_empty());
}

#[test]
fn what_has_a_name_is_told_with_its_kind_and_how_far_it_reaches() {
    let (_imports, store) = store_of(TOWN);
    let mut told = Vec::new();
    store
        .each_named(|named| {
            told.push((
                named.id.to_string(),
                named.kind,
                named.names,
                named.radius_m.round(),
            ))
        })
        .expect("a whole store");
    told.sort_by(|a, b| a.0.cmp(&b.0));
    let strings = |names: &[&str]| {
        names
            .iter()
            .map(|name| (*name).to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told[0],
        (
            "node/9".to_owned(),
            NamedKind::School,
            strings(&["Школа №5", "School 5"]),
            30.0
        )
    );
    let last = &told[told.len() - 1];
    assert_eq!((last.1, last.3), (NamedKind::Street, 71.0));
}

#[test]
fn elements_out_of_order_make_the_same_store() {
    let in_order = elements(TOWN);
    let mut turned = in_order.clone();
    turned.reverse();
    for bytes in [xml(&turned), pbf(&turned)] {
        let (imports, plain) = (Imports::new(), store_of(TOWN));
        imports.add("a.osm", &bytes).expect("a good extract");
        assert_eq!(features(&imports.store()), features(&plain.1));
    }
}

#[test]
fn what_is_no_extract_is_refused_in_one_sentence() {
    let lone = pbf(&elements("n1 @ 0,0"));
    let mut needs = Vec::new();
    blob(&mut needs, b"OSMHeader", b"\x22\x15HistoricalInformation");
    let mut huge = Vec::new();
    frame(&mut huge, b"OSMHeader", &[]);
    huge.truncate(huge.len() - 1);
    huge.extend_from_slice(&[0xff, 0xff, 0xff, 0xff, 0x0f]);
    for (bytes, said) in [
        (Vec::new(), "the extract is empty or is none"),
        (
            b"PK\x03\x04 something else".to_vec(),
            "the extract is empty or is none",
        ),
        (
            b"<html><body>no map</body></html>".to_vec(),
            "the extract is empty or is none",
        ),
        (b"<osm></osm>".to_vec(), "holds no feature with tags"),
        (lone, "holds no feature with tags"),
        (needs, "it needs 'HistoricalInformation', which is not read"),
        (huge, "its first block cannot be read"),
    ] {
        let imports = Imports::new();
        let error = imports.add("a.osm.pbf", &bytes).expect_err("no extract");
        assert!(error.contains(said), "{error}");
        assert_eq!(remains(imports.folder.path()), ["a.osm.pbf"], "{said}");
    }
}

#[test]
fn a_damaged_block_is_named_and_the_rest_is_read() {
    let nodes: String = (1..=20)
        .map(|n| format!("n{n} @ {n},{n} | shop=kiosk\n"))
        .collect();
    let good = pbf(&elements(&nodes));
    let mut bytes = good.clone();
    let first = bytes
        .windows(7)
        .position(|seven| seven == b"OSMData")
        .expect("a block");
    bytes[first + 40] ^= 0x55;
    let imports = Imports::new();
    let done = imports.add("a.osm.pbf", &bytes).expect("the rest is good");
    assert!(
        done.problems[0].starts_with("block 2 is left out: "),
        "{:?}",
        done.problems
    );
    assert_eq!(imports.store().len(), 15);
    let done = imports
        .add("a.osm.pbf", &good[..good.len() - 9])
        .expect("the rest is good");
    assert!(
        done.problems[0].contains("is lost: the file ends inside it"),
        "{:?}",
        done.problems
    );
    assert_eq!(imports.store().len(), 15);
}

#[test]
fn a_block_that_unpacks_to_more_than_it_says_is_left_out() {
    let mut bytes = pbf(&elements("n1 @ 0,0 | shop=kiosk"));
    let mut packed = Vec::new();
    blob(&mut packed, b"OSMData", &vec![0; 40 << 20]);
    bytes.extend_from_slice(&packed);
    let done = Imports::new()
        .add("a.osm.pbf", &bytes)
        .expect("the rest is good");
    assert!(
        done.problems[0].contains("the format allows"),
        "{:?}",
        done.problems
    );
}

#[test]
fn an_extract_without_names_says_so() {
    let done = Imports::new()
        .add("a.osm", &xml(&elements("n1 @ 0,0 | shop=kiosk")))
        .expect("good");
    assert_eq!(
        done.problems,
        ["no feature of this extract has a name: places cannot be asked for by name"]
    );
}

#[test]
fn a_store_that_is_damaged_anywhere_is_named_or_answers_rightly() {
    let (imports, store) = store_of(TOWN);
    let all = features(&store);
    let bytes = fs::read(imports.target()).expect("the store");
    for at in (0..bytes.len())
        .step_by(97)
        .chain(bytes.len() - 60..bytes.len())
    {
        let mut damaged = bytes.clone();
        damaged[at] ^= 0x10;
        fs::write(imports.target(), &damaged).expect("a file");
        let Ok(store) = Store::open(&imports.target()) else {
            continue;
        };
        let mut seen = Vec::new();
        if store.each(|_, feature| seen.push(feature)).is_ok() {
            seen.sort_by_key(|feature| feature.id);
            assert_eq!(seen, all, "byte {at}");
        }
    }
    fs::write(imports.target(), &bytes[..bytes.len() / 2]).expect("a file");
    let error = Store::open(&imports.target())
        .expect_err("cut short")
        .to_string();
    assert!(
        error.contains("is damaged (its table): add its extract again"),
        "{error}"
    );
    let mut older = bytes.clone();
    older[13] = b'0';
    fs::write(imports.target(), &older).expect("a file");
    let error = Store::open(&imports.target())
        .expect_err("older")
        .to_string();
    assert!(error.contains("was made by another version"), "{error}");
}

fn any_elements() -> impl Strategy<Value = Vec<Element>> {
    let tags = vec(("[a-z]{1,6}", "[a-zё ]{0,8}"), 0..3);
    let what = prop_oneof![
        (-89.0..89.0f64, -179.0..179.0f64).prop_map(|(lat, lon)| What::Node(lat, lon)),
        vec(1..40i64, 1..6).prop_map(What::Way),
        vec(
            (prop_oneof![Just('n'), Just('w'), Just('r')], 1..40i64),
            0..5
        )
        .prop_map(What::Relation),
    ];
    let element =
        (1..40i64, what, tags).prop_map(|(number, what, tags)| Element { number, what, tags });
    vec(element, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn any_extract_is_the_same_in_both_forms(mut elements in any_elements()) {
        elements.sort_by_key(|element| (matches!(element.what, What::Way(_)), matches!(element.what, What::Relation(_)), element.number));
        let (one, other) = (Imports::new(), Imports::new());
        let a = one.add("a.osm", &xml(&elements));
        let b = other.add("a.osm.pbf", &pbf(&elements));
        match (a, b) {
            (Ok(a), Ok(b)) => {
                prop_assert_eq!(a.about.counts, b.about.counts);
                prop_assert_eq!(features(&one.store()), features(&other.store()));
            }
            (a, b) => prop_assert_eq!(a.is_ok(), b.is_ok()),
        }
    }

    #[test]
    fn any_damage_to_a_pbf_is_survived(at in any::<prop::sample::Index>(), flip in 1..=255u8) {
        let mut bytes = pbf(&elements(TOWN));
        let at = at.index(bytes.len());
        bytes[at] ^= flip;
        let imports = Imports::new();
        if imports.add("a.osm.pbf", &bytes).is_ok() {
            features(&imports.store());
        }
    }
}
