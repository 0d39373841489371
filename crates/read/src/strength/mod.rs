//! How firmly something is said: hedges, negation, conditions.

mod en;

use std::ops::Range;

use bearings_model::{Certainty, Hedge};

use crate::text::Text;

pub(crate) use en::{is_negation, negates};

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
        match en::hedge(text, at, range.end) {
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

pub(crate) fn hedge(text: &Text, tokens: Range<usize>) -> Hedge {
    Hedge {
        span: text.span(tokens.clone()),
        text: text.slice(tokens).to_owned(),
    }
}
