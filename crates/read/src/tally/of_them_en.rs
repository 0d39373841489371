//! "Nine people were shot, two of them fatally", "four of whom were children": parts of the count
//! before them, with what the words say became of them.

use bearings_model::Outcome;

use super::outcome_en::{Form, give, outcome};
use super::people_en::counted;
use super::{NEAR, TallyFound};
use crate::text::Text;

/// Ties each "of them" to the count before it.
pub(super) fn set_parts(text: &Text, found: &mut [TallyFound], limit: usize) {
    for index in 0..found.len() {
        let end = found[index].amount_tokens.end;
        let of_them = text.word(end) == "of" && matches!(text.word(end + 1), "them" | "whom");
        let said = end + if of_them { 2 } else { 0 };
        let fatally = matches!(text.word(said), "fatally" | "mortally")
            && outcome(text, said + 1, limit).is_none()
            && found[index].counted.is_empty()
            && found[index].outcome.is_none();
        if !of_them && !fatally {
            continue;
        }
        let whole = (0..index).rev().take(NEAR).find(|i| {
            found[*i].part_of.is_none() && (found[*i].is_people || found[*i].counted.is_empty())
        });
        let tally = &mut found[index];
        if fatally {
            give(tally, Outcome::Killed);
            tally.tokens.end = said + 1;
        } else if of_them {
            set_said(text, tally, said, limit);
        }
        tally.part_of = whole;
    }
}

/// Who "they" are or what became of them: "of whom were children", "of them died".
fn set_said(text: &Text, tally: &mut TallyFound, said: usize, limit: usize) {
    let auxiliary = matches!(
        text.word(said),
        "were" | "was" | "are" | "is" | "have" | "has" | "had" | "later" | ","
    );
    let at = said + usize::from(auxiliary);
    if let Some(word) = outcome(text, at, limit) {
        if !matches!(word.form, Form::Before | Form::Object | Form::Loss) {
            give(tally, word.outcome);
            tally.tokens.end = at + word.tokens;
        }
    } else if let Some(noun) = counted(text, at, limit).filter(|noun| noun.people) {
        tally.counted = text.slice(noun.tokens.clone()).to_owned();
        tally.tokens.end = noun.tokens.end;
        tally.who = noun.who;
        tally.also = noun.also;
        tally.is_people = true;
        tally.stands = true;
    } else {
        tally.tokens.end = said;
        tally.counted = String::new();
    }
}
