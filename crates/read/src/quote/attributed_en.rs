//! Every attribution of an English text, of speech and of attitude, for `Reading.quotes`.
//!
//! Wider than what claims' chains rest on: someone who wants or criticizes has said nothing that
//! a claim may be laid on. This reads no chains and changes no frame.

use std::collections::BTreeMap;
use std::ops::Range;

use bearings_model::{Cue, Quote, QuoteKind, SourceKind, Span, Speaker};

use super::attributed_source_en::{
    apposed_or_plain, doer, invoked, opening_subject, phrase_before, possessor, subject,
};
use super::attributed_words_en::{
    ATTRIBUTING, ATTRIBUTING_NOUNS, AUXILIARIES, Governs, NOUN_TOO, WRITINGS, is_subject_pronoun,
    makes_a_noun, opens_clause,
};
use super::beside::quotation_left;
use super::channel::channel;
use super::cue_en::ACCORDING;
use crate::text::{Kind, Text};

/// How far a speaker's name may stand before the colon of "NAME: words".
const SCRIPT_NAME_TOKENS: usize = 4;

/// One attribution as token ranges.
struct Found {
    cue: Range<usize>,
    source: Option<Range<usize>>,
    content: Vec<Range<usize>>,
    attitude: bool,
}

/// The quotes of an English text; `known` are those the chains were read from, whose speakers are
/// resolved.
pub(super) fn quotes(text: &Text, known: Vec<Quote>) -> Vec<Quote> {
    let mut resolved: BTreeMap<usize, Quote> = BTreeMap::new();
    let mut quotes = Vec::new();
    for quote in known {
        match &quote.cue {
            Some(cue) => {
                resolved.insert(cue.span.end, quote);
            }
            None => quotes.push(quote),
        }
    }
    for sentence in &text.sentences {
        for found in sentence_attributions(text, &sentence.tokens) {
            let end = text.span(found.cue.clone()).end;
            let before = resolved.remove(&end);
            quotes.push(quote(text, &found, before));
        }
    }
    // What the chains rest on stays listed where it quotes, also where this reading finds no cue.
    quotes.extend(resolved.into_values().filter(|quote| quote.direct));
    quotes.sort_by_key(|quote| {
        (
            quote.span.start,
            quote.span.end,
            quote.cue.as_ref().map(|c| c.span.start),
        )
    });
    quotes
}

fn quote(text: &Text, found: &Found, known: Option<Quote>) -> Quote {
    let mut pieces: Vec<Span> = found.content.iter().map(|r| text.span(r.clone())).collect();
    pieces.sort_by_key(|piece| piece.start);
    let start = pieces.first().map_or(0, |piece| piece.start);
    let end = pieces.last().map_or(0, |piece| piece.end);
    if pieces.len() == 1 {
        pieces.clear();
    }
    let source = found.source.clone();
    let speaker = source.map(|tokens| speaker(text, tokens, known.as_ref()));
    let attributing = found.cue.start..found.cue.end + 6;
    let limit = text.tokens.len();
    Quote {
        span: Span::new(start, end),
        direct: text.quotation_from(start).is_some(),
        cue: Some(Cue {
            span: text.span(found.cue.clone()),
            text: text.slice(found.cue.clone()).to_owned(),
        }),
        speaker: speaker.or_else(|| known.as_ref()?.speaker.clone()),
        channel: match &known {
            Some(quote) => quote.channel,
            None => channel(text, attributing.start..attributing.end.min(limit)),
        },
        kind: if found.attitude {
            QuoteKind::Attitude
        } else {
            QuoteKind::Speech
        },
        pieces,
    }
}

fn speaker(text: &Text, tokens: Range<usize>, known: Option<&Quote>) -> Speaker {
    let words = text.slice(tokens.clone()).to_owned();
    let span = text.span(tokens);
    match known.and_then(|quote| quote.speaker.clone()) {
        Some(resolved) => Speaker {
            span,
            text: words,
            ..resolved
        },
        None => Speaker {
            span,
            name: words.clone(),
            text: words,
            role: None,
            kind: SourceKind::Unnamed,
        },
    }
}

fn sentence_attributions(text: &Text, sentence: &Range<usize>) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    found.extend(script(text, sentence));
    let mut at = sentence.start;
    while at < sentence.end {
        if text.quotation_at(text.tokens[at].span.start).is_some() {
            at += 1;
            continue;
        }
        let one = according(text, at, sentence)
            .or_else(|| asked(text, at, sentence))
            .or_else(|| noun(text, at, sentence))
            .or_else(|| verb(text, at, sentence, found.last()));
        match one {
            Some(one) => {
                at = one.cue.end.max(at + 1);
                found.push(one);
            }
            None => at += 1,
        }
    }
    found
}

