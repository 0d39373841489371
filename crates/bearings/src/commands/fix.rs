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
    output.line("Matches: landmark, in the frame, on the map, relation, imagery, verdict");
    for (row, kept) in match_table(&question).iter().zip(&question.rows) {
        let because = kept.note.as_deref().unwrap_or_default();
        let why = if because.is_empty() { "" } else { ": " };
        output.line(&format!("  {}{why}{because}", row.join("; ")));
    }
    if let Some(to) = &asked.geojson {
        file::written(to, &to_geojson(&question, &answer), output)?;
    }
    if let Some(to) = &asked.svg {
        file::drawn(to, &picture(&question, &answer), output)?;
    }
    output.value(&json!({ "question": question, "fix": answer }));
    Ok(Done::Clean)
}
