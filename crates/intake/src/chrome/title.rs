//! A page's title in its text: found, and struck where the page shows that it is one.

use crate::lines::{Line, key, standing};
use crate::published::is_only_a_date;
use crate::said::named;

/// Within how many lines a title is repeated.
const REPEATED_WITHIN: usize = 4;
/// A headline has no fewer and no more words; more is a sentence.
const TITLE_WORDS: std::ops::RangeInclusive<usize> = 2..=22;
/// What stands under a picture and nowhere in a headline.
const CAPTION_MARKS: &[&str] = &[
    "(source:",
    "(photo",
    "(credit",
    "(фото",
    "(джерело",
    "(источник",
];

/// Strikes a known title at the top of the text, as often as it stands there.
pub(super) fn strike_known(lines: &mut [Line<'_>], title: &str) {
    let title = key(title);
    let standing = standing(lines);
    for at in standing.iter().take(REPEATED_WITHIN) {
        if standing.len() > 1 && lines[*at].key() == title {
            lines[*at].struck = Some("repeated title");
        }
    }
}

/// The first line that stands, when it looks like a title. It is struck only when the page shows
/// that it is one: said again, or over a byline or a publication line; otherwise it may be the
/// first line of the text, and stays in it.
pub(super) fn strike_own(lines: &mut [Line<'_>]) -> Option<String> {
    let standing = standing(lines);
    let first = *standing.first()?;
    let title = named(lines[first].text).filter(|_| is_headline(&lines[first]))?;
    let again: Vec<usize> = repeated(lines, &standing);
    let next = *standing[1..].iter().find(|at| !again.contains(at))?;
    let over_stub = lines[first..next].iter().any(|line| is_stub(line.struck));
    if !again.is_empty() {
        for at in again.into_iter().chain([first]) {
            lines[at].struck = Some("repeated title");
        }
    } else if over_stub {
        lines[first].struck = Some("title");
    } else if next == first + 1 {
        // Run on into the text without a gap: a sentence broken over lines.
        return None;
    }
    Some(title)
}

/// The lines near the top that say the first one again.
fn repeated(lines: &[Line<'_>], standing: &[usize]) -> Vec<usize> {
    let title = lines[standing[0]].key();
    let near = standing[1..].iter().take(REPEATED_WITHIN);
    near.filter(|at| lines[**at].key() == title)
        .copied()
        .collect()
}

fn is_stub(rule: Option<&str>) -> bool {
    matches!(rule, Some("byline" | "publication line" | "empty field"))
}

fn is_headline(line: &Line<'_>) -> bool {
    let lower = line.text.to_lowercase();
    let ends = ['.', '…', ':', ';', ',', '”', '»', '"', '-', '–', '—', ')'];
    let sentence = lower.ends_with(ends) || lower.contains(". ");
    let caption = CAPTION_MARKS.iter().any(|mark| lower.contains(mark));
    let tags = lower
        .split_whitespace()
        .all(|word| word.starts_with(['#', '@']));
    TITLE_WORDS.contains(&line.words())
        && !(sentence || caption || tags || line.key().is_empty() || is_only_a_date(line.text))
}
