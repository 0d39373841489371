//! Whether the words around a time speak of what is to come.

use crate::text::{Kind, Text};

/// "On Friday the talks will begin": the verb stands after the time, before any mark.
fn will_follow(text: &Text, at: usize) -> bool {
    let words = at + 1..at + 1 + VERB_TOKENS / 2;
    let mut clause = words.take_while(|i| matches!(text.kind(*i), Some(Kind::Word | Kind::Number)));
    clause.any(|i| matches!(text.word(i), "will" | "shall" | "'ll"))
}

/// How far before a time its verb may stand.
const VERB_TOKENS: usize = 12;

/// The nearest verb before it speaks of what is to come.
pub(super) fn looks_ahead(text: &Text, at: usize) -> bool {
    if will_follow(text, at) {
        return true;
    }
    let from = at.saturating_sub(VERB_TOKENS);
    for i in (from..at).rev() {
        match text.word(i) {
            "expected" | "scheduled" | "planned" | "due" | "going" => {
                let past = |i| matches!(text.word(i), "was" | "were" | "been" | "had");
                return !(i > 0 && past(i - 1) || i > 1 && past(i - 2));
            }
            "will" | "'ll" | "shall" | "expects" | "upcoming" | "effective" => return true,
            "plans" | "plan" | "planning" if text.word(i + 1) == "to" => return true,
            "for" if i > 0 && text.word(i - 1) == "set" => return true,
            "to" if i > 0 && matches!(text.word(i - 1), "is" | "are" | "set") => return true,
            "as" if i > 0 && matches!(text.word(i - 1), "soon" | "early") => return true,
            "." | ";" | "said" | "was" | "were" | "had" | "told" | "began" | "came" | "did" => {
                return false;
            }
            _ => {}
        }
    }
    false
}
