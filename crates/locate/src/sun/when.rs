//! From a question to its answer: the density over time of what was measured.
//!
//! The mass of a set of times is the share of the likelihood that falls into it, every moment of the
//! prior being as likely before. A place with a radius is averaged over its circle, a bounded gap over its length.

use std::collections::VecDeque;

use jiff::Timestamp;
use jiff::tz::TimeZone;

use super::answer::{DayMass, Interval, Peak, Prior, ShadowAnswer, TimeSet, stored};
use super::civil::{changes, day_of, span_of, zone};
use super::error::SunError;
use super::fit::{Fit, fit, most_squares};
use super::instant::{days_of, moment_of};
use super::measured::{Measured, Spread};
use super::place::Observer;
use super::question::{Gap, Shadow, ShadowQuestion};
use super::reason::reasons;
use super::track::SunTrack;

pub const SHADOW_RULE: &str = "sun.shadow/1";
/// The sun moves 0.08 degrees in this time, less than two of the least sigma there is (`fit::BLUR_DEG`).
const STEP_S: i64 = 20;
const STEP_DAYS: f64 = STEP_S as f64 / 86_400.0;
/// Three years and a little: more is asked year by year.
const MOST_DAYS: i64 = 1_100;
/// Up to so many days a circle is taken in finer.
const FINE_DAYS: i64 = 31;
/// Points and radii that give each point an equal part of the circle.
const FINE: [(usize, f64); 2] = [(6, 0.459), (12, 0.827)];
const COARSE: [(usize, f64); 1] = [(6, 0.756)];
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

/// The samples of the dates: each stands for the time half a step around it.
pub(crate) struct Span {
    from: Timestamp,
    to: Timestamp,
    start_days: f64,
    count: usize,
    /// Samples after the last date, which a later shadow may fall on.
    beyond: usize,
    pub track: SunTrack,
}

impl Span {
    fn of(question: &ShadowQuestion, from: Timestamp, to: Timestamp) -> Self {
        let seconds = to.as_second() - from.as_second();
        let gap = question.gap_s();
        let start_days = days_of(from);
        Self {
            from,
            to,
            start_days,
            count: (seconds / STEP_S) as usize,
            beyond: (gap / STEP_S) as usize + 2,
            track: SunTrack::of(start_days, days_of(to) + gap as f64 / 86_400.0 + 0.01),
        }
    }

    pub(crate) fn days(&self, index: usize) -> f64 {
        self.start_days + (index as f64 + 0.5) * STEP_DAYS
    }

    /// The beginning of a sample's time, or the end of the one before.
    fn edge(&self, index: usize) -> Timestamp {
        moment_of(self.start_days + index as f64 * STEP_DAYS)
    }

    pub(crate) fn samples(&self, beyond: bool) -> usize {
        self.count + if beyond { self.beyond } else { 0 }
    }
}

/// Over the samples: how likely the measurements are, and the least sum of squares.
struct Density {
    likelihood: Vec<f64>,
    squares: Vec<f64>,
}

fn density(question: &ShadowQuestion, span: &Span, days: i64) -> Density {
    let rings: &[(usize, f64)] = if days <= FINE_DAYS { &FINE } else { &COARSE };
    let points = question.place.spread(rings);
    let mut total = Density {
        likelihood: vec![0.0; span.count],
        squares: vec![f64::INFINITY; span.count],
    };
    for point in &points {
        let here = at_point(question, span, &Observer::from(point));
        for (sum, value) in total.likelihood.iter_mut().zip(&here.likelihood) {
            *sum += value / points.len() as f64;
        }
        for (least, value) in total.squares.iter_mut().zip(&here.squares) {
            *least = least.min(*value);
        }
    }
    total
}

