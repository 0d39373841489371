//! Features on their way into the store: written as they come, read again in another order.

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

const BUFFER: usize = 1 << 20;
/// Read in one go; entries near each other share it.
const WINDOW: usize = 1 << 20;
/// Kept in memory too, of what single entries are read from.
const MOST_KEPT: usize = 256 << 20;

/// A file that goes when this goes.
#[derive(Debug)]
pub(crate) struct Spool {
    file: File,
    path: PathBuf,
    waiting: Vec<u8>,
    written: u64,
    /// Runs that were written since `keep`, each with where it begins; no entry lies across two.
    kept: Vec<(u64, Vec<u8>)>,
    keeping: bool,
}

impl Spool {
    pub fn new(path: PathBuf) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        let file = options
            .read(true)
            .write(true)
            .create(true)
            .truncate(true)
            .open(&path)?;
        Ok(Self {
            file,
            path,
            waiting: Vec::with_capacity(BUFFER),
            written: 0,
            kept: Vec::new(),
            keeping: false,
        })
    }

    /// Where the entry begins.
    pub fn push(&mut self, bytes: &[u8]) -> io::Result<u64> {
        let at = self.written + self.waiting.len() as u64;
        self.waiting.extend_from_slice(bytes);
        if self.waiting.len() >= BUFFER {
            self.flush()?;
        }
        Ok(at)
    }

    pub fn flush(&mut self) -> io::Result<()> {
        self.file.write_all(&self.waiting)?;
        let begins = self.written;
        self.written += self.waiting.len() as u64;
        if self.keeping && self.kept.len() < MOST_KEPT / BUFFER {
            self.kept.push((begins, self.waiting.clone()));
        }
        self.waiting.clear();
        Ok(())
    }

    /// From here on single entries will be asked for.
    pub fn keep(&mut self) {
        self.keeping = true;
    }

    /// An entry with its length before it, of what was flushed: mostly read in one go.
    pub fn entry(&self, at: u64) -> io::Result<Vec<u8>> {
        const MOSTLY: u64 = 400;
        if let Some(entry) = self.kept_entry(at) {
            return Ok(entry.to_vec());
        }
        let known = self.written.saturating_sub(at).min(MOSTLY);
        let mut bytes = vec![0; known as usize];
        self.file.read_exact_at(&mut bytes, at)?;
        let cut = || io::Error::other("the waiting features are cut short");
        let (length, _) = bytes.split_first_chunk::<4>().ok_or_else(cut)?;
        let whole = 4 + u32::from_le_bytes(*length) as usize;
        bytes.resize(whole, 0);
        if whole as u64 > known {
            self.file
                .read_exact_at(&mut bytes[known as usize..], at + known)?;
        }
        bytes.drain(..4);
        Ok(bytes)
    }

    /// No single entry will be asked for any more.
    pub fn forget(&mut self) {
        self.keeping = false;
        self.kept = Vec::new();
    }

    fn kept_entry(&self, at: u64) -> Option<&[u8]> {
        let run = self
            .kept
            .partition_point(|(begins, _)| *begins <= at)
            .checked_sub(1)?;
        let (begins, bytes) = &self.kept[run];
        let rest = bytes.get(usize::try_from(at - begins).ok()?..)?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        rest.get(..u32::from_le_bytes(*length) as usize)
    }

    /// The entries one after the other as they are given: place and length of each.
    pub fn gather(&self, entries: &[(u64, u32)]) -> io::Result<Vec<u8>> {
        let mut starts = Vec::with_capacity(entries.len());
        let mut total = 0;
        for (_, length) in entries {
            starts.push(total);
            total += *length as usize;
        }
        let mut order: Vec<usize> = (0..entries.len()).collect();
        order.sort_unstable_by_key(|entry| entries[*entry].0);
        let mut out = vec![0; total];
        let (mut window, mut from) = (Vec::new(), 0u64);
        for entry in order {
            let (at, length) = (entries[entry].0, entries[entry].1 as usize);
            if at < from || at + length as u64 > from + window.len() as u64 {
                let rest = self.written.saturating_sub(at);
                window.resize(rest.min(WINDOW.max(length) as u64) as usize, 0);
                self.file.read_exact_at(&mut window, at)?;
                from = at;
            }
            let inside = (at - from) as usize;
            out[starts[entry]..][..length].copy_from_slice(&window[inside..][..length]);
        }
        Ok(out)
    }

    pub fn beside(target: &Path) -> PathBuf {
        target.with_extension(format!("{}.spool", std::process::id()))
    }
}

impl Drop for Spool {
    fn drop(&mut self) {
        // Nothing depends on it: at worst a file of no use stays.
        let _ = std::fs::remove_file(&self.path);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_the_same_kept_or_read_again() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut spool = Spool::new(folder.path().join("spool")).expect("a file");
        let mut places = Vec::new();
        for number in 0..3_000u32 {
            if number == 1_000 {
                spool.flush().expect("a file");
                spool.keep();
            }
            let body = vec![number as u8; (number as usize * 7) % 5_000];
            let mut bytes = (body.len() as u32).to_le_bytes().to_vec();
            bytes.extend_from_slice(&body);
            places.push((spool.push(&bytes).expect("a file"), body));
        }
        spool.flush().expect("a file");
        for (at, body) in &places {
            assert_eq!(&spool.entry(*at).expect("an entry"), body);
        }
        let asked: Vec<(u64, u32)> = places
            .iter()
            .rev()
            .map(|(at, body)| (at + 4, body.len() as u32))
            .collect();
        let all: Vec<u8> = places
            .iter()
            .rev()
            .flat_map(|(_, body)| body.clone())
            .collect();
        assert_eq!(spool.gather(&asked).expect("entries"), all);
    }
}
