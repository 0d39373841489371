//! Parts of a count: "31 people – 15 military personnel and 16 civilians –", "44, including 20".

use std::ops::Range;

use super::TallyFound;
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static OPENING: () = {
        () => "including, among them, of them, of whom, of which, among whom, comprising, made up of",
    };
}

/// The tokens in which parts of the count that ends at `after` are listed.
pub(super) fn listed(text: &Text, after: usize, limit: usize) -> Option<Range<usize>> {
    let at = if text.word(after) == "," {
        after + 1
    } else {
        after
    };
    if let Some(opening) = OPENING.at(text, at, limit) {
        let start = at + opening.tokens;
        let end = (start..limit)
            .find(|i| ends_list(text, *i, limit))
            .unwrap_or(limit);
        return Some(start..end);
    }
    let close: &[&str] = match text.word(after) {
        "–" | "—" => &["–", "—"],
        "(" => &[")"],
        "-" if !text.is_glued(after) => &["-"],
        _ => return None,
    };
    let end = (after + 1..limit)
        .find(|i| close.contains(&text.word(*i)))
        .unwrap_or(limit);
    Some(after + 1..end)
}

/// A mark that closes, or a comma after which nothing more is counted: ", including three
/// children, were killed and five wounded".
fn ends_list(text: &Text, at: usize, limit: usize) -> bool {
    match text.word(at) {
        ";" | "." | "–" | "—" | ")" => true,
        "," => {
            let joined = matches!(text.word(at + 1), "and" | "or" | "a" | "an");
            !joined && crate::amount::amount(text, at + 1, limit).is_none()
        }
        _ => false,
    }
}

/// Gives the counts inside `range` to the whole at `whole`, with its outcome.
pub(super) fn attach(found: &mut [TallyFound], whole: usize, range: &Range<usize>) {
    let outcome = found[whole].outcome;
    for index in 0..found.len() {
        let inside = range.contains(&found[index].amount_tokens.start);
        if index == whole || !inside || found[index].part_of.is_some() {
            continue;
        }
        found[index].part_of = Some(whole);
        found[index].outcome = outcome.or(found[index].outcome);
        found[index].mode = found[whole].mode;
    }
}
