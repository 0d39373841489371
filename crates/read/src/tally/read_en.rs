//! Finds the counts of a clause: amounts with nouns, joined to the words for what became of them.

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome};

use super::feared::add_feared;
use super::join_en::join_outcomes;
use super::level_en::set_levels;
use super::list_en::is_list;
use super::mode_en::{set_modes, set_others, set_present};
use super::none_en::none_counted;
use super::not_counted_en::{is_no_count, is_share};
use super::one_en::{OnePerson, one_person};
use super::outcome_en::{Form, outcome, rule_of};
use super::people_en::{CountedNoun, counted, is_measure, people_at};
use super::{TallyFound, elliptic_en, of_them_en, parts_en, victim_en};
use crate::actor::side_of;
use crate::amount::AmountFound;
use crate::amount::en::amount;
use crate::text::Text;

/// All counts in a token range of a sentence, in order; `is_time` tells which tokens belong to a time.
pub(super) fn tallies(
    text: &Text,
    range: Range<usize>,
    sentence: Range<usize>,
    is_time: &dyn Fn(usize) -> bool,
) -> Vec<TallyFound> {
    let mut found = amounts(text, range.clone(), sentence.start, is_time);
    none_counted(text, range.clone(), &mut found);
    found.sort_by_key(|tally| tally.amount_tokens.start);
    join_parts(text, &mut found, range.end);
    set_levels(text, &mut found, range.clone());
    of_them_en::set_parts(text, &mut found, range.end);
    join_outcomes(text, &mut found, range.clone());
    join_parts(text, &mut found, range.end);
    set_present(text, &mut found, range.clone());
    set_others(&mut found);
    victim_en::coordinate(text, &range, &mut found);
    victim_en::name_counted(text, range.end, &mut found);
    let mut found = super::worth_telling(found);
    super::set_contrasts(&mut found);
    set_modes(text, &mut found, sentence);
    add_feared(text, &mut found, range.end, rule_of(Outcome::Killed));
    found
}

/// Every amount with a noun that can be counted.
fn amounts(
    text: &Text,
    range: Range<usize>,
    first: usize,
    is_time: &dyn Fn(usize) -> bool,
) -> Vec<TallyFound> {
    let mut found: Vec<TallyFound> = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let listed = found
            .last()
            .is_some_and(|last| last.is_people && is_list(text, last.tokens.end..at));
        let bare = at == first || listed || at > first && text.word(at - 1) == ":";
        match counted_at(text, at, &range, bare).filter(|_| !is_time(at)) {
            Some(tally) => {
                at = tally.tokens.end.max(at + 1);
                found.push(tally);
            }
            None => at += 1,
        }
    }
    found
}

fn counted_at(text: &Text, at: usize, range: &Range<usize>, bare: bool) -> Option<TallyFound> {
    let bare = || one_person(text, at, range.end, true).filter(|_| bare);
    if let Some(one) = one_person(text, at, range.end, false).or_else(bare) {
        return Some(of_one(text, at, one));
    }
    let found = amount(text, at, range.end)?;
    let after = found.tokens.end;
    if is_no_count(text, &found)
        || is_measure(text, after, range.end)
        || is_share(text, &found, range.end)
    {
        return None;
    }
    let (further, of) = (found.further, text.word(after) == "of");
    let others = matches!(text.word(after), "other" | "others");
    let mut tally = with_noun(text, found, range)?;
    if further {
        tally.mode = Some(CountMode::Increment);
    }
    let group = matches!(
        text.word(after + 1),
        "the" | "these" | "those" | "their" | "his" | "her" | "its"
    );
    if of && group && tally.rule.ends_with(".exact") {
        tally.rule = "en.tally.share";
    } else if others && !further {
        tally.rule = "en.tally.others";
    }
    Some(tally)
}

fn of_one(text: &Text, at: usize, one: OnePerson) -> TallyFound {
    let amount = Amount::Exact { value: 1 };
    let mut tally = tally(text, one.amount, amount, Some(one.noun), "en.tally.one");
    tally.tokens.start = at;
    // "a soldier steps out" counts nobody until an outcome says so.
    tally.stands = false;
    tally.mode = one.further.then_some(CountMode::Increment);
    tally
}

