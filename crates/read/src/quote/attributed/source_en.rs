//! The phrase that names whose words or attitude an English cue tells of, in full.

use std::ops::Range;

use super::aside_en::{apposed, bracketed, dashed};
use super::words_en::{ATTRIBUTING, SUBJECT_STOPS, WRITINGS, is_subject_pronoun};
use crate::quote::names::is_function_word;
use crate::quote::np_en::ROLES;
use crate::text::{Kind, Text};
use crate::time::is_weekday;

/// Longer phrases come from clauses misread.
pub(super) const SOURCE_TOKENS: usize = 14;

/// Who stands before the cue's verb group, which begins at `start`; `last` spoke before in the
/// same sentence.
pub(super) fn subject(
    text: &Text,
    start: usize,
    sentence: &Range<usize>,
    last: Option<Range<usize>>,
) -> Option<Range<usize>> {
    let before = start.checked_sub(1).filter(|i| *i >= sentence.start);
    let Some(before) = before else {
        return last;
    };
    let Some(before) = past_time_words(text, before, sentence.start) else {
        return last;
    };
    let sentence = &past_quotation(text, before, sentence);
    let word = text.word(before);
    let participle = text.word(start).ends_with("ing") && !is_subject_pronoun(word);
    match word {
        "who" | "which" | "that" => Some(before..before + 1),
        ")" => bracketed(text, before, sentence),
        "and" | "but" | "or" => last
            .or_else(|| nearest_pronoun(text, sentence, start))
            .or_else(|| opening_subject(text, sentence, start)),
        _ if participle && is_doer(text, before) => phrase_before(text, before + 1, sentence),
        _ if participle => last
            .or_else(|| nearest_pronoun(text, sentence, start))
            .or_else(|| opening_subject(text, sentence, start)),
        "," => apposed(text, before, sentence).or(last),
        "—" | "–" | "-" => dashed(text, before, sentence).or(last),
        "%" => phrase_before(text, before + 1, sentence),
        _ if is_subject_pronoun(word) => Some(before..before + 1),
        _ if text.kind(before) == Some(Kind::Mark) && !closes_name(word) => last,
        _ => {
            restricted(text, before, sentence).or_else(|| phrase_before(text, before + 1, sentence))
        }
    }
}

/// "When she came to the harbour and said": the pronoun that came last is who speaks.
fn nearest_pronoun(text: &Text, sentence: &Range<usize>, start: usize) -> Option<Range<usize>> {
    let from = sentence.start.max(start.saturating_sub(NEAREST_TOKENS));
    let quoted = |i: usize| text.quotation_at(text.tokens[i].span.start).is_some();
    let at = (from..start).rev().find(|i| {
        let word = text.word(*i);
        matches!(word, "he" | "she" | "they" | "we" | "i" | "who") && !quoted(*i)
    })?;
    Some(at..at + 1)
}

/// How far back a pronoun may stand that is still the subject.
const NEAREST_TOKENS: usize = 24;

/// "Drivers who had left the harbour said": the phrase before the relative clause, with it.
fn restricted(text: &Text, before: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let reach = sentence.start.max(before.saturating_sub(SOURCE_TOKENS))..before;
    let relative = reach
        .rev()
        .take_while(|i| text.kind(*i) == Some(Kind::Word) || text.word(*i) == "-")
        .find(|i| matches!(text.word(*i), "who" | "that"))?;
    let head = relative.checked_sub(1).filter(|i| *i >= sentence.start)?;
    let word = text.word(head);
    let verb = ATTRIBUTING.word(word).is_some() || SUBJECT_STOPS.word(word).is_some();
    let plain = text.kind(head) == Some(Kind::Word) && !verb && !is_subject_pronoun(word);
    let own = relative + 1 < before && is_finite_form(text, relative + 1);
    let name = phrase_before(text, relative, sentence).filter(|_| plain && own)?;
    Some(name.start..before + 1)
}

