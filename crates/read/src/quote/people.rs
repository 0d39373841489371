//! Who was named so far: surnames to full names, phrases to names, pronouns to the last speaker.
//!
//! One name in one text is taken as one person; across texts nothing is assumed here.

use std::ops::Range;

use bearings_model::{ChainLink, SourceKind};

use super::names::{is_function_word, run_at};
use super::np_en::{ORGANISATIONS, ROLES};
use super::phrase_en::{phrase_end, phrase_start};
use super::remembered::Remembered;
use super::slavic_speaker::is_office;
use super::speaker::{Naming, SpeakerWords};
use crate::text::Text;

/// A speaker as far as the text lets one know.
#[derive(Clone, Debug)]
pub(super) struct Known {
    pub name: String,
    pub role: Option<String>,
    pub kind: SourceKind,
    /// Through whom this speaker was reported, between narrator and speaker.
    pub via: Vec<ChainLink>,
}

#[derive(Debug, Default)]
pub(super) struct People {
    remembered: Remembered,
    last_person: Option<Known>,
    last_group: Option<Known>,
}

impl People {
    /// Notes every full name and organisation of the text beforehand.
    pub fn of(text: &Text) -> Self {
        let mut people = Self::default();
        for sentence in &text.sentences {
            let mut at = sentence.tokens.start;
            while at < sentence.tokens.end {
                match run_at(text, at, sentence.tokens.end) {
                    Some(run) => {
                        people.note_run(text, &run.name, run.kind, run.tokens.clone());
                        at = run.tokens.end;
                    }
                    None => at += 1,
                }
            }
        }
        people
    }

    fn note_run(&mut self, text: &Text, name: &str, kind: SourceKind, tokens: Range<usize>) {
        let words = name.split(' ').count();
        if kind == SourceKind::Person && (2..=4).contains(&words) {
            self.remembered.name(name);
        }
        // "Reuters journalist": a name right before a role.
        if ROLES.at(text, tokens.end, tokens.end + 1).is_some() {
            self.remembered
                .phrase(&format!("{name} {}", text.raw(tokens.end)));
        }
        if words > 1 && kind == SourceKind::Organisation {
            self.remembered.phrase(name);
        }
    }

    /// Who the words mean; `sentence` is where they stand, `cue` the attributing word.
    pub fn resolve(
        &mut self,
        text: &Text,
        words: &SpeakerWords,
        sentence: Range<usize>,
    ) -> Option<Known> {
        let known = match &words.naming {
            Naming::Named { name, kind } => self.named(name, *kind, words.role.clone()),
            Naming::Phrase { head } => self.described(text, words, *head),
            Naming::Pronoun => return self.meant(text, words.tokens.end - 1, sentence),
        };
        Some(known)
    }

    /// Remembers who spoke, for the pronouns that follow.
    pub fn spoke(&mut self, known: &Known) {
        let group = known.kind == SourceKind::Organisation || is_plural(&known.name);
        if group {
            self.last_group = Some(known.clone());
        } else {
            self.last_person = Some(known.clone());
        }
    }

    fn named(&mut self, name: &str, kind: SourceKind, role: Option<String>) -> Known {
        let name = name.trim_end_matches('.');
        let single = !name.contains(' ');
        if let Some(holder) = self.office_holder(name, kind) {
            return holder;
        }
        let full = match self.remembered.full_name(name) {
            Some(full) if single && kind == SourceKind::Person => full.clone(),
            _ if kind != SourceKind::Person => name.to_owned(),
            // "Oleg Sinegubov" where the text has named Oleh Synehubov.
            _ => self.remembered.as_spelled_first(name),
        };
        if let Some(role) = &role {
            self.remembered.role(&full, role);
        }
        Known {
            role: role.or_else(|| self.remembered.role_of(&full).cloned()),
            name: full,
            kind,
            via: Vec::new(),
        }
    }

    /// "Губернатор" is the one the text has given that office.
    fn office_holder(&self, name: &str, kind: SourceKind) -> Option<Known> {
        let lower = name.to_lowercase();
        // "Пресс-секретарь" is a secretary.
        let word = lower.rsplit('-').next().unwrap_or(&lower);
        let office = kind == SourceKind::Unnamed && is_office(word);
        let (name, role) = self.remembered.holder(word).filter(|_| office)?;
        Some(Known {
            name,
            role: Some(role),
            kind: SourceKind::Person,
            via: Vec::new(),
        })
    }

