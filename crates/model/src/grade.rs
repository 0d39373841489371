//! The Admiralty (NATO) scales for sources and information, never mixed with others.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How reliable a source has been. F means "cannot be judged": no value, not the lowest one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SourceGrade {
    A,
    B,
    C,
    D,
    E,
    F,
}

/// How credible one piece of information is. `6` means "cannot be judged": no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub enum InformationGrade {
    Confirmed,
    ProbablyTrue,
    PossiblyTrue,
    Doubtful,
    Improbable,
    CannotBeJudged,
}

/// A person's grading of one claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assessment {
    source: SourceGrade,
    information: InformationGrade,
}

#[derive(Debug, Error, PartialEq, Eq)]
#[error(
    "\"1 confirmed\" needs two independent origins and this has {origins}; grade it 2 or below, \
     or add what confirms it"
)]
pub struct Confirmed {
    pub origins: usize,
}

impl SourceGrade {
    /// Reads a letter, either case.
    pub fn from_letter(letter: &str) -> Option<Self> {
        Some(match letter {
            "A" | "a" => Self::A,
            "B" | "b" => Self::B,
            "C" | "c" => Self::C,
            "D" | "d" => Self::D,
            "E" | "e" => Self::E,
            "F" | "f" => Self::F,
            _ => return None,
        })
    }
}

impl TryFrom<u8> for InformationGrade {
    type Error = String;

    fn try_from(digit: u8) -> Result<Self, String> {
        Ok(match digit {
            1 => Self::Confirmed,
            2 => Self::ProbablyTrue,
            3 => Self::PossiblyTrue,
            4 => Self::Doubtful,
            5 => Self::Improbable,
            6 => Self::CannotBeJudged,
            other => return Err(format!("information is graded 1 to 6, not {other}")),
        })
    }
}

impl From<InformationGrade> for u8 {
    fn from(grade: InformationGrade) -> u8 {
        match grade {
            InformationGrade::Confirmed => 1,
            InformationGrade::ProbablyTrue => 2,
            InformationGrade::PossiblyTrue => 3,
            InformationGrade::Doubtful => 4,
            InformationGrade::Improbable => 5,
            InformationGrade::CannotBeJudged => 6,
        }
    }
}

impl Assessment {
    /// `origins` is the number of independent origins behind the claim.
    pub fn new(
        source: SourceGrade,
        information: InformationGrade,
        origins: usize,
    ) -> Result<Self, Confirmed> {
        if information == InformationGrade::Confirmed && origins < 2 {
            return Err(Confirmed { origins });
        }
        Ok(Self {
            source,
            information,
        })
    }

    pub fn source(self) -> SourceGrade {
        self.source
    }

    pub fn information(self) -> InformationGrade {
        self.information
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_origin_cannot_confirm() {
        let refused = Assessment::new(SourceGrade::A, InformationGrade::Confirmed, 1);
        assert_eq!(refused, Err(Confirmed { origins: 1 }));
        assert!(Assessment::new(SourceGrade::A, InformationGrade::Confirmed, 2).is_ok());
    }
}
