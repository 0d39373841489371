//! Counts of none: "no one was killed", "there were no casualties". "No one else" counts others,
//! "no serious injuries" and "no reports of casualties" count nobody.

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome};

use super::TallyFound;
use super::outcome_en::{Form, none, outcome, rule_of};
use super::read_en::tally;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

/// How far the word for what happened may stand from the word for none.
const REACH_TOKENS: usize = 10;

phrases! {
    /// What stands between none and the outcome and makes it no count of this outcome.
    static OTHERWISE: () = {
        () => "; , : , but, after, before, about, who, that, which, matter, longer, doubt, major, serious, significant, severe, known, reported, confirmed, recorded, immediate, life, seriously, critically, badly, reports, report, word, information, details, evidence, sign, signs, arrests, charges, motive",
    };
}
phrases! {
    static OTHERS: () = {
        () => "else, other, others, additional, further, more, new",
    };
}

/// Adds the counts of none to those found.
pub(super) fn none_counted(text: &Text, range: Range<usize>, found: &mut Vec<TallyFound>) {
    for at in range.clone() {
        let Some(none) = none_at(text, at, range.end) else {
            continue;
        };
        // "None of the 26 people": the twenty-six are no count of what became of them.
        if none
            .tokens
            .clone()
            .any(|i| text.kind(i) == Some(Kind::Number))
        {
            found.retain(|other| !none.tokens.contains(&other.amount_tokens.start));
        }
        found.push(none);
    }
}

fn none_at(text: &Text, at: usize, limit: usize) -> Option<TallyFound> {
    let start = at + none(text, at, limit)?;
    let adjective =
        matches!(text.word(at), "no" | "zero" | "without") && text.word(start - 1) != "one";
    let (end, outcome) = happened(text, start, limit.min(start + REACH_TOKENS), adjective)?;
    let amount = Amount::Exact { value: 0 };
    let mut none = tally(text, at..start, amount, None, "en.tally.none");
    none.tokens.end = end;
    none.outcome = Some(outcome);
    none.rule = rule_of(outcome);
    let others = (start..end).any(|i| OTHERS.at(text, i, end).is_some());
    none.mode = others.then_some(CountMode::Increment);
    // "No one inside the house": none of those, and nothing is said of others.
    none.counted = text.slice(among(text, start, end)).to_owned();
    Some(none)
}

/// Where the outcome of none ends, and which it is.
fn happened(text: &Text, start: usize, limit: usize, adjective: bool) -> Option<(usize, Outcome)> {
    let mut at = start;
    while at < limit {
        if OTHERWISE.at(text, at, limit).is_some() || matches!(text.word(at), "," | ".") {
            return None;
        }
        let of_whole = text.word(at - 1) == "the";
        if text.kind(at) == Some(Kind::Number) && !of_whole {
            return None;
        }
        let preposition = matches!(
            text.word(at),
            "of" | "in" | "with" | "for" | "to" | "from" | "on" | "against" | "at"
        );
        if adjective && preposition {
            return None;
        }
        if let Some(word) = outcome(text, at, limit) {
            let passive = is_auxiliary(text.word(at - 1));
            let fits = match word.form {
                Form::After => adjective,
                Form::Either => passive || adjective && at == start,
                Form::Passive => passive,
                Form::Subject => true,
                Form::Before | Form::Object | Form::Loss => false,
            };
            // "No casualties were reported" says what was reported.
            if fits && is_reported(text, at + word.tokens, limit + 2) {
                return None;
            }
            if fits {
                return Some((at + word.tokens, word.outcome));
            }
        }
        at += 1;
    }
    None
}

fn is_reported(text: &Text, after: usize, limit: usize) -> bool {
    let verb = |i: usize| matches!(text.word(i), "reported" | "confirmed" | "recorded");
    (after..limit.min(after + 3))
        .take_while(|i| {
            is_auxiliary(text.word(*i))
                || matches!(text.word(*i), "have" | "had" | "has")
                || verb(*i)
        })
        .any(verb)
}

fn is_auxiliary(word: &str) -> bool {
    matches!(
        word,
        "was" | "were" | "been" | "is" | "are" | "got" | "being" | "be"
    )
}

/// The words that say among whom none was: up to the verb, without "else" and the like.
fn among(text: &Text, start: usize, end: usize) -> Range<usize> {
    let verb =
        |i: &usize| is_auxiliary(text.word(*i)) || matches!(text.word(*i), "has" | "have" | "had");
    let until = (start..end).find(verb).unwrap_or(start);
    let plain = (start..until).all(|i| OTHERS.at(text, i, until).is_some());
    let anyone = matches!(
        text.word(start),
        "people" | "person" | "persons" | "casualties"
    );
    let noun = until == start + 1 && (anyone || outcome(text, start, until).is_some());
    if plain || noun {
        start..start
    } else {
        start..until
    }
}
