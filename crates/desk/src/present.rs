//! The case as it stands now: read, weighed and laid out once, and again when the case changed.
//!
//! Never writes. What another process adds or rules shows with the next page.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use bearings_case::{Case, CaseError, KeptItem, Position};
use bearings_locate::KnownPlaces;
use bearings_model::{Acquisition, Claim, Document, Gazetteer, ItemId, MediaLink, Reading};
use bearings_pipeline::{
    MEDIA_VERSION, PipelineError, Workshop, build_account, read_bytes, version,
};
use bearings_publish::{MapScript, PublishError};
use bearings_weigh::Weighed;

use crate::DeskError;

/// Opens the case once and remembers what was made of it last.
#[derive(Debug)]
pub(crate) struct Desk {
    /// One at a time: whoever comes while the account is being built waits for that one.
    inner: Mutex<Inner>,
    gazetteer: Arc<KnownPlaces>,
    script: Option<MapScript<'static>>,
}

#[derive(Debug)]
struct Inner {
    case: Case,
    last: Option<Arc<Present>>,
}

/// All that the pages show, as it stood at one entry of the ledger.
#[derive(Debug)]
pub(crate) struct Present {
    pub name: String,
    stamp: Stamp,
    pub items: Vec<KeptItem>,
    pub workshop: Workshop,
    pub weighed: Weighed,
    /// The account's files by path, or why there is none, one sentence each.
    pub account: Result<BTreeMap<String, Bytes>, Vec<String>>,
    /// What the case says about itself as it was found.
    pub notices: Vec<String>,
    /// Where each claim stands: the item's place in the workshop, the claim's in its reading.
    by_id: HashMap<String, (usize, usize)>,
}

/// What everything shown depends on: the ground, and which of it has been read by these rules.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Stamp {
    head: Position,
    unread: Vec<ItemId>,
}

impl Desk {
    pub fn open(
        folder: &Path,
        gazetteer: Arc<KnownPlaces>,
        script: Option<MapScript<'static>>,
    ) -> Result<Self, DeskError> {
        let inner = Inner {
            case: Case::open(folder)?,
            last: None,
        };
        Ok(Self {
            inner: Mutex::new(inner),
            gazetteer,
            script,
        })
    }

    /// The case as it stands now; builds it when something changed. May take seconds.
    pub fn present(&self) -> Result<Arc<Present>, PipelineError> {
        let mut inner = self.inner();
        let stamp = Stamp::of(&inner.case, &*self.gazetteer)?;
        if let Some(last) = inner.last.as_ref().filter(|last| last.stamp == stamp) {
            return Ok(Arc::clone(last));
        }
        let present = Arc::new(Present::build(
            stamp,
            &inner.case,
            &*self.gazetteer,
            self.script,
        )?);
        inner.last = Some(Arc::clone(&present));
        Ok(present)
    }

    pub fn bytes(&self, item: &ItemId) -> Result<Vec<u8>, CaseError> {
        self.inner().case.bytes(item)
    }

    /// A picture for people made from the item.
    pub fn picture(&self, item: &ItemId, name: &str) -> Result<Option<Vec<u8>>, CaseError> {
        self.inner().case.picture(item, name)
    }

    /// What two files have in common, both side by side.
    pub fn sides(&self, link: &MediaLink) -> Result<Option<Vec<u8>>, PipelineError> {
        bearings_pipeline::sides_of(&self.inner().case, link)
    }

    /// Every way in which the item came in, oldest first.
    pub fn acquisitions(&self, item: &ItemId) -> Result<Vec<Acquisition>, CaseError> {
        self.inner().case.acquisitions(item)
    }

    /// What intake took for page furniture, or why the bytes give no text: worked out again,
    /// since only the text is kept.
    pub fn removed(&self, kept: &KeptItem) -> Result<Vec<RemovedLine>, PipelineError> {
        let (bytes, zone) = {
            let inner = self.inner();
            (inner.case.bytes(&kept.id)?, inner.case.zone().clone())
        };
        let (extracted, _) = read_bytes(&bytes, &kept.acquisition, &zone, &*self.gazetteer)?;
        let lines = extracted.removed.lines.into_iter();
        Ok(lines
            .map(|line| RemovedLine {
                number: line.number,
                text: line.text,
                rule: line.rule,
            })
            .collect())
    }

    /// A build that panicked left nothing half made behind: what was made last is still whole.
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A line that intake left out of the text, and by which rule.
#[derive(Debug)]
pub(crate) struct RemovedLine {
    pub number: usize,
    pub text: String,
    pub rule: &'static str,
}

impl Stamp {
    fn of(case: &Case, gazetteer: &dyn Gazetteer) -> Result<Self, CaseError> {
        Ok(Self {
            head: case.head()?,
            unread: case.items_not_read_by(&version(gazetteer), MEDIA_VERSION)?,
        })
    }
}

impl Present {
    fn build(
        stamp: Stamp,
        case: &Case,
        gazetteer: &dyn Gazetteer,
        script: Option<MapScript<'_>>,
    ) -> Result<Self, PipelineError> {
        let workshop = Workshop::load(case, gazetteer)?;
        let (weighed, account) = match build_account(&workshop, script) {
            Ok(built) => {
                let files = built
                    .pages
                    .into_iter()
                    .map(|page| (page.path, Bytes::from(page.bytes)));
                (built.weighed, Ok(files.collect()))
            }
            Err(error) => (workshop.weigh(), Err(faults(error))),
        };
        Ok(Self {
            name: case.name().to_owned(),
            items: case.items()?,
            notices: case.notices(),
            by_id: places_of_claims(&workshop),
            stamp,
            workshop,
            weighed,
            account,
        })
    }

    pub fn head(&self) -> &Position {
        &self.stamp.head
    }

    /// Kept, but not read by this version of the rules; what an older version read is shown.
    pub fn unread(&self) -> &[ItemId] {
        &self.stamp.unread
    }

    pub fn text(&self, item: &ItemId) -> Option<(&Document, &Reading)> {
        self.workshop
            .item(item)
            .map(|(_, document, reading)| (document, reading))
    }

    /// The claim with the document it stands in, while it is still read.
    pub fn claim(&self, id: &str) -> Option<(&Document, &Claim)> {
        let (item, claim) = *self.by_id.get(id)?;
        let (_, document, reading) = self.workshop.items.get(item)?;
        Some((document, reading.claims.get(claim)?))
    }
}

fn places_of_claims(workshop: &Workshop) -> HashMap<String, (usize, usize)> {
    let mut places = HashMap::new();
    for (item, (_, _, reading)) in workshop.items.iter().enumerate() {
        for (at, claim) in reading.claims.iter().enumerate() {
            places.insert(claim.id.as_str().to_owned(), (item, at));
        }
    }
    places
}

fn faults(error: PipelineError) -> Vec<String> {
    match error {
        PipelineError::Publish(PublishError::Refused(faults)) => {
            faults.iter().map(ToString::to_string).collect()
        }
        other => vec![other.to_string()],
    }
}
