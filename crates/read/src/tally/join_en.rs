//! Gives each word for what became of people the count it belongs to.

use std::ops::Range;

use bearings_model::{Outcome, Who};

use super::list_en::{has_own_verb, listed_after, listed_before};
use super::outcome_en::{Form, OutcomeFound, give, outcome};
use super::verb_en::{is_hearsay, is_passive, is_reduced};
use super::{TallyFound, end_of_parts, near, parts_after};
use crate::actor::side_of;
use crate::text::{Kind, Text};

/// How many tokens may part an amount from the word that says what became of those counted.
const REACH_TOKENS: usize = 14;

/// Gives each outcome word the amount it belongs to.
pub(super) fn join_outcomes(text: &Text, found: &mut [TallyFound], range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let taken =
            near(found, at).find(|i| found[*i].outcome.is_some() && found[*i].tokens.contains(&at));
        let intended = at > 0
            && text.word(at - 1) == "to"
            && matches!(text.word(at), "kill" | "shoot" | "stab");
        let word = outcome(text, at, range.end).filter(|_| taken.is_none() && !intended);
        let Some(word) = word else {
            at += 1;
            continue;
        };
        if let Some(index) = whose(text, found, at, &word) {
            settle(text, found, index, &word, at..range.end);
            if word.form == Form::Loss && found[index].side.is_none() {
                let loser = at.saturating_sub(LOSER_TOKENS).max(range.start)..at;
                // "us" is a side in capitals alone.
                let named = loser.clone().find(|i| text.is_capital(*i));
                found[index].side = named.and_then(|first| side_of(text, first..loser.end));
            }
        }
        at += word.tokens;
    }
}

/// The count an outcome's word at token `at` belongs to.
fn whose(text: &Text, found: &[TallyFound], at: usize, word: &OutcomeFound) -> Option<usize> {
    let fits = |i: &usize| happens_to(word.outcome, &found[*i]);
    let before = || subject(text, found, at, word.outcome);
    let after = || object(text, found, at + word.tokens).filter(fits);
    let people = |i: &usize| found[*i].is_people || found[*i].counted.is_empty();
    match word.form {
        Form::After | Form::Subject => before(),
        Form::Before => after(),
        // "Shooting four people dead": what follows says more.
        Form::Object => after()
            .filter(people)
            .filter(|i| outcome(text, found[*i].tokens.end, text.tokens.len()).is_none()),
        Form::Loss => after().filter(|i| is_force(&found[*i])),
        Form::Passive => before()
            .filter(|i| {
                is_passive(text, at) || is_reduced(text, at) && ends_at(text, found, *i, at)
            })
            .or_else(|| after().filter(people)),
        Form::Either if is_passive(text, at) => before(),
        Form::Either => after().or_else(|| {
            before().filter(|i| {
                // "A man killed an intruder" has an object, counted or not.
                let one = found[*i].rule == "en.tally.one";
                let reduced = !one || is_reduced(text, at + word.tokens - 1);
                reduced && ends_at(text, found, *i, at)
            })
        }),
    }
}

/// Gives the count at `index` its outcome, with those of its list.
fn settle(
    text: &Text,
    found: &mut [TallyFound],
    index: usize,
    word: &OutcomeFound,
    rest: Range<usize>,
) {
    let at = rest.start;
    let listed = match found[index].amount_tokens.start < at {
        true => listed_before(text, found, index),
        false => listed_after(text, found, index, rest.end),
    };
    take(found, index, word, at);
    for other in listed.clone() {
        give(&mut found[other], word.outcome);
    }
    // "Ten soldiers were among the dead": of how many is not said.
    if (at.saturating_sub(2)..=at).any(|i| text.word(i) == "among") {
        for other in listed.chain([index]) {
            found[other].rule = "en.tally.share";
        }
    }
}

/// Things are captured; they do not die, and bodies are people.
fn happens_to(outcome: Outcome, tally: &TallyFound) -> bool {
    let body = tally.counted.ends_with("bodies") || tally.counted.ends_with("body");
    tally.is_people || tally.counted.is_empty() || body || outcome == Outcome::Captured
}

/// Who loses soldiers stands so near before the verb.
const LOSER_TOKENS: usize = 4;

/// "Lost 200 soldiers", "lost 200 men": not two sons.
fn is_force(tally: &TallyFound) -> bool {
    tally.who == Some(Who::Military)
        || matches!(
            tally.counted.as_str(),
            "men" | "people" | "troops" | "personnel"
        )
}

