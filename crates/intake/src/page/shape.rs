//! Whether a page can be given to a tree-building extractor at all.
//!
//! A tree of a hundred thousand nested elements overflows the stack, which nothing can catch,
//! and unclosed formatting elements are copied into every paragraph after them. Both are counted
//! here beforehand, in one pass, meant to be at least as high as a tree builder would.

use std::collections::HashMap;

use super::tags::{Tag, Token, tokens};

/// Browsers flatten deeper nesting as well (Blink's limit is 512).
const DEPTH_LIMIT: usize = 512;
/// A long news page has some 5,000 nodes; figures in docs/decisions/0004-main-text.md.
const NODE_LIMIT: usize = 150_000;
/// Sum of every node's depth: extractors walk from each node to the root.
const WALK_LIMIT: usize = 4_000_000;
/// A tree builder compares each attribute of a tag with all before it.
const ATTRIBUTE_LIMIT: usize = 500;

/// Elements that never hold others.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];
/// Elements whose closing tag may be left out: the next of their kind closes them.
const CLOSED_BY_NEXT: &[&str] = &[
    "p", "li", "dd", "dt", "option", "tr", "td", "th", "tbody", "thead", "tfoot", "html", "head",
    "body",
];
/// Elements that a tree builder opens again in every block until they are closed.
const FORMATTING: &[&str] = &[
    "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u",
];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    Fit,
    TooDeep,
    TooManyElements,
}

pub(crate) fn shape(html: &str) -> Shape {
    let mut open = Open::default();
    let mut nodes = 0;
    let mut walks = 0;
    for token in tokens(html) {
        match token {
            Token::Open(tag) => {
                if tag.has_more_attributes_than(ATTRIBUTE_LIMIT) {
                    return Shape::TooManyElements;
                }
                open.enter(&tag);
                nodes += 1 + open.formatting;
            }
            Token::Close(name) => open.leave(name),
            Token::Text(_) | Token::Raw { .. } | Token::Comment(_) => nodes += 1,
        }
        walks += open.depth;
        if open.depth > DEPTH_LIMIT {
            return Shape::TooDeep;
        }
        if nodes > NODE_LIMIT || walks > WALK_LIMIT {
            return Shape::TooManyElements;
        }
    }
    Shape::Fit
}

/// Opened and not yet closed elements, by name.
#[derive(Default)]
struct Open {
    by_name: HashMap<String, usize>,
    depth: usize,
    formatting: usize,
    /// Inside `svg` or `math` no element closes by itself.
    foreign: usize,
}

impl Open {
    fn enter(&mut self, tag: &Tag<'_>) {
        let name = tag.name.to_ascii_lowercase();
        let name = name.as_str();
        let alone = VOID.contains(&name) || CLOSED_BY_NEXT.contains(&name);
        let closes_itself = if self.foreign > 0 {
            tag.self_closing
        } else {
            alone
        };
        if closes_itself {
            return;
        }
        *self.by_name.entry(name.to_owned()).or_default() += 1;
        self.depth += 1;
        self.formatting += usize::from(FORMATTING.contains(&name));
        self.foreign += usize::from(is_foreign(name));
    }

    fn leave(&mut self, name: &str) {
        let name = name.to_ascii_lowercase();
        let Some(count) = self.by_name.get_mut(&name).filter(|count| **count > 0) else {
            return;
        };
        *count -= 1;
        self.depth -= 1;
        self.formatting -= usize::from(FORMATTING.contains(&name.as_str()));
        self.foreign -= usize::from(is_foreign(&name));
    }
}

fn is_foreign(name: &str) -> bool {
    name == "svg" || name == "math"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_shapes_are_told_from_long_pages() {
        for (what, html, want) in [
            (
                "a long page",
                "<div><p>One.<p>Two.<br></div>".repeat(10_000),
                Shape::Fit,
            ),
            (
                "unclosed items",
                "<ul><li>a<li>b</ul>".repeat(10_000),
                Shape::Fit,
            ),
            ("nested blocks", "<div>".repeat(100_000), Shape::TooDeep),
            (
                "nested in a drawing",
                format!("<svg>{}", "<tr>".repeat(2_000)),
                Shape::TooDeep,
            ),
            (
                "formatting left open",
                format!("{}{}", "<b>".repeat(400), "<p>x".repeat(900)),
                Shape::TooManyElements,
            ),
            (
                "many and deep",
                format!("{}{}", "<div>".repeat(400), "<p>x".repeat(20_000)),
                Shape::TooManyElements,
            ),
            (
                "one tag of attributes",
                format!(
                    "<p {}>",
                    (0..1000).map(|n| format!("a{n} ")).collect::<String>()
                ),
                Shape::TooManyElements,
            ),
            (
                "millions of elements",
                "<p>".repeat(1_000_000),
                Shape::TooManyElements,
            ),
        ] {
            assert_eq!(shape(&html), want, "{what}");
        }
    }
}
