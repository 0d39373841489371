//! To whom an English speaker says it: "told Reuters", "reassured the residents".

use super::speaker::{Naming, SpeakerWords};
use super::speaker_after;
use crate::text::Text;

/// The one told: "told Reuters", "told them", "reassured the residents".
pub(super) fn addressee(text: &Text, after: usize, limit: usize) -> Option<SpeakerWords> {
    let cue = after.checked_sub(1)?;
    let addressing = matches!(
        text.word(cue),
        "told"
            | "tells"
            | "telling"
            | "tell"
            | "informed"
            | "reassured"
            | "assured"
            | "warned"
            | "briefed"
            | "reminded"
    );
    if !addressing || text.word(after) == "that" {
        return None;
    }
    if matches!(
        text.word(after),
        "them" | "him" | "her" | "us" | "me" | "you"
    ) {
        return Some(SpeakerWords {
            tokens: after..after + 1,
            naming: Naming::Pronoun,
            role: None,
        });
    }
    speaker_after::after(text, after, limit.min(after + 8))
}
