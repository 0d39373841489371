//! "told Reuters", "told them": who relayed what was said.

use std::ops::Range;

use bearings_model::ChainLink;

use super::attribution::Attribution;
use super::paint::Painter;
use super::people::Known;
use super::speaker::{Naming, SpeakerWords};
use crate::text::Text;

impl Painter<'_> {
    /// "told Reuters", "told them": who relayed it stands between narrator and speaker.
    pub(super) fn add_via(
        &mut self,
        found: &Attribution,
        known: &mut Known,
        sentence: &Range<usize>,
    ) {
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
                // In Ukrainian and Russian only those who are told for a living are noted.
                if text.language == crate::language::Language::English
                    && !is_media(text, &addressee.tokens)
                {
                    return None;
                }
                self.people.resolve(text, addressee, sentence.clone())?
            }
        };
        (known.name != speaker).then_some(ChainLink {
            source: known.name,
            kind: known.kind,
            role: known.role,
            cue: None,
            channel: None,
            footage: None,
            factuality: None,
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
