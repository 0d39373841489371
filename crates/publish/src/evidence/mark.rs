//! Marks excerpts in a text. Excerpts may nest or cross: marks are closed and opened again so
//! that the markup stays well formed, and each excerpt keeps one anchor.

use std::fmt::Write;

use bearings_model::Span;

use crate::address;
use crate::reference::Cited;
use crate::sources::Entry;
use crate::words::escape;

/// Stands for a restricted passage, whatever its words and length.
const WITHHELD: &str =
    "<span class=\"withheld\">withheld: publishing it could put someone in danger</span>";

/// The text of a stretch with restricted parts blocked.
pub(crate) fn masked(entry: &Entry<'_>, window: Span) -> String {
    let mut html = String::new();
    push_text(&mut html, entry, window);
    html
}

/// The text of a stretch with its excerpts marked and restricted parts blocked.
pub(super) fn marked(entry: &Entry<'_>, window: Span, cited: &[&Cited]) -> String {
    let mut inside: Vec<&Cited> = cited
        .iter()
        .copied()
        .filter(|cited| window.contains(cited.excerpt.span()))
        .collect();
    // The longer first where several begin together, so that they nest.
    inside.sort_by_key(|cited| {
        (
            cited.excerpt.span().start,
            usize::MAX - cited.excerpt.span().end,
        )
    });
    let mut html = String::new();
    let mut open: Vec<&Cited> = Vec::new();
    let mut at = window.start;
    for edge in edges(window, &inside) {
        push_text(&mut html, entry, Span::new(at, edge));
        close(&mut html, &mut open, edge);
        for cited in inside
            .iter()
            .filter(|cited| cited.excerpt.span().start == edge)
        {
            push_opening(&mut html, cited);
            open.push(cited);
        }
        at = edge;
    }
    push_text(&mut html, entry, Span::new(at, window.end));
    html
}

/// Every place where an excerpt begins or ends, once, in order.
fn edges(window: Span, inside: &[&Cited]) -> Vec<usize> {
    let spans = inside.iter().map(|cited| cited.excerpt.span());
    let mut edges: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
    edges.sort_unstable();
    edges.dedup();
    edges.retain(|edge| (window.start..=window.end).contains(edge));
    edges
}

/// Closes what ends here, and with it what was opened inside; that is opened again.
fn close<'c>(html: &mut String, open: &mut Vec<&'c Cited>, edge: usize) {
    let Some(outermost) = open
        .iter()
        .position(|cited| cited.excerpt.span().end == edge)
    else {
        return;
    };
    let closed: Vec<&'c Cited> = open.split_off(outermost);
    for cited in closed.iter().rev() {
        html.push_str("</mark>");
        if cited.excerpt.span().end == edge {
            push_numbers(html, cited);
        }
    }
    for cited in closed
        .into_iter()
        .filter(|cited| cited.excerpt.span().end != edge)
    {
        html.push_str("<mark class=\"continued\">");
        open.push(cited);
    }
}

/// The excerpt's anchor on the mark, further claims' anchors before it.
fn push_opening(html: &mut String, cited: &Cited) {
    for claim in &cited.claims {
        let further = address::anchor(claim.as_str());
        // The anchor may carry a number, where its claim marks other characters too.
        if further != cited.anchor && !cited.anchor.starts_with(&format!("{further}-")) {
            let _ = write!(html, "<span id=\"{further}\"></span>");
        }
    }
    let _ = write!(html, "<mark id=\"{}\">", cited.anchor);
}

fn push_numbers(html: &mut String, cited: &Cited) {
    let number = cited.number;
    let _ = write!(
        html,
        "<a class=\"cite\" href=\"../index.html#ref-{number}\"><span class=\"unseen\">back to \
         reference </span>{number}</a>"
    );
}

