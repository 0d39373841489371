//! The time axis: where a moment stands, and round times to mark.
//!
//! Rounds in a fixed offset; how a time is written is the caller's.

use std::fmt::Write;

use super::escaped;
use crate::civil::MINUTE;
use crate::moment::Interval;
use crate::network::{Network, Using};

/// How times are marked and written.
pub struct Axis<'a> {
    /// Marks are round in a zone so many minutes ahead of UTC.
    pub ahead_min: i64,
    /// Writes a moment given in milliseconds since 1970 in UTC.
    pub written: &'a dyn Fn(i64) -> String,
}

impl std::fmt::Debug for Axis<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Axis")
            .field("ahead_min", &self.ahead_min)
            .finish_non_exhaustive()
    }
}

/// Distances of marks: seconds, minutes, hours, days, years of 365 days.
const ROUND_S: [i64; 23] = [
    1,
    2,
    5,
    10,
    30,
    60,
    120,
    300,
    600,
    1_800,
    3_600,
    7_200,
    10_800,
    21_600,
    43_200,
    86_400,
    172_800,
    604_800,
    2_592_000,
    7_776_000,
    31_536_000,
    315_360_000,
    3_153_600_000,
];
const MOST_MARKS: i64 = 5;

pub(super) struct Scale {
    from: i64,
    to: i64,
    left: f64,
    width: f64,
    bounded: bool,
}

impl Scale {
    /// From a little before the earliest bound to a little after the latest.
    pub(super) fn new(network: &Network, left: i64, width: i64) -> Self {
        let mut known: Vec<i64> = Vec::new();
        for (_, event) in network.events() {
            for moment in [event.begin, event.end] {
                let Interval { earliest, latest } =
                    network.bounds(moment, Using::Firm).spans.hull();
                known.extend(earliest.into_iter().chain(latest));
            }
        }
        let (low, high) = (known.iter().min(), known.iter().max());
        let (low, high) = (low.copied().unwrap_or(0), high.copied().unwrap_or(0));
        let room = ((high - low) / 25).max(1_000);
        Scale {
            from: low - room,
            to: high + room,
            left: left as f64,
            width: width as f64,
            bounded: !known.is_empty(),
        }
    }

    pub(super) fn x(&self, time: i64) -> f64 {
        let share = (time - self.from) as f64 / (self.to - self.from) as f64;
        self.left + share * self.width
    }

    /// Where a bar begins and ends; an open side is the edge.
    pub(super) fn ends(&self, bar: Interval) -> (f64, f64) {
        (
            bar.earliest.map_or(self.left, |time| self.x(time)),
            bar.latest
                .map_or(self.left + self.width, |time| self.x(time)),
        )
    }

    pub(super) fn grid(&self, svg: &mut String, axis: &Axis, top: i64, bottom: i64) {
        if !self.bounded {
            return;
        }
        for time in self.marks(axis.ahead_min) {
            let x = self.x(time);
            let _ = writeln!(
                svg,
                "<line class=\"grid\" x1=\"{x:.1}\" x2=\"{x:.1}\" y1=\"{}\" y2=\"{bottom}\"/>\
                 <text x=\"{x:.1}\" y=\"{}\" text-anchor=\"middle\">{}</text>",
                top - 6,
                top - 14,
                escaped(&(axis.written)(time))
            );
        }
    }

    fn marks(&self, ahead_min: i64) -> Vec<i64> {
        let ahead = ahead_min.saturating_mul(MINUTE);
        let span = self.to - self.from;
        let steps = ROUND_S.iter().map(|seconds| seconds * 1_000);
        let fitting = steps.into_iter().find(|step| span / step <= MOST_MARKS);
        let step = fitting.unwrap_or(span);
        let mut time = (self.from + ahead).div_euclid(step) * step - ahead + step;
        let mut marks = Vec::new();
        while time < self.to {
            marks.push(time);
            time += step;
        }
        marks
    }
}
