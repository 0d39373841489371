//! Finds the attributions of a Ukrainian or Russian sentence: one way of reading over each
//! language's words. Cue and speaker come in either order, so both sides are tried.

use std::ops::Range;

use super::attribution::{Attribution, Content};
use super::beside::quotation_left;
use super::cue_en::CueClass;
use super::found_by::FoundBy;
use super::slavic_told::told;
use super::speaker::{Naming, SpeakerWords};
use super::{ru, slavic_speaker as speaker, slavic_stated, uk};
use crate::lexicon::Phrases;
use crate::text::Text;

type Table = &'static Phrases<()>;

/// The tables of one language.
pub(super) struct Words {
    pub cues: &'static Phrases<CueClass>,
    pub according: Table,
    /// "with reference to": whom a report rests on.
    pub citing: Table,
    /// Whom people tell things for a living, as the dative has them: "виданню".
    pub told: Table,
    /// "in his words": the last speaker's.
    pub according_to_them: Table,
    /// "that", after a comma.
    pub that: Table,
    /// "about", right after a cue.
    pub about: Table,
    /// "about this", where a sentence tells who told the one before.
    pub about_it: Table,
    /// "it is said", of what a paper says.
    pub impersonal: Table,
    /// What is written and speaks for its office, as "in" has it: "заяві".
    pub papers: Table,
    pub roles: Table,
    pub organisations: Table,
    pub pronouns: Table,
    /// "повідомили в ДСНС": leads to who speaks, when no medium follows.
    pub inside: Table,
    pub media: Table,
    /// Words between a speaker and a cue.
    pub adverbs: Table,
}

/// How many tokens may stand between a cue and what it governs.
const CUE_TO_CONTENT_TOKENS: usize = 16;

pub(super) fn words(text: &Text) -> Option<Words> {
    let of = text.language;
    Some(of.pick(uk::words as fn() -> Words, uk::words, ru::words)?())
}

/// All attributions of a sentence outside its quotations, from left to right.
pub(super) fn attributions(text: &Text, sentence: Range<usize>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let Some(words) = words(text) else {
        return found;
    };
    let mut at = sentence.start;
    while at < sentence.end {
        if text.quotation_at(text.tokens[at].span.start).is_some() {
            at += 1;
            continue;
        }
        let by = |found_by| move |found| Attribution { found_by, ..found };
        let attribution = according(text, &words, at, &sentence)
            .map(by(FoundBy::According))
            .or_else(|| slavic_stated::stated(text, &words, at, &sentence).map(by(FoundBy::Stated)))
            .or_else(|| {
                slavic_stated::about_it(text, &words, at, &sentence).map(by(FoundBy::OfBefore))
            })
            .or_else(|| cue(text, &words, at, &sentence));
        match attribution {
            Some(attribution) => {
                at = attribution.cue.end.max(at + 1);
                found.push(attribution);
            }
            None => at += 1,
        }
    }
    found
}

/// "за словами X, …" and "…, за словами X".
fn according(
    text: &Text,
    words: &Words,
    at: usize,
    sentence: &Range<usize>,
) -> Option<Attribution> {
    let (cue, speaker) = according_to(text, words, at, sentence.end)?;
    let end = medium_end(text, words, speaker.tokens.end, sentence.end);
    // "сказав, що, за словами поліції, …": inside a report that has just begun.
    let inside = text.word(at.saturating_sub(1)) == "," && {
        let that = at.saturating_sub(2);
        words.that.at(text, that, sentence.end).is_some()
    };
    let leads = at <= sentence.start + 1 || inside;
    let content = match leads {
        true => end + usize::from(text.word(end) == ",")..sentence.end,
        false => match quotation_left(text, at, sentence.start) {
            Some(quotation) => {
                let content = Content::Quotation(quotation);
                return Some(made(CueClass::Say, cue, speaker, content, at..sentence.end));
            }
            None => sentence.start..at,
        },
    };
    let frame = if leads { at..end } else { at..sentence.end };
    Some(made(
        CueClass::Say,
        cue,
        speaker,
        Content::Tokens(content),
        frame,
    ))
}

/// The words "за словами X" or "за його словами", and whom they name.
fn according_to(
    text: &Text,
    words: &Words,
    at: usize,
    limit: usize,
) -> Option<(Range<usize>, SpeakerWords)> {
    if let Some(found) = words.according_to_them.at(text, at, limit) {
        let cue = at..at + found.tokens;
        let speaker = SpeakerWords {
            tokens: cue.clone(),
            naming: Naming::Pronoun,
            role: None,
        };
        return Some((cue, speaker));
    }
    let found = words
        .according
        .at(text, at, limit)
        .or_else(|| words.citing.at(text, at, limit))?;
    let cue = at..at + found.tokens;
    let speaker = speaker::after(text, words, cue.end, limit)?;
    Some((cue, speaker))
}

pub(super) fn made(
    class: CueClass,
    cue: Range<usize>,
    speaker: SpeakerWords,
    content: Content,
    frame: Range<usize>,
) -> Attribution {
    let found_by = match content {
        Content::Quotation(_) => FoundBy::Direct,
        Content::Tokens(_) => FoundBy::Indirect,
    };
    Attribution {
        class,
        cue,
        speaker,
        addressee: None,
        behind: None,
        content,
        frame,
        found_by,
    }
}

