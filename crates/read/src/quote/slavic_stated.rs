//! Ukrainian and Russian ways of telling that name no verb's subject: "у заяві X йдеться, що …",
//! and "Про це повідомляє X", which tells whose the sentence before is.

use std::ops::Range;

use super::attribution::{Attribution, Content};
use super::cue_en::CueClass;
use super::slavic::{Words, made, that};
use super::slavic_speaker as speaker;
use crate::text::Text;

/// How far a paper may stand from its "it is said".
const PAPER_TOKENS: usize = 10;

/// "У заяві X йдеться, що …" and "…, йдеться у заяві X".
pub(super) fn stated(
    text: &Text,
    words: &Words,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Attribution> {
    let cue = at..at + words.impersonal.at(text, at, sentence.end)?.tokens;
    let back = sentence.start.max(at.saturating_sub(PAPER_TOKENS))..at;
    let paper = |i: &usize| words.papers.at(text, *i, sentence.end).is_some();
    if let Some(paper) = back.clone().rev().find(paper) {
        let speaker = speaker::before(text, words, paper + 1, at)?;
        let from = that(text, words, cue.end, sentence.end)?;
        let content = Content::Tokens(from..sentence.end);
        return Some(made(CueClass::Say, cue, speaker, content, paper..from));
    }
    let dash = matches!(text.word(at.checked_sub(1)?), "—" | "–" | "-");
    let comma = at.checked_sub(1 + usize::from(dash))?;
    if comma <= sentence.start + 1 || text.word(comma) != "," {
        return None;
    }
    let ahead = cue.end..sentence.end.min(cue.end + PAPER_TOKENS);
    let paper = ahead.clone().find(paper)?;
    let speaker = speaker::after(text, words, paper + 1, sentence.end)?;
    let content = Content::Tokens(sentence.start..comma);
    Some(made(
        CueClass::Say,
        cue,
        speaker,
        content,
        comma..sentence.end,
    ))
}

/// "Про це повідомляє X.": the sentence before is what X tells.
pub(super) fn about_it(
    text: &Text,
    words: &Words,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Attribution> {
    let about = at.checked_sub(2).filter(|i| *i == sentence.start)?;
    words.about_it.at(text, about, at)?;
    let found = words.cues.at(text, at, sentence.end)?;
    let cue = at..at + found.tokens;
    let speaker = speaker::after(text, words, cue.end, sentence.end)?;
    let before = text
        .sentence_at(text.tokens[sentence.start].span.start)
        .checked_sub(1)?;
    let told = text.sentences[before].tokens.clone();
    let content = Content::Tokens(told);
    Some(made(*found.value, cue, speaker, content, sentence.clone()))
}
