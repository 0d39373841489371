//! Written times with fixed offsets, to and from milliseconds in UTC.
//!
//! Knows no named zone and no summer time. Days by the proleptic Gregorian calendar, after
//! Hinnant, "chrono-Compatible Low-Level Date Algorithms" (2014).

pub(crate) const MINUTE: i64 = 60_000;
pub(crate) const DAY: i64 = 86_400_000;

/// Days from 1970-01-01 to a day of the calendar; `None` if there is no such day.
pub(crate) fn days(year: i64, month: i64, day: i64) -> Option<i64> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let length = match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => return None,
    };
    if !(1..=length).contains(&day) {
        return None;
    }
    let year = year - i64::from(month <= 2);
    let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    Some(era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468)
}

/// Year, month and day of a number of days from 1970-01-01.
fn date(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let (era, of_era) = (days.div_euclid(146_097), days.rem_euclid(146_097));
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// "2031-05-05 14:00", with seconds where there are any, in a zone so many minutes ahead of UTC.
pub fn written(ms: i64, ahead_min: i64) -> String {
    let local = ms.saturating_add(ahead_min.saturating_mul(MINUTE));
    let (year, month, day) = date(local.div_euclid(DAY));
    let in_day = local.rem_euclid(DAY);
    let (hour, minute) = (in_day / 3_600_000, in_day / MINUTE % 60);
    let mut written = format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}");
    let rest = in_day % MINUTE;
    if rest != 0 {
        written.push_str(&format!(":{:02}", rest / 1000));
    }
    if rest % 1000 != 0 {
        written.push_str(&format!(".{:03}", rest % 1000));
    }
    written
}

#[cfg(test)]
mod tests {
    use super::{DAY, days, written};
    use proptest::prelude::*;

    #[test]
    fn days_are_counted_as_the_calendar_has_them() {
        for (day, count) in [
            ((1970, 1, 1), Some(0)),
            ((1969, 12, 31), Some(-1)),
            ((2000, 2, 29), Some(11_016)),
            ((1900, 2, 29), None),
            ((2022, 2, 24), Some(19_047)),
            ((2022, 13, 1), None),
        ] {
            assert_eq!(days(day.0, day.1, day.2), count, "{day:?}");
        }
    }

    proptest! {
        #[test]
        fn a_written_day_reads_back(count in -400_000_i64..400_000) {
            let text = written(count * DAY, 0);
            let (date, _) = text.rsplit_once(' ').expect("a date and an hour");
            let parts: Vec<i64> = date.rsplitn(3, '-').map(|p| p.parse().expect("digits")).collect();
            prop_assert_eq!(days(parts[2], parts[1], parts[0]), Some(count));
        }
    }
}
