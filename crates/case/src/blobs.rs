//! Items' bytes, each in a file named by its SHA-256: `blobs/ab/abcdef…`. Written once, durable
//! before the ledger speaks of it, never overwritten, never reached through a link.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use bearings_model::ItemId;
use thiserror::Error;

use crate::digest::{sha256_hex, sha256_of};
use crate::disk::{self, Disk};
use crate::ledger::sound_id;

/// Largest item, in bytes. Bytes are held whole while they are kept or read.
pub const MAX_BLOB: u64 = 1024 * 1024 * 1024;

/// Up to this many new blobs are synced one by one; more are synced with one call for the whole
/// file system, which may have other work to finish but does not grow with their number.
const FEW: usize = 4;

#[derive(Debug, Error)]
pub enum BlobError {
    #[error("{from} has {bytes} bytes; one item may have at most {MAX_BLOB}, so cut it into parts")]
    TooLarge { from: String, bytes: u64 },
    #[error("the blob {id} is missing ({} is not there); put it back from a copy", file.display())]
    Missing { id: String, file: PathBuf },
    #[error(
        "the blob {id} was changed: the bytes of {} hash to {found}; put it back from a copy, \
         or move it away and add the item again", file.display()
    )]
    Changed {
        id: String,
        file: PathBuf,
        found: String,
    },
    #[error("'{name}' is no item's hash")]
    NoHash { name: String },
    #[error(
        "cannot {what} the blob {id}: {}: {source}; check the disk, its room and the rights on the \
         folder, then try again", file.display()
    )]
    Disk {
        what: &'static str,
        id: String,
        file: PathBuf,
        source: io::Error,
    },
    #[error("cannot make blobs durable in {}: {source}; nothing of this batch was kept", folder.display())]
    NotDurable { folder: PathBuf, source: io::Error },
}

#[derive(Clone, Debug)]
pub(crate) struct Blobs {
    folder: PathBuf,
}

/// A blob's bytes under a passing name, not yet durable and not yet to be seen.
#[derive(Debug)]
pub(crate) struct Staged {
    id: ItemId,
    passing: PathBuf,
}

impl Blobs {
    pub(crate) fn of(case: &Path) -> Self {
        Self {
            folder: case.join("blobs"),
        }
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    fn incoming(&self) -> PathBuf {
        self.folder.join("incoming")
    }

    fn shard(&self, id: &ItemId) -> PathBuf {
        self.folder.join(&id.as_str()[..2])
    }

    pub(crate) fn file(&self, id: &ItemId) -> PathBuf {
        self.shard(id).join(id.as_str())
    }

    /// Makes the folders, and clears away what a killed process left under passing names.
    pub(crate) fn prepare(&self) -> io::Result<()> {
        let incoming = self.incoming();
        disk::make_plain_folder(&self.folder)?;
        disk::make_plain_folder(&incoming)?;
        for left in fs::read_dir(&incoming)? {
            fs::remove_file(left?.path())?;
        }
        Ok(())
    }

    /// The item's bytes, checked against its hash.
    pub(crate) fn read(&self, id: &ItemId) -> Result<Vec<u8>, BlobError> {
        let file = self.open(id)?;
        let trouble = |source| self.trouble("read", id, source);
        let length = file.metadata().map_err(trouble)?.len();
        if length > MAX_BLOB {
            return Err(BlobError::TooLarge {
                from: format!("the blob {id}"),
                bytes: length,
            });
        }
        let mut bytes = Vec::with_capacity(length as usize);
        file.take(MAX_BLOB)
            .read_to_end(&mut bytes)
            .map_err(trouble)?;
        self.compare(id, sha256_hex(&bytes))?;
        Ok(bytes)
    }

    /// Checks the bytes on the disk without holding them; gives their number.
    pub(crate) fn check(&self, id: &ItemId) -> Result<u64, BlobError> {
        let file = self.open(id)?;
        let (found, length) = sha256_of(file).map_err(|source| self.trouble("read", id, source))?;
        self.compare(id, found)?;
        Ok(length)
    }

    fn compare(&self, id: &ItemId, found: String) -> Result<(), BlobError> {
        if found == id.as_str() {
            return Ok(());
        }
        Err(BlobError::Changed {
            id: id.to_string(),
            file: self.file(id),
            found,
        })
    }

    fn open(&self, id: &ItemId) -> Result<File, BlobError> {
        let id = &sound_id(id.as_str()).ok_or_else(|| BlobError::NoHash {
            name: id.as_str().to_owned(),
        })?;
        let path = self.file(id);
        let opened = disk::plain_folder(&self.folder)
            .and_then(|()| disk::plain_folder(&self.shard(id)))
            .and_then(|()| disk::open_plain(&path));
        opened.map_err(|source| match source.kind() {
            io::ErrorKind::NotFound => BlobError::Missing {
                id: id.to_string(),
                file: path,
            },
            _ => self.trouble("open", id, source),
        })
    }

    /// Writes the bytes under a passing name. `None` when the blob is there already and sound.
    pub(crate) fn stage(
        &self,
        disk: &dyn Disk,
        id: &ItemId,
        bytes: &[u8],
    ) -> Result<Option<Staged>, BlobError> {
        match self.check(id) {
            Ok(_) => return Ok(None),
            Err(BlobError::Missing { .. }) => {}
            Err(error) => return Err(error),
        }
        let passing = self.incoming().join(id.as_str());
        if let Err(source) = disk.write_new(&passing, bytes) {
            let _ = fs::remove_file(&passing);
            return Err(self.trouble("write", id, source));
        }
        Ok(Some(Staged {
            id: id.clone(),
            passing,
        }))
    }

    /// Makes staged blobs durable, then gives them their names, then makes the names durable.
    pub(crate) fn settle(&self, disk: &dyn Disk, staged: &[Staged]) -> Result<(), BlobError> {
        let settled = match staged.len() {
            0 => Ok(()),
            1..=FEW => staged
                .iter()
                .try_for_each(|blob| self.settle_one(disk, blob)),
            _ => self.settle_together(disk, staged),
        };
        settled.map_err(|source| {
            for blob in staged {
                let _ = fs::remove_file(&blob.passing);
            }
            BlobError::NotDurable {
                folder: self.folder.clone(),
                source,
            }
        })
    }

    fn settle_one(&self, disk: &dyn Disk, blob: &Staged) -> io::Result<()> {
        disk.sync_path(&blob.passing)?;
        self.give_name(disk, blob)?;
        disk.sync_path(&self.shard(&blob.id))?;
        disk.sync_path(&self.folder)
    }

    fn settle_together(&self, disk: &dyn Disk, staged: &[Staged]) -> io::Result<()> {
        disk.sync_all_around(&self.folder)?;
        staged
            .iter()
            .try_for_each(|blob| self.give_name(disk, blob))?;
        disk.sync_all_around(&self.folder)
    }

    fn give_name(&self, disk: &dyn Disk, blob: &Staged) -> io::Result<()> {
        let shard = self.shard(&blob.id);
        disk::make_plain_folder(&shard)?;
        disk.rename(&blob.passing, &self.file(&blob.id))
    }

    fn trouble(&self, what: &'static str, id: &ItemId, source: io::Error) -> BlobError {
        BlobError::Disk {
            what,
            id: id.to_string(),
            file: self.file(id),
            source,
        }
    }
}
