//! The one place that shows the order of work: intake, read, match, order, weigh, publish.

use std::collections::HashMap;

use bearings_case::{Case, KeptMedia, Writer};
use bearings_intake::{Defaults, Extracted, IntakeError, Unreadable};
use bearings_media::{Darkroom, Transcriber};
use bearings_model::{
    Acquisition, Channel, CopyLink, Document, Gazetteer, ItemId, MediaLink, Reading, Ruling,
    Sequence, Span, SpeechLink, Zone,
};
use bearings_publish::{BaseMap, MapScript, Page, Source};
use bearings_weigh::{Material, MaterialItem, Weighed};

use jiff::Timestamp;

use crate::footage_case::{MEDIA_VERSION, MediaItem, Prints, derive, linked};
use crate::{PipelineError, amend, sequence};

/// Reports how far a long piece of work has come: done, of how many, and on what.
pub type Progress<'p> = &'p mut dyn FnMut(usize, usize, &str);

/// The version of everything derived: a reading of another version, or made with other places,
/// is made again.
pub fn version(gazetteer: &dyn Gazetteer) -> String {
    let version = format!("{}/{}", bearings_read::VERSION, env!("CARGO_PKG_VERSION"));
    match gazetteer.edition() {
        edition if edition.is_empty() => version,
        edition => format!("{version}+{edition}"),
    }
}

/// Reads one item's bytes: intake, then the reader.
pub fn read_bytes(
    bytes: &[u8],
    acquisition: &Acquisition,
    zone: &Zone,
    gazetteer: &dyn Gazetteer,
) -> Result<(Extracted, Reading), IntakeError> {
    // What is derived depends on the ground alone, so "today" is the day the item came in.
    let today = acquisition.at.to_zoned(jiff::tz::TimeZone::UTC).date();
    let defaults = Defaults {
        zone: zone.clone(),
        today,
    };
    let extracted = bearings_intake::extract(bytes, acquisition, &defaults)?;
    let reading = bearings_read::read(&extracted.document, gazetteer);
    Ok((extracted, reading))
}

/// What the work needs from the person's machine.
#[derive(Clone, Copy)]
pub struct Instruments<'i> {
    pub gazetteer: &'i dyn Gazetteer,
    /// Where pictures and sound are decoded; without one they are kept and not looked at.
    pub room: Option<&'i Darkroom>,
    /// Writes speech down: a command of the person's own.
    pub transcriber: Option<&'i Transcriber>,
    pub now: Timestamp,
}

impl std::fmt::Debug for Instruments<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Instruments")
            .field("room", &self.room.is_some())
            .finish_non_exhaustive()
    }
}

/// What reading a case's items gave.
#[derive(Debug, Default)]
pub struct ReadReport {
    pub read: usize,
    /// Of these, pictures, films and recordings that decoders were let at.
    pub looked: usize,
    /// One sentence for each item that gave no text; the item is kept all the same.
    pub problems: Vec<String>,
}

/// Everything that is derived from a case, made in memory.
#[derive(Debug)]
pub struct Workshop {
    pub title: String,
    pub zone: Zone,
    pub items: Vec<(Acquisition, Document, Reading)>,
    pub rulings: Vec<Ruling>,
    pub copies: Vec<CopyLink>,
    /// Pictures, films and recordings, and what they have in common.
    pub media: Vec<MediaItem>,
    pub media_links: Vec<MediaLink>,
    /// What can be one statement of one speaker in two texts.
    pub speech: Vec<SpeechLink>,
    pub sequences: Vec<Sequence>,
    /// Rulings whose claim is no longer read as it was: shown, never dropped.
    pub orphaned: Vec<Ruling>,
    /// Amendments that could not be applied, one sentence each.
    pub problems: Vec<String>,
}

