//! Walks the sentences, keeps track of the clips, and gives what is seen to the clip's frame.

use std::ops::Range;

use bearings_model::{ChainLink, Channel, Cue, Footage, SourceKind};

use super::clips::{Mention, Reference, is_making, is_within, mentions, ordinal, showing};
use super::order::orders;
use super::{FootageReading, OrderFound, present_en, slavic};
use crate::language::Language;
use crate::quote::{ATTRIBUTION, CueClass, Frame, Frames, speaker_before};
use crate::text::{Kind, Text};

/// Told as one watches, in the present tense.
fn is_present(text: &Text, sentence: &Range<usize>) -> bool {
    match text.language {
        Language::English => present_en::is_present(text, sentence),
        _ => slavic::is_present(text, sentence),
    }
}

/// How many sentences after a clip's description may still describe it.
const CONTINUED_SENTENCES: usize = 3;

pub(crate) fn read(text: &Text, frames: &mut Frames) -> FootageReading {
    let mut walk = Walk {
        text,
        reading: FootageReading::default(),
        anonymous: Vec::new(),
        last: None,
        open: None,
        attributed: attributed(frames),
    };
    for index in 0..text.sentences.len() {
        walk.sentence(index, frames);
    }
    walk.reading
}

struct Walk<'t> {
    text: &'t Text<'t>,
    reading: FootageReading,
    /// The clips without an author, in order: "clip 2" is the second of them.
    anonymous: Vec<usize>,
    /// The clip spoken of last; never a group.
    last: Option<usize>,
    /// The frame that is still being described, and until which sentence it may be.
    open: Option<(usize, usize)>,
    /// Frames that are attributed, by the token their attribution begins at.
    attributed: Vec<(usize, usize)>,
}

fn attributed(frames: &Frames) -> Vec<(usize, usize)> {
    let list = frames.list.iter().enumerate();
    let mut found: Vec<_> = list
        .filter(|(_, frame)| !frame.attribution.is_empty())
        .map(|(index, frame)| (frame.attribution.start, index))
        .collect();
    found.sort_unstable();
    found
}