/// "who had left", "who live": the relative clause has a verb of its own right away.
fn is_finite_form(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let pronoun = is_subject_pronoun(word);
    !pronoun
        && !text.is_capital(at)
        && !matches!(word, "the" | "a" | "an" | "his" | "her" | "their")
}

/// How far back a quotation may end that a speaker's words follow.
const QUOTATION_TOKENS: usize = 40;

/// The rest of a sentence after a quotation or semicolon: no speaker's name reaches back over it.
fn past_quotation(text: &Text, before: usize, sentence: &Range<usize>) -> Range<usize> {
    let reach = sentence.start.max(before.saturating_sub(QUOTATION_TOKENS))..before;
    let closed = reach
        .rev()
        .find(|i| text.word(*i) == ";" || text.quotation_to(text.tokens[*i].span.end).is_some());
    let start = closed.map_or(sentence.start, |i| {
        i + 1 + usize::from(text.word(i + 1) == ",")
    });
    start.min(before)..sentence.end
}

/// "voters saying", "with Lind noting": a participle's own subject.
fn is_doer(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let people = word.len() > 3 && word.ends_with('s') && !word.ends_with("ss");
    let word_token = text.kind(at) == Some(Kind::Word);
    word_token && (people || text.is_capital(at) || ROLES.word(word).is_some()) && !is_weekday(word)
}

/// Back over "on Tuesday", "last week" between subject and verb; the token before them.
fn past_time_words(text: &Text, before: usize, from: usize) -> Option<usize> {
    let mut at = before;
    for _ in 0..3 {
        let time = is_weekday(text.word(at))
            || matches!(
                text.word(at),
                "week"
                    | "month"
                    | "year"
                    | "today"
                    | "yesterday"
                    | "morning"
                    | "afternoon"
                    | "evening"
                    | "night"
            );
        let leads = at < before && matches!(text.word(at), "on" | "last" | "this");
        if !time && !leads {
            break;
        }
        at = at.checked_sub(1).filter(|i| *i >= from)?;
    }
    Some(at)
}

fn closes_name(word: &str) -> bool {
    matches!(word, ")" | "”" | "\"")
}

/// The noun phrase that ends right before token `end`.
pub(super) fn phrase_before(
    text: &Text,
    end: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let from = sentence.start.max(end.saturating_sub(SOURCE_TOKENS));
    let mut start = end;
    while start > from {
        let word = text.word(start - 1);
        let mark = text.kind(start - 1) == Some(Kind::Mark)
            && !matches!(word, "-" | "'" | "." | "&" | "%");
        let paired =
            word == "'" && (text.word(start) == "'" || start > 1 && text.word(start - 2) == "'");
        let mark = mark || paired;
        let stop_mark = word == "." && !(start > from + 1 && text.is_capital(start - 2));
        let verb = !text.is_capital(start - 1) && ATTRIBUTING.word(word).is_some() && start < end;
        // "a survey by the council": what is written keeps its author.
        let authored = matches!(word, "by" | "on" | "with" | "of")
            && start > from + 1
            && WRITINGS.word(text.word(start - 2)).is_some();
        let stops = SUBJECT_STOPS.word(word).is_some() && !authored;
        if mark || stop_mark || verb || stops {
            break;
        }
        // "of those in the room he": a pronoun begins its own phrase.
        if is_subject_pronoun(word) {
            start -= 1;
            break;
        }
        start -= 1;
    }
    while start < end
        && matches!(
            text.word(start),
            "and" | "in" | "for" | "to" | "at" | "from" | "meanwhile" | "still" | "now" | "also"
        )
    {
        start += 1;
    }
    (start < end).then_some(start..end)
}

