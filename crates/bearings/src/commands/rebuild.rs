//! `bearings rebuild`: everything derived is thrown away and made again from the ground.

use bearings_pipeline::{Instruments, Workshop};
use serde_json::json;

use jiff::Timestamp;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home, whose};

pub fn run(arguments: &Arguments, output: &Output) -> Result<Done, Failure> {
    let case = whose::open(arguments, output)?;
    let mut writer = case.write(&home::signer()?, &home::by(arguments))?;
    writer.clear_derived()?;
    let room = home::darkroom()?;
    let transcriber = home::transcriber(arguments)?;
    let mut bar = output.bar();
    let report = Workshop::read_items(
        &case,
        &mut writer,
        Instruments {
            gazetteer: &home::gazetteer(output),
            room: Some(&room),
            transcriber: transcriber.as_ref(),
            now: Timestamp::now(),
        },
        &[],
        &mut |done, all, on| {
            bar.at(done, all, on);
        },
    )?;
    drop(bar);
    if report.looked > 0 {
        home::protection(&room, output);
    }
    let claims: usize = case.counts()?.values().sum();
    output.line(&format!(
        "Read {} items again: {claims} claims.",
        report.read
    ));
    for problem in &report.problems {
        output.problem(problem);
    }
    output.value(&json!({ "read": report.read, "claims": claims, "problems": report.problems }));
    Ok(Done::having(report.problems.len()))
}
