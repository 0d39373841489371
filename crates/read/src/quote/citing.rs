//! "X, citing Y, said": Y speaks, X relays; neither is lost.

use super::attribution::Attribution;
use crate::text::Text;

/// Joins each "citing Y" of a sentence to the report that rests on it; one without a report keeps
/// the clause it stands by.
pub(super) fn joined(text: &Text, mut found: Vec<Attribution>) -> Vec<Attribution> {
    let mut at = 0;
    while at < found.len() {
        match report_of(text, &found, at) {
            Some(report) => {
                let cited = found.remove(at);
                let report = report - usize::from(report > at);
                let words = cited.cue.start..cited.speaker.tokens.end;
                let own = &mut found[report].speaker;
                own.role = own.role.take().filter(|role| !begins_with_citing(role));
                found[report].behind = Some((words, cited.speaker));
            }
            None => at += 1,
        }
    }
    found
}

/// The report around the citation at `at`, or the one before it, or the one after.
fn report_of(text: &Text, found: &[Attribution], at: usize) -> Option<usize> {
    let cited = &found[at];
    if !cites(text.word(cited.cue.start)) {
        return None;
    }
    let is_free = |i: &usize| {
        let other = &found[*i];
        other.behind.is_none() && !cites(text.word(other.cue.start))
    };
    let next = (at + 1..found.len().min(at + 2)).find(is_free);
    let around = next.filter(|i| {
        let frame = &found[*i].frame;
        frame.start < cited.cue.start && cited.cue.start < frame.end
    });
    around
        .or_else(|| at.checked_sub(1).filter(is_free))
        .or(next)
}

fn cites(word: &str) -> bool {
    matches!(
        word,
        "citing" | "quoting" | "со" | "ссылаясь" | "з" | "із" | "посилаючись"
    )
}

fn begins_with_citing(role: &str) -> bool {
    cites(role.split(' ').next().unwrap_or_default())
}
