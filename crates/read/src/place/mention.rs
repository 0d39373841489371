//! Names that may be places: the longest run of words the gazetteer knows, and what speaks for
//! and against its being a place here.

use std::ops::Range;

use bearings_model::{Gazetteer, PlaceCandidate, PlaceKind, PlaceRole, Span};

use super::division_en::{CODES, STATES};
use super::found_by::FoundBy;
use super::name::{Name, Names};
use super::person::{self, Persons};
use super::person_en::SAYS;
use super::qualifier_en::qualifier;
use super::standing::{Found, Standing, standing};
use super::stop_en::{FAMILY, LOCATIVE, NEVER, STRONG};
use super::{demonym, slavic, state_en};
use crate::language::Language;
use crate::lexicon::Found as Phrase;
use crate::text::{Kind, Text};

/// The longest place name in words that is looked for.
const LONGEST_NAME_WORDS: usize = 6;

/// What the readers of one text share.
pub(super) struct Reader<'r> {
    pub text: &'r Text<'r>,
    pub gazetteer: &'r dyn Gazetteer,
    pub times: &'r [Span],
    pub persons: Persons,
}

pub(super) fn names(text: &Text, gazetteer: &dyn Gazetteer, times: &[Span]) -> Names {
    let reader = Reader {
        text,
        gazetteer,
        times,
        persons: Persons::of(text),
    };
    let mut names = Names::default();
    for sentence in &text.sentences {
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            at = reader.step(&mut names, at, &sentence.tokens);
        }
    }
    names
}

impl Reader<'_> {
    /// Reads the name at token `at`, if there is one; the token to go on from.
    fn step(&self, names: &mut Names, at: usize, sentence: &Range<usize>) -> usize {
        let text = self.text;
        if text.kind(at) != Some(Kind::Word) {
            return at + 1;
        }
        let capital = text.is_capital(at) && !in_times(text, at, self.times);
        let made = demonym::demonym(text, at, sentence);
        let found = capital.then(|| self.known(at, sentence.end)).flatten();
        if let Some(made) = made {
            let longer = found.as_ref().is_some_and(|found| found.end > made.end);
            if !longer {
                return self.take_demonym(names, at, &made);
            }
        }
        if !capital {
            return slavic::by_adjective(self, names, at, sentence).unwrap_or(at + 1);
        }
        if text.language == Language::English
            && let Some(state) = state_en::abbreviated(text, at, sentence)
        {
            return self.take_state(names, at, &state);
        }
        let single = found.as_ref().is_none_or(|found| found.end == at + 1);
        if single && let Some(end) = slavic::by_adjective(self, names, at, sentence) {
            return end;
        }
        match found {
            Some(found) => self.take(names, at, found, sentence),
            None => at + 1,
        }
    }

    fn take_demonym(&self, names: &mut Names, at: usize, made: &demonym::Demonym) -> usize {
        let origin = || demonym::origin(self.gazetteer, made.name).into_iter();
        let sense = names.sense(format!("\u{1}{}", made.name), || origin().collect());
        if !names.senses[sense].candidates.is_empty() {
            let name = self.fixed(at..made.end, sense, made.role, FoundBy::Demonym);
            names.list.push(name);
        }
        made.end
    }

    fn take_state(&self, names: &mut Names, at: usize, state: &state_en::State) -> usize {
        let sense = names.sense(format!("\u{1}{}", state.name), || {
            let found = self.gazetteer.look_up(state.name).into_iter();
            let states = found.filter(|p| p.kind == PlaceKind::Region && p.admin1 == state.code);
            states
                .map(|place| PlaceCandidate {
                    score: 0.95,
                    reason: "a state’s abbreviation".to_owned(),
                    ..place
                })
                .collect()
        });
        if !names.senses[sense].candidates.is_empty() {
            let name = self.fixed(at..state.end, sense, PlaceRole::Place, FoundBy::State);
            names.list.push(name);
        }
        state.end
    }

    pub(super) fn fixed(
        &self,
        tokens: Range<usize>,
        sense: usize,
        role: PlaceRole,
        found_by: FoundBy,
    ) -> Name {
        Name {
            span: self.text.span(tokens.clone()),
            tokens,
            qualifier: None,
            sense,
            inflected: false,
            role,
            led: true,
            first: false,
            speaks: false,
            division: false,
            state: None,
            fixed: true,
            found_by,
        }
    }

    fn take(&self, names: &mut Names, at: usize, found: Found, sentence: &Range<usize>) -> usize {
        let text = self.text;
        let end = found.end;
        let (role, start) = match standing(self, at, &found, sentence) {
            Standing::Not => return at + 1,
            Standing::NotTo(end) => return end,
            Standing::Within => (PlaceRole::Within, at),
            Standing::Place { from } => (PlaceRole::Place, from),
        };
        let first = at == first_word(text, sentence);
        let led = is_led(text, at, sentence);
        let broad = found.candidates.iter().any(|p| !p.kind.is_settlement());
        if found.nominative.is_some() && first && !led && !broad {
            return at + 1;
        }
        let inflected = found.nominative.is_some();
        let division = found.division;
        let words = found
            .nominative
            .unwrap_or_else(|| text.slice(at..end).to_lowercase());
        let candidates = found.candidates;
        let sense = names.sense(words, || candidates);
        let qualifier = match text.language {
            Language::English => qualifier(text, start, sentence.start),
            _ => slavic::qualifier(text, start, sentence.start),
        };
        names.list.push(Name {
            span: text.span(start..end),
            tokens: start..end,
            found_by: match role {
                PlaceRole::Within => FoundBy::Within,
                _ if qualifier.is_some() => FoundBy::Relative,
                _ if inflected => FoundBy::Inflected,
                _ => FoundBy::Name,
            },
            qualifier,
            sense,
            inflected,
            role,
            led,
            first,
            division,
            speaks: end < sentence.end && SAYS.at(text, end, sentence.end).is_some(),
            state: state_after(text, end, sentence.end),
            fixed: false,
        });
        end
    }

    /// The longest name as it is written, or what its case's ending leads back to.
    pub(super) fn known(&self, at: usize, limit: usize) -> Option<Found> {
        let text = self.text;
        let plain = longest(text, self.gazetteer, at, limit).map(|(end, candidates)| {
            // "Kharkiv region" is named by its first word alone.
            let last = end - 1;
            let named = last > at && !text.is_capital(last) && is_division(text, last);
            Found {
                end: if named { last } else { end },
                division: named || is_division(text, end),
                nominative: None,
                candidates,
            }
        });
        if matches!(text.language, Language::English | Language::Other) {
            return plain;
        }
        let inflected = slavic::by_ending(text, self.gazetteer, at, limit);
        match (plain, inflected) {
            (Some(plain), Some((end, ..))) if plain.end >= end => Some(plain),
            (_, Some((end, name, candidates))) => Some(Found {
                end,
                division: false,
                nominative: Some(name),
                candidates,
            }),
            (plain, None) => plain,
        }
    }
}

