//! Any lines are read, solved, told and drawn: the fuzz target's laws on lines of likely words.

use std::collections::BTreeSet;

use bearings_order::{Axis, Report, Using, order_svg, parse, written};
use proptest::prelude::*;

const WORDS: &[&str] = &[
    "a",
    "b",
    "c",
    "x",
    "before",
    "after",
    "during",
    "overlaps",
    "begins",
    "ends",
    "with",
    "same",
    "as",
    "at",
    "in",
    "to",
    "by",
    "or",
    "and",
    "not",
    "posted",
    "copied",
    "captured",
    "shadow",
    "lasts",
    "least",
    "most",
    "within",
    "2h",
    "1h30m",
    "0.5s",
    "0s",
    "40000d",
    "2031-05-05",
    "2031-05-06",
    "9999-01-01",
    "14:00",
    "15:30",
    "23:59:59.999",
    "+02:00",
    "Z",
    "(if",
    "so)",
    "|",
    "zone",
    "event",
    "clip",
    "moment",
    ":",
    "1:",
    "2",
    "3 soft:",
    "\"",
    "<b>",
    "é",
    "-",
];

/// Statements as a person would write them, of which most are sound.
fn statement() -> impl Strategy<Value = String> {
    let event = prop::sample::select(vec!["a", "b", "c", "d"]);
    let forms = prop::sample::select(vec![
        "X before Y",
        "X after Y by 1h to 3h",
        "X 2h within 30m after Y",
        "X at least 1h before Y",
        "X during Y",
        "X overlaps Y",
        "X begins with Y within 1m",
        "X same as Y",
        "X in Y at 12s within 1s",
        "X posted 2031-05-05 14:00",
        "X at 2031-05-05 10:00 to 12:00",
        "X captured 2031-05-05 11:00 +03:00",
        "X not before 2031-05-05 13:00",
        "X lasts at most 20m",
    ]);
    (event.clone(), event, forms).prop_map(|(x, y, form)| form.replace('X', x).replace('Y', y))
}

fn clues() -> impl Strategy<Value = String> {
    let clue = (
        prop::collection::vec(statement(), 1..4),
        any::<bool>(),
        any::<bool>(),
    );
    prop::collection::vec(clue, 0..12).prop_map(|clues| {
        let mut text = "clip a: A\nclip b: B\nmoment c: C\nevent d: D\nzone +01:00\n".to_owned();
        for (number, (statements, soft, both)) in clues.into_iter().enumerate() {
            let soft = if soft { " soft" } else { "" };
            let joined = statements.join(if both { " and " } else { " or " });
            text.push_str(&format!("{number}{soft}: {joined} | words\n"));
        }
        text
    })
}

#[track_caller]
fn lawful(text: &str) {
    let parsed = parse(text);
    let lines = text.lines().count();
    assert!(
        parsed
            .problems
            .iter()
            .all(|problem| (1..=lines).contains(&problem.line))
    );
    let network = &parsed.network;
    let mut named = BTreeSet::new();
    for conflict in network.conflicts() {
        assert!(!conflict.clues.is_empty());
        assert!(conflict.clues.iter().all(|clue| named.insert(*clue)));
    }
    for (id, event) in network.events() {
        assert!(!network.before(id, id, Using::WithSoft));
        for using in [Using::Firm, Using::WithSoft] {
            for moment in [event.begin, event.end] {
                let bounds = network.bounds(moment, using);
                assert!(!bounds.spans.intervals().is_empty());
                let hull = bounds.spans.hull();
                assert!(
                    hull.earliest
                        .zip(hull.latest)
                        .is_none_or(|(low, high)| low <= high)
                );
            }
        }
    }
    let time = |ms| written(ms, parsed.ahead_min);
    let report = Report::of(network, &time);
    assert!(!report.lines().is_empty());
    serde_json::to_string(&report).expect("a report is plain data");
    let axis = Axis {
        ahead_min: parsed.ahead_min,
        written: &time,
    };
    assert!(order_svg(network, &axis).ends_with("</svg>\n"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn sound_clues_in_any_number_are_told_and_drawn(text in clues()) {
        lawful(&text);
        prop_assert!(parse(&text).problems.is_empty(), "{:?}", parse(&text).problems);
    }

    #[test]
    fn any_words_in_any_order_do_no_harm(
        lines in prop::collection::vec(prop::collection::vec(prop::sample::select(WORDS), 0..9), 0..12),
    ) {
        let lines: Vec<String> = lines.into_iter().map(|words| words.join(" ")).collect();
        lawful(&format!("clip a\nclip b\nmoment c\n{}", lines.join("\n")));
    }

    #[test]
    fn any_text_does_no_harm(text in "\\PC{0,80}(\n\\PC{0,40}){0,4}") {
        lawful(&text);
    }
}
