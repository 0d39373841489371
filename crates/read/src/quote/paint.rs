//! Gives every token its frame: the narrator's, then voices, quotations and reports.

use std::ops::Range;

use bearings_model::{ChainLink, Channel, Cue, Document, Quote, SourceKind, Span, Speaker};

use super::attribution::{Attribution, Content, attributions};
use super::channel::channel;
use super::cue_en::CueClass;
use super::people::{Known, People};
use super::slavic;
use super::speaker::{Naming, SpeakerWords};
use super::voice_en::voice;
use super::{ATTRIBUTION, Frame, Frames};
use crate::language::Language;
use crate::text::{Quotation, Text};

/// Nobody reports a report of a report further than this; longer chains come from noise.
const LONGEST_CHAIN: usize = 6;

/// Quotations of so few words are terms, not speech.
const TERM_TOKENS: usize = 3;

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
    if let Some((range, link)) = voice(text, document.byline.as_deref()) {
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
    painter.frames
}

struct Painter<'t> {
    text: &'t Text<'t>,
    outlet: &'t str,
    people: People,
    frames: Frames,
    of_quotation: Vec<Option<usize>>,
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
        for attribution in found {
            let nested = outer.filter(|(start, _)| {
                attribution.speaker.tokens.start <= start + 1
                    && attribution.speaker.tokens.start >= *start
            });
            let parent =
                nested.map_or_else(|| self.parent(&sentence, &attribution), |(_, frame)| frame);
            let Some(frame) =
                self.attribute(&attribution, parent, sentence.clone(), nested.is_some())
            else {
                continue;
            };
            if let Content::Tokens(range) = &attribution.content {
                outer = Some((range.start, frame));
            }
        }
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
    fn is_voice(&self, frame: usize) -> bool {
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
            self.add_via(found, &mut known, &sentence);
            if known.name != self.outlet {
                let same = through.last().is_some_and(|link| link.source == known.name);
                through.extend(known.via.iter().cloned());
                if !(same && nested) && through.len() < LONGEST_CHAIN {
                    through.push(self.link(&known, found, &sentence));
                }
            }
            self.note_quote(found, Some(&known), span, &sentence);
            self.people.spoke(&known);
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

    /// "told Reuters", "told them": who relayed it stands between narrator and speaker.
    fn add_via(&mut self, found: &Attribution, known: &mut Known, sentence: &Range<usize>) {
        let Some(addressee) = &found.addressee else {
            return;
        };
        let Some(relay) = self.relay(addressee, found.cue.start, sentence, &known.name) else {
            return;
        };
        if relay.source != self.outlet && relay.source != known.name {
            known.via = vec![relay];
        }
    }

    fn relay(
        &mut self,
        addressee: &SpeakerWords,
        cue: usize,
        sentence: &Range<usize>,
        speaker: &str,
    ) -> Option<ChainLink> {
        let text = self.text;
        let word = text.word(addressee.tokens.start);
        let known = match (&addressee.naming, word) {
            (Naming::Pronoun, "them" | "him" | "her") => {
                let told_of = sentence.start..cue;
                let subject =
                    super::speaker::before(text, sentence.start, subject_end(text, &told_of)?)?;
                self.people.resolve(text, &subject, sentence.clone())?
            }
            (Naming::Pronoun, _) => return None,
            _ => {
                if !is_media(text, &addressee.tokens) {
                    return None;
                }
                self.people.resolve(text, addressee, sentence.clone())?
            }
        };
        (known.name != speaker).then(|| ChainLink {
            source: known.name,
            kind: known.kind,
            role: known.role,
            cue: None,
            channel: None,
            footage: None,
        })
    }

    fn link(&self, known: &Known, found: &Attribution, sentence: &Range<usize>) -> ChainLink {
        ChainLink {
            source: known.name.clone(),
            kind: known.kind,
            role: known.role.clone(),
            cue: Some(self.cue(found)),
            channel: self.channel(found, sentence),
            footage: None,
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
        let frame_tokens = found.frame.clone();
        for token in frame_tokens {
            let quoted = self
                .text
                .quotation_at(self.text.tokens[token].span.start)
                .is_some();
            if !quoted && sentence.contains(&token) {
                self.frames.paint(token..token + 1, ATTRIBUTION);
            }
        }
    }

    /// Quotations no cue claimed: they go on from their neighbours, or their speaker is unknown.
    fn rest(&mut self) {
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
            source: "a speaker the text does not name".to_owned(),
            kind: SourceKind::Unnamed,
            role: None,
            cue: None,
            channel: None,
            footage: None,
        });
        self.frames.add(Frame {
            through,
            class: CueClass::Say,
            quoted: true,
            attribution: inner.start..inner.start + 1,
        })
    }
}

/// Where the sentence's first subject ends: before its first relative clause or verb.
fn subject_end(text: &Text, sentence: &Range<usize>) -> Option<usize> {
    let head = sentence.clone().find(|i| super::is_person_head(text, *i))?;
    Some(head + 1)
}

/// Those who are told things for a living.
fn is_media(text: &Text, words: &Range<usize>) -> bool {
    words.clone().any(|i| {
        super::np_en::ORGANISATIONS.word(text.word(i)).is_some()
            || matches!(
                text.word(i),
                "journalist"
                    | "reporter"
                    | "correspondent"
                    | "television"
                    | "radio"
                    | "newspaper"
                    | "tv"
                    | "website"
            )
    })
}
