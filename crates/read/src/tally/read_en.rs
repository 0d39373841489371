//! Finds the counts of a clause: amounts with nouns, joined to the words for what became of them.

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome};

use super::join_en::join_outcomes;
use super::outcome_en::{Form, none, outcome};
use super::people_en::{CountedNoun, counted, one_person};
use super::{TallyFound, elliptic_en, parts_en, victim_en};
use crate::actor::side_of;
use crate::amount::AmountFound;
use crate::amount::en::amount;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    static CUMULATIVE: () = {
        () => "recent days, so far, in total, since, to date, overall, altogether, a total of, bringing the total, bringing the toll, toll, up to now, all told, have been killed since, over the past, in the past, in the last",
    };
}

/// All counts in a token range of a sentence, in order; `is_time` tells which tokens belong to a time.
pub(super) fn tallies(
    text: &Text,
    range: Range<usize>,
    sentence: Range<usize>,
    is_time: &dyn Fn(usize) -> bool,
) -> Vec<TallyFound> {
    let mut found = amounts(text, range.clone(), is_time);
    none_counted(text, range.clone(), &mut found);
    found.sort_by_key(|tally| tally.amount_tokens.start);
    join_parts(text, &mut found, range.end);
    join_outcomes(text, &mut found, range.clone());
    join_parts(text, &mut found, range.end);
    set_present(text, &mut found, range.clone());
    victim_en::coordinate(text, &range, &mut found);
    victim_en::name_counted(text, range.end, &mut found);
    let mut found = super::worth_telling(found);
    super::set_contrasts(&mut found);
    set_modes(text, &mut found, sentence);
    found
}

/// Every amount with a noun that can be counted.
fn amounts(text: &Text, range: Range<usize>, is_time: &dyn Fn(usize) -> bool) -> Vec<TallyFound> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        match counted_at(text, at, &range).filter(|_| !is_time(at)) {
            Some(tally) => {
                at = tally.tokens.end.max(at + 1);
                found.push(tally);
            }
            None => at += 1,
        }
    }
    found
}

fn counted_at(text: &Text, at: usize, range: &Range<usize>) -> Option<TallyFound> {
    if let Some(noun) = one_person(text, at, range.end) {
        let mut tally = tally(
            text,
            at..at + 1,
            Amount::Exact { value: 1 },
            Some(noun),
            "en.tally.one",
        );
        // "a soldier steps out" counts nobody until an outcome says so.
        tally.stands = false;
        if text.word(at) == "another" {
            tally.mode = Some(CountMode::Increment);
        }
        return Some(tally);
    }
    let found = amount(text, at, range.end)?;
    if is_no_count(text, &found) || is_share(text, &found, range.end) {
        return None;
    }
    let further = found.further;
    let mut tally = with_noun(text, found, range)?;
    if further {
        tally.mode = Some(CountMode::Increment);
    }
    Some(tally)
}

/// Years, ages, ordinals, money and parts of names are no counts.
fn is_no_count(text: &Text, found: &AmountFound) -> bool {
    let before = found
        .tokens
        .start
        .checked_sub(1)
        .map_or("", |i| text.word(i));
    let year = is_year(text, found);
    let after = text.word(found.tokens.end);
    let tied = after == "-" && text.is_glued(found.tokens.end);
    let ordinal =
        matches!(after, "st" | "nd" | "rd" | "th" | "%") && text.is_glued(found.tokens.end);
    let pointed = matches!(
        before,
        "this" | "that" | "the" | "no" | "each" | "any" | "every" | "which"
    ) && found.tokens.len() == 1
        && text.word(found.tokens.start) == "one";
    let money = matches!(before, "$" | "€" | "£" | "₴" | "№" | "#" | "no")
        || before == "-" && text.is_glued(found.tokens.start);
    year || tied
        || ordinal
        || money
        || pointed
        || is_rate(text, found)
        || is_age_or_address(text, found)
}

/// "One in five residents" is a rate, "all but two of them" counts the others.
fn is_rate(text: &Text, found: &AmountFound) -> bool {
    let (start, end) = (found.tokens.start, found.tokens.end);
    let word = |back: usize| start.checked_sub(back).map_or("", |i| text.word(i));
    let one = |word: &str| matches!(word, "one" | "1");
    let rate = one(text.word(start)) && text.word(end) == "in" && end == start + 1;
    let of_rate = word(1) == "in" && one(word(2));
    let follows = || amount(text, end + 1, end + 3).is_some_and(|next| !is_year(text, &next));
    rate && follows() || of_rate && !is_year(text, found) || word(1) == "but" && word(2) == "all"
}

fn is_year(text: &Text, found: &AmountFound) -> bool {
    matches!(found.amount, Amount::Exact { value } if (1900..=2100).contains(&value))
        && text.raw(found.tokens.start).len() == 4
}

