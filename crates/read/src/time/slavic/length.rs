//! Ukrainian and Russian lengths of time, and times that come again.

use bearings_model::TimeKind;

use super::Reader;
use crate::amount::amount;
use crate::time::Resolved;
use crate::time::calendar::{Unit, around, as_fine};

impl Reader<'_> {
    /// "три дні", "12 годин": how long, with its bounds; "два дні тому" names a day.
    pub(super) fn length(&self, at: usize) -> Option<Resolved> {
        if self.first_of_two(at + 1).is_some() {
            return None;
        }
        let number = amount(self.text, at, self.limit)?;
        let unit = self
            .words
            .units
            .at(self.text, number.tokens.end, self.limit)?;
        let end = number.tokens.end + unit.tokens;
        let (low, high) = (number.amount.low(), number.amount.high());
        // TIMEX3 writes the number said: "понад три роки" is P3Y.
        let beyond = matches!(
            self.text.word(at),
            "понад" | "свыше" | "более" | "больше" | "більше"
        );
        let count = match (low, high) {
            (Some(low), None) if beyond => low.saturating_sub(1).to_string(),
            (Some(low), Some(high)) if low != high => format!("{low}-{high}"),
            (Some(one), _) | (None, Some(one)) => one.to_string(),
            (None, None) => "X".to_owned(),
        };
        let length = Resolved {
            kind: TimeKind::Duration,
            timex: unit.value.iso(&count),
            when: None,
            rule: self.rule("uk.time.duration", "ru.time.duration"),
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
        let rule = self.rule("uk.time.ago", "ru.time.ago");
        Some(match day {
            Some(day) => Resolved {
                timex: as_fine(day, *unit.value),
                when: around(day, *unit.value, self.anchors.zone),
                rule,
                ..self.resolved(tokens, (*unit.value == Unit::Day).then_some(day))
            },
            None => Resolved {
                tokens,
                kind: TimeKind::Date,
                rule,
                ..length
            },
        })
    }

    /// "щодня", "по понедельникам", "кожні дві години".
    pub(super) fn set(&self, at: usize) -> Option<Resolved> {
        let named = self.words.sets.at(self.text, at, self.limit);
        let (timex, end) = match named {
            Some(set) => ((*set.value).to_owned(), at + set.tokens),
            None => {
                let every = self.words.every.at(self.text, at, self.limit)?;
                let length = self.length(at + every.tokens)?;
                let long = length.kind == TimeKind::Duration;
                (length.timex, long.then_some(length.tokens.end)?)
            }
        };
        Some(Resolved {
            kind: TimeKind::Set,
            timex,
            rule: self.rule("uk.time.set", "ru.time.set"),
            ..self.resolved(at..end, None)
        })
    }
}
