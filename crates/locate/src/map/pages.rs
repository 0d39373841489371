//! The store's file as pages with a checksum each: read by parts, never a page that is damaged.
//!
//! Pages, then the table (a JSON of what the file holds, and a CRC-32 for every page), then where
//! the table is. A file that was cut short, or is another's, is known before anything is read.

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::sync::{Arc, Mutex};

use super::store::StoreError;

pub(crate) const PAGE: usize = 4 << 10;
const BEGINNING: &[u8; 16] = b"bearings map 1\n\0";
const ENDING: &[u8; 16] = b"bearings map end";
/// Table's place and length, its checksum, the ending.
const TRAILER: usize = 8 + 8 + 4 + 16;
const MOST_TABLE: u64 = 1 << 30;
/// Pages kept in memory: 256 MB.
const MOST_KEPT: usize = (256 << 20) / PAGE;

#[derive(Debug)]
pub(crate) struct Pages {
    file: File,
    name: String,
    length: u64,
    sums: Vec<u32>,
    kept: Mutex<Kept>,
}

/// The pages read last; the oldest of them leaves first.
#[derive(Debug, Default)]
struct Kept {
    /// By their numbers.
    pages: Vec<Option<Arc<Vec<u8>>>>,
    order: std::collections::VecDeque<u32>,
}

impl Pages {
    /// The pages and the JSON the file's writer gave.
    pub fn open(path: &Path) -> Result<(Self, Vec<u8>), StoreError> {
        let name = path.display().to_string();
        let unreadable = |why| StoreError::Unreadable {
            name: name.clone(),
            why,
        };
        let file = File::open(path).map_err(unreadable)?;
        let size = file.metadata().map_err(unreadable)?.len();
        let mut beginning = [0; BEGINNING.len()];
        if size >= BEGINNING.len() as u64 {
            file.read_exact_at(&mut beginning, 0).map_err(unreadable)?;
        }
        if !beginning.starts_with(b"bearings map ") {
            return Err(StoreError::NotOurs(name));
        }
        if beginning != *BEGINNING {
            return Err(StoreError::OtherForm(name));
        }
        let damaged = || StoreError::Damaged {
            name: name.clone(),
            part: "its table",
        };
        let (length, table) = table(&file, size)
            .map_err(unreadable)?
            .ok_or_else(damaged)?;
        let count = length.div_ceil(PAGE as u64) as usize;
        let json = table.len().checked_sub(count * 4).ok_or_else(damaged)?;
        let (json, sums) = table.split_at(json);
        let sums = sums
            .as_chunks::<4>()
            .0
            .iter()
            .map(|sum| u32::from_le_bytes(*sum))
            .collect();
        let json = json.to_vec();
        let kept = Mutex::new(Kept {
            pages: vec![None; count],
            ..Kept::default()
        });
        Ok((
            Self {
                file,
                name,
                length,
                sums,
                kept,
            },
            json,
        ))
    }

    pub fn page(&self, number: u32) -> Result<Arc<Vec<u8>>, StoreError> {
        let mut kept = self
            .kept
            .lock()
            .unwrap_or_else(|poison| poison.into_inner());
        if let Some(Some(page)) = kept.pages.get(number as usize) {
            return Ok(page.clone());
        }
        let page = self.fetch(number)?;
        if kept.order.len() >= MOST_KEPT
            && let Some(oldest) = kept.order.pop_front()
        {
            kept.pages[oldest as usize] = None;
        }
        kept.order.push_back(number);
        kept.pages[number as usize] = Some(page.clone());
        Ok(page)
    }

    fn fetch(&self, number: u32) -> Result<Arc<Vec<u8>>, StoreError> {
        let at = u64::from(number) * PAGE as u64;
        let damaged = || StoreError::Damaged {
            name: self.name.clone(),
            part: "a page of it",
        };
        let length = self
            .length
            .checked_sub(at)
            .ok_or_else(damaged)?
            .min(PAGE as u64);
        let mut page = vec![0; length as usize];
        let why = self.file.read_exact_at(&mut page, at);
        why.map_err(|why| StoreError::Unreadable {
            name: self.name.clone(),
            why,
        })?;
        if self.sums.get(number as usize) != Some(&crc32fast::hash(&page)) {
            return Err(damaged());
        }
        Ok(Arc::new(page))
    }

