//! Prints what a file of clues leaves: `cargo run -p bearings-order --example order FILE`.

use bearings_order::{Report, parse, written};

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
}
