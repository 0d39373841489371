//! The real program, driven from outside: what a person types, what is printed, what is left.

// In a test a panic is the report.
#![allow(clippy::unwrap_used)]

mod bad_input;
mod desk;
mod flow;
mod footage;
mod gazetteer;
mod json;
mod reader;
mod ruling;
mod where_and_when;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

/// A fresh machine: an empty home and an empty folder.
struct Machine {
    folder: TempDir,
}

/// What a run of the program left behind.
struct Ran {
    code: i32,
    out: String,
    err: String,
}

impl Ran {
    fn of(mut command: Command) -> Self {
        let output: Output = command.output().unwrap();
        Self {
            code: output.status.code().unwrap_or(-1),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Machine {
    fn new() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(&self, name: &str, text: impl AsRef<[u8]>) -> String {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.display().to_string()
    }

    fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_bearings"));
        command
            .current_dir(self.folder.path())
            .env_clear()
            .env("HOME", self.path("home"))
            .env("BEARINGS_BY", "tester");
        command
    }

    fn run(&self, arguments: &[&str]) -> Ran {
        let mut command = self.command();
        command.args(arguments);
        Ran::of(command)
    }

    /// Runs what must go well.
    fn good(&self, arguments: &[&str]) -> Ran {
        let ran = self.run(arguments);
        assert_eq!(ran.code, 0, "{arguments:?}\n{}{}", ran.out, ran.err);
        ran
    }

    /// A case called `case` with these texts of one outlet on one day.
    fn case_of(&self, texts: &[(&str, &str, &str)]) {
        self.good(&["new", "case", "--zone", "Europe/Kyiv"]);
        for (name, outlet, text) in texts {
            let path = self.write(name, text);
            self.good(&[
                "add",
                &path,
                "--source",
                outlet,
                "--published",
                "2022-03-01",
            ]);
        }
    }

    fn json(&self, arguments: &[&str]) -> serde_json::Value {
        let ran = self.good(arguments);
        serde_json::from_str(&ran.out).unwrap()
    }
}

/// Every file under a folder as one text, for looking for what must not be there.
fn all_text(folder: &Path) -> String {
    let mut found = String::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.push_str(&all_text(&path));
        } else {
            found.push_str(&String::from_utf8_lossy(&fs::read(&path).unwrap()));
        }
    }
    found
}

/// A report of the project's own, with counts, speakers and a shelter.
const REPORT: &str = "Rockets hit a residential area of Saltivka on Monday. Kharkiv City Council said \
    at least four people were killed and 31 people – 15 military personnel and 16 civilians – were \
    injured. “It was louder than on Sunday,” the mayor said on Telegram.\n\nWhen the shelling gets \
    loud we are taken to the bomb shelter under the theatre.";
