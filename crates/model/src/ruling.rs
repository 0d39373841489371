//! A person's signed decision. Rulings and items are the only ground; all else is derived.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{
    ClaimId, Excerpt, InformationGrade, ItemId, RestrictionAction, RestrictionReason, RulingId,
    SourceGrade,
};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ruling {
    pub id: RulingId,
    pub at: Timestamp,
    pub by: String,
    pub target: Target,
    pub decision: Decision,
    /// Why, in the person's words.
    pub why: String,
}

/// What a ruling is about: an id, and for claims the excerpt, so that a ruling whose claim has
/// moved under a better rule is shown as orphaned and never lost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "on")]
pub enum Target {
    Claim {
        claim: ClaimId,
        excerpt: Excerpt,
    },
    Excerpt {
        excerpt: Excerpt,
    },
    Source {
        name: String,
    },
    Ruling {
        ruling: RulingId,
    },
    /// Two pictures, films or recordings, and whether one repeats the other.
    Pair {
        one: ItemId,
        other: ItemId,
    },
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "ruled")]
pub enum Decision {
    Accept,
    Reject,
    /// Replaces one field of a claim: `place`, `time`, `amount`, `speaker`, `factuality`.
    Amend {
        field: String,
        value: String,
    },
    Grade {
        source: SourceGrade,
        information: InformationGrade,
    },
    /// How reliable a source is, for all it says.
    Reliability {
        grade: SourceGrade,
    },
    Restrict {
        reason: RestrictionReason,
        action: RestrictionAction,
    },
    /// The proposed restriction does not hold: the passage may be published.
    Release,
    /// Takes an earlier ruling back; the earlier one stays in the ledger.
    Withdraw,
}

impl Decision {
    pub fn name(&self) -> &'static str {
        match self {
            Decision::Accept => "accept",
            Decision::Reject => "reject",
            Decision::Amend { .. } => "amend",
            Decision::Grade { .. } => "grade",
            Decision::Reliability { .. } => "reliability",
            Decision::Restrict { .. } => "restrict",
            Decision::Release => "release",
            Decision::Withdraw => "withdraw",
        }
    }
}
