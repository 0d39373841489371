//! A case's pictures, films and recordings: looked at when they come in, each laid beside those
//! that are there, and linked in the order of time.

use std::collections::BTreeMap;
use std::sync::Arc;

use bearings_case::{Case, KeptLikeness, KeptMedia, Writer};
use bearings_match::media::{MediaPrint, MediaSearch, in_words};
use bearings_media::Darkroom;
use bearings_model::{
    Acquisition, Decision, ItemId, Likeness, LikenessKind, MediaFacts, MediaKind, MediaLink, Old,
    Ruling, Target,
};
use bearings_weigh::MaterialMedia;
use jiff::civil::Date;

use crate::amend::is_withdrawn;
use crate::{Instruments, PipelineError, look_closely};

/// The version of what is found in pictures and sound, and of the form it is kept in.
pub const MEDIA_VERSION: &str = "media/3";

/// The prints of a case, read once for a round of additions.
#[derive(Debug, Default)]
pub(crate) struct Prints {
    search: MediaSearch,
    items: Vec<ItemId>,
    loaded: bool,
}

impl Prints {
    /// Looks at one item and lays it beside all others; what cannot be decoded is kept with the
    /// reason, so that it is not tried again by this version.
    pub fn take_in(
        &mut self,
        case: &Case,
        writer: &mut Writer,
        room: &Darkroom,
        item: &ItemId,
    ) -> Result<Taken, PipelineError> {
        self.load(case, item)?;
        let mut letters = Vec::new();
        let mut media = KeptMedia {
            item: item.clone(),
            facts: None,
            problems: Vec::new(),
        };
        match look_closely(room, &case.file(item)?) {
            Ok(looked) => {
                media.facts = Some(looked.facts);
                media.problems = looked.problems;
                letters = looked.letters;
                let links = self.beside(item, &looked.print);
                writer.store_media(&media, &looked.print.to_bytes(), &links, MEDIA_VERSION)?;
                writer.store_pictures(item, &looked.pictures)?;
                self.search.insert(Arc::new(looked.print));
                self.items.push(item.clone());
            }
            Err(error) => {
                media.problems.push(error.to_string());
                writer.store_media(&media, &[], &[], MEDIA_VERSION)?;
            }
        }
        Ok(Taken {
            facts: media.facts,
            letters,
            problems: media.problems,
        })
    }

    /// All prints but that of the item that is looked at anew.
    fn load(&mut self, case: &Case, item: &ItemId) -> Result<(), PipelineError> {
        if self.loaded {
            return Ok(());
        }
        self.loaded = true;
        for (id, bytes) in case.prints()? {
            if let Ok(print) = MediaPrint::from_bytes(&bytes)
                && id != *item
            {
                self.search.insert(Arc::new(print));
                self.items.push(id);
            }
        }
        Ok(())
    }

    fn beside(&self, item: &ItemId, print: &MediaPrint) -> Vec<KeptLikeness> {
        let found = self.search.find(print).into_iter();
        found
            .map(|found| KeptLikeness {
                here: item.clone(),
                there: self.items[found.other as usize].clone(),
                likeness: found.likeness,
            })
            .filter(|kept| kept.here != kept.there)
            .collect()
    }
}

/// What taking one item in gave beside what was stored.
#[derive(Debug)]
pub(crate) struct Taken {
    facts: Option<MediaFacts>,
    letters: Vec<String>,
    pub problems: Vec<String>,
}

/// Keeps the letters and the speech of an item as texts of their own, which are read as any other;
/// what was derived before is not kept twice. Gives what went wrong, one sentence each.
pub(crate) fn derive(
    case: &Case,
    writer: &mut Writer,
    with: Instruments,
    item: &ItemId,
    acquisition: &Acquisition,
    taken: &Taken,
    waiting: &mut Vec<ItemId>,
) -> Result<Vec<String>, PipelineError> {
    let mut problems = Vec::new();
    let mut texts = Vec::new();
    if !taken.letters.is_empty() {
        texts.push(("letters", taken.letters.join("\n\n")));
    }
    let sounds = |facts: &MediaFacts| facts.streams.iter().any(|s| s.kind == MediaKind::Audio);
    if let (Some(room), Some(transcriber), Some(facts)) =
        (with.room, with.transcriber, &taken.facts)
        && sounds(facts)
    {
        match room.transcribe(&case.file(item)?, facts, transcriber) {
            Ok(transcript) => {
                problems.extend(transcript.problems);
                let said: Vec<String> = transcript.said.into_iter().map(|said| said.text).collect();
                texts.push(("speech", said.join("\n")));
            }
            Err(error) => problems.push(error.to_string()),
        }
    }
    for (method, text) in texts
        .into_iter()
        .filter(|(_, text)| !text.trim().is_empty())
    {
        let id = bearings_intake::item_of(text.as_bytes());
        if case.acquisitions(&id)?.is_empty() {
            writer.keep(text.as_bytes(), derived(acquisition, with, item, method))?;
            waiting.push(id);
        }
    }
    Ok(problems)
}

