//! What must not be published, and why.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::claim::named;
use crate::{Excerpt, RuleName};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restriction {
    pub target: Excerpt,
    pub reason: RestrictionReason,
    /// What it was recognised by, or the ruling's words.
    pub basis: String,
    pub action: RestrictionAction,
    pub until: Option<Date>,
    /// The rule that proposed it.
    pub rule: RuleName,
}

named!(RestrictionReason {
    Shelter = "shelter",
    LivePosition = "live_position",
    UnnamedSource = "unnamed_source",
    PersonalData = "personal_data",
    Prisoner = "prisoner",
    Other = "other",
});

named!(RestrictionAction {
    Hide = "hide",
    Blur = "blur",
    Coarsen = "coarsen",
    Delay = "delay",
});

impl RestrictionReason {
    /// For a page that tells how many passages were withheld and why, nothing more.
    pub fn plain(self) -> &'static str {
        match self {
            RestrictionReason::Shelter => "a shelter",
            RestrictionReason::LivePosition => "where people are at that moment",
            RestrictionReason::UnnamedSource => "details about a source who is not named",
            RestrictionReason::PersonalData => "personal data",
            RestrictionReason::Prisoner => "a prisoner",
            RestrictionReason::Other => "another danger",
        }
    }
}
