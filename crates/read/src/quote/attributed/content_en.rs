//! What an English cue attributes: the clause, quotation or thing on either side of it.

use std::ops::Range;

use super::aside_en::is_lead;
use super::verb_form_en::Verb;
use super::words_en::{ATTRIBUTING, Governs, is_finite, is_subject_pronoun, opens_clause};
use crate::quote::beside::quotation_left;
use crate::quote::cue_en::ACCORDING;
use crate::text::{Kind, Text};
use crate::time::is_weekday;

/// The clause or quotation that ends before the cue and its speaker.
pub(super) fn before_content(
    text: &Text,
    verb: &Verb,
    at: usize,
    inverted: bool,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    if !verb.governs.follows() || at < sentence.start {
        return None;
    }
    let after = if verb.governs == Governs::Told {
        told_end(text, verb.end, sentence.end)
    } else {
        verb.end
    };
    // "In May, officials said they left": the words before are no clause.
    let participle = text.word(verb.at).ends_with("ing")
        && (text.kind(after) == Some(Kind::Word) || opens_quotation(text, after));
    let told_after = opens_clause(text.word(after))
        || participle
        || !inverted
            && (follows_clause(text, after, sentence) || that_follows(text, after, sentence.end));
    if let Some(quotation) = quotation_left(text, at, sentence.start) {
        let quoted = text.within(text.quotations[quotation].span);
        let whole = text.sentences[text.sentence_at(text.tokens[quoted.start].span.start)]
            .tokens
            .start;
        let leads = quoted.start == whole;
        let here = whole == sentence.start;
        // "“We went home. We slept,” she said": the comma tells that the sentence goes on.
        let goes_on = !here && quoted.len() > 2 && text.word(quoted.end - 2) == ",";
        if here && leads || !told_after && (here || leads || goes_on) {
            return Some(left_content(text, at, sentence));
        }
    }
    if at <= sentence.start + 1 {
        return None;
    }
    // "The road is closed, as residents point out."
    let at = at - usize::from(text.word(at - 1) == "as" && text.word(at - 2) == ",");
    // A dateline's dash parts no clause.
    let dateline = text.word(at - 2) == ")" && text.word(at - 1) != ",";
    // "The talks were “good,” she said": the comma stands inside the marks.
    let closed = text.quotation_to(text.tokens[at - 1].span.end).is_some()
        && (inverted || matches!(text.word(at - 2), "," | "?" | "!"));
    let mark = matches!(text.word(at - 1), "," | "—" | "–" | "-" | "?" | "!");
    // A quotation within one may close where the reader finds none.
    let nested = inverted && matches!(text.word(at - 1), "'" | "”" | "\"");
    let parted = (mark || closed || nested) && !dateline;
    if !parted || opens_quotation(text, verb.end) || text.word(at) == "and" {
        return None;
    }
    if told_after {
        return None;
    }
    let content = left_content(text, at, sentence);
    // "The answer, she said, was simple": between two marks a few words are a part of it.
    let closed = matches!(text.word(after), "," | "." | "");
    let long = content.len() > if closed { 1 } else { 3 };
    (long && is_clause(text, &content)).then_some(content)
}

/// A colon or a quotation right after the cue is what it attributes.
fn opens_quotation(text: &Text, end: usize) -> bool {
    let opens = |i: usize| {
        text.tokens
            .get(i)
            .is_some_and(|t| text.quotation_from(t.span.start).is_some())
    };
    text.word(end) == ":" || opens(end) || text.word(end) == "," && opens(end + 1)
}

/// "At a meeting in the harbour, she promised": a lead without a verb is nothing said.
fn is_clause(text: &Text, words: &Range<usize>) -> bool {
    let led = is_lead(text.word(words.start));
    let near = words.start..words.end.min(words.start + STOP_TOKENS);
    !led || near.clone().any(|i| {
        let word = text.word(i);
        is_finite(word) || word.len() > 4 && word.ends_with("ed") || is_subject_pronoun(word)
    })
}

/// Past the name or short phrase of whom something was told.
fn told_end(text: &Text, from: usize, limit: usize) -> usize {
    let article = matches!(
        text.word(from),
        "the" | "a" | "an" | "his" | "her" | "their"
    );
    let mut end = (from + 1 + usize::from(article)).min(limit);
    while end < limit && text.is_capital(end) {
        end += 1;
    }
    end
}

