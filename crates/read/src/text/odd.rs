//! What texts carry besides their words: characters nobody sees, letters of another script that
//! look alike, remains of markup. The words are read as if it were not there; spans stay exact.

use std::cmp::Ordering;

/// Zero-width spaces and joiners, marks of direction, the soft hyphen, variation selectors.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// A piece of markup at the beginning of `rest`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Markup {
    /// Stands for a space: an entity, or a tag inside a line.
    Space(usize),
    /// Ends a line: `<br>`, `<p>`, `</div>`.
    Line(usize),
}

/// No tag of a page's text is longer; a longer run between angle brackets is looked at no further,
/// so that a text full of them stays linear.
const LONGEST_TAG_BYTES: usize = 300;

/// Longest named entity that occurs in prose, with its marks: `&hellip;` and kin.
const LONGEST_ENTITY_BYTES: usize = 10;

pub(super) fn markup(rest: &str) -> Option<Markup> {
    match rest.as_bytes().first()? {
        b'&' => entity(rest),
        b'<' => tag(rest),
        _ => None,
    }
}

fn entity(rest: &str) -> Option<Markup> {
    let window = &rest.as_bytes()[1..rest.len().min(LONGEST_ENTITY_BYTES)];
    let end = window.iter().position(|byte| *byte == b';')?;
    let name = &window[..end];
    let named = name.len() >= 2 && name.iter().all(u8::is_ascii_alphabetic);
    let numbered =
        name.len() >= 2 && name[0] == b'#' && name[1..].iter().all(u8::is_ascii_alphanumeric);
    (named || numbered).then_some(Markup::Space(end + 2))
}

fn tag(rest: &str) -> Option<Markup> {
    let bytes = rest.as_bytes();
    let inside = &bytes[1..bytes.len().min(LONGEST_TAG_BYTES)];
    let stop = inside
        .iter()
        .position(|byte| matches!(byte, b'<' | b'>' | b'\n'))?;
    let name_at = usize::from(inside.first() == Some(&b'/'));
    let begins = inside.get(name_at).is_some_and(u8::is_ascii_alphabetic);
    if inside[stop] != b'>' || !begins {
        return None;
    }
    let name: Vec<u8> = inside[name_at..stop]
        .iter()
        .take_while(|byte| byte.is_ascii_alphanumeric())
        .map(u8::to_ascii_lowercase)
        .collect();
    let line: [&[u8]; 12] = [
        b"br",
        b"p",
        b"div",
        b"li",
        b"ul",
        b"tr",
        b"h1",
        b"h2",
        b"h3",
        b"h4",
        b"td",
        b"blockquote",
    ];
    Some(match line.contains(&name.as_slice()) {
        true => Markup::Line(stop + 2),
        false => Markup::Space(stop + 2),
    })
}

/// Whether a word mixes Latin and Cyrillic letters, and then which it is mostly of; `text` decides
/// between equals.
pub(super) fn mixed_script(word: &str, text: Script) -> Option<Script> {
    if word.is_ascii() {
        return None;
    }
    let (mut latin, mut cyrillic) = (0_usize, 0_usize);
    for c in word.chars() {
        latin += usize::from(c.is_ascii_alphabetic());
        cyrillic += usize::from(matches!(c, '\u{400}'..='\u{4ff}'));
    }
    (latin > 0 && cyrillic > 0).then_some(match cyrillic.cmp(&latin) {
        Ordering::Greater => Script::Cyrillic,
        Ordering::Less => Script::Latin,
        Ordering::Equal => text,
    })
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Cyrillic,
}

/// Lower-case letters that look the same in print in both scripts (capitals included, as for "В"
/// and "B", whose lower cases are `в` and `b`).
const ALIKE: [(char, char); 13] = [
    ('a', 'а'),
    ('b', 'в'),
    ('c', 'с'),
    ('e', 'е'),
    ('h', 'н'),
    ('i', 'і'),
    ('k', 'к'),
    ('m', 'м'),
    ('o', 'о'),
    ('p', 'р'),
    ('t', 'т'),
    ('x', 'х'),
    ('y', 'у'),
];

/// A lower-case letter as the word's own script writes it.
pub(super) fn in_script(c: char, script: Script) -> char {
    let pair = ALIKE
        .iter()
        .find(|(latin, cyrillic)| *latin == c || *cyrillic == c);
    match (pair, script) {
        (Some((_, cyrillic)), Script::Cyrillic) => *cyrillic,
        (Some((latin, _)), Script::Latin) => *latin,
        (None, _) => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_told_from_prose() {
        assert_eq!(markup("&nbsp;x"), Some(Markup::Space(6)));
        assert_eq!(markup("&#160;x"), Some(Markup::Space(6)));
        assert_eq!(markup("<br/>x"), Some(Markup::Line(5)));
        assert_eq!(markup("</p>"), Some(Markup::Line(4)));
        assert_eq!(markup("<a href='x'>"), Some(Markup::Space(12)));
        for prose in [
            "& Sons; x",
            "&",
            "<",
            "< 5 and > 3",
            "<3",
            "<br",
            "&;",
            "<\n>",
        ] {
            assert_eq!(markup(prose), None, "{prose}");
        }
    }

    #[test]
    fn a_word_of_two_scripts_is_read_in_the_one_it_is_mostly_of() {
        assert_eq!(
            mixed_script("Харкiв", Script::Latin),
            Some(Script::Cyrillic)
        );
        assert_eq!(mixed_script("Кharkiv", Script::Latin), Some(Script::Latin));
        assert_eq!(mixed_script("Kharkiv", Script::Latin), None);
        assert_eq!(in_script('i', Script::Cyrillic), 'і');
        assert_eq!(in_script('к', Script::Latin), 'k');
    }
}
