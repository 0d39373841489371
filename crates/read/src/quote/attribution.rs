//! Finds the attributions of one sentence: each cue with its speaker and what it governs.

use std::ops::Range;

use super::addressee::addressee;
use super::attributed::is_noun_too;
use super::beside::{quotation_left, quotation_right};
use super::cue_en::{ACCORDING, CLAUSE_NOUNS, CUES, CueClass};
use super::found_by::FoundBy;
use super::passive_en::{is_passive, passive};
use super::speaker::{self, Naming, SpeakerWords};
use super::{phrase_en, speaker_after};
use crate::text::{Kind, Text};

/// A cue with its speaker and the tokens it attributes.
#[derive(Clone, Debug)]
pub(super) struct Attribution {
    pub class: CueClass,
    pub cue: Range<usize>,
    pub speaker: SpeakerWords,
    /// To whom it was said, where the text says so: "told Reuters".
    pub addressee: Option<SpeakerWords>,
    /// Whom the speaker rests on, with the words that say so: "citing the council".
    pub behind: Option<(Range<usize>, SpeakerWords)>,
    pub content: Content,
    /// Everything that only attributes.
    pub frame: Range<usize>,
    pub found_by: FoundBy,
}

#[derive(Clone, Debug)]
pub(super) enum Content {
    /// Index into the text's quotations.
    Quotation(usize),
    Tokens(Range<usize>),
}

/// All attributions of a sentence outside its quotations, from left to right.
pub(super) fn attributions(text: &Text, sentence: Range<usize>) -> Vec<Attribution> {
    let mut found: Vec<Attribution> = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        if text.quotation_at(text.tokens[at].span.start).is_some() {
            at += 1;
            continue;
        }
        let attribution = as_saying(text, at, sentence.clone())
            .or_else(|| according(text, at, sentence.clone()))
            .or_else(|| clause_noun(text, at, sentence.clone()))
            .or_else(|| cue(text, at, sentence.clone()));
        match attribution {
            Some(attribution) => {
                let quoted = attribution
                    .behind
                    .as_ref()
                    .map_or(0, |(words, _)| words.end);
                at = attribution.cue.end.max(at + 1).max(quoted);
                found.push(attribution);
            }
            None => at += 1,
        }
    }
    found
}

/// "CLAUSE, according to SPEAKER" and "According to SPEAKER, CLAUSE".
fn according(text: &Text, at: usize, sentence: Range<usize>) -> Option<Attribution> {
    let words = ACCORDING.at(text, at, sentence.end)?;
    let cue = at..at + words.tokens;
    let speaker = speaker_after::after(text, cue.end, sentence.end)?;
    let leads = at == sentence.start
        || (at == sentence.start + 1 && text.kind(sentence.start) == Some(Kind::Mark));
    let end = speaker.tokens.end;
    let content = if leads {
        let from = if text.word(end) == "," { end + 1 } else { end };
        from..sentence.end
    } else {
        sentence.start..at
    };
    let quotation = quotation_left(text, at, sentence.start).filter(|_| !leads);
    Some(Attribution {
        class: CueClass::Say,
        frame: at..end,
        cue,
        speaker,
        addressee: None,
        behind: None,
        content: quotation.map_or(Content::Tokens(content), Content::Quotation),
        found_by: FoundBy::According,
    })
}

/// "The consensus among those who stayed is that CLAUSE".
fn clause_noun(text: &Text, at: usize, sentence: Range<usize>) -> Option<Attribution> {
    let class = *CLAUSE_NOUNS.word(text.word(at))?;
    let joint = (at + 1..sentence.end.min(at + 14))
        .find(|i| matches!(text.word(*i), "is" | "was") && text.word(*i + 1) == "that")?;
    let owned = matches!(
        text.word(at + 1),
        "among" | "of" | "in" | "from" | "here" | "is" | "was"
    );
    if !owned {
        return None;
    }
    let start = phrase_en::phrase_start(text, sentence.start, at);
    let speaker = SpeakerWords {
        tokens: start..joint,
        naming: Naming::Phrase { head: at },
        role: None,
    };
    Some(Attribution {
        class,
        cue: joint..joint + 2,
        speaker,
        addressee: None,
        behind: None,
        content: Content::Tokens(joint + 2..sentence.end),
        frame: start..joint + 2,
        found_by: FoundBy::Indirect,
    })
}

fn cue(text: &Text, at: usize, sentence: Range<usize>) -> Option<Attribution> {
    let found = CUES.at(text, at, sentence.end)?;
    let (class, cue) = (*found.value, at..at + found.tokens);
    if text.is_capital(at) && at != sentence.start || is_owned_noun(text, at) {
        return None;
    }
    if is_passive(text, at, sentence.start) {
        return passive(text, class, cue, &sentence);
    }
    let subject = speaker::before(text, sentence.start, at);
    let left = quotation_left(
        text,
        subject.as_ref().map_or(at, |s| s.tokens.start),
        sentence.start,
    );
    if let Some(quotation) = left.filter(|_| class.takes_quotation()) {
        let inverted = || speaker_after::after(text, cue.end, sentence.end);
        let speaker = subject.or_else(inverted)?;
        return Some(quoted(text, class, cue, speaker, quotation, &sentence));
    }
    let speaker = subject?;
    reported(text, class, cue, speaker, &sentence)
}

