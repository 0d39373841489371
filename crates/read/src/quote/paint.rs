//! Gives every token its frame: the narrator's, then voices, quotations and reports.

use std::ops::Range;

use bearings_model::{ChainLink, Channel, Cue, Document, Quote, Span, Speaker};

use super::attributed;
use super::attribution::{Attribution, Content, attributions};
use super::channel::channel;
use super::citing;
use super::credit;
use super::cue_en::CueClass;
use super::outermost::outermost_first;
use super::people::{Known, People};
use super::slavic;
use super::speaker::Naming;
use super::unclaimed::UNNAMED;
use super::voice_en::voice;
use super::{ATTRIBUTION, Frame, Frames};
use crate::language::Language;
use crate::text::Text;

/// Nobody reports a report of a report further than this; longer chains come from noise.
const LONGEST_CHAIN: usize = 6;

/// Reads who speaks where in a text.
pub(crate) fn frames(text: &Text, document: &Document) -> Frames {
    let narrator = Frame {
        through: Vec::new(),
        class: CueClass::None,
        quoted: false,
        attribution: 0..0,
    };
    let mut painter = Painter {
        text,
        outlet: &document.outlet,
        people: People::of(text),
        frames: Frames::new(text.tokens.len(), narrator),
        of_quotation: vec![None; text.quotations.len()],
        voice: None,
    };
    let credited = || credit::credited(text).filter(|(_, link)| link.source != document.outlet);
    let voice = voice(text, document.byline.as_deref()).or_else(credited);
    if let Some((range, link)) = voice {
        let end = range.end;
        let spoken = Frame {
            through: vec![link],
            class: CueClass::Say,
            quoted: false,
            attribution: 0..0,
        };
        let frame = painter.frames.add(spoken);
        painter.frames.paint(range, frame);
        painter.voice = Some((frame, end));
    }
    for sentence in &text.sentences {
        painter.sentence(sentence.tokens.clone());
    }
    painter.rest();
    if text.language == Language::English {
        let known = std::mem::take(&mut painter.frames.quotes);
        painter.frames.quotes = attributed::quotes(text, known);
    }
    painter.frames
}

pub(super) struct Painter<'t> {
    pub(super) text: &'t Text<'t>,
    pub(super) outlet: &'t str,
    pub(super) people: People,
    pub(super) frames: Frames,
    pub(super) of_quotation: Vec<Option<usize>>,
    /// The frame of the one whose words the text is, and the token they end before.
    voice: Option<(usize, usize)>,
}

