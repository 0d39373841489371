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

named!(
    /// What two texts share. The first three are copies; the others are told and merge nothing.
    CopyKind {
        Whole = "whole_copy",
        Rewrite = "light_rewrite",
        Lifted = "lifted_passage",
        Quotation = "shared_quotation",
        Formula = "shared_formula",
        Credit = "wire_credit",
    }
);

impl CopyKind {
    /// Whether one text, or a passage of it, repeats the other's own words.
    pub fn is_copy(self) -> bool {
        matches!(self, Self::Whole | Self::Rewrite | Self::Lifted)
    }

    /// Whether all of one text goes back to the other.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::Whole | Self::Rewrite)
    }
}

named!(
    /// Whose words a shared passage is.
    PassageKind {
        Text = "text",
        Quotation = "quotation",
        Formula = "formula",
    }
);

named!(
    /// How it is known which of two texts is earlier: the earliest known, which need not be the
    /// first there was.
    CopyOrder {
        Dated = "published",
        Credited = "credited",
        Unknown = "not_known",
    }
);

/// Words two texts have in common, one stretch of each.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SharedPassage {
    pub earlier: Span,
    pub later: Span,
    pub kind: PassageKind,
    /// Words that stand in both, in the same order.
    pub words: usize,
    /// Their share of the longer stretch's words, 0 to 1.
    pub similarity: f64,
}

/// Two texts that share words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyLink {
    pub earlier: ItemId,
    pub later: ItemId,
    pub order: CopyOrder,
    pub kind: CopyKind,
    /// Share of the shorter text's word five-grams that stand in the other, 0 to 1.
    pub containment: f64,
    /// Share of the five-grams of both that they have in common, 0 to 1 (Jaccard).
    pub resemblance: f64,
    /// Share of each text's words that stand in shared passages, 0 to 1.
    pub coverage_earlier: f64,
    pub coverage_later: f64,
    pub measured: CopyMeasure,
    /// What they share, the longest first; never empty.
    pub passages: Vec<SharedPassage>,
    /// The news agency both texts go back to, by their credit lines.
    pub credit: Option<String>,
    pub reason: String,
}

/// The value that decided a link's kind, beside the least that counts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CopyMeasure {
    pub of: CopyMeasured,
    pub value: f64,
    pub threshold: f64,
}

named!(
    CopyMeasured {
        Resemblance = "resemblance",
        /// Words in passages that are neither quoted nor a formula.
        OwnWords = "own_words",
        QuotedWords = "quoted_words",
        /// Texts that are no copies of each other and hold the passage.
        Holders = "holders",
        SharedWords = "shared_words",
    }
);

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
