//! English cues in the passive: "residents were told that", "it was announced that". Whoever stands
//! before them says nothing; whoever does is named by "by" or by nobody.

use std::ops::Range;

use bearings_model::SourceKind;

use super::attribution::{Attribution, Content};
use super::cue_en::CueClass;
use super::found_by::FoundBy;
use super::speaker::{self, Naming, SpeakerWords};
use super::speaker_after;
use super::unclaimed::UNNAMED;
use crate::text::Text;

/// How far from the cue its "that" may stand: "were told by the council on Monday that".
const THAT_TOKENS: usize = 12;

/// "Residents were told (by the council) that CLAUSE".
pub(super) fn passive(
    text: &Text,
    class: CueClass,
    cue: Range<usize>,
    sentence: &Range<usize>,
) -> Option<Attribution> {
    if class != CueClass::Say {
        return None;
    }
    let reach = cue.end..sentence.end.min(cue.end + THAT_TOKENS);
    let that = reach.clone().find(|i| text.word(*i) == "that")?;
    let parted = (cue.end..that).any(|i| matches!(text.word(i), "," | ";" | ":"));
    let by = (cue.end..that).find(|i| text.word(*i) == "by");
    let named = by.and_then(|by| speaker_after::after(text, by + 1, that));
    let subject = speaker::before(text, sentence.start, cue.start);
    let start = subject.map_or(cue.start, |who| who.tokens.start);
    (!parted).then(|| Attribution {
        class,
        speaker: named.unwrap_or_else(|| nobody(&cue)),
        cue,
        addressee: None,
        behind: None,
        content: Content::Tokens(that + 1..sentence.end),
        frame: start..that + 1,
        found_by: FoundBy::Passive,
    })
}

fn nobody(cue: &Range<usize>) -> SpeakerWords {
    SpeakerWords {
        tokens: cue.clone(),
        naming: Naming::Named {
            name: UNNAMED.to_owned(),
            kind: SourceKind::Unnamed,
        },
        role: None,
    }
}

/// How many adverbs may stand inside "was later also told".
const PASSIVE_TOKENS: usize = 3;

/// "Residents were told", "is expected": whoever stands before it says nothing.
pub(super) fn is_passive(text: &Text, at: usize, from: usize) -> bool {
    let word = text.word(at);
    let irregular = matches!(
        word,
        "told"
            | "read"
            | "known"
            | "seen"
            | "said"
            | "written"
            | "shown"
            | "heard"
            | "found"
            | "held"
            | "made"
            | "put"
            | "taken"
            | "given"
            | "spoken"
            | "sworn"
            | "cast"
            | "set"
            | "understood"
            | "thought"
            | "felt"
            | "sought"
            | "brought"
            | "struck"
            | "sung"
    );
    if !irregular && !word.ends_with("ed") {
        return false;
    }
    let reach = from.max(at.saturating_sub(PASSIVE_TOKENS))..at;
    for i in reach.rev() {
        let word = text.word(i);
        if matches!(
            word,
            "is" | "are" | "was" | "were" | "be" | "been" | "being"
        ) {
            return true;
        }
        let adverb = word.ends_with("ly") || matches!(word, "not" | "also" | "later" | "first");
        if !adverb {
            return false;
        }
    }
    false
}
