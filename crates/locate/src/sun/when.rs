//! From a question to its answer: the density over time of what was measured.
//!
//! The mass of a set of times is the share of the likelihood that falls into it, every moment of the
//! prior being as likely before.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::answer::{DayMass, Interval, Peak, Prior, ShadowAnswer, TimeSet, stored};
use super::civil::{changes, day_of, span_of, zone};
use super::density::{Density, STEP_S, Span, density};
use super::error::SunError;
use super::fit::most_squares;
use super::instant::moment_of;
use super::measured::{Measured, Spread};
use super::place::Observer;
use super::question::ShadowQuestion;
use super::reason::reasons;

pub const SHADOW_RULE: &str = "sun.shadow/1";
/// Three years and a little: more is asked year by year.
const MOST_DAYS: i64 = 1_100;
const MOST_PEAKS: usize = 12;

impl ShadowQuestion {
    /// When that can have been. A pure function of the question (and of the zone's rules).
    pub fn answer(&self) -> Result<ShadowAnswer, SunError> {
        self.checked()?;
        let zone = zone(self.zone.as_deref())?;
        let (from, to) = span_of(self.first, self.last, &zone)?;
        let days = (to.as_second() - from.as_second()) / 86_400;
        if days > MOST_DAYS {
            return Err(SunError::TooLong(days, MOST_DAYS));
        }
        let span = Span::of(self, from, to);
        let density = density(self, &span, days);
        Ok(told(self, &span, &density, &zone))
    }

    pub(crate) fn gap_s(&self) -> i64 {
        let later = self.shadows.iter().filter_map(|shadow| shadow.later);
        later.map(|gap| gap.most_s).max().unwrap_or(0)
    }

    fn normal(&self) -> u8 {
        let of = |measured: Option<Measured>| {
            u8::from(matches!(measured.map(|m| m.error), Some(Spread::Sigma(_))))
        };
        self.shadows
            .iter()
            .map(|shadow| of(shadow.ratio) + of(shadow.direction))
            .sum()
    }
}

fn told(
    question: &ShadowQuestion,
    span: &Span,
    density: &Density,
    zone: &TimeZone,
) -> ShadowAnswer {
    let normal = question.normal();
    let limit = most_squares(normal) + 1e-9;
    let fitting = |index: usize| density.squares[index] <= limit;
    let any = (0..span.count).any(fitting);
    let total: f64 = density.likelihood.iter().sum();
    let share = |index: usize| {
        if any {
            density.likelihood[index] / total
        } else {
            0.0
        }
    };
    let mass: Vec<f64> = (0..span.count).map(share).collect();
    let fits = intervals(span, &mass, fitting);
    let (half, most) = match (any, normal) {
        (false, _) => (TimeSet::default(), TimeSet::default()),
        // Bounds prefer nothing: half of what fits would be any half.
        (true, 0) => (whole(&fits), whole(&fits)),
        (true, _) => (densest(span, &mass, 0.5), densest(span, &mass, 0.95)),
    };
    let peaks = if normal == 0 {
        Vec::new()
    } else {
        peaks(question, span, &mass, &most)
    };
    ShadowAnswer {
        rule: SHADOW_RULE.to_owned(),
        question: question.clone(),
        from: span.from,
        to: span.to,
        step_s: STEP_S,
        prior: match question.shadows.is_empty() {
            true => Prior::AllHours,
            false => Prior::Daylight,
        },
        days: by_day(span, &mass, zone),
        nothing: if any {
            Vec::new()
        } else {
            reasons(question, span, zone)
        },
        notes: notes(question, span, zone),
        fits,
        half,
        most,
        peaks,
    }
}

/// Runs of samples that are taken, with their mass.
fn intervals(span: &Span, mass: &[f64], taken: impl Fn(usize) -> bool) -> Vec<Interval> {
    let mut runs = Vec::new();
    let mut index = 0;
    while index < mass.len() {
        if !taken(index) {
            index += 1;
            continue;
        }
        let begin = index;
        while index < mass.len() && taken(index) {
            index += 1;
        }
        runs.push(Interval {
            from: span.edge(begin),
            to: span.edge(index),
            mass: stored(mass[begin..index].iter().sum()),
        });
    }
    runs
}

