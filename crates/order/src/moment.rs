//! Moments and intervals: milliseconds since 1970 in UTC, as whole numbers.
//!
//! Knows no calendar and no zone; those are the caller's.

use serde::Serialize;

/// The farthest a bound or a difference may lie from 1970 or from zero: 2^45 ms, 1,115 years.
/// With [`MOST_MOMENTS`] it keeps every sum along a path within 64 bits.
pub const FARTHEST: i64 = 1 << 45;

/// The most moments a network holds: 2^16, so 32,767 events with a begin and an end.
pub const MOST_MOMENTS: u32 = 1 << 16;

/// A moment of the network: the begin or the end of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Moment(pub(crate) u32);

impl Moment {
    /// 1970-01-01T00:00Z, from which bounds are measured.
    pub const ORIGIN: Moment = Moment(0);
}

/// A clip, an event or a single moment, by its place among the network's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct EventId(pub(crate) u32);

impl EventId {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A clue, by the order in which it was given.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ClueId(pub(crate) u32);

impl ClueId {
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// From the earliest to the latest, both included; a side that nothing bounds is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Default, Serialize)]
pub struct Interval {
    pub earliest: Option<i64>,
    pub latest: Option<i64>,
}

impl Interval {
    pub const fn new(earliest: i64, latest: i64) -> Self {
        Interval {
            earliest: Some(earliest),
            latest: Some(latest),
        }
    }

    pub const fn until(latest: i64) -> Self {
        Interval {
            earliest: None,
            latest: Some(latest),
        }
    }

    pub const fn since(earliest: i64) -> Self {
        Interval {
            earliest: Some(earliest),
            latest: None,
        }
    }

    /// `middle - tolerance ..= middle + tolerance`.
    pub const fn around(middle: i64, tolerance: i64) -> Self {
        Interval::new(
            middle.saturating_sub(tolerance),
            middle.saturating_add(tolerance),
        )
    }

    pub(crate) fn low(self) -> i64 {
        self.earliest.unwrap_or(i64::MIN)
    }

    pub(crate) fn high(self) -> i64 {
        self.latest.unwrap_or(i64::MAX)
    }

    pub(crate) fn from_ends(low: i64, high: i64) -> Self {
        Interval {
            earliest: (low != i64::MIN).then_some(low),
            latest: (high != i64::MAX).then_some(high),
        }
    }

    fn holds(self, other: Interval) -> bool {
        self.low() <= other.low() && other.high() <= self.high()
    }
}

/// Intervals that lie apart, in order.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
#[serde(transparent)]
pub struct Spans(Vec<Interval>);

impl Spans {
    pub fn intervals(&self) -> &[Interval] {
        &self.0
    }

    /// From the earliest of all to the latest of all.
    pub fn hull(&self) -> Interval {
        Interval {
            earliest: self.0.first().and_then(|first| first.earliest),
            latest: self.0.last().and_then(|last| last.latest),
        }
    }

    pub(crate) fn of(interval: Interval) -> Self {
        Spans(vec![interval])
    }

    pub(crate) fn hold(&self, interval: Interval) -> bool {
        self.0.iter().any(|span| span.holds(interval))
    }

    /// Adds an interval; intervals that touch become one.
    pub(crate) fn insert(&mut self, interval: Interval) {
        let (mut low, mut high) = (interval.low(), interval.high());
        let apart = |span: &Interval| {
            span.high().saturating_add(1) < low || span.low() > high.saturating_add(1)
        };
        let (kept, joined): (Vec<Interval>, Vec<Interval>) = self.0.iter().partition(|s| apart(s));
        for span in joined {
            low = low.min(span.low());
            high = high.max(span.high());
        }
        self.0 = kept;
        self.0.push(Interval::from_ends(low, high));
        self.0.sort_unstable_by_key(|span| span.low());
    }

    /// What lies in both.
    pub(crate) fn meet(&self, other: &Spans) -> Spans {
        let mut met = Spans::default();
        for a in &self.0 {
            for b in &other.0 {
                let (low, high) = (a.low().max(b.low()), a.high().min(b.high()));
                if low <= high {
                    met.insert(Interval::from_ends(low, high));
                }
            }
        }
        met
    }
}

#[cfg(test)]
mod tests {
    use super::{Interval, Spans};

    #[test]
    fn spans_that_touch_become_one_and_others_stay_apart() {
        let mut spans = Spans::default();
        for (low, high) in [(20, 30), (1, 5), (6, 8), (40, 50), (29, 39)] {
            spans.insert(Interval::new(low, high));
        }
        assert_eq!(
            spans.intervals(),
            [Interval::new(1, 8), Interval::new(20, 50)]
        );
        assert_eq!(spans.hull(), Interval::new(1, 50));
        let mut other = Spans::of(Interval::until(3));
        other.insert(Interval::since(45));
        assert_eq!(
            spans.meet(&other).intervals(),
            [Interval::new(1, 3), Interval::new(45, 50)]
        );
    }
}
