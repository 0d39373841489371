//! Parts of a day: "вночі 2 березня", "рано утром", "у ніч на 1 березня".

use bearings_model::TimeKind;

use super::Reader;
use crate::text::Kind;
use crate::time::Resolved;
use crate::time::calendar::{DayPart, add_days};

impl Reader<'_> {
    /// "вночі 2 березня" may be the night before that day or after it: both are within.
    pub(super) fn in_part_of_day(&self, found: Resolved, part: DayPart, end: usize) -> Resolved {
        let either = DayPart {
            from_hour: 0,
            hours: 30,
            ..part
        };
        let part = if part.code == "TNI" { either } else { part };
        self.in_part(found, part, end)
    }

    pub(super) fn in_part(&self, mut found: Resolved, part: DayPart, end: usize) -> Resolved {
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
    pub(super) fn part_alone(&self, at: usize) -> Option<Resolved> {
        let part = self.words.parts.at(self.text, at, self.limit)?;
        let end = at + part.tokens;
        if self.text.word(at) == "днем" && self.is_the_day_of(at) {
            return None;
        }
        let skip = usize::from(matches!(self.text.word(end), "у" | "в" | "во"));
        let comma = usize::from(self.text.word(end) == ",");
        let named = self
            .relative(end)
            .or_else(|| self.dated(end + comma))
            .or_else(|| self.weekday(end + skip));
        if let Some(mut day) = named {
            let end = day.tokens.end;
            day.tokens.start = at;
            return Some(self.in_part_of_day(day, *part.value, end));
        }
        let back = i64::from(part.value.code == "TNI");
        let last = || add_days(self.anchors.today()?, -back);
        let day = match self.anchors.is_history {
            true => self.anchors.narrated_day(),
            false => last(),
        };
        let found = Resolved {
            rule: self.rule("uk.time.part_of_day", "ru.time.part_of_day"),
            ..self.resolved(at..end, day)
        };
        Some(self.in_part(found, *part.value, end))
    }

    /// "перед днем голосования", "национальным днем": the day of something, no part of one.
    fn is_the_day_of(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |i| self.text.word(i));
        let begins = at == 0
            || self.text.kind(at - 1) != Some(Kind::Word)
            || matches!(before, "и" | "а" | "но" | "же" | "уже")
            || self.words.days.at(self.text, at - 1, at).is_some();
        let other = matches!(
            self.text.word(at + 1),
            "до" | "после" | "раньше" | "позже" | "ранее"
        );
        !begins || other
    }

    /// "в ніч на 1 березня": the night before.
    pub(super) fn night_to(&self, at: usize) -> Option<Resolved> {
        let from = match self.words.night_to.at(self.text, at, self.limit) {
            Some(lead) => at + lead.tokens,
            None => self.night_from(at)?,
        };
        let day = self.dated(from).or_else(|| self.weekday(from))?;
        let before = day.day.and_then(|day| add_days(day, -1));
        let night = DayPart {
            code: "TNI",
            from_hour: 18,
            hours: 12,
        };
        let end = day.tokens.end;
        let found = Resolved {
            rule: self.rule("uk.time.overnight", "ru.time.overnight"),
            ..self.resolved(at..end, before)
        };
        Some(self.in_part(found, night, end))
    }

    /// "ніч з 28 лютого на 1 березня": where the second day stands.
    fn night_from(&self, at: usize) -> Option<usize> {
        let night = matches!(self.text.word(at), "ніч" | "ночь");
        if !night || !matches!(self.text.word(at + 1), "з" | "із" | "зі" | "с" | "со") {
            return None;
        }
        let first = self
            .dated(at + 2)
            .or_else(|| self.weekday(at + 2))
            .or_else(|| self.first_of_range(at + 2))?;
        (self.text.word(first.tokens.end) == "на").then_some(first.tokens.end + 1)
    }
}
