//! English: people harmed who are named and not counted: "the mayor was killed", "the murder of
//! Ana Roldan", "killed the priests". A name is one person; a plural is two and more.

use std::ops::Range;

use bearings_model::{Amount, Outcome};

use super::TallyFound;
use super::verb_en::is_hearsay;
use super::victim_phrase_en::{
    LONGEST_PHRASE_TOKENS, has_people, head, is_plural, is_written_as_name, leftwards,
    names_people, past_age, past_determiner, past_share, rightwards,
};
use super::victim_words_en::{ATTACKS, DETERMINERS, PEOPLE, THINGS, WORDS};
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

/// Where the phrase that names someone stands to the word for what became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Before it in the passive, after it in the active.
    Verb,
    /// "X died".
    Before,
    /// "the murder of X".
    Of,
    /// "X's murder".
    Noun,
    /// "killing X".
    After,
}

/// Adverbs and auxiliaries between a subject and its participle.
const LONGEST_VERB_TOKENS: usize = 6;
/// "X, Y, and Z were killed" names no more than this.
const MOST_LISTED: usize = 12;

phrases! {
    static PASSIVE: () = {
        () => "was, were, been, being, is, are, be",
    };
}
phrases! {
    static AUXILIARY: () = {
        () => "was, were, been, being, is, are, has, have, had, also, then, later, allegedly, reportedly, apparently, brutally, savagely, immediately, instantly, recently, seriously, slightly, critically, gravely, fatally, both, all, subsequently, cowardly, presumably, accidentally, first, already, either, badly, severely, reported, reportedly, found, left, shot, believed, feared, presumed, assumed, thought, considered, rumoured, rumored, who, whom, that, which",
    };
}

phrases! {
    static PREPOSITIONS: () = {
        () => "in, at, from, to, near, on, into, toward, towards, outside, inside, around, between, through, for",
    };
}

/// Everyone a token range names as harmed; counts already read keep their people.
pub(super) fn victims(
    text: &Text,
    range: Range<usize>,
    is_time: &dyn Fn(usize) -> bool,
    counted: &[TallyFound],
) -> Vec<TallyFound> {
    let mut found: Vec<TallyFound> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let Some(word) = WORDS.at(text, at, range.end) else {
            at += 1;
            continue;
        };
        let (outcome, form) = *word.value;
        let end = at + word.tokens;
        for phrase in phrases_of(text, at..end, form, &range) {
            let named = |other: &TallyFound| overlaps(&other.amount_tokens, &phrase);
            let in_count =
                |other: &TallyFound| other.is_people && overlaps(&of_count(other), &phrase);
            let taken = counted.iter().any(in_count) || found.iter().any(named);
            // "In 2014 people were killed", "some 30 people": a number before it counts them.
            let numbered =
                phrase.start > range.start && text.kind(phrase.start - 1) == Some(Kind::Number);
            if numbered || taken || phrase.clone().any(is_time) || !names_people(text, &phrase) {
                continue;
            }
            found.push(victim(text, phrase, at..end, outcome));
        }
        at = end;
    }
    found
}

/// The tokens of a count's number and noun; between them and the outcome others may be named.
fn of_count(count: &TallyFound) -> Range<usize> {
    let words = count.counted.split_whitespace().count();
    count.amount_tokens.start..count.amount_tokens.end + words + 1
}

/// Gives counts whose noun no list knows the people they count: "six Jesuits", "two of the
/// minister's escorts".
pub(super) fn name_counted(text: &Text, limit: usize, counts: &mut [TallyFound]) {
    let unnamed = |count: &&mut TallyFound| count.outcome.is_some() && count.counted.is_empty();
    for count in counts.iter_mut().filter(unnamed) {
        let mut at = count.amount_tokens.end;
        while matches!(
            text.word(at),
            "of" | "the" | "his" | "her" | "their" | "its" | "these" | "other" | "more"
        ) {
            at += 1;
        }
        let phrase = rightwards(text, at, limit).filter(|phrase| names_people(text, phrase));
        if let Some(phrase) = phrase {
            count.counted = text.slice(phrase.clone()).to_owned();
            (count.who, count.also) = super::people_en::who_of(text, phrase.start, phrase.end);
            count.tokens.end = count.tokens.end.max(phrase.end);
            count.is_people = true;
        }
    }
}

/// Words between an outcome's word and what it befell.
const LONGEST_OUTCOME_TOKENS: usize = 4;

