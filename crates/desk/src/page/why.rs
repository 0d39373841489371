//! How a claim, an item or a ruling came about, line by line as the pipeline tells it.

use askama::Template;
use bearings_model::{Claim, Document};
use bearings_pipeline::why;

use super::Frame;
use super::item::address_of;
use crate::answer::Refusal;
use crate::present::Present;
use crate::words::{Markup, Words, push_escaped};

/// The columns the pipeline leaves for the name of a step.
const NAME_COLUMNS: usize = 11;

/// `c-` and twelve digits.
const CLAIM_ID_LENGTH: usize = 14;

#[derive(Debug, Template)]
#[template(path = "why.html")]
pub(crate) struct WhyPage {
    frame: Frame,
    heading: Words,
    /// The text it was read from, and where in it.
    source: Option<(Words, String)>,
    steps: Vec<Step>,
}

/// A step of the derivation: its name, empty where the line goes on from the one before.
#[derive(Debug)]
struct Step {
    name: Words,
    said: Markup,
}

pub(crate) fn page(present: &Present, id: &str) -> Result<WhyPage, Refusal> {
    let lines = why(&present.workshop, &present.weighed, id)?;
    let (first, rest) = lines
        .split_first()
        .ok_or_else(|| Refusal::not_found("nothing is known of it"))?;
    let found = first
        .get(..CLAIM_ID_LENGTH)
        .and_then(|id| present.claim(id));
    Ok(WhyPage {
        frame: Frame::new(&present.name, ""),
        heading: Words::new(first),
        source: found.map(|(document, claim)| source(present, document, claim)),
        steps: rest.iter().map(|line| step(present, line)).collect(),
    })
}

fn source(present: &Present, document: &Document, claim: &Claim) -> (Words, String) {
    (Words::new(&document.outlet), address_of(present, claim))
}

fn step(present: &Present, line: &str) -> Step {
    let (name, said) = match line.split_at_checked(NAME_COLUMNS) {
        Some((name, said)) if name.ends_with(' ') => (name.trim(), said),
        _ => ("", line),
    };
    Step {
        name: Words::new(name),
        said: with_links(present, said),
    }
}

/// The words with every claim they name as a link to its own derivation.
fn with_links(present: &Present, said: &str) -> Markup {
    let (mut html, mut rest) = (String::new(), said);
    while let Some(at) = rest.find("c-") {
        let (before, from) = rest.split_at(at);
        push_escaped(&mut html, before);
        let id = from.get(..CLAIM_ID_LENGTH).unwrap_or("");
        let known = present.claim(id).is_some();
        let length = if known { CLAIM_ID_LENGTH } else { 2 };
        if known {
            html.push_str(&format!("<a href=\"/why/{id}\">{id}</a>"));
        } else {
            push_escaped(&mut html, &from[..length]);
        }
        rest = &from[length..];
    }
    push_escaped(&mut html, rest);
    Markup(html)
}
