//! Gives each Ukrainian or Russian word for what became of people the count nearest to it.

use std::ops::Range;

use bearings_model::Outcome;

use super::slavic::{Words, give};
use super::{TallyFound, near, parts_after};
use crate::actor::side_of;
use crate::text::{Kind, Text};

/// How far an outcome's word may stand from its count, and from a number without a noun.
const REACH_TOKENS: usize = 9;
const BARE_REACH_TOKENS: usize = 3;

/// Who loses soldiers stands so near before the verb.
const LOSER_TOKENS: usize = 4;

/// How long an insertion between commas may be: ", за попередніми даними влади,".
const INSERTION_TOKENS: usize = 7;

/// Gives each outcome's word the free count nearest to it, with those listed beside it.
pub(super) fn join_outcomes(
    text: &Text,
    words: &Words,
    found: &mut [TallyFound],
    range: Range<usize>,
) {
    let mut at = range.start;
    while at < range.end {
        let taken = |tally: &TallyFound| tally.outcome.is_some() && tally.tokens.contains(&at);
        let in_share =
            |tally: &TallyFound| tally.rule == words.share_rule && tally.tokens.contains(&at);
        // "знищили і поранили 50 окупантів": a word of people alone leads the two.
        let led = || {
            let word = words.of_people.at(text, at, range.end)?;
            let own = at..at + word.tokens;
            both(text, words, found, &own, *word.value, range.end).map(|_| word)
        };
        let word = words.outcomes.at(text, at, range.end).or_else(led);
        let Some(word) =
            word.filter(|_| !near(found, at).any(|i| taken(&found[i]) || in_share(&found[i])))
        else {
            at += 1;
            continue;
        };
        let own = at..at + word.tokens;
        if is_who(words, text, found, &own, *word.value, range.end) {
            at = own.end;
            continue;
        }
        let (tokens, outcome) = match both(text, words, found, &own, *word.value, range.end) {
            Some(end) => (own.start..end, Outcome::Victims),
            None => (own, *word.value),
        };
        if let Some(index) = nearest(text, words, found, tokens.clone(), range.end) {
            take(words, found, index, outcome, tokens.clone());
            for other in listed(text, words, found, index, &tokens) {
                give(words, &mut found[other], outcome);
            }
            // "Серед загиблих двоє дітей": of how many is not said.
            if matches!(text.word(tokens.start.max(1) - 1), "серед" | "среди") {
                found[index].rule = words.share_rule;
            }
        }
        at = tokens.end;
    }
}

/// "знищено 50 окупантів", "втратив 200 солдатів": of people alone, and none without a noun.
pub(super) fn join_losses(
    text: &Text,
    words: &Words,
    found: &mut [TallyFound],
    range: Range<usize>,
) {
    for (tokens, outcome) in words.of_people.all(text, range.clone()) {
        let nearest = nearest(text, words, found, tokens.clone(), range.end);
        if let Some(index) = nearest.filter(|i| found[*i].is_people && found[*i].stands) {
            take(words, found, index, *outcome, tokens.clone());
            // "Росія втратила 200 солдатів": whose they were stands before the verb.
            let loser = tokens.start.saturating_sub(LOSER_TOKENS).max(range.start)..tokens.start;
            if *outcome == Outcome::Victims && found[index].side.is_none() {
                found[index].side = side_of(text, loser);
            }
        }
    }
}

/// "тіла трьох людей": of those counted right after, and not "опіки 70% тіла".
pub(super) fn join_bodies(
    text: &Text,
    words: &Words,
    found: &mut [TallyFound],
    range: Range<usize>,
) {
    for at in range.clone() {
        let Some(word) = words.bodies.at(text, at, range.end) else {
            continue;
        };
        let end = at + word.tokens;
        let whose = near(found, end).find(|i| {
            let tally = &found[*i];
            is_free(tally) && tally.tokens.start == end && (tally.is_people || !tally.stands)
        });
        if let Some(index) = whose {
            take(words, found, index, Outcome::Killed, at..end);
        }
    }
}

