//! Why a step of the work could not be done.

use thiserror::Error;

#[derive(Debug, Error)]
pub enum PipelineError {
    #[error(transparent)]
    Case(#[from] bearings_case::CaseError),

    #[error(transparent)]
    Intake(#[from] bearings_intake::IntakeError),

    #[error(transparent)]
    Publish(#[from] bearings_publish::PublishError),

    #[error("the built-in base map cannot be read: {0}; this is a fault of the program")]
    BaseMap(#[from] bearings_publish::BaseMapError),

    #[error("nothing in this case is called '{id}'; `bearings status` lists what there is")]
    Unknown { id: String },
}
