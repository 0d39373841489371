//! Ukrainian and Russian time expressions: one way of reading over each language's words.

mod dates;
mod event_day;
mod holiday;
mod hour;
mod length;
mod part;
mod stretch;
mod window;
mod words;

use bearings_model::TimeKind;
use jiff::civil::Date;

use super::calendar::{add_days, on, weekday_after, weekday_before};
use super::ends::Ends;
use super::written::{self, dated};
use super::{Anchors, Resolved};
use crate::lexicon::Phrases;
use crate::text::{Kind, Text};

pub(super) use event_day::{event_day, event_words};
pub(super) use hour::HalfDay;
pub(super) use words::Words;

use event_day::ordinal;
use words::{past_ending, words};

/// How far before a weekday a verb may say that it is to come.
const AHEAD_TOKENS: usize = 6;

/// The time that begins at token `at`, if one does.
pub(super) fn time(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &mut Anchors,
) -> Option<Resolved> {
    let words = words(text.language)?;
    anchors.quoted = text.quotation_at(text.tokens[at].span.start).is_some();
    let reader = Reader {
        text,
        words,
        limit,
        anchors,
    };
    let mut found = reader.time(at)?;
    reader.open_ends(at, &mut found);
    Some(found)
}

pub(super) struct Reader<'a> {
    pub(super) text: &'a Text<'a>,
    pub(super) words: &'static Words,
    pub(super) limit: usize,
    pub(super) anchors: &'a Anchors<'a>,
}

