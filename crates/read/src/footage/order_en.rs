//! English: which clip was shot after what. "shot after the gunfight", "Later, another video".

use std::ops::Range;

use bearings_model::{Order, OrderTerm};

use super::en::{is_making, is_showing};
use crate::text::{Kind, Text};

/// What the sentence says of the order of clip `this`, with the clip told of before it.
pub(super) fn orders(
    text: &Text,
    sentence: Range<usize>,
    this: usize,
    before: Option<usize>,
) -> Vec<(Order, usize, &'static str)> {
    let mut found = Vec::new();
    let clip = OrderTerm::Footage(this);
    for at in sentence.clone() {
        match text.word(at) {
            "after" | "following" | "before" if follows_making(text, at, sentence.start) => {
                let Some(event) = event_after(text, at + 1, sentence.end) else {
                    continue;
                };
                let event = OrderTerm::Event(event);
                let order = match text.word(at) {
                    "before" => Order {
                        earlier: clip.clone(),
                        later: event,
                    },
                    _ => Order {
                        earlier: event,
                        later: clip.clone(),
                    },
                };
                found.push((order, at, "en.order.shot_after"));
            }
            "later" | "afterwards" => {
                let leads = at == sentence.start || follows_making(text, at, sentence.start);
                if let Some(before) = before.filter(|before| leads && *before != this) {
                    let order = Order {
                        earlier: OrderTerm::Footage(before),
                        later: clip.clone(),
                    };
                    found.push((order, at, "en.order.later"));
                }
            }
            "longer" if text.word(at - usize::from(at > 0)) == "no" => {
                let Some(state) = state_after(text, at + 1, sentence.end) else {
                    continue;
                };
                let order = Order {
                    earlier: OrderTerm::Event(state),
                    later: clip.clone(),
                };
                found.push((order, at, "en.order.no_longer"));
            }
            _ => {}
        }
    }
    found
}

/// "shot apparently after", "filmed later": a making word up to three tokens before.
fn follows_making(text: &Text, at: usize, from: usize) -> bool {
    (from.max(at.saturating_sub(3))..at).any(|i| is_making(text, i))
}

/// "the gunfight" after "after": an article and up to three words.
fn event_after(text: &Text, at: usize, limit: usize) -> Option<String> {
    let end = (at..limit.min(at + 4))
        .find(|i| text.kind(*i) != Some(Kind::Word) || is_showing(text, *i))
        .unwrap_or(limit.min(at + 4));
    (end > at && matches!(text.word(at), "the" | "a" | "an" | "this" | "that"))
        .then(|| text.slice(at..end).to_owned())
}

/// "on fire" after "no longer".
fn state_after(text: &Text, at: usize, limit: usize) -> Option<String> {
    let end = (at..limit.min(at + 3))
        .find(|i| text.kind(*i) != Some(Kind::Word))
        .unwrap_or(limit.min(at + 3));
    (end > at).then(|| text.slice(at..end).to_owned())
}
