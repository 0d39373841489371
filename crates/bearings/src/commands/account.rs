//! `bearings account`: the public account as a folder of pages.

use std::fs;
use std::path::{Path, PathBuf};

use bearings_pipeline::build_account;
use serde_json::json;

use crate::arguments::{Account, Arguments};
use crate::failure::Failure;
use crate::output::Output;
use crate::{Done, script, whose};

pub fn run(arguments: &Arguments, account: &Account, output: &Output) -> Result<Done, Failure> {
    let (_, workshop) = whose::read_case(arguments, output)?;
    let built = build_account(&workshop, script::map())?;
    let mut pages: Vec<(String, Vec<u8>)> = built
        .pages
        .into_iter()
        .map(|page| (page.path, page.bytes))
        .collect();
    if script::map().is_some() {
        pages.push((
            "assets/LICENCES.txt".to_owned(),
            script::LICENCES.as_bytes().to_vec(),
        ));
    }
    write(&account.out, &pages)?;
    let told = &built.weighed.account;
    let withheld: usize = told.withheld.iter().map(|held| held.passages).sum();
    let waiting: usize = told
        .withheld
        .iter()
        .map(|held| held.passages - held.ruled)
        .sum();
    output.line(&format!(
        "Wrote {} pages to {}: open {}",
        pages.len(),
        account.out.display(),
        account.out.join("index.html").display()
    ));
    if withheld > 0 {
        output.line(&format!(
            "{withheld} passages stay out; {waiting} of them wait for a person's ruling and stay out until then."
        ));
    }
    output.value(&json!({
        "out": account.out, "pages": pages.len(), "withheld": withheld, "waiting": waiting,
        "ruled": told.ruled, "used": told.used,
    }));
    Ok(Done::Clean)
}

/// Writes beside the old folder and puts it in its place at the end, so that a reader never sees
/// half an account. Only a folder that holds an account, or nothing, is replaced.
fn write(out: &Path, pages: &[(String, Vec<u8>)]) -> Result<(), Failure> {
    if out.exists() && !is_replaceable(out) {
        return Err(Failure::Use(format!(
            "'{}' holds something else than an account; give an empty or a new folder",
            out.display()
        )));
    }
    let fresh = beside(out, "new");
    let failed = |path: &Path, error: std::io::Error| {
        Failure::Work(format!(
            "'{}' cannot be written: {error}; check space and rights",
            path.display()
        ))
    };
    let _ = fs::remove_dir_all(&fresh);
    for (path, bytes) in pages {
        let target = fresh.join(path);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
        }
        fs::write(&target, bytes).map_err(|error| failed(&target, error))?;
    }
    let old = beside(out, "old");
    let _ = fs::remove_dir_all(&old);
    if out.exists() {
        fs::rename(out, &old).map_err(|error| failed(out, error))?;
    }
    fs::rename(&fresh, out).map_err(|error| failed(out, error))?;
    let _ = fs::remove_dir_all(&old);
    Ok(())
}

fn is_replaceable(out: &Path) -> bool {
    let account = out.join("index.html").is_file() && out.join("account.json").is_file();
    let empty = fs::read_dir(out).is_ok_and(|mut entries| entries.next().is_none());
    account || empty
}

fn beside(out: &Path, word: &str) -> PathBuf {
    let name = out
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    out.with_file_name(format!(".{name}.{word}"))
}
