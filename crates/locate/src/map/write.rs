//! Puts gathered features in the order of the curve and writes the store with its indexes.

use std::fs::File;
use std::io;
use std::path::Path;

use super::code::put_number;
use super::gather::Entry;
use super::pages::PageWriter;
use super::pairs::Pairs;
use super::record::{Record, Written};
use super::spool::Spool;
use super::spot::Bounds;
use super::store::{About, IN_BLOCK, Part, name_hash};
use super::{tags, tree};

/// Features that are put in order at once.
const BATCH_BYTES: usize = 128 << 20;

pub(crate) fn store(
    path: &Path,
    about: &mut About,
    pairs: Pairs,
    mut entries: Vec<Entry>,
    spool: Spool,
) -> io::Result<()> {
    entries.sort_unstable_by_key(|entry| (entry.hilbert, entry.at));
    let mut out = PageWriter::new(File::create(path)?)?;
    let mut lists = Lists::new(pairs.len());
    let mut starts = Vec::with_capacity(entries.len() / IN_BLOCK + 1);
    about.parts.records = part(&mut out, |out| {
        let mut number = 0u32;
        let begins = out.at();
        for batch in batches(&entries) {
            let places: Vec<(u64, u32)> =
                batch.iter().map(|entry| (entry.at, entry.length)).collect();
            let bytes = spool.gather(&places)?;
            let mut rest = bytes.as_slice();
            for (_, length) in places {
                let (record, after) = rest.split_at(length as usize);
                rest = after;
                if (number as usize).is_multiple_of(IN_BLOCK) {
                    starts.push(out.at() - begins);
                }
                lists.add(number, record, &pairs)?;
                let mut head = Vec::with_capacity(5);
                put_number(&mut head, u64::from(length));
                out.write(&head)?;
                out.write(record)?;
                number += 1;
            }
        }
        Ok(())
    })?;
    drop(spool);
    about.parts.starts = numbers(&mut out, starts.iter().map(|start| start.to_le_bytes()))?;
    let mut boxes: Vec<Bounds> = entries.iter().map(|entry| entry.bounds).collect();
    about.bounds = entries.iter().fold(Bounds::NOTHING, |mut all, entry| {
        all.join(&entry.bounds);
        all
    });
    drop(entries);
    tree::build(&mut boxes);
    // No box lies across two pages.
    let ragged = (out.at() % 16) as usize;
    out.write(&[0; 16][ragged..])?;
    about.parts.boxes = numbers(&mut out, boxes.iter().map(box_bytes))?;
    drop(boxes);
    dictionary(&mut out, about, &pairs)?;
    lists.write(&mut out, about)?;
    let json = serde_json::to_vec(about).map_err(io::Error::other)?;
    about.store_bytes = out.finish(&json)?;
    Ok(())
}

fn batches(entries: &[Entry]) -> impl Iterator<Item = &[Entry]> {
    let mut rest = entries;
    std::iter::from_fn(move || {
        let mut bytes = 0;
        let fits = |entry: &&Entry| {
            bytes += entry.length as usize;
            bytes <= BATCH_BYTES
        };
        let count = rest.iter().take_while(fits).count().max(1).min(rest.len());
        let (batch, after) = rest.split_at(count);
        rest = after;
        (!batch.is_empty()).then_some(batch)
    })
}

fn box_bytes(bounds: &Bounds) -> [u8; 16] {
    let mut bytes = [0; 16];
    let sides = [bounds.south, bounds.west, bounds.north, bounds.east];
    for (four, side) in bytes.as_chunks_mut::<4>().0.iter_mut().zip(sides) {
        four.copy_from_slice(&side.to_le_bytes());
    }
    bytes
}

fn part(
    out: &mut PageWriter,
    write: impl FnOnce(&mut PageWriter) -> io::Result<()>,
) -> io::Result<Part> {
    let at = out.at();
    write(out)?;
    Ok(Part {
        at,
        length: out.at() - at,
    })
}

fn numbers<const N: usize>(
    out: &mut PageWriter,
    each: impl Iterator<Item = [u8; N]>,
) -> io::Result<Part> {
    part(out, |out| {
        let mut bytes = Vec::with_capacity(1 << 16);
        for number in each {
            bytes.extend_from_slice(&number);
            if bytes.len() >= 1 << 16 {
                out.write(&bytes)?;
                bytes.clear();
            }
        }
        out.write(&bytes)
    })
}

fn dictionary(out: &mut PageWriter, about: &mut About, pairs: &Pairs) -> io::Result<()> {
    about.parts.pair_text = part(out, |out| out.write(pairs.text.as_bytes()))?;
    about.parts.pair_ends = numbers(out, pairs.ends.iter().map(|end| end.to_le_bytes()))?;
    about.parts.pair_order = numbers(out, pairs.sorted.iter().map(|pair| pair.to_le_bytes()))?;
    Ok(())
}

/// For every tag of the dictionary the features that have it, as steps from one to the next.
struct Lists {
    steps: Vec<Vec<u8>>,
    last: Vec<u32>,
    counts: Vec<u32>,
    names: Vec<(u64, u32)>,
}

impl Lists {
    /// The one after the last pair is of the features with a tag that is not in the dictionary.
    fn new(pairs: usize) -> Self {
        Self {
            steps: vec![Vec::new(); pairs + 1],
            last: vec![0; pairs + 1],
            counts: vec![0; pairs + 1],
            names: Vec::new(),
        }
    }

    fn add(&mut self, number: u32, bytes: &[u8], pairs: &Pairs) -> io::Result<()> {
        let record =
            Record::read(bytes).ok_or_else(|| io::Error::other("a feature was lost on the way"))?;
        let mut spelt = false;
        for tag in &record.tags {
            match *tag {
                Written::Pair(pair) => self.step(pair as usize, number),
                Written::Spelt(..) => spelt = true,
                Written::Free(..) => {}
            }
            if !matches!(tag, Written::Pair(_)) {
                let (key, value) = tag.text(pairs);
                if tags::is_name(key) {
                    let hashes = value.split(';').map(|name| (name_hash(name), number));
                    self.names.extend(hashes);
                }
            }
        }
        if spelt {
            self.step(pairs.len(), number);
        }
        Ok(())
    }

    fn step(&mut self, list: usize, number: u32) {
        // A tag twice in one feature is one.
        if self.counts[list] > 0 && self.last[list] == number {
            return;
        }
        put_number(&mut self.steps[list], u64::from(number - self.last[list]));
        self.last[list] = number;
        self.counts[list] += 1;
    }

    fn write(mut self, out: &mut PageWriter, about: &mut About) -> io::Result<()> {
        let mut heads = Vec::with_capacity(self.steps.len() * 12);
        about.parts.lists = part(out, |out| {
            let mut at = 0u64;
            for (steps, count) in self.steps.iter().zip(&self.counts) {
                heads.extend_from_slice(&at.to_le_bytes());
                heads.extend_from_slice(&count.to_le_bytes());
                at += steps.len() as u64;
                out.write(steps)?;
            }
            Ok(())
        })?;
        about.parts.list_heads = part(out, |out| out.write(&heads))?;
        self.names.sort_unstable();
        self.names.dedup();
        about.parts.names = numbers(
            out,
            self.names.iter().map(|(hash, number)| {
                let mut bytes = [0; 12];
                bytes[..8].copy_from_slice(&hash.to_le_bytes());
                bytes[8..].copy_from_slice(&number.to_le_bytes());
                bytes
            }),
        )?;
        Ok(())
    }
}
