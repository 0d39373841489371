//! Ukrainian and Russian months, seasons and years, and what is counted from those told before.

use bearings_model::{TimeKind, When};

use super::Reader;
use crate::text::Kind;
use crate::time::Resolved;
use crate::time::calendar::{self, Unit, add_days, around, as_fine};
use crate::time::written::{self, dated};

impl Reader<'_> {
    /// The year after a month or season; its word "року" is no part of the time.
    pub(super) fn year_after(&self, at: usize) -> (Option<i16>, usize) {
        match written::year_at(self.text, at).filter(|_| at < self.limit) {
            Some(year) => (Some(year), at + 1),
            None => match self.told_year_after(at) {
                Some((year, end)) => (Some(year), end),
                None => (None, at),
            },
        }
    }

    /// "того ж року", "торік" after a day or a month.
    fn told_year_after(&self, at: usize) -> Option<(i16, usize)> {
        if let Some(told) = self.words.told_years.at(self.text, at, self.limit)
            && (self.anchors.is_history || *told.value == 0)
        {
            return Some((self.anchors.told_year()? + told.value, at + told.tokens));
        }
        let near = self.words.near_years.at(self.text, at, self.limit)?;
        let year = self.anchors.today()?.year() + near.value;
        (!self.anchors.is_history).then_some((year, at + near.tokens))
    }

    /// The year at the end of a range whose first date has none: "з травня до липня 1949".
    pub(super) fn year_of_range(&self, at: usize) -> Option<i16> {
        if !matches!(self.text.word(at), "—" | "–" | "-" | "по" | "до") {
            return None;
        }
        let from = at + 1 + usize::from(written::day(self.text, at + 1).is_some());
        let words = &self.words;
        let month = words.months.at(self.text, from, self.limit);
        let month = month.or_else(|| words.named_months.at(self.text, from, self.limit))?;
        self.year_after(from + month.tokens).0
    }

    pub(super) fn calendar(&self, at: usize) -> Option<Resolved> {
        self.month(at)
            .or_else(|| self.season(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.short_decade(at))
            .or_else(|| self.year(at))
    }

    /// "наприкінці лютого", "на початку 2014": within the whole of it, which misleads nobody.
    pub(super) fn at_an_edge(&self, at: usize) -> Option<Resolved> {
        let edge = self.words.edges.at(self.text, at, self.limit)?;
        let from = at + edge.tokens;
        let mut found = self.calendar(from).or_else(|| self.year_told(from))?;
        found.tokens.start = at;
        Some(found.at_edge(*edge.value, self.anchors))
    }

    /// "кінця року": of the year told of.
    fn year_told(&self, at: usize) -> Option<Resolved> {
        let word = matches!(self.text.word(at), "року" | "года");
        let year = self.anchors.told_year().filter(|_| word)?;
        Some(Resolved {
            timex: format!("{year:04}"),
            when: calendar::year(year, self.anchors.zone),
            rule: self.rule("uk.time.year", "ru.time.year"),
            ..self.resolved(at..at + 1, None)
        })
    }

    /// "у лютому", "травня 2014", "лютий 2014".
    fn month(&self, at: usize) -> Option<Resolved> {
        let words = &self.words;
        let inflected = words.in_months.at(self.text, at, self.limit);
        let inflected = inflected.or_else(|| words.months.at(self.text, at, self.limit));
        let month = inflected.or_else(|| words.named_months.at(self.text, at, self.limit))?;
        let old = self.of_old(at, &format!("{:02}", month.value), at + month.tokens);
        if old.is_some() {
            return old;
        }
        let (year, end) = self.year_after(at + month.tokens);
        if year.is_none() && inflected.is_none() {
            return None;
        }
        let year = year.or_else(|| self.year_of_range(end));
        let found = dated(
            at..end,
            year,
            *month.value,
            None,
            self.looks_ahead(at),
            self.anchors,
        )?;
        Some(Resolved {
            rule: self.rule("uk.time.date", "ru.time.date"),
            ..found
        })
    }

    /// "у 2014 році", "(1943)", "1942–1943": a bare number needs something that makes it a year.
    fn year(&self, at: usize) -> Option<Resolved> {
        let year = written::any_year_at(self.text, at).filter(|_| at < self.limit)?;
        let before = at.checked_sub(1);
        let led = before.is_none_or(|before| {
            self.words.year_leads.at(self.text, before, at).is_some()
                || matches!(self.text.word(before), "(" | "—" | "–" | "-" | ",")
                || matches!(self.text.kind(before), Some(Kind::Break))
        });
        // "mRNA-1273" is a name.
        let named = before.is_some_and(|before| {
            self.text.is_glued(at) && before > 0 && self.text.kind(before - 1) == Some(Kind::Word)
        });
        let led = led && !(named && self.text.word(at - 1) == "-");
        let dash = matches!(self.text.word(at + 1), "—" | "–" | "-");
        let range = dash && written::any_year_at(self.text, at + 2).is_some();
        let word = self.words.year.at(self.text, at + 1, self.limit);
        let worded = word.is_some();
        let counts = self.text.kind(at + 1) == Some(Kind::Word)
            && !self.text.is_capital(at + 1)
            && !matches!(self.text.word(at + 1), "та" | "і" | "й" | "и")
            && self
                .words
                .year_leads
                .at(self.text, at + 1, at + 2)
                .is_none();
        if !worded && !range && (!led || counts) {
            return None;
        }
        Some(Resolved {
            timex: format!("{year:04}"),
            when: calendar::year(year, self.anchors.zone),
            rule: self.rule("uk.time.year", "ru.time.year"),
            ..self.resolved(at..self.past_year_word(at + 1), None)
        })
    }

    /// "через три дні": counted from the day told of, as fine as its unit.
    fn later(&self, at: usize) -> Option<Resolved> {
        if !matches!(self.text.word(at), "через" | "спустя") {
            return None;
        }
        let length = self.length(at + 1)?;
        let number = crate::amount::amount(self.text, at + 1, self.limit)?;
        let units = &self.words.units;
        let unit = *units.at(self.text, number.tokens.end, self.limit)?.value;
        let (low, high) = (number.amount.low(), number.amount.high());
        let count = low.and_then(|low| i64::try_from(low).ok());
        let count = count.filter(|_| low == high && !unit.is_shorter_than_day());
        // Where the verb looks ahead, it is counted from the day of the text.
        let from = match self.looks_ahead(at) {
            true => self.anchors.today(),
            false => self.anchors.narrated_day(),
        };
        // "через два тижні після 10 лютого" is counted from that day.
        let other = matches!(self.text.word(length.tokens.end), "після" | "после");
        let from = from.filter(|_| !other);
        let day = count.and_then(|count| from?.checked_add(unit.length(count)?).ok());
        // What is told as past does not lie after the telling: it is counted from something else.
        let own = self.anchors.published.filter(|_| !self.looks_ahead(at));
        let day = day.filter(|day| own.is_none_or(|own| *day <= own));
        let tokens = at..length.tokens.end;
        Some(match day {
            Some(day) => Resolved {
                timex: as_fine(day, unit),
                when: around(day, unit, self.anchors.zone),
                rule: self.rule("uk.time.later", "ru.time.later"),
                ..self.resolved(tokens, (unit == Unit::Day).then_some(day))
            },
            None => Resolved { tokens, ..length },
        })
    }

    /// "1943 року" is one expression; "у 1943 році" is a place in time named by its number.
    fn past_year_word(&self, at: usize) -> usize {
        let apart = matches!(
            self.text.word(at),
            "році" | "роках" | "років" | "году" | "годах" | "годов"
        );
        let word = self.words.year.at(self.text, at, self.limit);
        at + word.filter(|_| !apart).map_or(0, |word| word.tokens)
    }

    /// "490 до н. е.": read, and beyond the calendar of bounds.
    pub(super) fn before_our_era(&self, at: usize) -> Option<Resolved> {
        if self.text.kind(at) != Some(Kind::Number) {
            return None;
        }
        let year: u16 = self.text.raw(at).parse().ok()?;
        let worded = self.words.year.at(self.text, at + 1, self.limit);
        let from = at + 1 + worded.map_or(0, |word| word.tokens);
        if let Some(era) = self.words.era.at(self.text, from, self.limit) {
            return Some(Resolved {
                timex: format!("BC{year:04}"),
                rule: self.rule("uk.time.year", "ru.time.year"),
                ..self.resolved(at..from + era.tokens, None)
            });
        }
        // The first of "490–479 до н. е."
        let dash = matches!(self.text.word(at + 1), "—" | "–" | "-");
        let last = self.text.raw(at + 2).parse::<u16>().ok().filter(|_| dash)?;
        let worded = self.words.year.at(self.text, at + 3, self.limit);
        let from = at + 3 + worded.map_or(0, |word| word.tokens);
        self.words.era.at(self.text, from, self.limit)?;
        (last <= year).then(|| Resolved {
            timex: format!("BC{year:04}"),
            rule: self.rule("uk.time.year", "ru.time.year"),
            ..self.resolved(at..at + 1, None)
        })
    }

    /// "навесні 415 до н. е.": a season or month of a year before our era.
    pub(super) fn of_old(&self, at: usize, code: &str, end: usize) -> Option<Resolved> {
        let year = self.before_our_era(end)?;
        Some(Resolved {
            timex: format!("{}-{code}", year.timex),
            ..self.resolved(at..year.tokens.end, None)
        })
    }

    /// The first day of "5–7 травня" or "з 5 по 7 травня".
    pub(super) fn first_of_range(&self, at: usize) -> Option<Resolved> {
        let day = written::day(self.text, at)?;
        let joined = matches!(
            self.text.word(at + 1),
            "—" | "–" | "-" | "по" | "до" | "та" | "і" | "й" | "и" | "на"
        );
        written::day(self.text, at + 2).filter(|last| joined && *last > day)?;
        let whole = self.dated(at + 2)?;
        let first = whole.day?.with().day(day).build().ok();
        Some(self.resolved(at..at + 1, first))
    }

    /// "наступного дня", "того ж року": counted from what the text told before.
    pub(super) fn told(&self, at: usize) -> Option<Resolved> {
        if let Some(found) = self.later(at) {
            return Some(found);
        }
        if let Some(told) = self.words.told.at(self.text, at, self.limit) {
            let day = self.anchors.narrated_day();
            let day = day.and_then(|day| add_days(day, *told.value));
            return Some(Resolved {
                rule: self.rule("uk.time.told_day", "ru.time.told_day"),
                ..self.resolved(at..at + told.tokens, day)
            });
        }
        let told = self.words.told_years.at(self.text, at, self.limit)?;
        let year = self.anchors.told_year().map(|year| year + told.value);
        Some(Resolved {
            timex: year.map_or("XXXX".to_owned(), |year| format!("{year:04}")),
            when: year.and_then(|year| calendar::year(year, self.anchors.zone)),
            rule: self.rule("uk.time.told_year", "ru.time.told_year"),
            ..self.resolved(at..at + told.tokens, None)
        })
    }

    pub(super) fn reference(&self, at: usize) -> Option<Resolved> {
        let found = self.words.references.at(self.text, at, self.limit)?;
        Some(Resolved {
            kind: TimeKind::Date,
            timex: (*found.value).to_owned(),
            when: None::<When>,
            rule: self.rule("uk.time.reference", "ru.time.reference"),
            ..self.resolved(at..at + found.tokens, None)
        })
    }
}
