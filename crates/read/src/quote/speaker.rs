//! Finds the words that name the speaker beside a cue.

use std::ops::Range;

use bearings_model::SourceKind;

use super::names::{NameRun, run_at, run_before};
use super::np_en::{ORGANISATIONS, PAPERS, PRONOUNS, ROLES};
use super::phrase_en::{clause_start, phrase_end, phrase_start};
use crate::text::Text;

/// A speaker as written, before it is known who that is.
#[derive(Clone, Debug)]
pub(super) struct SpeakerWords {
    pub tokens: Range<usize>,
    pub naming: Naming,
    pub role: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) enum Naming {
    Named {
        name: String,
        kind: SourceKind,
    },
    /// A phrase without a name: "the region's governor", "someone in the video".
    Phrase {
        head: usize,
    },
    Pronoun,
}

/// Words between a subject and its cue.
fn is_between(word: &str) -> bool {
    matches!(
        word,
        "has"
            | "had"
            | "have"
            | "also"
            | "later"
            | "then"
            | "is"
            | "was"
            | "are"
            | "were"
            | "be"
            | "been"
            | "just"
            | "still"
            | "already"
            | "repeatedly"
            | "earlier"
            | "previously"
            | "recently"
            | "further"
            | "separately"
            | "meanwhile"
            | "however"
            | "now"
            | "both"
            | "'s"
            | "'ve"
            | "'d"
            | "once"
            | "again"
            | "yesterday"
            | "today"
            | "told"
    )
}

/// The subject of the cue at token `cue`, looking back no further than `from`.
pub(super) fn before(text: &Text, from: usize, cue: usize) -> Option<SpeakerWords> {
    let mut end = cue;
    while end > from && is_between(text.word(end - 1)) {
        end -= 1;
    }
    if end == from {
        return None;
    }
    match text.word(end - 1) {
        "," => apposed(text, from, end - 1),
        "who" => antecedent(text, from, end - 1),
        _ => phrase_before(text, from, end),
    }
}

/// "Anton Gerashchenko, an adviser to …, said": the name before the first comma that has one.
fn apposed(text: &Text, from: usize, last_comma: usize) -> Option<SpeakerWords> {
    let start = clause_start(text, from, last_comma, true);
    let commas = (start..last_comma).filter(|i| text.word(*i) == ",");
    for comma in commas {
        let Some(mut speaker) = phrase_before(text, from, comma) else {
            continue;
        };
        if matches!(speaker.naming, Naming::Pronoun) {
            continue;
        }
        if let Some(named) = name_apposed(text, &speaker, comma + 1..last_comma) {
            return Some(named);
        }
        let relative = matches!(
            text.word(comma + 1),
            "who" | "which" | "whose" | "speaking" | "citing"
        );
        if !relative {
            let apposed = plain_role(text, comma + 1..last_comma);
            speaker.role = Some(match speaker.role {
                Some(title) => format!("{title}, {apposed}"),
                None => apposed,
            });
        }
        speaker.tokens.end = last_comma;
        return Some(speaker);
    }
    // "In Kyiv, the minister, said" and other stray commas.
    phrase_before(text, from, last_comma)
}

/// "The regional governor, Ada Lind, said": the name stands in the apposition.
fn name_apposed(
    text: &Text,
    speaker: &SpeakerWords,
    apposed: Range<usize>,
) -> Option<SpeakerWords> {
    let run = run_at(text, apposed.start, apposed.end)?;
    let whole = run.tokens.end == apposed.end && run.kind == SourceKind::Person;
    let unnamed = matches!(speaker.naming, Naming::Phrase { .. });
    (whole && unnamed).then(|| SpeakerWords {
        tokens: speaker.tokens.start..apposed.end,
        role: Some(plain_role(text, speaker.tokens.clone())),
        naming: Naming::Named {
            name: run.name,
            kind: run.kind,
        },
    })
}

/// A role without its article.
pub(super) fn plain_role(text: &Text, tokens: Range<usize>) -> String {
    let skip = usize::from(matches!(text.word(tokens.start), "a" | "an" | "the"));
    text.slice(tokens.start + skip..tokens.end).to_owned()
}

