//! The one writer of a case. What it has acknowledged survives a kill at any instant: blobs are
//! durable before the ledger speaks of them, and the ledger is before a call returns.

mod arrival;
mod level;

use std::collections::HashSet;
use std::path::PathBuf;

use bearings_model::{Acquisition, Decision, Document, ItemId, Reading, Ruling, RulingId, Target};
use jiff::Timestamp;
use serde::Serialize;

pub use self::arrival::{Arrival, Kept, Outcome};
use self::arrival::{Batch, check_size};
use self::level::{catch_up, ready_index};
use crate::blobs::Blobs;
use crate::digest::sha256_hex;
use crate::disk::{Disk, RealDisk};
use crate::index::{Index, KeptLikeness, KeptMedia};
use crate::ledger::{Body, LedgerFile, NewEntry, sound_id};
use crate::lock::Lock;
use crate::{BlobError, Case, CaseError, Signer};

/// Holds the case's lock for as long as it lives.
#[derive(Debug)]
pub struct Writer {
    folder: PathBuf,
    signer: Signer,
    by: String,
    disk: Box<dyn Disk>,
    ledger: LedgerFile,
    blobs: Blobs,
    index: Index,
    /// Items the index could not take in; it catches up when the case is next opened to write.
    unmirrored: HashSet<ItemId>,
    notices: Vec<String>,
    _lock: Lock,
}

impl Writer {
    pub(crate) fn open(case: &Case, signer: &Signer, by: &str) -> Result<Self, CaseError> {
        Self::open_on(Box::new(RealDisk), case, signer, by)
    }

    pub(crate) fn open_on(
        disk: Box<dyn Disk>,
        case: &Case,
        signer: &Signer,
        by: &str,
    ) -> Result<Self, CaseError> {
        let folder = case.folder();
        let lock = Lock::take(folder)?;
        check_key(case, signer)?;
        let (index, end, mut notices) = ready_index(folder, case.key())?;
        let (ledger, torn) = LedgerFile::open(disk.as_ref(), folder, end)?;
        notices.extend(torn);
        let blobs = Blobs::of(folder);
        blobs.prepare().map_err(|source| CaseError::Folder {
            what: "write to",
            folder: blobs.folder().to_owned(),
            source,
        })?;
        Ok(Self {
            folder: folder.to_owned(),
            signer: signer.clone(),
            by: by.to_owned(),
            disk,
            ledger,
            blobs,
            index,
            unmirrored: HashSet::new(),
            notices,
            _lock: lock,
        })
    }

    /// What was found and done while opening and writing, one sentence each.
    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// Keeps one item. When it returns, the item and how it came are durable.
    pub fn keep(&mut self, bytes: &[u8], acquisition: Acquisition) -> Result<Kept, CaseError> {
        let mut kept = self.keep_many(vec![Arrival { bytes, acquisition }])?;
        kept.pop().expect("one arrival has one outcome")
    }

    /// Keeps several items with the syncs of one. When it returns, every `Ok` in it is durable; an
    /// `Err` inside is about that one item, one outside about the whole batch.
    pub fn keep_many(&mut self, arrivals: Vec<Arrival<'_>>) -> Result<Vec<Outcome>, CaseError> {
        let mut batch = Batch::default();
        let staged: Vec<Result<usize, CaseError>> = arrivals
            .into_iter()
            .map(|arrival| self.stage(&mut batch, arrival))
            .collect();
        self.blobs.settle(self.disk.as_ref(), &batch.staged)?;
        self.record(&batch.entries)?;
        Ok(staged
            .into_iter()
            .map(|at| Ok(batch.kept[at?].clone()))
            .collect())
    }

    /// Records a decision. When it returns, the ruling is durable.
    pub fn rule(
        &mut self,
        target: Target,
        decision: Decision,
        why: &str,
        at: Timestamp,
    ) -> Result<Ruling, CaseError> {
        let id = RulingId(format!("r-{}", self.ledger.end().entries));
        let why = why.to_owned();
        let ruling = Ruling {
            id,
            at,
            by: self.by.clone(),
            target,
            decision,
            why,
        };
        self.record(&[(at, Body::Ruled(Box::new(ruling.clone())))])?;
        Ok(ruling)
    }

    /// Stores what was read out of an item, in place of what was read before. `version` names the
    /// rules that read it.
    pub fn store(
        &mut self,
        document: &Document,
        reading: &Reading,
        version: &str,
    ) -> Result<(), CaseError> {
        Ok(self.index.store(document, reading, version)?)
    }

