//! Text from outside, made safe to stand in a page: markup is shown as characters, and
//! characters that turn the direction of what follows are shown instead of obeyed.
//!
//! Every text of an account or a source goes through here; no template marks a text as safe.

use std::fmt::{self, Write};

use askama::filters::HtmlSafe;

/// A text between tags, kept apart from its surroundings by `<bdi>`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words(pub String);

/// Markup this crate wrote itself; whatever it holds from outside went through [`escape`].
#[derive(Clone, Debug, Default)]
pub(crate) struct Markup(pub String);

impl Words {
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "<bdi>{}</bdi>", escape(&self.0))
    }
}

impl fmt::Display for Markup {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.0)
    }
}

impl HtmlSafe for Words {}
impl HtmlSafe for Markup {}

/// A text for between tags. What cannot be seen or would turn the reading direction is drawn as
/// a mark that names it.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 16);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            hidden if is_hidden(hidden) => push_hidden(&mut out, hidden),
            other => out.push(other),
        }
    }
    out
}

/// A text for an attribute, a title or a drawing, where no mark can stand: hidden characters
/// become U+FFFD. It still has to be escaped.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .map(|letter| {
            if is_hidden(letter) {
                '\u{fffd}'
            } else {
                letter
            }
        })
        .collect()
}

/// The first `limit` characters, cut at a word, with an ellipsis where something is left out.
pub(crate) fn shortened(text: &str, limit: usize) -> String {
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = flat.char_indices().nth(limit) else {
        return flat;
    };
    let cut = flat[..end].rfind(' ').unwrap_or(end);
    format!("{}…", &flat[..cut])
}

/// JSON fit to stand inside a script element: nothing in it can end the element or a line.
pub(crate) fn json_block(json: &str) -> Markup {
    let mut out = String::with_capacity(json.len() + 64);
    for letter in json.chars() {
        match letter {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                // Writing to a String cannot fail.
                let _ = write!(out, "\\u{:04x}", letter as u32);
            }
            other => out.push(other),
        }
    }
    Markup(out)
}

fn push_hidden(out: &mut String, hidden: char) {
    let _ = write!(
        out,
        "<span class=\"hidden-character\" title=\"a hidden character, U+{:04X}\">\u{fffd}</span>",
        hidden as u32
    );
}

/// Control characters, and the embeddings, overrides and isolates of the bidirectional
/// algorithm (Unicode UAX 9). The plain marks U+200E and U+200F are part of honest writing.
fn is_hidden(letter: char) -> bool {
    match letter {
        '\n' | '\t' => false,
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => true,
        other => other.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        assert_eq!(Words::new(text).to_string(), format!("<bdi>{shown}</bdi>"));
    }

    #[test]
    fn markup_is_shown_and_not_obeyed() {
        check(
            "a <b>\"c\"</b> & 'd'",
            "a &lt;b&gt;&quot;c&quot;&lt;/b&gt; &amp; &#39;d&#39;",
        );
        check("Харків, 27 лютого", "Харків, 27 лютого");
    }

    #[test]
    fn a_character_that_turns_the_direction_is_named() {
        let shown = Words::new("photo\u{202e}gpj.exe").to_string();
        assert!(
            shown.contains("U+202E") && !shown.contains('\u{202e}'),
            "{shown}"
        );
        assert_eq!(plain("photo\u{202e}gpj.exe"), "photo\u{fffd}gpj.exe");
    }

    #[test]
    fn json_cannot_leave_its_block() {
        let block = json_block("{\"a\":\"</script>\u{2028}\"}").0;
        assert_eq!(block, "{\"a\":\"\\u003c/script\\u003e\\u2028\"}");
    }

    #[test]
    fn a_long_text_is_cut_at_a_word() {
        assert_eq!(shortened("one two  three", 9), "one two…");
        assert_eq!(shortened("one two", 9), "one two");
    }
}
