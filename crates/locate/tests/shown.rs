//! Hits as a table, as GeoJSON and as a small map.

mod extract;

use bearings_locate::find::{Found, find, parse};
use bearings_locate::map::Store;
use extract::{Imports, store_of};

const TOWN: &str = "
    n1 @ 0,0
    n2 @ 0,100
    n3 @ 100,100
    n4 @ 100,0
    n5 @ 40,40
    n6 @ 40,60
    n7 @ 60,60
    n8 @ 60,40
    n9 @ 50,150 | amenity=school | name=School <5> & \"more\"
    n10 @ -200,0
    n11 @ -200,300
    w1 = n1 n2 n3 n4 n1
    w2 = n5 n6 n7 n8 n5
    w3 = n10 n11 | highway=residential
    r1 = w1 w2 | type=multipolygon | building=yes
";

fn asked(query: &str) -> (Imports, Store, Found) {
    let (imports, store) = store_of(TOWN);
    let found = find(&store, &parse(query).expect("a query"), 10).expect("a whole store");
    (imports, store, found)
}

#[test]
fn the_table_tells_each_hit_with_its_reasons() {
    let (_imports, _store, found) = asked("building near school");
    let expected = "building within 500 m of school\n1 hit\n  1  50.00045, 36.00070  without a name  relation/1\n     \
                    50 m west of school \"School <5> & \\\"more\\\"\" (node/9)\n";
    assert_eq!(found.table(), expected);
}

#[test]
fn the_table_tells_which_clause_left_none() {
    let (_imports, _store, found) = asked("building near school within 20 m");
    let expected = "building within 20 m of school\nnothing found; left after each clause:\n        1  building\n        0  within 20 m of school\n";
    assert_eq!(found.table(), expected);
}

#[test]
fn geojson_has_closed_rings_that_run_as_the_standard_says() {
    let (_imports, store, found) = asked("building near school");
    let json = found.geojson(&store).expect("a whole store");
    let feature = &json["features"][0];
    assert_eq!(feature["geometry"]["type"], "MultiPolygon");
    let rings = feature["geometry"]["coordinates"][0]
        .as_array()
        .expect("rings");
    assert_eq!(rings.len(), 2);
    for (ring, against_the_clock) in rings.iter().zip([true, false]) {
        let ring: Vec<(f64, f64)> = serde_json::from_value(ring.clone()).expect("positions");
        assert_eq!(ring.first(), ring.last());
        let twice: f64 = ring
            .windows(2)
            .map(|p| p[0].0 * p[1].1 - p[1].0 * p[0].1)
            .sum();
        assert_eq!(twice > 0.0, against_the_clock);
    }
    assert_eq!(feature["properties"]["rank"], 1);
    assert_eq!(feature["properties"]["tags"]["building"], "yes");
}

#[test]
fn the_map_of_a_hit_is_sound_and_shows_hit_reason_and_ground() {
    let (_imports, store, found) = asked("building near school");
    let svg = found.svg(0, &store).expect("a whole store").expect("a hit");
    let mut reader = quick_xml::Reader::from_str(&svg);
    loop {
        match reader.read_event().expect("well-formed") {
            quick_xml::events::Event::Eof => break,
            quick_xml::events::Event::Text(text) => drop(text.decode().expect("text")),
            _ => {}
        }
    }
    for part in [
        "class=\"hit\"",
        "class=\"why\"",
        "School &lt;5&gt; &amp;",
        "prefers-color-scheme:dark",
        "OpenStreetMap contributors",
    ] {
        assert!(svg.contains(part), "{part}");
    }
    assert!(found.svg(1, &store).expect("a whole store").is_none());
}
