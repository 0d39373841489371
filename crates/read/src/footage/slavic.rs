//! Ukrainian and Russian: mentions of clips. There are no articles: a bare "на відео" is the clip
//! spoken of last, or a new one where none was.

use super::clips::{Mention, Number, Reference, is_making, is_showing};
use super::{ru, uk};
use crate::language::Language;
use crate::lexicon::Phrases;
use crate::text::Text;

/// "ще одному короткому відео".
const WORDS_BEFORE: usize = 3;
/// "відео, яке вчора опублікували".
const WORDS_AFTER: usize = 4;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    Another,
    This,
    Back,
    Many,
}

/// What names clips and picks among them in one language.
pub(super) struct Names {
    pub nouns: &'static Phrases<Number>,
    pub determiners: &'static Phrases<Determiner>,
    pub ordinals: &'static Phrases<usize>,
    /// Nouns of clips used of something else: "відео нагляд".
    pub never: &'static Phrases<()>,
}

/// The mention whose noun begins at a token, in a sentence that begins at `from`.
pub(super) fn mention(text: &Text, noun: usize, from: usize) -> Option<Mention> {
    let names = match text.language {
        Language::Ukrainian => uk::names(),
        Language::Russian => ru::names(),
        _ => return None,
    };
    let limit = text.tokens.len();
    let found = names.nouns.at(text, noun, limit)?;
    if names.never.at(text, noun, limit).is_some()
        || text.quotation_at(text.tokens[noun].span.start).is_some()
    {
        return None;
    }
    let picked = (from.max(noun.saturating_sub(WORDS_BEFORE))..noun).find_map(|i| {
        let determiner = names.determiners.at(text, i, noun);
        let ordinal = names.ordinals.word(text.word(i)).is_some();
        (determiner.is_some() || ordinal).then(|| (i, determiner.map(|found| *found.value)))
    });
    // "Фото: редакція", "(відео)": a label, not a clip that is told of.
    if picked.is_none() && !is_told_of(text, noun, noun + found.tokens, from) {
        return None;
    }
    let reference = match (picked, *found.value) {
        (Some((_, Some(Determiner::Back))), _) => Reference::Back,
        (Some((_, Some(Determiner::Another))), Number::One) => Reference::New,
        (Some((_, Some(Determiner::Many))), _) | (_, Number::Several) => Reference::Several,
        (Some((_, None)), Number::One) => Reference::Ordinal,
        (Some((_, Some(Determiner::This))) | None, Number::One) => Reference::Last,
    };
    let start = picked.map_or(noun, |(start, _)| start);
    let last = noun + found.tokens - 1;
    Some(Mention {
        noun: last,
        tokens: start..last + 1,
        reference,
    })
}

/// "на відео", "відео показує", "відео, опубліковане …".
fn is_told_of(text: &Text, noun: usize, end: usize, from: usize) -> bool {
    let within = noun > from && matches!(text.word(noun - 1), "на" | "у" | "в" | "во");
    let limit = text.tokens.len().min(end + WORDS_AFTER);
    within || (end..limit).any(|i| is_showing(text, i) || is_making(text, i))
}

/// Told as one watches: a present form and none of the past. Doubt ends the description.
pub(super) fn is_present(text: &Text, sentence: &std::ops::Range<usize>) -> bool {
    let (past, present): (&[&str], &[&str]) = match text.language {
        Language::Ukrainian => (
            &[
                "ла", "ло", "ли", "лася", "лося", "лися", "вся", "йшов", "був",
            ],
            &[
                "ить",
                "ять",
                "ють",
                "уть",
                "ає",
                "яє",
                "ує",
                "ється",
                "ються",
                "яться",
                "уться",
                "аться",
                "иться",
            ],
        ),
        _ => (
            &[
                "ла", "ло", "ли", "лась", "лось", "лись", "лся", "шёл", "шел", "был",
            ],
            &[
                "ет", "ит", "ут", "ют", "ат", "ят", "ется", "ются", "ятся", "утся", "атся", "ится",
            ],
        ),
    };
    let ends = |i: usize, endings: &[&str]| {
        let word = text.word(i);
        word.chars().count() > 3 && endings.iter().any(|ending| word.ends_with(ending))
    };
    let seen = |i: usize| matches!(text.word(i), "видно" | "чути" | "слышно");
    !sentence.clone().any(|i| ends(i, past))
        && sentence.clone().any(|i| seen(i) || ends(i, present))
}