/// "A man, 45, …", "ages 28 and 22", "the 5 year-old", "Apartment 12", "call 102".
fn is_age_or_address(text: &Text, found: &AmountFound) -> bool {
    let start = found.tokens.start;
    let word = |back: usize| start.checked_sub(back).map_or("", |i| text.word(i));
    let digits = text.kind(start) == Some(Kind::Number);
    let single = found.tokens.len() == 1 && digits;
    let apposed = word(1) == "," && matches!(text.word(found.tokens.end), "," | "." | ";" | ")");
    let after = text.word(found.tokens.end);
    let aged = |word: &str| matches!(word, "age" | "ages" | "aged");
    let age = aged(word(1)) || matches!(word(1), "and" | ",") && aged(word(3));
    let years =
        matches!(after, "year" | "years") && matches!(text.word(found.tokens.end + 1), "-" | "old");
    let address = matches!(
        word(1),
        "apartment"
            | "room"
            | "flat"
            | "number"
            | "section"
            | "building"
            | "route"
            | "highway"
            | "channel"
            | "page"
            | "chapter"
            | "article"
            | "call"
            | "dial"
            | "unit"
            | "platform"
            | "gate"
            | "school"
            | "no"
            | "hospital"
            | "line"
    );
    single && (apposed || age || years || address) || years
}

/// "Six of the eight soldiers who were captured": eight were. "One of the worst attacks" counts
/// nothing.
fn is_share(text: &Text, found: &AmountFound, limit: usize) -> bool {
    let of = found.tokens.end;
    let led = text.word(of) == "of" && matches!(text.word(of + 1), "the" | "these" | "those");
    let next = text.word(of + 2);
    let superlative = next.len() > 5 && next.ends_with("est")
        || matches!(
            next,
            "most" | "worst" | "best" | "first" | "last" | "few" | "only" | "main"
        );
    let whole = amount(text, of + 2, limit);
    // "who were captured" says it of the eight; without it the six are meant.
    let of_whole = whole.is_some_and(|whole| {
        (whole.tokens.end..limit.min(whole.tokens.end + 4))
            .any(|i| matches!(text.word(i), "who" | "that" | "which"))
    });
    led && (superlative || of_whole)
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
    if let Some(word) = outcome(text, after, range.end).filter(|word| word.form != Form::Before) {
        let mut tally = tally(text, found.tokens, found.amount, None, found.rule);
        tally.tokens.end = after + word.tokens;
        tally.outcome = Some(word.outcome);
        tally.rule = rule_of(word.outcome);
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

fn tally(
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

/// "No one was killed", "there were no casualties".
fn none_counted(text: &Text, range: Range<usize>, found: &mut Vec<TallyFound>) {
    for at in range.clone() {
        let Some(tokens) = none(text, at, range.end) else {
            continue;
        };
        let near = (at + tokens..range.end.min(at + tokens + 10))
            .take_while(|i| !matches!(text.word(*i), "," | ";" | "but"))
            .find_map(|i| Some((i, outcome(text, i, range.end)?)));
        let Some((word, outcome)) = near else {
            continue;
        };
        let mut none = tally(
            text,
            at..at + tokens,
            Amount::Exact { value: 0 },
            None,
            "en.tally.none",
        );
        none.tokens.end = word + outcome.tokens;
        none.outcome = Some(outcome.outcome);
        none.rule = rule_of(outcome.outcome);
        // "None of the 26 people": the twenty-six are no count of what became of them.
        found.retain(|other| !none.tokens.contains(&other.amount_tokens.start));
        found.push(none);
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
}

pub(super) fn rule_of(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Killed => "en.tally.killed",
        Outcome::Wounded => "en.tally.wounded",
        Outcome::Missing => "en.tally.missing",
        Outcome::Captured => "en.tally.captured",
        Outcome::Surrendered => "en.tally.surrendered",
        Outcome::Displaced => "en.tally.displaced",
        Outcome::Victims => "en.tally.victims",
        Outcome::Present => "en.tally.present",
    }
}

/// "There were 12 to 15 people in the group": people who were there, whatever became of them.
fn set_present(text: &Text, found: &mut [TallyFound], range: Range<usize>) {
    for tally in found
        .iter_mut()
        .filter(|tally| tally.outcome.is_none() && tally.is_people)
    {
        let before = (range.start..tally.amount_tokens.start).rev().take(4);
        let led = before
            .clone()
            .any(|i| matches!(text.word(i), "were" | "are" | "was" | "is"))
            && before.clone().any(|i| text.word(i) == "there");
        let group = before.clone().any(|i| {
            matches!(
                text.word(i),
                "team" | "group" | "crowd" | "unit" | "crew" | "column"
            )
        });
        if led || group {
            // The rule stays the amount's: nothing but the count was read.
            tally.outcome = Some(Outcome::Present);
        }
    }
}

/// Increments say so themselves; a count over days is cumulative; one of an event is a snapshot.
fn set_modes(text: &Text, found: &mut [TallyFound], range: Range<usize>) {
    let cumulative = CUMULATIVE.find(text, range).is_some();
    for tally in found.iter_mut() {
        if tally.mode.is_some() || tally.outcome.is_none() {
            continue;
        }
        tally.mode = Some(if cumulative {
            CountMode::Cumulative
        } else {
            CountMode::Snapshot
        });
    }
    for index in 0..found.len() {
        if let Some(whole) = found[index].part_of {
            found[index].mode = found[whole].mode;
        }
    }
}
