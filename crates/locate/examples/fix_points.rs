//! A points file fixed: `fix_points FILE [OUT.svg]` prints the report, and writes the picture.
#![allow(clippy::print_stdout)] // It is there to print.

use std::{fs, io};

use bearings_locate::fix::{fix, picture, read_points, report};

fn main() -> io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some(file) = arguments.first() else {
        return Err(io::Error::other("name a points file"));
    };
    let question = read_points(&fs::read_to_string(file)?).map_err(io::Error::other)?;
    let answer = fix(&question).map_err(io::Error::other)?;
    for line in report(&answer) {
        println!("{line}");
    }
    if let Some(out) = arguments.get(1) {
        fs::write(out, picture(&question, &answer))?;
    }
    Ok(())
}
