//! Gives each word for what became of people the count it belongs to.

use std::ops::Range;

use bearings_model::{Outcome, Who};

use super::TallyFound;
use super::outcome_en::{Form, OutcomeFound, give, outcome};
use crate::actor::side_of;
use crate::text::{Kind, Text};

/// How many tokens may part an amount from the word that says what became of those counted.
const REACH_TOKENS: usize = 14;

/// Gives each outcome word the amount it belongs to.
pub(super) fn join_outcomes(text: &Text, found: &mut [TallyFound], range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        let taken = found
            .iter()
            .find(|tally| tally.outcome.is_some() && tally.tokens.contains(&at));
        let intended = at > 0
            && text.word(at - 1) == "to"
            && matches!(text.word(at), "kill" | "shoot" | "stab");
        let word = outcome(text, at, range.end).filter(|_| taken.is_none() && !intended);
        let Some(word) = word else {
            at += 1;
            continue;
        };
        let fits = |i: &usize| happens_to(word.outcome, &found[*i]);
        let before = || subject(text, found, at, word.outcome);
        let after = || object(text, found, at + word.tokens).filter(fits);
        let people = |i: &usize| found[*i].is_people || found[*i].counted.is_empty();
        let index = match word.form {
            Form::After | Form::Subject => before(),
            Form::Before => after(),
            Form::Object => after().filter(people),
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
        };
        if let Some(index) = index {
            let listed = match found[index].amount_tokens.start < at {
                true => listed_before(text, found, index),
                false => listed_after(text, found, index),
            };
            take(found, index, &word, at);
            for other in listed.clone() {
                give(&mut found[other], word.outcome);
            }
            if word.form == Form::Loss && found[index].side.is_none() {
                found[index].side =
                    side_of(text, at.saturating_sub(LOSER_TOKENS).max(range.start)..at);
            }
            // "Ten soldiers were among the dead": of how many is not said.
            if (at.saturating_sub(2)..=at).any(|i| text.word(i) == "among") {
                for other in listed.chain([index]) {
                    found[other].rule = "en.tally.share";
                }
            }
        }
        at += word.tokens;
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

/// "Two men, a woman and a child were killed": all were. A list that commas alone part is one in
/// a headline only.
fn listed_before(text: &Text, found: &[TallyFound], index: usize) -> Range<usize> {
    let mut first = index;
    while first > 0 && is_in_list(text, found, first - 1) && is_free(&found[first - 1]) {
        first -= 1;
    }
    let joined = |i: usize| text.word(found[i + 1].tokens.start - 1) != ",";
    let headline = text
        .sentences
        .first()
        .is_some_and(|headline| headline.tokens.contains(&found[index].amount_tokens.start));
    if first < index && !joined(index - 1) && !headline {
        return index..index;
    }
    first..index
}

/// "Killing a man and two women": all were killed, unless a verb of their own follows.
fn listed_after(text: &Text, found: &[TallyFound], index: usize) -> Range<usize> {
    let own_verb = |tally: &TallyFound| {
        let next = text.word(tally.tokens.end);
        matches!(next, "was" | "were" | "is" | "are" | "has" | "have" | "had")
    };
    let mut last = index;
    while last + 1 < found.len()
        && is_in_list(text, found, last)
        && is_free(&found[last + 1])
        && !own_verb(&found[last + 1])
        && outcome(text, found[last + 1].tokens.end, text.tokens.len()).is_none()
    {
        last += 1;
    }
    index + 1..last + 1
}

/// The count and the next one stand in one list of people.
fn is_in_list(text: &Text, found: &[TallyFound], index: usize) -> bool {
    let (one, next) = (&found[index], &found[index + 1]);
    one.is_people && next.is_people && is_list(text, one.tokens.end..next.tokens.start)
}

/// Nothing but what joins a list: "and", commas, an age in commas.
pub(super) fn is_list(text: &Text, gap: Range<usize>) -> bool {
    let joins = |i: usize| {
        matches!(text.word(i), "," | "and" | "&" | "his" | "her" | "their")
            || text.kind(i) == Some(Kind::Number)
    };
    (1..=4).contains(&gap.len())
        && gap.clone().all(joins)
        && text.kind(gap.start) != Some(Kind::Number)
}

/// Nothing stands between the count, with its parts, and the word: "15 people wounded".
fn ends_at(text: &Text, found: &[TallyFound], index: usize, at: usize) -> bool {
    let parts = found
        .iter()
        .filter(|part| part.part_of == Some(index))
        .map(|part| part.tokens.end);
    parts
        .chain([found[index].tokens.end])
        .max()
        .is_some_and(|end| {
            // "Boy, 2, killed".
            let age = text.word(end) == "," && text.word(at - 1) == "," && end + 3 == at;
            end == at
                || age && text.kind(end + 1) == Some(Kind::Number)
                || end + 1 == at && !matches!(text.word(end), "and" | "who" | "that" | "which")
        })
}

fn take(found: &mut [TallyFound], index: usize, word: &OutcomeFound, at: usize) {
    let tally = &mut found[index];
    give(tally, word.outcome);
    tally.tokens =
        tally.tokens.start.min(tally.amount_tokens.start)..tally.tokens.end.max(at + word.tokens);
    if at < tally.amount_tokens.start {
        tally.tokens.start = at;
    }
    for other in found.iter_mut() {
        if other.part_of == Some(index) {
            other.outcome.get_or_insert(word.outcome);
        }
    }
}

/// "Five people shot outside a hall": headlines leave the verb out, and what follows is no object.
fn is_reduced(text: &Text, at: usize) -> bool {
    matches!(
        text.word(at + 1),
        "" | "in"
            | "on"
            | "outside"
            | "inside"
            | "near"
            | "during"
            | "after"
            | "over"
            | "by"
            | "while"
            | "when"
            | "as"
            | "this"
            | "last"
            | "early"
            | "overnight"
            | "across"
            | ","
            | "."
            | ";"
            | ":"
            | "-"
            | "–"
            | "—"
            | "and"
            | "one"
            | "two"
            | "1"
            | "2"
            | "|"
    )
}

/// "was killed", "were all injured", "have been hurt".
fn is_passive(text: &Text, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|i| {
        matches!(
            text.word(i),
            "was"
                | "were"
                | "been"
                | "be"
                | "being"
                | "is"
                | "are"
                | "got"
                | "'s"
                | "reported"
                | "left"
        )
    })
}

