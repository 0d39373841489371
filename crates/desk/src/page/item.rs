//! One item: its text with everything marked that was read in it, and the claims beside it.
//!
//! For the team: what stays out of the account is shown here, and said to stay out.

mod block;
mod card;
mod mark;

use askama::Template;
use bearings_case::KeptItem;
use bearings_model::{Acquisition, Claim, Document, Excerpt, Reading, Span};

use self::block::Layout;
use self::card::{Card, HeldCard};
use self::mark::Layers;
use super::Frame;
use super::part::{Asked, Part};
use crate::answer::Refusal;
use crate::phrase;
use crate::present::{Present, RemovedLine};
use crate::words::{Markup, Words, language_tag};

#[derive(Debug, Template)]
#[template(path = "item.html")]
pub(crate) struct ItemPage {
    frame: Frame,
    outlet: Words,
    title: Words,
    published: Words,
    about: Vec<(&'static str, Words)>,
    hash: String,
    size: String,
    original: String,
    summary: String,
    lang: Option<String>,
    blocks: Vec<Block>,
    part: Part,
    removed: Vec<RemovedRow>,
    /// Why there is no text, or why what was left out of it cannot be shown.
    trouble: Option<Words>,
}

/// A paragraph with the claims that begin in it.
#[derive(Debug)]
struct Block {
    /// Whether the paragraph began in the block before.
    goes_on: bool,
    text: Markup,
    cards: Vec<Card>,
    held: Vec<HeldCard>,
}

#[derive(Debug)]
struct RemovedRow {
    number: usize,
    text: Words,
    rule: &'static str,
}

/// The item whose id begins so.
pub(crate) fn find<'p>(present: &'p Present, prefix: &str) -> Result<&'p KeptItem, Refusal> {
    let prefix = prefix.to_ascii_lowercase();
    let mut fitting = present
        .items
        .iter()
        .filter(|kept| kept.id.as_str().starts_with(&prefix));
    match (fitting.next(), fitting.next()) {
        (Some(only), None) => Ok(only),
        (Some(_), Some(_)) => Err(Refusal::not_found(
            "several items begin so; give more of the id",
        )),
        _ => Err(Refusal::not_found(
            "no item of this case begins so; the desk's first page lists them",
        )),
    }
}

/// Where a claim stands on its item's page.
pub(crate) fn address_of(present: &Present, claim: &Claim) -> String {
    format!("{}#{}", page_of(present, &claim.excerpt), claim.id)
}

/// Where a passage stands on its item's page.
pub(crate) fn address_of_passage(present: &Present, excerpt: &Excerpt) -> String {
    format!(
        "{}#{}",
        page_of(present, excerpt),
        mark::held_anchor(excerpt.span())
    )
}

fn page_of(present: &Present, excerpt: &Excerpt) -> String {
    let short = excerpt.item().short();
    let part = present
        .text(excerpt.item())
        .map_or(1, |(document, reading)| {
            Layout::of(&document.text, &reading.sentences).part_of(excerpt.span().start)
        });
    if part == 1 {
        format!("/items/{short}")
    } else {
        format!("/items/{short}?part={part}")
    }
}

pub(crate) fn page(
    present: &Present,
    kept: &KeptItem,
    acquisitions: &[Acquisition],
    removed: Result<Vec<RemovedLine>, String>,
    asked: Asked,
) -> ItemPage {
    let text = present.text(&kept.id);
    let (removed, trouble) = match removed {
        Ok(lines) => (lines, None),
        Err(sentence) => (Vec::new(), Some(Words::new(sentence))),
    };
    let (blocks, part) = match text {
        Some((document, reading)) => blocks(present, document, reading, asked),
        None => (Vec::new(), Part::among(1, asked)),
    };
    ItemPage {
        frame: Frame::new(&present.name, ""),
        outlet: Words::new(text.map_or(&*kept.acquisition.from, |(document, _)| &document.outlet)),
        title: Words::new(
            text.and_then(|(document, _)| document.title.as_deref())
                .unwrap_or_default(),
        ),
        published: Words::new(
            text.map(|(document, _)| phrase::published(document))
                .unwrap_or_default(),
        ),
        about: about(text, acquisitions),
        hash: kept.id.to_string(),
        size: phrase::size(kept.size),
        original: format!("/items/{}/original", kept.id.short()),
        summary: text
            .map(|(_, reading)| summary(present, kept, reading))
            .unwrap_or_default(),
        lang: text.and_then(|(document, _)| language_tag(document.lang.as_deref())),
        blocks,
        part,
        removed: removed.into_iter().map(RemovedRow::of).collect(),
        trouble,
    }
}

fn about(
    text: Option<(&Document, &Reading)>,
    acquisitions: &[Acquisition],
) -> Vec<(&'static str, Words)> {
    let mut about = Vec::new();
    if let Some((document, reading)) = text {
        about.extend(
            document
                .byline
                .as_ref()
                .map(|byline| ("By", byline.clone())),
        );
        about.push((
            "Language",
            phrase::language(document.lang.as_deref()).to_owned(),
        ));
        about.push(("Time zone", document.zone.name().to_owned()));
        about.extend(document.url.as_ref().map(|url| ("Address", url.clone())));
        about.extend(
            reading
                .caveats
                .iter()
                .map(|caveat| ("Says of itself", format!("“{}”", caveat.text))),
        );
        let problems = document.problems.iter().chain(&reading.problems);
        about.extend(problems.map(|problem| ("Problem", problem.clone())));
    }
    about.extend(
        acquisitions
            .iter()
            .map(|acquisition| ("Came in", phrase::arrival(acquisition))),
    );
    about
        .into_iter()
        .map(|(name, value)| (name, Words::new(value)))
        .collect()
}

fn summary(present: &Present, kept: &KeptItem, reading: &Reading) -> String {
    let held = present
        .weighed
        .withheld
        .iter()
        .filter(|held| *held.excerpt.item() == kept.id)
        .count();
    format!(
        "{} read in it, {}, {}. {} of the account.",
        phrase::counted(reading.claims.len(), "claim", "claims"),
        phrase::counted(reading.places.len(), "place name", "place names"),
        phrase::counted(reading.times.len(), "time", "times"),
        match held {
            0 => "Nothing stays out".to_owned(),
            1 => "1 passage stays out".to_owned(),
            more => format!("{more} passages stay out"),
        }
    )
}

fn blocks(
    present: &Present,
    document: &Document,
    reading: &Reading,
    asked: Asked,
) -> (Vec<Block>, Part) {
    let layout = Layout::of(&document.text, &reading.sentences);
    let part = Part::among(layout.parts(), asked);
    let layers = Layers::of(document, reading, &present.weighed.withheld);
    let blocks = layout.blocks(part.number).iter().map(|&span| Block {
        goes_on: !begins_a_line(&document.text, span),
        text: layers.marked(&document.text, span),
        cards: layers
            .claims_from(span)
            .map(|(number, claim)| Card::of(present, reading, number, claim))
            .collect(),
        held: layers
            .held_from(span)
            .map(|held| HeldCard::of(document, held))
            .collect(),
    });
    (blocks.collect(), part)
}

impl RemovedRow {
    fn of(line: RemovedLine) -> Self {
        Self {
            number: line.number,
            text: Words::new(line.text),
            rule: line.rule,
        }
    }
}

fn begins_a_line(text: &str, block: Span) -> bool {
    text[..block.start]
        .rsplit('\n')
        .next()
        .is_none_or(|before| before.trim().is_empty())
}

/// Whether a span begins in a block.
fn begins_in(span: Span, block: Span) -> bool {
    block.start <= span.start && span.start < block.end
}
