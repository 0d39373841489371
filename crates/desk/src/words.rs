//! Text from outside, made safe to stand in a page: shown as characters, never obeyed as markup
//! or as an order to turn the direction of what follows.
//!
//! Every text of an item or of a ruling goes through here.

use std::fmt::{self, Write};

use askama::filters::HtmlSafe;

/// A text between tags, set apart from its surroundings by `<bdi>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words(String);

/// Markup the desk wrote itself; what it holds from outside went through [`push_escaped`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Markup(pub String);

impl Words {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// At most `limit` characters, cut at a word, with an ellipsis where something is left out.
    pub fn shortened(text: &str, limit: usize) -> Self {
        let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some((end, _)) = flat.char_indices().nth(limit) else {
            return Self(flat);
        };
        let cut = flat[..end].rfind(' ').unwrap_or(end);
        Self(format!(
            "{}…",
            flat[..cut].trim_end_matches([',', ';', ':', ' '])
        ))
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut html = String::with_capacity(self.0.len() + 16);
        push_escaped(&mut html, &self.0);
        write!(out, "<bdi>{html}</bdi>")
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Words {}
impl HtmlSafe for Markup {}

/// Adds a text for between tags. A character that cannot be seen is drawn as one that names it.
pub(crate) fn push_escaped(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            unseen if is_unseen(unseen) => {
                let code = unseen as u32;
                // Writing to a String cannot fail.
                let _ = write!(
                    html,
                    "<span class=\"unseen-character\">[U+{code:04X}]</span>"
                );
            }
            other => html.push(other),
        }
    }
}

/// Control characters, and those that embed, override or isolate a direction (Unicode UAX 9).
/// The plain marks U+200E and U+200F are part of honest writing.
fn is_unseen(letter: char) -> bool {
    let turns = matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    turns || (letter.is_control() && !matches!(letter, '\n' | '\t'))
}

/// A BCP 47 tag for a `lang` attribute, or nothing where the text is none.
pub(crate) fn language_tag(lang: Option<&str>) -> Option<String> {
    let fits = |tag: &str| {
        (2..=35).contains(&tag.len())
            && tag
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    lang.filter(|tag| fits(tag)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        assert_eq!(Words::new(text).to_string(), format!("<bdi>{shown}</bdi>"));
    }

    #[test]
    fn markup_is_shown_and_honest_letters_stay() {
        check(
            "<b title='x'>&</b>",
            "&lt;b title=&#39;x&#39;&gt;&amp;&lt;/b&gt;",
        );
        check("Харків, 27 лютого", "Харків, 27 лютого");
    }

    #[test]
    fn what_turns_the_direction_is_named_and_not_obeyed() {
        check(
            "a\u{202e}b\u{7}",
            "a<span class=\"unseen-character\">[U+202E]</span>b\
            <span class=\"unseen-character\">[U+0007]</span>",
        );
        check("line\nline\t.", "line\nline\t.");
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        assert_eq!(
            Words::shortened("one two,  three", 9),
            Words::new("one two…")
        );
        assert_eq!(Words::shortened("one two", 9), Words::new("one two"));
    }
}