    pub fn read(
        &self,
        mut at: u64,
        mut length: usize,
        out: &mut Vec<u8>,
    ) -> Result<(), StoreError> {
        out.clear();
        while length > 0 {
            let number = u32::try_from(at / PAGE as u64).unwrap_or(u32::MAX);
            let page = self.page(number)?;
            let from = (at % PAGE as u64) as usize;
            let part = page
                .get(from..(from + length).min(page.len()))
                .unwrap_or_default();
            if part.is_empty() {
                return Err(self.damaged("a page of it"));
            }
            out.extend_from_slice(part);
            at += part.len() as u64;
            length -= part.len();
        }
        Ok(())
    }

    /// A part that is read once and kept by the caller: not through the pages kept here.
    pub fn read_once(&self, at: u64, length: usize) -> Result<Vec<u8>, StoreError> {
        if at
            .checked_add(length as u64)
            .is_none_or(|end| end > self.length)
        {
            return Err(self.damaged("its table"));
        }
        let mut out = Vec::with_capacity(length);
        let mut number = (at / PAGE as u64) as u32;
        let mut from = (at % PAGE as u64) as usize;
        while out.len() < length {
            let page = self.fetch(number)?;
            let to = (from + length - out.len()).min(page.len());
            out.extend_from_slice(page.get(from..to).unwrap_or_default());
            (number, from) = (number + 1, 0);
        }
        Ok(out)
    }

    pub fn damaged(&self, part: &'static str) -> StoreError {
        StoreError::Damaged {
            name: self.name.clone(),
            part,
        }
    }
}

/// The pages' length and the table, if what the trailer says can be.
fn table(file: &File, size: u64) -> io::Result<Option<(u64, Vec<u8>)>> {
    let mut trailer = [0; TRAILER];
    let Some(end) = size.checked_sub(TRAILER as u64) else {
        return Ok(None);
    };
    file.read_exact_at(&mut trailer, end)?;
    let (at, rest) = trailer.split_at(8);
    let (length, rest) = rest.split_at(8);
    let (sum, ending) = rest.split_at(4);
    let number = |bytes: &[u8]| bytes.try_into().map(u64::from_le_bytes).unwrap_or(u64::MAX);
    let (at, length) = (number(at), number(length));
    if ending != ENDING || length > MOST_TABLE || at.checked_add(length) != Some(end) {
        return Ok(None);
    }
    let mut table = vec![0; length as usize];
    file.read_exact_at(&mut table, at)?;
    let good = sum == crc32fast::hash(&table).to_le_bytes();
    Ok(good.then_some((at, table)))
}

/// Writes such a file from its beginning to its end.
#[derive(Debug)]
pub(crate) struct PageWriter {
    file: BufWriter<File>,
    at: u64,
    sums: Vec<u8>,
    page: crc32fast::Hasher,
}

impl PageWriter {
    pub fn new(file: File) -> io::Result<Self> {
        let file = BufWriter::with_capacity(1 << 20, file);
        let mut writer = Self {
            file,
            at: 0,
            sums: Vec::new(),
            page: crc32fast::Hasher::new(),
        };
        writer.write(BEGINNING)?;
        writer.write(&[0; PAGE - BEGINNING.len()])?;
        Ok(writer)
    }

    pub fn at(&self) -> u64 {
        self.at
    }

    pub fn write(&mut self, mut bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        while !bytes.is_empty() {
            let room = PAGE - (self.at % PAGE as u64) as usize;
            let (now, later) = bytes.split_at(room.min(bytes.len()));
            self.page.update(now);
            self.at += now.len() as u64;
            if now.len() == room {
                self.end_page();
            }
            bytes = later;
        }
        Ok(())
    }

    fn end_page(&mut self) {
        let page = std::mem::take(&mut self.page);
        self.sums.extend_from_slice(&page.finalize().to_le_bytes());
    }

    pub fn finish(mut self, json: &[u8]) -> io::Result<u64> {
        if !self.at.is_multiple_of(PAGE as u64) {
            self.end_page();
        }
        let mut table = json.to_vec();
        table.append(&mut self.sums);
        self.file.write_all(&table)?;
        self.file.write_all(&self.at.to_le_bytes())?;
        self.file.write_all(&(table.len() as u64).to_le_bytes())?;
        self.file
            .write_all(&crc32fast::hash(&table).to_le_bytes())?;
        self.file.write_all(ENDING)?;
        self.file.flush()?;
        self.file.get_ref().sync_all()?;
        Ok(self.at + table.len() as u64 + TRAILER as u64)
    }
}
