//! `bearings fix`: a camera's position from landmarks.

use bearings_locate::fix::{fix, match_table, picture, read_points, report, to_geojson};
use serde_json::json;

use crate::Done;
use crate::arguments::Fix;
use crate::commands::file;
use crate::failure::Failure;
use crate::output::Output;

pub fn run(asked: &Fix, output: &Output) -> Result<Done, Failure> {
    let in_file = |why: String| Failure::Use(format!("{}: {why}", asked.points.display()));
    let mut question =
        read_points(&file::text(&asked.points)?).map_err(|error| in_file(error.to_string()))?;
    question.item.clone_from(&asked.frame);
    let answer = fix(&question).map_err(|error| in_file(error.to_string()))?;
    for line in report(&answer) {
        output.line(&line);
    }
    if let Some(to) = &asked.geojson {
        file::write(to, to_geojson(&question, &answer).to_string().as_bytes())?;
        output.line(&format!("Written: {}", to.display()));
    }
    if let Some(to) = &asked.svg {
        file::write(to, picture(&question, &answer).as_bytes())?;
        output.line(&format!("Drawn: {}", to.display()));
    }
    output.value(&json!({ "fix": answer, "matches": match_table(&question) }));
    Ok(Done::Clean)
}
