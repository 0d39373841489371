//! `bearings order`: clips and events in order, from clues in lines or from a case.

use bearings_order::{Axis, Network, Report, order_svg, parse, written};
use bearings_pipeline::Chronology;
use serde_json::json;

use crate::arguments::{Arguments, Order};
use crate::commands::file;
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, whose};

pub fn run(arguments: &Arguments, asked: &Order, output: &Output) -> Result<Done, Failure> {
    if let Some(path) = &asked.clues {
        let parsed = parse(&file::text(path)?);
        let problems = parsed.problems.iter();
        let problems: Vec<String> = problems
            .map(|problem| format!("{}: {problem}", path.display()))
            .collect();
        return tell(
            asked,
            &parsed.network,
            &|_| parsed.ahead_min,
            &problems,
            output,
        );
    }
    let known = Chronology::of(&whose::read_case(arguments, output)?.1);
    let ahead = |at| known.ahead_min(at);
    tell(asked, &known.network, &ahead, &known.problems, output)
}

fn tell(
    asked: &Order,
    network: &Network,
    ahead_min: &dyn Fn(i64) -> i64,
    problems: &[String],
    output: &Output,
) -> Result<Done, Failure> {
    for problem in problems {
        output.problem(problem);
    }
    let time = |at: i64| written(at, ahead_min(at));
    let report = Report::of(network, &time);
    if report.events.is_empty() {
        output.line("Nothing here has a time: no clip, no event, no clue.");
    }
    for line in report.lines() {
        output.line(&line);
    }
    if let Some(to) = &asked.svg {
        let axis = Axis {
            ahead_min: ahead_min(0),
            written: &time,
        };
        file::drawn(to, &order_svg(network, &axis), output)?;
    }
    output.value(&json!({ "order": report, "problems": problems }));
    Ok(Done::having(problems.len()))
}
