//! People rule; what they rule is kept, signed and followed.

use super::{Machine, REPORT, all_text};

/// The id of the claim that counts the killed.
fn killed(machine: &Machine) -> String {
    let arguments = [
        "read",
        "report.txt",
        "--source",
        "Outlet One",
        "--published",
        "2022-03-01",
        "--json",
    ];
    let read = machine.json(&arguments);
    let claims = read["claims"].as_array().unwrap();
    let claim = claims
        .iter()
        .find(|claim| claim["counted"]["outcome"] == "killed")
        .unwrap();
    claim["id"].as_str().unwrap().to_owned()
}

fn case() -> (Machine, String) {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let id = killed(&machine);
    (machine, id)
}

fn account(machine: &Machine) -> String {
    machine.good(&["account", "--out", "public"]);
    std::fs::read_to_string(machine.path("public/index.html")).unwrap()
}

#[test]
fn a_rejected_claim_leaves_the_account_and_comes_back_when_that_is_withdrawn() {
    let (machine, id) = case();
    assert!(account(&machine).contains("at least 4 people killed"));
    let ruled = machine.good(&["rule", "reject", &id, "--why", "misread"]);
    assert!(!account(&machine).contains("at least 4 people killed"));
    let ruling = ruled.out.split_whitespace().next().unwrap().to_owned();
    machine.good(&["rule", "withdraw", &ruling, "--why", "read again"]);
    assert!(account(&machine).contains("at least 4 people killed"));
    machine.good(&["verify"]);
}

#[test]
fn an_amended_amount_is_told_as_amended() {
    let (machine, id) = case();
    machine.good(&[
        "rule",
        "amend",
        &id,
        "--field",
        "amount",
        "--value",
        "5+",
        "--why",
        "later count",
    ]);
    assert!(account(&machine).contains("at least 5 people killed"));
}

#[test]
fn one_origin_cannot_be_graded_confirmed() {
    let (machine, id) = case();
    let ran = machine.run(&[
        "rule",
        "grade",
        &id,
        "--source",
        "B",
        "--information",
        "1",
        "--why",
        "sure",
    ]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("two independent origins"), "{}", ran.err);
    machine.good(&[
        "rule",
        "grade",
        &id,
        "--source",
        "B",
        "--information",
        "2",
        "--why",
        "likely",
    ]);
}

#[test]
fn a_passage_can_be_restricted_by_hand_and_then_appears_nowhere() {
    let (machine, _) = case();
    let read = machine.json(&["read", "report.txt", "--published", "2022-03-01", "--json"]);
    let hash = read["item"]["sha256"].as_str().unwrap()[..12].to_owned();
    let text: Vec<char> = read["item"]["text"].as_str().unwrap().chars().collect();
    let start = read["item"]["text"]
        .as_str()
        .unwrap()
        .find("“It was")
        .map(|byte| {
            read["item"]["text"].as_str().unwrap()[..byte]
                .chars()
                .count()
        });
    let start = start.unwrap();
    let end = start + text[start..].iter().position(|c| *c == '”').unwrap() + 1;
    let passage = format!("{hash}:{start}-{end}");
    machine.good(&[
        "rule",
        "restrict",
        &passage,
        "--reason",
        "other",
        "--why",
        "asked for by the speaker",
    ]);
    account(&machine);
    assert!(!all_text(&machine.path("public")).contains("louder than on Sunday"));
}

#[test]
fn a_proposed_restriction_is_published_only_after_a_release() {
    let (machine, _) = case();
    let read = machine.json(&[
        "read",
        "report.txt",
        "--source",
        "Outlet One",
        "--published",
        "2022-03-01",
        "--json",
    ]);
    let span = &read["restrictions"][0]["span"];
    let passage = format!(
        "{}:{}-{}",
        &read["item"]["sha256"].as_str().unwrap()[..12],
        span[0],
        span[1]
    );
    assert!(account(&machine).contains("withheld"));
    machine.good(&[
        "rule",
        "release",
        &passage,
        "--why",
        "the shelter is long closed",
    ]);
    assert!(account(&machine).contains("under the theatre"));
}

#[test]
fn a_ruling_needs_a_reason_and_a_target_that_exists() {
    let (machine, id) = case();
    assert_eq!(machine.run(&["rule", "accept", &id, "--why", " "]).code, 2);
    assert_eq!(
        machine
            .run(&["rule", "accept", "c-nothing", "--why", "x"])
            .code,
        2
    );
    assert_eq!(
        machine
            .run(&["rule", "withdraw", "r-99", "--why", "x"])
            .code,
        2
    );
}
