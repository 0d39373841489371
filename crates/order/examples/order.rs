//! Prints what a file of clues leaves, and draws it where a second file is named:
//! `cargo run -p bearings-order --example order FILE [PICTURE.svg]`.

use bearings_order::{Axis, Report, order_svg, parse, written};

#[allow(clippy::print_stdout, clippy::print_stderr)]
fn main() {
    let Some(path) = std::env::args().nth(1) else {
        eprintln!("order: name a file of clues");
        std::process::exit(2);
    };
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("order: {path}: {error}");
            std::process::exit(2);
        }
    };
    let parsed = parse(&text);
    for problem in &parsed.problems {
        eprintln!("{path}: {problem}");
    }
    let report = Report::of(&parsed.network, &|ms| written(ms, parsed.ahead_min));
    for line in report.lines() {
        println!("{line}");
    }
    if let Some(picture) = std::env::args().nth(2) {
        let axis = Axis {
            ahead_min: parsed.ahead_min,
            written: &|ms| written(ms, parsed.ahead_min),
        };
        if let Err(error) = std::fs::write(&picture, order_svg(&parsed.network, &axis)) {
            eprintln!("order: {picture}: {error}");
            std::process::exit(1);
        }
    }
}
