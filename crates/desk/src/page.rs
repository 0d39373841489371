//! The desk's pages: each takes what is known and gives what its template shows.

pub(crate) mod fault;
pub(crate) mod footage;
pub(crate) mod home;
pub(crate) mod item;
pub(crate) mod log;
pub(crate) mod part;
pub(crate) mod why;

use crate::words::Words;

/// What every page of the case has around it.
#[derive(Debug)]
pub(crate) struct Frame {
    pub case: Words,
    /// Which of the bar's links this page is, by its address; empty for none of them.
    pub here: &'static str,
}

impl Frame {
    pub fn new(case: &str, here: &'static str) -> Self {
        Self {
            case: Words::new(case),
            here,
        }
    }
}
