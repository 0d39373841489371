//! When something began and ended, as four bounds: what is not known stays open.

use std::fmt;

use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{RuleName, Span};

/// A time zone by its IANA name. Names are checked when made.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Zone {
    name: String,
    zone: TimeZone,
}

#[derive(Debug, Error)]
#[error("'{name}' is no time zone; use an IANA name such as Europe/Kyiv")]
pub struct ZoneError {
    name: String,
}

impl Zone {
    pub fn named(name: &str) -> Result<Self, ZoneError> {
        match TimeZone::get(name) {
            Ok(zone) => Ok(Self {
                name: name.to_owned(),
                zone,
            }),
            Err(_) => Err(ZoneError {
                name: name.to_owned(),
            }),
        }
    }

    pub fn utc() -> Self {
        Self {
            name: "UTC".to_owned(),
            zone: TimeZone::UTC,
        }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    /// `2022-02-27T00:00+02:00`. With `closing`, midnight is written as the end of the day
    /// before (`T24:00`), as ISO 8601 allows, so that an upper bound reads as the day it closes.
    pub fn write(&self, at: DateTime, closing: bool) -> String {
        let offset = self.zone.to_ambiguous_zoned(at).compatible();
        let offset = match offset {
            Ok(zoned) => zoned.offset().seconds(),
            Err(_) => 0,
        };
        let sign = if offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 3600, offset.abs() / 60 % 60);
        let midnight = at.hour() == 0 && at.minute() == 0 && at.second() == 0;
        let stated = match at.date().yesterday() {
            Ok(day) if closing && midnight => format!("{day}T24:00"),
            _ => format!("{}T{:02}:{:02}", at.date(), at.hour(), at.minute()),
        };
        format!("{stated}{sign}{hours:02}:{minutes:02}")
    }
}

impl fmt::Debug for Zone {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Zone({})", self.name)
    }
}

impl TryFrom<String> for Zone {
    type Error = ZoneError;

    fn try_from(name: String) -> Result<Self, ZoneError> {
        Zone::named(&name)
    }
}

impl From<Zone> for String {
    fn from(zone: Zone) -> String {
        zone.name
    }
}

/// Four bounds in civil time of `zone`; an open bound is `None`.
///
/// "On Sunday" bounds both begin and end by that day; "since Sunday" leaves the end open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// Earliest and latest moment it can have begun.
    pub begin: [Option<DateTime>; 2],
    /// Earliest and latest moment it can have ended.
    pub end: [Option<DateTime>; 2],
    pub zone: Zone,
    pub basis: TimeBasis,
}

/// What a time is the time of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TimeBasis {
    Captured,
    Posted,
    Stated,
    Occurred,
}

impl When {
    /// Somewhere between the two moments; how long within is not said.
    pub fn within(from: DateTime, to: DateTime, zone: Zone) -> Self {
        Self {
            begin: [Some(from), Some(to)],
            end: [Some(from), Some(to)],
            zone,
            basis: TimeBasis::Stated,
        }
    }

    /// From one moment to the other, all of it.
    pub fn through(from: DateTime, to: DateTime, zone: Zone) -> Self {
        Self {
            begin: [Some(from), Some(from)],
            end: [Some(to), Some(to)],
            zone,
            basis: TimeBasis::Stated,
        }
    }

    /// The earliest moment any of it can lie at.
    pub fn earliest(&self) -> Option<DateTime> {
        self.begin[0]
    }

    /// The latest moment any of it can lie at.
    pub fn latest(&self) -> Option<DateTime> {
        self.end[1]
    }

    /// Whether the two can share a moment; open ends can.
    pub fn may_meet(&self, other: &When) -> bool {
        let ends_before = |one: &When, two: &When| match (one.latest(), two.earliest()) {
            (Some(end), Some(begin)) => end <= begin,
            _ => false,
        };
        !ends_before(self, other) && !ends_before(other, self)
    }
}

/// TIMEX3 types (ISO-TimeML).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeKind {
    Date,
    Time,
    Duration,
    Set,
}

/// A time expression as written and as resolved.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMention {
    pub span: Span,
    pub text: String,
    pub kind: TimeKind,
    /// TIMEX3 value: `2022-02-27`, `P3D`, `2022-02-25TNI`, `XXXX-WXX-7` where it has no anchor.
    pub timex: String,
    /// `None` where no anchor allows a date.
    pub when: Option<When>,
    pub rule: RuleName,
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn an_upper_bound_at_midnight_is_written_as_the_day_it_closes() {
        let kyiv = Zone::named("Europe/Kyiv").unwrap();
        let monday = date(2022, 2, 28).at(0, 0, 0, 0);
        assert_eq!(kyiv.write(monday, true), "2022-02-27T24:00+02:00");
        assert_eq!(kyiv.write(monday, false), "2022-02-28T00:00+02:00");
    }

    #[test]
    fn two_days_that_only_touch_at_midnight_do_not_meet() {
        let kyiv = Zone::named("Europe/Kyiv").unwrap();
        let day = |d| date(2022, 2, d).at(0, 0, 0, 0);
        let sunday = When::within(day(27), day(28), kyiv.clone());
        let monday = When::within(day(28), date(2022, 3, 1).at(0, 0, 0, 0), kyiv);
        assert!(!sunday.may_meet(&monday));
        assert!(sunday.may_meet(&sunday));
    }
}
