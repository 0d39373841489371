//! "Early", "mid", "late": which part of a named stretch of time is meant.
//!
//! No word says how early or how late, so each part is wide: half of the whole. The halves of
//! "early" and "late" meet, the middle one overlaps both; a bound too wide misleads nobody.

use bearings_model::When;
use jiff::civil::{Date, DateTime};
use jiff::{SpanRound, ToSpan, Unit};

use super::calendar::midnight;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Edge {
    Early,
    Mid,
    Late,
    /// "Earlier this year": up to the day of the text.
    Earlier,
    /// "Later this year": from the day of the text on.
    Later,
    /// "Sometime last year": anywhere in it.
    Anywhere,
}

impl Edge {
    /// The part of `when` this edge names; `when` itself where it has no two bounds.
    pub fn of(self, when: When, today: Option<Date>) -> When {
        let (Some(from), Some(to)) = (when.earliest(), when.latest()) else {
            return when;
        };
        let part = match self {
            Edge::Early => parted(from, to, 0, 2),
            Edge::Mid => parted(from, to, 1, 3),
            Edge::Late => parted(from, to, 2, 4),
            Edge::Earlier => {
                today.and_then(|day| Some((from, day.tomorrow().ok()?.at(0, 0, 0, 0))))
            }
            Edge::Later => today.map(|day| (midnight(day), to)),
            Edge::Anywhere => None,
        };
        match part {
            // A year that lies behind the text altogether is not cut.
            Some((first, last)) if from <= first && first < last && last <= to => {
                When::within(first, last, when.zone)
            }
            _ => when,
        }
    }
}

/// From the `low`th to the `high`th quarter, whole days where it is longer than a few.
fn parted(from: DateTime, to: DateTime, low: i64, high: i64) -> Option<(DateTime, DateTime)> {
    let whole = to - from;
    let hours = whole
        .round(SpanRound::new().largest(Unit::Hour).relative(from))
        .ok()?
        .get_hours();
    let hours = i64::from(hours);
    let step = |quarters: i64, up: bool| {
        let at = hours * quarters / 4;
        let at = if hours < 24 * WHOLE_DAYS_FROM {
            at
        } else if up {
            (at + 23) / 24 * 24
        } else {
            at / 24 * 24
        };
        from.checked_add(at.min(hours).hours()).ok()
    };
    Some((step(low, false)?, step(high, true)?))
}

/// A week is parted into days, a day into hours.
const WHOLE_DAYS_FROM: i64 = 3;
