//! Days that have names. Only names that mean one day wherever the text was written: what two
//! churches or two countries keep on different days needs the word that says which.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

use super::calendar::on;
use super::{Anchors, Resolved};
use bearings_model::TimeKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Feast {
    /// Month and day.
    Fixed(i8, i8),
    /// Days from Easter by the Gregorian reckoning.
    WesternEaster(i64),
    /// Days from Easter by the Julian reckoning, on the calendar in use.
    EasternEaster(i64),
    /// Easter without the word that says which: dated where both fall on one day.
    EitherEaster(i64),
    /// The `n`th such weekday of a month.
    Nth(i8, i8, Weekday),
}

impl Feast {
    pub fn day(self, year: i16) -> Option<Date> {
        match self {
            Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
            Feast::WesternEaster(days) => western(year)?.checked_add(days.days()).ok(),
            Feast::EasternEaster(days) => eastern(year)?.checked_add(days.days()).ok(),
            Feast::EitherEaster(days) => {
                let one = western(year).filter(|day| Some(*day) == eastern(year))?;
                one.checked_add(days.days()).ok()
            }
            Feast::Nth(month, nth, weekday) => Date::new(year, month, 1)
                .ok()?
                .nth_weekday_of_month(nth, weekday)
                .ok(),
        }
    }

    /// The feast of the year said, of the year told last in a history, or the one nearest the
    /// day of the text; in a text without one, only the day within a year.
    pub fn resolved(
        self,
        tokens: std::ops::Range<usize>,
        said: Option<i16>,
        ahead: bool,
        anchors: &Anchors,
        rule: &'static str,
    ) -> Resolved {
        let told = said.or(anchors.year.filter(|_| anchors.is_history));
        let day = match told {
            Some(year) => self.day(year),
            None => self.nearest(anchors.published, ahead),
        };
        let unknown = || match self {
            Feast::Fixed(month, day) => format!("XXXX-{month:02}-{day:02}"),
            _ => told.map_or("XXXX-XX-XX".to_owned(), |year| format!("{year:04}-XX-XX")),
        };
        Resolved {
            tokens,
            kind: TimeKind::Date,
            timex: day.map_or_else(unknown, |day| day.to_string()),
            when: day.and_then(|day| on(day, anchors.zone)),
            day,
            rule,
        }
    }

    /// A feast some weeks off is to come, one further off is past; a verb of the future decides.
    fn nearest(self, published: Option<Date>, ahead: bool) -> Option<Date> {
        let published = published?;
        let years = [-1, 0, 1].map(|step| published.year() + step);
        let days = years.map(|year| self.day(year));
        let days = days.into_iter().flatten();
        let distance = |day: Date| match (day - published).get_days() {
            back if back < 0 && ahead => -back * AGAINST_THE_VERB,
            to_come if to_come > 0 && !ahead => to_come * TO_COME_WEIGHS,
            days => days.abs(),
        };
        days.min_by_key(|day| distance(*day))
    }
}

const TO_COME_WEIGHS: i32 = 3;
const AGAINST_THE_VERB: i32 = 30;

/// Easter Sunday by the Gregorian reckoning: the anonymous method of 1876 (Meeus, Astronomical
/// Algorithms, chapter 8).
fn western(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (a, b, c) = (year_number % 19, year_number / 100, year_number % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let l = (32 + 2 * e + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    date(year, sum / 31, sum % 31 + 1)
}

/// Easter Sunday by the Julian reckoning (the same chapter), told by the Gregorian calendar.
fn eastern(year: i16) -> Option<Date> {
    let number = i32::from(year);
    let d = (19 * (number % 19) + 15) % 30;
    let e = (2 * (number % 4) + 4 * (number % 7) - d + 34) % 7;
    let sum = d + e + 114;
    let julian = date(year, sum / 31, sum % 31 + 1)?;
    let behind = number / 100 - number / 400 - 2;
    julian.checked_add(i64::from(behind).days()).ok()
}

fn date(year: i16, month: i32, day: i32) -> Option<Date> {
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn both_easters_fall_on_the_days_the_churches_kept() {
        let kept = [
            (date(2022, 4, 17), date(2022, 4, 24)),
            (date(2023, 4, 9), date(2023, 4, 16)),
            (date(2024, 3, 31), date(2024, 5, 5)),
            (date(2025, 4, 20), date(2025, 4, 20)),
            (date(1999, 4, 4), date(1999, 4, 11)),
        ];
        for (west, east) in kept {
            assert_eq!(western(west.year()), Some(west));
            assert_eq!(eastern(east.year()), Some(east));
        }
        assert_eq!(Feast::EitherEaster(0).day(2024), None);
        assert!(Feast::EitherEaster(0).day(2025).is_some());
    }
}
