//! Ukrainian and Russian counts: amounts with their nouns, joined to the words for what became
//! of those counted. Word order is free, so nearness decides.

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome, Who};

use super::feared::add_feared;
use super::slavic_join::{join_bodies, join_losses, join_outcomes};
use super::slavic_level::set_levels;
use super::slavic_none::none_counted;
use super::slavic_parts::join_parts;
use super::{TallyFound, ru, uk};
use crate::actor::side_of;
use crate::amount::{AmountFound, amount};
use crate::lexicon::Phrases;
use crate::text::{Kind, Text};

/// The tables of one language.
pub(super) struct Words {
    pub people: &'static Phrases<Option<Who>>,
    /// One person by a singular noun: "загинула жінка".
    pub single: &'static Phrases<Option<Who>>,
    pub things: &'static Phrases<()>,
    pub measures: &'static Phrases<()>,
    pub outcomes: &'static Phrases<Outcome>,
    /// "знищено 50 окупантів", "втратив 50 солдатів": of people they say this, of things nothing.
    pub of_people: &'static Phrases<Outcome>,
    /// "тіла трьох людей": they died.
    pub bodies: &'static Phrases<()>,
    /// "ніхто", "жодна людина".
    pub nobody: &'static Phrases<()>,
    /// "без".
    pub without: &'static Phrases<()>,
    /// "немає", "не було".
    pub absent: &'static Phrases<()>,
    /// "даних", "повідомлень": what is not there is the word of it.
    pub news: &'static Phrases<()>,
    /// "більше ніхто": none of the others.
    pub others: &'static Phrases<()>,
    pub parts: &'static Phrases<()>,
    pub cumulative: &'static Phrases<()>,
    pub conjunctions: &'static Phrases<()>,
    pub prepositions: &'static Phrases<()>,
    /// "one more" before a single noun.
    pub further: &'static Phrases<()>,
    /// "кількість загиблих": whose level a number is.
    pub tolls: &'static Phrases<Outcome>,
    /// What stands right before the level; `true` where the number is passed.
    pub levels: &'static Phrases<bool>,
    /// "за попередніми даними": what begins an insertion between commas.
    pub insertions: &'static Phrases<()>,
    /// "of" in "two of them", and those words for the group.
    pub of: &'static Phrases<()>,
    pub them: &'static Phrases<()>,
    pub rule: fn(Outcome) -> &'static str,
    pub counted_rule: &'static str,
    pub none_rule: &'static str,
    pub one_rule: &'static str,
    pub share_rule: &'static str,
}

/// How adjectives end in the cases that follow an amount.
const ADJECTIVE_ENDINGS: [&str; 18] = [
    "их", "іх", "ых", "і", "ї", "ые", "ие", "ий", "ый", "ого", "его", "ої", "ой", "ими", "ыми",
    "а", "я", "у",
];

/// Adjectives between an amount and its noun.
const ADJECTIVES: usize = 2;

pub(super) fn tallies(
    text: &Text,
    range: Range<usize>,
    is_time: &dyn Fn(usize) -> bool,
) -> Vec<TallyFound> {
    let of = text.language;
    let Some(words) = of.pick(uk::words as fn() -> Words, uk::words, ru::words) else {
        return Vec::new();
    };
    let words = words();
    let mut found = counts(text, &words, range.clone(), is_time);
    none_counted(text, &words, range.clone(), &mut found);
    found.sort_by_key(|tally| tally.amount_tokens.start);
    set_levels(text, &words, &mut found, range.clone());
    join_parts(text, &words, &mut found, range.end);
    join_outcomes(text, &words, &mut found, range.clone());
    join_losses(text, &words, &mut found, range.clone());
    join_bodies(text, &words, &mut found, range.clone());
    join_parts(text, &words, &mut found, range.end);
    let mut found = super::worth_telling(found);
    super::set_contrasts(&mut found);
    set_modes(text, &words, &mut found, range.clone());
    add_feared(text, &mut found, range.end, (words.rule)(Outcome::Killed));
    found
}

fn counts(
    text: &Text,
    words: &Words,
    range: Range<usize>,
    is_time: &dyn Fn(usize) -> bool,
) -> Vec<TallyFound> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match count_at(text, words, at, range.end).filter(|_| !is_time(at)) {
            Some(tally) => {
                at = tally.tokens.end.max(at + 1);
                found.push(tally);
            }
            None => at += 1,
        }
    }
    found
}

fn count_at(text: &Text, words: &Words, at: usize, limit: usize) -> Option<TallyFound> {
    let Some(number) = amount(text, at, limit) else {
        return single(text, words, at, limit);
    };
    let after = number.tokens.end;
    if is_no_count(text, words, &number, limit) {
        return None;
    }
    let share = past_of(text, words, after, limit);
    let start = share.unwrap_or(after);
    // "троє з 40 пасажирів": three, and the forty are no count of their own.
    let whole = amount(text, start, limit).filter(|_| share.is_some());
    let start = whole.map_or(start, |whole| whole.tokens.end);
    let noun = noun(text, words, start, limit);
    let end = noun.as_ref().map_or(start, |noun| noun.tokens.end);
    let further = number.further.then_some(CountMode::Increment);
    let mut tally = tally(text, at..end, &number, noun, words);
    tally.mode = further;
    // Of a vague word or a fraction "of them" is no more than the word says itself.
    if share.is_some() && matches!(tally.amount, Amount::Exact { .. }) {
        tally.rule = words.share_rule;
    }
    Some(tally)
}

