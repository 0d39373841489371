//! Where and when, asked from outside: maps, searches, the sun, cameras, views, orders.

use serde_json::Value;

use super::Machine;

/// A made-up street: a church, a water tower east of it, a shop north of the church.
const STREET: &str = r#"<?xml version="1.0"?><osm version="0.6">
<node id="1" lat="50.0010" lon="36.2000"><tag k="amenity" v="place_of_worship"/><tag k="religion" v="christian"/><tag k="building" v="church"/><tag k="name" v="Made-up Church"/></node>
<node id="2" lat="50.0010" lon="36.2030"><tag k="man_made" v="water_tower"/></node>
<node id="3" lat="50.0030" lon="36.2000"><tag k="shop" v="supermarket"/><tag k="name" v="Shop &lt;b&gt;"/></node>
</osm>"#;

fn value(machine: &Machine, arguments: &[&str]) -> Value {
    let ran = machine.run(&[&["--json"], arguments].concat());
    assert_eq!(ran.code, 0, "{arguments:?}: {}", ran.err);
    serde_json::from_str(&ran.out).unwrap()
}

fn refused(machine: &Machine, arguments: &[&str], sentence: &str) {
    let ran = machine.run(arguments);
    assert_eq!(ran.code, 2, "{arguments:?}: {}", ran.out);
    assert!(ran.err.contains(sentence), "{}", ran.err);
    assert_eq!(ran.err.trim().lines().count(), 1, "{}", ran.err);
}

#[test]
fn an_added_map_is_searched_and_what_it_holds_is_seen_from_a_place() {
    let machine = Machine::new();
    let extract = machine.write("street.osm", STREET);
    assert_eq!(
        value(&machine, &["map", "add", &extract])["added"],
        "street"
    );
    assert_eq!(
        value(&machine, &["map", "list"])["maps"][0]["name"],
        "street"
    );
    let hits = machine.path("hits.geojson").display().to_string();
    let drawn = machine.path("hit.svg").display().to_string();
    let found = value(
        &machine,
        &[
            "find",
            "supermarket north of church within 500 m",
            "--svg",
            &drawn,
        ],
    );
    assert_eq!(found["found"]["total"], 1, "{found}");
    assert_eq!(found["found"]["hits"][0]["id"], "node/3");
    let svg = std::fs::read_to_string(&drawn).unwrap();
    assert!(svg.starts_with("<svg") && !svg.contains("<b>"), "{svg}");
    let all = "church or water tower";
    value(
        &machine,
        &["find", all, "--map", "street", "--geojson", &hits],
    );
    let seen = value(
        &machine,
        &["see", "--features", &hits, "--at", "50.0000,36.2015"],
    );
    assert_eq!(seen["seen"].as_array().unwrap().len(), 2, "{seen}");
    let order = [
        "see",
        "--features",
        &hits,
        "--order",
        "Made-up Church, node/2",
        "--within",
        "49.998,36.198,50.004,36.206",
        "--farthest",
        "600",
    ];
    let areas = value(&machine, &order);
    let around = areas["areas"][0]["lat"].as_f64().unwrap();
    assert!(
        around < 50.0010,
        "from the south the church is on the left: {areas}"
    );
    assert_eq!(
        value(&machine, &["map", "remove", "street"])["removed"],
        "street"
    );
    refused(&machine, &["find", "church"], "name a map with --map");
}

#[test]
fn an_extract_is_searched_without_being_added_and_a_clue_becomes_a_query() {
    let machine = Machine::new();
    let extract = machine.write("street.osm", STREET);
    let text = machine.write(
        "clue.txt",
        "The clip shows a supermarket close to a church.",
    );
    let found = value(&machine, &["find", "--clues", &text, "--map", &extract]);
    assert_eq!(found["found"]["hits"][0]["id"], "node/3", "{found}");
    assert!(found["proposed"]["clues"].as_array().unwrap().len() > 1);
    let none = value(&machine, &["find", "runway near church", "--map", &extract]);
    assert_eq!(none["found"]["steps"][0]["left"], 0, "{none}");
    refused(
        &machine,
        &["find", "church nearr shop", "--map", &extract],
        "nearr",
    );
    refused(
        &machine,
        &["find", "church", "--map", "nowhere"],
        "'nowhere'",
    );
    let broken = machine.write("broken.osm.pbf", "no map at all");
    assert_eq!(machine.run(&["map", "add", &broken]).code, 1);
}

