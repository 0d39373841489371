//! Ukrainian and Russian time expressions: one way of reading over each language's words.

use bearings_model::{TimeKind, When};
use jiff::civil::{Date, Weekday};

use super::calendar::{DayPart, Unit, add_days, on, weekday_after, weekday_before};
use super::date_en::{self, dated};
use super::{Anchors, Resolved, ru, uk};
use crate::lexicon::Phrases;
use crate::text::{Kind, Text};

/// The tables of one language.
pub(super) struct Words {
    pub weekdays: &'static Phrases<Weekday>,
    /// "last", before a weekday.
    pub last: &'static Phrases<()>,
    pub next: &'static Phrases<()>,
    /// Days from today: yesterday is -1.
    pub days: &'static Phrases<i64>,
    pub parts: &'static Phrases<DayPart>,
    /// "in the night to": the night that ends on the day that follows.
    pub night_to: &'static Phrases<()>,
    pub months: &'static Phrases<i8>,
    /// A month named on its own: "in February".
    pub in_months: &'static Phrases<i8>,
    /// In the first case, with a year.
    pub named_months: &'static Phrases<i8>,
    pub edges: &'static Phrases<()>,
    pub seasons: &'static Phrases<&'static str>,
    /// "now", "later": references without a date.
    pub references: &'static Phrases<&'static str>,
    pub told: &'static Phrases<i64>,
    pub told_years: &'static Phrases<i16>,
    pub era: &'static Phrases<()>,
    /// What may stand before a year without its word.
    pub year_leads: &'static Phrases<()>,
    /// Before a clock time.
    pub at: &'static Phrases<()>,
    pub units: &'static Phrases<Unit>,
    /// "the last" before a length, "for" and the like included.
    pub past: &'static Phrases<()>,
    pub ago: &'static Phrases<()>,
    pub year: &'static Phrases<()>,
    /// "every hour": ISO 8601 lengths.
    pub sets: &'static Phrases<&'static str>,
    pub recent: &'static Phrases<()>,
    pub since: &'static Phrases<()>,
    pub until: &'static Phrases<()>,
    /// Verbs of what is to come.
    pub ahead: &'static Phrases<()>,
    pub rule: &'static str,
}

/// How far before a weekday a verb may say that it is to come.
const AHEAD_TOKENS: usize = 6;

/// The time that begins at token `at`, if one does.
pub(super) fn time(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &mut Anchors,
) -> Option<Resolved> {
    if !matches!(text.kind(at), Some(Kind::Word | Kind::Number)) {
        return None;
    }
    let of = text.language;
    let words = of.pick(uk::words as fn() -> Words, uk::words, ru::words)?();
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
    pub(super) words: Words,
    pub(super) limit: usize,
    pub(super) anchors: &'a Anchors<'a>,
}