/// Years, ordinals, ages, money, measures and numbers of houses are no counts.
fn is_no_count(text: &Text, words: &Words, number: &AmountFound, limit: usize) -> bool {
    let (at, after) = (number.tokens.start, number.tokens.end);
    let year = matches!(number.amount, Amount::Exact { value } if (1900..=2100).contains(&value));
    let tied = text.word(after) == "-" && text.is_glued(after);
    let named = at > 0
        && (matches!(text.word(at - 1), "№" | "#" | "$" | "€" | "₴")
            || matches!(text.word(at - 1), "-" | "/") && text.is_glued(at));
    year || tied || named || words.measures.at(text, after, limit).is_some()
}

/// "двоє з них", "двоє із постраждалих": the token after "of".
fn past_of(text: &Text, words: &Words, after: usize, limit: usize) -> Option<usize> {
    let of = words.of.at(text, after, limit)?;
    let next = after + of.tokens;
    if let Some(them) = words.them.at(text, next, limit) {
        return Some(next + them.tokens);
    }
    let group = words.people.at(text, next, limit).is_some()
        || words.outcomes.at(text, next, limit).is_some()
        || amount(text, next, limit).is_some();
    group.then_some(next)
}

fn tally(
    text: &Text,
    tokens: Range<usize>,
    number: &AmountFound,
    noun: Option<Noun>,
    words: &Words,
) -> TallyFound {
    let counted = noun
        .as_ref()
        .map_or("", |noun| text.slice(noun.tokens.clone()));
    TallyFound {
        amount: number.amount.clone(),
        amount_tokens: number.tokens.clone(),
        outcome: None,
        who: noun.as_ref().and_then(|noun| noun.who),
        also: Vec::new(),
        is_people: noun.as_ref().is_some_and(|noun| noun.people),
        side: side_of(text, number.tokens.end..tokens.end),
        mode: None,
        part_of: None,
        stands: noun.is_some(),
        counted: counted.to_owned(),
        rule: words.counted_rule,
        tokens,
    }
}

/// The noun after an amount: who they are, and whether they are people.
pub(super) struct Noun {
    pub tokens: Range<usize>,
    pub who: Option<Who>,
    pub people: bool,
}

/// The noun after an amount, past two adjectives.
pub(super) fn noun(text: &Text, words: &Words, after: usize, limit: usize) -> Option<Noun> {
    for at in after..limit.min(after + ADJECTIVES + 1) {
        if let Some(thing) = thing(text, words, at, limit) {
            return Some(Noun {
                tokens: after..thing,
                who: None,
                people: false,
            });
        }
        if let Some(found) = words.people.at(text, at, limit) {
            return Some(Noun {
                tokens: after..at + found.tokens,
                who: *found.value,
                people: true,
            });
        }
        let adjective = text.kind(at) == Some(Kind::Word)
            && ADJECTIVE_ENDINGS
                .iter()
                .any(|ending| text.word(at).ends_with(ending))
            && words.outcomes.at(text, at, limit).is_none()
            && words.conjunctions.at(text, at, limit).is_none()
            && words.prepositions.at(text, at, limit).is_none();
        if !adjective {
            return None;
        }
    }
    None
}

/// Past a thing at token `at`, also one that an adjective of people leads: "цивільних будинків".
fn thing(text: &Text, words: &Words, at: usize, limit: usize) -> Option<usize> {
    let people = words
        .people
        .at(text, at, limit)
        .map_or(0, |found| found.tokens);
    let found = words.things.at(text, at + people, limit)?;
    Some(at + people + found.tokens)
}

/// "жінка", "дитина", "ще жінка": one person, counted only where an outcome says so.
fn single(text: &Text, words: &Words, at: usize, limit: usize) -> Option<TallyFound> {
    let further = words
        .further
        .at(text, at, limit)
        .map_or(0, |found| found.tokens);
    let found = words.single.at(text, at + further, limit)?;
    let noun = at + further..at + further + found.tokens;
    if thing(text, words, at + further, limit).is_some() {
        return None;
    }
    Some(TallyFound {
        counted: text.slice(noun.clone()).to_owned(),
        tokens: at..noun.end,
        amount_tokens: noun.clone(),
        amount: Amount::Exact { value: 1 },
        outcome: None,
        who: *found.value,
        also: Vec::new(),
        is_people: true,
        side: side_of(text, noun),
        mode: (further > 0).then_some(CountMode::Increment),
        part_of: None,
        stands: false,
        rule: words.one_rule,
    })
}

/// What became of those counted; a count of some of a group keeps its own rule.
pub(super) fn give(words: &Words, tally: &mut TallyFound, outcome: Outcome) {
    tally.outcome = Some(outcome);
    if tally.rule != words.share_rule {
        tally.rule = (words.rule)(outcome);
    }
}

fn set_modes(text: &Text, words: &Words, found: &mut [TallyFound], range: Range<usize>) {
    let total = words.cumulative.find(text, range).is_some();
    let mode = if total {
        CountMode::Cumulative
    } else {
        CountMode::Snapshot
    };
    for tally in found.iter_mut().filter(|tally| tally.outcome.is_some()) {
        tally.mode.get_or_insert(mode);
    }
}
