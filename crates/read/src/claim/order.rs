//! The order of events as a text tells it: "troops withdrew after the gunfight", "Later a fire
//! broke out", "By then the fire was out". The order of clips is read in `footage`.

use std::ops::Range;

use bearings_model::{Order, OrderTerm};

use super::order_words::{Joint, joint_at};
use super::{Parts, words};
use crate::event::event;
use crate::footage::OrderFound;
use crate::strength::negates;
use crate::text::{Kind, Text};

/// How far behind "after" the event's noun may stand: "after three days of heavy shelling".
const NOUN_REACH_TOKENS: usize = 7;

/// How many words of a clause name its event.
const LONGEST_TERM_TOKENS: usize = 8;

/// Every order between events that the text states, sentence by sentence.
pub(super) fn told(parts: &Parts) -> Vec<OrderFound> {
    let text = parts.text;
    let of_clips: Vec<usize> = parts.orders.iter().map(|order| order.sentence).collect();
    let mut found = Vec::new();
    let mut before: Option<String> = None;
    for (index, sentence) in text.sentences.iter().enumerate() {
        let range = sentence.tokens.clone();
        if of_clips.binary_search(&index).is_err() {
            found.extend(of_sentence(text, index, range.clone(), before.as_deref()));
        }
        before = main_event(text, range);
    }
    found
}

fn of_sentence(
    text: &Text,
    sentence: usize,
    range: Range<usize>,
    before: Option<&str>,
) -> Option<OrderFound> {
    let (at, tokens, joint, rule) = range.clone().find_map(|at| {
        joint_at(text, at, range.end).map(|(n, joint, rule)| (at, n, joint, rule))
    })?;
    // What is to come, is asked or hangs on a condition has had no order yet.
    let open = words::is_future(text, range.clone())
        || words::is_conditional(text, range.clone())
        || range.clone().rev().take(2).any(|i| text.word(i) == "?");
    if open {
        return None;
    }
    let rest = at + tokens..range.end;
    let (earlier, later) = match joint {
        Joint::After | Joint::Before => {
            let noun = noun(text, rest.clone())?;
            let other = other_side(text, range.clone(), at, noun.end)?;
            let noun = text.slice(noun).to_owned();
            match joint {
                Joint::After => (noun, other),
                _ => (other, noun),
            }
        }
        // Within a sentence: "troops entered, then shelled".
        Joint::Then if at > range.start + 2 => {
            (main_event(text, range.start..at)?, main_event(text, rest)?)
        }
        Joint::Then => (before?.to_owned(), main_event(text, rest)?),
        Joint::ByThen | Joint::Earlier => {
            let leads = at <= range.start + 1;
            (
                main_event(text, rest).filter(|_| leads)?,
                before?.to_owned(),
            )
        }
    };
    (earlier != later).then_some(OrderFound {
        sentence,
        around: range,
        order: Order {
            earlier: OrderTerm::Event(earlier),
            later: OrderTerm::Event(later),
        },
        rule,
    })
}

/// "the heavy shelling" right behind the word that orders, up to the event's word.
fn noun(text: &Text, rest: Range<usize>) -> Option<Range<usize>> {
    let end = rest.end.min(rest.start + NOUN_REACH_TOKENS);
    let end = (rest.start..end).find(|i| text.kind(*i) != Some(Kind::Word));
    let end = end.unwrap_or(rest.end.min(rest.start + NOUN_REACH_TOKENS));
    // The nearest event is the noun; a weightier one behind it is the sentence's own.
    let nearest = (rest.start + 1..=end).find_map(|end| event(text, rest.start..end))?;
    Some(rest.start..nearest.end)
}

/// What the sentence says besides: before the word that orders, or behind the noun's comma.
fn other_side(text: &Text, range: Range<usize>, at: usize, noun_end: usize) -> Option<String> {
    let before = main_event(text, range.start..at);
    before.or_else(|| main_event(text, noun_end..range.end))
}

/// The clause of a range's event, from its first word on; `None` where it is said not to be.
fn main_event(text: &Text, range: Range<usize>) -> Option<String> {
    let found = event(text, range.clone())?;
    let denied = negates(text, range.clone(), found.at)
        || words::did_not_happen(text, found.end, range.end)
        || words::is_refuted(text, range.clone());
    if denied {
        return None;
    }
    let is_part = |i: &usize| matches!(text.kind(*i), Some(Kind::Word | Kind::Number));
    let start = (range.start..found.at).rev().take_while(is_part).last();
    let start = start.unwrap_or(found.at);
    let start = start.max((found.end).saturating_sub(LONGEST_TERM_TOKENS));
    let start = (start..found.at)
        .find(|i| {
            !matches!(
                text.word(*i),
                "and" | "then" | "that" | "і" | "та" | "а" | "и" | "що" | "что"
            )
        })
        .unwrap_or(found.at);
    Some(text.slice(start..found.end).to_owned())
}
