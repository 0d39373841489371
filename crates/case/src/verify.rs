//! Checks a case from the outside: every number, link, signature, hash and size. Reads the ledger
//! and the blobs alone, never the index; goes on after a fault; changes nothing.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, BufRead, BufReader};
use std::path::Path;

use bearings_model::ItemId;

use crate::blobs::Blobs;
use crate::disk;
use crate::fault::{Fault, FaultAt};
use crate::ledger::{self, Body, Checker, Entry, Lines, Next, sound_id};
use crate::{BlobError, CaseError, LedgerError};

/// What a check found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    /// Sound entries.
    pub entries: u64,
    /// Different items that sound entries speak of.
    pub items: usize,
    /// The key the case was made with: to be compared with the one its author gives.
    pub key: Option<String>,
    /// The hash of the last line, which stands for the whole ledger: to be compared with one
    /// written down earlier, since a ledger cut short at a line's end looks whole.
    pub head: String,
    pub faults: Vec<Fault>,
}

/// Checks a whole case.
pub fn verify(case: &Path) -> Result<Verification, CaseError> {
    let path = case.join(ledger::NAME);
    let file = disk::open_plain(&path).map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => LedgerError::NoLedger {
            folder: case.to_owned(),
        },
        _ => LedgerError::Disk {
            what: "read",
            file: path.clone(),
            source,
        },
    })?;
    let (mut verification, items) =
        check_ledger(BufReader::new(file)).map_err(|source| LedgerError::Disk {
            what: "read",
            file: path,
            source,
        })?;
    let all_told = verification.faults.is_empty();
    let blobs = Blobs::of(case);
    for (id, size) in &items {
        verification.faults.extend(check_blob(&blobs, id, *size));
    }
    // As long as an entry is damaged, a blob without an entry may be that entry's own.
    if all_told {
        verification.faults.extend(strays(&blobs, &items));
    }
    Ok(verification)
}

/// Checks a ledger by itself, without the blobs it speaks of.
pub fn verify_ledger(ledger: impl BufRead) -> io::Result<Verification> {
    Ok(check_ledger(ledger)?.0)
}

fn check_ledger(ledger: impl BufRead) -> io::Result<(Verification, BTreeMap<ItemId, u64>)> {
    let mut lines = Lines::new(ledger);
    let mut checker = Checker::new();
    let mut found = Verification::default();
    let mut items = BTreeMap::new();
    let torn = loop {
        match lines.next_line()? {
            Next::End => break None,
            Next::Torn { bytes } => break Some(bytes),
            Next::TooLong { bytes } => checker.too_long(bytes),
            Next::Line(line) => {
                if let Some(entry) = checker.line(line) {
                    found.entries += 1;
                    note_item(&mut items, entry);
                }
            }
        }
    };
    found.items = items.len();
    found.key = checker.key().map(str::to_owned);
    found.head = checker.head().to_owned();
    found.faults = checker.finish(torn);
    if found.entries == 0 && found.faults.is_empty() {
        found.faults.push(Fault::new(FaultAt::Ledger, "is empty"));
    }
    Ok((found, items))
}

fn note_item(items: &mut BTreeMap<ItemId, u64>, entry: Entry) {
    if let Body::Added { item, size, .. } = entry.body {
        items.entry(item).or_insert(size);
    }
}

fn check_blob(blobs: &Blobs, id: &ItemId, size: u64) -> Option<Fault> {
    let what = match blobs.check(id) {
        Ok(length) if length == size => return None,
        Ok(length) => format!("has {length} bytes where the ledger says {size}"),
        Err(BlobError::Missing { .. }) => "is missing".to_owned(),
        Err(BlobError::Changed { found, .. }) => format!("was changed: its bytes hash to {found}"),
        Err(BlobError::Disk { source, .. }) => format!("cannot be read: {source}"),
        Err(other) => other.to_string(),
    };
    Some(Fault::new(FaultAt::Blob(id.clone()), what))
}

/// Everything in `blobs/` that no entry speaks of. A kill between a blob and its entry leaves
/// such a blob; what has only a passing name yet is the next writer's to clear away.
fn strays(blobs: &Blobs, items: &BTreeMap<ItemId, u64>) -> Vec<Fault> {
    let mut found = Vec::new();
    for shard in names_in(blobs.folder()) {
        let folder = blobs.folder().join(&shard);
        if shard == "incoming" || disk::plain_folder(&folder).is_err() {
            found.extend((shard != "incoming").then(|| no_blob(&shard)));
            continue;
        }
        for name in names_in(&folder) {
            match sound_id(&name).filter(|id| id.as_str()[..2] == shard) {
                Some(id) if items.contains_key(&id) => {}
                Some(id) => found.push(Fault::new(FaultAt::Blob(id), NO_ENTRY)),
                None => found.push(no_blob(&format!("{shard}/{name}"))),
            }
        }
    }
    found
}

const NO_ENTRY: &str = "is in no entry: a write was stopped before it was acknowledged, or it was \
                        put there by something else";

fn no_blob(path: &str) -> Fault {
    Fault::new(
        FaultAt::File(format!("blobs/{path}")),
        "is no blob; something else put it there",
    )
}

/// In order; a folder that cannot be read shows in the blobs that then cannot be either.
fn names_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> = names
        .map(|name| name.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
