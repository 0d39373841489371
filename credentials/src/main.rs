//! Checks the C2PA manifest of one file and says in one line of JSON what it found.
//!
//! Started by `bearings`, in its jail. Opens nothing but that file, fetches nothing, trusts no
//! signer: that a manifest is valid says who signed it, not that what is shown is true.

mod answer;
mod check;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{self, Write as _};
use std::os::fd::AsFd as _;
use std::process::ExitCode;

use answer::Answer;

/// Raised when the line reads otherwise; `bearings` asks for it before it believes an answer.
const ANSWERS: &str = "bearings-credentials 1";

const USE: &str = "use: bearings-credentials MEDIA-TYPE [FILE]; without FILE the file is standard \
    input; or --version";

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().skip(1).collect();
    let line = match arguments.as_slice() {
        [flag] if flag == "--version" => ANSWERS.to_owned(),
        [media_type] => answer(media_type, None),
        [media_type, file] => answer(media_type, Some(file)),
        _ => String::new(),
    };
    if line.is_empty() {
        let _ = writeln!(io::stderr(), "{USE}");
        return ExitCode::from(2);
    }
    match writeln!(io::stdout(), "{line}") {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Empty if the first word is none that names a kind of file.
fn answer(media_type: &OsStr, file: Option<&OsString>) -> String {
    let named = media_type.to_str().filter(|name| name.contains('/'));
    let Some(media_type) = named else {
        return String::new();
    };
    let opened = match file {
        Some(path) => File::open(path),
        None => io::stdin().as_fd().try_clone_to_owned().map(File::from),
    };
    let answer = match opened {
        Ok(file) => check::check(media_type, file),
        Err(error) => Answer::refused(&format!("the file cannot be read: {error}")),
    };
    answer.line()
}
