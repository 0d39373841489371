//! A country's dump added by hand: every command knows its places, and cases are read again.

use std::fs;

use super::Machine;

const VILLAGE: &str = "900001\tVymyslivka\tVymyslivka\tВимислівка\t50.2\t36.0\tP\tPPL\tUA\t\t07\t\t\t\t0\t\t120\tEurope/Kyiv\t2022-01-01\n";
const TEXT: &str =
    "Two people were killed in Vymyslivka near Kharkiv on Sunday, the regional governor said.";

fn places(read: &serde_json::Value) -> Vec<&str> {
    let places = read["places"].as_array().unwrap();
    places
        .iter()
        .map(|place| place["text"].as_str().unwrap())
        .collect()
}

#[test]
fn an_added_dump_is_used_by_read_until_it_is_removed() {
    let machine = Machine::new();
    let text = machine.write("report.txt", TEXT);
    let read = |machine: &Machine| machine.json(&["read", &text, "--json"]);
    assert_eq!(places(&read(&machine)), ["Kharkiv"]);
    let dump = machine.write("XY.txt", VILLAGE);
    let ran = machine.good(&["gazetteer", "add", &dump]);
    assert!(ran.out.contains("Added XY: 1 places"), "{}", ran.out);
    assert!(ran.out.contains("GeoNames, CC BY 4.0"), "{}", ran.out);
    assert_eq!(places(&read(&machine)), ["Vymyslivka", "Kharkiv"]);
    let list = machine.json(&["gazetteer", "list", "--json"]);
    assert_eq!(list["added"][0]["name"], "XY");
    assert_eq!(list["added"][0]["file"], "XY.txt");
    machine.good(&["gazetteer", "remove", "XY"]);
    assert_eq!(places(&read(&machine)), ["Kharkiv"]);
    assert_eq!(machine.run(&["gazetteer", "remove", "XY"]).code, 2);
}

#[test]
fn a_case_is_read_again_once_when_the_places_change() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Gazette", TEXT)]);
    let mapped = |out: &str| {
        machine.good(&["--case", "case", "account", "--out", out]);
        let data = fs::read_to_string(machine.path(out).join("places.geojson")).unwrap();
        data.contains("Vymyslivka")
    };
    assert!(!mapped("before"));
    let dump = machine.write("XY.txt", VILLAGE);
    machine.good(&["gazetteer", "add", &dump]);
    // No command is told to: the next one that needs the readings makes them again.
    assert!(mapped("after"));
}

#[test]
fn a_damaged_dump_is_noted_and_the_work_goes_on() {
    let machine = Machine::new();
    let text = machine.write("report.txt", TEXT);
    let dump = machine.write("XY.txt", VILLAGE);
    machine.good(&["gazetteer", "add", &dump]);
    let file = machine.path("home/.local/share/bearings/gazetteer/XY.places");
    let mut bytes = fs::read(&file).unwrap();
    bytes.pop();
    fs::write(&file, bytes).unwrap();
    let ran = machine.good(&["read", &text, "--json"]);
    assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    assert!(ran.err.contains("'XY' is left out"), "{}", ran.err);
    assert_eq!(machine.run(&["gazetteer", "list"]).code, 1);
}

#[test]
fn bad_lines_are_counted_and_the_rest_is_added() {
    let machine = Machine::new();
    let dump = machine.write("XY.txt", format!("no place\n{VILLAGE}"));
    let ran = machine.run(&["gazetteer", "add", &dump]);
    assert_eq!(ran.code, 1);
    assert!(ran.out.contains("Added XY: 1 places"), "{}", ran.out);
    assert!(ran.err.contains("the first: 1"), "{}", ran.err);
    let ran = machine.run(&["gazetteer", "add", "absent.zip"]);
    assert_eq!((ran.code, ran.err.lines().count()), (1, 1), "{}", ran.err);
}
