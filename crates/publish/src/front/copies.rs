//! Copies side by side: the passage two texts share, in each.

use bearings_model::{CopyGroup, Excerpt, Span};

use crate::address;
use crate::evidence::masked;
use crate::phrase;
use crate::sources::Sources;
use crate::words::{Markup, Words};

/// A longer passage is cut: what is shown has to prove the copy, not reprint the text.
const LONGEST: usize = 600;

pub(super) struct CopyView {
    pub sentence: Words,
    pub sides: [SideView; 2],
}

pub(super) struct SideView {
    pub role: &'static str,
    pub outlet: Words,
    pub published: String,
    pub href: String,
    pub lang: Option<String>,
    pub passage: Markup,
}

pub(super) fn views(groups: &[CopyGroup], sources: &Sources<'_>) -> Vec<CopyView> {
    let view = |group: &CopyGroup| {
        let earlier = side("Earlier", &group.passage_earlier, sources)?;
        let later = side("Later", &group.passage_later, sources)?;
        Some(CopyView {
            sentence: Words::new(&group.sentence),
            sides: [earlier, later],
        })
    };
    // The gate has seen that both sides exist.
    groups.iter().filter_map(view).collect()
}

fn side(role: &'static str, passage: &Excerpt, sources: &Sources<'_>) -> Option<SideView> {
    let entry = sources.get(passage.item())?;
    let document = entry.document;
    let span = passage.span();
    let shown = shortened(&document.text, span);
    let mut html = masked(entry, shown);
    if shown.end < span.end {
        html.push_str(" […]");
    }
    Some(SideView {
        role,
        outlet: Words::new(&document.outlet),
        published: phrase::published(document),
        href: address::evidence_page(passage.item()),
        lang: address::language_tag(document.lang.as_deref()),
        passage: Markup(html),
    })
}

fn shortened(text: &str, span: Span) -> Span {
    let passage = span.of(text).unwrap_or_default();
    let end = passage
        .char_indices()
        .nth(LONGEST)
        .map_or(passage.len(), |(end, _)| {
            passage[..end].rfind(char::is_whitespace).unwrap_or(end)
        });
    Span::new(span.start, span.start + end)
}
