//! The project's own chores: `cargo xtask tidy`, `cargo xtask eval`, `cargo xtask reference`.

mod eval;
mod reference;
mod rules;
mod tidy;

use std::process::ExitCode;

fn main() -> ExitCode {
    // Decoders run in a child of this very program.
    let mut words = std::env::args_os().skip(1).peekable();
    if words
        .next_if(|word| word == bearings_media::JAILED)
        .is_some()
    {
        return bearings_media::jailed_main(words);
    }
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match words.as_slice() {
        ["tidy"] => tidy::run(),
        ["reference"] => reference::run(false),
        ["reference", "--check"] => reference::run(true),
        ["eval", "--data", data, only @ ..] => eval::run(data, only),
        ["eval", only @ ..] => eval::run("../shared/eval", only),
        _ => Err(
            "use: cargo xtask tidy | reference [--check] | eval [--data FOLDER] [SET…]".to_owned(),
        ),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}
