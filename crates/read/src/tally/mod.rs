//! Counts: how many were killed, hurt, seen, taken; which count is a part of which.

mod elliptic_en;
mod join_en;
mod outcome_en;
mod parts_en;
mod people_en;
mod read_en;
mod ru;
mod slavic;
mod uk;
mod victim_en;
mod victim_phrase_en;
mod victim_words_en;

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome, Who};

use crate::language::Language;
use crate::text::Text;

/// All counts in a token range of a sentence, in order; `is_time` tells which tokens belong to a
/// time.
pub(crate) fn tallies(
    text: &Text,
    range: Range<usize>,
    sentence: Range<usize>,
    is_time: &dyn Fn(usize) -> bool,
) -> Vec<TallyFound> {
    match text.language {
        Language::English => read_en::tallies(text, range, sentence, is_time),
        _ => slavic::tallies(text, range, is_time),
    }
}

/// People harmed whom a token range names without counting them, beside the counts read there.
pub(crate) fn named_victims(
    text: &Text,
    range: Range<usize>,
    is_time: &dyn Fn(usize) -> bool,
    counted: &[TallyFound],
) -> Vec<TallyFound> {
    match text.language {
        Language::English => victim_en::victims(text, range, is_time, counted),
        _ => Vec::new(),
    }
}

/// Whether a word in lower case says what somebody is ("minister"), as a name does not.
pub(crate) fn is_role(word: &str) -> bool {
    victim_en::is_role(word)
}

/// Whom the words of a token range say an attack was on, with how many; nothing is said of what
/// became of them.
pub(crate) fn attacked(text: &Text, range: Range<usize>) -> Vec<(Range<usize>, Amount)> {
    match text.language {
        Language::English => victim_en::attacked(text, range),
        _ => Vec::new(),
    }
}

/// "Two were killed and another five wounded" adds nothing to a count of wounded told before.
fn set_contrasts(found: &mut [TallyFound]) {
    for index in 0..found.len() {
        let (before, rest) = found.split_at_mut(index);
        let tally = &mut rest[0];
        let same = before.iter().any(|other| other.outcome == tally.outcome);
        let other = before.iter().any(|other| other.outcome.is_some());
        if tally.mode == Some(CountMode::Increment) && other && !same {
            tally.mode = None;
        }
    }
}

/// Drops counts of nothing in particular; parts keep pointing at their wholes.
fn worth_telling(found: Vec<TallyFound>) -> Vec<TallyFound> {
    let tells =
        |tally: &TallyFound| tally.outcome.is_some() || tally.stands || tally.part_of.is_some();
    let mut places = Vec::with_capacity(found.len());
    let mut kept = 0;
    for tally in &found {
        places.push(tells(tally).then_some(kept));
        kept += usize::from(tells(tally));
    }
    let told = found.into_iter().filter(tells);
    told.map(|tally| TallyFound {
        part_of: tally.part_of.and_then(|whole| places[whole]),
        ..tally
    })
    .collect()
}

/// A count as read, before it becomes a claim.
#[derive(Clone, Debug)]
pub(crate) struct TallyFound {
    /// From the amount to the end of what says who or what became of them.
    pub tokens: Range<usize>,
    pub amount: Amount,
    pub amount_tokens: Range<usize>,
    pub counted: String,
    pub outcome: Option<Outcome>,
    pub who: Option<Who>,
    pub also: Vec<Who>,
    /// What is counted are people.
    pub is_people: bool,
    pub side: Option<String>,
    pub mode: Option<CountMode>,
    /// The index of the count this one is a part of, in the same list.
    pub part_of: Option<usize>,
    /// A count worth telling even where nothing is said of what became of those counted.
    pub stands: bool,
    pub rule: &'static str,
}
