//! The generated pages: commands from the program's own help texts, rules from the reader.

use std::fmt::Write as _;
use std::fs;
use std::process::Command;

const COMMANDS_PAGE: &str = "docs/reference/commands.md";
const RULES_PAGE: &str = "docs/reference/rules.md";
const COMMANDS: [&str; 10] = [
    "new", "add", "status", "read", "why", "rule", "rebuild", "account", "serve", "verify",
];

/// Writes the pages, or with `check` compares them with what stands.
pub fn run(check: bool) -> Result<(), String> {
    settle(COMMANDS_PAGE, &commands()?, check)?;
    settle(RULES_PAGE, &crate::rules::page()?, check)
}

fn settle(path: &str, page: &str, check: bool) -> Result<(), String> {
    if !check {
        fs::create_dir_all("docs/reference").map_err(|error| error.to_string())?;
        return fs::write(path, page).map_err(|error| format!("{path}: {error}"));
    }
    let stands = fs::read_to_string(path).unwrap_or_default();
    match stands == page {
        true => Ok(()),
        false => Err(format!(
            "{path} is not what the program says; run `cargo xtask reference`"
        )),
    }
}

fn commands() -> Result<String, String> {
    let mut page = String::from(
        "# Commands\n\nMade from the program's own help texts by `cargo xtask reference`.\n\n\
         Exit codes: 0 done, 1 done with problems listed, 2 wrong use, 3 a check failed.\n",
    );
    let _ = write!(page, "\n```text\n{}\n```\n", help(&["--help"])?);
    for command in COMMANDS {
        let _ = write!(
            page,
            "\n## {command}\n\n```text\n{}\n```\n",
            help(&[command, "--help"])?
        );
    }
    Ok(page)
}

fn help(arguments: &[&str]) -> Result<String, String> {
    let output = program()
        .args(arguments)
        .env_remove("BEARINGS_BY")
        .env_remove("BEARINGS_CASE")
        .env_remove("COLUMNS")
        .output()
        .map_err(|error| error.to_string())?;
    let text = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<&str> = text.trim_end().lines().map(str::trim_end).collect();
    Ok(lines.join("\n"))
}

/// The program built beside this one, or one that cargo builds now.
fn program() -> Command {
    let beside = std::env::current_exe()
        .ok()
        .and_then(|path| Some(path.parent()?.join("bearings")));
    if let Some(beside) = beside.filter(|path| path.is_file()) {
        return Command::new(beside);
    }
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["run", "--quiet", "--locked", "--package", "bearings", "--"]);
    cargo
}
