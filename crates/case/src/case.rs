//! A case as one reads it. Reading takes no lock and goes on while another process writes.
//!
//! Ground comes from the index as far as that has been built and from the ledger after that, so a
//! missing index hides no item and no ruling.

mod create;
mod find;
mod media;
mod tail;

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bearings_model::{Acquisition, Claim, Document, ItemId, Reading, Ruling, Zone};
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use self::tail::Tail;
use crate::blobs::Blobs;
use crate::ground::{acquisitions_of, add_items, rulings_in};
use crate::index::Index;
use crate::ledger::{self, Body, Position};
use crate::{
    CaseError, ClaimLine, DocumentLine, Found, IndexState, KeptItem, LedgerError, Signer, Writer,
};

#[derive(Debug)]
pub struct Case {
    folder: PathBuf,
    name: String,
    zone: Zone,
    key: String,
    blobs: Blobs,
    index: RefCell<Result<Index, String>>,
    tail: RefCell<Arc<Tail>>,
}

impl Case {
    /// Makes a case in `folder`, which must be empty or not there. `by` is the author's name.
    pub fn create(
        folder: &Path,
        name: &str,
        zone: &Zone,
        signer: &Signer,
        by: &str,
        at: Timestamp,
    ) -> Result<Self, CaseError> {
        create::lay_down(folder, name, zone, signer, by, at)?;
        let case = Self::open(folder)?;
        drop(case.write(signer, by)?);
        Ok(case)
    }

    /// Opens a case to read. Costs the same however large the case is, as long as the index fits
    /// the ledger; otherwise the ledger is read through.
    pub fn open(folder: &Path) -> Result<Self, CaseError> {
        // The index refuses every link in its path, so those above the case are resolved here.
        let folder = folder.canonicalize().map_err(|source| CaseError::Folder {
            what: "open",
            folder: folder.to_owned(),
            source,
        })?;
        let first = ledger::first_entry(&folder)?;
        let Body::Created { name, zone } = first.body else {
            return Err(LedgerError::NoLedger { folder }.into());
        };
        let case = Self {
            blobs: Blobs::of(&folder),
            index: RefCell::new(Index::open_to_read(&folder)),
            tail: RefCell::new(Arc::new(Tail::unread())),
            key: first.key,
            folder,
            name,
            zone,
        };
        case.view(|_, _| Ok(()))?;
        Ok(case)
    }

