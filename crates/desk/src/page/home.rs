//! The desk's first page: what waits for a person, what came in, what conflicts.

use std::collections::BTreeMap;

use askama::Template;
use bearings_case::KeptItem;
use bearings_model::{ClaimId, Document, Reading, TallyRelation};

use super::Frame;
use super::item::{address_of, address_of_passage};
use super::part::{Asked, Part, rows};
use crate::phrase;
use crate::present::Present;
use crate::words::Words;

/// Texts to a part, and findings of one kind at most; `bearings status --json` gives all.
const TEXTS: usize = 100;
const FINDINGS: usize = 50;

#[derive(Debug, Template)]
#[template(path = "home.html")]
pub(crate) struct HomePage {
    frame: Frame,
    standfirst: Words,
    entry: u64,
    notices: Vec<Words>,
    /// How many faults keep the account from being built.
    faults: usize,
    unruled: usize,
    used: usize,
    held: Vec<Held>,
    problems: Vec<Problem>,
    /// Rulings that no longer fit, and amendments that could not be applied.
    adrift: Vec<Words>,
    claims: usize,
    kinds: Vec<(&'static str, usize)>,
    conflicts: Vec<Finding>,
    revisions: Vec<Finding>,
    texts: Vec<Text>,
    part: Part,
}

/// Passages of one text that a person has yet to rule on. Their words stay on the text's page.
#[derive(Debug)]
struct Held {
    reason: &'static str,
    outlet: Words,
    address: String,
}

#[derive(Debug)]
struct Problem {
    outlet: Words,
    address: String,
    sentence: Words,
}

#[derive(Debug)]
struct Finding {
    sentence: Words,
    sides: Vec<Side>,
}

#[derive(Debug)]
struct Side {
    outlet: Words,
    said: Words,
    address: String,
}

#[derive(Debug)]
struct Text {
    outlet: Words,
    title: Words,
    address: String,
    published: String,
    language: Words,
    /// `None` for an item that gave no text.
    claims: Option<usize>,
    notes: Vec<Words>,
}

pub(crate) fn page(present: &Present, asked: Asked) -> HomePage {
    let account = &present.weighed.account;
    let kinds = kinds(present);
    let (kept, part) = rows(present.items.iter().collect(), TEXTS, asked);
    HomePage {
        frame: Frame::new(&present.name, "/desk"),
        standfirst: Words::new(&account.standfirst),
        entry: present.head().entries,
        notices: present.notices.iter().map(Words::new).collect(),
        faults: present.account.as_ref().err().map_or(0, Vec::len),
        unruled: account.used.saturating_sub(account.ruled),
        used: account.used,
        held: held(present),
        problems: problems(present),
        adrift: adrift(present),
        claims: kinds.iter().map(|(_, count)| count).sum(),
        kinds,
        conflicts: conflicts(present),
        revisions: revisions(present),
        texts: kept.into_iter().map(|kept| text(present, kept)).collect(),
        part,
    }
}

fn kinds(present: &Present) -> Vec<(&'static str, usize)> {
    let mut kinds: BTreeMap<&'static str, usize> = BTreeMap::new();
    for (_, _, reading) in &present.workshop.items {
        for claim in &reading.claims {
            *kinds.entry(claim.kind.name()).or_default() += 1;
        }
    }
    let mut kinds: Vec<_> = kinds.into_iter().collect();
    kinds.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    kinds
        .into_iter()
        .map(|(kind, count)| (phrase::kinds(kind, count), count))
        .collect()
}

fn held(present: &Present) -> Vec<Held> {
    let waiting = present
        .weighed
        .withheld
        .iter()
        .filter(|held| !held.ruled && !held.follows);
    let rows = waiting.filter_map(|held| {
        let (document, _) = present.text(held.excerpt.item())?;
        Some(Held {
            reason: held.reason.plain(),
            outlet: Words::new(&document.outlet),
            address: address_of_passage(present, &held.excerpt),
        })
    });
    rows.collect()
}

/// What was hard to read, and what has not been read at all.
fn problems(present: &Present) -> Vec<Problem> {
    let told = present
        .workshop
        .items
        .iter()
        .flat_map(|(_, document, reading)| {
            let sentences = document.problems.iter().chain(&reading.problems);
            sentences.map(|sentence| problem(&document.outlet, document.item.short(), sentence))
        });
    let unread = present
        .items
        .iter()
        .filter(|kept| present.unread().contains(&kept.id));
    let unread = unread.map(|kept| {
        let sentence = "gave no text, or is not read by this version yet; its page says which";
        problem(&kept.acquisition.from, kept.id.short(), sentence)
    });
    told.chain(unread).collect()
}

fn problem(outlet: &str, short: &str, sentence: &str) -> Problem {
    Problem {
        outlet: Words::new(outlet),
        address: format!("/items/{short}"),
        sentence: Words::new(sentence),
    }
}

fn adrift(present: &Present) -> Vec<Words> {
    let orphaned = present.workshop.orphaned.iter().map(|ruling| {
        format!(
            "{} by {} ({}): its claim is no longer read as it was; rule on what is read now, or withdraw it",
            ruling.id, ruling.by, phrase::decision(&ruling.decision)
        )
    });
    orphaned
        .chain(present.workshop.problems.iter().cloned())
        .map(Words::new)
        .collect()
}

fn conflicts(present: &Present) -> Vec<Finding> {
    let weighed = &present.weighed;
    let counts = weighed
        .comparisons
        .iter()
        .filter(|pair| pair.relation == TallyRelation::Conflict);
    let counts = counts.map(|pair| finding(present, &pair.reason, [&pair.a, &pair.b]));
    let opposed = weighed
        .opposed
        .iter()
        .map(|pair| finding(present, &pair.reason, [&pair.a, &pair.b]));
    counts.chain(opposed).take(FINDINGS).collect()
}

fn revisions(present: &Present) -> Vec<Finding> {
    let all = present.weighed.revisions.iter().take(FINDINGS);
    all.map(|revision| {
        finding(
            present,
            &revision.sentence,
            [&revision.before, &revision.after],
        )
    })
    .collect()
}

fn finding(present: &Present, sentence: &str, claims: [&ClaimId; 2]) -> Finding {
    let sides = claims.into_iter().filter_map(|id| {
        let (document, claim) = present.claim(id.as_str())?;
        Some(Side {
            outlet: Words::new(&document.outlet),
            said: Words::shortened(&claim.text, 160),
            address: address_of(present, claim),
        })
    });
    Finding {
        sentence: Words::new(sentence),
        sides: sides.collect(),
    }
}

fn text(present: &Present, kept: &KeptItem) -> Text {
    let address = format!("/items/{}", kept.id.short());
    let Some((document, reading)) = present.text(&kept.id) else {
        return Text {
            outlet: Words::new(&kept.acquisition.from),
            title: Words::default(),
            address,
            published: "not known".to_owned(),
            language: Words::default(),
            claims: None,
            notes: vec![Words::new("no text")],
        };
    };
    Text {
        outlet: Words::new(&document.outlet),
        title: Words::new(document.title.as_deref().unwrap_or_default()),
        address,
        published: phrase::published(document),
        language: Words::new(phrase::language(document.lang.as_deref())),
        claims: Some(reading.claims.len()),
        notes: notes(present, document, reading),
    }
}

fn notes(present: &Present, document: &Document, reading: &Reading) -> Vec<Words> {
    let card = present
        .weighed
        .account
        .items
        .iter()
        .find(|card| card.item == document.item);
    let mut notes: Vec<Words> = card
        .into_iter()
        .flat_map(|card| &card.notes)
        .map(Words::new)
        .collect();
    let held = present
        .weighed
        .withheld
        .iter()
        .filter(|held| *held.excerpt.item() == document.item)
        .count();
    if held > 0 {
        let stay = if held == 1 { "stays" } else { "stay" };
        notes.push(Words::new(format!(
            "{} {stay} out",
            phrase::counted(held, "passage", "passages")
        )));
    }
    let problems = document.problems.len() + reading.problems.len();
    if problems > 0 {
        notes.push(Words::new(phrase::counted(problems, "problem", "problems")));
    }
    notes
}
