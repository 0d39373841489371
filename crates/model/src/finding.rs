//! What weighing found: origins, how counts compare, what came of forecasts.

use serde::{Deserialize, Serialize};

use crate::claim::named;
use crate::{ClaimId, ItemId, Span};

/// Someone or something that saw, measured or claims to know; what relays is none.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    pub label: String,
    pub kind: OriginKind,
    pub claims: Vec<ClaimId>,
    /// The items through which it reached the case.
    pub items: Vec<ItemId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OriginKind {
    /// A named person, organisation or account.
    Named,
    /// All roots without a name: unknown uploaders, unnamed officials, outlets that do not say
    /// how they know. They may be one, so they count as one.
    Unknown,
}

/// How many origins stand behind one proposition.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Support {
    pub claims: Vec<ClaimId>,
    /// Labels of the independent origins.
    pub origins: Vec<String>,
    /// How many texts carry it, copies included: the number that must not be mistaken for
    /// `origins.len()`.
    pub texts: usize,
    pub reason: String,
}

/// One text that repeats another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyLink {
    pub earlier: ItemId,
    pub later: ItemId,
    /// Share of the later text's word five-grams that stand in the earlier one, 0 to 1.
    pub containment: f64,
    /// Share of the five-grams of both that they have in common, 0 to 1 (Jaccard).
    pub resemblance: f64,
    /// The longest shared passage in each, for laying side by side.
    pub passage_earlier: Span,
    pub passage_later: Span,
    pub reason: String,
}

named!(
    /// How sure it is that two claims are one statement. Only what is likely is counted as one.
    SpeechGrade {
        Likely = "likely",
        Possible = "possible",
    }
);

/// Two claims of different texts that can be one statement of one speaker.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpeechLink {
    pub a: ClaimId,
    pub b: ClaimId,
    pub grade: SpeechGrade,
    /// In words, each a thing the two have in common.
    pub reasons: Vec<String>,
}

/// Two counts set side by side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comparison {
    pub a: ClaimId,
    pub b: ClaimId,
    pub relation: TallyRelation,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TallyRelation {
    Agrees,
    Compatible,
    /// The same owner, later, with another number.
    Revision,
    DifferentScope,
    DifferentDefinition,
    Conflict,
}

/// A whole set against the parts its own text gives.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartsCheck {
    pub whole: ClaimId,
    pub parts: Vec<ClaimId>,
    pub verdict: PartsVerdict,
    /// For people: "31 = 15 + 16", "the other 24 are not said to be civilians".
    pub sentence: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartsVerdict {
    SumHolds,
    /// Some of the whole is not said to be anything.
    NotAllStated,
    SumFails,
    /// The bounds do not allow a verdict.
    CannotBeTold,
}

/// The same owner's earlier and later count of one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    pub owner: String,
    pub before: ClaimId,
    pub after: ClaimId,
    pub sentence: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ForecastOutcome {
    pub forecast: ClaimId,
    /// Which reading of the window this is about.
    pub reading: String,
    pub status: ForecastStatus,
    /// What it is held against.
    pub by: Option<ClaimId>,
    pub reason: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ForecastStatus {
    /// The window is still open at the latest item's date.
    Open,
    Came,
    DidNotCome,
    CannotBeTold,
}

/// Clips and events of one text in order, with and without the steps that are only soft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sequence {
    pub item: ItemId,
    /// Groups that follow each other; within a group the order is not known.
    pub firm: Vec<Vec<String>>,
    /// The same when soft steps (hedged, or only the order of telling) count too.
    pub with_soft: Vec<Vec<String>>,
    /// Terms that would have to come before themselves: the text contradicts itself on them.
    pub circular: Vec<String>,
    /// What it was read from.
    pub claims: Vec<ClaimId>,
}
