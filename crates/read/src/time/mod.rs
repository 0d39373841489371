//! Time expressions and the dates they resolve to.
//!
//! Anchors are the publication date and the dates the text itself mentioned before; there is no
//! clock here. What has no anchor keeps its expression and gets no date.

mod calendar;
mod clock_en;
mod date_en;
mod duration_en;
pub(crate) mod en;
mod relative_en;
mod ru;
mod slavic;
mod slavic_length;
mod uk;

use std::ops::Range;

use bearings_model::{Span, TimeKind, TimeMention, When, Zone};
use jiff::civil::Date;

use crate::language::Language;
use crate::text::Text;

/// What times are resolved against while reading goes on.
#[derive(Debug)]
pub(crate) struct Anchors<'z> {
    pub published: Option<Date>,
    pub zone: &'z Zone,
    /// The last day the narration named, and in which sentence.
    narrated: Option<(Date, usize)>,
    sentence: usize,
    quoted: bool,
}

/// How many sentences a narrated day stays the "today" of people quoted after it. An article
/// that turns to Monday's events quotes Monday's posts for about a paragraph or two.
const QUOTED_TODAY_SENTENCES: usize = 6;

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

impl Anchors<'_> {
    /// The day "today" is: of the text, or inside a quotation of the day narrated just before.
    fn today(&self) -> Option<Date> {
        match self.narrated {
            Some((day, at)) if self.quoted && self.sentence <= at + QUOTED_TODAY_SENTENCES => {
                Some(day)
            }
            _ => self.published,
        }
    }

    fn narrated_day(&self) -> Option<Date> {
        self.narrated.map(|(day, _)| day)
    }
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
        sentence: 0,
        quoted: false,
    };
    let mut found = TimesFound::default();
    for (index, sentence) in text.sentences.iter().enumerate() {
        anchors.sentence = index;
        let mut at = sentence.tokens.start;
        while at < sentence.tokens.end {
            let here = text.tokens[at].span.start;
            let limit = sentence.tokens.end;
            let resolved = match text.language {
                Language::English => en::time(text, at, limit, &mut anchors, here),
                _ => slavic::time(text, at, limit, &mut anchors),
            };
            match resolved {
                Some(resolved) => {
                    at = resolved.tokens.end;
                    if let Some(day) = resolved.day.filter(|_| !anchors.quoted) {
                        anchors.narrated = Some((day, index));
                    }
                    found.tokens.push(resolved.tokens.clone());
                    found.mentions.push(mention(text, resolved));
                }
                None => at += 1,
            }
        }
    }
    found
}

fn mention(text: &Text, resolved: Resolved) -> TimeMention {
    let span: Span = text.span(resolved.tokens.clone());
    TimeMention {
        span,
        text: text.slice(resolved.tokens).to_owned(),
        kind: resolved.kind,
        timex: resolved.timex,
        when: resolved.when,
        rule: resolved.rule.to_owned(),
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
