//! Which news agency a text credits, and whether two names are one agency.
//!
//! Looks where credit lines stand: the byline, the head, the very end. An agency named in the
//! running text ("officials told Reuters") is a source there, not the author of all of it.

use super::prepared::Text;

/// Agencies by the names they are printed with. A name from elsewhere stands for itself.
const AGENCIES: &[&[&str]] = &[
    &[
        "ap",
        "associated press",
        "the associated press",
        "ассошиэйтед пресс",
        "ассошіейтед пресс",
    ],
    &["reuters", "рейтер", "рейтерс", "ройтерз"],
    &["afp", "agence france-presse", "франс пресс", "франс прес"],
    &["dpa", "deutsche presse-agentur"],
    &["upi", "united press international"],
    &["interfax", "интерфакс"],
    &[
        "interfax-ukraine",
        "інтерфакс-україна",
        "интерфакс-украина",
        "інтерфакс",
    ],
    &["tass", "itar-tass", "тасс"],
    &["ria novosti", "ria", "риа новости"],
    &["ukrinform", "укрінформ", "укринформ"],
    &["unian", "уніан", "униан"],
    &["xinhua"],
    &["efe"],
    &["ansa"],
    &["anadolu", "anadolu agency"],
];

/// How far into a text a credit line can stand, and how near its end, in characters.
const HEAD: usize = 160;
const TAIL: usize = 60;

/// The agency a text credits, by its reader or by its own credit line.
pub(crate) fn credit(text: &Text<'_>) -> Option<String> {
    if let Some(credit) = &text.credit {
        return Some(credit.clone());
    }
    let document = text.document;
    let byline = document
        .byline
        .as_deref()
        .unwrap_or_default()
        .to_lowercase();
    let written = document.text.trim().to_lowercase();
    let mut from_start = written.char_indices();
    let head = &written[..from_start.nth(HEAD).map_or(written.len(), |(at, _)| at)];
    let mut from_end = written.char_indices().rev();
    let tail = &written[from_end.nth(TAIL).map_or(0, |(at, _)| at)..];
    let found = AGENCIES.iter().find(|names| {
        names
            .iter()
            .any(|name| stands_in(&byline, name) || heads(head, name) || closes(tail, name))
    });
    found.map(|names| names[0].to_owned())
}

/// "KYIV (Reuters) -", "МОСКВА. /ТАСС/.", and "Reuters, Kyiv" on a line of its own.
fn heads(head: &str, name: &str) -> bool {
    let bracketed = [format!("({name})"), format!("/{name}/")];
    let line = head.lines().next().unwrap_or_default();
    let place = line.strip_prefix(name).is_some_and(|rest| {
        let rest = rest.trim_start();
        rest.is_empty() || rest.starts_with(',') && rest.split_whitespace().count() <= 4
    });
    let named = |brackets: &String| head.contains(brackets.as_str());
    place || bracketed.iter().any(named)
}

/// "(AP)" as the last words.
fn closes(tail: &str, name: &str) -> bool {
    let end = tail.trim_end_matches(|c: char| c.is_whitespace() || c == '.');
    end.ends_with(&format!("({name})"))
}

/// A name as whole words.
fn stands_in(words: &str, name: &str) -> bool {
    words.match_indices(name).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let after = words[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Whether two names are one agency's.
pub(crate) fn is_one(one: &str, other: &str) -> bool {
    key(one) == key(other)
}

fn key(name: &str) -> String {
    let lower = name
        .trim()
        .trim_matches(['«', '»', '“', '”', '"'])
        .to_lowercase();
    let known = AGENCIES
        .iter()
        .find(|names| names.contains(&lower.as_str()));
    known.map_or(lower, |names| names[0].to_owned())
}