#[test]
fn a_claims_sentence_is_proposed_as_a_query_beside_it() {
    let machine = Machine::new();
    let text = "Three people were killed in a residential area close to a supermarket.";
    machine.case_of(&[("report.txt", "Outlet One", text)]);
    let read = machine.json(&["read", "report.txt", "--published", "2022-03-01", "--json"]);
    let id = read["claims"][0]["id"].as_str().unwrap().to_owned();
    let why = machine.run(&["why", &id]);
    assert!(
        why.out.contains("on a map   `bearings find '"),
        "{}",
        why.out
    );
    assert!(why.out.contains("supermarket"), "{}", why.out);
}

#[test]
fn a_shadow_gives_hours_or_places_and_never_one_minute() {
    let machine = Machine::new();
    let drawn = machine.path("day.svg").display().to_string();
    let asked = [
        "sun",
        "--at",
        "50.0,36.23",
        "--date",
        "2031-02-27",
        "--zone",
        "Europe/Kyiv",
        "--shadow",
        "2.1±0.1",
        "--azimuth",
        "330±5",
        "--svg",
        &drawn,
    ];
    let hours = value(&machine, &asked);
    let text = hours.to_string();
    assert!(text.contains("2031-02-27T07:"), "{text}");
    assert!(std::fs::read_to_string(&drawn).unwrap().starts_with("<svg"));
    let places = value(
        &machine,
        &[
            "sun",
            "--time",
            "2031-02-27T10:00:00Z",
            "--shadow",
            "2.1±0.1",
            "--step",
            "1",
        ],
    );
    assert!(places["most"]["of_the_earth"].as_f64().unwrap() > 0.001);
    let sky = machine.run(&["sun", "--at", "78.2,15.6", "--date", "2031-12-20"]);
    assert!(
        sky.out.contains("polar night") || sky.out.contains("below the horizon"),
        "{}",
        sky.out
    );
    refused(
        &machine,
        &["sun", "--at", "95,0", "--date", "2031-02-27"],
        "latitude 95",
    );
    refused(
        &machine,
        &["sun", "--at", "50,36"],
        "name --at with --time or --date",
    );
}

#[test]
fn landmarks_give_a_camera_with_its_ellipse() {
    let machine = Machine::new();
    let points = machine.write(
        "points.txt",
        "frame 1920x1080\nlens field 66 ± 1\ncamera hand-held\n\
         point \"water tower\" 480,440 = 50.451874,30.525111 ± 1 height 31 ± 0.5\n\
         point \"church cross\" 775,314 = 50.451333,30.525260 ± 1 height 38 ± 0.5\n\
         point \"chimney\" 1189,415 = 50.451878,30.527086 ± 1 height 45 ± 0.5\n\
         point \"lamp post\" 1008,436 = 50.450410,30.524507 ± 1 height 8 ± 0.5\n",
    );
    let fixed = value(&machine, &["fix", "frame.jpg", "--points", &points]);
    let solution = &fixed["fix"]["solutions"][0];
    let lat = solution["lat"].as_f64().unwrap_or_default();
    assert!((lat - 50.4501).abs() < 5e-5, "{solution}");
    let one = machine.write(
        "one.txt",
        "frame 1920x1080\npoint \"a\" 480,440 = 50.45,30.52\n",
    );
    let ran = machine.run(&["fix", "frame.jpg", "--points", &one]);
    assert_eq!(ran.code, 2, "{}", ran.out);
}

#[test]
fn the_guides_points_file_is_one() {
    let machine = Machine::new();
    let guide = include_str!("../../../../docs/guide/fix.md");
    let points = guide.split("```").nth(1).expect("an example");
    let points = machine.write("points.txt", points);
    let fixed = value(&machine, &["fix", "frame.jpg", "--points", &points]);
    let lat = fixed["fix"]["solutions"][0]["lat"].as_f64().unwrap();
    assert!((lat - 50.4501).abs() < 5e-5, "{fixed}");
    assert!(
        fixed["question"]["rows"]
            .to_string()
            .contains("it was built in 2033")
    );
}

#[test]
fn clues_give_an_order_and_those_that_cannot_all_be_true() {
    let machine = Machine::new();
    let clues = machine.write(
        "clues.txt",
        "clip a: Clip A\nclip b: Clip B\n1: a before b\n2: b before a\nnonsense\n",
    );
    let ran = machine.run(&["--json", "order", &clues]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("line 5"), "{}", ran.err);
    let told: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(
        told["order"]["conflicts"].as_array().unwrap().len(),
        1,
        "{told}"
    );
    refused(
        &machine,
        &["order", "nowhere.txt"],
        "cannot read 'nowhere.txt'",
    );
}
