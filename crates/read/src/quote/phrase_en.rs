//! Where an English noun phrase and its clause begin and end.

use super::np_en::ROLES;
use crate::text::{Kind, Text};

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
pub(super) fn clause_start(text: &Text, from: usize, end: usize, over_commas: bool) -> usize {
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
    !is_likely_noun(text, at)
}

pub(super) fn is_likely_noun(text: &Text, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    matches!(
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
