//! One writer at a time: an exclusive lock on the case's `lock` file, let go when the process
//! ends, however it ends. Readers never take it.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{self, Read, Seek, Write};
use std::path::{Path, PathBuf};

use thiserror::Error;

use crate::disk;

#[derive(Debug, Error)]
pub enum LockError {
    #[error(
        "another bearings process is writing to this case{}; wait for it or stop it",
        process.as_ref().map(|id| format!(" (process {id})")).unwrap_or_default()
    )]
    Busy { process: Option<String> },
    #[error("cannot write to the case: {}: {source}; check that the folder may be written to", file.display())]
    Unusable { file: PathBuf, source: io::Error },
}

/// Held for as long as the value lives.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    pub(crate) fn take(case: &Path) -> Result<Self, LockError> {
        let path = case.join("lock");
        let unusable = |source| LockError::Unusable {
            file: path.clone(),
            source,
        };
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false);
        let mut file = disk::plain(&mut options, &path).map_err(unusable)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(LockError::Busy {
                    process: holder(&mut file),
                });
            }
            Err(TryLockError::Error(source)) => return Err(unusable(source)),
        }
        sign_in(&mut file).map_err(unusable)?;
        Ok(Self { file })
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The number would mislead once the lock is free. Closing the file alone would not free it
        // while a process that is just being started still holds a copy.
        let _ = self.file.set_len(0);
        let _ = self.file.unlock();
    }
}

fn sign_in(file: &mut File) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    write!(file, "{}", std::process::id())
}

/// The process number in the file, when there is one: the holder may not have written it yet.
fn holder(file: &mut File) -> Option<String> {
    let mut number = String::new();
    file.take(20).read_to_string(&mut number).ok()?;
    let fits = !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit());
    fits.then_some(number)
}