impl Workshop {
    /// Reads what this version has not read yet, and `again`, and stores it.
    pub fn read_items(
        case: &Case,
        writer: &mut Writer,
        with: Instruments,
        again: &[ItemId],
        progress: Progress,
    ) -> Result<ReadReport, PipelineError> {
        let version = version(with.gazetteer);
        let mut waiting = case.items_not_read_by(&version, MEDIA_VERSION)?;
        let known: Vec<ItemId> = again
            .iter()
            .filter(|id| !waiting.contains(id))
            .cloned()
            .collect();
        waiting.extend(known);
        let mut report = ReadReport::default();
        let mut prints = Prints::default();
        let mut done = 0;
        // What is derived from an item joins the line behind it.
        while let Some(id) = waiting.get(done).cloned() {
            let id = &id;
            let all = case.acquisitions(id)?;
            let Some(first) = all.first().cloned() else {
                done += 1;
                continue;
            };
            progress(done, waiting.len(), &first.from);
            done += 1;
            let acquisition = said_last(first, all);
            let bytes = case.bytes(id).map_err(|error| error.to_string());
            if let Some(room) = with.room
                && bytes.as_deref().is_ok_and(is_no_text)
            {
                // The decoders read the file itself; a long film need not stand in memory beside them.
                drop(bytes);
                let taken = prints.take_in(case, writer, room, id)?;
                let mut problems = taken.problems.clone();
                problems.extend(derive(
                    case,
                    writer,
                    with,
                    id,
                    &acquisition,
                    &taken,
                    &mut waiting,
                )?);
                report.read += 1;
                report.looked += 1;
                let named = |problem| format!("{}: {problem}", acquisition.from);
                report.problems.extend(problems.into_iter().map(named));
                continue;
            }
            let read = bytes.and_then(|bytes| {
                let read = read_bytes(&bytes, &acquisition, case.zone(), with.gazetteer);
                read.map_err(|error| error.to_string())
            });
            match read {
                Ok((extracted, reading)) => {
                    writer.store(&extracted.document, &reading, &version)?;
                    report.read += 1;
                    report.problems.extend(told(&extracted.document, &reading));
                }
                Err(problem) => report.problems.push(problem),
            }
        }
        progress(waiting.len(), waiting.len(), "");
        writer.finish_rebuild()?;
        Ok(report)
    }

    /// Loads what is stored and links it.
    pub fn load(case: &Case, gazetteer: &dyn Gazetteer) -> Result<Self, PipelineError> {
        let rulings = case.rulings()?;
        let mut items = Vec::new();
        let mut found: HashMap<ItemId, KeptMedia> = HashMap::new();
        found.extend(
            case.media()?
                .into_iter()
                .map(|media| (media.item.clone(), media)),
        );
        let mut media = Vec::new();
        for kept in case.items()? {
            if let Some(found) = found.remove(&kept.id) {
                let acquisition = said_last(kept.acquisition, case.acquisitions(&kept.id)?);
                media.push(MediaItem {
                    acquisition,
                    media: found,
                });
                continue;
            }
            let (Some(document), Some(reading)) =
                (case.document(&kept.id)?, case.reading(&kept.id)?)
            else {
                continue;
            };
            items.push((kept.acquisition, document, reading));
        }
        let media_links = linked(&media, case.likenesses()?, &rulings);
        let workshop = Self::of(
            case.name().to_owned(),
            case.zone().clone(),
            items,
            rulings,
            gazetteer,
        );
        Ok(Self {
            media,
            media_links,
            ..workshop
        })
    }

    /// Links items that were read: amendments first, then copies and orders.
    pub fn of(
        title: String,
        zone: Zone,
        mut items: Vec<(Acquisition, Document, Reading)>,
        rulings: Vec<Ruling>,
        gazetteer: &dyn Gazetteer,
    ) -> Self {
        let problems = amend::apply(&mut items, &rulings, gazetteer);
        let copies = bearings_match::copies_of(&texts(&items));
        let speech = bearings_match::speech_copies(&statements(&items));
        let sequences = items
            .iter()
            .filter_map(|(_, document, reading)| sequence::sequence(&document.item, reading))
            .collect();
        let orphaned = amend::orphaned(&items, &rulings);
        Self {
            title,
            zone,
            items,
            rulings,
            copies,
            speech,
            sequences,
            orphaned,
            problems,
            media: Vec::new(),
            media_links: Vec::new(),
        }
    }

