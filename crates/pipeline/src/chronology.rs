//! All that a case knows of when its footage was filmed, as one network of clues: published days,
//! the files' own clocks, what they are said to show, and which moments two of them share.
//!
//! Gathers clues and judges none: what they make certain is the network's to say. A file's clock
//! can be wrong or set, and what is said of a clip can be untrue: both are soft.

use std::collections::{BTreeMap, BTreeSet};

use bearings_model::{
    Certainty, ClaimKind, ItemId, LikenessGrade, LikenessKind, MediaKind, MediaLink, OrderTerm,
    StatedTime,
};
use bearings_order::{Basis, Clue, EventId, Interval, Network, Report, Statement, written};
use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;

use crate::{MediaItem, Workshop};

/// Clocks of phones and cameras that were never wrong on purpose are seldom off by more.
const CLOCK_MS: i64 = 2 * 60_000;

/// Two films are laid on each other to a frame a second.
const FRAME_MS: i64 = 1_500;

/// Of films that play at another speed only that they share moments is said.
const OWN_SPEED: std::ops::RangeInclusive<f32> = 0.98..=1.02;

/// A case's clues of time.
#[derive(Debug)]
pub struct Chronology {
    pub network: Network,
    /// The case's zone: times are best written in it.
    zone: TimeZone,
    /// Clues that could not be taken, one sentence each.
    pub problems: Vec<String>,
}

impl Chronology {
    /// What the case knows.
    pub fn of(workshop: &Workshop) -> Self {
        let zone = TimeZone::get(workshop.zone.name()).unwrap_or(TimeZone::UTC);
        let mut gathered = Gathered {
            network: Network::new(),
            zone,
            events: BTreeMap::new(),
            clues: Vec::new(),
            problems: Vec::new(),
        };
        for item in &workshop.media {
            gathered.file(item);
        }
        for link in &workshop.media_links {
            gathered.shared(link);
        }
        gathered.texts(workshop);
        gathered.finish()
    }

    /// Clues that cannot all be true, and hedged ones that others leave no room for: a sentence each.
    pub fn conflicts(&self) -> Vec<String> {
        let report = Report::of(&self.network, &|at| written(at, self.ahead_min(at)));
        let left_out = report.left_out.into_iter().map(|left_out| {
            format!(
                "\"{}\" is left out: {}",
                left_out.clue, left_out.conflict.said
            )
        });
        let conflicts = report.conflicts.into_iter().map(|conflict| conflict.said);
        conflicts.chain(left_out).collect()
    }

    /// Minutes by which the case's zone is ahead of UTC at a moment in milliseconds since 1970.
    pub fn ahead_min(&self, at: i64) -> i64 {
        let offset = Timestamp::from_millisecond(at).map(|at| self.zone.to_offset(at));
        offset.map_or(0, |offset| i64::from(offset.seconds()) / 60)
    }
}

struct Gathered {
    network: Network,
    zone: TimeZone,
    events: BTreeMap<ItemId, (EventId, String)>,
    clues: Vec<Clue>,
    problems: Vec<String>,
}

impl Gathered {
    fn finish(mut self) -> Chronology {
        for refused in self
            .network
            .add_all(self.clues)
            .into_iter()
            .filter_map(Result::err)
        {
            self.problems.push(refused.to_string());
        }
        Chronology {
            network: self.network,
            zone: self.zone,
            problems: self.problems,
        }
    }

    /// An event of a name nobody else has.
    fn event(&mut self, name: &str, or: &str) -> Option<EventId> {
        let taken = self.network.event_named(name).is_some();
        let name = if taken {
            format!("{name} ({or})")
        } else {
            name.to_owned()
        };
        match self.network.event(name) {
            Ok(event) => Some(event),
            Err(refused) => {
                self.problems.push(refused.to_string());
                None
            }
        }
    }

    fn file(&mut self, item: &MediaItem) {
        let Some(facts) = &item.media.facts else {
            return;
        };
        let id = &item.media.item;
        let Some(event) = self.event(item.name(), id.short()) else {
            return;
        };
        let name = self.network.event_of(event).label.clone();
        self.events.insert(id.clone(), (event, name.clone()));
        let long = match facts.kind {
            MediaKind::Image => Some(0),
            _ => facts.duration_ms.and_then(|ms| i64::try_from(ms).ok()),
        };
        if let Some(long) = long {
            let long = Interval::new(long, long);
            self.clues.push(Clue::firm(
                format!("{name}, its length"),
                Statement::Lasts { event, long },
            ));
        }
        if let Some(end) = item.published().and_then(|day| self.end_of(day)) {
            let posted = Statement::not_after(event, end, Basis::Posted);
            self.clues
                .push(Clue::firm(format!("{name}, published"), posted));
        }
        if let Some(day) = item.shows()
            && let Some((begin, end)) = self.start_of(day).zip(self.end_of(day))
        {
            let when = Interval::new(begin, end);
            let basis = Basis::Stated;
            let said = Statement::Within { event, when, basis };
            let clue = Clue::soft(format!("{name}, said to show"), said);
            self.clues.push(clue.quoting(format!("said to show {day}")));
        }
        self.clocks(event, &name, &facts.times, long.unwrap_or(0));
    }

