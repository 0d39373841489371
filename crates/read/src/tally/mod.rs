//! Counts: how many were killed, hurt, seen, taken; which count is a part of which.

mod elliptic_en;
mod feared;
mod join_en;
mod level_en;
mod list_en;
mod mode_en;
mod none_en;
mod not_counted_en;
mod of_them_en;
mod one_en;
mod outcome_en;
mod own_side;
mod parts_en;
mod people_en;
mod read_en;
mod ru;
mod slavic;
mod slavic_join;
mod slavic_level;
mod slavic_none;
mod slavic_parts;
mod uk;
mod verb_en;
mod victim_en;
mod victim_phrase_en;
mod victim_words_en;

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome, Who};

pub(crate) use own_side::{is_of_enemy, is_own, side_of_speaker};

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

/// How many counts either way are looked at for what is said at a place: what belongs together
/// stands together, and a text without a full stop must not take for ever.
const NEAR: usize = 12;

/// The counts near token `at`, of those in the order of the text.
fn near(found: &[TallyFound], at: usize) -> Range<usize> {
    let here = found.partition_point(|tally| tally.amount_tokens.start < at);
    here.saturating_sub(NEAR)..found.len().min(here + NEAR)
}

/// Where the parts of a count can be.
fn parts_after(found: &[TallyFound], whole: usize) -> Range<usize> {
    whole + 1..found.len().min(whole + 1 + NEAR)
}

/// Where the last part of a count ends; 0 without parts.
fn end_of_parts(found: &[TallyFound], whole: usize) -> usize {
    let parts = parts_after(found, whole).filter(|i| found[*i].part_of == Some(whole));
    parts.map(|i| found[i].tokens.end).max().unwrap_or(0)
}

/// "Two were killed and another five wounded" adds nothing to a count of wounded told before.
fn set_contrasts(found: &mut [TallyFound]) {
    let mut told: Vec<Outcome> = Vec::new();
    for tally in found {
        let same = tally.outcome.is_none_or(|outcome| told.contains(&outcome));
        if tally.mode == Some(CountMode::Increment) && !told.is_empty() && !same {
            tally.mode = None;
        }
        told.extend(tally.outcome.filter(|_| !same));
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