/// At one point: the first moment's shadows and light, then every later shadow over its gap.
fn at_point(question: &ShadowQuestion, span: &Span, observer: &Observer) -> Density {
    let (now, later): (Vec<&Shadow>, Vec<&Shadow>) = question
        .shadows
        .iter()
        .partition(|shadow| shadow.later.is_none());
    let samples = span.samples(!later.is_empty());
    let mut first = Density::with_capacity(span.count);
    let mut others: Vec<Density> = later
        .iter()
        .map(|_| Density::with_capacity(samples))
        .collect();
    for index in 0..samples {
        let seen = span.track.seen(observer, span.days(index));
        let elevation = seen.elevation_deg();
        let apparent = elevation + question.air.refraction_deg(elevation);
        let azimuth = seen.azimuth_deg();
        if index < span.count {
            let lit = question
                .light
                .iter()
                .all(|light| light.holds(azimuth, apparent));
            let fits = now.iter().try_fold(Fit::OPEN, |sum, shadow| {
                Some(sum.and(fit(shadow, azimuth, apparent)?))
            });
            first.push(fits.filter(|_| lit));
        }
        for (shadow, density) in later.iter().zip(&mut others) {
            density.push(fit(shadow, azimuth, apparent));
        }
    }
    for (shadow, density) in later.iter().zip(&others) {
        first.joined(
            density,
            shadow.later.unwrap_or(Gap {
                least_s: 0,
                most_s: 0,
            }),
        );
    }
    first
}

impl Density {
    fn with_capacity(count: usize) -> Self {
        Self {
            likelihood: Vec::with_capacity(count),
            squares: Vec::with_capacity(count),
        }
    }

    fn push(&mut self, fit: Option<Fit>) {
        self.likelihood
            .push(fit.map_or(0.0, |fit| fit.log_density.exp()));
        self.squares
            .push(fit.map_or(f64::INFINITY, |fit| fit.squares));
    }

    /// Times the mean of a later shadow's likelihood over the gap; the best of its squares is added.
    fn joined(&mut self, later: &Self, gap: Gap) {
        let least = ((gap.least_s + STEP_S / 2) / STEP_S) as usize;
        let most = ((gap.most_s + STEP_S / 2) / STEP_S) as usize;
        let width = most - least + 1;
        let means = window_sums(&later.likelihood, width);
        let bests = window_minima(&later.squares, width);
        for index in 0..self.likelihood.len() {
            self.likelihood[index] *= means[index + least] / width as f64;
            self.squares[index] += bests[index + least];
        }
    }
}

/// The sum of each run of `width` values, by the value it begins with.
fn window_sums(values: &[f64], width: usize) -> Vec<f64> {
    let mut sums = vec![0.0; values.len() + 1];
    for (index, value) in values.iter().enumerate() {
        sums[index + 1] = sums[index] + value;
    }
    let end = |index: usize| (index + width).min(values.len());
    (0..values.len())
        .map(|index| (sums[end(index)] - sums[index]).max(0.0))
        .collect()
}

/// The least of each run of `width` values, by the value it begins with.
fn window_minima(values: &[f64], width: usize) -> Vec<f64> {
    let mut minima = vec![f64::INFINITY; values.len()];
    let mut rising: VecDeque<usize> = VecDeque::new();
    for index in (0..values.len()).rev() {
        while rising
            .back()
            .is_some_and(|last| values[*last] >= values[index])
        {
            rising.pop_back();
        }
        rising.push_back(index);
        while rising.front().is_some_and(|first| *first >= index + width) {
            rising.pop_front();
        }
        minima[index] = rising.front().map_or(f64::INFINITY, |first| values[*first]);
    }
    minima
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn windows_are_those_of_looking_at_every_value(
            values in prop::collection::vec(0.0..9.0f64, 1..60),
            width in 1..12usize,
        ) {
            let sums = window_sums(&values, width);
            let minima = window_minima(&values, width);
            for index in 0..values.len() {
                let run = &values[index..(index + width).min(values.len())];
                let sum: f64 = run.iter().sum();
                let least = run.iter().copied().fold(f64::INFINITY, f64::min);
                prop_assert!((sums[index] - sum).abs() < 1e-9);
                prop_assert_eq!(minima[index], least);
            }
        }
    }
}