    pub fn weigh(&self) -> Weighed {
        let items = self
            .items
            .iter()
            .map(|(acquisition, document, reading)| MaterialItem {
                document,
                reading,
                acquired: acquired(acquisition),
                made_from: acquisition.derived_from.as_ref(),
            })
            .collect();
        bearings_weigh::weigh(&Material {
            title: &self.title,
            zone: self.zone.name(),
            items,
            copies: &self.copies,
            speech: &self.speech,
            media: self.media.iter().map(MediaItem::shown).collect(),
            media_links: &self.media_links,
            rulings: &self.rulings,
            sequences: &self.sequences,
        })
    }

    pub fn item(&self, id: &ItemId) -> Option<&(Acquisition, Document, Reading)> {
        self.items
            .iter()
            .find(|(_, document, _)| document.item == *id)
    }
}

/// Every text with the agency it credits and the speech its reader found.
fn texts(items: &[(Acquisition, Document, Reading)]) -> Vec<bearings_match::Text<'_>> {
    let texts = items.iter().map(|(_, document, reading)| {
        let direct = reading.quotes.iter().filter(|quote| quote.direct);
        bearings_match::Text {
            document,
            credit: credit(reading),
            quoted: direct.map(|quote| quote.span).collect(),
        }
    });
    texts.collect()
}

/// The agency whose words all of the text is: the first step of a chain, with no cue of its own.
fn credit(reading: &Reading) -> Option<String> {
    let chain = &reading.claims.first()?.chain;
    let step = chain.links().nth(1)?;
    let agency = step.channel == Some(Channel::NewsAgency) && step.cue.is_none();
    agency.then(|| step.source.clone())
}

/// Every claim with what it stands in.
fn statements(items: &[(Acquisition, Document, Reading)]) -> Vec<bearings_match::Speech<'_>> {
    let claims = items.iter().flat_map(|(_, document, reading)| {
        reading
            .claims
            .iter()
            .map(move |claim| bearings_match::Speech {
                claim,
                reading,
                document,
            })
    });
    claims.collect()
}

/// What people said about an item, the last word on each thing: a date given later counts.
fn said_last(mut first: Acquisition, all: Vec<Acquisition>) -> Acquisition {
    for later in all {
        first.published = later.published.or(first.published);
        first.source = later.source.or(first.source);
        first.lang = later.lang.or(first.lang);
        first.zone = later.zone.or(first.zone);
        first.shows = later.shows.or(first.shows);
        first.plain |= later.plain;
    }
    first
}

/// Whether an item's own bytes say that it is no text.
fn is_no_text(bytes: &[u8]) -> bool {
    let kind = bearings_intake::kind(bytes, "", None);
    matches!(kind, Err(Unreadable::Binary(_)))
}

/// The problems of a text that was read, each with the text's name.
fn told(document: &Document, reading: &Reading) -> Vec<String> {
    let problems = document.problems.iter().chain(&reading.problems);
    problems
        .map(|problem| format!("{}: {problem}", document.outlet))
        .collect()
}

/// How a text came in, for a page that anyone may read: a file's name is the desk's own business
/// and may say where someone is.
fn acquired(acquisition: &Acquisition) -> String {
    let day = acquisition.at.strftime("%Y-%m-%d %H:%M UTC");
    let how = match acquisition.method.as_str() {
        "fetch" => format!("fetched from {}", acquisition.from),
        _ => "added as a file".to_owned(),
    };
    format!("{how} on {day} by {}", acquisition.by)
}

/// An account as pages, with what stays out of it.
#[derive(Debug)]
pub struct Built {
    pub pages: Vec<Page>,
    pub weighed: Weighed,
}

/// Weighs and lays out; fails on what is unsupported, too firm or restricted.
pub fn build_account(
    workshop: &Workshop,
    script: Option<MapScript>,
) -> Result<Built, PipelineError> {
    let weighed = workshop.weigh();
    let sources: Vec<Source> = workshop
        .items
        .iter()
        .map(|(_, document, _)| Source {
            document,
            restricted: restricted(&weighed, &document.item),
        })
        .collect();
    let base = BaseMap::embedded()?;
    let pages = bearings_publish::build(&weighed.account, &sources, &base, script)?;
    Ok(Built { pages, weighed })
}

/// The spans of an item that stay out.
fn restricted(weighed: &Weighed, item: &ItemId) -> Vec<Span> {
    let held = weighed
        .withheld
        .iter()
        .filter(|held| held.excerpt.item() == item);
    held.map(|held| held.excerpt.span()).collect()
}
