//! Hours told in words: "о п'ятій ранку", "в 5 часов вечера", "опівдні"; and whose time it is.

use bearings_model::{TimeKind, Zone};
use jiff::civil::Time;

use super::Reader;
use crate::text::Kind;
use crate::time::Resolved;
use crate::time::stated::at_clock;

/// Which half of the day an hour is told in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::time) enum HalfDay {
    Morning,
    Day,
    Evening,
    Night,
}

impl HalfDay {
    fn hour(self, told: i8) -> Option<i8> {
        let hour = match self {
            HalfDay::Morning => told,
            HalfDay::Day if told < 8 => told + 12,
            HalfDay::Day => told,
            HalfDay::Evening if told < 12 => told + 12,
            HalfDay::Evening => return None,
            HalfDay::Night if told == 12 => 0,
            HalfDay::Night if told >= 9 => told + 12,
            HalfDay::Night => told,
        };
        (1..=12).contains(&told).then_some(hour)
    }
}

impl Reader<'_> {
    /// A clock time in digits or words, with the zone and the day beside it.
    pub(super) fn clock(&self, at: usize) -> Option<Resolved> {
        let lead = self.words.at.at(self.text, at, self.limit);
        let start = at + lead.map_or(0, |lead| lead.tokens);
        if let Some(noon) = self.words.noon.at(self.text, at, self.limit) {
            let clock = Time::new(*noon.value, 0, 0, 0).ok()?;
            return Some(self.timed(at, at + noon.tokens, clock));
        }
        if start >= self.limit {
            return None;
        }
        if let Some(clock) = self.first_of_two(at) {
            return Some(self.timed(at, at + 1, clock));
        }
        let led = lead.is_some() || self.is_second_of_two(at);
        let (clock, end) = match self.digits(start, lead.is_some()) {
            Some(clock) => (clock, start + 1),
            None => self.hour(start).filter(|_| led)?,
        };
        Some(self.timed(start, end, clock))
    }

    /// The 22 of "між 22 і 23 годиною": the word for the hour is said once, of the second. A plural
    /// may count hours: "між двома і трьома годинами".
    pub(super) fn first_of_two(&self, at: usize) -> Option<Time> {
        let joined = matches!(self.text.word(at + 1), "і" | "й" | "та" | "и");
        let between = matches!(
            at.checked_sub(1).map_or("", |i| self.text.word(i)),
            "між" | "между"
        );
        if !between || !joined || self.text.kind(at) != Some(Kind::Number) {
            return None;
        }
        let (second, _) = self.hour(at + 2)?;
        let told: i8 = self.text.raw(at).parse().ok()?;
        let hour = match told + second.hour() / 12 * 12 {
            _ if told > 12 => told,
            same if same <= second.hour() => same,
            _ => (told + 12) % 24,
        };
        Time::new(hour, 0, 0, 0).ok()
    }

    /// The 23 of "між 22 і 23 годиною".
    fn is_second_of_two(&self, at: usize) -> bool {
        at.checked_sub(2)
            .is_some_and(|first| self.first_of_two(first).is_some())
    }

    /// "близько 17:00", "примерно в 5 часов вечера".
    fn is_loose(&self, at: usize) -> bool {
        let reach = at.saturating_sub(2)..at;
        reach.rev().any(|i| {
            matches!(
                self.text.word(i),
                "близько" | "приблизно" | "орієнтовно" | "около" | "примерно" | "ориентировочно"
            )
        })
    }

    fn timed(&self, start: usize, end: usize, clock: Time) -> Resolved {
        let (zone, end) = self.zone(end);
        let skip = usize::from(matches!(self.text.word(end), "у" | "в" | "во" | ","));
        let after = self
            .dated(end + skip)
            .or_else(|| self.weekday(end + skip))
            .or_else(|| self.relative(end + skip))
            .filter(|day| day.day.is_some());
        let end = after.as_ref().map_or(end, |day| day.tokens.end);
        let (zone, end) = match zone {
            Some(_) => (zone, end),
            None => self.zone(end),
        };
        let told = self.anchors.narrated_day().or_else(|| self.anchors.today());
        let day = after.and_then(|day| day.day).or(told);
        let zone = zone.unwrap_or_else(|| self.anchors.zone.clone());
        let minute = format!("T{:02}:{:02}", clock.hour(), clock.minute());
        let when = day.and_then(|day| at_clock(day, clock, zone, self.is_loose(start)));
        Resolved {
            kind: TimeKind::Time,
            timex: day.map_or(format!("XXXX-XX-XX{minute}"), |day| {
                format!("{day}{minute}")
            }),
            when,
            rule: self.rule("uk.time.clock", "ru.time.clock"),
            ..self.resolved(start..end, day)
        }
    }

    /// "5:30"; "5.30" where a preposition says that it is an hour.
    fn digits(&self, at: usize, led: bool) -> Option<Time> {
        let raw = self.text.raw(at);
        let number = self.text.kind(at) == Some(Kind::Number);
        let (hour, minute) = raw.split_once([':', '.']).filter(|_| number)?;
        if minute.len() != 2 || raw.contains('.') && !led {
            return None;
        }
        Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
    }

    /// "5 ранку", "п'ятій годині вечора", "17 часов", "17-й годині".
    fn hour(&self, at: usize) -> Option<(Time, usize)> {
        let told = match self.text.kind(at) {
            Some(Kind::Number) if self.text.raw(at).len() <= 2 => self.text.raw(at).parse().ok()?,
            Some(Kind::Word) => *self.words.hours.at(self.text, at, self.limit)?.value,
            _ => return None,
        };
        let end = super::past_ending(self.text, at + 1);
        let worded = self.words.hour.at(self.text, end, self.limit);
        let after = end + worded.map_or(0, |word| word.tokens);
        let (hour, end) = match self.words.half_days.at(self.text, after, self.limit) {
            Some(half) => (half.value.hour(told)?, after + half.tokens),
            // "о 5 годині" may be either: only an hour of the second half is told.
            None if worded.is_some() && told > 12 => (told, after),
            None => return None,
        };
        Some((Time::new(hour, 0, 0, 0).ok()?, end))
    }

    /// "за київським часом", "МСК"; local time is the text's own.
    fn zone(&self, at: usize) -> (Option<Zone>, usize) {
        let open = usize::from(self.text.word(at) == "(");
        let Some(found) = self.words.zones.at(self.text, at + open, self.limit) else {
            return (None, at);
        };
        let end = at + open + found.tokens;
        let end = end + usize::from(open > 0 && self.text.word(end) == ")");
        (Zone::named(found.value).ok(), end)
    }
}
