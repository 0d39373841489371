//! Days, weeks, months and their bounds.

use bearings_model::{When, Zone};
use jiff::civil::{Date, DateTime, Weekday};
use jiff::{Span as Length, ToSpan};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,
    Decade,
    Century,
}

impl Unit {
    /// `count` of the unit as an ISO 8601 duration.
    pub fn iso(self, count: &str) -> String {
        match self {
            Unit::Second => format!("PT{count}S"),
            Unit::Minute => format!("PT{count}M"),
            Unit::Hour => format!("PT{count}H"),
            Unit::Day => format!("P{count}D"),
            Unit::Week => format!("P{count}W"),
            Unit::Month => format!("P{count}M"),
            Unit::Year => format!("P{count}Y"),
            Unit::Decade | Unit::Century => match count.parse::<i64>() {
                Ok(count) => format!("P{}Y", count.saturating_mul(self.years())),
                Err(_) if self == Unit::Decade => format!("P{count}DE"),
                Err(_) => format!("P{count}CE"),
            },
        }
    }

    pub fn length(self, count: i64) -> Option<Length> {
        let zero = Length::new();
        match self {
            Unit::Second => zero.try_seconds(count),
            Unit::Minute => zero.try_minutes(count),
            Unit::Hour => zero.try_hours(count),
            Unit::Day => zero.try_days(count),
            Unit::Week => zero.try_weeks(count),
            Unit::Month => zero.try_months(count),
            Unit::Year | Unit::Decade | Unit::Century => {
                zero.try_years(count.checked_mul(self.years())?)
            }
        }
        .ok()
    }

    fn years(self) -> i64 {
        match self {
            Unit::Decade => 10,
            Unit::Century => 100,
            _ => 1,
        }
    }

    pub fn is_shorter_than_day(self) -> bool {
        matches!(self, Unit::Second | Unit::Minute | Unit::Hour)
    }
}

pub(super) fn midnight(day: Date) -> DateTime {
    day.at(0, 0, 0, 0)
}

pub(super) fn add_days(day: Date, days: i64) -> Option<Date> {
    day.checked_add(days.days()).ok()
}

/// Somewhere within one day.
pub(super) fn on(day: Date, zone: &Zone) -> Option<When> {
    days(day, 1, zone)
}

/// Somewhere within `count` days from `first`.
pub(super) fn days(first: Date, count: i64, zone: &Zone) -> Option<When> {
    let end = add_days(first, count)?;
    Some(When::within(midnight(first), midnight(end), zone.clone()))
}

pub(super) fn month(year: i16, month: i8, zone: &Zone) -> Option<When> {
    let first = Date::new(year, month, 1).ok()?;
    let next = first.checked_add(1.month()).ok()?;
    Some(When::within(midnight(first), midnight(next), zone.clone()))
}

pub(super) fn year(year: i16, zone: &Zone) -> Option<When> {
    let first = Date::new(year, 1, 1).ok()?;
    let next = Date::new(year.checked_add(1)?, 1, 1).ok()?;
    Some(When::within(midnight(first), midnight(next), zone.clone()))
}

/// The ISO week `weeks` after the one `day` lies in, Monday first: `2022-W08` and its bounds.
pub(super) fn week(day: Date, weeks: i64, zone: &Zone) -> Option<(String, When)> {
    let monday = add_days(
        day,
        -i64::from(day.weekday().to_monday_zero_offset()) + 7 * weeks,
    )?;
    let iso = monday.iso_week_date();
    let name = format!("{:04}-W{:02}", iso.year(), iso.week());
    Some((name, days(monday, 7, zone)?))
}

/// Parts of a day with the hours they cover, as TIMEX3 names them. The hours are a convention
/// wide enough for both ends of a season: a bound that is too wide misleads nobody.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayPart {
    pub code: &'static str,
    pub from_hour: i8,
    /// Hours after `from_hour`.
    pub hours: i64,
}

impl DayPart {
    pub fn on(self, day: Date, zone: &Zone) -> Option<When> {
        let from = day.at(self.from_hour, 0, 0, 0);
        let to = from.checked_add(self.hours.hours()).ok()?;
        Some(When::within(from, to, zone.clone()))
    }
}

/// The last `wanted` before `today`; with `today_counts`, today itself may be it.
pub(super) fn weekday_before(today: Date, wanted: Weekday, today_counts: bool) -> Option<Date> {
    let back = i64::from(today.weekday().since(wanted));
    let back = if back == 0 && !today_counts { 7 } else { back };
    add_days(today, -back)
}

