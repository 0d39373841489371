//! Ukrainian and Russian counts of none: "ніхто не загинув", "обійшлося без жертв",
//! "постраждалих немає". "Немає даних про загиблих" counts nobody.

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome, Who};

use super::TallyFound;
use super::slavic::Words;
use crate::text::{Kind, Text};

/// How far the word for what happened may stand from the word for none.
const REACH_TOKENS: usize = 6;

/// How far before it words that narrow it may stand: "даних про загиблих", "серед цивільних".
const NARROWED_TOKENS: usize = 4;

pub(super) fn none_counted(
    text: &Text,
    words: &Words,
    range: Range<usize>,
    found: &mut Vec<TallyFound>,
) {
    let mut at = range.start;
    while at < range.end {
        let Some((none, outcomes)) = none_at(text, words, at, &range) else {
            at += 1;
            continue;
        };
        let end = outcomes.iter().map(|(tokens, _)| tokens.end).max();
        // "Ніхто з 40 пасажирів": the forty are no count of what became of them.
        let over = none.start..end.unwrap_or(none.end);
        if over.clone().any(|i| text.kind(i) == Some(Kind::Number)) {
            found.retain(|other| !over.contains(&other.amount_tokens.start));
        }
        for (tokens, outcome) in outcomes {
            found.push(tally(text, words, &none, tokens, outcome, &range));
        }
        at = end.unwrap_or(at).max(none.end);
    }
}

type Outcomes = Vec<(Range<usize>, Outcome)>;

/// The words for none at token `at`, with the outcomes nobody had.
fn none_at(
    text: &Text,
    words: &Words,
    at: usize,
    range: &Range<usize>,
) -> Option<(Range<usize>, Outcomes)> {
    let limit = range.end;
    if let Some(nobody) = words.nobody.at(text, at, limit) {
        let none = at..at + nobody.tokens;
        let after = (none.end..limit.min(none.end + REACH_TOKENS)).collect::<Vec<_>>();
        let before = (range.start.max(at.saturating_sub(2))..at).rev();
        let first = outcome_in(text, words, after.into_iter(), limit)
            .or_else(|| outcome_in(text, words, before, limit))?;
        return Some((none, and_next(text, words, first, limit)));
    }
    if let Some(without) = words.without.at(text, at, limit) {
        let none = at..at + without.tokens;
        let near = none.end..limit.min(none.end + 2);
        let first = outcome_in(text, words, near, limit)?;
        return Some((none, and_next(text, words, first, limit)));
    }
    let absent = words.absent.at(text, at, limit)?;
    let none = at..at + absent.tokens;
    let from = range.start.max(at.saturating_sub(NARROWED_TOKENS));
    let news = |i: usize| words.news.at(text, i, limit).is_some();
    if (from..limit.min(none.end + 1)).any(news) {
        return None;
    }
    let after = none.end..limit.min(none.end + 2);
    let before = (range.start.max(at.saturating_sub(2))..at).rev();
    let first =
        outcome_in(text, words, after, limit).or_else(|| outcome_in(text, words, before, limit))?;
    Some((none, and_next(text, words, first, limit)))
}

fn outcome_in(
    text: &Text,
    words: &Words,
    tokens: impl Iterator<Item = usize>,
    limit: usize,
) -> Option<(Range<usize>, Outcome)> {
    let same = tokens.take_while(|i| !matches!(text.word(*i), "," | ";" | "." | ":"));
    // "Ніхто з поранених не помер": who they are is no outcome.
    let who = |i: usize| i > 0 && words.of.at(text, i - 1, i).is_some();
    let mut found = same.filter_map(|i| {
        let outcome = words.outcomes.at(text, i, limit).filter(|_| !who(i))?;
        Some((i..i + outcome.tokens, *outcome.value))
    });
    found.next()
}

/// "ніхто не загинув і не постраждав", "без загиблих та поранених": both.
fn and_next(text: &Text, words: &Words, first: (Range<usize>, Outcome), limit: usize) -> Outcomes {
    let after = first.0.end;
    let mut found = vec![first];
    if words.conjunctions.at(text, after, limit).is_some() {
        let next = after + 1..limit.min(after + 3);
        let also = next.clone().find_map(|i| {
            let outcome = words.outcomes.at(text, i, limit)?;
            Some((i..i + outcome.tokens, *outcome.value))
        });
        let plain = |tokens: &Range<usize>| {
            tokens.start == after + 1 || matches!(text.word(after + 1), "не" | "ні" | "ни")
        };
        found.extend(also.filter(|(tokens, _)| plain(tokens)));
    }
    found
}

fn tally(
    text: &Text,
    words: &Words,
    none: &Range<usize>,
    outcome: Range<usize>,
    became: Outcome,
    range: &Range<usize>,
) -> TallyFound {
    let tokens = none.start.min(outcome.start)..none.end.max(outcome.end);
    let from = range
        .start
        .max(tokens.start.saturating_sub(NARROWED_TOKENS));
    let others = (from..tokens.end).any(|i| words.others.at(text, i, tokens.end).is_some());
    let of = (none.end..tokens.end).find(|i| words.of.at(text, *i, tokens.end).is_some());
    let among = match of {
        Some(of) => among(text, words, of, outcome.start),
        None => among(text, words, from, tokens.start),
    };
    TallyFound {
        amount_tokens: none.clone(),
        amount: Amount::Exact { value: 0 },
        outcome: Some(became),
        who: among.as_ref().and_then(|(_, who)| *who),
        also: Vec::new(),
        is_people: true,
        side: None,
        mode: others.then_some(CountMode::Increment),
        part_of: None,
        stands: false,
        counted: among.map_or_else(String::new, |(tokens, _)| text.slice(tokens).to_owned()),
        rule: words.none_rule,
        tokens,
    }
}

/// "серед цивільних жертв немає": none among those, and nothing is said of others.
fn among(
    text: &Text,
    words: &Words,
    from: usize,
    until: usize,
) -> Option<(Range<usize>, Option<Who>)> {
    let among = (from..until)
        .find(|i| matches!(text.word(*i), "серед" | "среди" | "з" | "із" | "зі" | "из"))?;
    let noun = (among + 1..until).find_map(|i| {
        let people = words.people.at(text, i, until)?;
        Some((i..i + people.tokens, *people.value))
    });
    Some(noun.unwrap_or((among + 1..until, None))).filter(|(tokens, _)| !tokens.is_empty())
}
