//! Asks the words of a text's language what a clause does: foretells, supposes, leaves open.

use std::ops::Range;

use bearings_model::Caveat;

use super::{kind_en, kind_ru, kind_uk};
use crate::lexicon::{Phrases, phrases};
use crate::text::Text;

type Table = &'static Phrases<()>;

/// The tables of one language.
pub(super) struct Words {
    pub future: Table,
    pub hypothesis: Table,
    /// It is left open what is so.
    pub open: Table,
    /// The text speaks of its own worth.
    pub caveats: Table,
    /// The narrator tells of having checked or compared something.
    pub checked: Table,
    pub seen: Table,
    /// It is said not to be so, whatever follows.
    pub refuted: Table,
    /// What an attack does when it happens.
    pub happening: Table,
    /// Words of a role that speaks for a state, a force or an office.
    pub offices: Table,
    pub finite: Table,
    pub conditions: Table,
    /// Begins what a state, a force or an office says no to of itself.
    pub of_itself: Table,
    /// What a source holds, not what it reports.
    pub opinions: Table,
}

fn words(text: &Text) -> Option<Words> {
    let of = text.language;
    Some(of.pick(
        kind_en::words as fn() -> Words,
        kind_uk::words,
        kind_ru::words,
    )?())
}

fn holds(text: &Text, range: Range<usize>, table: fn(Words) -> Table) -> bool {
    words(text).is_some_and(|words| table(words).find(text, range).is_some())
}

pub(super) fn is_future(text: &Text, clause: Range<usize>) -> bool {
    holds(text, clause, |words| words.future)
}

pub(super) fn is_hypothesis(text: &Text, clause: Range<usize>) -> bool {
    holds(text, clause, |words| words.hypothesis)
}

pub(super) fn is_left_open(text: &Text, clause: Range<usize>) -> bool {
    holds(text, clause, |words| words.open)
}

pub(super) fn is_checked(text: &Text, clause: Range<usize>) -> bool {
    holds(text, clause, |words| words.checked)
}

pub(super) fn is_refuted(text: &Text, clause: Range<usize>) -> bool {
    holds(text, clause, |words| words.refuted)
}

pub(super) fn is_seen(text: &Text, clause: Range<usize>) -> bool {
    holds(text, clause, |words| words.seen)
}

/// Whether a clause has a finite auxiliary: "was a sign" against "an offensive".
pub(super) fn is_finite(text: &Text, clause: Range<usize>) -> bool {
    holds(text, clause, |words| words.finite)
}

/// "We think …": what a source holds, past the clause's first word.
pub(super) fn is_opinion(text: &Text, clause: Range<usize>) -> bool {
    holds(text, clause, |words| words.opinions)
}

pub(super) fn is_of_itself(text: &Text, at: usize, limit: usize) -> bool {
    words(text).is_some_and(|words| words.of_itself.at(text, at, limit).is_some())
}

/// Whether a role speaks for a state, a force or an office.
pub(super) fn is_office(text: &Text, role: &str) -> bool {
    let Some(words) = words(text) else {
        return false;
    };
    let mut parts = role.split(|c: char| !c.is_alphanumeric());
    parts.any(|part| words.offices.word(part).is_some())
}

/// A condition: at the clause's start or after a word that leaves it no "whether".
pub(super) fn is_conditional(text: &Text, clause: Range<usize>) -> bool {
    let Some(words) = words(text) else {
        return false;
    };
    clause.clone().any(|i| {
        let condition = words.conditions.at(text, i, clause.end).is_some();
        let leads = i == clause.start
            || matches!(
                text.word(i - 1),
                "," | "and" | "but" | "also" | "that" | "only" | "що" | "что" | "и" | "і"
            )
            || text.word(i) == "unless";
        condition && leads
    })
}

/// How far behind an event's noun its negated verb may stand.
const VERB_REACH_TOKENS: usize = 4;

/// "The shelling did not hit …": the verb of the event's noun is negated.
pub(super) fn did_not_happen(text: &Text, after: usize, limit: usize) -> bool {
    let Some(words) = words(text) else {
        return false;
    };
    let reach = after..limit.min(after + VERB_REACH_TOKENS);
    let parted = |i: &usize| matches!(text.word(*i), "," | ";" | "and" | "but" | "that" | "which");
    // "Пожежі на складі немає": the Slavic word is negation and verb in one.
    let absent = reach
        .clone()
        .take_while(|i| !parted(i))
        .any(|i| matches!(text.word(i), "немає" | "нема" | "нет" | "нету"));
    let negation = reach
        .take_while(|i| !parted(i))
        .find(|i| crate::strength::is_negation(text, *i, limit));
    absent && !is_of_word_about(text, after)
        || negation.is_some_and(|at| {
            let verb = at + 1..limit.min(at + 4);
            words.happening.find(text, verb).is_some()
        })
}

phrases! {
    /// What can be wanting about an event that may well have been.
    static WORD_ABOUT: () = {
        () => "підтверджен*, інформаці*, даних, відомост*, доказ*, свідчень, дозвол*",
        () => "подтвержден*, информаци*, данных, сведений, доказательств*, свидетельств*, разрешен*",
    };
}

/// "Подтверждения обстрела нет" denies the confirmation, not the shelling.
fn is_of_word_about(text: &Text, after: usize) -> bool {
    let before = after.saturating_sub(VERB_REACH_TOKENS)..after;
    WORD_ABOUT.find(text, before).is_some()
}

/// A sentence in which the text speaks of its own worth.
pub(super) fn caveat(text: &Text, sentence: usize) -> Option<Caveat> {
    let sentence = &text.sentences[sentence];
    words(text)?.caveats.find(text, sentence.tokens.clone())?;
    Some(Caveat {
        span: sentence.span,
        text: sentence.span.of(text.source)?.to_owned(),
    })
}