/// The first `wanted` after `today`, never today.
pub(super) fn weekday_after(today: Date, wanted: Weekday) -> Option<Date> {
    let ahead = i64::from(wanted.since(today.weekday()));
    add_days(today, if ahead == 0 { 7 } else { ahead })
}

/// A season by its TIMEX3 code, meteorological; winter begins in the year before or ends in the
/// year after, which a text seldom says: both are within.
pub(super) fn season(year: i16, code: &str, zone: &Zone) -> Option<When> {
    let months = |from: Date, count: i64| {
        let to = from.checked_add(count.months()).ok()?;
        Some(When::within(midnight(from), midnight(to), zone.clone()))
    };
    match code {
        "SP" => months(Date::new(year, 3, 1).ok()?, 3),
        "SU" => months(Date::new(year, 6, 1).ok()?, 3),
        "FA" => months(Date::new(year, 9, 1).ok()?, 3),
        _ => months(Date::new(year.checked_sub(1)?, 12, 1).ok()?, 15),
    }
}

/// A quarter of a year.
pub(super) fn quarter(year: i16, number: i8, zone: &Zone) -> Option<When> {
    let first = Date::new(year, number * 3 - 2, 1).ok()?;
    let next = first.checked_add(3.months()).ok()?;
    Some(When::within(midnight(first), midnight(next), zone.clone()))
}

/// Years from `first`: a decade, a century.
pub(super) fn years(first: i16, count: i16, zone: &Zone) -> Option<When> {
    let from = Date::new(first, 1, 1).ok()?;
    let to = Date::new(first.checked_add(count)?, 1, 1).ok()?;
    Some(When::within(midnight(from), midnight(to), zone.clone()))
}

/// A count of years names a year, a count of weeks a week.
pub(super) fn as_fine(day: Date, unit: Unit) -> String {
    match unit {
        Unit::Year | Unit::Decade | Unit::Century => format!("{:04}", day.year()),
        Unit::Month => format!("{:04}-{:02}", day.year(), day.month()),
        Unit::Week => {
            let week = day.iso_week_date();
            format!("{:04}-W{:02}", week.year(), week.week())
        }
        _ => day.to_string(),
    }
}

/// Half a unit to either side of the day counted to: people round.
pub(super) fn around(day: Date, unit: Unit, zone: &Zone) -> Option<When> {
    let either = match unit {
        Unit::Year => 183,
        Unit::Decade => 5 * 366,
        Unit::Century => 50 * 366,
        Unit::Month => 16,
        Unit::Week => 4,
        _ => return on(day, zone),
    };
    days(add_days(day, -either)?, 2 * either + 1, zone)
}

/// The weekend nearest the text, or `step` weeks from the one its week ends with.
pub(super) fn weekend(
    today: Option<Date>,
    step: Option<i64>,
    zone: &Zone,
) -> (String, Option<When>) {
    let step = step.unwrap_or_else(|| {
        let early = today.is_some_and(|today| today.weekday().to_monday_zero_offset() < 3);
        -i64::from(early)
    });
    let Some((name, monday)) = today.and_then(|day| week(day, step, zone)) else {
        return ("XXXX-WXX-WE".to_owned(), None);
    };
    let saturday = monday.begin[0].and_then(|from| add_days(from.date(), 5));
    let when = saturday.and_then(|from| days(from, 2, zone));
    (format!("{name}-WE"), when)
}

/// The week, month or year `step` units from the one of `today`, and its value; other units have
/// no names.
pub(super) fn period(
    today: Option<Date>,
    unit: Unit,
    step: i64,
    zone: &Zone,
) -> Option<(String, Option<When>)> {
    let Some(today) = today else {
        let named = matches!(unit, Unit::Week | Unit::Month | Unit::Year);
        return named.then(|| ("XXXX".to_owned(), None));
    };
    match unit {
        Unit::Week => week(today, step, zone).map(|(name, when)| (name, Some(when))),
        Unit::Month | Unit::Year => {
            let day = today.checked_add(unit.length(step)?).ok()?;
            Some(match unit {
                Unit::Year => (day.year().to_string(), year(day.year(), zone)),
                _ => (
                    format!("{}-{:02}", day.year(), day.month()),
                    month(day.year(), day.month(), zone),
                ),
            })
        }
        _ => None,
    }
}