/// The samples of highest density that hold so much of the mass. What ties is taken with them.
fn densest(span: &Span, mass: &[f64], wanted: f64) -> TimeSet {
    let mut sorted: Vec<f64> = mass.iter().copied().filter(|mass| *mass > 0.0).collect();
    sorted.sort_unstable_by(|a, b| b.total_cmp(a));
    let mut held = 0.0;
    let reached = sorted.iter().find(|mass| {
        held += **mass;
        held >= wanted
    });
    let least = reached.or(sorted.last()).copied().unwrap_or(f64::INFINITY) * (1.0 - 1e-9);
    whole(&intervals(span, mass, |index| mass[index] >= least))
}

fn whole(intervals: &[Interval]) -> TimeSet {
    TimeSet {
        mass: stored(intervals.iter().map(|interval| interval.mass).sum()),
        intervals: intervals.to_vec(),
    }
}

fn peaks(question: &ShadowQuestion, span: &Span, mass: &[f64], most: &TimeSet) -> Vec<Peak> {
    let observer = Observer::from(&question.place);
    let index_of =
        |moment: Timestamp| ((moment.as_second() - span.from.as_second()) / STEP_S).max(0) as usize;
    let mut peaks: Vec<Peak> = most
        .intervals
        .iter()
        .filter_map(|interval| {
            let run = index_of(interval.from)..index_of(interval.to).min(mass.len());
            let best = run.max_by(|a, b| mass[*a].total_cmp(&mass[*b]))?;
            let seen = span.track.seen(&observer, span.days(best));
            let elevation = seen.elevation_deg();
            Some(Peak {
                at: moment_of(span.days(best)),
                density: stored(mass[best] * 3600.0 / STEP_S as f64),
                azimuth_deg: stored(seen.azimuth_deg()),
                elevation_deg: stored(elevation + question.air.refraction_deg(elevation)),
            })
        })
        .collect();
    peaks.sort_by(|a, b| b.density.total_cmp(&a.density).then(a.at.cmp(&b.at)));
    peaks.truncate(MOST_PEAKS);
    peaks
}

fn by_day(span: &Span, mass: &[f64], zone: &TimeZone) -> Vec<DayMass> {
    let mut days: Vec<DayMass> = Vec::new();
    for (index, mass) in mass.iter().enumerate().filter(|(_, mass)| **mass > 0.0) {
        let date = day_of(moment_of(span.days(index)), zone);
        match days.last_mut() {
            Some(last) if last.date == date => last.mass += mass,
            _ => days.push(DayMass { date, mass: *mass }),
        }
    }
    days.iter_mut().for_each(|day| day.mass = stored(day.mass));
    days.retain(|day| day.mass >= 1e-6);
    days
}

fn notes(question: &ShadowQuestion, span: &Span, zone: &TimeZone) -> Vec<String> {
    let mut notes = match &question.zone {
        Some(name) => changes(span.from, span.to, zone, name),
        None => vec!["Days are those of UTC, as no zone was given.".to_owned()],
    };
    if question.normal() == 0 && !question.shadows.is_empty() {
        notes.push(
            "Only bounds were given: no time within them is likelier than another.".to_owned(),
        );
    }
    if question.shadows.len() > 1 {
        notes.push("The shadows' errors are taken as independent of each other.".to_owned());
    }
    if question
        .shadows
        .iter()
        .any(|shadow| shadow.ratio.is_some() && shadow.slope_deg == 0.0)
    {
        notes.push("The ground is taken as level and the object as upright.".to_owned());
    }
    if question.shadows.is_empty() {
        notes.push("No shadow was measured: light alone says little of the time.".to_owned());
    }
    notes
}
