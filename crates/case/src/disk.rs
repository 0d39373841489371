//! Every way a case writes to the disk, in one place, so that tests can make each of them fail;
//! and the one way it opens a file to read. Never follows a link: a case may come from a stranger.

use std::fmt;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;

use rustix::fs::OFlags;

pub(crate) trait Disk: fmt::Debug + Send {
    /// Writes a file that must not exist yet. It is not durable before `sync`.
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;
    fn append(&self, file: &File, bytes: &[u8]) -> io::Result<()>;
    fn truncate(&self, file: &File, length: u64) -> io::Result<()>;
    fn sync_file(&self, file: &File) -> io::Result<()>;
    /// Makes a file's bytes, or a folder's list of names, durable.
    fn sync_path(&self, path: &Path) -> io::Result<()>;
    /// Makes all that was written to the file system of `path` durable, in one go.
    fn sync_all_around(&self, path: &Path) -> io::Result<()>;
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
}

/// The disk as it is.
#[derive(Debug)]
pub(crate) struct RealDisk;

impl Disk for RealDisk {
    fn write_new(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)?
            .write_all(bytes)
    }

    fn append(&self, mut file: &File, bytes: &[u8]) -> io::Result<()> {
        file.write_all(bytes)
    }

    fn truncate(&self, file: &File, length: u64) -> io::Result<()> {
        file.set_len(length)
    }

    fn sync_file(&self, file: &File) -> io::Result<()> {
        file.sync_all()
    }

    fn sync_path(&self, path: &Path) -> io::Result<()> {
        File::open(path)?.sync_all()
    }

    /// One call instead of one per file. Linux reports earlier write errors here since 5.8.
    fn sync_all_around(&self, path: &Path) -> io::Result<()> {
        Ok(rustix::fs::syncfs(File::open(path)?)?)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }
}

/// Opens a plain file to read: no link, no pipe (which would wait for ever), no device.
pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
    plain(OpenOptions::new().read(true), path)
}

/// Opens a plain file with the given options, under the same conditions.
pub(crate) fn plain(options: &mut OpenOptions, path: &Path) -> io::Result<File> {
    let guard = OFlags::NOFOLLOW | OFlags::NONBLOCK;
    let opened = options.custom_flags(guard.bits() as i32).open(path);
    let file = opened.map_err(|error| match rustix::io::Errno::from_io_error(&error) {
        Some(rustix::io::Errno::LOOP) => not_plain("it is a link"),
        _ => error,
    })?;
    if !file.metadata()?.is_file() {
        return Err(not_plain("it is no plain file"));
    }
    Ok(file)
}

/// Makes sure that `path` is a folder and not a link to one.
pub(crate) fn plain_folder(path: &Path) -> io::Result<()> {
    let kind = fs::symlink_metadata(path)?.file_type();
    if kind.is_dir() {
        Ok(())
    } else {
        Err(not_plain("it is no plain folder"))
    }
}

/// Makes the folder when it is not there; never goes through a link that is in its place.
pub(crate) fn make_plain_folder(path: &Path) -> io::Result<()> {
    match fs::create_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => plain_folder(path),
        made => made,
    }
}

fn not_plain(why: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, why)
}
