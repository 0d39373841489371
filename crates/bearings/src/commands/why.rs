//! `bearings why`: how a claim or an item came about.

use serde_json::json;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, whose};

pub fn run(arguments: &Arguments, id: &str, output: &Output) -> Result<Done, Failure> {
    let (_, workshop) = whose::read_case(arguments, output)?;
    let weighed = workshop.weigh();
    let lines = bearings_pipeline::why(&workshop, &weighed, id)?;
    for line in &lines {
        output.line(line);
    }
    output.value(&json!({ "id": id, "why": lines }));
    Ok(Done::Clean)
}
