//! Lines of clues: any text is read, solved, told and drawn without a panic, conflicts share no
//! clue, and what can be read holds without them.

#![no_main]

use bearings_order::{Axis, Report, Using, order_svg, parse, written};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let parsed = parse(text);
    let lines = text.lines().count();
    assert!(parsed.problems.iter().all(|problem| (1..=lines).contains(&problem.line)));
    let network = &parsed.network;
    let mut named = std::collections::BTreeSet::new();
    for conflict in network.conflicts() {
        assert!(!conflict.clues.is_empty());
        assert!(conflict.clues.iter().all(|clue| named.insert(*clue)));
    }
    for (_, event) in network.events() {
        for using in [Using::Firm, Using::WithSoft] {
            for moment in [event.begin, event.end] {
                for span in network.bounds(moment, using).spans.intervals() {
                    let ends = span.earliest.zip(span.latest);
                    assert!(ends.is_none_or(|(earliest, latest)| earliest <= latest));
                }
            }
        }
    }
    let time = |ms| written(ms, parsed.ahead_min);
    Report::of(network, &time).lines();
    let axis = Axis {
        ahead_min: parsed.ahead_min,
        written: &time,
    };
    assert!(order_svg(network, &axis).ends_with("</svg>\n"));
});