/// The free amount nearest before an outcome word, inside its reach.
fn subject(text: &Text, found: &[TallyFound], at: usize, outcome: Outcome) -> Option<usize> {
    let reach = |tally: &TallyFound| at - tally.tokens.end.min(at);
    let nearest = (0..found.len())
        .rev()
        .filter(|i| found[*i].tokens.end <= at && is_free(&found[*i]))
        .filter(|i| happens_to(outcome, &found[*i]))
        .find(|i| {
            let tally = &found[*i];
            let parts = found
                .iter()
                .filter(|p| p.part_of == Some(*i))
                .map(|p| p.tokens.end)
                .max();
            let gap_start = parts.unwrap_or(tally.tokens.end);
            reach(tally) <= REACH_TOKENS + parts.map_or(0, |end| end - tally.tokens.end)
                && !is_parted(text, gap_start..at)
                && (!tally.counted.is_empty() || is_said_of_bare(text, gap_start..at))
        })?;
    Some(nearest)
}

fn is_free(tally: &TallyFound) -> bool {
    tally.outcome.is_none() && tally.part_of.is_none()
}

/// Another clause begins between the two.
fn is_parted(text: &Text, gap: Range<usize>) -> bool {
    gap.clone().any(|i| {
        matches!(
            text.word(i),
            ";" | "." | "!" | "?" | "but" | "while" | "said" | "when" | "where" | "he" | "she"
        ) || text.word(i) == "including"
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
    (0..found.len()).find(|i| {
        let start = found[*i].amount_tokens.start.min(found[*i].tokens.start);
        let near = start >= after && start - after <= 2;
        near && is_free(&found[*i]) && (after..start).all(led)
    })
}
