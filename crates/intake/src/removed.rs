//! What was left out of a text and by which rule, so that a person can look at it.

/// Lines that were taken for page furniture. Nothing is removed without being listed here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Removed {
    pub lines: Vec<RemovedLine>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemovedLine {
    /// Counted from 1 in the text as found: in the file for plain text, in the laid-out page
    /// for HTML and Markdown.
    pub number: usize,
    pub text: String,
    /// The rule's name: "sponsor line".
    pub rule: &'static str,
}
