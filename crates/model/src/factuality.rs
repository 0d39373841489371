//! How firmly something is put forward, and whether as so or as not so.
//!
//! The values are FactBank's (Sauri and Pustejovsky 2009).

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Factuality {
    /// It is so.
    #[serde(rename = "CT+")]
    CertainTrue,
    /// It is probably so.
    #[serde(rename = "PR+")]
    ProbableTrue,
    /// It is possibly so.
    #[serde(rename = "PS+")]
    PossibleTrue,
    /// It is not so.
    #[serde(rename = "CT-")]
    CertainFalse,
    /// It is probably not so.
    #[serde(rename = "PR-")]
    ProbableFalse,
    /// It is possibly not so.
    #[serde(rename = "PS-")]
    PossibleFalse,
    /// The source knows whether, but does not say which.
    #[serde(rename = "CTu")]
    CertainUnstated,
    /// The source does not know or does not commit itself.
    #[serde(rename = "Uu")]
    Uncommitted,
}

/// The strength half of a factuality, weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    Uncommitted,
    Possible,
    Probable,
    Certain,
}

impl Factuality {
    pub fn new(certainty: Certainty, negated: bool) -> Self {
        match (certainty, negated) {
            (Certainty::Certain, false) => Factuality::CertainTrue,
            (Certainty::Probable, false) => Factuality::ProbableTrue,
            (Certainty::Possible, false) => Factuality::PossibleTrue,
            (Certainty::Certain, true) => Factuality::CertainFalse,
            (Certainty::Probable, true) => Factuality::ProbableFalse,
            (Certainty::Possible, true) => Factuality::PossibleFalse,
            (Certainty::Uncommitted, _) => Factuality::Uncommitted,
        }
    }

    pub fn certainty(self) -> Certainty {
        match self {
            Factuality::CertainTrue | Factuality::CertainFalse => Certainty::Certain,
            Factuality::ProbableTrue | Factuality::ProbableFalse => Certainty::Probable,
            Factuality::PossibleTrue | Factuality::PossibleFalse => Certainty::Possible,
            Factuality::CertainUnstated | Factuality::Uncommitted => Certainty::Uncommitted,
        }
    }

    pub fn is_negative(self) -> bool {
        matches!(
            self,
            Factuality::CertainFalse | Factuality::ProbableFalse | Factuality::PossibleFalse
        )
    }

    /// The same statement, no stronger than `ceiling`. Strength never grows along a chain.
    pub fn at_most(self, ceiling: Certainty) -> Self {
        if self.certainty() <= ceiling {
            self
        } else {
            Self::new(ceiling, self.is_negative())
        }
    }

    /// The value as FactBank writes it.
    pub fn code(self) -> &'static str {
        match self {
            Factuality::CertainTrue => "CT+",
            Factuality::ProbableTrue => "PR+",
            Factuality::PossibleTrue => "PS+",
            Factuality::CertainFalse => "CT-",
            Factuality::ProbableFalse => "PR-",
            Factuality::PossibleFalse => "PS-",
            Factuality::CertainUnstated => "CTu",
            Factuality::Uncommitted => "Uu",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weakening_keeps_the_polarity() {
        let not_so = Factuality::CertainFalse.at_most(Certainty::Possible);
        assert_eq!(not_so, Factuality::PossibleFalse);
    }

    #[test]
    fn a_ceiling_never_strengthens() {
        assert_eq!(
            Factuality::Uncommitted.at_most(Certainty::Certain),
            Factuality::Uncommitted
        );
    }
}