/// How a derived text came in: what was said of the file it was made from holds for it too.
fn derived(of: &Acquisition, with: Instruments, item: &ItemId, method: &str) -> Acquisition {
    let by = with
        .transcriber
        .map_or("", |transcriber| transcriber.name.as_str());
    let from = match method {
        "speech" => format!("speech in {}, written down by {by}", of.from),
        _ => format!("letters in {}", of.from),
    };
    Acquisition {
        at: with.now,
        from,
        method: method.to_owned(),
        media_type: None,
        // No name of a file is a source: nobody is known to have said it.
        source: Some(
            of.source
                .clone()
                .unwrap_or_else(|| "footage without a named source".to_owned()),
        ),
        shows: None,
        derived_from: Some(item.clone()),
        plain: true,
        ..of.clone()
    }
}

/// One item of a case that is a picture, a film or a recording.
#[derive(Clone, Debug, PartialEq)]
pub struct MediaItem {
    pub acquisition: Acquisition,
    pub media: KeptMedia,
}

impl MediaItem {
    /// The day it was published, as the person who added it said.
    pub fn published(&self) -> Option<Date> {
        day(self.acquisition.published.as_deref())
    }

    pub fn shows(&self) -> Option<Date> {
        day(self.acquisition.shows.as_deref())
    }

    /// As the account may show it: a file's name is the desk's own business.
    pub(crate) fn shown(&self) -> MaterialMedia<'_> {
        MaterialMedia {
            item: &self.media.item,
            facts: self.media.facts.as_ref(),
            published: self.published(),
            shows: self.shows(),
            source: self.acquisition.source.as_deref(),
        }
    }

    /// What people call it: its file's name, without the folders.
    pub fn name(&self) -> &str {
        let from = self.acquisition.from.as_str();
        from.rsplit(['/', '\\'])
            .find(|part| !part.is_empty())
            .unwrap_or(from)
    }
}

fn day(text: Option<&str>) -> Option<Date> {
    let text = text?;
    text.get(..10)?.parse().ok()
}

/// The case's media with what they have in common, earlier to later; rejected links left out.
pub(crate) fn linked(
    items: &[MediaItem],
    likenesses: Vec<KeptLikeness>,
    rulings: &[Ruling],
) -> Vec<MediaLink> {
    let by_id: BTreeMap<&ItemId, &MediaItem> =
        items.iter().map(|item| (&item.media.item, item)).collect();
    let mut links: Vec<MediaLink> = likenesses
        .into_iter()
        .filter_map(|kept| {
            let (here, there) = (by_id.get(&kept.here)?, by_id.get(&kept.there)?);
            match ruled(rulings, &kept.here, &kept.there) {
                Some(false) => None,
                ruled => Some(link(here, there, kept.likeness, ruled == Some(true))),
            }
        })
        .collect();
    links.sort_by(|a, b| (&a.earlier, &a.later).cmp(&(&b.earlier, &b.later)));
    links
}

fn link(here: &MediaItem, there: &MediaItem, likeness: Likeness, accepted: bool) -> MediaLink {
    let (known, reversed) = match (here.published(), there.published()) {
        (Some(a), Some(b)) if a != b => (true, a > b),
        // Which came first is not known: the order they were added in stands for it.
        _ => (false, here.acquisition.at > there.acquisition.at),
    };
    let (earlier, later, likeness) = match reversed {
        true => (there, here, likeness.reversed()),
        false => (here, there, likeness),
    };
    let words = in_words(&likeness, earlier.name(), later.name());
    let order = match known {
        true => format!("{} was published earlier.", earlier.name()),
        false => "Which of them came first is not known.".to_owned(),
    };
    MediaLink {
        earlier: earlier.media.item.clone(),
        later: later.media.item.clone(),
        old: old(earlier, later, &likeness),
        likeness,
        order_known: known,
        accepted,
        reason: format!("{words} {order}"),
    }
}

/// Whether the later one is said to show what the earlier one showed before.
fn old(earlier: &MediaItem, later: &MediaItem, likeness: &Likeness) -> Option<Old> {
    // One view and one sound may come again.
    if matches!(likeness.kind, LikenessKind::Scene | LikenessKind::Sound) {
        return None;
    }
    let first_seen = earlier.published()?;
    let said_to_show = later.shows().or(earlier.shows())?;
    (first_seen < said_to_show).then_some(Old {
        first_seen,
        said_to_show,
    })
}

/// The last decision about a pair that was not withdrawn.
fn ruled(rulings: &[Ruling], one: &ItemId, other: &ItemId) -> Option<bool> {
    let about = |ruling: &&Ruling| match &ruling.target {
        Target::Pair { one: a, other: b } => (a, b) == (one, other) || (a, b) == (other, one),
        _ => false,
    };
    let last = rulings
        .iter()
        .rev()
        .filter(about)
        .find(|ruling| !is_withdrawn(ruling, rulings))?;
    match last.decision {
        Decision::Accept => Some(true),
        Decision::Reject => Some(false),
        _ => None,
    }
}
