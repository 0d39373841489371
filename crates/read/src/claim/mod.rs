//! Puts together what was read into claims: one proposition each, with its excerpt, its chain,
//! its strength, its time and its place.

mod clause;
mod context;
mod forecast;
mod kind;
mod kind_en;
mod kind_ru;
mod kind_uk;
mod make;
mod order;
mod order_words;
mod rivals;
mod words;

use std::cell::RefCell;

use bearings_model::{Caveat, Chain, Claim, Document, Factuality};

use crate::actor::Sides;
use crate::footage::OrderFound;
use crate::growth::make_room_for;
use crate::quote::Frames;
use crate::text::Text;
use crate::time::TimesFound;
use bearings_model::PlaceMention;

/// Everything the other parts read, for the claims to be made from.
#[derive(Debug)]
pub(crate) struct Parts<'a> {
    pub document: &'a Document,
    pub text: &'a Text<'a>,
    pub frames: &'a Frames,
    pub times: &'a TimesFound,
    pub places: &'a [PlaceMention],
    pub focus: Option<usize>,
    pub orders: &'a [OrderFound],
    pub narrated: Narrated,
    /// The sides named, which tell whose enemy is whom.
    pub sides: Sides,
    /// The token after the dateline; what stands before it tells of nothing.
    pub head: usize,
}

/// The chains of what the outlet itself tells, one for each firmness, shared by all such claims.
#[derive(Debug, Default)]
pub(crate) struct Narrated(RefCell<Vec<(Factuality, Chain)>>);

impl Narrated {
    fn of(&self, told: Factuality, make: impl FnOnce() -> Chain) -> Chain {
        let mut known = self.0.borrow_mut();
        if let Some((_, chain)) = known.iter().find(|(value, _)| *value == told) {
            return chain.clone();
        }
        let chain = make();
        known.push((told, chain.clone()));
        chain
    }
}

#[derive(Debug, Default)]
pub(crate) struct Claims {
    pub claims: Vec<Claim>,
    pub caveats: Vec<Caveat>,
}

/// All claims of a text in the order of their excerpts.
pub(crate) fn claims(parts: &Parts) -> Claims {
    let mut made = Claims::default();
    let mut context = context::Context::default();
    let report = |index: &usize| parts.text.sentences[*index].tokens.start >= parts.head;
    for index in (0..parts.text.sentences.len()).filter(report) {
        context.enter(parts, index);
        made.caveats.extend(words::caveat(parts.text, index));
        let mut claims = Vec::new();
        make::of_sentence(parts, index, &context, &mut claims);
        make_room_for(&mut made.claims, claims.len());
        made.claims.append(&mut claims);
    }
    let mut orders = Vec::new();
    make::orders(parts, parts.orders, &mut orders);
    make::orders(parts, &order::told(parts), &mut orders);
    made.claims.reserve_exact(orders.len());
    made.claims.append(&mut orders);
    in_order(&mut made.claims);
    rivals::link(parts.text, &mut made.claims);
    made
}

/// Sorts claims by their excerpts and gives each an id of its own.
pub fn in_order(claims: &mut [Claim]) {
    // Claims are large: only their places are moved while sorting.
    claims.sort_by_cached_key(|claim| (claim.excerpt.span().start, claim.excerpt.span().end));
    make::tell_apart(claims);
}
