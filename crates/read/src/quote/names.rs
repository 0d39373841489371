//! Runs of capitalised words: names of people and organisations, with titles parted off.

use std::ops::Range;

use bearings_model::SourceKind;

use super::np_en::{ORGANISATIONS, ROLES, kind_of_name};
use crate::actor::side_of;
use crate::text::{Kind, Text};
use crate::time::is_weekday;

/// A name with the title words that stand in the same run.
#[derive(Clone, Debug)]
pub(super) struct NameRun {
    pub tokens: Range<usize>,
    pub name: String,
    /// "Ukrainian Attorney General", "Ret. General".
    pub title: Option<String>,
    pub kind: SourceKind,
}

/// Small words that may stand inside a name.
const INSIDE: &[&str] = &[
    "of", "for", "de", "van", "von", "al", "el", "bin", "ibn", "-", "&", "’", "'s",
];

/// The run that ends right before token `end`, not reaching before `from`.
pub(super) fn run_before(text: &Text, from: usize, end: usize) -> Option<NameRun> {
    let last = end
        .checked_sub(1)
        .filter(|i| *i >= from && is_name_word(text, *i))?;
    let mut start = last;
    while start > from {
        let before = start - 1;
        let joins = || {
            let inside = INSIDE.contains(&text.word(before)) && is_name_word(text, before - 1);
            let stop = text.word(before) == "." && is_title_stop(text, before);
            stop || inside && !is_place_of(text, before, start)
        };
        if is_name_word(text, before) {
            start = before;
        } else if before > from && joins() {
            start = before - 1;
        } else {
            break;
        }
    }
    named(text, start..end)
}

/// The run that begins at token `at`.
pub(super) fn run_at(text: &Text, at: usize, limit: usize) -> Option<NameRun> {
    if at >= limit || !is_name_word(text, at) {
        return None;
    }
    let mut end = at + 1;
    while end < limit {
        let joined =
            INSIDE.contains(&text.word(end)) && end + 1 < limit && is_name_word(text, end + 1);
        if is_name_word(text, end) || (text.word(end) == "." && is_title_stop(text, end)) {
            end += 1;
        } else if joined && text.word(end) != "'s" {
            end += 2;
        } else {
            break;
        }
    }
    named(text, at..end)
}

fn is_name_word(text: &Text, at: usize) -> bool {
    let handle = text.kind(at) == Some(Kind::Handle);
    handle || text.is_capital(at) && !is_function_word(text.word(at))
}

/// Words that only have a capital because they begin a sentence.
pub(super) fn is_function_word(word: &str) -> bool {
    is_weekday(word)
        || matches!(
            word,
            "the"
                | "a"
                | "an"
                | "but"
                | "and"
                | "or"
                | "in"
                | "on"
                | "at"
                | "as"
                | "after"
                | "before"
                | "then"
                | "when"
                | "while"
                | "if"
                | "it"
                | "he"
                | "she"
                | "they"
                | "we"
                | "i"
                | "his"
                | "her"
                | "their"
                | "our"
                | "this"
                | "that"
                | "these"
                | "those"
                | "there"
                | "here"
                | "later"
                | "earlier"
                | "meanwhile"
                | "however"
                | "also"
                | "for"
                | "from"
                | "with"
                | "to"
                | "of"
                | "by"
                | "not"
                | "no"
                | "some"
                | "many"
                | "several"
                | "one"
                | "two"
                | "another"
                | "according"
                | "looking"
                | "speaking"
                | "asked"
                | "what"
                | "who"
                | "how"
                | "why"
                | "where"
                | "all"
                | "both"
                | "so"
                | "still"
                | "yet"
                | "now"
                | "today"
                | "yesterday"
                | "its"
                | "my"
                | "your"
                | "you"
                | "be"
                | "is"
                | "was"
                | "are"
                | "were"
                | "multiple"
                | "other"
                | "others"
                | "local"
                | "suddenly"
                | "amid"
                | "under"
                | "over"
                | "during"
                | "since"
                | "until"
                | "although"
                | "though"
                | "because"
                | "despite"
        )
}

/// The full stop of "Ret." or "Gen." between title and name.
fn is_title_stop(text: &Text, at: usize) -> bool {
    matches!(
        text.word(at - 1),
        "ret"
            | "gen"
            | "lt"
            | "col"
            | "maj"
            | "capt"
            | "sgt"
            | "mr"
            | "mrs"
            | "ms"
            | "dr"
            | "prof"
            | "brig"
            | "adm"
            | "sen"
            | "rep"
            | "gov"
    )
}

/// "mayor of Kharkiv": the "of" leads to a place, so the name does not go on to the left.
fn is_place_of(text: &Text, of: usize, after: usize) -> bool {
    let role = ROLES.at(text, of - 1, of).is_some();
    let organisation = ORGANISATIONS.at(text, of - 1, of).is_some();
    role && !organisation && after > of && !text.is_capital(of - 1)
}

fn named(text: &Text, tokens: Range<usize>) -> Option<NameRun> {
    // "Witnesses said", "Officials said": the capital is the sentence's, not a name's.
    if tokens.clone().all(|i| ROLES.word(text.word(i)).is_some()) {
        return None;
    }
    let words: Vec<&str> = tokens.clone().map(|i| text.raw(i)).collect();
    if text.kind(tokens.start) == Some(Kind::Handle) {
        let name = text.raw(tokens.start).to_owned();
        return Some(NameRun {
            tokens,
            name,
            title: None,
            kind: SourceKind::Account,
        });
    }
    if kind_of_name(&words) == SourceKind::Organisation {
        let name = text.slice(tokens.clone()).to_owned();
        return Some(NameRun {
            tokens,
            name,
            title: None,
            kind: SourceKind::Organisation,
        });
    }
    let last_title = tokens.clone().rev().find(|i| {
        *i + 1 < tokens.end && (ROLES.at(text, *i, *i + 1).is_some() || text.word(*i) == ".")
    });
    let first = match last_title {
        Some(i) => i + 1,
        None => past_demonym(text, &tokens),
    };
    let title = (first > tokens.start).then(|| text.slice(tokens.start..first).to_owned());
    let state = first + 1 == tokens.end && side_of(text, first..tokens.end).is_some();
    Some(NameRun {
        name: text.slice(first..tokens.end).to_owned(),
        title,
        kind: if state {
            SourceKind::Organisation
        } else {
            SourceKind::Person
        },
        tokens,
    })
}

/// "Ukrainian Oleh Ivanenko": the adjective is no part of the name.
fn past_demonym(text: &Text, tokens: &Range<usize>) -> usize {
    let adjective = tokens.len() > 2 && side_of(text, tokens.start..tokens.start + 1).is_some();
    if adjective {
        tokens.start + 1
    } else {
        tokens.start
    }
}