    /// Some cameras write when they began, others when they ended; the copies that platforms make
    /// carry the time of the copy, which only shows in its being too late.
    fn clocks(&mut self, event: EventId, name: &str, times: &[StatedTime], long: i64) {
        let mut told = BTreeSet::new();
        for time in times.iter().filter(|time| told.insert(&time.value)) {
            let windows = self
                .readings(&time.value)
                .into_iter()
                .map(|(supposing, at)| {
                    let when = Interval::new(at - CLOCK_MS - long, at + CLOCK_MS + long);
                    (supposing, when)
                });
            let clue_name = format!("{name}, {}", time.basis);
            let clue = Clue::within_one_of(clue_name, event, Basis::Captured, windows);
            if !clue.alternatives.is_empty() {
                self.clues
                    .push(clue.softened(true).quoting(time.value.clone()));
            }
        }
    }

    /// A wall clock without an offset stands in the case's zone or in UTC.
    fn readings(&self, value: &str) -> Vec<(String, i64)> {
        if let Ok(at) = value.parse::<Timestamp>() {
            return vec![(String::new(), at.as_millisecond())];
        }
        let Ok(clock) = value.parse::<DateTime>() else {
            return Vec::new();
        };
        let read =
            |zone: &TimeZone, name: String| Some((name, moment(clock, zone)?.as_millisecond()));
        let named = self.zone.iana_name().unwrap_or("the case's zone");
        let here = read(&self.zone, format!("by the clocks of {named}"));
        let utc = read(&TimeZone::UTC, "by UTC".to_owned());
        let mut readings: Vec<(String, i64)> = here.into_iter().chain(utc).collect();
        readings.dedup_by_key(|(_, at)| *at);
        readings
    }

    /// Copies show the same moments: what bounds one bounds the other, less or more where it begins.
    fn shared(&mut self, link: &MediaLink) {
        let likeness = &link.likeness;
        let told = matches!(likeness.kind, LikenessKind::Scene | LikenessKind::Sound);
        if told || (!link.holds() && likeness.grade == LikenessGrade::Possible) {
            return;
        }
        let (Some((one, name)), Some((other, other_name))) =
            (self.events.get(&link.earlier), self.events.get(&link.later))
        else {
            return;
        };
        let begins = |event: &EventId| self.network.event_of(*event).begin;
        let (from, to) = (begins(one), begins(other));
        let longest = likeness
            .segments
            .iter()
            .filter(|run| OWN_SPEED.contains(&run.speed))
            .max_by_key(|run| run.here_ms[1].saturating_sub(run.here_ms[0]));
        let apart = match (longest, likeness.kind) {
            (Some(run), _) => run.here_ms[0] as i64 - run.there_ms[0] as i64,
            (None, LikenessKind::Picture | LikenessKind::SameBytes | LikenessKind::SameFrames) => 0,
            (None, _) => return,
        };
        let statement = Statement::Apart {
            from,
            to,
            by: Interval::around(apart, FRAME_MS),
        };
        let clue = Clue::firm(format!("{name} and {other_name} share moments"), statement);
        self.clues.push(clue.softened(!link.holds()));
    }

    /// What texts say of the order of the clips they describe.
    fn texts(&mut self, workshop: &Workshop) {
        for (_, document, reading) in &workshop.items {
            let text = document
                .title
                .as_deref()
                .unwrap_or_else(|| document.item.short());
            let mut clips: BTreeMap<String, EventId> = BTreeMap::new();
            for claim in &reading.claims {
                let ClaimKind::Order(order) = &claim.kind else {
                    continue;
                };
                let mut event = |term: &OrderTerm| {
                    let words = match term {
                        OrderTerm::Footage(index) => reading.footage.get(*index)?.label.as_str(),
                        OrderTerm::Event(words) => words.as_str(),
                    };
                    let label = format!("{words}, in \"{text}\"");
                    if let Some(known) = clips.get(&label) {
                        return Some(*known);
                    }
                    let event = self.event(&label, document.item.short())?;
                    clips.insert(label, event);
                    Some(event)
                };
                if let (Some(earlier), Some(later)) = (event(&order.earlier), event(&order.later)) {
                    let soft = claim.factuality.certainty() != Certainty::Certain;
                    let clue = Clue::firm(claim.id.to_string(), Statement::before(earlier, later));
                    self.clues
                        .push(clue.softened(soft).quoting(claim.text.clone()));
                }
            }
        }
    }

    fn start_of(&self, day: Date) -> Option<i64> {
        let midnight = day.to_datetime(jiff::civil::Time::midnight());
        Some(moment(midnight, &self.zone)?.as_millisecond())
    }

    /// The last millisecond of a day by the case's clocks.
    fn end_of(&self, day: Date) -> Option<i64> {
        Some(self.start_of(day.tomorrow().ok()?)? - 1)
    }
}

/// A clock's time in a zone; an hour that comes twice is taken as the first.
fn moment(at: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_zoned(at)
        .compatible()
        .ok()
        .map(|at| at.timestamp())
}