fn push_text(html: &mut String, entry: &Entry<'_>, part: Span) {
    let mut at = part.start;
    for restricted in entry
        .restricted
        .iter()
        .filter(|restricted| restricted.overlaps(part))
    {
        let (from, to) = (
            restricted.start.max(part.start),
            restricted.end.min(part.end),
        );
        push_escaped(html, entry, Span::new(at, from));
        // A block that a mark or an earlier restriction cut in two is still one block.
        if !html.ends_with(WITHHELD) {
            html.push_str(WITHHELD);
        }
        at = to;
    }
    push_escaped(html, entry, Span::new(at, part.end));
}

fn push_escaped(html: &mut String, entry: &Entry<'_>, part: Span) {
    html.push_str(&escape(part.of(&entry.document.text).unwrap_or_default()));
}

#[cfg(test)]
mod tests {
    use bearings_model::{Document, Excerpt, ItemId, Zone};

    use super::*;
    use crate::Source;
    use crate::reference::References;
    use crate::sources::Sources;

    const TEXT: &str = "abcдef";

    fn document() -> Document {
        Document {
            item: ItemId::from_hex(&"a".repeat(64)).unwrap(),
            title: None,
            byline: None,
            outlet: String::new(),
            lang: None,
            text: TEXT.to_owned(),
            published: None,
            zone: Zone::utc(),
            url: None,
            problems: Vec::new(),
        }
    }

    /// Marks the spans and takes the marks away again.
    #[track_caller]
    fn check(spans: &[Span], restricted: &[Span], bare: &str) {
        let document = document();
        let sources = Sources::new(&[Source {
            document: &document,
            restricted: restricted.to_vec(),
        }]);
        let mut references = References::new(&sources);
        for span in spans {
            references.cite(&[bearings_model::Evidence {
                claim: bearings_model::ClaimId(format!("c-{}-{}", span.start, span.end)),
                excerpt: Excerpt::new(document.item.clone(), *span).unwrap(),
                outlet: String::new(),
                strength: bearings_model::Certainty::Certain,
            }]);
        }
        let entry = sources.get(&document.item).unwrap();
        let cited: Vec<&Cited> = references.all().iter().collect();
        let html = marked(entry, Span::new(0, TEXT.len()), &cited);
        assert_eq!(unmarked(&html), bare, "{spans:?}: {html}");
        for span in spans {
            let anchor = format!("<mark id=\"c-{}-{}\">", span.start, span.end);
            assert_eq!(html.matches(&anchor).count(), 1, "{spans:?}: {html}");
        }
    }

    /// The text alone; fails where marks do not close in order.
    fn unmarked(html: &str) -> String {
        let (mut text, mut depth, mut rest) = (String::new(), 0, html);
        while let Some(at) = rest.find('<') {
            text.push_str(&rest[..at]);
            let tag = &rest[at..];
            let end = match tag {
                link if link.starts_with("<a ") => link.find("</a>").unwrap() + 4,
                other => other.find('>').unwrap() + 1,
            };
            depth += i32::from(tag.starts_with("<mark")) - i32::from(tag.starts_with("</mark>"));
            assert!(depth >= 0, "{html}");
            rest = &tag[end..];
        }
        assert_eq!(depth, 0, "{html}");
        text + rest
    }

    #[test]
    fn any_three_excerpts_however_they_cross_keep_the_text_and_their_anchors() {
        let edges: Vec<usize> = TEXT
            .char_indices()
            .map(|(at, _)| at)
            .chain([TEXT.len()])
            .collect();
        let spans: Vec<Span> = edges
            .iter()
            .flat_map(|&start| edges.iter().map(move |&end| (start, end)))
            .filter(|(start, end)| start < end)
            .map(|(start, end)| Span::new(start, end))
            .collect();
        for one in &spans {
            for two in &spans {
                for three in &spans {
                    check(&[*one, *two, *three], &[], TEXT);
                }
            }
        }
    }

    #[test]
    fn a_restricted_part_is_a_block_of_no_length() {
        let block = "withheld: publishing it could put someone in danger";
        check(
            &[Span::new(0, 1)],
            &[Span::new(2, 5)],
            &format!("ab{block}ef"),
        );
        check(
            &[Span::new(0, 1)],
            &[Span::new(2, 3), Span::new(3, 5)],
            &format!("ab{block}ef"),
        );
    }
}
