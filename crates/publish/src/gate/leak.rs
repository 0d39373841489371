//! Searches finished pages for the words of restricted passages, however they are marked up.
//!
//! The last line, after all that should have kept them out. It compares words, so neither
//! capitals, punctuation, entities nor tags in between hide a match.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::{AhoCorasick, BuildError};
use bearings_model::{CodePoints, Span};

use super::Fault;
use crate::Page;
use crate::sources::{Entry, Sources};

/// Shorter passages are too likely to match by chance ("the hotel").
const MIN_CHARACTERS: usize = 12;

/// Of a long passage, this many words in a row give it away.
const RUN: usize = 8;

const TEXT_PAGES: &[&str] = &[".html", ".json", ".geojson", ".txt", ".svg"];

/// One fault for each page and restricted passage whose words stand in it. Where several items
/// have the same passage, the first is named.
pub(crate) fn leaks(pages: &[Page], sources: &Sources<'_>) -> Vec<Fault> {
    let passages: Vec<Passage> = sources.all().flat_map(passages_of).collect();
    let search = match Search::new(&passages) {
        Ok(search) => search,
        Err(reason) => {
            return vec![Fault::NotSearched {
                reason: reason.to_string(),
            }];
        }
    };
    let mut faults = Vec::new();
    for page in pages.iter().filter(|page| is_text(&page.path)) {
        let found = search.passages_in(&String::from_utf8_lossy(&page.bytes));
        faults.extend(
            found
                .into_iter()
                .map(|index| passages[index].fault(&page.path)),
        );
    }
    faults
}

struct Passage {
    item: String,
    points: [usize; 2],
    /// Runs of words, each of which gives the passage away.
    runs: Vec<String>,
}

impl Passage {
    fn fault(&self, page: &str) -> Fault {
        let [start, end] = self.points;
        Fault::Leak {
            page: page.to_owned(),
            item: self.item.clone(),
            start,
            end,
        }
    }
}

/// All runs at once: a case may have hundreds of passages and hundreds of pages.
struct Search {
    automaton: AhoCorasick,
    /// The first passage that has the run, by the run's number.
    passage: Vec<usize>,
}

impl Search {
    fn new(passages: &[Passage]) -> Result<Self, BuildError> {
        let mut first: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, passage) in passages.iter().enumerate() {
            for run in &passage.runs {
                first.entry(run).or_insert(index);
            }
        }
        let automaton = AhoCorasick::new(first.keys())?;
        Ok(Self {
            automaton,
            passage: first.into_values().collect(),
        })
    }

    /// Runs overlap, so overlapping matches count; a run may also end inside a longer word, as
    /// not every script puts spaces between words.
    fn passages_in(&self, page: &str) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        if self.passage.is_empty() {
            return found;
        }
        for reading in readings(page) {
            let matches = self.automaton.find_overlapping_iter(&reading);
            found.extend(matches.map(|hit| self.passage[hit.pattern().as_usize()]));
        }
        found
    }
}

fn passages_of(entry: &Entry<'_>) -> Vec<Passage> {
    let text = &entry.document.text;
    let points = CodePoints::new(text);
    entry
        .given
        .iter()
        .filter_map(|span| passage(entry, *span, text, &points))
        .collect()
}

fn passage(entry: &Entry<'_>, span: Span, text: &str, points: &CodePoints<'_>) -> Option<Passage> {
    let restricted = span.of(text)?.trim();
    if restricted.chars().count() < MIN_CHARACTERS {
        return None;
    }
    let words = words(restricted);
    let list: Vec<&str> = words.split(' ').collect();
    let runs: Vec<String> = list
        .windows(list.len().min(RUN))
        .map(|run| run.join(" "))
        .collect();
    (!words.is_empty()).then(|| Passage {
        item: entry.document.item.short().to_owned(),
        points: points.of_span(span),
        runs,
    })
}

/// A page as words, four ways: tags taken as nothing (a word may be split by a mark), tags taken
/// as gaps (two cells of a table), tags read as text (what stands in attributes), and tags that
/// a source wrote, which the page shows as characters, taken as gaps.
fn readings(page: &str) -> [String; 4] {
    let page = without_json_escapes(page);
    let shown = without_entities(&page);
    let [joined, apart] = ["", " "].map(|gap| without_entities(&without_tags(&page, gap)));
    let bare = without_tags(&shown, " ");
    [joined, apart, shown, bare].map(|reading| words(&reading))
}

fn is_text(path: &str) -> bool {
    TEXT_PAGES.iter().any(|ending| path.ends_with(ending))
}

/// Lower-case words with one space between; characters of no width count for nothing.
fn words(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\u{ad}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{2069}'
            | '\u{feff}'
            | '\u{fffd}' => {}
            letter if letter.is_alphanumeric() => words.extend(letter.to_lowercase()),
            _ if words.ends_with(' ') || words.is_empty() => {}
            _ => words.push(' '),
        }
    }
    words.truncate(words.trim_end().len());
    words
}

fn without_tags(page: &str, instead: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(open) = rest.find('<') {
        text.push_str(&rest[..open]);
        text.push_str(instead);
        let tag = &rest[open..];
        rest = tag.find('>').map_or("", |close| &tag[close + 1..]);
    }
    text.push_str(rest);
    text
}

/// The five entities the pages are written with; others would only hide what we never write.
fn without_entities(text: &str) -> String {
    let mut text = text.to_owned();
    for (entity, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#38;", "&"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text
}

/// `\n`, `\"` and `\u003c` as the characters they stand for.
fn without_json_escapes(page: &str) -> String {
    let mut text = String::with_capacity(page.len());
    let mut rest = page;
    while let Some(at) = rest.find('\\') {
        text.push_str(&rest[..at]);
        let escape = &rest[at + 1..];
        let code = escape.strip_prefix('u').and_then(|code| code.get(..4));
        let letter = code
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32);
        if let Some(letter) = letter {
            text.push(letter);
            rest = &escape[5..];
        } else {
            text.push(' ');
            let mut after = escape.chars();
            after.next();
            rest = after.as_str();
        }
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(restricted: &str, page: &str, found: bool) {
        let run = words(restricted);
        assert_eq!(
            readings(page).iter().any(|reading| reading.contains(&run)),
            found,
            "{page}"
        );
    }

    #[test]
    fn words_are_found_through_markup_capitals_and_escapes() {
        check("Freedom Square, 5", "<p>at FREEDOM square<br>5</p>", true);
        check(
            "Freedom Square, 5",
            "<p>Free<mark>dom Squ</mark>are 5</p>",
            true,
        );
        check(
            "Freedom Square, 5",
            "<a title=\"Freedom &quot;Square&quot; 5\">x</a>",
            true,
        );
        check(
            "Freedom Square, 5",
            "{\"a\":\"Freedom\\u0020Square\\n5\"}",
            true,
        );
        check(
            "Freedom Square, 5",
            "<p>at &lt;i&gt;Freedom&lt;/i&gt; Square 5</p>",
            true,
        );
        check("площа Свободи", "Площа <b>СВОБОДИ</b>", true);
    }

    #[test]
    fn other_words_are_no_leak() {
        check(
            "Freedom Square, 5",
            "<p>Freedom Square was shelled at 5</p>",
            false,
        );
    }
}
