//! Why the network does not take something in.

use thiserror::Error;

use crate::moment::{FARTHEST, MOST_MOMENTS};

#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refused {
    #[error(
        "clue {clue} ends before it begins: its earliest is after its latest by {by} ms; \
         exchange the two, or give one side only"
    )]
    Empty { clue: String, by: i64 },
    #[error(
        "clue {clue} speaks of a time or an amount beyond {} days from 1970 or from zero; \
         leave that side open",
        FARTHEST / 86_400_000
    )]
    TooFar { clue: String },
    #[error("clue {clue} speaks of an event that is not in the network; name the event first")]
    UnknownEvent { clue: String },
    #[error("clue {clue} says nothing; give at least one statement")]
    SaysNothing { clue: String },
    #[error(
        "there is a clue {clue} already; give the other one a name of its own, or take the first back"
    )]
    SameClue { clue: String },
    #[error("there is an event {label} already; use it, or give the other one a name of its own")]
    SameEvent { label: String },
    #[error(
        "the network holds {} moments and no more; leave out what does not bear on the question",
        MOST_MOMENTS
    )]
    TooMany,
    #[error("there is no clue {clue} to take back; it may have been taken back before")]
    NoSuchClue { clue: String },
}
