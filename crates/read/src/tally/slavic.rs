//! Ukrainian and Russian counts: amounts with their nouns, joined to the words for what became
//! of those counted. Word order is free, so nearness decides.

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome, Who};

use super::{TallyFound, ru, uk};
use crate::actor::side_of;
use crate::amount::amount;
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
    pub none: &'static Phrases<()>,
    pub parts: &'static Phrases<()>,
    pub cumulative: &'static Phrases<()>,
    pub conjunctions: &'static Phrases<()>,
    pub rule: fn(Outcome) -> &'static str,
    pub counted_rule: &'static str,
    pub none_rule: &'static str,
}

/// Adjectives between an amount and its noun.
const ADJECTIVES: usize = 2;

/// How far an outcome's word may stand from its count.
const REACH_TOKENS: usize = 6;

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
    join_parts(text, &words, &mut found, range.end);
    join_outcomes(text, &words, &mut found, range.clone());
    join_parts(text, &words, &mut found, range.end);
    none_counted(text, &words, range.clone(), &mut found);
    let mut found = super::worth_telling(found);
    super::set_contrasts(&mut found);
    set_modes(text, &words, &mut found, range);
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
    let year = matches!(number.amount, Amount::Exact { value } if (1900..=2100).contains(&value));
    let ordinal = text.word(after) == "-" && text.is_glued(after);
    let named = at > 0 && matches!(text.word(at - 1), "№" | "#" | "$" | "€" | "₴");
    if year || ordinal || named || words.measures.at(text, after, limit).is_some() {
        return None;
    }
    let noun = noun(text, words, after, limit);
    let end = noun.as_ref().map_or(after, |noun| noun.0.end);
    let (counted, who, people) = match &noun {
        Some((tokens, who, people)) => (text.slice(tokens.clone()).to_owned(), *who, *people),
        None => (String::new(), None, false),
    };
    Some(TallyFound {
        tokens: at..end,
        amount: number.amount,
        amount_tokens: number.tokens,
        outcome: None,
        who,
        also: Vec::new(),
        is_people: people,
        side: side_of(text, after..end),
        mode: number.further.then_some(CountMode::Increment),
        part_of: None,
        stands: noun.is_some(),
        counted,
        rule: words.counted_rule,
    })
}

/// The noun after an amount, past two adjectives: its tokens, who, and whether they are people.
fn noun(
    text: &Text,
    words: &Words,
    after: usize,
    limit: usize,
) -> Option<(Range<usize>, Option<Who>, bool)> {
    for at in after..limit.min(after + ADJECTIVES + 1) {
        if let Some(found) = words.people.at(text, at, limit) {
            return Some((after..at + found.tokens, *found.value, true));
        }
        if let Some(found) = words.things.at(text, at, limit) {
            return Some((after..at + found.tokens, None, false));
        }
        let adjective = text.kind(at) == Some(Kind::Word)
            && words.outcomes.at(text, at, limit).is_none()
            && words.conjunctions.at(text, at, limit).is_none();
        if !adjective {
            return None;
        }
    }
    None
}

/// "жінка", "дитина": one person, counted only where an outcome says so.
fn single(text: &Text, words: &Words, at: usize, limit: usize) -> Option<TallyFound> {
    let found = words.single.at(text, at, limit)?;
    let tokens = at..at + found.tokens;
    Some(TallyFound {
        counted: text.slice(tokens.clone()).to_owned(),
        amount_tokens: tokens.clone(),
        tokens,
        amount: Amount::Exact { value: 1 },
        outcome: None,
        who: *found.value,
        also: Vec::new(),
        is_people: true,
        side: None,
        mode: None,
        part_of: None,
        stands: false,
        rule: words.counted_rule,
    })
}

/// "серед них двоє дітей", "– 15 військових і 16 цивільних –".
fn join_parts(text: &Text, words: &Words, found: &mut [TallyFound], limit: usize) {
    for whole in 0..found.len() {
        let Some(listed) = listed(text, words, found[whole].tokens.end, limit) else {
            continue;
        };
        if found[whole].part_of.is_some() {
            continue;
        }
        super::parts_en::attach(found, whole, &listed);
    }
}