impl Reader<'_> {
    fn time(&self, at: usize) -> Option<Resolved> {
        self.night_to(at)
            .or_else(|| self.clock(at))
            .or_else(|| self.day(at))
            .or_else(|| self.at_an_edge(at))
            .or_else(|| self.told(at))
            .or_else(|| self.before_our_era(at))
            .or_else(|| self.calendar(at))
            .or_else(|| self.past_length(at))
            .or_else(|| self.length(at))
            .or_else(|| self.set(at))
            .or_else(|| self.reference(at))
    }

    pub(super) fn resolved(&self, tokens: std::ops::Range<usize>, day: Option<Date>) -> Resolved {
        Resolved {
            tokens,
            kind: TimeKind::Date,
            timex: day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string()),
            when: day.and_then(|day| on(day, self.anchors.zone)),
            day,
            rule: self.words.rule,
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

    /// "вночі 2 березня" may be the night before that day or after it: both are within.
    fn in_part_of_day(&self, found: Resolved, part: DayPart, end: usize) -> Resolved {
        let either = DayPart {
            from_hour: 0,
            hours: 30,
            ..part
        };
        let part = if part.code == "TNI" { either } else { part };
        self.in_part(found, part, end)
    }

    fn in_part(&self, mut found: Resolved, part: DayPart, end: usize) -> Resolved {
        found.tokens.end = end;
        found.kind = TimeKind::Time;
        found.timex.push_str(part.code);
        let day = found.day;
        found.when = day
            .and_then(|day| part.on(day, self.anchors.zone))
            .or(found.when);
        found
    }

    /// "вночі" alone is the night that ended on the day of the text.
    fn part_alone(&self, at: usize) -> Option<Resolved> {
        let part = self.words.parts.at(self.text, at, self.limit)?;
        let end = at + part.tokens;
        if let Some(mut day) = self.relative(end).or_else(|| self.dated(end)) {
            let end = day.tokens.end;
            day.tokens.start = at;
            return Some(self.in_part_of_day(day, *part.value, end));
        }
        let back = i64::from(part.value.code == "TNI");
        let day = self
            .anchors
            .today()
            .and_then(|today| add_days(today, -back));
        Some(self.in_part(self.resolved(at..end, day), *part.value, end))
    }

    /// "в ніч на 1 березня": the night before.
    fn night_to(&self, at: usize) -> Option<Resolved> {
        let lead = self.words.night_to.at(self.text, at, self.limit)?;
        let from = at + lead.tokens;
        let day = self.dated(from).or_else(|| self.weekday(from))?;
        let before = day.day.and_then(|day| add_days(day, -1));
        let night = DayPart {
            code: "TNI",
            from_hour: 18,
            hours: 12,
        };
        Some(self.in_part(
            self.resolved(at..day.tokens.end, before),
            night,
            day.tokens.end,
        ))
    }

    fn relative(&self, at: usize) -> Option<Resolved> {
        let found = self.words.days.at(self.text, at, self.limit)?;
        let today = self.anchors.today();
        let day = today.and_then(|today| add_days(today, *found.value));
        Some(self.resolved(at..at + found.tokens, day))
    }

    pub(super) fn weekday(&self, at: usize) -> Option<Resolved> {
        let last = self.words.last.at(self.text, at, self.limit);
        let next = self.words.next.at(self.text, at, self.limit);
        let name = at + usize::from(last.is_some() || next.is_some());
        let named = self.words.weekdays.at(self.text, name, self.limit)?;
        let day = self.anchors.today().and_then(|today| match next {
            Some(_) => weekday_after(today, *named.value),
            None if last.is_none() && self.looks_ahead(name) => weekday_after(today, *named.value),
            None => weekday_before(today, *named.value, last.is_none()),
        });
        let mut found = self.resolved(at..name + named.tokens, day);
        if day.is_none() {
            found.timex = format!("XXXX-WXX-{}", named.value.to_monday_one_offset());
        }
        Some(found)
    }

    /// The words before it speak of what is to come.
    fn looks_ahead(&self, at: usize) -> bool {
        let mut before = at.saturating_sub(AHEAD_TOKENS)..at;
        before.any(|i| self.words.ahead.at(self.text, i, at).is_some())
    }

    fn numeric(&self, at: usize) -> Option<Resolved> {
        let found = date_en::numeric(self.text, at, self.limit, self.anchors)?;
        Some(Resolved {
            rule: self.words.rule,
            ..found
        })
    }

    /// "24 лютого", "24 лютого 2022 року".
    pub(super) fn dated(&self, at: usize) -> Option<Resolved> {
        let day = date_en::day(self.text, at)?;
        let at_month = self.past_ending(at + 1);
        let month = self.words.months.at(self.text, at_month, self.limit)?;
        let (year, end) = self.year_after(at_month + month.tokens);
        let year = year.or_else(|| self.year_of_range(end));
        let found = dated(at..end, year, *month.value, Some(day), self.anchors)?;
        Some(Resolved {
            rule: self.words.rule,
            ..found
        })
    }

    /// "з неділі" has begun then and goes on; "до понеділка" ended then.
    fn open_ends(&self, at: usize, found: &mut Resolved) {
        let Some(before) = at.checked_sub(1) else {
            return;
        };
        let Some(when) = found.when.take() else {
            return;
        };
        let stands = |table: &Phrases<()>| table.at(self.text, before, at).is_some();
        found.when = Some(if stands(self.words.since) {
            When {
                end: [when.begin[0], None],
                ..when
            }
        } else if stands(self.words.until) {
            When {
                begin: [None, when.end[1]],
                ..when
            }
        } else {
            when
        });
    }
}
