//! A day of the sun at a place: rise, set, noon, the three twilights, polar day and night.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::civil::{span_of, zone};
use super::crossing::{Crossing, crossings};
use super::error::SunError;
use super::instant::delta_t_s;
use super::instant::{days_of, moment_of};
use super::place::{Observer, Place};
use super::spa::SunAt;
use super::topocentric::{Air, SUNRISE_DEG, SunPosition, position_of};
use super::track::SunTrack;

/// What the sun does on one day of a zone's clocks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SunDay {
    pub date: Date,
    pub from: Timestamp,
    pub to: Timestamp,
    /// In order; near a pole an event may be missing or come twice.
    pub events: Vec<SunEvent>,
    pub polar: Option<Polar>,
}

#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct SunEvent {
    pub what: SunMoment,
    pub at: Timestamp,
    pub azimuth_deg: f64,
    pub apparent_elevation_deg: f64,
}

/// Rise and set are of the upper edge with 34 minutes of refraction; twilights end with the centre 6,
/// 12 and 18 degrees down; noon is when the sun crosses the meridian.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SunMoment {
    AstronomicalDawn,
    NauticalDawn,
    CivilDawn,
    Sunrise,
    Noon,
    Sunset,
    CivilDusk,
    NauticalDusk,
    AstronomicalDusk,
}

/// A day without rise and set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Polar {
    /// The sun does not set.
    Day,
    /// It does not rise, but comes within 6 degrees: there is civil twilight.
    NightWithTwilight,
    /// It stays more than 6 degrees down.
    Night,
}

const EDGES: [(f64, SunMoment, SunMoment); 4] = [
    (SUNRISE_DEG, SunMoment::Sunrise, SunMoment::Sunset),
    (-6.0, SunMoment::CivilDawn, SunMoment::CivilDusk),
    (-12.0, SunMoment::NauticalDawn, SunMoment::NauticalDusk),
    (
        -18.0,
        SunMoment::AstronomicalDawn,
        SunMoment::AstronomicalDusk,
    ),
];

impl SunMoment {
    pub fn words(self) -> &'static str {
        match self {
            Self::AstronomicalDawn => "astronomical dawn",
            Self::NauticalDawn => "nautical dawn",
            Self::CivilDawn => "civil dawn",
            Self::Sunrise => "sunrise",
            Self::Noon => "solar noon",
            Self::Sunset => "sunset",
            Self::CivilDusk => "civil dusk",
            Self::NauticalDusk => "nautical dusk",
            Self::AstronomicalDusk => "astronomical dusk",
        }
    }
}

impl Polar {
    pub fn sentence(self) -> &'static str {
        match self {
            Self::Day => "Polar day: the sun does not set.",
            Self::NightWithTwilight => "Polar night with civil twilight: the sun does not rise.",
            Self::Night => "Polar night: the sun stays more than 6 degrees below the horizon.",
        }
    }
}

/// The sun's day at a place; without a zone the day is that of UTC.
pub fn sun_day(place: &Place, date: Date, zone_name: Option<&str>) -> Result<SunDay, SunError> {
    let place = place.checked()?;
    let (from, to) = span_of(date, date, &zone(zone_name)?)?;
    let (first, last) = (days_of(from), days_of(to));
    let track = SunTrack::of(first - 0.1, last + 0.1);
    let observer = Observer::from(&place);
    let elevation = |days: f64| track.seen(&observer, days).elevation_deg();
    let event = |what: SunMoment, days: f64| SunEvent::of(&observer, what, days);
    let mut events: Vec<SunEvent> = Vec::new();
    for (edge, up, down) in EDGES {
        for crossing in crossings(first, last, |days| elevation(days) - edge) {
            events.push(match crossing {
                Crossing::Up(days) => event(up, days),
                Crossing::Down(days) => event(down, days),
            });
        }
    }
    // The hour angle changes sign at noon and at midnight, and its sine with it.
    for crossing in crossings(first, last, |days| -track.seen(&observer, days).east) {
        if let Crossing::Up(days) = crossing {
            events.push(event(SunMoment::Noon, days));
        }
    }
    events.sort_by_key(|event| event.at);
    let rises = |event: &SunEvent| matches!(event.what, SunMoment::Sunrise | SunMoment::Sunset);
    let polar = (!events.iter().any(rises)).then(|| {
        let highest =
            (0..=144).map(|step| elevation(first + (last - first) * f64::from(step) / 144.0));
        match highest.fold(-90.0, f64::max) {
            up if up > SUNRISE_DEG => Polar::Day,
            up if up > -6.0 => Polar::NightWithTwilight,
            _ => Polar::Night,
        }
    });
    Ok(SunDay {
        date,
        from,
        to,
        events,
        polar,
    })
}

impl SunDay {
    /// The first event of that kind.
    pub fn first(&self, what: SunMoment) -> Option<&SunEvent> {
        self.events.iter().find(|event| event.what == what)
    }
}

impl SunEvent {
    fn of(observer: &Observer, what: SunMoment, days: f64) -> Self {
        let sun: SunPosition =
            position_of(observer, &SunAt::of(days, delta_t_s(days)), Air::default());
        Self {
            what,
            at: moment_of(days),
            azimuth_deg: sun.azimuth_deg,
            apparent_elevation_deg: sun.apparent_elevation_deg,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(lat: f64, lon: f64, date: &str, zone: &str) -> SunDay {
        let place = Place::new(lat, lon).unwrap();
        sun_day(&place, date.parse().unwrap(), Some(zone)).unwrap()
    }

    /// pvlib's rise, transit and set; SPA's own way of them is good to some seconds.
    #[test]
    fn rise_noon_and_set_are_those_of_pvlib() {
        for line in include_str!("../../tests/sun/days.tsv").lines().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let found = day(
                cells[1].parse().unwrap(),
                cells[2].parse().unwrap(),
                cells[0],
                "UTC",
            );
            for (what, cell) in [
                (SunMoment::Sunrise, 3),
                (SunMoment::Noon, 4),
                (SunMoment::Sunset, 5),
            ] {
                let seconds = found.first(what).unwrap().at.as_second();
                let theirs: i64 = cells[cell].parse().unwrap();
                assert!(
                    (seconds - theirs).abs() <= 10,
                    "{line}: {what:?} {}",
                    seconds - theirs
                );
            }
        }
    }

    #[test]
    fn a_polar_day_and_a_polar_night_are_said() {
        let longyearbyen = |date| day(78.22, 15.65, date, "Arctic/Longyearbyen").polar;
        assert_eq!(longyearbyen("2026-06-21"), Some(Polar::Day));
        assert_eq!(longyearbyen("2026-12-21"), Some(Polar::Night));
        assert_eq!(longyearbyen("2026-11-05"), Some(Polar::NightWithTwilight));
        assert_eq!(longyearbyen("2026-03-21"), None);
    }

    #[test]
    fn a_day_has_its_events_in_order() {
        let kyiv = day(50.45, 30.52, "2022-03-19", "Europe/Kyiv");
        let found: Vec<&str> = kyiv.events.iter().map(|event| event.what.words()).collect();
        assert_eq!(found.len(), 9);
        assert_eq!(found[0], "astronomical dawn");
        assert_eq!(found[4], "solar noon");
        assert_eq!(found[8], "astronomical dusk");
    }
}
