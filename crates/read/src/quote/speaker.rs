//! Finds the words that name the speaker beside a cue.

use std::ops::Range;

use bearings_model::SourceKind;

use super::names::{NameRun, is_function_word, run_at, run_before};
use super::np_en::{ORGANISATIONS, PAPERS, PRONOUNS, ROLES};
use crate::text::{Kind, Text};

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

/// A role without its article.
fn plain_role(text: &Text, tokens: Range<usize>) -> String {
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

/// "a Reuters journalist": the one who works for it speaks, not the agency.
fn past_outlet(text: &Text, head: usize, end: usize) -> usize {
    let role = head + 1 < end && text.is_capital(head) && ROLES.word(text.word(head + 1)).is_some();
    if role { head + 1 } else { head }
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
    SpeakerWords {
        tokens: lead.map_or(start, |lead| lead.start)..run.tokens.end,
        naming: Naming::Named {
            name: run.name,
            kind: run.kind,
        },
        role,
    }
}

fn is_head(text: &Text, at: usize) -> bool {
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

/// Back over adjectives, possessives and numbers to the article.
pub(super) fn phrase_start(text: &Text, from: usize, head: usize) -> usize {
    let mut start = head;
    while start > from && head - start < 6 {
        let before = text.word(start - 1);
        let stops = text.kind(start - 1) == Some(Kind::Mark)
            || matches!(
                before,
                "to" | "by"
                    | "with"
                    | "that"
                    | "and"
                    | "but"
                    | "from"
                    | "of"
                    | "in"
                    | "as"
                    | "when"
                    | "after"
            )
            || super::CUES.word(before).is_some();
        if stops {
            break;
        }
        start -= 1;
        if matches!(
            before,
            "a" | "an" | "the" | "their" | "his" | "her" | "our" | "its" | "one" | "some" | "two"
        ) {
            break;
        }
    }
    start
}

/// On over "of security", "from the NY Times", "in the video".
pub(super) fn phrase_end(text: &Text, head: usize, limit: usize) -> usize {
    let mut end = head + 1;
    while end < limit
        && matches!(
            text.word(end),
            "of" | "from" | "in" | "at" | "for" | "to" | "among" | "with" | "near"
        )
    {
        let mut next = end + 1;
        while next < limit
            && matches!(
                text.word(next),
                "the"
                    | "a"
                    | "an"
                    | "its"
                    | "their"
                    | "this"
                    | "two"
                    | "three"
                    | "several"
                    | "some"
            )
        {
            next += 1;
        }
        if next >= limit || text.kind(next) != Some(Kind::Word) {
            break;
        }
        let capital = text.is_capital(next);
        next += 1;
        while next < limit && capital && (text.is_capital(next) || text.word(next) == "times") {
            next += 1;
        }
        if next < limit && ROLES.word(text.word(next)).is_some() {
            next += 1;
        }
        end = next;
    }
    end
}

/// Where the clause that ends before `end` begins. A comma ends it unless `over_commas`.
fn clause_start(text: &Text, from: usize, end: usize, over_commas: bool) -> usize {
    (from..end)
        .rev()
        .find(|i| {
            let word = text.word(*i);
            matches!(
                word,
                ";" | ":"
                    | "“"
                    | "”"
                    | "\""
                    | "«"
                    | "»"
                    | "–"
                    | "—"
                    | "that"
                    | "but"
                    | "because"
                    | "while"
                    | "when"
            ) || (word == "and" && !over_commas && *i > from && text.word(*i - 1) == ",")
                || (word == "," && !over_commas)
                || super::CUES
                    .word(word)
                    .is_some_and(|class| class.takes_quotation())
                    && !text.is_capital(*i)
                    && is_likely_verb(text, *i)
        })
        .map_or(from, |i| i + 1)
}

/// A cue word after an article or adjective is a noun: "the reports", "his claims".
fn is_likely_verb(text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    !matches!(
        before,
        "the"
            | "a"
            | "an"
            | "his"
            | "her"
            | "their"
            | "its"
            | "these"
            | "those"
            | "of"
            | "some"
            | "new"
            | "such"
    )
}

/// The noun phrase that begins at `at`: an inverted subject, or whom "according to" names.
pub(super) fn after(text: &Text, at: usize, limit: usize) -> Option<SpeakerWords> {
    if PRONOUNS.at(text, at, limit).is_some() {
        return Some(SpeakerWords {
            tokens: at..at + 1,
            naming: Naming::Pronoun,
            role: None,
        });
    }
    let end = phrase_limit(text, at, limit);
    let start = (at..end)
        .find(|i| !is_function_word(text.word(*i)) || text.kind(*i) == Some(Kind::Handle))?;
    if let Some(run) = run_at(text, start, end).filter(|run| !is_possessed(text, run)) {
        return Some(with_role_after(text, at, run, limit));
    }
    let head = (start..end).find(|i| is_head(text, *i))?;
    let after_head = phrase_end(text, head, end);
    let name_at = if text.word(after_head) == "," {
        after_head + 1
    } else {
        after_head
    };
    let adjacent = run_at(text, name_at, limit).filter(|run| run.kind == SourceKind::Person);
    match adjacent {
        Some(run) => Some(SpeakerWords {
            tokens: at..run.tokens.end,
            naming: Naming::Named {
                name: run.name,
                kind: run.kind,
            },
            role: Some(plain_role(text, at..after_head)),
        }),
        None => Some(SpeakerWords {
            tokens: at..after_head,
            naming: Naming::Phrase { head },
            role: None,
        }),
    }
}

/// "Ukraine's interior minister": the run owns what speaks.
fn is_possessed(text: &Text, run: &NameRun) -> bool {
    text.word(run.tokens.end) == "'s"
}

fn phrase_limit(text: &Text, at: usize, limit: usize) -> usize {
    (at..limit.min(at + 14))
        .find(|i| {
            matches!(
                text.word(*i),
                "," | ";" | ":" | "." | "“" | "”" | "\"" | "(" | ")" | "–" | "—" | "who" | "that"
            )
        })
        .unwrap_or(limit.min(at + 14))
}

/// "Oleh Synehubov, governor of the region": the role after the name.
fn with_role_after(text: &Text, at: usize, run: NameRun, limit: usize) -> SpeakerWords {
    let end = run.tokens.end;
    let mut speaker = SpeakerWords {
        tokens: at..end,
        naming: Naming::Named {
            name: run.name,
            kind: run.kind,
        },
        role: run.title,
    };
    if text.word(end) == "," {
        let stop = phrase_limit(text, end + 1, limit);
        let role = (end + 1..stop).any(|i| ROLES.word(text.word(i)).is_some());
        if role && stop > end + 1 {
            speaker.role = speaker
                .role
                .or_else(|| Some(plain_role(text, end + 1..stop)));
            speaker.tokens.end = stop;
        }
    }
    speaker
}
