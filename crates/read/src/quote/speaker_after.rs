//! Finds the words that name the speaker after a cue: "said Ada Lind", "according to the mayor".

use bearings_model::SourceKind;

use super::names::{NameRun, is_function_word, run_at};
use super::np_en::{PRONOUNS, ROLES};
use super::phrase_en::phrase_end;
use super::speaker::{Naming, SpeakerWords, is_head, plain_role};
use crate::text::{Kind, Text};

/// The noun phrase that begins at `at`: an inverted subject, or whom "according to" names.
pub(super) fn after(text: &Text, at: usize, limit: usize) -> Option<SpeakerWords> {
    if PRONOUNS.at(text, at, limit).is_some() {
        return Some(SpeakerWords {
            tokens: at..at + 1,
            naming: Naming::Pronoun,
            role: None,
        });
    }
    let end = phrase_limit(text, at, limit);
    let start = (at..end)
        .find(|i| !is_function_word(text.word(*i)) || text.kind(*i) == Some(Kind::Handle))?;
    if let Some(run) = run_at(text, start, end).filter(|run| !is_possessed(text, run)) {
        return Some(with_role_after(text, at, run, limit));
    }
    let head = (start..end).find(|i| is_head(text, *i))?;
    let after_head = phrase_end(text, head, end);
    let name_at = if text.word(after_head) == "," {
        after_head + 1
    } else {
        after_head
    };
    let adjacent = run_at(text, name_at, limit).filter(|run| run.kind == SourceKind::Person);
    match adjacent {
        Some(run) => Some(SpeakerWords {
            tokens: at..run.tokens.end,
            naming: Naming::Named {
                name: run.name,
                kind: run.kind,
            },
            role: Some(plain_role(text, at..after_head)),
        }),
        None => Some(SpeakerWords {
            tokens: at..after_head,
            naming: Naming::Phrase { head },
            role: None,
        }),
    }
}

/// "Ukraine's interior minister": the run owns what speaks.
fn is_possessed(text: &Text, run: &NameRun) -> bool {
    text.word(run.tokens.end) == "'s"
}

fn phrase_limit(text: &Text, at: usize, limit: usize) -> usize {
    (at..limit.min(at + 14))
        .find(|i| {
            matches!(
                text.word(*i),
                "," | ";" | ":" | "." | "“" | "”" | "\"" | "(" | ")" | "–" | "—" | "who" | "that"
            )
        })
        .unwrap_or(limit.min(at + 14))
}

/// "Oleh Synehubov, governor of the region": the role after the name.
fn with_role_after(text: &Text, at: usize, run: NameRun, limit: usize) -> SpeakerWords {
    let end = run.tokens.end;
    let mut speaker = SpeakerWords {
        tokens: at..end,
        naming: Naming::Named {
            name: run.name,
            kind: run.kind,
        },
        role: run.title,
    };
    if text.word(end) == "," {
        let stop = phrase_limit(text, end + 1, limit);
        // "according to Ada Lind, residents said": what follows the comma speaks itself.
        let speaks = (end + 1..stop).any(|i| super::CUES.word(text.word(i)).is_some());
        let role = !speaks && (end + 1..stop).any(|i| ROLES.word(text.word(i)).is_some());
        if role && stop > end + 1 {
            speaker.role = speaker
                .role
                .or_else(|| Some(plain_role(text, end + 1..stop)));
            speaker.tokens.end = stop;
        }
    }
    speaker
}
