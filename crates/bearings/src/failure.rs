//! Why a command did not do what it was asked, and which exit code that is.

use bearings_case::CaseError;
use bearings_locate::ShelfError;
use bearings_pipeline::PipelineError;
use thiserror::Error;

#[derive(Debug, Error)]
pub enum Failure {
    /// Exit code 2: the person asked for something that is not possible as asked.
    #[error("{0}")]
    Use(String),

    /// Exit code 3: a check said no.
    #[error("{0}")]
    Check(String),

    /// Exit code 1.
    #[error("{0}")]
    Work(String),

    #[error(transparent)]
    Case(#[from] CaseError),

    #[error(transparent)]
    Gazetteer(#[from] ShelfError),

    #[error(transparent)]
    Pipeline(#[from] PipelineError),
}

impl Failure {
    pub fn code(&self) -> u8 {
        match self {
            Failure::Use(_)
            | Failure::Gazetteer(ShelfError::Unknown(_) | ShelfError::Name(_))
            | Failure::Pipeline(PipelineError::Unknown { .. }) => 2,
            Failure::Check(_) | Failure::Pipeline(PipelineError::Publish(_)) => 3,
            Failure::Work(_) | Failure::Case(_) | Failure::Gazetteer(_) | Failure::Pipeline(_) => 1,
        }
    }
}
