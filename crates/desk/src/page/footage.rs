//! Pictures, films and recordings, and what they have in common: what a person has to rule on.
//!
//! Pictures are shown small, grey, and only when asked for.

use askama::Template;
use bearings_model::{LikenessGrade, MediaLink};
use bearings_pipeline::MediaItem;

use super::Frame;
use super::part::{Asked, Part, rows};
use crate::present::Present;
use crate::words::Words;

const LINES: usize = 100;

/// The pictures a page may ask for, with what they are.
pub(crate) const PICTURES: &[(&str, &str)] = &[
    ("sheet.jpg", "image/jpeg"),
    ("small.jpg", "image/jpeg"),
    ("wave.svg", "image/svg+xml"),
];

#[derive(Debug, Template)]
#[template(path = "footage.html")]
pub(crate) struct FootagePage {
    frame: Frame,
    links: Vec<LinkView>,
    items: Vec<ItemView>,
    part: Part,
}

#[derive(Debug)]
struct LinkView {
    /// "old", "certain", "likely", "possible", "accepted".
    state: &'static str,
    words: Words,
    measures: Vec<Words>,
    sides: [Side; 2],
    /// Where both are shown side by side; not where they share sound alone.
    beside: Option<String>,
    /// What to write to rule on it.
    pair: String,
}

#[derive(Debug)]
struct Side {
    name: Words,
    anchor: String,
}

#[derive(Debug)]
struct ItemView {
    anchor: String,
    name: Words,
    facts: Vec<Words>,
    picture: Option<String>,
    wave: Option<String>,
    problems: Vec<Words>,
}

pub(crate) fn page(present: &Present, asked: Asked) -> FootagePage {
    let items = present.workshop.media.iter();
    let (items, part) = rows(items.map(item).collect(), LINES, asked);
    FootagePage {
        frame: Frame::new(&present.name, "/footage"),
        links: present
            .workshop
            .media_links
            .iter()
            .map(|link| view(present, link))
            .collect(),
        items,
        part,
    }
}

fn view(present: &Present, link: &MediaLink) -> LinkView {
    let side = |id: &bearings_model::ItemId| {
        let found = present
            .workshop
            .media
            .iter()
            .find(|item| item.media.item == *id);
        Side {
            name: Words::new(found.map_or("an item", MediaItem::name)),
            anchor: format!("m-{}", id.short()),
        }
    };
    let state = match (link.old.is_some(), link.accepted, link.likeness.grade) {
        (true, ..) => "older than what it is said to show",
        (_, true, _) => "accepted",
        (_, _, LikenessGrade::Certain) => "certain",
        (_, _, LikenessGrade::Likely) => "likely",
        (_, _, LikenessGrade::Possible) => "possible",
    };
    let old = link.old.map_or_else(String::new, |old| {
        format!(
            "First seen {}, said to show {}. ",
            old.first_seen, old.said_to_show
        )
    });
    let measures = link.likeness.measures.iter().map(|measure| {
        Words::new(format!(
            "{}: {} (threshold {})",
            measure.name, measure.value, measure.threshold
        ))
    });
    LinkView {
        state,
        words: Words::new(format!("{old}{}", link.reason)),
        measures: measures.collect(),
        sides: [side(&link.earlier), side(&link.later)],
        beside: link.likeness.moments.map(|_| {
            let (earlier, later) = (link.earlier.short(), link.later.short());
            format!("/footage/{earlier}/beside/{later}")
        }),
        pair: format!("{}~{}", link.earlier.short(), link.later.short()),
    }
}

fn item(item: &MediaItem) -> ItemView {
    let id = item.media.item.short();
    let facts = item.media.facts.as_ref();
    let mut told = Vec::new();
    told.extend(
        item.published()
            .map(|day| format!("published {day}, as whoever added it said")),
    );
    told.extend(item.shows().map(|day| format!("said to show {day}")));
    if let Some(facts) = facts {
        told.push(format!("{}, {}", facts.kind.name(), facts.container));
        told.extend(
            facts
                .duration_ms
                .map(|ms| format!("{:.1} s", ms as f64 / 1_000.0)),
        );
        told.extend(
            facts
                .times
                .iter()
                .map(|time| format!("names the time {} ({})", time.value, time.basis)),
        );
        told.extend(facts.position.iter().map(|position| {
            format!(
                "names the position {:.5}, {:.5} ({})",
                position.lat, position.lon, position.basis
            )
        }));
        told.extend(
            facts
                .device
                .iter()
                .map(|device| format!("names the device {device}")),
        );
        if facts.stripped {
            told.push("names no time, place or device".to_owned());
        }
    }
    let has_pictures = facts.is_some_and(|facts| facts.kind != bearings_model::MediaKind::Audio);
    let is_film = facts.is_some_and(|facts| facts.duration_ms.is_some());
    let sounds = facts.is_some_and(|facts| {
        facts
            .streams
            .iter()
            .any(|stream| stream.kind == bearings_model::MediaKind::Audio)
    });
    let name = if is_film { "sheet.jpg" } else { "small.jpg" };
    ItemView {
        anchor: format!("m-{id}"),
        name: Words::new(item.name()),
        facts: told.into_iter().map(Words::new).collect(),
        picture: has_pictures.then(|| format!("/footage/{id}/{name}")),
        wave: sounds.then(|| format!("/footage/{id}/wave.svg")),
        problems: item.media.problems.iter().map(Words::new).collect(),
    }
}
