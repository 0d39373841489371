//! `docs/verify-by-hand.md` does what it says, with the tools it names.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::setting::*;

fn page() -> String {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/verify-by-hand.md");
    fs::read_to_string(page).unwrap()
}

/// The code blocks of the page, in order: one entry, then the whole case.
fn scripts() -> Vec<String> {
    let page = page();
    let blocks = page.split("```sh\n").skip(1);
    blocks
        .map(|block| block.split("```").next().unwrap().to_owned())
        .collect()
}

/// `None` where the machine has no openssl that can do this.
fn run(script: &str, case: &Path) -> Option<String> {
    let help = Command::new("openssl")
        .args(["pkeyutl", "-help"])
        .output()
        .ok()?;
    if !String::from_utf8_lossy(&help.stderr).contains("-rawin") {
        return None;
    }
    let done = Command::new("sh")
        .args(["-c", script])
        .current_dir(case)
        .output()
        .unwrap();
    Some(String::from_utf8(done.stdout).unwrap())
}

/// Runs the whole check over a small case to which `damage` was done.
fn check(damage: fn(&Path), expected: &[&str]) {
    let (_home, case) = small_case();
    damage(case.folder());
    let Some(said) = run(&scripts()[1], case.folder()) else {
        return;
    };
    let found: Vec<&str> = said
        .lines()
        .take_while(|line| !line.starts_with("5 entries"))
        .collect();
    assert_eq!(found, expected);
}

fn exchange(case: &Path, this: &str, that: &str) {
    let text = fs::read_to_string(ledger(case)).unwrap();
    fs::write(ledger(case), text.replace(this, that)).unwrap();
}

#[test]
fn the_kept_case_gives_what_the_page_prints() {
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("golden/0.1");
    for script in scripts() {
        let Some(said) = run(&script, &kept) else {
            return;
        };
        assert!(page().contains(&format!("```text\n{said}```")), "{said}");
    }
}

#[test]
fn a_whole_case_is_checked_as_the_page_says() {
    let (_home, case) = small_case();
    let Some(said) = run(&scripts()[1], case.folder()) else {
        return;
    };
    let head = case.head().unwrap().head;
    assert_eq!(
        said,
        format!(
            "5 entries, 3 items\nkey  {}\nhead {head}\n",
            olena().public_key()
        )
    );
    check(|_| {}, &[]);
    check(
        |case| exchange(case, "text-1.txt", "text-9.txt"),
        &[
            "entry 2: the signature does not hold",
            "entry 3: does not follow from the line before",
        ],
    );
    check(
        |case| exchange(case, "spoke to them", "spoke to him!"),
        &["entry 4: the signature does not hold"],
    );
}
