//! The ledger's file as it is appended to.
//!
//! An entry counts only once its line is whole and durable. A line that is not whole was never
//! acknowledged; the next writer moves it to `ledger.torn-N`.

use std::fs::{File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};

use super::entry::{NewEntry, write_line};
use super::{LedgerError, MAX_LINE, NAME, Position};
use crate::Signer;
use crate::disk::{self, Disk};

/// The ledger as its one writer holds it.
#[derive(Debug)]
pub(crate) struct LedgerFile {
    path: PathBuf,
    file: File,
    end: Position,
    /// Set when the file may hold what was never acknowledged and could not be taken back.
    broken: bool,
}

impl LedgerFile {
    /// Opens the file to append after `end`, which is where its last whole line stops. Gives a
    /// notice when an unfinished line was moved aside.
    pub(crate) fn open(
        disk: &dyn Disk,
        case: &Path,
        end: Position,
    ) -> Result<(Self, Option<String>), LedgerError> {
        let path = case.join(NAME);
        let trouble = |source| LedgerError::Disk {
            what: "write to",
            file: path.clone(),
            source,
        };
        let mut options = OpenOptions::new();
        options.read(true).append(true).create(end.bytes == 0);
        let mut file = disk::plain(&mut options, &path).map_err(trouble)?;
        let notice = set_torn_aside(disk, case, &mut file, &end).map_err(trouble)?;
        Ok((
            Self {
                path,
                file,
                end,
                broken: false,
            },
            notice,
        ))
    }

    pub(crate) fn end(&self) -> &Position {
        &self.end
    }

    /// Signs and appends entries; when it returns, they are durable.
    pub(crate) fn append(
        &mut self,
        disk: &dyn Disk,
        signer: &Signer,
        entries: &[NewEntry<'_>],
    ) -> Result<(), LedgerError> {
        self.check_untouched()?;
        let mut end = self.end.clone();
        let mut text = Vec::new();
        for new in entries {
            let (line, hash) = write_line(signer, end.entries, &end.head, new)?;
            end = Position {
                entries: end.entries + 1,
                bytes: end.bytes + line.len() as u64,
                head: hash,
                last_line: end.bytes,
            };
            text.extend(line);
        }
        self.write_durably(disk, &text)?;
        self.end = end;
        Ok(())
    }

    fn check_untouched(&self) -> Result<(), LedgerError> {
        if self.broken {
            return Err(LedgerError::Broken {
                file: self.path.clone(),
            });
        }
        let length = self
            .file
            .metadata()
            .map_err(|source| self.trouble(source))?
            .len();
        if length != self.end.bytes {
            return Err(LedgerError::ChangedUnderneath {
                file: self.path.clone(),
            });
        }
        Ok(())
    }

    /// After a failed write the file is cut back to what was acknowledged. After a failed sync it
    /// is cut back too, but nothing more is written: what the disk then holds cannot be known.
    fn write_durably(&mut self, disk: &dyn Disk, text: &[u8]) -> Result<(), LedgerError> {
        let written = disk.append(&self.file, text);
        let only_sync_failed = written.is_ok();
        let Err(source) = written.and_then(|()| disk.sync_file(&self.file)) else {
            return Ok(());
        };
        let cut = disk
            .truncate(&self.file, self.end.bytes)
            .and_then(|()| disk.sync_file(&self.file));
        self.broken = only_sync_failed || cut.is_err();
        Err(self.trouble(source))
    }

    fn trouble(&self, source: io::Error) -> LedgerError {
        LedgerError::Disk {
            what: "write to",
            file: self.path.clone(),
            source,
        }
    }
}

/// Copies what stands after the last whole line to a file of its own, then cuts it off. A kill in
/// between leaves both, and the next writer does it again.
fn set_torn_aside(
    disk: &dyn Disk,
    case: &Path,
    file: &mut File,
    end: &Position,
) -> io::Result<Option<String>> {
    let mut torn = Vec::new();
    file.seek(SeekFrom::Start(end.bytes))?;
    file.take(MAX_LINE as u64 + 1).read_to_end(&mut torn)?;
    if torn.is_empty() {
        return Ok(None);
    }
    if torn.len() > MAX_LINE {
        return Err(io::Error::other(
            "it ends in more than an unfinished line; run 'bearings verify'",
        ));
    }
    let name = free_name(case, end.entries)?;
    disk.write_new(&case.join(&name), &torn)?;
    disk.sync_path(&case.join(&name))?;
    disk.sync_path(case)?;
    disk.truncate(file, end.bytes)?;
    disk.sync_file(file)?;
    Ok(Some(format!(
        "the ledger ended in an unfinished line of {} bytes, which was never acknowledged; \
         it was moved to {name}",
        torn.len()
    )))
}

fn free_name(case: &Path, entry: u64) -> io::Result<String> {
    let first = format!("ledger.torn-{entry}");
    let further = (2..10_000).map(|count| format!("{first}-{count}"));
    std::iter::once(first.clone())
        .chain(further)
        .find(|name| case.join(name).symlink_metadata().is_err())
        .ok_or_else(|| io::Error::other(format!("there are too many files {first}-…")))
}
