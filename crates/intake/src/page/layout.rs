//! Markup to text: paragraphs apart by a blank line, list items and line breaks by a new line.

use html_escape::decode_html_entities;

use super::tags::{Token, tokens};

/// Elements that stand apart from what is around them.
const BLOCKS: &[&str] = &[
    "p",
    "div",
    "section",
    "article",
    "main",
    "header",
    "footer",
    "aside",
    "nav",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "dl",
    "table",
    "blockquote",
    "quote",
    "pre",
    "figure",
    "figcaption",
    "address",
    "form",
    "fieldset",
    "hr",
    "body",
    "title",
    "details",
    "summary",
];
const LINES: &[&str] = &["br", "li", "dd", "dt", "tr", "caption", "option"];
/// Cells of one row stay on its line.
const CELLS: &[&str] = &["td", "th"];
/// Raw elements whose content is text for people.
const READABLE_RAW: &[&str] = &["textarea", "xmp"];

/// The text of `html`, characters kept, blanks run together. Scripts and styles are left out.
pub(crate) fn lay_out(html: &str) -> String {
    let mut sheet = Sheet::default();
    for token in tokens(html) {
        match token {
            Token::Open(tag) => sheet.element(tag.name),
            Token::Close(name) => sheet.element(name),
            Token::Text(text) => sheet.write(&decode_html_entities(text)),
            Token::Raw { element, content } if is_one_of(READABLE_RAW, element) => {
                sheet.write(&decode_html_entities(content));
            }
            Token::Raw { .. } | Token::Comment(_) => {}
        }
    }
    sheet.text
}

#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Blank,
    Line,
    Paragraph,
}

#[derive(Default)]
struct Sheet {
    text: String,
    gap: Gap,
}

impl Sheet {
    fn element(&mut self, name: &str) {
        if is_one_of(BLOCKS, name) {
            self.widen(Gap::Paragraph);
        } else if is_one_of(LINES, name) {
            self.widen(Gap::Line);
        } else if is_one_of(CELLS, name) {
            self.widen(Gap::Blank);
        }
    }

    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn write(&mut self, text: &str) {
        for piece in text.split_inclusive(|c: char| c.is_ascii_whitespace()) {
            let word = piece.trim_end_matches(|c: char| c.is_ascii_whitespace());
            if !word.is_empty() {
                self.close_gap();
                self.text.push_str(word);
            }
            if word.len() < piece.len() {
                self.widen(Gap::Blank);
            }
        }
    }

    fn close_gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push_str(match self.gap {
                Gap::None => "",
                Gap::Blank => " ",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.gap = Gap::None;
    }
}

fn is_one_of(names: &[&str], name: &str) -> bool {
    names.iter().any(|one| one.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paragraphs_items_and_breaks_keep_their_distance() {
        for (html, want) in [
            ("<p>One\n  two</p><p>Three", "One two\n\nThree"),
            (
                "<h2>Head</h2>Text<ul><li>a</li>\n<li>b</ul>",
                "Head\n\nText\n\na\nb",
            ),
            ("one<br><br/>two", "one\ntwo"),
            ("a<b>b</b>c <i> d</i>", "abc d"),
            (
                "5&nbsp;&lt;&nbsp;7 &laquo;так&raquo;",
                "5\u{a0}<\u{a0}7 «так»",
            ),
            ("x<script>alert('<p>')</script>y<style>p{}</style>", "xy"),
            (
                "<table><tr><td>31</td><td>wounded</td></tr></table>",
                "31 wounded",
            ),
        ] {
            assert_eq!(lay_out(html), want, "{html}");
        }
    }
}
