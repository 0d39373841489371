//! What the account says of pictures, films and recordings: no file's name, no picture, and of
//! likenesses only what is certain or a person has accepted.

use std::collections::HashMap;

use bearings_model::{
    AccountFootage, FootageCard, FootageNote, ItemId, LikenessKind, MediaFacts, MediaKind,
    MediaLink,
};

use crate::{Material, MaterialMedia};

pub(super) fn footage(material: &Material) -> AccountFootage {
    let labels = labels(&material.media);
    let told = material.media_links.iter().filter(|link| link.holds());
    AccountFootage {
        cards: material
            .media
            .iter()
            .filter_map(|media| card(media, &labels))
            .collect(),
        notes: told
            .clone()
            .filter_map(|link| note(link, &labels))
            .collect(),
        proposed: material.media_links.len() - told.count(),
    }
}

/// "Film 1", "Picture 2": numbered by kind in the order they came in.
fn labels<'m>(media: &[MaterialMedia<'m>]) -> HashMap<&'m ItemId, String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut label = |media: &MaterialMedia<'m>| {
        let kind = match media.facts.map(|facts| facts.kind) {
            Some(MediaKind::Image) => "Picture",
            Some(MediaKind::Video) => "Film",
            Some(MediaKind::Audio) => "Recording",
            None => "File",
        };
        let count = counts.entry(kind).or_default();
        *count += 1;
        (media.item, format!("{kind} {count}"))
    };
    media.iter().map(&mut label).collect()
}

/// What could not be decoded is a problem of the desk, not a part of the account.
fn card(media: &MaterialMedia<'_>, labels: &HashMap<&ItemId, String>) -> Option<FootageCard> {
    let mut words = in_words(media.facts?);
    words.extend(media.source.map(|source| format!("published by {source}")));
    words.extend(media.published.map(|day| format!("published on {day}")));
    words.extend(media.shows.map(|day| format!("said to show {day}")));
    Some(FootageCard {
        item: media.item.clone(),
        label: labels.get(media.item)?.clone(),
        words: words.join("; "),
    })
}

/// A position is left out: where a camera stood is the desk's to judge first.
fn in_words(facts: &MediaFacts) -> Vec<String> {
    let mut words = Vec::new();
    if let Some(duration) = facts.duration_ms {
        words.push(format!("{} s long", (duration + 500) / 1_000));
    }
    let size = facts
        .streams
        .iter()
        .find_map(|stream| stream.width.zip(stream.height));
    words.extend(size.map(|(width, height)| format!("{width} × {height} pixels")));
    if facts.stripped {
        words.push("its file names no time, place or device".to_owned());
    }
    words
}

fn note(link: &MediaLink, labels: &HashMap<&ItemId, String>) -> Option<FootageNote> {
    let (earlier, later) = (labels.get(&link.earlier)?, labels.get(&link.later)?);
    let same = match link.likeness.kind {
        LikenessKind::SameBytes | LikenessKind::SameFrames => "shows the same frames as",
        LikenessKind::Picture => "shows the same picture as",
        LikenessKind::Film => "shares moving pictures with",
        LikenessKind::Still => "shares a frame with",
        LikenessKind::Sound => "shares a recording with",
        LikenessKind::Scene => "shows the same view as",
    };
    let by = if link.accepted {
        "; a person has looked at both"
    } else {
        ""
    };
    let sentence = match link.old {
        Some(old) => format!(
            "{later} is said to show {}, and {same} {earlier}, which was first seen {}{by}.",
            old.said_to_show, old.first_seen
        ),
        None if link.order_known => {
            format!("{later} {same} {earlier}, the earliest known copy{by}.")
        }
        None => format!("{later} {same} {earlier}; which came first is not known{by}."),
    };
    Some(FootageNote {
        kind: if link.old.is_some() { "old" } else { "copy" }.to_owned(),
        sentence,
        earlier: link.earlier.clone(),
        later: link.later.clone(),
    })
}
