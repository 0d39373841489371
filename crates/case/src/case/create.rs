//! Lays down a new case: a folder with a ledger of one entry.

use std::fs::{self, File};
use std::io::{self, BufReader};
use std::path::Path;

use bearings_model::Zone;
use jiff::Timestamp;

use crate::blobs::Blobs;
use crate::disk::{self, Disk, RealDisk};
use crate::ledger::{self, Body, LedgerFile, Lines, NewEntry, Next, Position};
use crate::lock::Lock;
use crate::{CaseError, Signer};

/// A creation that was killed half way is taken up again.
pub(super) fn lay_down(
    folder: &Path,
    name: &str,
    zone: &Zone,
    signer: &Signer,
    by: &str,
    at: Timestamp,
) -> Result<(), CaseError> {
    let trouble = |what| {
        let folder = folder.to_owned();
        move |source| CaseError::Folder {
            what,
            folder,
            source,
        }
    };
    fs::create_dir_all(folder).map_err(trouble("make"))?;
    let folder = folder.canonicalize().map_err(trouble("open"))?;
    let lock = if is_vacant(&folder)? {
        Lock::take(&folder)?
    } else {
        return refuse(&folder);
    };
    if begins(&folder).map_err(trouble("read"))? {
        return refuse(&folder);
    }
    Blobs::of(&folder).prepare().map_err(trouble("write to"))?;
    let (mut ledger, _) = LedgerFile::open(&RealDisk, &folder, Position::start())?;
    let body = Body::created(name, zone);
    ledger.append(
        &RealDisk,
        signer,
        &[NewEntry {
            at,
            by,
            body: &body,
        }],
    )?;
    make_durable(&folder).map_err(trouble("write to"))?;
    drop(lock);
    Ok(())
}

fn refuse(folder: &Path) -> Result<(), CaseError> {
    let folder = folder.to_owned();
    Err(if folder.join(ledger::NAME).exists() {
        CaseError::Exists { folder }
    } else {
        CaseError::NotEmpty { folder }
    })
}

/// Whether nothing stands in the folder but what an unfinished creation leaves.
fn is_vacant(folder: &Path) -> Result<bool, CaseError> {
    let looked = fs::read_dir(folder).and_then(|names| {
        names
            .map(|name| Ok(name?.file_name()))
            .collect::<io::Result<Vec<_>>>()
    });
    let names = looked.map_err(|source| CaseError::Folder {
        what: "read",
        folder: folder.to_owned(),
        source,
    })?;
    let ours = |name: &str| {
        ["lock", "blobs", ledger::NAME].contains(&name) || name.starts_with("ledger.torn-")
    };
    Ok(names.iter().all(|name| name.to_str().is_some_and(ours)))
}

/// Whether the ledger has a first line.
fn begins(folder: &Path) -> io::Result<bool> {
    let path = folder.join(ledger::NAME);
    if path.symlink_metadata().is_err() {
        return Ok(false);
    }
    let mut lines: Lines<BufReader<File>> = Lines::new(BufReader::new(disk::open_plain(&path)?));
    Ok(!matches!(lines.next_line()?, Next::Torn { .. } | Next::End))
}

fn make_durable(folder: &Path) -> io::Result<()> {
    RealDisk.sync_path(&folder.join("blobs"))?;
    RealDisk.sync_path(folder)?;
    folder
        .parent()
        .map_or(Ok(()), |above| RealDisk.sync_path(above))
}
