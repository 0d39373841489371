//! Mentions of clips, whatever the language: which clip is meant, what shows, who made it.

use std::ops::Range;

use super::{en, ru, slavic, uk};
use crate::language::Language;
use crate::lexicon::Phrases;
use crate::text::Text;

/// Whether a noun stands for one clip or for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Several,
}

/// How a mention picks its clip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reference {
    /// A clip not told of before.
    New,
    /// "the first video" of a series.
    Ordinal,
    /// "the video": the one spoken of last.
    Last,
    /// "videos", "multiple clips": several at once.
    Several,
    /// "the previous clips": only refers back.
    Back,
}

#[derive(Clone, Debug)]
pub(super) struct Mention {
    pub noun: usize,
    pub tokens: Range<usize>,
    pub reference: Reference,
}

/// The tables of one language.
pub(super) struct Words {
    pub ordinals: &'static Phrases<usize>,
    /// Something is seen in it.
    pub showing: &'static Phrases<()>,
    /// Making or posting a clip.
    pub making: &'static Phrases<()>,
    /// "in another video": what the sentence tells is seen there.
    pub within: &'static [&'static str],
}

fn words(text: &Text) -> Option<Words> {
    let words = text
        .language
        .pick(en::words as fn() -> Words, uk::words, ru::words)?;
    Some(words())
}

/// The clips mentioned in a sentence, quotations left out.
pub(super) fn mentions(text: &Text, range: Range<usize>) -> Vec<Mention> {
    let mention = match text.language {
        Language::English => en::mention,
        Language::Ukrainian | Language::Russian => slavic::mention,
        Language::Other => return Vec::new(),
    };
    range
        .clone()
        .filter_map(|noun| mention(text, noun, range.start))
        .collect()
}

/// The number in "the third video".
pub(super) fn ordinal(text: &Text, mention: &Mention) -> Option<usize> {
    let words = words(text)?;
    mention
        .tokens
        .clone()
        .find_map(|i| words.ordinals.word(text.word(i)).copied())
}

/// The words that say something is seen.
pub(super) fn showing(text: &Text, range: Range<usize>) -> Option<Range<usize>> {
    let words = words(text)?;
    range
        .clone()
        .filter(|i| text.quotation_at(text.tokens[*i].span.start).is_none())
        .find_map(|i| Some(i..i + words.showing.at(text, i, range.end)?.tokens))
}

pub(super) fn is_showing(text: &Text, at: usize) -> bool {
    words(text).is_some_and(|words| words.showing.at(text, at, text.tokens.len()).is_some())
}

pub(super) fn is_within(text: &Text, mention: &Mention) -> bool {
    let before = mention.tokens.start.checked_sub(1);
    let within = words(text).map_or(&[][..], |words| words.within);
    before.is_some_and(|i| within.contains(&text.word(i)))
}

pub(super) fn is_making(text: &Text, at: usize) -> bool {
    words(text).is_some_and(|words| words.making.word(text.word(at)).is_some())
}
