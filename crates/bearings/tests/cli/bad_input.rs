//! Bad input is normal input: one clear sentence each, the rest goes on, nothing is lost.

use std::fs;

use bearings_case::{Case, Signer};

use super::{Machine, REPORT};

/// Adds a bad file beside a good one: the good one is read, the bad one kept and named.
fn check(name: &str, bytes: &[u8], expected: &str) {
    let machine = Machine::new();
    machine.good(&["new", "case"]);
    machine.write("in/good.txt", REPORT);
    machine.write(&format!("in/{name}"), bytes);
    let ran = machine.run(&["add", "in", "--published", "2022-03-01"]);
    assert_eq!(ran.code, 1, "{name}: {}{}", ran.out, ran.err);
    assert!(
        ran.out.contains("Kept 2 new"),
        "{name} was not kept: {}",
        ran.out
    );
    let problems: Vec<&str> = ran.err.lines().filter(|line| line.contains(name)).collect();
    assert_eq!(problems.len(), 1, "{name}: {}", ran.err);
    assert!(problems[0].contains(expected), "{name}: {}", problems[0]);
    machine.good(&["verify"]);
    machine.good(&["account", "--out", "public"]);
}

#[test]
fn an_empty_file_is_kept_and_named() {
    check("empty.txt", b"", "it is empty");
}

#[test]
fn a_picture_named_txt_is_kept_and_named() {
    check(
        "picture.txt",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "nothing here can be decoded",
    );
}

#[test]
fn a_page_without_text_is_kept_and_named() {
    check(
        "bare.html",
        b"<html><body><script>let x = 1</script></body></html>",
        "no text",
    );
}

#[test]
fn a_page_too_large_to_read_is_kept_and_named() {
    check("large.txt", &vec![b'a'; 51_000_000], "more than the 50 MB");
}

#[test]
fn a_text_in_an_old_charset_is_read() {
    let machine = Machine::new();
    machine.good(&["new", "case"]);
    // "В неділю у Харкові було чути обстріл." in windows-1251.
    let bytes = b"\xc2 \xed\xe5\xe4\xb3\xeb\xfe \xf3 \xd5\xe0\xf0\xea\xee\xe2\xb3 \xe1\xf3\xeb\xee \xf7\xf3\xf2\xe8 \xee\xe1\xf1\xf2\xf0\xb3\xeb. \xcf\xee\xf2\xb3\xec \xf1\xf2\xe0\xeb\xee \xf2\xe8\xf5\xee.";
    let path = machine.write("old.txt", bytes);
    let read = machine.json(&["read", &path, "--published", "2022-03-01", "--json"]);
    assert!(
        read["item"]["text"].as_str().unwrap().contains("Харкові"),
        "{read}"
    );
}

#[test]
fn a_date_that_cannot_be_is_refused_before_anything_is_kept() {
    let machine = Machine::new();
    machine.good(&["new", "case"]);
    let path = machine.write("good.txt", REPORT);
    let ran = machine.run(&["add", &path, "--published", "2022-02-30"]);
    assert_eq!(ran.code, 2);
    assert!(ran.err.contains("2022-02-30"), "{}", ran.err);
    assert_eq!(machine.json(&["status", "--json"])["items"], 0);
}

#[test]
fn a_missing_date_leaves_relative_times_open() {
    let machine = Machine::new();
    let path = machine.write("undated.txt", REPORT);
    let read = machine.json(&["read", &path, "--json"]);
    assert!(read["item"]["published"].is_null());
    assert!(
        read["times"]
            .as_array()
            .unwrap()
            .iter()
            .any(|time| time["text"] == "Monday" && time["begin"].is_null())
    );
    assert!(!read["problems"].as_array().unwrap().is_empty());
}

#[test]
fn a_file_that_is_not_there_is_named_and_the_rest_goes_on() {
    let machine = Machine::new();
    machine.good(&["new", "case"]);
    let path = machine.write("good.txt", REPORT);
    let ran = machine.run(&["add", "nowhere.txt", &path]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("nowhere.txt"), "{}", ran.err);
    assert!(ran.out.contains("Kept 1 new"), "{}", ran.out);
}

#[test]
fn a_second_writer_is_told_to_wait() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let signer = Signer::load_or_make(&machine.path("home/.config/bearings")).unwrap();
    let case = Case::open(&machine.path("case")).unwrap();
    let writer = case.write(&signer, "tester").unwrap();
    let ran = machine.run(&["add", "report.txt"]);
    assert_eq!(ran.code, 1);
    assert!(ran.err.contains("another bearings process"), "{}", ran.err);
    // Reading goes on while someone writes.
    machine.good(&["status"]);
    drop(writer);
    machine.good(&["add", "report.txt"]);
}

#[test]
fn a_changed_byte_in_the_ledger_is_named_by_its_entry() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let ledger = machine.path("case/ledger.jsonl");
    let text = fs::read_to_string(&ledger).unwrap();
    fs::write(&ledger, text.replace("report.txt", "rep0rt.txt")).unwrap();
    let ran = machine.run(&["verify"]);
    assert_eq!(ran.code, 3, "{}", ran.err);
    assert!(ran.err.contains("entry 1 "), "{}", ran.err);
}

#[test]
fn a_changed_blob_is_named() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    let found = machine.json(&["read", "report.txt", "--published", "2022-03-01", "--json"]);
    let hash = found["item"]["sha256"].as_str().unwrap().to_owned();
    let blob = machine.path(&format!("case/blobs/{}/{hash}", &hash[..2]));
    let mut permissions = fs::metadata(&blob).unwrap().permissions();
    #[allow(clippy::permissions_set_readonly_false)]
    permissions.set_readonly(false);
    fs::set_permissions(&blob, permissions).unwrap();
    fs::write(&blob, REPORT.replace("four", "five")).unwrap();
    let ran = machine.run(&["verify"]);
    assert_eq!(ran.code, 3);
    assert!(ran.err.contains(&hash), "{}", ran.err);
}

#[test]
fn a_folder_that_holds_something_else_is_not_overwritten() {
    let machine = Machine::new();
    machine.case_of(&[("report.txt", "Outlet One", REPORT)]);
    machine.write("mine/notes.txt", "not an account");
    let ran = machine.run(&["account", "--out", "mine"]);
    assert_eq!(ran.code, 2);
    assert_eq!(
        fs::read_to_string(machine.path("mine/notes.txt")).unwrap(),
        "not an account"
    );
}

#[test]
fn nothing_is_fetched_from_this_machine_or_when_switched_off() {
    let machine = Machine::new();
    machine.good(&["new", "case"]);
    let private = machine.run(&["add", "http://127.0.0.1/secret"]);
    assert_eq!(private.code, 1);
    assert!(private.err.contains("no public address"), "{}", private.err);
    let off = machine.run(&["add", "--offline", "https://example.org/"]);
    assert!(off.err.contains("switched off"), "{}", off.err);
}

#[test]
fn hostile_names_do_not_steer_the_terminal() {
    let machine = Machine::new();
    machine.good(&["new", "case"]);
    machine.write("in/a\u{1b}[2Jb.txt", "");
    let ran = machine.run(&["add", "in"]);
    assert!(!ran.err.contains('\u{1b}'), "{:?}", ran.err);
}
