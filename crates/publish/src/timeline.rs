//! The timeline: each entry as a bar between its bounds, so that doubt is seen, not guessed.
//!
//! Bars are placed in per cent of the width, so one drawing serves a wall and a telephone.

mod axis;
mod bar;
mod daylight;
mod telling;

use bearings_model::{Account, TimelineEntry, Zone};
use jiff::civil::{Date, DateTime};

use crate::address;
use crate::reference::{Citation, References};
use crate::words::{Markup, Words};
use axis::Axis;

pub(crate) use telling::date_in_words;
use telling::{day_in_words, when_in_words};

/// What the page's timeline section shows; `None` where the account has no entries.
#[derive(Debug)]
pub(crate) struct Timeline {
    pub zone: Words,
    pub days: Vec<DayMark>,
    /// Day lines and night shading, drawn once behind each group of rows.
    pub grid: Markup,
    pub groups: Vec<Group>,
    pub has_night: bool,
}

/// A day's name on the axis, where it begins in per cent of the width.
#[derive(Debug)]
pub(crate) struct DayMark {
    pub left: String,
    pub weekday: String,
    pub day: String,
}

#[derive(Debug)]
pub(crate) struct Group {
    pub heading: String,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub(crate) struct Row {
    pub anchor: String,
    pub label: Words,
    pub kind: Words,
    pub when: String,
    pub place: Words,
    pub soft: bool,
    pub bar: Markup,
    pub cites: Vec<Citation>,
}

pub(crate) fn timeline(
    account: &Account,
    zone: &Zone,
    references: &mut References<'_>,
) -> Option<Timeline> {
    let mut entries: Vec<Placed<'_>> = account
        .timeline
        .iter()
        .map(|entry| Placed::new(entry, zone))
        .collect();
    entries.sort_by_key(|placed| (placed.begins().is_none(), placed.begins()));
    let axis = Axis::around(
        &entries
            .iter()
            .map(|placed| placed.bounds)
            .collect::<Vec<_>>(),
    );
    let nights = axis
        .as_ref()
        .map(|axis| daylight::nights(axis, account, zone))
        .unwrap_or_default();
    let groups = grouped(&entries, axis.as_ref(), references);
    (!groups.is_empty()).then(|| Timeline {
        zone: Words::new(zone.name()),
        days: axis.as_ref().map(day_marks).unwrap_or_default(),
        grid: axis
            .as_ref()
            .map(|axis| bar::grid(axis, &nights))
            .unwrap_or_default(),
        has_night: !nights.is_empty(),
        groups,
    })
}

/// Entries in order, those of one day together.
fn grouped(
    entries: &[Placed<'_>],
    axis: Option<&Axis>,
    references: &mut References<'_>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for placed in entries {
        let heading = placed.heading();
        let row = placed.row(axis, references);
        match groups.last_mut() {
            Some(group) if group.heading == heading => group.rows.push(row),
            _ => groups.push(Group {
                heading,
                rows: vec![row],
            }),
        }
    }
    groups
}

/// Four bounds in civil time of the account's zone.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Bounds {
    pub begin: [Option<DateTime>; 2],
    pub end: [Option<DateTime>; 2],
}

impl Bounds {
    fn all(self) -> impl Iterator<Item = DateTime> {
        [self.begin[0], self.begin[1], self.end[0], self.end[1]]
            .into_iter()
            .flatten()
    }
}

struct Placed<'a> {
    entry: &'a TimelineEntry,
    bounds: Bounds,
}

impl<'a> Placed<'a> {
    fn new(entry: &'a TimelineEntry, zone: &Zone) -> Self {
        let convert = |at: Option<DateTime>| at.map(|at| in_zone(at, &entry.when.zone, zone));
        let bounds = Bounds {
            begin: entry.when.begin.map(convert),
            end: entry.when.end.map(convert),
        };
        Self { entry, bounds }
    }

    fn begins(&self) -> Option<DateTime> {
        self.bounds.all().min()
    }

    fn heading(&self) -> String {
        match self.begins() {
            Some(at) => day_in_words(at.date()),
            None => "Not dated".to_owned(),
        }
    }

    fn row(&self, axis: Option<&Axis>, references: &mut References<'_>) -> Row {
        let entry = self.entry;
        Row {
            anchor: format!("t-{}", address::anchor(&entry.id)),
            label: Words::new(&entry.label),
            kind: Words::new(&entry.kind),
            when: when_in_words(self.bounds),
            place: Words::new(entry.place.as_deref().unwrap_or_default()),
            soft: entry.soft,
            bar: axis
                .map(|axis| bar::bar(axis, self.bounds, entry))
                .unwrap_or_default(),
            cites: references.cite(&entry.evidence),
        }
    }
}

/// The same moment on the clocks of another zone; unchanged where it is the same zone or the
/// moment has no reading there.
fn in_zone(at: DateTime, from: &Zone, to: &Zone) -> DateTime {
    if from.name() == to.name() {
        return at;
    }
    at.in_tz(from.name())
        .and_then(|moment| moment.in_tz(to.name()))
        .map_or(at, |moment| moment.datetime())
}

fn day_marks(axis: &Axis) -> Vec<DayMark> {
    axis.days()
        .map(|day: Date| DayMark {
            left: axis.percent(day.at(0, 0, 0, 0)),
            weekday: telling::weekday(day)[..3].to_owned(),
            day: format!("{} {}", day.day(), telling::month_short(day)),
        })
        .collect()
}