    /// Stores what was found of a picture, a film or a recording, in place of what was found
    /// before: its print, and what it has in common with others.
    pub fn store_media(
        &mut self,
        media: &KeptMedia,
        print: &[u8],
        likenesses: &[KeptLikeness],
        version: &str,
    ) -> Result<(), CaseError> {
        Ok(self.index.store_media(media, print, likenesses, version)?)
    }

    /// Stores pictures for people made from an item, by name.
    pub fn store_pictures(
        &mut self,
        item: &ItemId,
        pictures: &[(&str, Vec<u8>)],
    ) -> Result<(), CaseError> {
        Ok(self.index.store_pictures(item.as_str(), pictures)?)
    }

    /// Stores a value derived from more than one item.
    pub fn store_derived(
        &mut self,
        name: &str,
        version: &str,
        value: &impl Serialize,
    ) -> Result<(), CaseError> {
        Ok(self.index.store_derived(name, version, value)?)
    }

    /// Throws away all that is derived, to make it again. Until [`Writer::finish_rebuild`] the
    /// case says that a rebuild is needed.
    pub fn clear_derived(&mut self) -> Result<(), CaseError> {
        const WHY: &str = "a rebuild was begun and not finished";
        if self.index.is_sound() && self.index.clear_derived(WHY).is_ok() {
            return Ok(());
        }
        self.index.abandon();
        self.index = Index::make(&self.folder, WHY)?;
        self.catch_up()
    }

    /// Says that all that is derived has been made again.
    pub fn finish_rebuild(&mut self) -> Result<(), CaseError> {
        Ok(self.index.set_rebuild_reason(None)?)
    }

    fn catch_up(&mut self) -> Result<(), CaseError> {
        catch_up(&self.folder, &self.signer.public_key(), &mut self.index)?;
        self.unmirrored.clear();
        Ok(())
    }

    fn stage(&self, batch: &mut Batch, arrival: Arrival<'_>) -> Result<usize, CaseError> {
        let Arrival { bytes, acquisition } = arrival;
        check_size(bytes, &acquisition)?;
        let hex = sha256_hex(bytes);
        let id = sound_id(&hex).ok_or(BlobError::NoHash { name: hex })?;
        let first_here = !batch.ids.contains(&id);
        let staged = match first_here {
            true => self.blobs.stage(self.disk.as_ref(), &id, bytes)?,
            false => None,
        };
        batch.ids.insert(id.clone());
        // Where the index cannot answer, bytes that had to be written count as new.
        let known = self.has(&id).unwrap_or(staged.is_none());
        batch.staged.extend(staged);
        let entry = self.ledger.end().entries + batch.kept.len() as u64;
        batch.kept.push(Kept {
            id: id.clone(),
            new: first_here && !known,
            entry,
        });
        let at = acquisition.at;
        let (size, acquisition) = (bytes.len() as u64, Box::new(acquisition));
        batch.entries.push((
            at,
            Body::Added {
                item: id,
                size,
                acquisition,
            },
        ));
        Ok(batch.kept.len() - 1)
    }

    fn has(&self, id: &ItemId) -> Result<bool, CaseError> {
        Ok(self.unmirrored.contains(id) || self.index.has_item(id.as_str())?)
    }

    /// The ledger first. An index that cannot follow is no reason to deny what is now durable.
    fn record(&mut self, entries: &[(Timestamp, Body)]) -> Result<(), CaseError> {
        if entries.is_empty() {
            return Ok(());
        }
        let new: Vec<NewEntry<'_>> = entries
            .iter()
            .map(|(at, body)| NewEntry {
                at: *at,
                by: &self.by,
                body,
            })
            .collect();
        let first = self.ledger.end().entries;
        self.ledger.append(self.disk.as_ref(), &self.signer, &new)?;
        let level = self.index.position().is_ok_and(|at| at.entries == first);
        let mirrored = if level {
            let bodies = (first..).zip(entries.iter().map(|(_, body)| body));
            self.index
                .mirror(bodies, self.ledger.end())
                .map_err(CaseError::from)
        } else {
            self.catch_up()
        };
        if let Err(error) = mirrored {
            self.notices
                .push(format!("kept, but the index could not follow: {error}"));
            self.unmirrored
                .extend(entries.iter().filter_map(|(_, body)| item_of(body)));
        }
        Ok(())
    }
}

fn check_key(case: &Case, signer: &Signer) -> Result<(), CaseError> {
    let (owner, yours) = (case.key().to_owned(), signer.public_key());
    if owner == yours {
        Ok(())
    } else {
        Err(CaseError::ForeignKey { owner, yours })
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.index.gather();
    }
}

fn item_of(body: &Body) -> Option<ItemId> {
    match body {
        Body::Added { item, .. } => Some(item.clone()),
        _ => None,
    }
}
