//! Time expressions and the dates they resolve to.
//!
//! Anchors are the publication date and the dates the text itself mentioned before; there is no
//! clock here. What has no anchor keeps its expression and gets no date.

mod anchors;
mod calendar;
mod edge;
mod en;
mod ends;
mod event_day;
mod holiday;
mod range;
mod ru;
mod slavic;
mod stated;
mod uk;
mod written;

pub(crate) use en::{MONTHS, is_weekday};

use std::ops::Range;

use bearings_model::{Span, TimeKind, TimeMention, When, Zone};
use jiff::civil::Date;

use crate::language::Language;
use crate::text::{Kind, Text};

use anchors::is_history;

pub(crate) use anchors::Anchors;

/// A time as a rule gives it, before it becomes a mention.
#[derive(Debug)]
pub(crate) struct Resolved {
    pub tokens: Range<usize>,
    pub kind: TimeKind,
    pub timex: String,
    pub when: Option<When>,
    /// The single day it names, where it does: later "that day" means it.
    pub day: Option<Date>,
    pub rule: &'static str,
}

/// The times of a text and the tokens they take.
#[derive(Debug, Default)]
pub(crate) struct TimesFound {
    pub mentions: Vec<TimeMention>,
    tokens: Vec<Range<usize>>,
}

impl TimesFound {
    /// Whether a token belongs to a time expression.
    pub fn holds(&self, token: usize) -> bool {
        let after = self.tokens.partition_point(|range| range.start <= token);
        after > 0 && self.tokens[after - 1].contains(&token)
    }

    /// The mentions that lie wholly inside `span`.
    pub fn within(&self, span: Span) -> Range<usize> {
        let from = self
            .mentions
            .partition_point(|time| time.span.start < span.start);
        let to = self
            .mentions
            .partition_point(|time| time.span.end <= span.end);
        from..to.max(from)
    }

    /// Adds a time; with the one before it, it may be the end of a range.
    fn add(&mut self, text: &Text, resolved: Resolved) {
        let tokens = resolved.tokens.clone();
        self.mentions.push(mention(text, resolved));
        self.tokens.push(tokens.clone());
        if let [.., first, last] = self.mentions.as_mut_slice() {
            let before = self.tokens[self.tokens.len() - 2].clone();
            let first = range::Told {
                mention: first,
                tokens: before,
            };
            let last = range::Told {
                mention: last,
                tokens,
            };
            range::join(text, first, last);
        }
    }

    pub fn spans(&self) -> Vec<Span> {
        self.mentions.iter().map(|time| time.span).collect()
    }
}

/// All time expressions of a text, in order, none overlapping.
pub(crate) fn times(text: &Text, published: Option<Date>, zone: &Zone) -> TimesFound {
    let mut anchors = Anchors {
        published,
        zone,
        narrated: None,
        last_day: None,
        year: None,
        month: None,
        is_history: is_history(text, published),
        quarter: None,
        sentence: 0,
        quoted: false,
    };
    let mut found = TimesFound::default();
    let mut counts = Vec::new();
    for (index, sentence) in text.sentences.iter().enumerate() {
        anchors.sentence = index;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let limit = sentence.tokens.end;
            match time(
                text,
                at,
                limit,
                &mut anchors,
                found.mentions.len(),
                &mut counts,
            ) {
                Some(resolved) => {
                    at = resolved.tokens.end;
                    anchors.remember(&resolved);
                    found.add(text, resolved);
                }
                None => at += 1,
            }
        }
    }
    event_day::count(text, &mut found, &counts, zone);
    found
}

/// The time that begins at token `at`; a count from an event's start is kept for later.
fn time(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &mut Anchors,
    mention: usize,
    counts: &mut Vec<(usize, event_day::Counted)>,
) -> Option<Resolved> {
    let may = match text.language {
        Language::English => en::may_begin(text, at),
        _ => matches!(text.kind(at), Some(Kind::Word | Kind::Number)),
    };
    if !may {
        return None;
    }
    if let Some((resolved, counted)) = event_day::at(text, at, limit) {
        counts.push((mention, counted));
        return Some(resolved);
    }
    match text.language {
        Language::English => en::time(text, at, limit, anchors, text.tokens[at].span.start),
        _ => slavic::time(text, at, limit, anchors),
    }
}

fn mention(text: &Text, resolved: Resolved) -> TimeMention {
    let span: Span = text.span(resolved.tokens.clone());
    TimeMention {
        span,
        text: text.slice(resolved.tokens).to_owned(),
        kind: resolved.kind,
        timex: resolved.timex,
        when: resolved.when,
        rule: resolved.rule.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finding_times_by_halves_equals_looking_at_all() {
        let source = "On Sunday and Monday, three days after 24 February, at 5 p.m. yesterday.";
        let text = Text::new(source, Language::English);
        let found = times(&text, Some(jiff::civil::date(2022, 3, 2)), &Zone::utc());
        assert!(found.mentions.len() >= 4);
        for start in 0..=source.len() {
            for end in start..=source.len() {
                let span = Span::new(start, end);
                let slowly: Vec<usize> = (0..found.mentions.len())
                    .filter(|i| span.contains(found.mentions[*i].span))
                    .collect();
                assert_eq!(found.within(span).collect::<Vec<_>>(), slowly);
            }
        }
    }
}
