//! Every attribution of an English text, of speech and of attitude, for `Reading.quotes`.
//!
//! Wider than what claims' chains rest on: someone who wants or criticizes has said nothing that
//! a claim may be laid on. This reads no chains and changes no frame.

mod aside_en;
mod content_en;
mod noun_en;
mod settle_en;
mod source_after_en;
mod source_en;
mod verb_en;
mod verb_form_en;
mod words_en;

use std::collections::BTreeMap;
use std::ops::Range;

use bearings_model::{Cue, Quote, QuoteKind, RuleName, SourceKind, Span, Speaker};

use super::channel::channel;
use super::found_by::FoundBy;
use super::unclaimed::UNNAMED;
use crate::text::Text;

/// Whether a cue's form is a noun as well: "comments", "states".
pub(super) fn is_noun_too(word: &str) -> bool {
    words_en::NOUN_TOO.word(word).is_some()
}

/// One attribution as token ranges.
#[derive(Debug)]
struct Found {
    cue: Range<usize>,
    source: Option<Range<usize>>,
    content: Vec<Range<usize>>,
    attitude: bool,
    /// Tells of words spoken, whatever they are: "said", "according to".
    says: bool,
    /// The content is a thing spoken of, no clause: it ends before another's verb.
    thing: bool,
    /// A verb's is told apart only when the whole is known.
    found_by: Option<FoundBy>,
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
            let cue = text.span(found.cue.clone());
            // The chains' speaker of a relay is who relays it.
            let relayed = found.found_by == Some(FoundBy::Relayed);
            // "wrote in" here is "wrote" there: one cue, wherever its words end.
            let ends: Vec<usize> = resolved
                .range(cue.start..=cue.end)
                .map(|(end, _)| *end)
                .filter(|end| *end > cue.start)
                .collect();
            let mut same = ends.iter().rev().filter_map(|end| resolved.remove(end));
            let before = same.next().filter(|_| !relayed);
            same.for_each(drop);
            quotes.push(quote(text, &found, before));
        }
    }
    // What the chains rest on stays listed where it quotes, also where this reading finds no cue.
    // Inside what somebody else is read to say it is that one's account.
    let said = Said::of(&quotes);
    quotes.extend(resolved.into_values().filter(|quote| {
        let cue = quote.cue.as_ref().map(|cue| cue.span);
        quote.direct && !cue.is_some_and(|cue| said.holds(cue))
    }));
    quotes.sort_by_key(|quote| {
        (
            quote.span.start,
            quote.span.end,
            quote.cue.as_ref().map(|c| c.span.start),
        )
    });
    quotes
}

/// What is said by anyone: where each piece begins, and how far any that began by then reaches.
struct Said(Vec<(usize, usize)>);

impl Said {
    fn of(quotes: &[Quote]) -> Said {
        let pieces = |quote: &Quote| match quote.pieces.as_slice() {
            [] => vec![quote.span],
            pieces => pieces.to_vec(),
        };
        let mut reach: Vec<(usize, usize)> = quotes
            .iter()
            .flat_map(pieces)
            .map(|piece| (piece.start, piece.end))
            .collect();
        reach.sort_unstable();
        let mut farthest = 0;
        for (_, end) in &mut reach {
            farthest = farthest.max(*end);
            *end = farthest;
        }
        Said(reach)
    }

    fn holds(&self, span: Span) -> bool {
        let begun = self.0.partition_point(|(start, _)| *start <= span.start);
        begun > 0 && span.end <= self.0[begun - 1].1
    }
}

fn quote(text: &Text, found: &Found, known: Option<Quote>) -> Quote {
    let mut pieces: Vec<Span> = found.content.iter().map(|r| text.span(r.clone())).collect();
    pieces.sort_by_key(|piece| piece.start);
    let start = pieces.first().map_or(0, |piece| piece.start);
    let end = pieces.last().map_or(0, |piece| piece.end);
    if pieces.len() == 1 {
        pieces.clear();
    }
    let direct = text.quotation_from(start).is_some();
    let rule = rule(text, found, known.as_ref(), direct);
    let source = found.source.clone();
    let speaker = source.map(|tokens| speaker(text, tokens, known.as_ref()));
    let attributing = found.cue.start..found.cue.end + 6;
    let limit = text.tokens.len();
    Quote {
        span: Span::new(start, end),
        direct,
        cue: Some(Cue {
            span: text.span(found.cue.clone()),
            text: text.slice(found.cue.clone()).to_owned(),
        }),
        speaker: speaker.or_else(|| {
            let told = known.as_ref()?.speaker.clone();
            told.filter(|who| who.name != UNNAMED)
        }),
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
        rule,
    }
}

/// What the chains' reading says of a verb in the passive stands; else what the verb governs tells.
fn rule(text: &Text, found: &Found, known: Option<&Quote>, direct: bool) -> RuleName {
    let passive = FoundBy::Passive.rule(text.language);
    let told = known.filter(|known| known.rule == passive);
    let told = told.map(|_| FoundBy::Passive);
    let of_verb = match (found.attitude, direct) {
        (true, _) => FoundBy::Attitude,
        (false, true) => FoundBy::Direct,
        (false, false) => FoundBy::Indirect,
    };
    let by = found.found_by.or(told).unwrap_or(of_verb);
    by.rule(text.language).into()
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
    found.extend(noun_en::script(text, sentence));
    let mut at = sentence.start;
    while at < sentence.end {
        if text.quotation_at(text.tokens[at].span.start).is_some() {
            at += 1;
            continue;
        }
        let one = noun_en::according(text, at, sentence)
            .or_else(|| noun_en::relayed(text, at, sentence))
            .or_else(|| noun_en::asked(text, at, sentence))
            .or_else(|| noun_en::noun(text, at, sentence))
            .or_else(|| noun_en::hearsay(text, at, sentence))
            .or_else(|| noun_en::polled(text, at, sentence))
            .or_else(|| verb_en::verb(text, at, sentence, &found));
        match one {
            Some(one) => {
                at = match one.found_by {
                    // "as saying" is part of the same.
                    Some(FoundBy::Relayed) => one.content[0].start,
                    _ => one.cue.end.max(at + 1),
                };
                found.push(one);
            }
            None => at += 1,
        }
    }
    settle_en::settled(text, sentence, found)
}