/// "The mayor's comments “…”": whose they are says nothing by them.
fn is_owned_noun(text: &Text, at: usize) -> bool {
    let owner = at.checked_sub(1).map_or("", |i| text.word(i));
    let owned = matches!(
        owner,
        "'s" | "’" | "the" | "those" | "his" | "her" | "their" | "its"
    );
    owned && is_noun_too(text.word(at))
}

fn quoted(
    text: &Text,
    class: CueClass,
    cue: Range<usize>,
    speaker: SpeakerWords,
    quotation: usize,
    sentence: &Range<usize>,
) -> Attribution {
    let from = cue.start.min(speaker.tokens.start);
    let addressee = addressee(text, cue.end, sentence.end);
    Attribution {
        class,
        cue,
        speaker,
        addressee,
        behind: None,
        content: Content::Quotation(quotation),
        frame: from..sentence.end,
        found_by: FoundBy::Direct,
    }
}

/// "SPEAKER said (on Facebook) (that) CLAUSE", or with a quotation after the cue.
fn reported(
    text: &Text,
    class: CueClass,
    cue: Range<usize>,
    speaker: SpeakerWords,
    sentence: &Range<usize>,
) -> Option<Attribution> {
    let addressee = addressee(text, cue.end, sentence.end);
    let addressed = addressee.as_ref().map_or(cue.end, |a| a.tokens.end);
    if let Some(quotation) =
        quotation_right(text, addressed, sentence.end).filter(|_| class.takes_quotation())
    {
        let start = text.within(text.quotations[quotation].span).start;
        let frame = speaker.tokens.start..start;
        return Some(Attribution {
            class,
            cue,
            speaker,
            addressee,
            behind: None,
            content: Content::Quotation(quotation),
            frame,
            found_by: FoundBy::Direct,
        });
    }
    let trailing = trails(text, &speaker, addressed, sentence);
    if trailing {
        let comma = speaker.tokens.start - 1;
        let frame = comma..sentence.end;
        let content = Content::Tokens(sentence.start..comma);
        return Some(Attribution {
            class,
            cue,
            speaker,
            addressee,
            behind: None,
            content,
            frame,
            found_by: FoundBy::Indirect,
        });
    }
    let start = content_start(text, class, addressed, sentence)?;
    let frame = speaker.tokens.start..start;
    let content = Content::Tokens(start..sentence.end);
    Some(Attribution {
        class,
        cue,
        speaker,
        addressee,
        behind: None,
        content,
        frame,
        found_by: FoundBy::Indirect,
    })
}

/// "CLAUSE, officials said on Monday.": nothing but time and place follows the cue.
fn trails(text: &Text, speaker: &SpeakerWords, after: usize, sentence: &Range<usize>) -> bool {
    let comma =
        speaker.tokens.start > sentence.start + 2 && text.word(speaker.tokens.start - 1) == ",";
    let rest = after..sentence.end;
    let short = rest.len() <= 8;
    let clause = rest.clone().any(|i| {
        matches!(
            text.word(i),
            "that" | "had" | "was" | "were" | "is" | "are" | "have" | "has" | "“"
        )
    });
    comma && short && !clause
}

/// Where the reported clause begins; `None` when what follows is no clause.
fn content_start(
    text: &Text,
    class: CueClass,
    after: usize,
    sentence: &Range<usize>,
) -> Option<usize> {
    let window = after..sentence.end.min(after + 12);
    let told_on = |that: usize| (after + 1..that).any(|i| reports_again(text, i));
    let that = window.clone().find(|i| text.word(*i) == "that");
    if let Some(that) = that.filter(|that| !told_on(*that)) {
        let near = text.slice(after..that);
        if !near.contains([',', ';']) || near.len() < 60 {
            return Some(that + 1);
        }
    }
    let first = text.word(after);
    let nominal = matches!(
        first,
        "" | "." | "," | "to" | "of" | "about" | "by" | "for" | "with" | "as" | "?" | "!" | ")"
    );
    let noun_taken =
        matches!(class, CueClass::Think) && matches!(first, "it" | "him" | "them" | "her");
    if nominal && !matches!(class, CueClass::Expect) || noun_taken || after >= sentence.end {
        return None;
    }
    Some(after)
}

/// "said a resident TOLD her that": the clause after "that" is the inner speaker's.
fn reports_again(text: &Text, at: usize) -> bool {
    let cue = CUES
        .word(text.word(at))
        .is_some_and(|class| class.takes_quotation());
    cue && !phrase_en::is_likely_noun(text, at)
}

/// "X quoted Y as saying CLAUSE": Y speaks, X relays.
fn as_saying(text: &Text, at: usize, sentence: Range<usize>) -> Option<Attribution> {
    if !matches!(text.word(at), "quoted" | "quotes" | "cited" | "cites") {
        return None;
    }
    let reach = at + 1..sentence.end.min(at + 12);
    let saying = reach
        .clone()
        .find(|i| text.word(*i) == "as" && text.word(*i + 1) == "saying")?;
    let speaker = speaker::before(text, sentence.start, at)?;
    let quoted = speaker_after::after(text, at + 1, saying)?;
    let that = usize::from(text.word(saying + 2) == "that");
    let start = (saying + 2 + that).min(sentence.end);
    let content = match quotation_right(text, start, sentence.end) {
        Some(quotation) => Content::Quotation(quotation),
        None => Content::Tokens(start..sentence.end),
    };
    Some(Attribution {
        class: CueClass::Say,
        cue: at..at + 1,
        frame: speaker.tokens.start..start,
        speaker,
        addressee: None,
        behind: Some((at + 1..start, quoted)),
        content,
        found_by: FoundBy::Relayed,
    })
}
