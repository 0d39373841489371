//! Ukrainian and Russian clock times and lengths of time.

use bearings_model::{TimeKind, When};
use jiff::ToSpan;
use jiff::civil::Time;

use super::Resolved;
use super::calendar::{add_days, midnight};
use super::slavic::Reader;
use crate::amount::amount;
use crate::text::Kind;

impl Reader<'_> {
    /// "о 5:30", "о 05.30", with the day after it or told of before.
    pub(super) fn clock(&self, at: usize) -> Option<Resolved> {
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
    pub(super) fn length(&self, at: usize) -> Option<Resolved> {
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
    pub(super) fn past_length(&self, at: usize) -> Option<Resolved> {
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

    pub(super) fn set(&self, at: usize) -> Option<Resolved> {
        let set = self.words.sets.at(self.text, at, self.limit)?;
        Some(Resolved {
            kind: TimeKind::Set,
            timex: (*set.value).to_owned(),
            ..self.resolved(at..at + set.tokens, None)
        })
    }
}
