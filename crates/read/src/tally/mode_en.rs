//! How English counts relate to others: increments, counts of one event, counts over a time; and
//! people who were there, whatever became of them.

use std::ops::Range;

use bearings_model::{CountMode, Outcome};

use super::TallyFound;
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static CUMULATIVE: () = {
        () => "recent days, so far, in total, since, to date, overall, altogether, a total of, bringing the total, bringing the toll, toll, up to now, all told, have been killed since, over the past, in the past, in the last",
    };
}

/// "There were 12 to 15 people in the group": people who were there, whatever became of them.
pub(super) fn set_present(text: &Text, found: &mut [TallyFound], range: Range<usize>) {
    for tally in found
        .iter_mut()
        .filter(|tally| tally.outcome.is_none() && tally.is_people)
    {
        let before = (range.start..tally.amount_tokens.start).rev().take(4);
        let led = before
            .clone()
            .any(|i| matches!(text.word(i), "were" | "are" | "was" | "is"))
            && before.clone().any(|i| text.word(i) == "there");
        let group = before.clone().any(|i| {
            matches!(
                text.word(i),
                "team" | "group" | "crowd" | "unit" | "crew" | "column"
            )
        });
        if led || group {
            // The rule stays the amount's: nothing but the count was read.
            tally.outcome = Some(Outcome::Present);
        }
    }
}

/// "Three others were wounded" adds to those wounded where the sentence told of some before; after
/// a death alone it is who was wounded.
pub(super) fn set_others(found: &mut [TallyFound]) {
    let mut told: Vec<Outcome> = Vec::new();
    for tally in found {
        let same = tally.outcome.is_some_and(|outcome| told.contains(&outcome));
        if tally.rule == "en.tally.others" && same {
            tally.mode = Some(CountMode::Increment);
        }
        told.extend(tally.outcome.filter(|_| !same));
    }
}

/// Increments say so themselves; a count over days is cumulative; one of an event is a snapshot.
pub(super) fn set_modes(text: &Text, found: &mut [TallyFound], range: Range<usize>) {
    let cumulative = CUMULATIVE.find(text, range).is_some();
    for tally in found.iter_mut() {
        if tally.mode.is_some() || tally.outcome.is_none() {
            continue;
        }
        tally.mode = Some(if cumulative {
            CountMode::Cumulative
        } else {
            CountMode::Snapshot
        });
    }
    for index in 0..found.len() {
        if let Some(whole) = found[index].part_of {
            found[index].mode = found[whole].mode;
        }
    }
}
