//! The gate: what stands on nothing, speaks firmer than its sources or shows what must stay out
//! is refused. It lists every fault, repeats no restricted word, and repairs nothing.

mod counting;
mod excerpt;
mod leak;
mod statement;

use bearings_model::{Account, CasualtyRow, Certainty, ForecastStatus};
use thiserror::Error;

use crate::sources::Sources;
use statement::{Need, Statement};

pub(crate) use leak::leaks;

/// Why an account is refused: where, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Fault {
    #[error("{at} has no evidence; give it an excerpt or take it out")]
    NoEvidence { at: String },
    #[error(
        "{at} has no evidence and says more than how many passages are withheld; \
         let it count them and say why, nothing else"
    )]
    MoreThanCounting { at: String },
    #[error(
        "{at} is told as {told} but its strongest evidence is only {strongest}; \
         word it no more firmly than that"
    )]
    TooFirm {
        at: String,
        told: &'static str,
        strongest: &'static str,
    },
    #[error(
        "{at} rests on item {item}, which is not among the sources; add it or drop the excerpt"
    )]
    UnknownItem { at: String, item: String },
    #[error(
        "{at} rests on bytes {start} to {end} of item {item}, which are no whole characters of \
         its text; read the item again"
    )]
    NoSuchCharacters {
        at: String,
        item: String,
        start: usize,
        end: usize,
    },
    #[error(
        "{at} rests on a restricted passage of item {item}; take the excerpt out or release the \
         passage by a ruling"
    )]
    Restricted { at: String, item: String },
    #[error(
        "a restriction on bytes {start} to {end} of item {item} does not fit its text, so what it \
         hides is not known; rule on it again"
    )]
    RestrictionAdrift {
        item: String,
        start: usize,
        end: usize,
    },
    #[error("{at} gives a bare number where its bounds differ; write the bound (\"at least\")")]
    BoundDropped { at: String },
    #[error(
        "{page} carries words of the restricted passage at characters {start} to {end} of item \
         {item}; reword what says them or release the passage by a ruling"
    )]
    Leak {
        page: String,
        item: String,
        start: usize,
        end: usize,
    },
    #[error(
        "the pages were not searched for restricted words ({reason}); publish fewer sources at once"
    )]
    NotSearched { reason: String },
}

/// Every fault of the account itself, in the order of the page.
pub(crate) fn check(account: &Account, sources: &Sources<'_>) -> Vec<Fault> {
    let mut faults = excerpt::restrictions_adrift(sources);
    for statement in statement::all(account) {
        faults.extend(check_support(&statement, account));
        faults.extend(check_strength(&statement));
        faults.extend(excerpt::check(&statement.at, statement.evidence, sources));
    }
    faults.extend(
        account
            .casualties
            .iter()
            .enumerate()
            .filter_map(check_bound),
    );
    for (number, group) in account.copies.iter().enumerate() {
        let at = format!("copy {}", number + 1);
        faults.extend(excerpt::check_copy(&at, group, sources));
    }
    faults
}

fn check_support(statement: &Statement<'_>, account: &Account) -> Option<Fault> {
    if !statement.evidence.is_empty() {
        return None;
    }
    let at = statement.at.clone();
    match statement.need {
        Need::Evidence => Some(Fault::NoEvidence { at }),
        Need::EvidenceUnlessCounting => (!counting::only_counts(statement.text, &account.withheld))
            .then_some(Fault::MoreThanCounting { at }),
        Need::None => None,
    }
}

/// Each piece of evidence supports the sentence alone, so the strongest sets the limit; what
/// needs several at once has to be told at the strength of the weakest by who words it.
fn check_strength(statement: &Statement<'_>) -> Option<Fault> {
    let told = statement.strength?;
    let strongest = statement
        .evidence
        .iter()
        .map(|piece| piece.strength)
        .max()?;
    (told > strongest).then(|| Fault::TooFirm {
        at: statement.at.clone(),
        told: in_words(told),
        strongest: in_words(strongest),
    })
}

/// "4" may only stand where the count is exactly 4.
fn check_bound((number, row): (usize, &CasualtyRow)) -> Option<Fault> {
    let bare: u64 = row.amount.trim().parse().ok()?;
    let exact = row.low == Some(bare) && row.high == Some(bare);
    (!exact).then(|| Fault::BoundDropped {
        at: statement::casualty(number),
    })
}

fn in_words(certainty: Certainty) -> &'static str {
    match certainty {
        Certainty::Uncommitted => "not committed to",
        Certainty::Possible => "possible",
        Certainty::Probable => "probable",
        Certainty::Certain => "certain",
    }
}

/// What came, or did not, was told by someone; the other outcomes are our not knowing.
fn outcome_needs_evidence(status: ForecastStatus) -> bool {
    matches!(status, ForecastStatus::Came | ForecastStatus::DidNotCome)
}
