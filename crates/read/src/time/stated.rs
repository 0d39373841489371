//! How exact a stated clock time is: the four bounds of "5 p.m.", "17:30", "05:12".
//!
//! People tell time rounded: reports heap on whole hours, halves, quarters and fives (rounding to
//! prototypical values, Huttenlocher, Hedges and Bradburn 1990). So a time stands for every minute
//! nearer to it than to the next of the coarsest kind it is one of: "5 p.m." for 16:30 to 17:30,
//! "5:30" for 5:15 to 5:45, "05:12" for that minute alone. The TIMEX3 value stays as stated.

use bearings_model::{When, Zone};
use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};

/// Steps in minutes that times are rounded to, coarsest first, and half of each, rounded up.
const STEPS: [(i8, i64); 4] = [(60, 30), (30, 15), (15, 8), (5, 3)];

/// The bounds of a stated time; `loosely` where "about" says that it is not even that exact. A day
/// that is named is meant, so the bounds stay inside it.
pub(super) fn at_clock(day: Date, clock: Time, zone: Zone, loosely: bool) -> Option<When> {
    let stated = day.to_datetime(clock);
    let step = STEPS.iter().find(|(step, _)| clock.minute() % step == 0);
    let (before, after) = match step {
        Some((_, half)) if loosely => (half * 2, half * 2),
        Some((_, half)) => (*half, *half),
        None if loosely => (3, 3),
        None => (0, 1),
    };
    let from = stated.checked_sub(before.minutes()).ok()?;
    let to = stated.checked_add(after.minutes()).ok()?;
    let midnight = |day: Date| day.at(0, 0, 0, 0);
    let next = midnight(day.tomorrow().ok()?);
    Some(When::within(from.max(midnight(day)), to.min(next), zone))
}

/// The moment a TIMEX3 value of a clock time states.
pub(super) fn moment(timex: &str) -> Option<DateTime> {
    timex.parse().ok().filter(|_| timex.contains('T'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn a_rounder_time_is_less_exact_and_never_leaves_its_day() {
        let bounds = |hour, minute, loosely| {
            let when = at_clock(
                date(2022, 2, 28),
                time(hour, minute, 0, 0),
                Zone::utc(),
                loosely,
            );
            let when = when.unwrap();
            let told = |at: Option<DateTime>| at.unwrap().strftime("%dT%H:%M").to_string();
            (told(when.earliest()), told(when.latest()))
        };
        let pair = |from: &str, to: &str| (from.to_owned(), to.to_owned());
        assert_eq!(bounds(17, 0, false), pair("28T16:30", "28T17:30"));
        assert_eq!(bounds(17, 30, false), pair("28T17:15", "28T17:45"));
        assert_eq!(bounds(17, 45, false), pair("28T17:37", "28T17:53"));
        assert_eq!(bounds(17, 5, false), pair("28T17:02", "28T17:08"));
        assert_eq!(bounds(17, 12, false), pair("28T17:12", "28T17:13"));
        assert_eq!(bounds(17, 0, true), pair("28T16:00", "28T18:00"));
        assert_eq!(bounds(0, 0, false), pair("28T00:00", "28T00:30"));
        assert_eq!(bounds(23, 45, true), pair("28T23:29", "01T00:00"));
    }
}
