//! Furniture that is told from one line alone, wherever it stands.

use super::words::{
    ADVERTISEMENT, CONTROLS, EMPTY_FIELDS, FOLLOW, FOLLOWED, INLINE_STARTERS, NETWORKS,
    PLACEHOLDERS, RESERVED, SHARE, SHARE_FILLERS,
};
use crate::lines::{Line, key, standing};

type Rule = (&'static str, fn(&Line<'_>) -> bool);

const RULES: &[Rule] = &[
    ("empty field", is_empty_field),
    ("sponsor line", is_sponsor),
    ("hashtags", is_hashtags),
    ("share line", is_share),
    ("follow line", is_follow),
    ("page control", is_control),
    ("copyright line", is_copyright),
    ("inline teaser", is_inline_teaser),
];

pub(super) fn strike(lines: &mut [Line<'_>]) {
    for at in standing(lines) {
        let line = &lines[at];
        lines[at].struck = RULES
            .iter()
            .find(|(_, fits)| fits(line))
            .map(|(name, _)| *name);
    }
}

/// "Date:" with nothing after it.
pub(super) fn is_empty_field(line: &Line<'_>) -> bool {
    line.text.ends_with(':') && EMPTY_FIELDS.contains(&line.key().as_str())
}

fn is_sponsor(line: &Line<'_>) -> bool {
    let mut bare = line.text.to_owned();
    for placeholder in PLACEHOLDERS {
        bare = bare.replace(placeholder, "");
    }
    let key = key(&bare);
    let only_placeholder = key.is_empty() && bare.len() < line.text.len();
    only_placeholder || ADVERTISEMENT.contains(&key.as_str())
}

fn is_hashtags(line: &Line<'_>) -> bool {
    let tag = |word: &str| word.len() > 1 && word.starts_with('#');
    line.text
        .split_whitespace()
        .all(|word| tag(word.trim_end_matches([',', ';'])))
}

/// "Share on Facebook", "Facebook Twitter Telegram"; never a sentence with another word.
fn is_share(line: &Line<'_>) -> bool {
    let lower = line.text.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == '|' || c == ',')
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect();
    let count = |table: &[&str]| words.iter().filter(|word| table.contains(word)).count();
    let (share, networks, fillers) = (count(SHARE), count(NETWORKS), count(SHARE_FILLERS));
    let all_known = share + networks + fillers == words.len();
    all_known && words.len() <= 16 && (share > 0 || networks >= 2)
}

fn is_follow(line: &Line<'_>) -> bool {
    let key = line.key();
    let invited = FOLLOW.iter().any(|opening| key.starts_with(opening));
    let followed = |word: &str| {
        let word = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '@');
        FOLLOWED
            .iter()
            .any(|one| *one == word || (*one == "@" && word.starts_with('@')))
    };
    invited && line.words() <= 30 && key.split_whitespace().any(followed)
}

fn is_control(line: &Line<'_>) -> bool {
    // A word with its full stop is a sentence ("Home."), without it a button.
    !line.text.ends_with('.') && CONTROLS.contains(&line.key().as_str())
}

/// "© 2022 …" or "All rights reserved"; a picture's "© Anna One" may stand in a caption that tells
/// something, and stays.
fn is_copyright(line: &Line<'_>) -> bool {
    let key = line.key();
    let marked = line.text.trim_start().starts_with('©') || key.starts_with("copyright ");
    let year =
        |word: &str| word.len() >= 4 && word.bytes().take(4).all(|byte| byte.is_ascii_digit());
    let dated = key.split_whitespace().take(3).any(year);
    line.words() <= 30 && ((marked && dated) || RESERVED.contains(&key.as_str()))
}

/// "Read more: Ministers meet": a starter, a colon, a headline. With a full stop it is a sentence.
fn is_inline_teaser(line: &Line<'_>) -> bool {
    let Some((opening, rest)) = line.text.split_once(':') else {
        return false;
    };
    let headline = !rest.trim().is_empty() && !rest.ends_with(['.', '"', '”', '»']);
    headline && line.words() <= 30 && INLINE_STARTERS.contains(&key(opening).as_str())
}