/// "четверо поранених померли": the wounded are who died.
fn is_who(
    words: &Words,
    text: &Text,
    found: &[TallyFound],
    word: &Range<usize>,
    outcome: Outcome,
    limit: usize,
) -> bool {
    let next = words.outcomes.at(text, word.end, limit);
    let noun = || {
        near(found, word.start).any(|i| {
            let tally = &found[i];
            is_free(tally)
                && tally.tokens.start < word.start
                && (tally.tokens.contains(&word.start) || tally.tokens.end == word.start)
        })
    };
    outcome != Outcome::Killed && next.is_some_and(|next| *next.value != outcome) && noun()
}

/// "вбито та поранено близько 250": one count of both, unless each has a count beside it. The
/// token after both.
fn both(
    text: &Text,
    words: &Words,
    found: &[TallyFound],
    first: &Range<usize>,
    outcome: Outcome,
    limit: usize,
) -> Option<usize> {
    let joint = match text.word(first.end) {
        "/" | "," => 1,
        _ => words.conjunctions.at(text, first.end, limit)?.tokens,
    };
    let start = first.end + joint;
    let second = words.outcomes.at(text, start, limit);
    let second = second.or_else(|| words.of_people.at(text, start, limit))?;
    let hit = |outcome: Outcome| matches!(outcome, Outcome::Killed | Outcome::Wounded);
    if !hit(outcome) || !hit(*second.value) || outcome == *second.value {
        return None;
    }
    let end = start + second.tokens;
    let beside = |fits: &dyn Fn(&TallyFound) -> bool| {
        near(found, first.start).any(|i| is_free(&found[i]) && fits(&found[i]))
    };
    let before = beside(&|tally| tally.tokens.end == first.start);
    let after = beside(&|tally| tally.tokens.start == end);
    (!(before && after)).then_some(end)
}

fn is_free(tally: &TallyFound) -> bool {
    tally.outcome.is_none() && tally.part_of.is_none()
}

fn nearest(
    text: &Text,
    words: &Words,
    found: &[TallyFound],
    word: Range<usize>,
    limit: usize,
) -> Option<usize> {
    let distance = |index: usize| {
        let tally = &found[index];
        let gap = match tally.tokens.start >= word.end {
            true => word.end..tally.tokens.start,
            false => last_part(found, index).min(word.start)..word.start,
        };
        let length = length(text, words, gap.clone(), limit)?;
        let bare = tally.counted.is_empty();
        let near = match bare {
            true => length <= BARE_REACH_TOKENS && is_said_of_bare(text, words, tally, gap),
            false => length <= REACH_TOKENS,
        };
        near.then_some(length)
    };
    let kind = |tally: &TallyFound| {
        tally.is_people || tally.counted.is_empty() || is_seizure(text, words, &word)
    };
    near(found, word.start)
        .filter(|i| is_free(&found[*i]) && kind(&found[*i]))
        .filter_map(|i| Some((distance(i)?, i)))
        .min()
        .map(|(_, index)| index)
}

/// Things are captured and evacuated; they do not die.
fn is_seizure(text: &Text, words: &Words, word: &Range<usize>) -> bool {
    let outcome = words.outcomes.at(text, word.start, word.end);
    outcome.is_some_and(|found| *found.value == Outcome::Captured)
}

/// How many words part a count from its outcome; `None` where another clause or outcome does.
fn length(text: &Text, words: &Words, gap: Range<usize>, limit: usize) -> Option<usize> {
    if gap.len() == 1 && matches!(text.word(gap.start), "–" | "—" | "-" | ":") {
        return Some(1);
    }
    let (mut at, mut length) = (gap.start, 0);
    while at < gap.end {
        if let Some(past) = past_insertion(text, words, at, gap.end, limit) {
            at = past;
            continue;
        }
        let parted = matches!(
            text.word(at),
            "," | ";" | "." | ":" | "«" | "»" | "!" | "?" | "(" | ")" | "–" | "—"
        ) || words.conjunctions.at(text, at, gap.end).is_some()
            || words.outcomes.at(text, at, gap.end).is_some();
        if parted || length > REACH_TOKENS {
            return None;
        }
        (at, length) = (at + 1, length + 1);
    }
    Some(length)
}

