//! What came in and what was decided, in order: who, when, what.

use askama::Template;
use bearings_model::{Acquisition, ItemId, Ruling, Target};
use jiff::Timestamp;

use super::Frame;
use super::part::{Asked, Part, rows};
use crate::answer::Refusal;
use crate::phrase;
use crate::present::{Desk, Present};
use crate::words::Words;

const LINES: usize = 200;

#[derive(Debug, Template)]
#[template(path = "log.html")]
pub(crate) struct LogPage {
    frame: Frame,
    entries: u64,
    head: String,
    lines: Vec<Line>,
    part: Part,
}

#[derive(Debug)]
struct Line {
    at: Timestamp,
    when: String,
    by: Words,
    what: Words,
    /// What it is about, and its page where it has one.
    about: Words,
    address: Option<String>,
    why: Words,
}

pub(crate) fn page(desk: &Desk, present: &Present, asked: Asked) -> Result<LogPage, Refusal> {
    let mut lines = Vec::new();
    for kept in &present.items {
        let acquisitions = desk.acquisitions(&kept.id)?;
        lines.extend(
            acquisitions
                .iter()
                .map(|acquisition| arrival(present, &kept.id, acquisition)),
        );
    }
    lines.extend(
        present
            .workshop
            .rulings
            .iter()
            .map(|ruling| decided(present, ruling)),
    );
    // Stable: what came in at one moment stays in the order of the ledger.
    lines.sort_by_key(|line| line.at);
    let (lines, part) = rows(lines, LINES, asked);
    let (entries, head) = (present.head().entries, present.head().head.clone());
    Ok(LogPage {
        frame: Frame::new(&present.name, "/log"),
        entries,
        head,
        lines,
        part,
    })
}

fn arrival(present: &Present, item: &ItemId, acquisition: &Acquisition) -> Line {
    let how = if acquisition.method == "fetch" {
        "fetched"
    } else {
        "added"
    };
    let said = [
        acquisition
            .published
            .as_ref()
            .map(|date| format!("said to be published {date}")),
        acquisition
            .source
            .as_ref()
            .map(|source| format!("by {source}")),
        acquisition.lang.as_ref().map(|lang| format!("in {lang}")),
    ];
    Line {
        at: acquisition.at,
        when: phrase::moment(acquisition.at),
        by: Words::new(&acquisition.by),
        what: Words::new(format!("{how} {}", acquisition.from)),
        about: name_of(present, item),
        address: Some(format!("/items/{}", item.short())),
        why: Words::new(said.into_iter().flatten().collect::<Vec<_>>().join(", ")),
    }
}

fn decided(present: &Present, ruling: &Ruling) -> Line {
    let withdrawn = phrase::is_withdrawn(ruling, &present.workshop.rulings);
    let note = if withdrawn { ", taken back since" } else { "" };
    let (about, address) = target(present, &ruling.target);
    Line {
        at: ruling.at,
        when: phrase::moment(ruling.at),
        by: Words::new(&ruling.by),
        what: Words::new(format!(
            "{} {}{note}",
            ruling.id,
            phrase::decision(&ruling.decision)
        )),
        about,
        address,
        why: Words::new(&ruling.why),
    }
}

fn target(present: &Present, target: &Target) -> (Words, Option<String>) {
    match target {
        Target::Claim { claim, .. } => match present.claim(claim.as_str()) {
            Some((document, read)) => (
                Words::new(format!("{}: “{}”", document.outlet, read.text)),
                Some(format!("/why/{claim}")),
            ),
            None => (
                Words::new(format!("{claim}, which is no longer read")),
                None,
            ),
        },
        Target::Excerpt { excerpt } => {
            let item = excerpt.item();
            (
                Words::new(format!("a passage of {}", outlet(present, item))),
                Some(format!("/items/{}", item.short())),
            )
        }
        Target::Source { name } => (Words::new(format!("the source {name}")), None),
        Target::Ruling { ruling } => (Words::new(format!("ruling {ruling}")), None),
        Target::Pair { one, other } => {
            let pair = format!("the pair {} and {}", one.short(), other.short());
            (Words::new(pair), None)
        }
    }
}

fn name_of(present: &Present, item: &ItemId) -> Words {
    Words::new(outlet(present, item))
}

fn outlet<'p>(present: &'p Present, item: &'p ItemId) -> &'p str {
    present
        .text(item)
        .map_or(item.short(), |(document, _)| document.outlet.as_str())
}
