//! Who says it: every word of the text is given to the frame of whoever speaks it.
//!
//! A frame is a chain of speakers behind the outlet. Painting goes from the outside in: the
//! narrator first, then quotations and reports, then reports inside reports.

mod addressee;
mod attributed;
mod attribution;
mod beside;
mod channel;
mod citing;
mod credit;
mod cue_en;
mod found_by;
mod names;
mod np_en;
mod outermost;
mod paint;
mod passive_en;
mod people;
mod phrase_en;
mod relay;
mod remembered;
mod ru;
mod slavic;
mod slavic_speaker;
mod slavic_stated;
mod slavic_told;
mod speaker;
mod speaker_after;
mod spelling;
mod uk;
mod unclaimed;
mod voice_en;

use std::ops::Range;

use bearings_model::{ChainLink, Quote, SourceKind};

use crate::text::Text;

pub(crate) use cue_en::{CUES, CueClass};
pub(crate) use np_en::is_person_head;
pub(crate) use paint::frames;
pub use spelling::{name_key, names_alike};

/// One way of being said.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// Everyone behind the outlet, the nearest speaker last.
    pub through: Vec<ChainLink>,
    pub class: CueClass,
    /// Direct speech.
    pub quoted: bool,
    /// The tokens that attribute it, in this sentence: "said on Facebook on Monday".
    pub attribution: Range<usize>,
}

/// Which frame each token belongs to.
#[derive(Debug)]
pub(crate) struct Frames {
    pub list: Vec<Frame>,
    of_token: Vec<u32>,
    pub quotes: Vec<Quote>,
}

/// Tokens that only say who speaks belong to no frame.
pub(crate) const ATTRIBUTION: usize = u32::MAX as usize;

impl Frames {
    pub fn new(tokens: usize, narrator: Frame) -> Self {
        Self {
            list: vec![narrator],
            of_token: vec![0; tokens],
            quotes: Vec::new(),
        }
    }

    /// The frame of a token, [`ATTRIBUTION`] where it only attributes.
    pub fn of(&self, token: usize) -> usize {
        self.of_token.get(token).map_or(0, |frame| *frame as usize)
    }

    pub fn add(&mut self, frame: Frame) -> usize {
        self.list.push(frame);
        self.list.len() - 1
    }

    pub fn paint(&mut self, range: Range<usize>, frame: usize) {
        let number = u32::try_from(frame).unwrap_or(u32::MAX);
        self.of_token[range].fill(number);
    }

    /// Runs of tokens of one frame inside a range, attribution left out.
    pub fn runs(&self, range: Range<usize>) -> Vec<(usize, Range<usize>)> {
        let mut runs: Vec<(usize, Range<usize>)> = Vec::new();
        for token in range {
            let frame = self.of(token);
            match runs.last_mut() {
                Some((last, run)) if *last == frame && run.end == token => run.end = token + 1,
                _ => runs.push((frame, token..token + 1)),
            }
        }
        runs.retain(|(frame, _)| *frame != ATTRIBUTION);
        runs
    }
}

/// Who did what the verb at token `verb` says: a name and what kind of source it is.
pub(crate) fn speaker_before(
    text: &Text,
    from: usize,
    verb: usize,
) -> Option<(String, SourceKind)> {
    let words = speaker::before(text, from, verb)?;
    named(text, words)
}

/// Who is named right after a "by".
pub(crate) fn named_after(text: &Text, at: usize, limit: usize) -> Option<(String, SourceKind)> {
    let words = speaker_after::after(text, at, limit)?;
    named(text, words)
}

/// Only someone who can be told apart from others: a name, or a role with a name beside it.
fn named(text: &Text, words: speaker::SpeakerWords) -> Option<(String, SourceKind)> {
    match words.naming {
        speaker::Naming::Named { name, kind } => Some((name, kind)),
        speaker::Naming::Phrase { .. } => {
            let capital = words.tokens.clone().skip(1).any(|i| text.is_capital(i));
            let skip = usize::from(matches!(text.word(words.tokens.start), "a" | "an" | "the"));
            let phrase = text.slice(words.tokens.start + skip..words.tokens.end);
            capital.then(|| (phrase.to_owned(), SourceKind::Unnamed))
        }
        speaker::Naming::Pronoun => None,
    }
}