/// "said at a church in the harbour that": the clause comes after where it was said.
fn that_follows(text: &Text, after: usize, limit: usize) -> bool {
    let reach = after..limit.min(after + CIRCUMSTANCE_TOKENS);
    let mut words = reach.take_while(|i| text.kind(*i) != Some(Kind::Mark));
    words.any(|i| text.word(i) == "that")
}

/// Whether what follows the cue reads on as its content.
fn follows_clause(text: &Text, end: usize, sentence: &Range<usize>) -> bool {
    let word = text.word(end);
    let over = end >= sentence.end
        || text.kind(end) == Some(Kind::Mark)
        || is_weekday(word)
        // "said this week", but "said this was late".
        || word == "this" && is_time(text.word(end + 1))
        || matches!(
            word,
            "on" | "in"
                | "at"
                | "during"
                | "of"
                | "to"
                | "by"
                | "after"
                | "as"
                | "last"
                | "earlier"
                | "later"
                | "when"
                | "before"
                | "through"
                | "via"
                | "here"
                | "from"
                | "yesterday"
                | "today"
                | "following"
                | "with"
                | "late"
                | "early"
                | "recently"
                | "publicly"
        );
    !(over || text.is_capital(end) && sentence.end - end < 6)
}

fn is_time(word: &str) -> bool {
    matches!(
        word,
        "week"
            | "month"
            | "year"
            | "morning"
            | "afternoon"
            | "evening"
            | "summer"
            | "fall"
            | "spring"
            | "winter"
            | "past"
            | "weekend"
    )
}

/// From the sentence's or quotation's start to the comma before the speaker.
pub(super) fn left_content(text: &Text, at: usize, sentence: &Range<usize>) -> Range<usize> {
    let mut end = at;
    while end > sentence.start
        && matches!(text.word(end - 1), "," | "—" | "–" | "-")
        && text.quotation_to(text.tokens[end - 1].span.end).is_none()
    {
        end -= 1;
    }
    let start = quotation_left(text, at, sentence.start).map_or(sentence.start, |q| {
        text.within(text.quotations[q].span).start.min(
            sentence
                .start
                .max(text.within(text.quotations[q].span).start),
        )
    });
    let whole = start.min(sentence.start);
    // "But “…,” she said": what leads the quotation is part of the sentence it ends.
    let from = if start > sentence.start && start - sentence.start > 8 {
        start
    } else {
        whole
    };
    from..end.max(from)
}

/// "“Here,” he said, “we stay.”": what goes on after the attribution.
pub(super) fn resumed(text: &Text, after: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let comma =
        (after..sentence.end.min(after + 5)).find(|i| matches!(text.word(*i), "," | "." | ":"))?;
    let start = comma + 1;
    let quotation = text.quotation_from(text.tokens.get(start)?.span.start)?;
    Some(text.within(text.quotations[quotation].span)).filter(|r| !r.is_empty())
}

pub(super) fn right_content(
    text: &Text,
    governs: Governs,
    end: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    let mut from = end;
    while from < sentence.end && matches!(text.word(from), "," | ":" | "—") {
        from += 1;
    }
    if let Some(opened) = opened_below(text, from, sentence) {
        return Some(opened);
    }
    let word = text.word(from);
    match governs {
        Governs::Clause if !opens_clause(word) && !is_known(text, end, from, sentence.end) => {
            return None;
        }
        Governs::Infinitive
            if !opens_infinitive(text, from)
                && !opens_clause(word)
                && !is_known(text, end, from, sentence.end) =>
        {
            return None;
        }
        Governs::Told => {
            from = past_the_told(text, from, sentence.end)?;
            // "As the mayor told the council, the road was shut."
            let as_told = text.word(sentence.start) == "as" && text.word(from) == ",";
            from += usize::from(as_told);
        }
        Governs::Said => from = past_circumstances(text, from, sentence.end),
        _ => {}
    }
    if matches!(text.word(from), "and" | "but" | "." | "," | ";" | ")") {
        return None;
    }
    let stop = match text.quotation_from(text.tokens.get(from)?.span.start) {
        Some(quotation) => text
            .within(text.quotations[quotation].span)
            .end
            .max(content_end(text, from, sentence.end)),
        None => content_end(text, from, sentence.end),
    };
    let words = from..stop;
    (!words.is_empty()).then_some(words)
}