fn listed(text: &Text, words: &Words, after: usize, limit: usize) -> Option<Range<usize>> {
    let at = after + usize::from(text.word(after) == ",");
    if let Some(opening) = words.parts.at(text, at, limit) {
        let start = at + opening.tokens;
        let end = (start..limit).find(|i| matches!(text.word(*i), ";" | "." | ")"));
        return Some(start..end.unwrap_or(limit));
    }
    let close = match text.word(after) {
        "–" | "—" => ["–", "—"],
        "(" => [")", ")"],
        _ => return None,
    };
    let end = (after + 1..limit).find(|i| close.contains(&text.word(*i)));
    Some(after + 1..end?)
}

/// Gives each outcome's word the free count nearest to it.
fn join_outcomes(text: &Text, words: &Words, found: &mut [TallyFound], range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let Some(word) = words.outcomes.at(text, at, range.end) else {
            at += 1;
            continue;
        };
        let end = at + word.tokens;
        if let Some(index) = nearest(text, words, found, at..end) {
            take(words, found, index, *word.value, at..end);
        }
        at = end;
    }
}

fn nearest(text: &Text, words: &Words, found: &[TallyFound], word: Range<usize>) -> Option<usize> {
    let free = |tally: &TallyFound| tally.outcome.is_none() && tally.part_of.is_none();
    let distance = |index: usize| {
        let tally = &found[index];
        let last = last_part(found, index);
        let gap = match tally.tokens.start >= word.end {
            true => word.end..tally.tokens.start,
            false => last.min(word.start)..word.start,
        };
        let parted = gap.clone().any(|i| {
            matches!(text.word(i), "," | ";" | "." | ":" | "«" | "»" | "!" | "?")
                || words.conjunctions.at(text, i, gap.end).is_some()
                || words.outcomes.at(text, i, gap.end).is_some()
        });
        (!parted && gap.len() <= REACH_TOKENS).then_some(gap.len())
    };
    (0..found.len())
        .filter(|i| free(&found[*i]))
        .filter_map(|i| Some((distance(i)?, i)))
        .min()
        .map(|(_, index)| index)
}

/// Where the count ends, with its parts and the dash that closes them.
fn last_part(found: &[TallyFound], index: usize) -> usize {
    let parts = found.iter().filter(|part| part.part_of == Some(index));
    let last = parts.map(|part| part.tokens.end + 1).max();
    last.unwrap_or(found[index].tokens.end)
}

fn take(
    words: &Words,
    found: &mut [TallyFound],
    index: usize,
    outcome: Outcome,
    word: Range<usize>,
) {
    let tally = &mut found[index];
    tally.outcome = Some(outcome);
    tally.tokens = tally.tokens.start.min(word.start)..tally.tokens.end.max(word.end);
    tally.rule = (words.rule)(outcome);
    for other in found
        .iter_mut()
        .filter(|other| other.part_of == Some(index))
    {
        other.outcome = Some(outcome);
    }
}

/// "ніхто не загинув", "постраждалих немає".
fn none_counted(text: &Text, words: &Words, range: Range<usize>, found: &mut Vec<TallyFound>) {
    for at in range.clone() {
        let Some(none) = words.none.at(text, at, range.end) else {
            continue;
        };
        let near = at.saturating_sub(2).max(range.start)..range.end.min(at + none.tokens + 3);
        let mut near = near.filter(|i| !(at..at + none.tokens).contains(i));
        let word = near.find_map(|i| Some((i, words.outcomes.at(text, i, range.end)?)));
        let taken = |i: usize| {
            let counted = found.iter().filter(|tally| tally.outcome.is_some());
            counted
                .map(|tally| &tally.tokens)
                .any(|tokens| tokens.contains(&i))
        };
        let Some((i, outcome)) = word.filter(|(i, _)| !taken(*i)) else {
            continue;
        };
        let tokens = at.min(i)..(at + none.tokens).max(i + outcome.tokens);
        found.push(TallyFound {
            amount_tokens: at..at + none.tokens,
            tokens,
            amount: Amount::Exact { value: 0 },
            outcome: Some(*outcome.value),
            who: None,
            also: Vec::new(),
            is_people: true,
            side: None,
            mode: None,
            part_of: None,
            stands: false,
            counted: String::new(),
            rule: words.none_rule,
        });
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
