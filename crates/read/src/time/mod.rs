//! Time expressions and the dates they resolve to.
//!
//! Anchors are the publication date and the dates the text itself mentioned before; there is no
//! clock here. What has no anchor keeps its expression and gets no date.

mod calendar;
mod clock_en;
mod date_en;
mod duration_en;
pub(crate) mod en;
mod quarter_en;
mod relative_en;
mod ru;
mod season_en;
mod slavic;
mod slavic_calendar;
mod slavic_length;
mod uk;

pub(crate) use en::is_weekday;

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
    /// The year of the last date the text named.
    year: Option<i16>,
    /// The month of the last date the text named, where it has one.
    month: Option<i8>,
    /// A text of times long past: a day without a year lies in the year told last.
    pub is_history: bool,
    /// The quarter named last, and in which sentence.
    quarter: Option<((i16, i8), usize)>,
    sentence: usize,
    quoted: bool,
}

/// A history names old years again and again: this many, and one in so many tokens.
const HISTORY_YEARS: usize = 5;
const HISTORY_TOKENS_A_YEAR: usize = 120;
/// Years so far back are seldom a report's background; fewer of them tell a history, where
/// almost no later ones stand beside them.
const FAR_YEARS_BACK: i16 = 15;
const FAR_TO_RECENT: usize = 4;

/// So many words of today and yesterday tell a report, whatever years stand in it.
const NEAR_WORDS: usize = 3;

crate::lexicon::phrases! {
    static NEAR: () = {
        () => "monday, tuesday, wednesday, thursday, friday, saturday, sunday, today, yesterday, tomorrow, tonight",
        () => "вчора, учора, завтра, вчера",
    };
}

/// Whether the text tells of years before the one it was published in, more than in passing.
fn is_history(text: &Text, published: Option<Date>) -> bool {
    let Some(published) = published else {
        return true;
    };
    let mut near = (0..text.tokens.len()).filter(|at| NEAR.at(text, *at, at + 1).is_some());
    if near.nth(NEAR_WORDS - 1).is_some() {
        return false;
    }
    let (mut old, mut far, mut recent) = (0, 0, 0);
    for year in (0..text.tokens.len()).filter_map(|at| date_en::any_year_at(text, at)) {
        let back = published.year().saturating_sub(year);
        old += usize::from(back > 2);
        far += usize::from(back >= FAR_YEARS_BACK);
        recent += usize::from(back <= 2);
    }
    let dense = old >= HISTORY_YEARS && old * HISTORY_TOKENS_A_YEAR >= text.tokens.len();
    let distant = far >= FAR_TO_RECENT && far >= FAR_TO_RECENT * recent;
    dense && recent * 2 <= old || distant
}

const TURN_MONTHS: i8 = 7;

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

    /// The year last told of; before any, the year of publication.
    fn told_year(&self) -> Option<i16> {
        match self.year {
            Some(year) if self.is_history => Some(year),
            _ => self.published.map(Date::year).or(self.year),
        }
    }

    /// The year of a day or month told without one in a history: it goes on in time, so a month
    /// half a year or more before the last one lies in the next year.
    fn history_year(&self, month: i8) -> Option<i16> {
        let year = self.year.filter(|_| self.is_history)?;
        let turned = self.month.is_some_and(|last| month + TURN_MONTHS <= last);
        Some(year + i16::from(turned))
    }

    /// What later expressions may be counted from.
    fn remember(&mut self, resolved: &Resolved) {
        let (year, rest) = match resolved.timex.split_at_checked(4) {
            Some((year, rest)) if resolved.kind != TimeKind::Duration => (year, rest),
            _ => return,
        };
        let Ok(year) = year.parse::<i16>() else {
            return;
        };
        self.year = Some(year);
        let month = rest.strip_prefix('-').and_then(|rest| rest.get(..2));
        self.month = month.and_then(|month| month.parse().ok());
        let quarter = rest.strip_prefix("-Q").and_then(|q| q.parse().ok());
        if let Some(quarter) = quarter.filter(|_| resolved.rule == quarter_en::TOLD) {
            self.quarter = Some(((year, quarter), self.sentence));
        }
        if let Some(day) = resolved.day.filter(|_| !self.quoted) {
            self.narrated = Some((day, self.sentence));
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
        year: None,
        month: None,
        is_history: is_history(text, published),
        quarter: None,
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
                    anchors.remember(&resolved);
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
