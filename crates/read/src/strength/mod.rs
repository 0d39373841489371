//! How firmly something is said: hedges, negation, conditions.

mod commitment;
mod doubted;
mod en;
mod ru;
mod uk;

use std::ops::Range;

use bearings_model::{Certainty, Hedge};

pub(crate) use commitment::commit;
pub(crate) use doubted::in_doubt;

use crate::lexicon::Phrases;
use crate::text::Text;

/// What weakens the words of a token range.
#[derive(Clone, Debug)]
pub(crate) struct Strength {
    pub certainty: Certainty,
    pub hedges: Vec<Hedge>,
}

/// Reads every hedge of a token range; the weakest decides.
pub(crate) fn strength(text: &Text, range: Range<usize>) -> Strength {
    let mut certainty = Certainty::Certain;
    let mut hedges = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if let Some(firm) = words(text).and_then(|words| words.firm.at(text, at, range.end)) {
            at += firm.tokens;
            continue;
        }
        match weakening(text, at, range.end) {
            Some((tokens, weight)) => {
                certainty = certainty.min(weight);
                hedges.push(hedge(text, at..at + tokens));
                at += tokens;
            }
            None => at += 1,
        }
    }
    Strength { certainty, hedges }
}

/// The tables of one language.
struct Words {
    hedges: &'static Phrases<Certainty>,
    /// Phrases that look like hedges and are none.
    firm: &'static Phrases<()>,
    negations: &'static Phrases<()>,
    /// Phrases that hold a negation and negate nothing.
    no_negation: &'static Phrases<()>,
}

fn words(text: &Text) -> Option<Words> {
    let words = text
        .language
        .pick(en::words as fn() -> Words, uk::words, ru::words)?;
    Some(words())
}

fn weakening(text: &Text, at: usize, limit: usize) -> Option<(usize, Certainty)> {
    let found = words(text)?.hedges.at(text, at, limit)?;
    // "May" with a capital inside a sentence is the month.
    let month = text.word(at) == "may" && text.is_capital(at);
    (!month).then_some((found.tokens, *found.value))
}

pub(crate) fn is_negation(text: &Text, at: usize, limit: usize) -> bool {
    words(text).is_some_and(|words| {
        let none = words.no_negation.at(text, at, limit).is_some();
        !none && words.negations.at(text, at, limit).is_some()
    })
}

/// How far before a word its negation may stand: "has not yet been able to take".
const NEGATION_REACH_TOKENS: usize = 6;

/// Whether the word at token `at` stands under a negation of its own clause.
pub(crate) fn negates(text: &Text, clause: Range<usize>, at: usize) -> bool {
    let from = clause.start.max(at.saturating_sub(NEGATION_REACH_TOKENS));
    let parts = |i: &usize| {
        matches!(
            text.word(*i),
            "," | ";" | ":" | "–" | "—" | "but" | "because" | "and" | "і" | "й" | "та" | "и" | "а"
        )
    };
    (from..at)
        .rev()
        .take_while(|i| !parts(i))
        .any(|i| is_negation(text, i, clause.end))
}

pub(crate) fn hedge(text: &Text, tokens: Range<usize>) -> Hedge {
    Hedge {
        span: text.span(tokens.clone()),
        text: text.slice(tokens).to_owned(),
    }
}

#[cfg(test)]
mod tests;
