//! A text as numbered lines that chrome rules may strike out.

use crate::removed::{Removed, RemovedLine};

#[derive(Debug)]
pub(crate) struct Line<'t> {
    pub number: usize,
    /// Without trailing blanks.
    pub text: &'t str,
    /// The rule that struck it out.
    pub struck: Option<&'static str>,
}

impl Line<'_> {
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    pub(crate) fn words(&self) -> usize {
        self.text.split_whitespace().count()
    }

    /// Lower case, inner blanks single, no punctuation at either end: what word tables hold.
    pub(crate) fn key(&self) -> String {
        key(self.text)
    }
}

pub(crate) fn key(text: &str) -> String {
    let bare = text.trim_matches(|c: char| !c.is_alphanumeric());
    let words: Vec<&str> = bare.split_whitespace().collect();
    words.join(" ").to_lowercase().replace('’', "'")
}

pub(crate) fn split(text: &str) -> Vec<Line<'_>> {
    let numbered = text.split('\n').enumerate();
    numbered
        .map(|(at, line)| Line {
            number: at + 1,
            text: line.trim_end(),
            struck: None,
        })
        .collect()
}

/// Indexes of the lines that still stand and are not blank.
pub(crate) fn standing(lines: &[Line<'_>]) -> Vec<usize> {
    let stands = |line: &Line<'_>| line.struck.is_none() && !line.is_blank();
    lines
        .iter()
        .enumerate()
        .filter(|(_, line)| stands(line))
        .map(|(at, _)| at)
        .collect()
}

/// The text of what stands, blank lines never doubled, and the list of what does not.
pub(crate) fn settle(lines: &[Line<'_>]) -> (String, Removed) {
    let mut text = String::new();
    let mut removed = Removed::default();
    let mut gap = false;
    for line in lines {
        if let Some(rule) = line.struck {
            removed.lines.push(RemovedLine {
                number: line.number,
                text: line.text.to_owned(),
                rule,
            });
        }
        if line.struck.is_some() || line.is_blank() {
            // A struck line between two paragraphs leaves no new break inside either.
            gap |= line.is_blank();
            continue;
        }
        if !text.is_empty() {
            text.push_str(if gap { "\n\n" } else { "\n" });
        }
        text.push_str(line.text);
        gap = false;
    }
    (text, removed)
}