/// "CLARK: We go on." where a line opens with a name and a colon.
fn script(text: &Text, sentence: &Range<usize>) -> Option<Found> {
    let begins = sentence.start == 0 || text.kind(sentence.start - 1) == Some(Kind::Break);
    let reach = sentence.start + 1..sentence.end.min(sentence.start + 1 + SCRIPT_NAME_TOKENS);
    let colon = reach.clone().find(|i| text.word(*i) == ":")?;
    let name = sentence.start..colon;
    let sentence_like = (sentence.end - 2..sentence.end).any(|i| text.kind(i) == Some(Kind::Mark));
    let named = name.clone().all(|i| text.is_capital(i)) && begins && sentence_like;
    let content = colon + 1..content_end(text, colon + 1, sentence.end);
    (named && !content.is_empty()).then(|| Found {
        cue: colon..colon + 1,
        source: Some(name),
        content: vec![content],
        attitude: false,
    })
}

fn according(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    let words = ACCORDING.at(text, at, sentence.end)?;
    let cue = at..at + words.tokens;
    if matches!(text.word(at), "citing" | "quoting") {
        return None;
    }
    let source = apposed_or_plain(text, cue.end, sentence.end)?;
    let leads = at <= sentence.start + 1;
    let content = if leads {
        let from = source.end + usize::from(text.word(source.end) == ",");
        from..content_end(text, from, sentence.end)
    } else {
        left_content(text, at, sentence)
    };
    (!content.is_empty()).then(|| Found {
        cue,
        source: Some(source),
        content: vec![content],
        attitude: false,
    })
}

/// "the mayor's claim that …", "their support for …".
fn noun(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    let words = ATTRIBUTING_NOUNS.at(text, at, sentence.end)?;
    let source = possessor(text, at, sentence.start);
    let verbal = source.is_none() && at > sentence.start && {
        let before = text.word(at - 1);
        is_subject_pronoun(before) || before == "to"
    };
    let last = at + words.tokens - 1;
    let unowned = source.is_none() && text.word(last) != "that" && text.word(last) != "about";
    if unowned
        && matches!(
            text.word(at),
            "decision"
                | "plan"
                | "plans"
                | "proposal"
                | "proposals"
                | "threat"
                | "refusal"
                | "desire"
        )
    {
        return None;
    }
    let begins = if text.word(last) == "that" || text.word(last) == "to" {
        last
    } else {
        last + 1
    };
    let content = begins..content_end(text, begins, sentence.end);
    let clausal = matches!(text.word(last), "that" | "to" | "about");
    let source = source.or_else(|| {
        let subject = opening_subject(text, sentence, at)?;
        (!clausal || at - subject.end < 6).then_some(subject)
    });
    (!verbal && !content.is_empty()).then(|| Found {
        cue: at..begins,
        source,
        content: vec![content],
        attitude: true,
    })
}

fn verb(text: &Text, at: usize, sentence: &Range<usize>, last: Option<&Found>) -> Option<Found> {
    let found = ATTRIBUTING.at(text, at, sentence.end)?;
    let (governs, end) = (*found.value, at + found.tokens);
    let start = group_start(text, at, sentence.start);
    let before = start.checked_sub(1).map_or("", |i| text.word(i));
    if start > sentence.start && makes_a_noun(before) || text.is_capital(at) && at != sentence.start
    {
        return None;
    }
    let passive = is_passive(text, start, at);
    let spoken_after = invoked_after_mark(text, start, end, governs, sentence);
    if text.word(end) == "by" && !passive || is_bare_noun(text, start, at, sentence.start) {
        return None;
    }
    let source = if passive {
        doer(text, end, sentence.end)
    } else if spoken_after {
        None
    } else {
        subject(
            text,
            start,
            sentence,
            last.and_then(|one| one.source.clone()),
        )
    };
    let inverted = || invoked(text, end, sentence.end);
    let you = source
        .as_ref()
        .is_some_and(|s| s.len() == 1 && text.word(s.start) == "you");
    if you && governs.is_attitude() {
        return None;
    }
    let content_before = before_content(
        text,
        governs,
        source.as_ref().map_or(start, |s| s.start.min(start)),
        end,
        sentence,
    );
    if let Some(content) = content_before {
        let source = source
            .filter(|s| s.start >= content.end)
            .or_else(inverted)?;
        let mut content = vec![content];
        content.extend(resumed(text, end.max(source.end), sentence));
        return Some(Found {
            cue: start..end,
            source: Some(source),
            content,
            attitude: governs.is_attitude(),
        });
    }
    let needs_source = !passive
        || !matches!(
            governs,
            Governs::Attitude | Governs::Infinitive | Governs::Matter | Governs::Said
        );
    if source.is_none() && needs_source {
        return None;
    }
    let governs = if governs == Governs::Clause && tells_in_writing(text, source.as_ref()) {
        Governs::Matter
    } else {
        governs
    };
    if passive && matches!(governs, Governs::Matter | Governs::Attitude) && text.word(end) != "to" {
        let judged = phrase_before(text, start, sentence)?;
        return Some(Found {
            cue: start..end,
            source,
            content: vec![judged],
            attitude: governs.is_attitude(),
        });
    }
    let content = right_content(text, governs, end, sentence)?;
    Some(Found {
        cue: start..end,
        source,
        content: vec![content],
        attitude: governs.is_attitude(),
    })
}