/// "The murder of six priests and two women": what became of the ones became of the others.
pub(super) fn coordinate(text: &Text, range: &Range<usize>, counts: &mut [TallyFound]) {
    for count in counts.iter_mut() {
        let start = count.amount_tokens.start;
        let free = count.outcome.is_none() && count.is_people && count.part_of.is_none();
        if !free || start <= range.start || text.word(start - 1) != "and" {
            continue;
        }
        let comma = start >= 2 && text.word(start - 2) == ",";
        let end = start - 1 - usize::from(comma);
        if let Some(outcome) = befell(text, end, range.start) {
            count.outcome = Some(outcome);
            count.rule = super::outcome_en::rule_of(outcome);
        }
    }
}

/// What the word right before the phrase that ends at `end` says became of it.
fn befell(text: &Text, end: usize, from: usize) -> Option<Outcome> {
    let phrase = leftwards(text, end, from)?;
    let number = phrase.start > from
        && crate::amount::amount(text, phrase.start - 1, phrase.start).is_some();
    let start = phrase.start - usize::from(number);
    (1..=LONGEST_OUTCOME_TOKENS.min(start - from)).find_map(|tokens| {
        let word = WORDS
            .at(text, start - tokens, start)
            .filter(|word| word.tokens == tokens)?;
        let (outcome, form) = *word.value;
        let active = form == Form::Verb && passive_start(text, start - tokens, from).is_none();
        (active || matches!(form, Form::Of | Form::After)).then_some(outcome)
    })
}

/// Who an attack is said to be on or against: "the attack against the mayor".
pub(super) fn attacked(text: &Text, range: Range<usize>) -> Vec<(Range<usize>, Amount)> {
    let mut found = Vec::new();
    for at in range.clone() {
        let Some(word) = ATTACKS.at(text, at, range.end) else {
            continue;
        };
        let phrases = after(text, at + word.tokens, range.end);
        let people = phrases.into_iter().filter(|phrase| {
            let told = has_people(text, phrase) || !text.all_capitals && phrase.len() > 1;
            told && names_people(text, phrase)
        });
        found.extend(people.map(|phrase| (phrase.clone(), amount_of(text, &phrase))));
    }
    found
}

/// Whether a word says what somebody is, as a name does not.
pub(super) fn is_role(word: &str) -> bool {
    PEOPLE.word(word).is_some() || THINGS.word(word).is_some()
}

fn overlaps(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// A name is one person; a plural two and more.
fn amount_of(text: &Text, phrase: &Range<usize>) -> Amount {
    if is_plural(text, phrase) {
        Amount::Vague {
            word: text.slice(phrase.clone()).to_owned(),
            low: Some(2),
            high: None,
        }
    } else {
        Amount::Exact { value: 1 }
    }
}

fn victim(text: &Text, phrase: Range<usize>, word: Range<usize>, outcome: Outcome) -> TallyFound {
    let amount = amount_of(text, &phrase);
    let start = past_determiner(text, phrase.start, phrase.end);
    let (who, also) = super::people_en::who_of(text, start, phrase.end);
    TallyFound {
        tokens: phrase.start.min(word.start)..phrase.end.max(word.end),
        amount,
        amount_tokens: phrase.clone(),
        counted: text.slice(start..phrase.end).to_owned(),
        outcome: Some(outcome),
        who,
        also,
        is_people: true,
        side: crate::actor::side_of(text, phrase),
        mode: None,
        part_of: None,
        stands: true,
        rule: "en.tally.named",
    }
}

/// The phrases that name whom a word's outcome befell.
fn phrases_of(
    text: &Text,
    word: Range<usize>,
    form: Form,
    range: &Range<usize>,
) -> Vec<Range<usize>> {
    match form {
        Form::After if word.start > range.start && text.word(word.start - 1) == "'s" => {
            before(text, word.start - 1, range.start)
        }
        Form::Of | Form::After => after(text, word.end, range.end),
        Form::Before => {
            // "is said to have died": before the words of hearsay.
            let start = passive_start(text, word.start, range.start).unwrap_or(word.start);
            before(text, start, range.start)
        }
        Form::Noun if text.word(word.start.wrapping_sub(1)) == "'s" && word.start > range.start => {
            before(text, word.start - 1, range.start)
        }
        Form::Noun => Vec::new(),
        Form::Verb => match passive_start(text, word.start, range.start) {
            Some(start) => before(text, start, range.start),
            // "tried to be killed", "to kill" name no one harmed; a bare participle has its object.
            None => after(text, word.end, range.end),
        },
    }
}

/// Where the auxiliaries before a participle begin, when they make it passive.
fn passive_start(text: &Text, at: usize, from: usize) -> Option<usize> {
    let mut start = at;
    let mut passive = false;
    while start > from && at - start < LONGEST_VERB_TOKENS {
        let i = start - 1;
        if i > from && is_hearsay(text, i - 1) {
            start = i - 1;
            continue;
        }
        passive |= PASSIVE.at(text, i, i + 1).is_some();
        let part = AUXILIARY.at(text, i, i + 1).is_some()
            || PASSIVE.at(text, i, i + 1).is_some()
            || matches!(text.word(i), "\"" | "“")
            || text.word(i).ends_with("ly");
        if !part {
            break;
        }
        start = i;
    }
    passive.then_some(start)
}

/// The phrase that begins at `at`, and those that "and" ties to it.
fn after(text: &Text, at: usize, limit: usize) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = at;
    while found.len() < MOST_LISTED {
        let Some(phrase) = rightwards(text, at, limit) else {
            break;
        };
        if !found.is_empty() && !is_listed(text, &phrase) {
            break;
        }
        at = phrase.end;
        found.push(phrase);
        // "Ana Roldan, 42; Juan Roldan, 19, and a guard".
        if text.word(at) == "," && text.kind(at + 1) == Some(Kind::Number) {
            at += 2;
        }
        at = match (text.word(at), text.word(at + 1)) {
            ("," | ";", "and") => at + 2,
            // "Ana Roldan, a judge", "Ana Roldan, head of the court": the same person.
            (",", _) if is_apposition(text, found.last(), at + 1, limit) => break,
            ("and", "of") => at + 2,
            ("," | ";" | "and", _) => at + 1,
            _ => break,
        };
    }
    found
}