impl Walk<'_> {
    fn sentence(&mut self, index: usize, frames: &mut Frames) {
        let sentence = self.text.sentences[index].tokens.clone();
        let mentions = mentions(self.text, sentence.clone());
        let Some(mention) = mentions.iter().find(|m| m.reference != Reference::Back) else {
            return self.continued(index, sentence, frames);
        };
        let before = self.last;
        let clip = self.clip(mention, &sentence);
        self.reading.footage[clip]
            .mentions
            .push(self.text.span(mention.tokens.clone()));
        if self.is_described(mention, &sentence) {
            self.describe(index, clip, mention, &sentence, frames);
        } else if mention.reference != Reference::Last {
            self.open = None;
        }
        self.credit_speakers(clip, &sentence, frames);
        for (order, at, rule) in orders(self.text, sentence.clone(), clip, before) {
            let around = at.saturating_sub(3).max(sentence.start)..(at + 3).min(sentence.end);
            self.reading.orders.push(OrderFound {
                sentence: index,
                around,
                order,
                rule,
            });
        }
    }

    fn is_described(&self, mention: &Mention, sentence: &Range<usize>) -> bool {
        let seen = showing(self.text, sentence.clone()).is_some();
        seen || is_within(self.text, mention) && mention.reference == Reference::New
    }

    /// The clip a mention means, made when it is new.
    fn clip(&mut self, mention: &Mention, sentence: &Range<usize>) -> usize {
        let known = match mention.reference {
            Reference::Last => self.last,
            Reference::Ordinal => self.numbered(mention),
            _ => None,
        };
        let clip = known.unwrap_or_else(|| self.make(mention, sentence));
        if mention.reference != Reference::Several {
            self.last = Some(clip);
        }
        clip
    }

    /// "The first video" again: a clip with that number already told of.
    fn numbered(&self, mention: &Mention) -> Option<usize> {
        let number = ordinal(self.text, mention)?.checked_sub(1)?;
        self.anonymous.get(number).copied()
    }

    fn make(&mut self, mention: &Mention, sentence: &Range<usize>) -> usize {
        let several = mention.reference == Reference::Several;
        let author = self.author(mention, sentence);
        if author.is_none() && !several {
            self.anonymous.push(self.reading.footage.len());
        }
        let label = match (&author, several) {
            (Some((author, _)), _) => format!("footage by {author}"),
            (None, true) => self.text.slice(mention.tokens.clone()).to_lowercase(),
            (None, false) => format!("clip {}", self.anonymous.len()),
        };
        self.reading.footage.push(Footage {
            label,
            mentions: Vec::new(),
            author: author.map(|(name, _)| name),
            several,
        });
        self.reading.footage.len() - 1
    }

    /// "posted by @x" after the noun, "A Reuters journalist … captured" before it.
    fn author(&self, mention: &Mention, sentence: &Range<usize>) -> Option<(String, SourceKind)> {
        let text = self.text;
        let limit = sentence.end.min(mention.noun + 5);
        if text.language != Language::English {
            return self.handle(mention.noun + 1..limit);
        }
        let by =
            (mention.noun + 1..limit).find(|i| text.word(*i) == "by" && is_making(text, *i - 1));
        if let Some(named) = by.and_then(|by| crate::quote::named_after(text, by + 1, sentence.end))
        {
            return Some(named);
        }
        let made = mention
            .tokens
            .start
            .checked_sub(1)
            .filter(|i| *i > sentence.start && is_making(text, *i))?;
        speaker_before(text, sentence.start, made)
    }

    /// "опубліковане @x": the account named right after the making. Names in the instrumental
    /// case are left, as their nominative is not always to be told.
    fn handle(&self, near: Range<usize>) -> Option<(String, SourceKind)> {
        let text = self.text;
        let at = near
            .skip(1)
            .find(|i| text.kind(*i) == Some(Kind::Handle) && is_making(text, *i - 1))?;
        Some((text.slice(at..at + 1).to_owned(), SourceKind::Account))
    }

    fn describe(
        &mut self,
        index: usize,
        clip: usize,
        mention: &Mention,
        sentence: &Range<usize>,
        frames: &mut Frames,
    ) {
        let parent = frames.of(sentence.start);
        let parent = if parent == ATTRIBUTION { 0 } else { parent };
        let showing = showing(self.text, mention.noun..sentence.end)
            .or_else(|| showing(self.text, sentence.clone()));
        let cue = showing.unwrap_or(mention.tokens.clone());
        let mut through = frames.list[parent].through.clone();
        through.push(self.link(clip, Some(cue), mention, sentence));
        let frame = frames.add(Frame {
            through,
            class: CueClass::Show,
            quoted: false,
            attribution: 0..0,
        });
        let start = self.clause_start(mention, sentence);
        self.repaint(start..sentence.end, parent, frame, frames);
        // One who tells in the first person goes on telling; only a narrator goes on describing.
        self.open = (parent == 0).then_some((frame, index + CONTINUED_SENTENCES));
    }

    /// The clause that tells of the clip: after the comma before it, unless it is told "in" it.
    fn clause_start(&self, mention: &Mention, sentence: &Range<usize>) -> usize {
        if is_within(self.text, mention) {
            return sentence.start;
        }
        let comma = (sentence.start..mention.tokens.start)
            .rev()
            .find(|i| self.text.word(*i) == ",");
        comma.map_or(sentence.start, |comma| comma + 1)
    }

    fn link(
        &self,
        clip: usize,
        cue: Option<Range<usize>>,
        mention: &Mention,
        sentence: &Range<usize>,
    ) -> ChainLink {
        let footage = &self.reading.footage[clip];
        let author = footage
            .author
            .clone()
            .and_then(|_| self.author(mention, sentence));
        let (source, kind) = author.unwrap_or_else(|| (footage.label.clone(), SourceKind::Footage));
        ChainLink {
            source,
            kind,
            role: None,
            cue: cue.map(|cue| Cue {
                span: self.text.span(cue.clone()),
                text: self.text.slice(cue).to_owned(),
            }),
            channel: Some(Channel::Video),
            footage: Some(clip),
            factuality: None,
        }
    }

    /// Only what the narrator tells is seen; quotations keep their speakers.
    fn repaint(&self, range: Range<usize>, from: usize, to: usize, frames: &mut Frames) {
        for token in range {
            if frames.of(token) == from {
                frames.paint(token..token + 1, to);
            }
        }
    }

    /// "someone in the video says": the voice is heard in the clip; a named expert looks at it.
    fn credit_speakers(&self, clip: usize, sentence: &Range<usize>, frames: &mut Frames) {
        let from = self
            .attributed
            .partition_point(|(at, _)| *at < sentence.start);
        let to = self
            .attributed
            .partition_point(|(at, _)| *at < sentence.end);
        for (_, index) in self.attributed[from..to].iter().copied() {
            let Some(last) = frames.list[index].through.last_mut() else {
                continue;
            };
            if last.footage.is_some() || last.channel != Some(Channel::Video) {
                continue;
            }
            last.footage = Some(clip);
            if last.kind == SourceKind::Unnamed {
                let footage = ChainLink {
                    source: self.reading.footage[clip].label.clone(),
                    kind: SourceKind::Footage,
                    role: None,
                    cue: None,
                    channel: Some(Channel::Video),
                    footage: Some(clip),
                    factuality: None,
                };
                let at = frames.list[index].through.len() - 1;
                frames.list[index].through.insert(at, footage);
            }
        }
    }

    /// The sentences right after a description go on with it while they tell, in the present
    /// tense, what is to be seen.
    fn continued(&mut self, index: usize, sentence: Range<usize>, frames: &mut Frames) {
        let Some((frame, until)) = self.open else {
            return;
        };
        let narrated = self.is_narration(&sentence, frames);
        if index > until || narrated && !is_present(self.text, &sentence) {
            self.open = None;
            return;
        }
        if narrated {
            let from = frames.of(sentence.start);
            self.repaint(sentence, from, frame, frames);
            self.open = Some((frame, index + CONTINUED_SENTENCES));
        }
    }

    fn is_narration(&self, sentence: &Range<usize>, frames: &Frames) -> bool {
        sentence.clone().all(|token| {
            let frame = frames.of(token);
            frame != ATTRIBUTION && frames.list[frame].attribution.is_empty()
        })
    }
}
