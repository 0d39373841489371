//! Ukrainian and Russian: the name after "село", "у селищі", "в деревне", "хутір".

use std::ops::Range;

use super::person;
use crate::lexicon::phrases;
use crate::text::{Kind, Text};

phrases! {
    /// What kind of place the name after it is. Of towns the gazetteer lists nearly all, and "у місті
    /// Коваль сказав" names a person.
    static HEADS: () = {
        () => "село, села, селі, селу, селом, селище, селища, селищі, селищу, селищем, смт, хутір, хутора, хуторі, хутором",
        () => "селе, деревня, деревни, деревне, деревню, деревней, поселок, поселка, поселке, поселку, поселком, посёлок, посёлка, посёлке, пгт, хутор, хуторе, станица, станицы, станице, станицу",
    };
}
phrases! {
    /// What an adjective before them is of, not a village: "села Роменської громади".
    static DIVISIONS: () = {
        () => "громад*, район*, област*, сільрад*, сільськ* рад*, селищн* рад*, міськ* рад*, волост*, губерні*",
        () => "громад*, район*, област*, сельсовет*, сельск* совет*, общин*, волост*, губерни*, край, края, крае",
    };
}
phrases! {
    /// After a name, these show that it is a person's.
    static SAYS: () = {
        () => "сказав, сказала, каже, розповів, розповіла, розповідає, повідомив, повідомила, заявив, заявила, додав, додала, пояснив, пояснила, бачив, бачила, написав, написала",
        () => "сказал, сказала, говорит, рассказал, рассказала, рассказывает, сообщил, сообщила, заявил, заявила, добавил, добавила, пояснил, пояснила, видел, видела, написал, написала",
    };
}

/// A village's name is no longer: "Нова-Українська Слобода".
const LONGEST_NAME_TOKENS: usize = 4;

/// The name after a word for a village at token `at`; it ends before a place that is listed.
pub(super) fn name_at(
    text: &Text,
    at: usize,
    sentence: &Range<usize>,
    listed: &dyn Fn(usize) -> bool,
) -> Option<Range<usize>> {
    let start = at + HEADS.at(text, at, sentence.end)?.tokens;
    let limit = sentence.end.min(start + LONGEST_NAME_TOKENS);
    let belongs = |i: &usize| is_name_word(text, *i) && !listed(*i) && !is_of_division(text, *i);
    let end = (start..limit).find(|i| !belongs(i)).unwrap_or(limit);
    let person = || person::is_given(text, start) || SAYS.at(text, end, sentence.end).is_some();
    (end > start && text.is_capital(start) && !text.all_capitals && !person()).then_some(start..end)
}

/// A word with a capital, or the hyphen between two.
fn is_name_word(text: &Text, at: usize) -> bool {
    let hyphen = text.word(at) == "-" && text.is_glued(at) && text.is_glued(at + 1);
    hyphen || text.kind(at) == Some(Kind::Word) && text.is_capital(at)
}

fn is_of_division(text: &Text, at: usize) -> bool {
    DIVISIONS.at(text, at + 1, text.tokens.len()).is_some()
}
