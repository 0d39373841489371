//! Lists of other stories, and what readers wrote, after the line that begins them.
//!
//! A block ends where prose resumes. When in doubt the text stays: a teaser too many is seen by
//! the person who reads, a paragraph too few is not.

use super::words::{COMMENT_MARKS, COMMENTS, STARTERS};
use crate::lines::{Line, standing};

/// A headline or a cut-off summary has no more words.
const TEASER_WORDS: usize = 30;
/// A finished sentence this long is prose wherever it stands.
const PROSE_WORDS: usize = 35;

pub(super) fn strike(lines: &mut [Line<'_>]) {
    let standing = standing(lines);
    let last_mark = standing.iter().rposition(|at| is_comment_mark(&lines[*at]));
    let mut from = 0;
    while from < standing.len() {
        let line = &lines[standing[from]];
        let (rule, length) = if is_starter(line) {
            ("teasers", 1 + teasers(lines, &standing[from + 1..]))
        } else if is_comments(line) && begins_comments(from, standing.len(), last_mark) {
            ("comments", standing.len() - from)
        } else {
            from += 1;
            continue;
        };
        for at in &standing[from..from + length] {
            lines[*at].struck = Some(rule);
        }
        from += length;
    }
}

fn is_starter(line: &Line<'_>) -> bool {
    !line.text.ends_with(['.', ',']) && STARTERS.contains(&line.key().as_str())
}

/// "Comments", "3 comments", "Comments (3)".
fn is_comments(line: &Line<'_>) -> bool {
    let key = line.key();
    let counted = key.trim_matches(|c: char| c.is_ascii_digit() || " ()".contains(c));
    !line.text.ends_with(['.', ','])
        && (COMMENTS.contains(&key.as_str()) || COMMENTS.contains(&counted))
}

/// How many of the lines after a starter are teasers.
fn teasers(lines: &[Line<'_>], rest: &[usize]) -> usize {
    let mut seen = 0;
    while let Some(at) = rest.get(seen) {
        let next = rest.get(seen + 1).map(|at| &lines[*at]);
        let line = &lines[*at];
        let summary = seen > 0 && is_summary(line, next, &lines[rest[seen - 1]]);
        if !is_teaser(line) && !summary {
            break;
        }
        seen += 1;
    }
    seen
}

/// A headline, or a summary that is cut off.
fn is_teaser(line: &Line<'_>) -> bool {
    let cut_off =
        line.text.ends_with("...") || line.text.ends_with('…') || line.text.ends_with("[…]");
    let quoted =
        line.text.starts_with(['“', '"', '«', '„']) && line.text.ends_with(['”', '"', '»']);
    line.words() <= TEASER_WORDS && !quoted && (cut_off || !ends_sentence(line) || is_starter(line))
}

/// A finished sentence between two headlines: the summary under the first.
fn is_summary(line: &Line<'_>, next: Option<&Line<'_>>, before: &Line<'_>) -> bool {
    let headline = |line: &Line<'_>| is_teaser(line) && !is_starter(line) && line.words() <= 20;
    line.words() < PROSE_WORDS && headline(before) && next.is_some_and(headline)
}

fn ends_sentence(line: &Line<'_>) -> bool {
    let bare = line
        .text
        .trim_end_matches(['”', '"', '»', '’', '\'', ')', ']']);
    bare.ends_with(['.', '!', '?', ':', ',', ';', '…'])
}

fn is_comment_mark(line: &Line<'_>) -> bool {
    // Marks are short; a long line need not be looked through.
    if line.words() > 16 {
        return false;
    }
    let key = line.key().replace([',', '.'], "");
    let opens = |mark: &str| mark.len() > 12 && key.starts_with(mark);
    COMMENT_MARKS.iter().any(|mark| key == *mark || opens(mark))
}

/// All that follows is comments when it has their marks, or when nothing follows; else the line
/// is only a word.
fn begins_comments(at: usize, count: usize, last_mark: Option<usize>) -> bool {
    at + 1 == count || last_mark.is_some_and(|mark| mark > at)
}
