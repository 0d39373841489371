//! `bearings verify`: every hash, link and signature.

use std::path::Path;

use bearings_case::Fault;
use serde_json::json;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, whose};

pub fn run(arguments: &Arguments, bundle: Option<&Path>, output: &Output) -> Result<Done, Failure> {
    let folder = match bundle {
        Some(bundle) => bundle.to_owned(),
        None => whose::folder(arguments)?,
    };
    let found = bearings_case::verify(&folder)?;
    // Bytes that no entry speaks of were never acknowledged: a write was stopped in between.
    let (strays, faults): (Vec<&Fault>, Vec<&Fault>) = found
        .faults
        .iter()
        .partition(|fault| fault.what.starts_with("is in no entry"));
    let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
    if !strays.is_empty() {
        output.note(&format!(
            "{} blobs are in no entry, as when a disk was full or a write was stopped; add the files again",
            strays.len()
        ));
    }
    output.value(&json!({
        "entries": found.entries, "items": found.items, "key": found.key, "head": found.head,
        "faults": faults,
    }));
    output.line(&format!(
        "{} entries and {} items are sound.",
        found.entries, found.items
    ));
    output.line(&format!("Head of the ledger: {}", found.head));
    if let Some(key) = &found.key {
        output.line(&format!("Signed with:        {key}"));
    }
    for fault in &faults {
        output.problem(fault);
    }
    match faults.len() {
        0 => Ok(Done::Clean),
        1 => Err(Failure::Check(
            "one thing does not check out; keep the folder as it is".to_owned(),
        )),
        more => Err(Failure::Check(format!(
            "{more} things do not check out; keep the folder as it is"
        ))),
    }
}
