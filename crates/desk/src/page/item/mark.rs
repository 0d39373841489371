//! Marks what was read in a stretch of text. Claims, restrictions, times and places overlap
//! freely, so the text is cut at every edge and each piece says all it belongs to.

use std::fmt::Write;

use bearings_model::{Claim, Document, Reading, Span};
use bearings_weigh::Withholding;

use super::begins_in;
use crate::phrase;
use crate::words::{Markup, push_escaped};

/// All that is marked in one text.
#[derive(Debug)]
pub(super) struct Layers<'r> {
    /// In the order of the text; the number a reader sees is the place in it, from 1.
    claims: Vec<&'r Claim>,
    held: Vec<&'r Withholding>,
    times: Vec<Span>,
    places: Vec<Span>,
}

/// The name of a passage that stays out, fit for an address.
pub(super) fn held_anchor(span: Span) -> String {
    format!("held-{}-{}", span.start, span.end)
}

impl<'r> Layers<'r> {
    pub fn of(document: &'r Document, reading: &'r Reading, withheld: &'r [Withholding]) -> Self {
        let mut claims: Vec<&Claim> = reading.claims.iter().collect();
        claims.sort_by_key(|claim| {
            let span = claim.excerpt.span();
            (span.start, usize::MAX - span.end)
        });
        Self {
            claims,
            held: withheld
                .iter()
                .filter(|held| *held.excerpt.item() == document.item)
                .collect(),
            times: reading.times.iter().map(|time| time.span).collect(),
            places: reading.places.iter().map(|place| place.span).collect(),
        }
    }

    /// The claims that begin in a block, with their numbers.
    pub fn claims_from(&self, block: Span) -> impl Iterator<Item = (usize, &'r Claim)> {
        let first = self
            .claims
            .partition_point(|claim| claim.excerpt.span().start < block.start);
        let from = self.claims[first..]
            .iter()
            .take_while(move |claim| begins_in(claim.excerpt.span(), block));
        from.enumerate()
            .map(move |(index, claim)| (first + index + 1, *claim))
    }

    /// The passages that stay out and begin in a block.
    pub fn held_from(&self, block: Span) -> impl Iterator<Item = &'r Withholding> {
        let held = self.held.iter().copied();
        held.filter(move |held| begins_in(held.excerpt.span(), block))
    }

    /// The text of a block, marked.
    pub fn marked(&self, text: &str, block: Span) -> Markup {
        let near = self.near(block);
        let mut html = String::with_capacity(block.len() * 2);
        for piece in near.pieces(block) {
            near.push_piece(&mut html, text, piece);
        }
        Markup(html)
    }

    /// What touches a block, so that its pieces need not look through the whole text's.
    fn near(&self, block: Span) -> Near<'r> {
        let touching = |spans: &[Span]| {
            spans
                .iter()
                .copied()
                .filter(|span| span.overlaps(block))
                .collect()
        };
        let numbered = self
            .claims
            .iter()
            .enumerate()
            .map(|(index, claim)| (index + 1, *claim));
        Near {
            claims: numbered
                .filter(|(_, claim)| claim.excerpt.span().overlaps(block))
                .collect(),
            held: self
                .held
                .iter()
                .copied()
                .filter(|held| held.excerpt.span().overlaps(block))
                .collect(),
            times: touching(&self.times),
            places: touching(&self.places),
        }
    }
}

#[derive(Debug)]
struct Near<'r> {
    claims: Vec<(usize, &'r Claim)>,
    held: Vec<&'r Withholding>,
    times: Vec<Span>,
    places: Vec<Span>,
}

