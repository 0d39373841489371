//! Quotations: text between quotation marks, forgiving of marks that do not match.
//!
//! A quotation never crosses a paragraph; one left open ends with its paragraph, as reporters
//! do when the next paragraph opens a mark again.

use bearings_model::Span;

use super::token::{Kind, Token};

#[derive(Clone, Debug)]
pub(crate) struct Quotation {
    /// With its marks.
    pub span: Span,
    /// Without them.
    pub inner: Span,
    /// No closing mark was found.
    pub open: bool,
}

pub(super) fn quotations(source: &str, tokens: &[Token]) -> Vec<Quotation> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mark = &source[tokens[at].span.start..tokens[at].span.end];
        if !opens(source, tokens, at, mark) {
            at += 1;
            continue;
        }
        let close = closing(source, tokens, at, mark);
        let (inner_end, end, open, next) = match close {
            Some(i) => {
                let last = i + usize::from(is_pair(source, tokens, i));
                (tokens[i].span.start, tokens[last].span.end, false, last + 1)
            }
            None => {
                let stop = paragraph_end(tokens, at);
                (
                    tokens[stop - 1].span.end,
                    tokens[stop - 1].span.end,
                    true,
                    stop,
                )
            }
        };
        let opened = tokens[at + usize::from(is_pair(source, tokens, at))]
            .span
            .end;
        let inner = Span::new(opened, inner_end.max(opened));
        found.push(Quotation {
            span: Span::new(tokens[at].span.start, end),
            inner,
            open,
        });
        at = next;
    }
    found
}

/// A mark opens a quotation when it is an opening mark or a straight one before a word.
fn opens(source: &str, tokens: &[Token], at: usize, mark: &str) -> bool {
    match mark {
        "“" | "«" | "„" => true,
        "\"" => {
            let end = tokens[at].span.end;
            source[end..].starts_with(|c: char| !c.is_whitespace())
        }
        "'" if is_pair(source, tokens, at) => {
            let after = &source[tokens[at + 1].span.end..];
            after.starts_with(|c: char| !c.is_whitespace())
        }
        _ => false,
    }
}

/// Two apostrophes, as typewriters and some agencies write a quotation mark.
fn is_pair(source: &str, tokens: &[Token], at: usize) -> bool {
    let mark = |i: usize| {
        tokens
            .get(i)
            .map(|token| &source[token.span.start..token.span.end])
    };
    let glued = || tokens[at].span.end == tokens[at + 1].span.start;
    mark(at) == Some("'") && mark(at + 1) == Some("'") && glued()
}

fn closing(source: &str, tokens: &[Token], open: usize, mark: &str) -> Option<usize> {
    let closers: &[&str] = match mark {
        "“" => &["”", "\""],
        "«" => &["»"],
        "„" => &["“", "”"],
        "'" => &["'"],
        _ => &["\"", "”"],
    };
    let text = |i: usize| &source[tokens[i].span.start..tokens[i].span.end];
    // One walk to whichever comes first: looking for the paragraph's end from every mark anew
    // would be quadratic in a paragraph full of them.
    let paired = mark == "'";
    let closes = |i: usize| closers.contains(&text(i)) && (!paired || is_pair(source, tokens, i));
    let first = open + 1 + usize::from(paired);
    let stop = (first..tokens.len())
        .find(|i| tokens[*i].kind == Kind::Break || closes(*i))
        .unwrap_or(tokens.len());
    if tokens
        .get(stop)
        .is_some_and(|token| token.kind != Kind::Break)
    {
        return Some(stop);
    }
    // A quotation that ends its paragraph in a single mark was closed with the wrong one.
    let last = stop - 1;
    (last > open && matches!(text(last), "’" | "'")).then_some(last)
}

fn paragraph_end(tokens: &[Token], from: usize) -> usize {
    (from..tokens.len())
        .find(|i| tokens[*i].kind == Kind::Break)
        .unwrap_or(tokens.len())
}
