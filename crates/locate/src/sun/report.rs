//! Answers as lines of text for a terminal: every time in UTC and by the zone's clocks.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

use super::answer::{DayMass, Interval, Prior, ShadowAnswer, TimeSet};
use super::band::{Area, PlaceAnswer};
use super::civil::{day_of, told, told_span, zone};
use super::day::{SunDay, sun_day};
use super::error::SunError;
use super::moon::{MoonDay, MoonPosition, moon_day, moon_position};
use super::place::Place;
use super::topocentric::{Air, SunPosition, sun_position};

/// More intervals than these are counted, not listed.
const MOST_LISTED: usize = 10;

/// What is in the sky over a place: at a moment, on a day, or both.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SkyReport {
    pub place: Place,
    pub zone: Option<String>,
    pub air: Air,
    pub at: Option<SkyAt>,
    pub day: SunDay,
    pub moon_day: MoonDay,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SkyAt {
    pub at: Timestamp,
    pub sun: SunPosition,
    /// Length of a shadow over its object's height; none with the sun down.
    pub shadow_ratio: Option<f64>,
    pub shadow_direction_deg: Option<f64>,
    pub moon: MoonPosition,
}

/// The sky at a moment, with the day it falls on by the zone's clocks.
pub fn sky_at(
    place: &Place,
    at: Timestamp,
    zone_name: Option<&str>,
    air: Air,
) -> Result<SkyReport, SunError> {
    let sun = sun_position(place, at, air)?;
    let date = day_of(at, &zone(zone_name)?);
    let seen = SkyAt {
        at,
        sun,
        shadow_ratio: sun.shadow_ratio(),
        shadow_direction_deg: sun.shadow_ratio().map(|_| sun.shadow_direction_deg()),
        moon: moon_position(place, at, air)?,
    };
    Ok(SkyReport {
        at: Some(seen),
        air,
        ..sky_of(place, date, zone_name)?
    })
}

/// The sun's and the moon's day.
pub fn sky_of(place: &Place, date: Date, zone_name: Option<&str>) -> Result<SkyReport, SunError> {
    Ok(SkyReport {
        place: *place,
        zone: zone_name.map(str::to_owned),
        air: Air::default(),
        at: None,
        day: sun_day(place, date, zone_name)?,
        moon_day: moon_day(place, date, zone_name)?,
    })
}

impl SkyReport {
    pub fn lines(&self) -> Vec<String> {
        let zone = zone(self.zone.as_deref()).unwrap_or(TimeZone::UTC);
        let mut lines = self.at.map_or_else(Vec::new, |at| at.lines(&zone));
        lines.push(format!(
            "The day {} at {}:",
            self.day.date,
            point(&self.place)
        ));
        for event in &self.day.events {
            lines.push(format!(
                "  {:18} {}, azimuth {:.1}",
                event.what.words(),
                told(event.at, &zone),
                event.azimuth_deg
            ));
        }
        lines.extend(
            self.day
                .polar
                .map(|polar| format!("  {}", polar.sentence())),
        );
        for (what, times) in [
            ("moonrise", &self.moon_day.rises),
            ("moonset", &self.moon_day.sets),
        ] {
            match times.as_slice() {
                [] => lines.push(format!("  {what:18} none on this day")),
                times => lines.extend(
                    times
                        .iter()
                        .map(|at| format!("  {what:18} {}", told(*at, &zone))),
                ),
            }
        }
        lines
    }
}

impl SkyAt {
    fn lines(&self, zone: &TimeZone) -> Vec<String> {
        let (sun, moon) = (&self.sun, &self.moon);
        let shadow = match (self.shadow_ratio, self.shadow_direction_deg) {
            (Some(ratio), Some(way)) => {
                format!(
                    "A shadow points to {way:.2} degrees and is {ratio:.3} times the object's height."
                )
            }
            _ => "The sun is below the horizon: no shadow of it.".to_owned(),
        };
        vec![
            format!("{}:", told(self.at, zone)),
            format!(
                "  Sun: azimuth {:.3}, elevation {:.3} ({:.3} without refraction).",
                sun.azimuth_deg, sun.apparent_elevation_deg, sun.elevation_deg
            ),
            format!("  {shadow}"),
            format!(
                "  Moon: azimuth {:.2}, elevation {:.2}, {}, {:.0} in 100 lit.",
                moon.azimuth_deg,
                moon.apparent_elevation_deg,
                moon.phase_words(),
                100.0 * moon.lit
            ),
        ]
    }
}

impl ShadowAnswer {
    pub fn lines(&self) -> Vec<String> {
        let question = &self.question;
        let zone = zone(question.zone.as_deref()).unwrap_or(TimeZone::UTC);
        let mut lines = vec![format!(
            "{}, {} to {} by the clocks of {}:",
            point(&question.place),
            question.first,
            question.last,
            question.zone.as_deref().unwrap_or("UTC")
        )];
        lines.extend(
            self.measured()
                .into_iter()
                .map(|measured| format!("  {measured}")),
        );
        if !self.nothing.is_empty() {
            lines.push("No time fits.".to_owned());
            lines.extend(self.nothing.iter().map(|reason| format!("  {reason}")));
        } else if self.peaks.is_empty() {
            lines.push("Every time that fits:".to_owned());
            lines.extend(listed(&self.fits, &zone));
        } else {
            lines.extend(set("95 in 100 of the mass", &self.most, &zone));
            lines.extend(set("Half of the mass", &self.half, &zone));
            lines.extend(self.runs_of_days());
            lines.push("Likeliest, but no more than the middle of the above:".to_owned());
            lines.extend(self.peaks.iter().take(MOST_LISTED).map(|peak| {
                format!(
                    "  {}, sun at azimuth {:.1}, elevation {:.1}",
                    told(peak.at, &zone),
                    peak.azimuth_deg,
                    peak.elevation_deg
                )
            }));
            lines.push("All within three sigma and the bounds:".to_owned());
            lines.extend(listed(&self.fits, &zone));
        }
        lines.extend(self.notes.iter().cloned());
        if self.nothing.is_empty() {
            lines.push(self.meaning().to_owned());
        }
        lines
    }