impl Near<'_> {
    /// The block cut at every edge inside it.
    fn pieces(&self, block: Span) -> Vec<Span> {
        let claims = self.claims.iter().map(|(_, claim)| claim.excerpt.span());
        let held = self.held.iter().map(|held| held.excerpt.span());
        let quiet = self.times.iter().chain(&self.places).copied();
        let mut edges: Vec<usize> = claims
            .chain(held)
            .chain(quiet)
            .flat_map(|span| [span.start, span.end])
            .collect();
        edges.retain(|edge| block.start < *edge && *edge < block.end);
        edges.extend([block.start, block.end]);
        edges.sort_unstable();
        edges.dedup();
        edges
            .windows(2)
            .map(|pair| Span::new(pair[0], pair[1]))
            .collect()
    }

    fn push_piece(&self, html: &mut String, text: &str, piece: Span) {
        let covers = |span: &Span| span.contains(piece);
        let held = self.held.iter().any(|held| covers(&held.excerpt.span()));
        let claims = self
            .claims
            .iter()
            .filter(|(_, claim)| covers(&claim.excerpt.span()))
            .count();
        self.push_labels(html, piece.start);
        let wrappers = [
            (held, "<span class=\"held\">", "</span>"),
            (claims == 1, "<mark>", "</mark>"),
            (claims > 1, "<mark class=\"several\">", "</mark>"),
            (
                self.times.iter().any(covers),
                "<span class=\"time\">",
                "</span>",
            ),
            (
                self.places.iter().any(covers),
                "<span class=\"place\">",
                "</span>",
            ),
        ];
        let wrappers = || wrappers.iter().filter(|(applies, _, _)| *applies);
        wrappers().for_each(|(_, open, _)| html.push_str(open));
        self.push_anchors(html, piece.start);
        push_escaped(html, piece.of(text).unwrap_or_default());
        wrappers()
            .rev()
            .for_each(|(_, _, close)| html.push_str(close));
        self.push_numbers(html, piece.end);
    }

    /// Before a passage that stays out: that it does, and why.
    fn push_labels(&self, html: &mut String, at: usize) {
        for held in self
            .held
            .iter()
            .filter(|held| held.excerpt.span().start == at)
        {
            let (anchor, words) = (held_anchor(held.excerpt.span()), phrase::held(held));
            // Writing to a String cannot fail.
            let _ = write!(
                html,
                "<strong class=\"held-label\" id=\"{anchor}\">stays out of the account: {words}</strong> "
            );
        }
    }

    fn push_anchors(&self, html: &mut String, at: usize) {
        for (_, claim) in self
            .claims
            .iter()
            .filter(|(_, claim)| claim.excerpt.span().start == at)
        {
            let _ = write!(html, "<span id=\"at-{}\"></span>", claim.id);
        }
    }

    /// After a claim's last character: its number, which leads to its card.
    fn push_numbers(&self, html: &mut String, at: usize) {
        for (number, claim) in self
            .claims
            .iter()
            .filter(|(_, claim)| claim.excerpt.span().end == at)
        {
            let _ = write!(
                html,
                "<a class=\"cite\" href=\"#{}\"><span class=\"unseen\">claim </span>{number}</a>",
                claim.id
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use bearings_model::{
        Chain, ChainLink, ClaimId, ClaimKind, Excerpt, Factuality, ItemId, RestrictionReason,
    };

    use super::*;

    const TEXT: &str = "abcdef";

    fn excerpt(start: usize, end: usize) -> Excerpt {
        let item = ItemId::from_hex(&"a".repeat(64)).unwrap();
        Excerpt::new(item, Span::new(start, end)).unwrap()
    }

    fn claim(start: usize, end: usize) -> Claim {
        Claim {
            id: ClaimId(format!("c-{start}{end}")),
            excerpt: excerpt(start, end),
            text: String::new(),
            kind: ClaimKind::Statement,
            event: None,
            negated: false,
            factuality: Factuality::CertainTrue,
            hedges: Vec::new(),
            chain: Chain::new(ChainLink::outlet("A paper"), Vec::new()),
            actors: Vec::new(),
            targets: Vec::new(),
            weapons: Vec::new(),
            time: None,
            time_carried: false,
            place: None,
            place_carried: false,
            rule: bearings_model::RuleName::default(),
        }
    }

    /// Marks these stretches and looks at the markup.
    #[track_caller]
    fn check(claims: &[(usize, usize)], held: Option<(usize, usize)>, places: &[Span], html: &str) {
        let claims: Vec<Claim> = claims
            .iter()
            .map(|(start, end)| claim(*start, *end))
            .collect();
        let held = held.map(|(start, end)| Withholding {
            excerpt: excerpt(start, end),
            reason: RestrictionReason::Shelter,
            basis: String::new(),
            ruled: false,
            follows: false,
        });
        let layers = Layers {
            claims: claims.iter().collect(),
            held: held.iter().collect(),
            times: Vec::new(),
            places: places.to_vec(),
        };
        assert_eq!(layers.marked(TEXT, Span::new(0, TEXT.len())).0, html);
    }

    #[test]
    fn a_claim_is_marked_and_its_number_leads_to_its_card() {
        check(
            &[(1, 3)],
            None,
            &[],
            "a<mark><span id=\"at-c-13\"></span>bc</mark>\
             <a class=\"cite\" href=\"#c-13\"><span class=\"unseen\">claim </span>1</a>def",
        );
    }

    #[test]
    fn what_crosses_is_cut_and_every_piece_says_all_it_is() {
        check(
            &[(0, 4)],
            Some((2, 6)),
            &[Span::new(5, 6)],
            "<mark><span id=\"at-c-04\"></span>ab</mark>\
             <strong class=\"held-label\" id=\"held-2-6\">stays out of the account: a shelter (proposed)</strong> \
             <span class=\"held\"><mark>cd</mark></span>\
             <a class=\"cite\" href=\"#c-04\"><span class=\"unseen\">claim </span>1</a>\
             <span class=\"held\">e</span><span class=\"held\"><span class=\"place\">f</span></span>",
        );
    }

    #[test]
    fn a_text_in_which_nothing_was_read_stays_as_it_is() {
        check(&[], None, &[], TEXT);
    }
}