    /// "the city council" is a council named before; "a resident" stays what it is.
    fn described(&self, text: &Text, words: &SpeakerWords, head: usize) -> Known {
        let definite = matches!(text.word(words.tokens.start), "the" | "The");
        let few = text.word(words.tokens.start + 1) == "few";
        let skip = usize::from(matches!(text.word(words.tokens.start), "a" | "an" | "the") && !few);
        let phrase = text.slice(words.tokens.start + skip..words.tokens.end);
        let bare = text
            .slice(words.tokens.start + usize::from(definite)..words.tokens.end)
            .to_lowercase();
        let fuller = self.remembered.fuller(&bare);
        let organisation = ORGANISATIONS.word(text.word(head)).is_some();
        if let Some(name) = fuller.filter(|_| definite) {
            let kind = if organisation {
                SourceKind::Organisation
            } else {
                SourceKind::Unnamed
            };
            return Known {
                name: name.clone(),
                role: None,
                kind,
                via: Vec::new(),
            };
        }
        if let Some((name, role)) = self.remembered.holder(text.word(head)).filter(|_| definite) {
            return Known {
                name,
                role: Some(role),
                kind: SourceKind::Person,
                via: Vec::new(),
            };
        }
        // "Russia's defence ministry" is one office, article or not.
        let owned = words.tokens.clone().any(|i| text.word(i) == "'s")
            && text.is_capital(words.tokens.start);
        let kind = if organisation && (definite || owned) {
            SourceKind::Organisation
        } else {
            SourceKind::Unnamed
        };
        Known {
            name: without_sentence_capital(text, &words.tokens, phrase),
            role: None,
            kind,
            via: Vec::new(),
        }
    }

    /// Whom a pronoun stands for: someone earlier in the sentence, the last speaker, or whom the
    /// sentence before began with.
    fn meant(&mut self, text: &Text, pronoun: usize, sentence: Range<usize>) -> Option<Known> {
        let plural = matches!(text.word(pronoun), "they" | "вони" | "они");
        let thing = matches!(text.word(pronoun), "it" | "воно" | "оно");
        if matches!(text.word(pronoun), "we" | "i") {
            return None;
        }
        let quoted = |i: usize| text.quotation_at(text.tokens[i].span.start).is_some();
        let earlier = (sentence.start..pronoun)
            .rev()
            .find(|i| is_role_of(text, *i, plural) && !quoted(*i));
        if let Some(head) = earlier.filter(|_| !thing) {
            return Some(self.phrase_at(text, head, sentence.start, pronoun));
        }
        if plural {
            let before = previous_sentence(text, &sentence)?;
            let subject = before.clone().take(10).find(|i| is_role_of(text, *i, true));
            if let Some(head) = subject {
                return Some(self.phrase_at(text, head, before.start, before.end));
            }
        }
        let order = if plural || thing {
            [&self.last_group, &self.last_person]
        } else {
            [&self.last_person, &self.last_group]
        };
        let last = order.into_iter().flatten().next().cloned();
        last.or_else(|| self.opens(text, previous_sentence(text, &sentence)?, plural || thing))
    }

    /// The person a sentence begins with: whom the next one's "she" means when nobody spoke yet.
    fn opens(&mut self, text: &Text, sentence: Range<usize>, group: bool) -> Option<Known> {
        let run = run_at(text, sentence.start, sentence.end)?;
        let named = run.kind == SourceKind::Person && run.name.contains(' ') && !group;
        named.then(|| self.named(&run.name, run.kind, run.title))
    }

    fn phrase_at(&self, text: &Text, head: usize, from: usize, limit: usize) -> Known {
        let tokens = phrase_start(text, from, head)..phrase_end(text, head, limit);
        let words = SpeakerWords {
            tokens,
            naming: Naming::Phrase { head },
            role: None,
        };
        self.described(text, &words, head)
    }
}

fn previous_sentence(text: &Text, sentence: &Range<usize>) -> Option<Range<usize>> {
    let index = text
        .sentence_at(text.tokens.get(sentence.start)?.span.start)
        .checked_sub(1)?;
    Some(text.sentences[index].tokens.clone())
}

/// "Doctors at two hospitals" at a sentence's start are doctors: the capital is the sentence's.
fn without_sentence_capital(text: &Text, tokens: &Range<usize>, phrase: &str) -> String {
    let first = text.word(tokens.start);
    let common =
        ROLES.word(first).is_some() || matches!(first, "a" | "some" | "several" | "two" | "three");
    let mut letters = phrase.chars();
    match letters.next().filter(|_| common) {
        Some(letter) => letter.to_lowercase().chain(letters).collect(),
        None => phrase.to_owned(),
    }
}

fn is_role_of(text: &Text, at: usize, plural: bool) -> bool {
    let word = text.word(at);
    ROLES.word(word).is_some() && is_plural(word) == plural && !is_function_word(word)
}

fn is_plural(word: &str) -> bool {
    let last = word.split(' ').next_back().unwrap_or(word);
    matches!(last, "people" | "police" | "journos" | "locals")
        || last.ends_with('s') && !last.ends_with("ss")
}