pub(super) fn is_led(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    let before = leading(text, at).filter(|i| *i >= sentence.start);
    before.is_some_and(|i| match text.language {
        Language::English => LOCATIVE.at(text, i, at).is_some(),
        _ => slavic::LOCATIVE.at(text, i, at).is_some(),
    })
}

/// The token that leads to the name at token `at`, past an article: "in the Philippines".
fn leading(text: &Text, at: usize) -> Option<usize> {
    let before = at.checked_sub(1)?;
    let article = text.language == Language::English && text.word(before) == "the";
    if article {
        before.checked_sub(1)
    } else {
        Some(before)
    }
}

/// Led by a word that hardly ever leads to a person: "in", "near".
pub(super) fn is_strongly_led(text: &Text, at: usize, sentence: &Range<usize>) -> bool {
    at > sentence.start
        && match text.language {
            Language::English => STRONG.at(text, at - 1, at).is_some(),
            _ => slavic::STRONG.at(text, at - 1, at).is_some(),
        }
}

/// Never a place on its own.
pub(super) fn is_never(text: &Text, at: usize, end: usize) -> bool {
    let whole = |found: Option<Phrase<'_, ()>>| found.is_some_and(|found| at + found.tokens == end);
    whole(NEVER.at(text, at, end)) || whole(slavic::NEVER.at(text, at, end))
}

/// ", La." and ", LA" after a name.
pub(super) fn state_after(text: &Text, end: usize, limit: usize) -> Option<&'static str> {
    let at = end + 1;
    if text.word(end) != "," || at >= limit || !text.is_capital(at) {
        return None;
    }
    let code = CODES.iter().find(|code| **code == text.raw(at));
    code.copied()
        .or_else(|| STATES.at(text, at, limit).map(|state| *state.value))
}

fn in_times(text: &Text, at: usize, times: &[Span]) -> bool {
    let here = text.tokens[at].span;
    let after = times.partition_point(|span| span.start <= here.start);
    after > 0 && times[after - 1].overlaps(here)
}

/// The sentence's first word, past quotation marks.
pub(super) fn first_word(text: &Text, sentence: &Range<usize>) -> usize {
    sentence
        .clone()
        .find(|i| text.kind(*i) == Some(Kind::Word))
        .unwrap_or(sentence.start)
}

/// Lower-case words that end a place's name: "Kharkiv region" is not Kharkiv.
pub(super) fn is_division(text: &Text, at: usize) -> bool {
    matches!(
        text.word(at),
        "region" | "oblast" | "raion" | "province" | "governorate" | "peninsula"
    )
}

fn longest(
    text: &Text,
    gazetteer: &dyn Gazetteer,
    at: usize,
    limit: usize,
) -> Option<(usize, Vec<PlaceCandidate>)> {
    let mut best = None;
    let mut words = String::new();
    for end in at + 1..=limit.min(at + LONGEST_NAME_WORDS) {
        let last = end - 1;
        if !words.is_empty() && !text.is_glued(last) {
            words.push(' ');
        }
        words.push_str(text.word(last));
        let named = text.is_capital(last)
            || text.kind(last) == Some(Kind::Number)
            || last > at && is_division(text, last);
        if named {
            let candidates = gazetteer.look_up(&words);
            if !candidates.is_empty() {
                best = Some((end, candidates));
            }
        }
        if !gazetteer.may_begin(&words) {
            break;
        }
    }
    best
}

/// A name of a person here: told by the text, or a given name that no word leads to as a place.
pub(super) fn is_person(reader: &Reader, at: usize, sentence: &Range<usize>, broad: bool) -> bool {
    let text = reader.text;
    let given = person::is_given(text, at);
    if broad && !given {
        return false;
    }
    if text.language != Language::English && given {
        let family = text.is_capital(at + 1) && text.kind(at + 1) == Some(Kind::Word);
        let led_to = is_strongly_led(text, at, sentence);
        return family || !led_to;
    }
    let known = reader.persons.holds(text, at) || FAMILY.at(text, at, at + 1).is_some();
    known
        && !is_strongly_led(text, at, sentence)
        && state_after(text, at + 1, sentence.end).is_none()
}