/// "Polls show a narrow lead": what is written down shows things as a person says them.
fn tells_in_writing(text: &Text, source: Option<&Range<usize>>) -> bool {
    source.is_some_and(|words| words.clone().any(|i| WRITINGS.word(text.word(i)).is_some()))
}

/// "Asked whether …, she": a question put to the speaker, by nobody named.
fn asked(text: &Text, at: usize, sentence: &Range<usize>) -> Option<Found> {
    let opens = at == sentence.start || matches!(text.word(at - 1), "when" | ",");
    let next = text.word(at + 1);
    if text.word(at) != "asked" || !opens || !opens_clause(next) && next != "about" && next != "by"
    {
        return None;
    }
    let end = (at + 1..sentence.end).find(|i| text.word(*i) == ",")?;
    let question = at + 1..end;
    Some(Found {
        cue: at..at + 1,
        source: None,
        content: vec![question],
        attitude: false,
    })
}

/// "…, said Ada Lind": a name right after the cue, a mark right before it.
fn invoked_after_mark(
    text: &Text,
    start: usize,
    end: usize,
    governs: Governs,
    sentence: &Range<usize>,
) -> bool {
    let mark =
        start > sentence.start && matches!(text.word(start - 1), "," | "”" | "\"" | "'" | "—");
    let name = invoked(text, end, sentence.end);
    let named = name.is_some_and(|words| {
        let capital = words.clone().take(4).any(|i| text.is_capital(i));
        // "Ada Lind, a teacher, said Orel would fall": a verb makes it what was said.
        let clause = words.clone().any(|i| is_finite(text.word(i)));
        capital && !clause
    });
    governs == Governs::Said && mark && named && !text.word(start).ends_with("ing")
}

fn is_finite(word: &str) -> bool {
    matches!(
        word,
        "is" | "are"
            | "was"
            | "were"
            | "has"
            | "have"
            | "had"
            | "will"
            | "would"
            | "could"
            | "should"
            | "can"
            | "may"
            | "might"
            | "did"
            | "does"
            | "must"
    )
}

/// A form that is a noun as well is a verb only after what can be its subject.
fn is_bare_noun(text: &Text, start: usize, at: usize, from: usize) -> bool {
    if start < at || NOUN_TOO.word(text.word(at)).is_none() {
        return false;
    }
    let Some(before) = at.checked_sub(1).filter(|i| *i >= from) else {
        return true;
    };
    let word = text.word(before);
    let singular = text.word(at).ends_with('s');
    let subject = is_subject_pronoun(word)
        || text.is_capital(before)
        || matches!(word, "and" | "which" | "that" | "," | ")" | "people")
        || !singular && word.len() > 3 && word.ends_with('s')
        || singular
            && !word.ends_with("al")
            && !word.ends_with("ive")
            && !word.ends_with("ic")
            && !word.ends_with("ed");
    !subject
}

/// Back over auxiliaries and adverbs, which belong to the cue.
fn group_start(text: &Text, at: usize, from: usize) -> usize {
    let mut start = at;
    let joins = |i: usize| {
        let word = text.word(i);
        let adverb = word.len() > 4 && word.ends_with("ly") && !text.is_capital(i);
        adverb || AUXILIARIES.word(word).is_some()
    };
    while start > from && at - start < 4 && joins(start - 1) {
        start -= 1;
    }
    start
}

fn is_passive(text: &Text, start: usize, at: usize) -> bool {
    let word = text.word(at);
    let participle = word.ends_with("ed") || word == "told";
    let is = |i: usize| matches!(text.word(i), "is" | "are" | "was" | "were" | "be" | "been");
    participle && (start..at).any(is)
}

