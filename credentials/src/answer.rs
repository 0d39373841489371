//! The one line that goes back: short, plain, with an end to each part, whatever the file holds.

use serde::Serialize;

#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    Checked(Checked),
    /// No verdict: why, in one sentence.
    Refused(String),
}

#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct Checked {
    /// Whether hashes and signature hold.
    pub valid: bool,
    pub signer: Option<String>,
    /// When it was signed, as a time stamp tells it: ISO 8601.
    pub signed: Option<String>,
    pub generator: Option<String>,
    /// The actions it tells, "c2pa.opened", "c2pa.edited".
    pub actions: Vec<String>,
    /// What did not hold, by the standard's codes.
    pub failures: Vec<String>,
}

/// Longer lists are cut: more is no use to a reader, and the line has an end. `bearings` refuses
/// answers beyond the same numbers.
pub const MOST_ENTRIES: usize = 100;
const MOST_CHARS: usize = 200;

impl Answer {
    pub fn refused(why: &str) -> Self {
        Answer::Refused(plain(why))
    }

    pub fn line(&self) -> String {
        serde_json::to_string(self).expect("strings and truth values are always JSON")
    }
}

/// One line without control characters, which a terminal might obey.
pub fn plain(text: &str) -> String {
    let shown = |c: char| if c.is_control() { '\u{FFFD}' } else { c };
    text.chars().take(MOST_CHARS).map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_stands_in_a_file_the_answer_is_one_short_line() {
        let hostile = "\u{1b}[2J\n\0\"\\".repeat(100_000);
        let line = Answer::refused(&hostile).line();
        assert!(!line.contains('\n') && line.len() < 2000, "{line}");
        assert!(!line.chars().any(char::is_control));
    }

    #[test]
    fn the_line_reads_as_bearings_expects_it() {
        let checked = Answer::Checked(Checked {
            valid: false,
            signer: Some("A Newspaper".to_owned()),
            signed: None,
            generator: None,
            actions: vec!["c2pa.opened".to_owned()],
            failures: vec!["assertion.dataHash.mismatch".to_owned()],
        });
        let expected = r#"{"checked":{"valid":false,"signer":"A Newspaper","signed":null,"generator":null,"actions":["c2pa.opened"],"failures":["assertion.dataHash.mismatch"]}}"#;
        assert_eq!(checked.line(), expected);
        assert_eq!(Answer::refused("why").line(), r#"{"refused":"why"}"#);
    }
}