impl Painter<'_> {
    fn sentence(&mut self, sentence: Range<usize>) {
        // The report before: a cue that directly follows its opening is told inside it.
        let mut outer: Option<(usize, usize)> = None;
        let found = match self.text.language {
            Language::English => attributions(self.text, sentence.clone()),
            _ => slavic::attributions(self.text, sentence.clone()),
        };
        let (found, wrapped) = outermost_first(citing::joined(self.text, found), &sentence);
        let mut wrapper: Option<(usize, usize)> = None;
        for (index, attribution) in found.into_iter().enumerate() {
            if self.is_anothers(&attribution, &sentence) {
                continue;
            }
            let inside = wrapper.filter(|(end, _)| attribution.cue.end <= *end);
            let begins = attribution.cue.start.min(attribution.speaker.tokens.start);
            let nested = outer.filter(|(start, _)| {
                begins <= start + 1 && attribution.speaker.tokens.start >= *start
            });
            let nested = nested.or(inside);
            let parent =
                nested.map_or_else(|| self.parent(&sentence, &attribution), |(_, frame)| frame);
            let Some(frame) =
                self.attribute(&attribution, parent, sentence.clone(), nested.is_some())
            else {
                continue;
            };
            if let Content::Tokens(range) = &attribution.content {
                if wrapped && index == 0 {
                    wrapper = Some((range.end, frame));
                } else {
                    outer = Some((range.start, frame));
                }
            }
        }
    }

    /// "Про це повідомляє X" after a sentence that names its own speaker gives it no second one.
    fn is_anothers(&self, found: &Attribution, sentence: &Range<usize>) -> bool {
        match &found.content {
            Content::Tokens(range) if range.end <= sentence.start => {
                range.clone().any(|i| !self.is_voice_at(i))
            }
            _ => false,
        }
    }

    fn is_voice_at(&self, token: usize) -> bool {
        let frame = self.frames.of(token);
        frame != ATTRIBUTION && self.is_voice(frame)
    }

    /// The frame the narrator speaks in at the place of the cue: a voice's or the outlet's.
    fn parent(&self, sentence: &Range<usize>, attribution: &Attribution) -> usize {
        let at = [attribution.cue.start, sentence.start].map(|token| self.frames.of(token));
        at.into_iter()
            .filter(|frame| *frame != ATTRIBUTION)
            .find(|frame| self.is_voice(*frame))
            .unwrap_or_else(|| self.voice_frame_before(sentence.start))
    }

    /// Frames without attribution of their own: the outlet's and a whole text's voice.
    pub(super) fn is_voice(&self, frame: usize) -> bool {
        self.frames.list[frame].attribution.is_empty()
    }

    fn voice_frame_before(&self, token: usize) -> usize {
        self.voice
            .filter(|(_, end)| token < *end)
            .map_or(0, |(frame, _)| frame)
    }

    fn attribute(
        &mut self,
        found: &Attribution,
        parent: usize,
        sentence: Range<usize>,
        nested: bool,
    ) -> Option<usize> {
        let own_voice = matches!(found.speaker.naming, Naming::Pronoun)
            && matches!(
                self.text.word(found.speaker.tokens.end - 1),
                "i" | "we" | "я" | "ми" | "мы"
            );
        let known = if own_voice {
            None
        } else {
            self.people
                .resolve(self.text, &found.speaker, sentence.clone())
        };
        if known.is_none() && !own_voice {
            return None;
        }
        let mut through = self.frames.list[parent].through.clone();
        let span = self.content_span(&found.content);
        if let Some(mut known) = known {
            // "said police told her": whom they told is the one who says so.
            let told_outer = nested
                && found
                    .addressee
                    .as_ref()
                    .is_some_and(|told| matches!(told.naming, Naming::Pronoun));
            if !told_outer {
                self.add_via(found, &mut known, &sentence);
            }
            if known.name != self.outlet {
                let same = through.last().is_some_and(|link| link.source == known.name);
                through.extend(known.via.iter().cloned());
                if !(same && nested) && through.len() < LONGEST_CHAIN {
                    through.push(self.link(&known, found, &sentence));
                }
            }
            self.add_cited(found, &mut through, &sentence);
            self.note_quote(found, Some(&known), span, &sentence);
            if known.name != UNNAMED {
                self.people.spoke(&known);
            }
        }
        let quoted = matches!(found.content, Content::Quotation(_));
        let frame = self.frames.add(Frame {
            through,
            class: found.class,
            quoted,
            attribution: found.frame.clone(),
        });
        self.paint(found, frame, &sentence);
        Some(frame)
    }

    /// "citing Y": behind the speaker stands Y.
    fn add_cited(
        &mut self,
        found: &Attribution,
        through: &mut Vec<ChainLink>,
        sentence: &Range<usize>,
    ) {
        let Some((_, words)) = &found.behind else {
            return;
        };
        let Some(cited) = self.people.resolve(self.text, words, sentence.clone()) else {
            return;
        };
        let known = through.iter().any(|link| link.source == cited.name);
        if !known && cited.name != self.outlet && through.len() < LONGEST_CHAIN {
            through.push(ChainLink {
                source: cited.name,
                kind: cited.kind,
                role: cited.role,
                cue: None,
                channel: None,
                footage: None,
                factuality: None,
            });
        }
    }

    fn link(&self, known: &Known, found: &Attribution, sentence: &Range<usize>) -> ChainLink {
        ChainLink {
            source: known.name.clone(),
            kind: known.kind,
            role: known.role.clone(),
            cue: Some(self.cue(found)),
            channel: self.channel(found, sentence),
            footage: None,
            factuality: None,
        }
    }

    fn cue(&self, found: &Attribution) -> Cue {
        Cue {
            span: self.text.span(found.cue.clone()),
            text: self.text.slice(found.cue.clone()).to_owned(),
        }
    }

    /// The medium named in the attribution, or right before it ("Looking at the video, …").
    fn channel(&self, found: &Attribution, sentence: &Range<usize>) -> Option<Channel> {
        let before = sentence.start..found.cue.start;
        channel(self.text, found.frame.clone()).or_else(|| channel(self.text, before))
    }

    fn content_span(&self, content: &Content) -> Span {
        match content {
            Content::Quotation(index) => self.text.quotations[*index].span,
            Content::Tokens(range) => self.text.span(range.clone()),
        }
    }

    fn note_quote(
        &mut self,
        found: &Attribution,
        known: Option<&Known>,
        span: Span,
        sentence: &Range<usize>,
    ) {
        let speaker = known.map(|known| Speaker {
            span: self.text.span(found.speaker.tokens.clone()),
            text: self.text.slice(found.speaker.tokens.clone()).to_owned(),
            name: known.name.clone(),
            role: known.role.clone(),
            kind: known.kind,
        });
        let direct = matches!(found.content, Content::Quotation(_));
        let channel = self.channel(found, sentence);
        self.frames.quotes.push(Quote {
            span,
            direct,
            cue: Some(self.cue(found)),
            speaker,
            channel,
            kind: bearings_model::QuoteKind::Speech,
            pieces: Vec::new(),
            rule: found.found_by.rule(self.text.language).into(),
        });
    }

    fn paint(&mut self, found: &Attribution, frame: usize, sentence: &Range<usize>) {
        match &found.content {
            Content::Quotation(index) => {
                self.of_quotation[*index] = Some(frame);
                let inner = self.text.within(self.text.quotations[*index].inner);
                self.frames.paint(inner, frame);
            }
            Content::Tokens(range) => self.frames.paint(range.clone(), frame),
        }
        let cited = found.behind.iter().flat_map(|(words, _)| words.clone());
        for token in found.frame.clone().chain(cited) {
            let quoted = self
                .text
                .quotation_at(self.text.tokens[token].span.start)
                .is_some();
            if !quoted && sentence.contains(&token) {
                self.frames.paint(token..token + 1, ATTRIBUTION);
            }
        }
    }
}
