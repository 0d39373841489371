//! Quotations no cue claimed: they go on from their neighbours, or their speaker is unknown.

use std::ops::Range;

use bearings_model::{ChainLink, Quote, SourceKind};

use super::cue_en::CueClass;
use super::found_by::FoundBy;
use super::paint::Painter;
use super::{ATTRIBUTION, Frame};
use crate::text::Quotation;

/// Quotations of so few words are terms, not speech.
pub(super) const TERM_TOKENS: usize = 3;

/// What a chain calls someone who speaks and is not named.
pub(super) const UNNAMED: &str = "a speaker the text does not name";

impl Painter<'_> {
    pub(super) fn rest(&mut self) {
        for index in 0..self.text.quotations.len() {
            if self.of_quotation[index].is_some() {
                continue;
            }
            let quotation = &self.text.quotations[index];
            let inner = self.text.within(quotation.inner);
            if inner.len() <= TERM_TOKENS || inner.is_empty() {
                continue;
            }
            let frame = self
                .neighbour(index)
                .unwrap_or_else(|| self.unknown(&inner));
            self.of_quotation[index] = Some(frame);
            self.frames.paint(inner, frame);
            let span = quotation.span;
            self.frames.quotes.push(Quote {
                span,
                direct: true,
                cue: None,
                speaker: None,
                channel: None,
                kind: bearings_model::QuoteKind::Speech,
                pieces: Vec::new(),
                rule: FoundBy::Unclaimed.rule(self.text.language).into(),
            });
        }
        self.frames
            .quotes
            .sort_by_key(|quote| (quote.span.start, quote.span.end));
    }

    /// The frame of a quotation before it in the same paragraph, after it in the same sentence,
    /// or before it when that was left open.
    fn neighbour(&self, index: usize) -> Option<usize> {
        let paragraph =
            |q: &Quotation| self.text.sentences[self.text.sentence_at(q.span.start)].paragraph;
        let here = &self.text.quotations[index];
        let voiced = self.frames.of(self.text.within(here.span).start);
        if voiced != ATTRIBUTION && voiced != 0 && self.is_voice(voiced) {
            return Some(voiced);
        }
        let before = index.checked_sub(1).map(|i| (i, &self.text.quotations[i]));
        let after = self.text.quotations.get(index + 1).map(|q| (index + 1, q));
        let joined =
            |other: &&(usize, &Quotation)| paragraph(other.1) == paragraph(here) || other.1.open;
        before
            .as_ref()
            .filter(joined)
            .and_then(|(i, _)| self.of_quotation[*i])
            .or_else(|| {
                after
                    .as_ref()
                    .filter(|o| paragraph(o.1) == paragraph(here))
                    .and_then(|(i, _)| self.of_quotation[*i])
            })
    }

    fn unknown(&mut self, inner: &Range<usize>) -> usize {
        let parent = self.frames.of(inner.start);
        let parent = if parent == ATTRIBUTION { 0 } else { parent };
        let mut through = self.frames.list[parent].through.clone();
        through.push(ChainLink {
            source: UNNAMED.to_owned(),
            kind: SourceKind::Unnamed,
            role: None,
            cue: None,
            channel: None,
            footage: None,
            factuality: None,
        });
        self.frames.add(Frame {
            through,
            class: CueClass::Say,
            quoted: true,
            attribution: inner.start..inner.start + 1,
        })
    }
}
