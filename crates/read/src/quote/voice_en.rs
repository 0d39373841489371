//! Whose words a whole text is: "Update from the ground by @name … Here is the correspondence:".

use std::ops::Range;

use bearings_model::{ChainLink, Channel, Cue, SourceKind};

use super::names::run_at;
use super::np_en::kind_of_name;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    static ACCOUNTS: () = {
        () => "update, updates, report, dispatch, correspondence, letter, diary, account, words, message, text, note, notes",
    };
}

/// How far into a text its introduction can reach.
const INTRODUCTION_SENTENCES: usize = 6;

/// The tokens that are someone else's words from here on, and whose they are.
pub(super) fn voice(text: &Text, byline: Option<&str>) -> Option<(Range<usize>, ChainLink)> {
    introduced(text).or_else(|| bylined(text, byline))
}

/// An introduction that names the writer after "by" or "from" and ends its paragraph in a colon.
fn introduced(text: &Text) -> Option<(Range<usize>, ChainLink)> {
    let first = text.sentences.iter().take(INTRODUCTION_SENTENCES);
    let colon = first
        .clone()
        .find(|s| ends_paragraph_in_colon(text, &s.tokens))?;
    let head = 0..colon.tokens.end;
    let (at, _) = ACCOUNTS.find(text, head.clone())?;
    let by = (at..head.end)
        .find(|i| matches!(text.word(*i), "by" | "from") && names_someone(text, *i + 1))?;
    let run = run_at(text, by + 1, head.end)?;
    let link = ChainLink {
        source: run.name,
        kind: run.kind,
        role: run.title,
        cue: Some(Cue {
            span: text.span(by..by + 1),
            text: text.raw(by).to_owned(),
        }),
        channel: Some(Channel::Correspondence),
        footage: None,
        factuality: None,
    };
    Some((colon.tokens.end..text.tokens.len(), link))
}

fn ends_paragraph_in_colon(text: &Text, sentence: &Range<usize>) -> bool {
    text.word(sentence.end - 1) == ":"
        && text
            .kind(sentence.end)
            .is_none_or(|kind| kind == Kind::Break)
}

fn names_someone(text: &Text, at: usize) -> bool {
    let handle = text.kind(at) == Some(Kind::Handle);
    handle || text.is_capital(at) && text.is_capital(at + 1)
}

/// A text told in the first person by the one whose byline it carries.
fn bylined(text: &Text, byline: Option<&str>) -> Option<(Range<usize>, ChainLink)> {
    let name = byline?.trim();
    let told = (0..text.tokens.len())
        .filter(|i| text.raw(*i) == "I" && text.quotation_at(text.tokens[*i].span.start).is_none());
    // Twice: one "I" may be a stray letter or a numeral.
    if name.is_empty() || told.take(2).count() < 2 {
        return None;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let kind = if name.starts_with('@') {
        SourceKind::Account
    } else {
        kind_of_name(&words)
    };
    let link = ChainLink {
        source: name.to_owned(),
        kind,
        role: None,
        cue: None,
        channel: Some(Channel::Correspondence),
        footage: None,
        factuality: None,
    };
    Some((0..text.tokens.len(), link))
}