    /// Days that hold a hundredth of the heaviest day's mass or more, as runs; none for a day or two.
    fn runs_of_days(&self) -> Vec<String> {
        let most = self.days.iter().map(|day| day.mass).fold(0.0, f64::max);
        let days: Vec<&DayMass> = self
            .days
            .iter()
            .filter(|day| day.mass >= most / 100.0)
            .collect();
        if self
            .question
            .first
            .until(self.question.last)
            .map_or(0, |span| span.get_days())
            < 2
        {
            return Vec::new();
        }
        let runs = days.chunk_by(|a, b| a.date.tomorrow().is_ok_and(|next| next == b.date));
        let one = |run: &[&DayMass]| {
            let mass: f64 = run.iter().map(|day| day.mass).sum();
            let (first, last) = (run[0].date, run[run.len() - 1].date);
            format!("  {first} to {last}, mass {mass:.3}")
        };
        std::iter::once("Days:".to_owned())
            .chain(runs.map(one).take(MOST_LISTED))
            .collect()
    }

    /// Each measurement in words.
    pub(crate) fn measured(&self) -> Vec<String> {
        let mut told = Vec::new();
        for (number, shadow) in self.question.shadows.iter().enumerate() {
            let mut parts = vec![format!("shadow {}", number + 1)];
            parts.extend(
                shadow
                    .ratio
                    .map(|ratio| format!("{ratio} times the object's height")),
            );
            parts.extend(
                shadow
                    .direction
                    .map(|way| format!("pointing to {way} degrees")),
            );
            if shadow.slope_deg > 0.0 {
                parts.push(format!(
                    "ground level within {} degrees (one sigma)",
                    shadow.slope_deg
                ));
            }
            parts.extend(shadow.later.map(|gap| match gap.least_s == gap.most_s {
                true => format!("{} s after the first", gap.least_s),
                false => format!("{} to {} s after the first", gap.least_s, gap.most_s),
            }));
            told.push(parts.join(", "));
        }
        told.extend(self.question.light.iter().map(|light| light.words()));
        told
    }

    fn meaning(&self) -> &'static str {
        match self.prior {
            Prior::Daylight => {
                "Mass: the share of the measurements' likelihood, every moment of daylight of these dates \
                 as likely before. It holds if the errors, the place and the dates do."
            }
            Prior::AllHours => {
                "Mass: the share of the time that fits, every moment of these dates as likely before. \
                 It holds if the place and the dates do."
            }
        }
    }
}

impl PlaceAnswer {
    pub fn lines(&self) -> Vec<String> {
        let mut lines = vec![format!("{}:", self.question.told())];
        for (sighting, (latitude, longitude)) in self.question.sightings.iter().zip(&self.overhead)
        {
            lines.push(format!(
                "  At {} the sun was overhead at {latitude:.2}, {longitude:.2}.",
                told(sighting.at, &TimeZone::UTC)
            ));
        }
        if let Some(nothing) = &self.nothing {
            lines.push(nothing.clone());
            return lines;
        }
        for (name, area) in [
            ("Half of the mass", &self.half),
            ("95 in 100 of the mass", &self.most),
            ("All within three sigma and the bounds", &self.fits),
        ] {
            lines.push(format!("{name}: {}.", extent(area)));
        }
        if let Some((latitude, longitude)) = self.densest {
            lines.push(format!(
                "Densest at {latitude:.2}, {longitude:.2}, but no more than one point of the above."
            ));
        }
        lines.push(
            "Mass: the share of the measurements' likelihood, every point of land and sea as likely before.".to_owned(),
        );
        lines
    }
}

/// "2.1 % of the earth, latitudes -30.1 to 20.5"
fn extent(area: &Area) -> String {
    let points = || area.rings.iter().flatten();
    let least = |axis: usize| {
        points()
            .map(|point| point[axis])
            .fold(f64::INFINITY, f64::min)
    };
    let most = |axis: usize| {
        points()
            .map(|point| point[axis])
            .fold(f64::NEG_INFINITY, f64::max)
    };
    format!(
        "{:.3} % of the earth, latitudes {:.1} to {:.1}, longitudes {:.1} to {:.1}",
        100.0 * area.of_the_earth,
        least(1),
        most(1),
        least(0),
        most(0)
    )
}

fn point(place: &Place) -> String {
    let mut told = format!("{:.5}, {:.5}", place.latitude, place.longitude);
    if place.radius_m > 0.0 {
        told += &format!(" (within {} m)", place.radius_m);
    }
    told
}

fn set(name: &str, set: &TimeSet, zone: &TimeZone) -> Vec<String> {
    let mut lines = vec![format!("{name} ({:.1} in 100):", 100.0 * set.mass)];
    lines.extend(listed(&set.intervals, zone));
    lines
}

fn listed(intervals: &[Interval], zone: &TimeZone) -> Vec<String> {
    let one = |interval: &Interval| {
        format!(
            "  {}, mass {:.3}",
            told_span(interval.from, interval.to, zone),
            interval.mass
        )
    };
    let mut lines: Vec<String> = intervals.iter().take(MOST_LISTED).map(one).collect();
    if intervals.len() > MOST_LISTED {
        lines.push(format!(
            "  and {} more, the last ends {}",
            intervals.len() - MOST_LISTED,
            intervals
                .last()
                .map_or(String::new(), |last| told(last.to, zone))
        ));
    }
    lines
}