/// ", за попередніми даними,": past its second comma.
fn past_insertion(
    text: &Text,
    words: &Words,
    at: usize,
    end: usize,
    limit: usize,
) -> Option<usize> {
    let opens = text.word(at) == ",";
    words.insertions.at(text, at + 1, limit).filter(|_| opens)?;
    let close = (at + 2..end.min(at + INSERTION_TOKENS)).find(|i| text.word(*i) == ",")?;
    Some(close + 1)
}

/// A number without a noun is who was hit only right beside the verb, and never after "in".
fn is_said_of_bare(text: &Text, words: &Words, tally: &TallyFound, gap: Range<usize>) -> bool {
    if gap.is_empty() {
        return true;
    }
    let before = tally.amount_tokens.start.checked_sub(1);
    let led = before.is_some_and(|i| words.prepositions.at(text, i, i + 1).is_some());
    let marks = gap.len() == 1;
    !led && gap.clone().all(|i| {
        (text.kind(i) == Some(Kind::Word) || marks || text.word(i) == ",")
            && words.prepositions.at(text, i, gap.end).is_none()
    })
}

/// Where the count ends, with its parts and the dash that closes them.
fn last_part(found: &[TallyFound], index: usize) -> usize {
    let parts = parts_after(found, index).filter(|i| found[*i].part_of == Some(index));
    let last = parts.map(|i| found[i].tokens.end + 1).max();
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
    give(words, tally, outcome);
    tally.tokens = tally.tokens.start.min(word.start)..tally.tokens.end.max(word.end);
    for part in parts_after(found, index) {
        if found[part].part_of == Some(index) {
            found[part].outcome.get_or_insert(outcome);
        }
    }
}

/// "загинули жінка, чоловік та двоє дітей": all did. A conjunction closes the list, and none of it
/// has an outcome or a verb of its own.
fn listed(
    text: &Text,
    words: &Words,
    found: &[TallyFound],
    index: usize,
    word: &Range<usize>,
) -> Vec<usize> {
    let after = word.start < found[index].amount_tokens.start;
    let mut all = Vec::new();
    let mut closed = false;
    let mut one = index;
    while let Some(next) = if after {
        Some(one + 1)
    } else {
        one.checked_sub(1)
    } {
        let Some(tally) = found
            .get(next)
            .filter(|tally| is_free(tally) && tally.is_people)
        else {
            break;
        };
        let pair = if after { (one, next) } else { (next, one) };
        let gap = found[pair.0].tokens.end..found[pair.1].amount_tokens.start;
        let joint = is_list(text, words, gap);
        if joint.is_none() || after && has_own_verb(text, words, tally) {
            break;
        }
        closed |= joint == Some(true);
        all.push(next);
        one = next;
    }
    if closed { all } else { Vec::new() }
}

/// A comma (`false`) or a conjunction (`true`) and nothing else, but the age between commas.
fn is_list(text: &Text, words: &Words, gap: Range<usize>) -> Option<bool> {
    if gap.is_empty() || gap.len() > 2 {
        return None;
    }
    let conjunction = |i: usize| words.conjunctions.at(text, i, gap.end).is_some();
    let fits = gap.clone().all(|i| text.word(i) == "," || conjunction(i));
    let closed = gap.clone().any(conjunction);
    fits.then_some(closed)
}

/// A word that is neither a preposition nor a joint stands right after the count: its own verb.
fn has_own_verb(text: &Text, words: &Words, tally: &TallyFound) -> bool {
    let end = tally.tokens.end;
    let plain = text.kind(end) == Some(Kind::Word)
        && words
            .prepositions
            .at(text, end, text.tokens.len())
            .is_none()
        && words
            .conjunctions
            .at(text, end, text.tokens.len())
            .is_none();
    // "жінка та двоє дітей з Харкова", but not "чоловік утік"; a name or an age may follow.
    plain && !text.is_capital(end)
}