/// Nothing stands between the count, with its parts, and the word: "15 people wounded".
fn ends_at(text: &Text, found: &[TallyFound], index: usize, at: usize) -> bool {
    let end = end_of_parts(found, index).max(found[index].tokens.end);
    // "Boy, 2, killed".
    let age = text.word(end) == "," && text.word(at - 1) == "," && end + 3 == at;
    end == at
        || age && text.kind(end + 1) == Some(Kind::Number)
        || end + 1 == at && !matches!(text.word(end), "and" | "who" | "that" | "which")
}

fn take(found: &mut [TallyFound], index: usize, word: &OutcomeFound, at: usize) {
    let tally = &mut found[index];
    give(tally, word.outcome);
    tally.tokens =
        tally.tokens.start.min(tally.amount_tokens.start)..tally.tokens.end.max(at + word.tokens);
    if at < tally.amount_tokens.start {
        tally.tokens.start = at;
    }
    for part in parts_after(found, index) {
        if found[part].part_of == Some(index) {
            found[part].outcome.get_or_insert(word.outcome);
        }
    }
}

/// The free amount nearest before an outcome word, inside its reach.
fn subject(text: &Text, found: &[TallyFound], at: usize, outcome: Outcome) -> Option<usize> {
    let window = near(found, at);
    window
        .rev()
        .filter(|i| found[*i].tokens.end <= at && is_free(&found[*i]))
        .filter(|i| happens_to(outcome, &found[*i]))
        .find(|i| {
            let tally = &found[*i];
            let end = end_of_parts(found, *i).max(tally.tokens.end);
            at - end.min(at) <= REACH_TOKENS
                && !is_parted(text, end..at)
                && (!tally.counted.is_empty() || is_said_of_bare(text, end..at))
        })
}

pub(super) fn is_free(tally: &TallyFound) -> bool {
    tally.outcome.is_none() && tally.part_of.is_none()
}

/// Another clause begins between the two.
fn is_parted(text: &Text, gap: Range<usize>) -> bool {
    gap.clone().any(|i| {
        matches!(
            text.word(i),
            ";" | "." | "!" | "?" | "but" | "while" | "when" | "where" | "he" | "she"
        ) || text.word(i) == "said" && !is_hearsay(text, i)
            || text.word(i) == "including"
                && (i + 1..gap.end).any(|j| matches!(text.word(j), "who" | "that"))
            || text.word(i) == "and"
                && (i + 1..gap.end)
                    .any(|j| matches!(text.word(j), "the" | "a" | "he" | "she" | "they"))
    })
}

/// A number without its noun is a subject only right before its verb: "five were killed", and
/// never an age or a house before a comma. A noun that no table knows may stand between.
fn is_said_of_bare(text: &Text, gap: Range<usize>) -> bool {
    let named = text.word(gap.start).ends_with('s')
        && !matches!(text.word(gap.start), "was" | "is" | "has");
    gap.clone().all(|i| {
        let word = text.word(i);
        let other = matches!(
            word,
            "and"
                | "or"
                | "a"
                | "an"
                | "he"
                | "she"
                | "it"
                | "they"
                | "his"
                | "her"
                | "their"
                | "when"
                | "after"
                | "before"
                | "as"
                | "while"
        );
        let away = matches!(
            word,
            "in" | "at" | "on" | "to" | "from" | "the" | "with" | "for" | "by"
        );
        let away = away && !(i > gap.start && is_hearsay(text, i - 1));
        text.kind(i) == Some(Kind::Word) && !other && (named || !away)
    })
}

/// The free amount right after an outcome word: "killed four people", "killing at least 3".
fn object(text: &Text, found: &[TallyFound], after: usize) -> Option<usize> {
    let led = |i: usize| {
        matches!(
            text.word(i),
            "the"
                | "all"
                | "these"
                | "those"
                | "his"
                | "her"
                | "its"
                | "their"
                | "our"
                | ":"
                | "of"
        )
    };
    near(found, after).find(|i| {
        let start = found[*i].amount_tokens.start.min(found[*i].tokens.start);
        let near = start >= after && start - after <= 2;
        near && is_free(&found[*i]) && !has_own_verb(text, &found[*i]) && (after..start).all(led)
    })
}
