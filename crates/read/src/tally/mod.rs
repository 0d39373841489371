//! Counts: how many were killed, hurt, seen, taken; which count is a part of which.

mod elliptic_en;
mod outcome_en;
mod parts_en;
mod people_en;
mod read_en;

use std::ops::Range;

use bearings_model::{Amount, CountMode, Outcome, Who};

pub(crate) use read_en::tallies;

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
