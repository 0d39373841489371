//! To whom a Ukrainian or Russian speaker says it: "розповіла виданню «Газета»".

use super::slavic::Words;
use super::slavic_speaker as speaker;
use super::speaker::SpeakerWords;
use crate::text::Text;

/// "розповіла виданню «Газета»", "сказав журналістам".
pub(super) fn told(text: &Text, words: &Words, at: usize, limit: usize) -> Option<SpeakerWords> {
    let at = past_comment(text, words, at, limit);
    let head = at + words.told.at(text, at, limit)?.tokens;
    let named = speaker::quoted_name(text, head).or_else(|| speaker::agency_named(text, head))?;
    Some(SpeakerWords {
        tokens: at..named.tokens.end,
        ..named
    })
}

/// "розповів у коментарі виданню": the comment stands before whom it was given to.
fn past_comment(text: &Text, words: &Words, at: usize, limit: usize) -> usize {
    let inside = words.inside.at(text, at, limit).is_some();
    let comment = matches!(
        text.word(at + 1),
        "коментарі"
            | "комментарии"
            | "інтерв'ю"
            | "интервью"
            | "розмові"
            | "разговоре"
            | "беседе"
    );
    match (inside && comment, text.word(at + 2)) {
        (true, "з" | "із" | "с" | "со") => at + 3,
        (true, _) => at + 2,
        _ => at,
    }
}
