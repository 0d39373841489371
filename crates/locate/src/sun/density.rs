//! How likely what was measured is at every sample of the dates.
//!
//! A place with a radius is averaged over its circle, a bounded gap over its length.

use std::collections::VecDeque;

use jiff::Timestamp;

use super::fit::{Fit, fit};
use super::instant::{days_of, moment_of};
use super::place::Observer;
use super::question::{Gap, Shadow, ShadowQuestion};
use super::track::SunTrack;

/// The sun moves 0.08 degrees in this time, less than two of the least sigma there is (`fit::BLUR_DEG`).
pub(crate) const STEP_S: i64 = 20;
const STEP_DAYS: f64 = STEP_S as f64 / 86_400.0;
/// Up to so many days a circle is taken in finer.
const FINE_DAYS: i64 = 31;
/// Points and radii that give each point an equal part of the circle.
const FINE: [(usize, f64); 2] = [(6, 0.459), (12, 0.827)];
const COARSE: [(usize, f64); 1] = [(6, 0.756)];

/// The samples of the dates: each stands for the time half a step around it.
pub(crate) struct Span {
    pub from: Timestamp,
    pub to: Timestamp,
    start_days: f64,
    pub count: usize,
    /// Samples after the last date, which a later shadow may fall on.
    beyond: usize,
    pub track: SunTrack,
}

impl Span {
    pub(crate) fn of(question: &ShadowQuestion, from: Timestamp, to: Timestamp) -> Self {
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
    pub(crate) fn edge(&self, index: usize) -> Timestamp {
        moment_of(self.start_days + index as f64 * STEP_DAYS)
    }

    pub(crate) fn samples(&self, beyond: bool) -> usize {
        self.count + if beyond { self.beyond } else { 0 }
    }
}

/// Over the samples: how likely the measurements are, and the least sum of squares.
pub(crate) struct Density {
    pub likelihood: Vec<f64>,
    pub squares: Vec<f64>,
}

pub(crate) fn density(question: &ShadowQuestion, span: &Span, days: i64) -> Density {
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