    pub fn folder(&self) -> &Path {
        &self.folder
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// The public key the case was made with, 64 hexadecimal digits.
    pub fn key(&self) -> &str {
        &self.key
    }

    /// Takes the case's lock and opens it to write. `by` is the author's name.
    pub fn write(&self, signer: &Signer, by: &str) -> Result<Writer, CaseError> {
        Writer::open(self, signer, by)
    }

    /// What the person should know about the case as it was found, one sentence each: an
    /// unfinished line, entries that are not sound.
    pub fn notices(&self) -> Vec<String> {
        match self.view(|_, tail| Ok(tail.notices.clone())) {
            Ok(notices) => notices,
            Err(error) => vec![error.to_string()],
        }
    }

    /// The end of the ledger: how many entries, and the hash that stands for all of them.
    pub fn head(&self) -> Result<Position, CaseError> {
        self.view(|_, tail| Ok(tail.end.clone()))
    }

    pub fn index_state(&self) -> Result<IndexState, CaseError> {
        self.with_index(Index::state, |why| IndexState::NeedsRebuild {
            why: why.to_owned(),
        })
    }

    /// All items in the order in which they first came in.
    pub fn items(&self) -> Result<Vec<KeptItem>, CaseError> {
        self.view(|index, tail| {
            let mut items = index.map_or(Ok(Vec::new()), Index::items)?;
            add_items(&mut items, &tail.entries);
            Ok(items)
        })
    }

    /// Every way in which the item came in, oldest first.
    pub fn acquisitions(&self, item: &ItemId) -> Result<Vec<Acquisition>, CaseError> {
        self.view(|index, tail| {
            let mut all = index.map_or(Ok(Vec::new()), |index| index.acquisitions(item))?;
            all.extend(acquisitions_of(item, &tail.entries));
            Ok(all)
        })
    }

    /// The item's bytes, checked against its hash.
    pub fn bytes(&self, item: &ItemId) -> Result<Vec<u8>, CaseError> {
        Ok(self.blobs.read(item)?)
    }

    /// All rulings, oldest first.
    pub fn rulings(&self) -> Result<Vec<Ruling>, CaseError> {
        self.view(|index, tail| {
            let mut rulings = index.map_or(Ok(Vec::new()), Index::rulings)?;
            rulings.extend(rulings_in(&tail.entries));
            Ok(rulings)
        })
    }

    /// The item's text, `None` while it has not been read.
    pub fn document(&self, item: &ItemId) -> Result<Option<Document>, CaseError> {
        self.with_index(|index| index.document(item), |_| None)
    }

    pub fn document_lines(&self) -> Result<Vec<DocumentLine>, CaseError> {
        self.with_index(Index::document_lines, |_| Vec::new())
    }

    /// All that was read out of the item, `None` while it has not been read.
    pub fn reading(&self, item: &ItemId) -> Result<Option<Reading>, CaseError> {
        self.with_index(|index| index.in_one_view(|| index.reading(item)), |_| None)
    }

    /// Items that have been neither read nor looked at, or only by other versions of the rules.
    pub fn items_not_read_by(
        &self,
        version: &str,
        media_version: &str,
    ) -> Result<Vec<ItemId>, CaseError> {
        self.view(|index, tail| {
            let mut items = Vec::new();
            add_items(&mut items, &tail.entries);
            let mut all = index.map_or(Ok(Vec::new()), |index| {
                index.items_not_read_by(version, media_version)
            })?;
            for kept in items {
                if !index.map_or(Ok(false), |index| index.has_item(kept.id.as_str()))? {
                    all.push(kept.id);
                }
            }
            Ok(all)
        })
    }

    /// All claims, item by item.
    pub fn claims(&self) -> Result<Vec<Claim>, CaseError> {
        self.with_index(Index::all_claims, |_| Vec::new())
    }

    pub fn claims_of(&self, item: &ItemId) -> Result<Vec<Claim>, CaseError> {
        self.with_index(|index| index.claims_of(item), |_| Vec::new())
    }

    pub fn claim_lines(&self) -> Result<Vec<ClaimLine>, CaseError> {
        self.with_index(Index::claim_lines, |_| Vec::new())
    }

    /// How many claims of each kind.
    pub fn counts(&self) -> Result<BTreeMap<String, usize>, CaseError> {
        self.with_index(Index::counts, |_| BTreeMap::new())
    }

    /// Texts that have all these words, best first; a `*` at the end of a word stands for any
    /// ending.
    pub fn search(&self, words: &str) -> Result<Vec<Found>, CaseError> {
        self.with_index(|index| index.search(words), |_| Vec::new())
    }

    /// A derived value, `None` when none was stored under this name by this version.
    pub fn derived<T: DeserializeOwned>(
        &self,
        name: &str,
        version: &str,
    ) -> Result<Option<T>, CaseError> {
        self.with_index(|index| index.derived(name, version), |_| None)
    }

    fn with_index<T>(
        &self,
        read: impl FnOnce(&Index) -> Result<T, crate::IndexError>,
        without: impl FnOnce(&str) -> T,
    ) -> Result<T, CaseError> {
        self.renew_index();
        match &*self.index.borrow() {
            Ok(index) => Ok(read(index)?),
            Err(why) => Ok(without(why)),
        }
    }

    /// Reads index and ledger as they stood at one moment.
    fn view<T>(
        &self,
        read: impl FnOnce(Option<&Index>, &Tail) -> Result<T, CaseError>,
    ) -> Result<T, CaseError> {
        self.renew_index();
        match &*self.index.borrow() {
            Ok(index) => index.in_one_view(|| {
                let tail = self.tail_after(index.position()?)?;
                read(Some(index), &tail)
            }),
            Err(_) => read(None, &*self.tail_after(Position::start())?),
        }
    }

    /// A writer may have made the index, or made it anew, since it was last looked for.
    fn renew_index(&self) {
        let current = matches!(&*self.index.borrow(), Ok(index) if index.is_current());
        if !current {
            *self.index.borrow_mut() = Index::open_to_read(&self.folder);
        }
    }

    fn tail_after(&self, from: Position) -> Result<Arc<Tail>, CaseError> {
        let known = Arc::clone(&self.tail.borrow());
        let tail = Tail::after(from, &self.folder, &self.key, known)?;
        *self.tail.borrow_mut() = Arc::clone(&tail);
        Ok(tail)
    }
}