fn cue(text: &Text, words: &Words, at: usize, sentence: &Range<usize>) -> Option<Attribution> {
    let found = words.cues.at(text, at, sentence.end)?;
    let (class, cue) = (*found.value, at..at + found.tokens);
    let mut found = quoted_before(text, words, class, &cue, sentence)
        .or_else(|| trailing(text, words, class, &cue, sentence))
        .or_else(|| leading(text, words, class, &cue, sentence))?;
    let after = found.cue.end.max(found.speaker.tokens.end);
    found.addressee = told(text, words, found.cue.end, sentence.end)
        .or_else(|| told(text, words, after, sentence.end));
    Some(found)
}

/// "«…», — сказав X".
fn quoted_before(
    text: &Text,
    words: &Words,
    class: CueClass,
    cue: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Attribution> {
    let before = speaker::before(text, words, sentence.start, cue.start);
    let from = before
        .as_ref()
        .map_or(cue.start, |speaker| speaker.tokens.start);
    let quotation = quotation_left(text, from, sentence.start)?;
    let speaker = before.or_else(|| speaker::after(text, words, cue.end, sentence.end))?;
    let frame = cue.start.min(speaker.tokens.start)..sentence.end;
    Some(made(
        class,
        cue.clone(),
        speaker,
        Content::Quotation(quotation),
        frame,
    ))
}

/// "…, — повідомив X у Telegram." and "…, повідомили в ДСНС."
fn trailing(
    text: &Text,
    words: &Words,
    class: CueClass,
    cue: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Attribution> {
    let dash = matches!(text.word(cue.start.checked_sub(1)?), "—" | "–" | "-");
    let comma = cue.start.checked_sub(1 + usize::from(dash))?;
    if comma <= sentence.start + 1 || text.word(comma) != "," {
        return None;
    }
    let speaker = speaker::after(text, words, cue.end, sentence.end)?;
    let governs = that(text, words, speaker.tokens.end, sentence.end).is_some();
    let content = Content::Tokens(sentence.start..comma);
    (!governs).then(|| made(class, cue.clone(), speaker, content, comma..sentence.end))
}

/// "X повідомив, що …", "X заявив: «…»", "X повідомив про …", "X заперечує …".
fn leading(
    text: &Text,
    words: &Words,
    class: CueClass,
    cue: &Range<usize>,
    sentence: &Range<usize>,
) -> Option<Attribution> {
    let before = speaker::before(text, words, sentence.start, cue.start);
    let speaker = before.or_else(|| speaker::after(text, words, cue.end, sentence.end))?;
    let after = cue.end.max(speaker.tokens.end);
    let start = heard_from(text, cue.start.min(speaker.tokens.start), sentence.start);
    if let Some(quotation) = quotation_right(text, words, after, sentence.end) {
        let end = text.within(text.quotations[quotation].span).start;
        let content = Content::Quotation(quotation);
        return Some(made(class, cue.clone(), speaker, content, start..end));
    }
    let about = words.about.at(text, cue.end, sentence.end);
    let object = (class == CueClass::Deny && cue.end == after).then_some(cue.end);
    let from = that(text, words, after, sentence.end)
        .or_else(|| about.map(|found| cue.end + found.tokens))
        .or(object)
        .filter(|from| *from < sentence.end)?;
    let content = Content::Tokens(from..sentence.end);
    Some(made(class, cue.clone(), speaker, content, start..from))
}

/// "На відео чути, як чоловік каже": what only leads to the speaker attributes too.
fn heard_from(text: &Text, start: usize, from: usize) -> usize {
    let led = start >= from + 3
        && matches!(text.word(start - 1), "як" | "как")
        && text.word(start - 2) == ","
        && matches!(text.word(start - 3), "чути" | "чутно" | "слышно" | "видно");
    if led { from } else { start }
}

/// The token after ", що" soon after `after`.
pub(super) fn that(text: &Text, words: &Words, after: usize, limit: usize) -> Option<usize> {
    let window = after..limit.min(after + CUE_TO_CONTENT_TOKENS);
    let mut commas = window.filter(|i| text.word(*i) == ",");
    commas.find_map(|i| Some(i + 1 + words.that.at(text, i + 1, limit)?.tokens))
}

/// A quotation that a colon opens soon after the cue.
fn quotation_right(text: &Text, words: &Words, after: usize, limit: usize) -> Option<usize> {
    let window = after..limit.min(after + CUE_TO_CONTENT_TOKENS);
    let colon = window.clone().find(|i| text.word(*i) == ":")?;
    // "сказала, що мешканка розповіла: «…»": the quotation is the inner speaker's.
    let retold = (after..colon).any(|i| words.cues.at(text, i, colon).is_some());
    if retold {
        return None;
    }
    text.quotation_from(text.tokens.get(colon + 1)?.span.start)
}

/// Past "у Telegram" after a speaker.
fn medium_end(text: &Text, words: &Words, at: usize, limit: usize) -> usize {
    let led = words
        .inside
        .at(text, at, limit)
        .map_or(0, |found| found.tokens);
    match words.media.at(text, at + led, limit) {
        Some(medium) => at + led + medium.tokens,
        None => at,
    }
}