/// The clause or quotation that ends before the cue and its speaker.
fn before_content(
    text: &Text,
    governs: Governs,
    at: usize,
    cue_end: usize,
    sentence: &Range<usize>,
) -> Option<Range<usize>> {
    if !governs.follows() || at <= sentence.start + 1 {
        return None;
    }
    let comma = matches!(text.word(at - 1), "," | "—" | "–" | "-" | "?" | "!");
    let quotation = quotation_left(text, at, sentence.start);
    let opens = |i: usize| {
        text.tokens
            .get(i)
            .is_some_and(|t| text.quotation_from(t.span.start).is_some())
    };
    let opened = text.word(cue_end) == ":"
        || opens(cue_end)
        || text.word(cue_end) == "," && opens(cue_end + 1);
    // A dateline's dash parts no clause.
    let dateline = at >= 2 && text.word(at - 2) == ")" && text.word(at - 1) != ",";
    if quotation.is_none() && (opened || dateline) {
        return None;
    }
    if !comma && quotation.is_none() || governs == Governs::Told && quotation.is_none() {
        return None;
    }
    let next = text.word(cue_end);
    let clause = opens_clause(next) || text.word(at) == "and";
    // "In May, officials said they left": the words before are no clause.
    let told_after = quotation.is_none() && follows_clause(text, cue_end, sentence);
    if clause && quotation.is_none() || told_after {
        return None;
    }
    let content = left_content(text, at, sentence);
    (quotation.is_some() || content.len() > 3).then_some(content)
}

/// Whether what follows the cue reads on as its content.
fn follows_clause(text: &Text, end: usize, sentence: &Range<usize>) -> bool {
    let word = text.word(end);
    let over = end >= sentence.end
        || text.kind(end) == Some(Kind::Mark)
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
                | "this"
                | "last"
                | "earlier"
                | "later"
                | "when"
                | "before"
                | "through"
                | "via"
                | "here"
                | "from"
                | "monday"
                | "tuesday"
                | "wednesday"
                | "thursday"
                | "friday"
                | "saturday"
                | "sunday"
                | "yesterday"
                | "today"
                | "following"
                | "with"
        );
    !(over || text.is_capital(end) && sentence.end - end < 6)
}

/// From the sentence's or quotation's start to the comma before the speaker.
fn left_content(text: &Text, at: usize, sentence: &Range<usize>) -> Range<usize> {
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
fn resumed(text: &Text, after: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let comma =
        (after..sentence.end.min(after + 5)).find(|i| matches!(text.word(*i), "," | "." | ":"))?;
    let start = comma + 1;
    let quotation = text.quotation_from(text.tokens.get(start)?.span.start)?;
    Some(text.within(text.quotations[quotation].span)).filter(|r| !r.is_empty())
}

fn right_content(
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
        Governs::Clause if !opens_clause(word) => return None,
        Governs::Infinitive if word != "to" && word != "like" && !opens_clause(word) => {
            return None;
        }
        Governs::Told => from = past_the_told(text, from, sentence.end)?,
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

/// "said on Tuesday that": the day is no part of what was said.
fn past_circumstances(text: &Text, from: usize, limit: usize) -> usize {
    let lead = matches!(
        text.word(from),
        "on" | "in"
            | "at"
            | "during"
            | "to"
            | "after"
            | "earlier"
            | "last"
            | "this"
            | "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "of"
    );
    if !lead {
        return from;
    }
    let reach = from..limit.min(from + 10);
    let opened = reach.clone().find(|i| {
        text.word(*i) == "that" || text.quotation_from(text.tokens[*i].span.start).is_some()
    });
    opened.unwrap_or(from)
}

/// Where a content that reaches to the right ends: the sentence, without its full stop, or an
/// attribution of its own that follows a comma.
fn content_end(text: &Text, from: usize, limit: usize) -> usize {
    let mut end = limit;
    while end > from
        && (matches!(text.kind(end - 1), Some(Kind::Break))
            || matches!(text.word(end - 1), "." | "," | ";" | ":"))
    {
        end -= 1;
    }
    let stop = (from + 2..end).find(|i| {
        let comma = text.word(i - 1) == ",";
        text.word(*i) == ";"
            || comma && ACCORDING.at(text, *i, end).is_some()
            || comma && text.word(*i).ends_with("ing") && ATTRIBUTING.at(text, *i, end).is_some()
    });
    stop.map_or(end, |i| i - usize::from(text.word(i - 1) == ","))
}
