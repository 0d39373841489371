//! Which clip was shot after what. "shot after the gunfight", "Later, another video".

use std::ops::Range;

use bearings_model::{Order, OrderTerm};

use super::clips::{is_making, is_showing};
use super::{en, ru, uk};
use crate::text::{Kind, Text};

/// The words of one language that order clips and events.
pub(super) struct Orders {
    pub after: &'static [&'static str],
    pub before: &'static [&'static str],
    pub later: &'static [&'static str],
    /// "no longer" and what follows it: the state that is over.
    pub no_longer: &'static [&'static str],
    /// Stands before `no_longer` ("no longer") or after it ("вже не горить").
    pub not: &'static [&'static str],
    /// What an event's name begins with; empty where there are no articles.
    pub articles: &'static [&'static str],
    /// The rules' names: shot after, later, no longer.
    pub rules: [&'static str; 3],
}

/// What the sentence says of the order of clip `this`, with the clip told of before it.
pub(super) fn orders(
    text: &Text,
    sentence: Range<usize>,
    this: usize,
    before: Option<usize>,
) -> Vec<(Order, usize, &'static str)> {
    let words = text
        .language
        .pick(en::orders as fn() -> Orders, uk::orders, ru::orders);
    let Some(words) = words.map(|words| words()) else {
        return Vec::new();
    };
    let clip = OrderTerm::Footage(this);
    let ordered = |at: usize| {
        let word = text.word(at);
        let made = || follows_making(text, at, sentence.start);
        let (shot, later, over) = (words.rules[0], words.rules[1], words.rules[2]);
        if words.after.contains(&word) && made() {
            let event = event_after(text, &words, at + 1, sentence.end)?;
            return Some((after(OrderTerm::Event(event), clip.clone()), at, shot));
        }
        if words.before.contains(&word) && made() {
            let event = event_after(text, &words, at + 1, sentence.end)?;
            return Some((after(clip.clone(), OrderTerm::Event(event)), at, shot));
        }
        if words.later.contains(&word) && (at == sentence.start || made()) {
            let before = before.filter(|before| *before != this)?;
            let before = OrderTerm::Footage(before);
            return Some((after(before, clip.clone()), at, later));
        }
        let state = is_over(text, &words, at, sentence.start)?;
        let state = state_after(text, state, sentence.end)?;
        Some((after(OrderTerm::Event(state), clip.clone()), at, over))
    };
    sentence.clone().filter_map(ordered).collect()
}

fn after(earlier: OrderTerm, later: OrderTerm) -> Order {
    Order { earlier, later }
}

/// Where the state begins that "no longer" or "вже не" at a token says is over.
fn is_over(text: &Text, words: &Orders, at: usize, start: usize) -> Option<usize> {
    if !words.no_longer.contains(&text.word(at)) {
        return None;
    }
    let not = |at: usize| words.not.contains(&text.word(at));
    match words.articles.is_empty() {
        true => not(at + 1).then_some(at + 2),
        false => (at > start && not(at - 1)).then_some(at + 1),
    }
}

/// "shot apparently after", "filmed later": a making word up to three tokens before.
fn follows_making(text: &Text, at: usize, from: usize) -> bool {
    (from.max(at.saturating_sub(3))..at).any(|i| is_making(text, i))
}

/// "the gunfight" after "after": an article where there are any, and up to three words.
fn event_after(text: &Text, words: &Orders, at: usize, limit: usize) -> Option<String> {
    let most = limit.min(at + 4 - usize::from(words.articles.is_empty()));
    let end = (at..most)
        .find(|i| text.kind(*i) != Some(Kind::Word) || is_showing(text, *i))
        .unwrap_or(most);
    let named = words.articles.is_empty() || words.articles.contains(&text.word(at));
    (end > at && named).then(|| text.slice(at..end).to_owned())
}

/// "on fire" after "no longer".
fn state_after(text: &Text, at: usize, limit: usize) -> Option<String> {
    let end = (at..limit.min(at + 3))
        .find(|i| text.kind(*i) != Some(Kind::Word))
        .unwrap_or(limit.min(at + 3));
    (end > at).then(|| text.slice(at..end).to_owned())
}
