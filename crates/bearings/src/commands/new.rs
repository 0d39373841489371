//! `bearings new`: a folder and the first entry of its ledger.

use bearings_case::Case;
use bearings_model::Zone;
use jiff::Timestamp;
use serde_json::json;

use crate::arguments::{Arguments, New};
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, home};

pub fn run(arguments: &Arguments, new: &New, output: &Output) -> Result<Done, Failure> {
    let zone = Zone::named(&new.zone).map_err(|error| Failure::Use(error.to_string()))?;
    let name = new
        .name
        .file_name()
        .map(|name| name.to_string_lossy().into_owned());
    let title =
        new.title.clone().or(name).ok_or_else(|| {
            Failure::Use(format!("'{}' is no name for a folder", new.name.display()))
        })?;
    let signer = home::signer()?;
    let case = Case::create(
        &new.name,
        &title,
        &zone,
        &signer,
        &home::by(arguments),
        Timestamp::now(),
    )?;
    output.line(&format!(
        "Started the case '{}' in {}/",
        case.name(),
        new.name.display()
    ));
    output.line("Add what you have:  bearings add FILE|FOLDER|URL …");
    output.value(&json!({
        "case": case.name(), "folder": new.name, "zone": case.zone().name(), "key": case.key(),
    }));
    Ok(Done::Clean)
}