fn with_noun(text: &Text, found: AmountFound, range: &Range<usize>) -> Option<TallyFound> {
    let after = found.tokens.end;
    let of_the = match (text.word(after), text.word(after + 1)) {
        ("of", "the" | "these" | "those" | "their" | "its" | "his" | "our") => after + 2,
        ("of", _) => after + 1,
        _ => after,
    };
    // "of whom three are children".
    let is_noun = matches!(text.word(after), "are" | "were" | "is" | "was");
    // "Three of the 40 passengers": three, and the forty are no count of their own.
    let past_whole = amount(text, of_the, range.end)
        .filter(|_| of_the > after)
        .map_or(of_the, |whole| whole.tokens.end);
    let noun = counted(text, after, range.end)
        .or_else(|| counted(text, of_the, range.end))
        .or_else(|| counted(text, past_whole, range.end).filter(|_| past_whole > of_the))
        .or_else(|| counted(text, after + 1, range.end).filter(|_| is_noun));
    if let Some(noun) = noun {
        return Some(tally(
            text,
            found.tokens,
            found.amount,
            Some(noun),
            found.rule,
        ));
    }
    // "44 injured", "seven dead": the outcome stands for the noun.
    let noun = outcome(text, after, range.end)
        .filter(|word| !matches!(word.form, Form::Before | Form::Object | Form::Loss));
    if let Some(word) = noun {
        let mut tally = tally(text, found.tokens, found.amount, None, found.rule);
        tally.tokens.end = after + word.tokens;
        tally.outcome = Some(word.outcome);
        tally.rule = rule_of(word.outcome);
        // "12 wounded soldiers".
        if let Some(noun) = people_at(text, tally.tokens.end, range.end) {
            tally.counted = text.slice(noun.tokens.clone()).to_owned();
            tally.tokens.end = noun.tokens.end;
            (tally.who, tally.also) = (noun.who, noun.also);
            tally.is_people = true;
        }
        return Some(tally);
    }
    let thing = elliptic_en::antecedent(text, &found.tokens, range.clone());
    if let Some(thing) = thing {
        let mut tally = tally(text, found.tokens, found.amount, None, found.rule);
        tally.counted = text.slice(thing).to_owned();
        tally.stands = true;
        return Some(tally);
    }
    // A bare number may still be taken by an outcome before it: "killing four".
    Some(tally(text, found.tokens, found.amount, None, found.rule))
}

pub(super) fn tally(
    text: &Text,
    amount_tokens: Range<usize>,
    amount: Amount,
    noun: Option<CountedNoun>,
    rule: &'static str,
) -> TallyFound {
    let end = noun
        .as_ref()
        .map_or(amount_tokens.end, |noun| noun.tokens.end);
    let side = noun
        .as_ref()
        .and_then(|noun| side_of(text, noun.tokens.clone()));
    let counted = noun.as_ref().map_or_else(String::new, |noun| {
        text.slice(noun.tokens.clone())
            .trim_matches(['[', ']', ' '])
            .to_owned()
    });
    let noun_people = noun.as_ref().is_some_and(|noun| noun.people);
    TallyFound {
        tokens: amount_tokens.start..end,
        amount,
        amount_tokens,
        outcome: None,
        who: noun.as_ref().and_then(|noun| noun.who),
        also: noun.map_or_else(Vec::new, |noun| noun.also),
        is_people: noun_people,
        side,
        mode: None,
        part_of: None,
        stands: !counted.is_empty(),
        counted,
        rule,
    }
}

fn join_parts(text: &Text, found: &mut [TallyFound], limit: usize) {
    for whole in 0..found.len() {
        if found[whole].part_of.is_some() {
            continue;
        }
        if let Some(range) = parts_en::listed(text, found[whole].tokens.end, limit) {
            parts_en::attach(found, whole, &range);
        }
    }
    for whole in 0..found.len() {
        if found[whole].part_of.is_none() {
            parts_en::attach_apposed(text, found, whole);
        }
    }
}
