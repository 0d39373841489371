//! The stretch of time a timeline shows, in whole days, and where a moment lies on it.

use jiff::ToSpan;
use jiff::civil::{Date, DateTime};

use super::Bounds;

/// A stretch up to this long is shown whole. Beyond it, one entry from years ago would squeeze
/// the days that matter into a hair's breadth.
const LONGEST_WHOLE_DAYS: i32 = 45;

/// About as many day names as fit side by side on a telephone.
const DAY_NAMES: i32 = 8;

#[derive(Clone, Copy, Debug)]
pub(crate) struct Axis {
    pub first: Date,
    /// The day after the last one shown.
    pub end: Date,
}

impl Axis {
    /// Around all bounds given, or around the days that hold most of them.
    pub fn around(entries: &[Bounds]) -> Option<Self> {
        let mut moments: Vec<DateTime> = entries.iter().flat_map(|bounds| bounds.all()).collect();
        moments.sort_unstable();
        let (earliest, latest) = (*moments.first()?, *moments.last()?);
        let whole = Self::of(earliest, latest);
        if whole.length() <= LONGEST_WHOLE_DAYS {
            return Some(whole);
        }
        let densest = moments.iter().max_by_key(|from| {
            let within = |at: &&DateTime| {
                at >= from && at.date() <= after(from.date(), LONGEST_WHOLE_DAYS - 2)
            };
            // Of equals `max_by_key` takes the last; the earliest reads better.
            (
                moments.iter().filter(within).count(),
                std::cmp::Reverse(**from),
            )
        })?;
        let last = moments
            .iter()
            .filter(|at| at.date() <= after(densest.date(), LONGEST_WHOLE_DAYS - 2))
            .max()?;
        Some(Self::of(*densest, *last))
    }

    fn of(earliest: DateTime, latest: DateTime) -> Self {
        let closes_at_midnight = latest == latest.date().at(0, 0, 0, 0) && latest > earliest;
        let end = if closes_at_midnight {
            latest.date()
        } else {
            after(latest.date(), 1)
        };
        let first = earliest.date();
        Self {
            first,
            end: end.max(after(first, 1)),
        }
    }

    /// In days.
    pub fn length(&self) -> i32 {
        self.first.until(self.end).map_or(0, |span| span.get_days())
    }

    /// Where a moment lies, 0 at the left edge and 1 at the right; outside values are allowed.
    pub fn place(&self, at: DateTime) -> f64 {
        let start = self.first.at(0, 0, 0, 0);
        let whole = start.duration_until(self.end.at(0, 0, 0, 0)).as_secs_f64();
        start.duration_until(at).as_secs_f64() / whole.max(1.0)
    }

    pub fn percent(&self, at: DateTime) -> String {
        percent(self.place(at))
    }

    /// The days that are named: every one, or every few where there are many.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let step = (self.length() + DAY_NAMES - 1) / DAY_NAMES;
        self.every(step.max(1))
    }

    /// All days from the first on, `step` apart.
    pub fn every(&self, step: i32) -> impl Iterator<Item = Date> + use<> {
        let end = self.end;
        self.first
            .series(i64::from(step).days())
            .take_while(move |day| *day < end)
    }
}

pub(super) fn percent(share: f64) -> String {
    format!("{:.2}%", share * 100.0)
}

fn after(day: Date, days: i32) -> Date {
    day.saturating_add(i64::from(days).days())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    /// Entries that each fill one day, and the first and last day the axis shows.
    #[track_caller]
    fn check(days: &[Date], first: Date, last: Date) {
        let entry = |day: &Date| Bounds {
            begin: [Some(day.at(0, 0, 0, 0)); 2],
            end: [Some(after(*day, 1).at(0, 0, 0, 0)); 2],
        };
        let axis = Axis::around(&days.iter().map(entry).collect::<Vec<_>>()).unwrap();
        assert_eq!((axis.first, axis.end), (first, after(last, 1)));
    }

    #[test]
    fn the_axis_shows_whole_days_and_all_of_them() {
        check(
            &[date(2022, 2, 24), date(2022, 3, 1)],
            date(2022, 2, 24),
            date(2022, 3, 1),
        );
        check(&[date(2022, 2, 28)], date(2022, 2, 28), date(2022, 2, 28));
    }

    #[test]
    fn an_entry_from_years_ago_does_not_squeeze_the_rest() {
        let days = [date(2014, 4, 12), date(2022, 2, 24), date(2022, 2, 26)];
        check(&days, date(2022, 2, 24), date(2022, 2, 26));
    }

    #[test]
    fn without_a_date_there_is_no_axis() {
        assert!(Axis::around(&[Bounds::default()]).is_none());
    }
}
