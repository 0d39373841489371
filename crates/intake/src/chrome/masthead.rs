//! The head of a page: its byline and its publication line.

use super::words::{BY, PUBLICATION};
use crate::lines::{Line, standing};

/// Lines a head may take; below it the same words are text.
const HEAD_LINES: usize = 8;

/// Strikes bylines and publication lines of the head; gives the first byline's name.
pub(super) fn strike(lines: &mut [Line<'_>]) -> Option<String> {
    let mut name = None;
    for at in standing(lines).into_iter().take(HEAD_LINES) {
        let line = &mut lines[at];
        if let Some(found) = byline(line.text).filter(|_| name.is_none()) {
            name = Some(found.to_owned());
            line.struck = Some("byline");
        } else if is_publication_line(line) {
            line.struck = Some("publication line");
        }
    }
    name
}

/// "By Anna One" and nothing else.
fn byline(text: &str) -> Option<&str> {
    let text = text.trim();
    let name = without_by(text);
    let words: Vec<&str> = name.split_whitespace().collect();
    let capital = |word: &str| {
        word.chars()
            .next()
            .is_some_and(|c| c.is_uppercase() || c == '@')
    };
    let joins = |word: &str| {
        matches!(
            word,
            "and" | "&" | "та" | "і" | "и" | "in" | "for" | "de" | "van"
        )
    };
    let names = (1..=8).contains(&words.len())
        && capital(words[0])
        && words.iter().all(|word| capital(word) || joins(word));
    let ends_as_sentence = name.ends_with(['.', '!', '?', ':']);
    (name.len() < text.len() && names && !ends_as_sentence)
        .then(|| name.split([',', '|']).next())?
        .map(str::trim)
}

/// "By Anna One" to "Anna One".
pub(crate) fn without_by(text: &str) -> &str {
    let opened = |by: &&&str| {
        text.get(..by.len())
            .is_some_and(|start| start.to_lowercase() == ***by)
    };
    BY.iter()
        .find(opened)
        .map_or(text, |by| text[by.len()..].trim())
}

/// "Published 1 March 2022 at 10:00".
fn is_publication_line(line: &Line<'_>) -> bool {
    let key = line.key();
    let opens = |word: &&&str| {
        key.strip_prefix(**word)
            .is_some_and(|rest| rest.starts_with([' ', ':']))
    };
    PUBLICATION.iter().any(|word| opens(&word))
        && line.words() <= 12
        && key.chars().any(|c| c.is_ascii_digit())
        && !line.text.ends_with('.')
}