impl Reader<'_> {
    fn time(&self, at: usize) -> Option<Resolved> {
        self.night_to(at)
            .or_else(|| self.clock(at))
            .or_else(|| self.eve(at))
            .or_else(|| self.holiday(at))
            .or_else(|| self.day(at))
            .or_else(|| self.at_an_edge(at))
            .or_else(|| self.told(at))
            .or_else(|| self.period(at))
            .or_else(|| self.before_our_era(at))
            .or_else(|| self.calendar(at))
            .or_else(|| self.stretch(at))
            .or_else(|| self.window(at))
            .or_else(|| self.length(at))
            .or_else(|| self.set(at))
            .or_else(|| self.reference(at))
    }

    /// The name of a rule in the text's language.
    pub(super) fn rule(&self, ukrainian: &'static str, russian: &'static str) -> &'static str {
        let named = self.text.language.pick(ukrainian, ukrainian, russian);
        named.unwrap_or(ukrainian)
    }

    pub(super) fn resolved(&self, tokens: std::ops::Range<usize>, day: Option<Date>) -> Resolved {
        Resolved {
            tokens,
            kind: TimeKind::Date,
            timex: day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string()),
            when: day.and_then(|day| on(day, self.anchors.zone)),
            day,
            rule: self.rule("uk.time.date", "ru.time.date"),
        }
    }

    /// A single day, with its morning, evening or night where one stands beside it.
    fn day(&self, at: usize) -> Option<Resolved> {
        let named = self
            .numeric(at)
            .or_else(|| self.relative(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.dated(at))
            .or_else(|| self.first_of_range(at));
        let found = match named {
            Some(found) => found,
            None => return self.part_alone(at),
        };
        let end = found.tokens.end;
        match self.words.parts.at(self.text, end, self.limit) {
            Some(part) if found.day.is_some() => {
                Some(self.in_part_of_day(found, *part.value, end + part.tokens))
            }
            _ => Some(found),
        }
    }

    pub(super) fn relative(&self, at: usize) -> Option<Resolved> {
        let found = self.words.days.at(self.text, at, self.limit)?;
        let today = self.anchors.today();
        let day = today.and_then(|today| add_days(today, *found.value));
        Some(Resolved {
            rule: self.rule("uk.time.today", "ru.time.today"),
            ..self.resolved(at..at + found.tokens, day)
        })
    }

    pub(super) fn weekday(&self, at: usize) -> Option<Resolved> {
        let last = self.words.last.at(self.text, at, self.limit);
        let next = self.words.next.at(self.text, at, self.limit);
        let name = at + usize::from(last.is_some() || next.is_some());
        let named = self.words.weekdays.at(self.text, name, self.limit)?;
        // "у неділю, 4 листопада": the date says which.
        let end = name + named.tokens;
        let comma = usize::from(self.text.word(end) == ",");
        if let Some(dated) = self.dated(end + comma) {
            let tokens = at..dated.tokens.end;
            return Some(Resolved { tokens, ..dated });
        }
        let day = self.anchors.today().and_then(|today| match next {
            Some(_) => weekday_after(today, *named.value),
            None if last.is_none() && today.weekday() == *named.value => Some(today),
            None if last.is_none() && self.looks_ahead(name) => weekday_after(today, *named.value),
            None => weekday_before(today, *named.value, last.is_none()),
        });
        let mut found = Resolved {
            rule: self.rule("uk.time.weekday", "ru.time.weekday"),
            ..self.resolved(at..name + named.tokens, day)
        };
        if day.is_none() {
            found.timex = format!("XXXX-WXX-{}", named.value.to_monday_one_offset());
        }
        Some(found)
    }

    /// The words around it speak of what is to come: before it, or after it in the same clause.
    pub(super) fn looks_ahead(&self, at: usize) -> bool {
        let ahead = |i, limit| self.words.ahead.at(self.text, i, limit).is_some();
        let ends = |i: &usize| matches!(self.text.word(*i), "." | "!" | "?" | ";" | "");
        let before = (at.saturating_sub(AHEAD_TOKENS)..at).rev();
        let mut before = before.take_while(|i| !ends(i));
        let after = at..self.limit.min(at + AHEAD_TOKENS);
        let mut clause = after.take_while(|i| self.text.kind(*i) != Some(Kind::Mark));
        before.any(|i| ahead(i, at)) || clause.any(|i| ahead(i, self.limit))
    }

    fn numeric(&self, at: usize) -> Option<Resolved> {
        let found = written::numeric(self.text, at, self.limit, self.anchors)?;
        Some(Resolved {
            rule: self.rule("uk.time.date", "ru.time.date"),
            ..found
        })
    }

    /// "24 лютого", "24 лютого 2022 року".
    pub(super) fn dated(&self, at: usize) -> Option<Resolved> {
        let (day, at_month) = self.day_of_month(at)?;
        let month = self.words.months.at(self.text, at_month, self.limit)?;
        let (year, end) = self.year_after(at_month + month.tokens);
        let year = year.or_else(|| self.year_of_range(end));
        let found = dated(
            at..end,
            year,
            *month.value,
            Some(day),
            self.looks_ahead(at),
            self.anchors,
        )?;
        Some(Resolved {
            rule: self.rule("uk.time.date", "ru.time.date"),
            ..found
        })
    }

    /// "24", "24-го", "першого", "двадцять четвертого", and where its month stands.
    fn day_of_month(&self, at: usize) -> Option<(i8, usize)> {
        if let Some(day) = written::day(self.text, at) {
            return Some((day, past_ending(self.text, at + 1)));
        }
        let is_month = |at| self.words.months.at(self.text, at, self.limit).is_some();
        let tens = match self.text.word(at) {
            "двадцять" | "двадцать" => 20,
            "тридцять" | "тридцать" => 30,
            _ if is_month(at + 1) => 0,
            _ => return None,
        };
        let ones = at + usize::from(tens > 0);
        let nth =
            ordinal(self.text.word(ones), self.words.ordinals).filter(|_| is_month(ones + 1))?;
        let day = i8::try_from(tens + nth).ok().filter(|day| *day <= 31)?;
        (tens == 0 || nth < 10).then_some((day, ones + 1))
    }

    /// "з неділі" has begun then and goes on; "до понеділка" ended then.
    fn open_ends(&self, at: usize, found: &mut Resolved) {
        let Some(before) = at.checked_sub(1) else {
            return;
        };
        let stands = |table: &Phrases<()>| table.at(self.text, before, at).is_some();
        let ends = if stands(self.words.since) {
            Ends::Since
        } else if stands(self.words.until) {
            Ends::Until
        } else if stands(self.words.after) {
            Ends::After
        } else {
            return;
        };
        found.when = found.when.take().map(|when| ends.of(when));
    }
}
