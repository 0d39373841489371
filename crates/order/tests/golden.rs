//! The golden cases of `corpus/order`: what follows from lines of clues, and what does not.

use bearings_order::{Parsed, Report, parse, written};

const PAGES: [(&str, &str); 2] = [
    ("known", include_str!("../../../corpus/order/known.md")),
    (
        "invented",
        include_str!("../../../corpus/order/invented.md"),
    ),
];

#[test]
fn every_case_leaves_what_the_corpus_says() {
    let mut faults = Vec::new();
    for (page, text) in PAGES {
        let cases: Vec<&str> = text.split("\n## ").skip(1).collect();
        assert!(cases.len() >= 3, "{page}: the corpus was not read");
        faults.extend(cases.into_iter().flat_map(check));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n\n"));
}

#[test]
fn the_guides_example_is_read_whole() {
    let guide = include_str!("../../../docs/guide/order.md");
    let lines = guide
        .split("```\n")
        .nth(1)
        .expect("the guide has an example");
    let parsed = parse(lines);
    assert!(parsed.problems.is_empty(), "{:?}", parsed.problems);
    assert_eq!(parsed.network.clues().count(), 6);
    assert!(parsed.network.conflicts().is_empty());
}

/// What is wrong with one case.
fn check(case: &str) -> Vec<String> {
    let title = case.lines().next().unwrap_or_default();
    let clues = case.split("```\n").nth(1).expect("a case has its clues");
    let parsed = parse(clues);
    let time = |ms| written(ms, parsed.ahead_min);
    let report = Report::of(&parsed.network, &time);
    let lines = report.lines();
    let mut faults: Vec<String> = case
        .lines()
        .filter_map(|line| line.strip_prefix("- ")?.split_once(": "))
        .filter(|(kind, value)| !holds(kind, value, &parsed, &report, &lines))
        .map(|(kind, value)| format!("{kind}: {value}"))
        .collect();
    let expected = case.matches("\n- problem: ").count();
    if parsed.problems.len() != expected {
        faults.push(format!("{expected} problems: {:#?}", parsed.problems));
    }
    if !case.contains("\n- conflicts: ") && !report.conflicts.is_empty() {
        faults.push("no conflicts".to_owned());
    }
    if faults.is_empty() {
        return faults;
    }
    let told = format!(
        "{title}\n  wanted {}\n{}",
        faults.join("\n  wanted "),
        lines.join("\n")
    );
    vec![told]
}

fn holds(kind: &str, value: &str, parsed: &Parsed, report: &Report, lines: &[String]) -> bool {
    let blocks = |blocks: &[Vec<String>]| {
        let blocks: Vec<String> = blocks.iter().map(|block| block.join(", ")).collect();
        blocks.join(" | ")
    };
    let same_members = |told: String| {
        let sorted = |text: &str| -> Vec<Vec<String>> {
            let blocks = text.split(" | ");
            blocks
                .map(|block| {
                    let mut members: Vec<String> = block.split(", ").map(str::to_owned).collect();
                    members.sort_unstable();
                    members
                })
                .collect()
        };
        sorted(&told) == sorted(value)
    };
    match kind {
        "expects" => lines.iter().any(|line| line.contains(value)),
        "not" => !lines.iter().any(|line| line.contains(value)),
        "order" => same_members(blocks(&report.firm.blocks)),
        "soft order" => same_members(blocks(&report.with_soft.blocks)),
        "conflicts" => report.conflicts.len().to_string() == value,
        "problem" => parsed
            .problems
            .iter()
            .any(|problem| problem.to_string().contains(value)),
        other => panic!("no such expectation: {other}"),
    }
}