/// Who the sentence begins with: a pronoun, a name, or a phrase with its article.
pub(super) fn opening_subject(
    text: &Text,
    sentence: &Range<usize>,
    limit: usize,
) -> Option<Range<usize>> {
    let reach = sentence.start..limit.min(sentence.start + 24);
    let quoted = |i: usize| text.quotation_at(text.tokens[i].span.start).is_some();
    let lead = reach.clone().find(|i| {
        let word = text.word(*i);
        let pronoun = is_subject_pronoun(word) && word != "it";
        let led = leads_in(text.word(sentence.start));
        let past_lead = !led || (sentence.start..*i).any(|j| text.word(j) == ",");
        !quoted(*i) && past_lead && (pronoun || capital_name(text, *i))
    })?;
    if is_subject_pronoun(text.word(lead)) {
        return Some(lead..lead + 1);
    }
    let abbreviated =
        |i: usize| text.word(i) == "." && text.raw(i - 1).len() <= 4 && text.is_capital(i + 1);
    let mut end = lead + 1;
    let article = matches!(
        text.word(lead),
        "the" | "a" | "an" | "his" | "her" | "their" | "many" | "some"
    );
    while end < reach.end
        && (text.is_capital(end)
            || abbreviated(end)
            || article && end - lead < 3 && is_plain(text, end))
    {
        end += 1;
    }
    Some(lead..end)
}

/// Words that open a part of a sentence with a name that is not its subject: "Despite Ada Lind's
/// letter, the council said".
fn leads_in(word: &str) -> bool {
    let participle = word.len() > 5 && word.ends_with("ing");
    participle
        || matches!(
            word,
            "in" | "on"
                | "at"
                | "after"
                | "during"
                | "for"
                | "when"
                | "while"
                | "as"
                | "by"
                | "since"
                | "with"
                | "from"
                | "despite"
                | "besides"
                | "along"
                | "like"
                | "unlike"
                | "under"
                | "without"
                | "among"
                | "amid"
                | "though"
                | "although"
                | "because"
                | "before"
                | "until"
                | "once"
                | "if"
        )
}

/// A word that can be part of a name or phrase: no mark and no verb.
fn is_plain(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let verb = word.ends_with("ed")
        || ATTRIBUTING.word(word).is_some()
        || SUBJECT_STOPS.word(word).is_some();
    text.kind(at) == Some(Kind::Word) && !verb
}

/// "the mayor's claim", "his claim".
pub(super) fn possessor(text: &Text, at: usize, from: usize) -> Option<Range<usize>> {
    let window = from.max(at.saturating_sub(3))..at;
    let owner = window.rev().find(|i| {
        matches!(
            text.word(*i),
            "'s" | "his" | "her" | "their" | "my" | "our" | "your" | "its" | "’"
        )
    })?;
    if !matches!(text.word(owner), "'s" | "’") {
        return Some(owner..owner + 1);
    }
    let mut start = owner;
    while start > from && owner - start < 5 && (text.is_capital(start - 1) || start == owner) {
        start -= 1;
    }
    (start < owner).then_some(start..owner + 1)
}

/// A capital that is a name's or an article's, not only the sentence's.
fn capital_name(text: &Text, at: usize) -> bool {
    let word = text.word(at);
    let article = matches!(
        word,
        "the" | "a" | "an" | "his" | "her" | "their" | "many" | "some"
    );
    let named = !is_function_word(word) && !word.ends_with("ly") && !is_connective(word);
    text.is_capital(at) && text.kind(at) == Some(Kind::Word) && (article || named)
}

/// Words that only have a capital because they join a sentence to the one before.
fn is_connective(word: &str) -> bool {
    matches!(
        word,
        "instead"
            | "perhaps"
            | "throughout"
            | "indeed"
            | "rather"
            | "thus"
            | "therefore"
            | "hence"
            | "nevertheless"
            | "nonetheless"
            | "otherwise"
            | "moreover"
            | "furthermore"
            | "besides"
            | "given"
            | "like"
            | "unlike"
            | "without"
            | "within"
            | "once"
            | "even"
            | "again"
            | "yes"
            | "well"
            | "maybe"
            | "elsewhere"
            | "afterward"
            | "afterwards"
            | "next"
    )
}
