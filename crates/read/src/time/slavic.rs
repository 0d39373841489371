//! Ukrainian and Russian time expressions: one way of reading over each language's words.

use bearings_model::{TimeKind, When};
use jiff::ToSpan;
use jiff::civil::{Date, Time, Weekday};

use super::calendar::{DayPart, Unit, add_days, midnight, on, weekday_after, weekday_before};
use super::date_en::{self, dated};
use super::{Anchors, Resolved, ru, uk};
use crate::amount::amount;
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
    pub rule: &'static str,
}

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

struct Reader<'a> {
    text: &'a Text<'a>,
    words: Words,
    limit: usize,
    anchors: &'a Anchors<'a>,
}

impl Reader<'_> {
    fn time(&self, at: usize) -> Option<Resolved> {
        self.night_to(at)
            .or_else(|| self.clock(at))
            .or_else(|| self.day(at))
            .or_else(|| self.month(at))
            .or_else(|| self.past_length(at))
            .or_else(|| self.length(at))
            .or_else(|| self.set(at))
    }

    fn resolved(&self, tokens: std::ops::Range<usize>, day: Option<Date>) -> Resolved {
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
            .or_else(|| self.dated(at));
        let found = match named {
            Some(found) => found,
            None => return self.part_alone(at),
        };
        let end = found.tokens.end;
        match self.words.parts.at(self.text, end, self.limit) {
            Some(part) if found.day.is_some() => {
                Some(self.in_part(found, *part.value, end + part.tokens))
            }
            _ => Some(found),
        }
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
            return Some(self.in_part(day, *part.value, end));
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

    fn weekday(&self, at: usize) -> Option<Resolved> {
        let last = self.words.last.at(self.text, at, self.limit);
        let next = self.words.next.at(self.text, at, self.limit);
        let name = at + usize::from(last.is_some() || next.is_some());
        let named = self.words.weekdays.at(self.text, name, self.limit)?;
        let day = self.anchors.today().and_then(|today| match next {
            Some(_) => weekday_after(today, *named.value),
            None => weekday_before(today, *named.value, last.is_none()),
        });
        let mut found = self.resolved(at..name + named.tokens, day);
        if day.is_none() {
            found.timex = format!("XXXX-WXX-{}", named.value.to_monday_one_offset());
        }
        Some(found)
    }

    fn numeric(&self, at: usize) -> Option<Resolved> {
        let found = date_en::numeric(self.text, at, self.limit, self.anchors)?;
        Some(Resolved {
            rule: self.words.rule,
            ..found
        })
    }

    /// "24 лютого", "24 лютого 2022 року".
    fn dated(&self, at: usize) -> Option<Resolved> {
        let day = date_en::day(self.text, at)?;
        let month = self.words.months.at(self.text, at + 1, self.limit)?;
        let (year, end) = self.year_after(at + 1 + month.tokens);
        let found = dated(at..end, year, *month.value, Some(day), self.anchors)?;
        Some(Resolved {
            rule: self.words.rule,
            ..found
        })
    }

    fn year_after(&self, at: usize) -> (Option<i16>, usize) {
        let Some(year) = date_en::year_at(self.text, at).filter(|_| at < self.limit) else {
            return (None, at);
        };
        let word = self.words.year.at(self.text, at + 1, self.limit);
        (Some(year), at + 1 + word.map_or(0, |word| word.tokens))
    }

    /// "у лютому", "у 2014 році".
    fn month(&self, at: usize) -> Option<Resolved> {
        if let Some(month) = self.words.in_months.at(self.text, at, self.limit) {
            let (year, end) = self.year_after(at + month.tokens);
            let found = dated(at..end, year, *month.value, None, self.anchors)?;
            return Some(Resolved {
                rule: self.words.rule,
                ..found
            });
        }
        let (year, end) = self.year_after(at);
        let year = year.filter(|_| end > at + 1)?;
        Some(Resolved {
            timex: year.to_string(),
            when: super::calendar::year(year, self.anchors.zone),
            ..self.resolved(at..end, None)
        })
    }

    /// "о 5:30", "о 05.30", with the day after it or told of before.
    fn clock(&self, at: usize) -> Option<Resolved> {
        let lead = self.words.at.at(self.text, at, self.limit);
        let start = at + lead.map_or(0, |lead| lead.tokens);
        let raw = self.text.raw(start);
        let number = self.text.kind(start) == Some(Kind::Number) && start < self.limit;
        let (hour, minute) = raw.split_once([':', '.']).filter(|_| number)?;
        let dotted = raw.contains('.') && lead.is_none();
        if minute.len() != 2 || dotted {
            return None;
        }
        let clock = Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()?;
        let skip = usize::from(matches!(self.text.word(start + 1), "у" | "в" | "во" | ","));
        let after = self
            .dated(start + 1 + skip)
            .or_else(|| self.weekday(start + 1 + skip));
        let end = after.as_ref().map_or(start + 1, |day| day.tokens.end);
        let told = self.anchors.narrated_day().or_else(|| self.anchors.today());
        let day = after.and_then(|day| day.day).or(told);
        let minute = format!("T{:02}:{:02}", clock.hour(), clock.minute());
        let when = day.and_then(|day| {
            let from = day.to_datetime(clock);
            let to = from.checked_add(1.minute()).ok()?;
            Some(When::within(from, to, self.anchors.zone.clone()))
        });
        Some(Resolved {
            kind: TimeKind::Time,
            timex: day.map_or(format!("XXXX-XX-XX{minute}"), |day| {
                format!("{day}{minute}")
            }),
            when,
            ..self.resolved(start..end, day)
        })
    }

    /// "три дні", "12 годин": how long, with its bounds; "два дні тому" names a day.
    fn length(&self, at: usize) -> Option<Resolved> {
        let number = amount(self.text, at, self.limit)?;
        let unit = self
            .words
            .units
            .at(self.text, number.tokens.end, self.limit)?;
        let end = number.tokens.end + unit.tokens;
        let (low, high) = (number.amount.low(), number.amount.high());
        let count = match (low, high) {
            (Some(low), Some(high)) if low != high => format!("{low}-{high}"),
            (Some(one), _) | (None, Some(one)) => one.to_string(),
            (None, None) => "X".to_owned(),
        };
        let length = Resolved {
            kind: TimeKind::Duration,
            timex: unit.value.iso(&count),
            when: None,
            ..self.resolved(at..end, None)
        };
        let Some(ago) = self.words.ago.at(self.text, end, self.limit) else {
            return Some(length);
        };
        let back = low
            .and_then(|low| i64::try_from(low).ok())
            .filter(|_| low == high);
        let day = back
            .filter(|_| !unit.value.is_shorter_than_day())
            .and_then(|back| {
                self.anchors
                    .today()?
                    .checked_sub(unit.value.length(back)?)
                    .ok()
            });
        let tokens = at..end + ago.tokens;
        Some(match day {
            Some(day) => self.resolved(tokens, Some(day)),
            None => Resolved {
                tokens,
                kind: TimeKind::Date,
                ..length
            },
        })
    }

    /// "останніх 12 годин", "за останню добу": as long as stated, ending on the day of the text.
    fn past_length(&self, at: usize) -> Option<Resolved> {
        if let Some(recent) = self.words.recent.at(self.text, at, self.limit) {
            let when = self.anchors.today().and_then(|today| {
                let from = midnight(add_days(today, -1)?);
                let to = midnight(add_days(today, 1)?);
                Some(When {
                    begin: [None, Some(from)],
                    ..When::within(from, to, self.anchors.zone.clone())
                })
            });
            return Some(Resolved {
                timex: "PAST_REF".to_owned(),
                when: when.map(|when| When {
                    end: [None, when.end[1]],
                    ..when
                }),
                ..self.resolved(at..at + recent.tokens, None)
            });
        }
        let past = self.words.past.at(self.text, at, self.limit)?;
        let from = at + past.tokens;
        let (unit, count, end) = match self.length(from) {
            Some(length) => {
                let number = amount(self.text, from, self.limit)?;
                let unit = self
                    .words
                    .units
                    .at(self.text, number.tokens.end, self.limit)?;
                let count = number.amount.low().or(number.amount.high())?;
                (*unit.value, i64::try_from(count).ok()?, length.tokens.end)
            }
            None => {
                let unit = self.words.units.at(self.text, from, self.limit)?;
                (*unit.value, 1, from + unit.tokens)
            }
        };
        let when = self.anchors.today().and_then(|today| {
            let (early, late) = (midnight(today), midnight(add_days(today, 1)?));
            let long = unit.length(count)?;
            Some(When {
                begin: [early.checked_sub(long).ok(), late.checked_sub(long).ok()],
                ..When::within(early, late, self.anchors.zone.clone())
            })
        });
        Some(Resolved {
            kind: TimeKind::Duration,
            timex: unit.iso(&count.to_string()),
            when,
            ..self.resolved(at..end, None)
        })
    }

    fn set(&self, at: usize) -> Option<Resolved> {
        let set = self.words.sets.at(self.text, at, self.limit)?;
        Some(Resolved {
            kind: TimeKind::Set,
            timex: (*set.value).to_owned(),
            ..self.resolved(at..at + set.tokens, None)
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
