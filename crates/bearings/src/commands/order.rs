//! `bearings order`: clips and events in order, from clues in lines.

use bearings_order::{Axis, Report, order_svg, parse, written};
use serde_json::json;

use crate::Done;
use crate::arguments::Order;
use crate::commands::file;
use crate::failure::Failure;
use crate::output::Output;

pub fn run(asked: &Order, output: &Output) -> Result<Done, Failure> {
    let parsed = parse(&file::text(&asked.clues)?);
    for problem in &parsed.problems {
        output.problem(&format!("{}: {problem}", asked.clues.display()));
    }
    let time = |at: i64| written(at, parsed.ahead_min);
    let report = Report::of(&parsed.network, &time);
    if let Some(to) = &asked.svg {
        let axis = Axis {
            ahead_min: parsed.ahead_min,
            written: &time,
        };
        file::write(to, order_svg(&parsed.network, &axis).as_bytes())?;
    }
    for line in report.lines() {
        output.line(&line);
    }
    if let Some(to) = &asked.svg {
        output.line(&format!("Drawn: {}", to.display()));
    }
    output.value(&json!({ "order": report, "problems": parsed.problems }));
    Ok(Done::having(parsed.problems.len()))
}
