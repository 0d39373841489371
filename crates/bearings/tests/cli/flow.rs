//! The main job from end to end.

use super::{Machine, REPORT, all_text};

#[test]
fn a_text_becomes_an_account_whose_sentences_open_their_evidence() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let ran = machine.good(&["account", "--out", "public"]);
    assert!(ran.out.contains("public/index.html"), "{}", ran.out);
    let index = std::fs::read_to_string(machine.path("public/index.html")).unwrap();
    assert!(
        index.contains("at least 4 people killed"),
        "the bound was lost"
    );
    assert!(index.contains("31 = 15 + 16"));
    assert!(index.contains("href=\"evidence/"));
}

#[test]
fn what_could_endanger_someone_appears_nowhere_in_the_account() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    machine.good(&["account", "--out", "public"]);
    let pages = all_text(&machine.path("public"));
    for words in ["under the theatre", "taken to the"] {
        assert!(!pages.contains(words), "“{words}” was published");
    }
    let index = std::fs::read_to_string(machine.path("public/index.html")).unwrap();
    assert!(
        index.contains("One passage is withheld"),
        "the withheld passage is not counted"
    );
}

#[test]
fn a_copy_adds_no_origin() {
    let machine = Machine::new();
    let copy = REPORT
        .replace("residential area", "housing area")
        .replace("louder", "much louder");
    machine.case_of(&[
        ("one.txt", "Outlet One", REPORT),
        ("two.txt", "Outlet Two", &copy),
    ]);
    let status = machine.json(&["status", "--json"]);
    assert_eq!(status["copies"].as_array().unwrap().len(), 1, "{status}");
    assert_eq!(status["conflicts"].as_array().unwrap().len(), 0, "{status}");
}

#[test]
fn the_account_asks_nothing_of_any_network() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    machine.good(&["account", "--out", "public"]);
    let index = std::fs::read_to_string(machine.path("public/index.html")).unwrap();
    for loads in [
        "src=\"http",
        "src=\"//",
        "href=\"http",
        "url(http",
        "@import",
    ] {
        assert!(!index.contains(loads), "{loads}");
    }
}

#[test]
fn rebuilding_gives_the_same_claims() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let before = machine.json(&["status", "--json"]);
    std::fs::remove_file(machine.path("case/index.sqlite")).unwrap();
    machine.good(&["rebuild"]);
    assert_eq!(machine.json(&["status", "--json"]), before);
}

#[test]
fn why_tells_rule_chain_time_and_place() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let read = machine.json(&[
        "read",
        "report.txt",
        "--source",
        "Outlet One",
        "--published",
        "2022-03-01",
        "--json",
    ]);
    let claim = read["claims"]
        .as_array()
        .unwrap()
        .iter()
        .find(|c| c["counted"]["outcome"] == "killed")
        .unwrap();
    let id = claim["id"].as_str().unwrap();
    let why = machine.good(&["why", id]).out;
    for part in [
        "at least 4",
        "en.tally.killed",
        "Kharkiv City Council",
        "2022-02-28",
        "geonames:706483",
    ] {
        assert!(why.contains(part), "{part} is not in\n{why}");
    }
}

#[test]
fn the_same_bytes_added_twice_are_one_item() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let again = machine.good(&["add", "report.txt"]);
    assert!(
        again.out.contains("Kept 0 new, 1 known already"),
        "{}",
        again.out
    );
}

#[test]
fn two_cases_in_one_folder_must_be_told_apart() {
    let machine = Machine::new();
    machine.good(&["new", "one"]);
    machine.good(&["new", "two"]);
    let ran = machine.run(&["status"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("--case"), "{}", ran.err);
    machine.good(&["--case", "two", "status"]);
}