/// "They know they are late", "saw the road as safe": a clause or a view without "that".
fn is_known(text: &Text, end: usize, from: usize, limit: usize) -> bool {
    let clause = matches!(
        text.word(from),
        "he" | "she" | "they" | "we" | "i" | "there"
    );
    // "They realized the road was shut": a verb of its own follows soon.
    let near = (from + 1..limit.min(from + KNOWN_TOKENS))
        .take_while(|i| text.kind(*i) == Some(Kind::Word) && !opens_clause(text.word(*i)));
    let finite = !is_finite(text.word(from)) && near.into_iter().any(|i| is_finite(text.word(i)));
    let clause = clause || finite;
    let sees = matches!(text.word(end - 1), "see" | "sees" | "saw" | "seeing");
    clause || sees && (from..limit.min(from + 12)).any(|i| text.word(i) == "as")
}

/// How far the verb of a clause without "that" may stand.
const KNOWN_TOKENS: usize = 8;

fn opens_infinitive(text: &Text, from: usize) -> bool {
    let not = usize::from(text.word(from) == "not");
    matches!(text.word(from + not), "to" | "like")
}

/// What a colon at a sentence's end opens: the quotation or sentence below it.
fn opened_below(text: &Text, from: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let colon =
        (from.saturating_sub(1)..sentence.end.min(from + 8)).find(|i| text.word(*i) == ":")?;
    let ends = (colon + 1..sentence.end).all(|i| text.kind(i) == Some(Kind::Break));
    if !ends {
        return None;
    }
    let mut next = colon + 1;
    while text.kind(next) == Some(Kind::Break) {
        next += 1;
    }
    let token = text.tokens.get(next)?;
    if let Some(quotation) = text.quotation_from(token.span.start) {
        return Some(text.within(text.quotations[quotation].span));
    }
    let below = text.sentences.get(text.sentence_at(token.span.start))?;
    Some(next..content_end(text, next, below.tokens.end)).filter(|range| !range.is_empty())
}

/// After "told", past whom: to "that", a quotation, or the end of the name.
fn past_the_told(text: &Text, from: usize, limit: usize) -> Option<usize> {
    let reach = from..limit.min(from + 10);
    let opened = reach.clone().find(|i| {
        opens_clause(text.word(*i))
            || text.word(*i) == "to"
            || text.quotation_from(text.tokens[*i].span.start).is_some()
    });
    let told = if text.kind(from) == Some(Kind::Word) {
        from + 1
    } else {
        return None;
    };
    let mut end = told;
    while end < limit && (text.is_capital(end) || matches!(text.word(end), "'s" | "of")) {
        end += 1;
    }
    Some(opened.unwrap_or(end)).filter(|i| *i < limit)
}

/// How many words may tell where or when something was said.
const CIRCUMSTANCE_TOKENS: usize = 14;

/// "said on Tuesday that": the day is no part of what was said.
fn past_circumstances(text: &Text, from: usize, limit: usize) -> usize {
    let lead = is_weekday(text.word(from))
        || matches!(
            text.word(from),
            "on" | "in" | "at" | "during" | "to" | "after" | "earlier" | "last" | "this" | "of"
        );
    if !lead {
        return from;
    }
    let reach = from..limit.min(from + CIRCUMSTANCE_TOKENS);
    let opened = reach.clone().find(|i| {
        text.word(*i) == "that" || text.quotation_from(text.tokens[*i].span.start).is_some()
    });
    opened.unwrap_or(from)
}

/// How far what ends a content is looked for: a text without full stops is one sentence.
pub(super) const STOP_TOKENS: usize = 200;

/// Where a content that reaches to the right ends: the sentence, without its full stop, or an
/// attribution of its own that follows a comma.
pub(super) fn content_end(text: &Text, from: usize, limit: usize) -> usize {
    let mut end = limit;
    while end > from
        && (matches!(text.kind(end - 1), Some(Kind::Break))
            || matches!(text.word(end - 1), "." | "," | ";" | ":"))
    {
        end -= 1;
    }
    let stop = (from + 2..end.min(from + STOP_TOKENS)).find(|i| {
        let comma = text.word(i - 1) == ",";
        text.word(*i) == ";"
            || comma && ACCORDING.at(text, *i, end).is_some()
            || comma && text.word(*i).ends_with("ing") && ATTRIBUTING.at(text, *i, end).is_some()
    });
    stop.map_or(end, |i| i - usize::from(text.word(i - 1) == ","))
}
