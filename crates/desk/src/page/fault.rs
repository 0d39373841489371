//! The pages that tell why there is nothing else to show.

use askama::Template;

use super::Frame;
use crate::words::Words;

#[derive(Debug, Template)]
#[template(path = "fault.html")]
pub(crate) struct FaultPage {
    frame: Frame,
    heading: &'static str,
    sentence: Words,
}

impl FaultPage {
    /// `status` is the answer's name: "Not Found".
    pub fn new(status: Option<&'static str>, sentence: &str) -> Self {
        let heading = status.unwrap_or("No page");
        let mut letters = sentence.chars();
        let first: String = letters
            .next()
            .into_iter()
            .flat_map(char::to_uppercase)
            .collect();
        let sentence = format!("{first}{}.", letters.as_str().trim_end_matches('.'));
        Self {
            frame: Frame::new("", ""),
            heading,
            sentence: Words::new(sentence),
        }
    }
}

/// Why the account cannot be built as the case stands.
#[derive(Debug, Template)]
#[template(path = "refused.html")]
pub(crate) struct RefusedPage {
    frame: Frame,
    faults: Vec<Words>,
}

impl RefusedPage {
    pub fn new(case: &str, faults: &[String]) -> Self {
        Self {
            frame: Frame::new(case, "/account/"),
            faults: faults.iter().map(Words::new).collect(),
        }
    }
}
