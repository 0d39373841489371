//! Lengths counted from now: "останніх 12 годин", "наступні три дні", "найближчими днями".

use bearings_model::{TimeKind, When};

use super::Reader;
use crate::amount::amount;
use crate::text::Kind;
use crate::time::Resolved;
use crate::time::calendar::{Unit, add_days, midnight};

impl Reader<'_> {
    pub(super) fn window(&self, at: usize) -> Option<Resolved> {
        self.recent(at)
            .or_else(|| self.soon(at))
            .or_else(|| self.past_length(at))
            .or_else(|| self.coming_length(at))
    }

    /// "за останні дні": open at its far end.
    fn recent(&self, at: usize) -> Option<Resolved> {
        let recent = self.words.recent.at(self.text, at, self.limit)?;
        // "з 30 днями" counts.
        let before = at.checked_sub(1).map_or("", |i| self.text.word(i));
        let counted =
            at > 0 && self.text.kind(at - 1) == Some(Kind::Number) || before.ends_with("ми");
        if self.text.word(at) == "днями" && counted {
            return None;
        }
        let when = self.anchors.today().and_then(|today| {
            let from = midnight(add_days(today, -1)?);
            let to = midnight(add_days(today, 1)?);
            Some(When {
                begin: [None, Some(from)],
                end: [None, Some(to)],
                ..When::within(from, to, self.anchors.zone.clone())
            })
        });
        Some(Resolved {
            timex: "PAST_REF".to_owned(),
            when,
            rule: self.rule("uk.time.recent", "ru.time.recent"),
            ..self.resolved(at..at + recent.tokens, None)
        })
    }

    /// "найближчими днями": open at its far end.
    fn soon(&self, at: usize) -> Option<Resolved> {
        let soon = self.words.soon.at(self.text, at, self.limit)?;
        let when = self.anchors.today().and_then(|today| {
            let from = midnight(today);
            let step = midnight(add_days(today, 1)?);
            Some(When {
                begin: [Some(from), None],
                end: [Some(step), None],
                ..When::within(from, step, self.anchors.zone.clone())
            })
        });
        Some(Resolved {
            kind: match *soon.value {
                "FUTURE_REF" => TimeKind::Date,
                _ => TimeKind::Duration,
            },
            timex: (*soon.value).to_owned(),
            when,
            rule: self.rule("uk.time.coming", "ru.time.coming"),
            ..self.resolved(at..at + soon.tokens, None)
        })
    }

    /// A length or a bare unit: how many of it, and where it ends.
    fn counted(&self, at: usize) -> Option<(Unit, i64, usize)> {
        let units = self.words.units;
        if let Some(number) = amount(self.text, at, self.limit)
            && let Some(unit) = units.at(self.text, number.tokens.end, self.limit)
        {
            let count = number.amount.low().or(number.amount.high())?;
            let end = number.tokens.end + unit.tokens;
            return Some((*unit.value, i64::try_from(count).ok()?, end));
        }
        let unit = units.at(self.text, at, self.limit)?;
        Some((*unit.value, 1, at + unit.tokens))
    }

    /// "останніх 12 годин", "за останню добу": as long as stated, ending on the day of the text.
    fn past_length(&self, at: usize) -> Option<Resolved> {
        let past = self.words.past.at(self.text, at, self.limit)?;
        let from = at + past.tokens;
        if let Some(vague) = self.uncounted(at, from) {
            return Some(vague);
        }
        let (unit, count, end) = self.counted(from)?;
        let when = self.anchors.today().and_then(|today| {
            let (early, late) = (midnight(today), midnight(add_days(today, 1)?));
            let long = unit.length(count)?;
            Some(When {
                begin: [early.checked_sub(long).ok(), late.checked_sub(long).ok()],
                ..When::within(early, late, self.anchors.zone.clone())
            })
        });
        Some(self.long(at..end, unit, count, when))
    }

    /// "за останні роки": several of them, how many is not said.
    fn uncounted(&self, at: usize, from: usize) -> Option<Resolved> {
        let unit = self.words.units.at(self.text, from, self.limit)?;
        let plural = matches!(
            self.text.word(from),
            "роки"
                | "років"
                | "місяці"
                | "місяців"
                | "тижні"
                | "тижнів"
                | "дні"
                | "днів"
                | "години"
                | "годин"
                | "хвилини"
                | "хвилин"
                | "годы"
                | "лет"
                | "месяцы"
                | "месяцев"
                | "недели"
                | "недель"
                | "дни"
                | "дней"
                | "часы"
                | "часов"
                | "минуты"
                | "минут"
        );
        let led = matches!(
            self.text.word(from - 1),
            "останні" | "останніх" | "последние" | "последних" | "прошедшие" | "минувшие"
        );
        if !plural || !led {
            return None;
        }
        let when = self.anchors.today().and_then(|today| {
            let to = midnight(add_days(today, 1)?);
            let step = midnight(today).checked_sub(unit.value.length(1)?).ok()?;
            Some(When {
                begin: [None, Some(step)],
                end: [None, Some(to)],
                ..When::within(step, to, self.anchors.zone.clone())
            })
        });
        Some(Resolved {
            kind: TimeKind::Duration,
            timex: unit.value.iso("X"),
            when,
            rule: self.rule("uk.time.window", "ru.time.window"),
            ..self.resolved(at..from + unit.tokens, None)
        })
    }

    /// "протягом наступних трьох днів": as long as stated, from the day of the text.
    fn coming_length(&self, at: usize) -> Option<Resolved> {
        let coming = self.words.coming.at(self.text, at, self.limit)?;
        let from = at + coming.tokens;
        // "наступного року" is a year of the calendar; a window has its number.
        amount(self.text, from, self.limit)?;
        let (unit, count, end) = self.counted(from)?;
        let when = self.anchors.today().and_then(|today| {
            let (early, late) = (midnight(today), midnight(add_days(today, 1)?));
            let long = unit.length(count)?;
            Some(When {
                end: [early.checked_add(long).ok(), late.checked_add(long).ok()],
                ..When::within(early, late, self.anchors.zone.clone())
            })
        });
        Some(self.long(at..end, unit, count, when))
    }

    fn long(
        &self,
        tokens: std::ops::Range<usize>,
        unit: Unit,
        count: i64,
        when: Option<When>,
    ) -> Resolved {
        Resolved {
            kind: TimeKind::Duration,
            timex: unit.iso(&count.to_string()),
            when,
            rule: self.rule("uk.time.window", "ru.time.window"),
            ..self.resolved(tokens, None)
        }
    }
}