/// What follows a comma says who the one before is, as another's name would not.
fn is_apposition(text: &Text, before: Option<&Range<usize>>, at: usize, limit: usize) -> bool {
    let indefinite = |i: usize| matches!(text.word(i), "a" | "an");
    // "The priests, their cook": one is not said of several.
    let several = before.is_some_and(|before| is_plural(text, before));
    if several && rightwards(text, at, limit).is_some_and(|next| !is_plural(text, &next)) {
        return false;
    }
    if DETERMINERS.at(text, at, limit).is_some() {
        return !before.is_some_and(|before| indefinite(before.start) && indefinite(at));
    }
    let next = rightwards(text, at, limit);
    next.is_none_or(|next| {
        let last = head(text, &next);
        PEOPLE
            .at(text, last, last + 1)
            .is_some_and(|people| !people.value)
    })
}

/// What "and" ties to a person named is another one: it has a determiner, a role or two words.
fn is_listed(text: &Text, phrase: &Range<usize>) -> bool {
    let led = DETERMINERS.at(text, phrase.start, phrase.end).is_some();
    let verb = text.word(phrase.start).ends_with("ed") || text.word(phrase.start).ends_with("ing");
    (led || phrase.len() > 1 && is_written_as_name(text, phrase) || has_people(text, phrase))
        && !verb
}

/// The phrase that ends at `end`, past an apposition, and those listed before it.
fn before(text: &Text, end: usize, from: usize) -> Vec<Range<usize>> {
    let mut end = past_age(text, end, from);
    // "X, the mayor of the town, was killed": X.
    if end > from && text.word(end - 1) == "," {
        end -= 1;
        let opening = (from..end)
            .rev()
            .take(LONGEST_PHRASE_TOKENS)
            .find(|i| text.word(*i) == ",")
            .filter(|i| text.word(i + 1) != "and");
        if let Some(opening) = opening {
            end = opening;
        }
    }
    let Some(last) = leftwards(text, end, from) else {
        return Vec::new();
    };
    let last = past_share(text, last, from);
    // "those travelling to the town were killed": the town was not.
    if last.start > from && PREPOSITIONS.at(text, last.start - 1, last.start).is_some() {
        return Vec::new();
    }
    let mut found = vec![last.clone()];
    let mut at = last.start;
    while found.len() < MOST_LISTED && at > from {
        let end = match text.word(at - 1) {
            "and" if at > from + 1 && text.word(at - 2) == "," => at - 2,
            "and" => at - 1,
            "," if found.len() > 1 => at - 1,
            _ => break,
        };
        let end = past_age(text, end, from);
        let several = found.len() > 1 || text.word(end) == ",";
        let listed = |phrase: &Range<usize>| {
            is_listed(text, phrase) || several && is_written_as_name(text, phrase)
        };
        let Some(phrase) = leftwards(text, end, from).filter(listed) else {
            break;
        };
        at = phrase.start;
        found.push(phrase);
    }
    found.reverse();
    found
}
