//! Days that have names, and the day before them: "напередодні Великодня".

use super::Reader;
use crate::time::Resolved;
use crate::time::calendar::{add_days, on};

impl Reader<'_> {
    pub(super) fn holiday(&self, at: usize) -> Option<Resolved> {
        let found = self.words.holidays.at(self.text, at, self.limit)?;
        // "Новий рік" is a day, "новий рік" the next one.
        let mut name = at..at + found.tokens;
        if !name.any(|i| self.text.is_capital(i)) {
            return None;
        }
        let (said, end) = self.year_after(at + found.tokens);
        let ahead = self.looks_ahead(at);
        let rule = self.rule("uk.time.holiday", "ru.time.holiday");
        Some(
            found
                .value
                .resolved(at..end, said, ahead, self.anchors, rule),
        )
    }

    /// "напередодні Дня Незалежності", "накануне 9 мая".
    pub(super) fn eve(&self, at: usize) -> Option<Resolved> {
        if !matches!(self.text.word(at), "напередодні" | "накануне") {
            return None;
        }
        let named = self.holiday(at + 1).or_else(|| self.dated(at + 1))?;
        let day = named.day.and_then(|day| add_days(day, -1));
        Some(Resolved {
            timex: day.map_or_else(|| "XXXX-XX-XX".to_owned(), |day| day.to_string()),
            when: day.and_then(|day| on(day, self.anchors.zone)),
            day,
            tokens: at..named.tokens.end,
            rule: self.rule("uk.time.beside", "ru.time.beside"),
            ..named
        })
    }
}
