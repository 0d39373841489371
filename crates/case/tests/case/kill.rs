//! A kill at any instant: nothing acknowledged is lost, and the case opens.

use std::env;
use std::fs::{self, OpenOptions};
use std::io::{BufRead, BufReader, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::Duration;

use bearings_case::{Case, verify};

use crate::setting::*;

/// Set for the process that is to be killed; holds the case's folder.
const FOLDER: &str = "BEARINGS_TEST_CASE_TO_FILL";

/// Memory where there is some to be had as a folder: this opens thousands of cases.
fn fast_folder() -> tempfile::TempDir {
    tempfile::tempdir_in("/dev/shm")
        .or_else(|_| tempfile::tempdir())
        .unwrap()
}

#[test]
fn a_ledger_cut_at_any_byte_opens_with_all_whole_entries() {
    let home = fast_folder();
    let original = home.path().join("original");
    fill(&new_case(&original));
    let whole = fs::read(ledger(&original)).unwrap();
    let first = whole.iter().position(|byte| *byte == b'\n').unwrap() + 1;
    let case = home.path().join("case");
    copy_ground(&original, &case);
    for length in first..whole.len() {
        fs::write(ledger(&case), &whole[..length]).unwrap();
        check_cut(&case, &whole[..length]);
    }
}

fn check_cut(folder: &Path, cut: &[u8]) {
    let entries = cut.iter().filter(|byte| **byte == b'\n').count();
    let torn = cut.len() - cut.iter().rposition(|byte| *byte == b'\n').unwrap() - 1;
    let case = Case::open(folder).unwrap();
    assert_eq!(
        case.items().unwrap().len(),
        (entries - 1).min(3),
        "cut at {}",
        cut.len()
    );
    assert_eq!(
        case.notices().len(),
        usize::from(torn > 0),
        "cut at {}",
        cut.len()
    );
    let mut writer = write(&case);
    writer
        .keep(b"after the cut", acquisition("after.txt", 50))
        .unwrap();
    drop(writer);
    let aside = folder.join(format!("ledger.torn-{entries}"));
    if torn > 0 {
        assert_eq!(fs::read(&aside).unwrap(), cut[cut.len() - torn..]);
        fs::remove_file(&aside).unwrap();
    }
    assert!(!aside.exists());
    let checked = verify(folder).unwrap();
    assert_eq!(checked.entries as usize, entries + 1);
    let only_strays = checked
        .faults
        .iter()
        .all(|fault| fault.what.contains("is in no entry"));
    assert!(only_strays, "{:?}", checked.faults);
}

#[test]
fn an_unfinished_line_is_moved_aside_and_said() {
    let (_home, case) = small_case();
    let mut file = OpenOptions::new()
        .append(true)
        .open(ledger(case.folder()))
        .unwrap();
    file.write_all(b"{\"entry\":{\"n\":5,\"pr").unwrap();
    let said = case.notices();
    assert!(
        said[0].starts_with("the ledger ends in an unfinished line of 19 bytes"),
        "{said:?}"
    );
    let faults = verify(case.folder()).unwrap().faults;
    assert!(
        faults[0].to_string().starts_with("entry 5 is incomplete"),
        "{faults:?}"
    );
    let writer = write(&case);
    assert!(writer.notices()[0].ends_with("it was moved to ledger.torn-5"));
    assert_eq!(case.notices(), Vec::<String>::new());
    assert_eq!(
        fs::read(case.folder().join("ledger.torn-5")).unwrap(),
        b"{\"entry\":{\"n\":5,\"pr"
    );
}

#[test]
fn a_killed_process_loses_nothing_it_acknowledged() {
    let home = tempfile::tempdir().unwrap();
    let case = new_case(&home.path().join("case"));
    let mut acknowledged = Vec::new();
    for round in 0..20 {
        acknowledged.extend(fill_until_killed(case.folder(), round));
        let opened = Case::open(case.folder()).unwrap();
        let from: Vec<String> = opened
            .items()
            .unwrap()
            .into_iter()
            .map(|it| it.acquisition.from)
            .collect();
        let lost = acknowledged
            .iter()
            .filter(|name| !from.contains(name))
            .count();
        assert_eq!(
            lost,
            0,
            "round {round} of {} acknowledged",
            acknowledged.len()
        );
        drop(write(&opened));
        let faults = verify(case.folder()).unwrap().faults;
        let serious = faults
            .iter()
            .filter(|fault| !fault.what.contains("is in no entry"))
            .count();
        assert_eq!(serious, 0, "round {round}: {faults:?}");
    }
    assert!(
        acknowledged.len() > 20,
        "only {} items were acknowledged",
        acknowledged.len()
    );
}

/// Starts this very program again with the one test below, kills it, and gives what it had
/// acknowledged by then.
fn fill_until_killed(folder: &Path, round: u64) -> Vec<String> {
    let mut child = Command::new(env::current_exe().unwrap())
        .args([
            "--exact",
            "kill::fills_a_case_until_it_is_killed",
            "--nocapture",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // Spread over the first third of a second, without a pattern that could follow the work's.
    thread::sleep(Duration::from_micros(3_000 + round * 7_919 % 20 * 17_389));
    child.kill().unwrap();
    let said = BufReader::new(child.stdout.take().unwrap());
    let lines = said.lines().map_while(Result::ok);
    let names = lines
        .filter_map(|line| line.strip_prefix("kept ").map(str::to_owned))
        .collect();
    child.wait().unwrap();
    names
}

/// Does nothing unless it was started to be killed.
#[test]
fn fills_a_case_until_it_is_killed() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };
    let case = Case::open(&folder).unwrap();
    let mut writer = write(&case);
    let process = std::process::id();
    let mut out = std::io::stdout();
    writeln!(out).unwrap();
    for number in 0..=u64::MAX {
        let names: Vec<String> = (0..1 + number % 7)
            .map(|part| format!("{process}-{number}-{part}"))
            .collect();
        let batch = names.iter().map(|name| {
            let mut one = arrival(name);
            one.acquisition.from = name.clone();
            one
        });
        for (name, kept) in names.iter().zip(writer.keep_many(batch.collect()).unwrap()) {
            kept.unwrap();
            // One write for the whole line, so that a kill leaves no half of a name.
            out.write_all(format!("kept {name}\n").as_bytes()).unwrap();
            out.flush().unwrap();
        }
    }
}