/// "a resident identified as Yevgeniy, who told": whom "who" stands for.
fn antecedent(text: &Text, from: usize, who: usize) -> Option<SpeakerWords> {
    let end = if who > from && text.word(who - 1) == "," {
        who - 1
    } else {
        who
    };
    if let Some(run) = run_before(text, from, end) {
        return Some(with_role_before(text, from, run));
    }
    let head = (from..end).rev().find(|i| is_head(text, *i))?;
    Some(phrase(text, from, head, end))
}

/// The noun phrase that ends right before token `end`.
fn phrase_before(text: &Text, from: usize, end: usize) -> Option<SpeakerWords> {
    let last = end.checked_sub(1).filter(|i| *i >= from)?;
    if PRONOUNS.at(text, last, end).is_some() {
        return Some(SpeakerWords {
            tokens: last..end,
            naming: Naming::Pronoun,
            role: None,
        });
    }
    let start = clause_start(text, from, end, false);
    let run = run_before(text, start, end);
    let head = (start..end)
        .find(|i| is_head(text, *i) && !is_inside(&run, *i))
        .map(|i| past_outlet(text, i, end));
    match (run, head) {
        // "the mayor of Kharkiv", "officials in Kharkiv": the phrase's head speaks.
        (Some(run), Some(head)) if leads_by_preposition(text, head, run.tokens.start) => {
            Some(phrase(text, start, head, run.tokens.end))
        }
        (Some(run), _) => Some(with_role_before(text, start, run)),
        (None, Some(head)) => Some(phrase(text, start, head, end)),
        (None, None) => None,
    }
}

/// "a Reuters journalist", "a police spokesperson": who works for it speaks, not the employer.
fn past_outlet(text: &Text, head: usize, end: usize) -> usize {
    let role = |i: usize| i < end && ROLES.word(text.word(i)).is_some();
    (head + 1..end)
        .take_while(|i| role(*i))
        .last()
        .unwrap_or(head)
}

fn is_inside(run: &Option<NameRun>, at: usize) -> bool {
    run.as_ref().is_some_and(|run| run.tokens.contains(&at))
}

fn leads_by_preposition(text: &Text, head: usize, run: usize) -> bool {
    run > head + 1
        && matches!(
            text.word(run - 1),
            "of" | "in" | "at" | "from" | "for" | "near" | "with" | "the"
        )
        && !matches!(text.word(run - 1), "identified" | "named")
}

/// A role right before a name: "a resident identified as Y", "governor Y", "the governor, Y".
fn with_role_before(text: &Text, from: usize, run: NameRun) -> SpeakerWords {
    let start = run.tokens.start;
    let before = |back: usize| {
        start
            .checked_sub(back)
            .filter(|i| *i >= from)
            .map_or("", |i| text.word(i))
    };
    let introduced = match (before(2), before(1)) {
        ("identified" | "known", "as") => Some(start - 2),
        (_, "named" | "called" | ",") => Some(start - 1),
        _ => Some(start),
    };
    let role_end = introduced.filter(|end| *end > from && is_head(text, *end - 1));
    let lead = role_end.map(|end| phrase_start(text, from, end - 1)..end);
    let role = run
        .title
        .clone()
        .or_else(|| lead.clone().map(|tokens| plain_role(text, tokens)));
    let article = matches!(before(1), "the" | "a" | "an");
    SpeakerWords {
        tokens: lead.map_or(start - usize::from(article), |lead| lead.start)..run.tokens.end,
        naming: Naming::Named {
            name: run.name,
            kind: run.kind,
        },
        role,
    }
}

pub(super) fn is_head(text: &Text, at: usize) -> bool {
    let single = |table: &crate::lexicon::Phrases<()>| table.word(text.word(at)).is_some();
    single(&ROLES)
        || single(&ORGANISATIONS)
        || single(&PAPERS)
        || matches!(text.word(at), "someone" | "somebody" | "anyone" | "those")
}

/// A phrase with a head and no name; its words from the article to the end of what follows.
fn phrase(text: &Text, from: usize, head: usize, end: usize) -> SpeakerWords {
    let start = phrase_start(text, from, head);
    let tokens = start..end.min(phrase_end(text, head, end));
    SpeakerWords {
        tokens,
        naming: Naming::Phrase { head },
        role: None,
    }
}
