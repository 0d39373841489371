//! Nights over the case's places, for shading. Good to some minutes, which is a pixel here; no
//! shadow is dated with it.

use bearings_model::{Account, Zone};
use jiff::civil::{Date, DateTime};
use jiff::{SignedDuration, ToSpan};

use super::axis::Axis;

/// Above this many days nights would be a flicker.
const MOST_DAYS: i32 = 16;

#[derive(Clone, Copy, Debug)]
pub(super) struct Night {
    pub dusk: DateTime,
    pub dawn: DateTime,
}

/// Sunset to sunrise over the middle of the places; empty where there is none or too many days.
pub(super) fn nights(axis: &Axis, account: &Account, zone: &Zone) -> Vec<Night> {
    let count = account.places.len() as f64;
    if account.places.is_empty() || axis.length() > MOST_DAYS {
        return Vec::new();
    }
    let lat = account.places.iter().map(|place| place.lat).sum::<f64>() / count;
    let lon = account.places.iter().map(|place| place.lon).sum::<f64>() / count;
    let before = axis.first.saturating_sub(1.days());
    let evenings = before.series(1.days()).take_while(|day| *day < axis.end);
    evenings
        .filter_map(|day| {
            let dusk = sun(day, lat, lon, zone)?.1;
            let dawn = sun(day.tomorrow().ok()?, lat, lon, zone)?.0;
            Some(Night { dusk, dawn })
        })
        .collect()
}

/// Sunrise and sunset on the zone's clocks; `None` where the sun stays up or down.
///
/// Declination and equation of time after Spencer (1971), the sun's edge at -0.833 degrees.
fn sun(day: Date, lat: f64, lon: f64, zone: &Zone) -> Option<(DateTime, DateTime)> {
    let turn = std::f64::consts::TAU * (f64::from(day.day_of_year()) - 1.0) / 365.0;
    let declination = 0.006_918 - 0.399_912 * turn.cos() + 0.070_257 * turn.sin()
        - 0.006_758 * (2.0 * turn).cos()
        + 0.000_907 * (2.0 * turn).sin();
    let equation_minutes = 229.18
        * (0.000_075 + 0.001_868 * turn.cos()
            - 0.032_077 * turn.sin()
            - 0.014_615 * (2.0 * turn).cos()
            - 0.040_849 * (2.0 * turn).sin());
    let lat = lat.to_radians();
    let edge = (-0.833_f64).to_radians().sin();
    let cosine = (edge - lat.sin() * declination.sin()) / (lat.cos() * declination.cos());
    if !(-1.0..=1.0).contains(&cosine) {
        return None;
    }
    let half_day_minutes = cosine.acos().to_degrees() * 4.0;
    let noon_minutes = 720.0 - 4.0 * lon - equation_minutes;
    let moment = |minutes: f64| clock(day, minutes, zone);
    Some((
        moment(noon_minutes - half_day_minutes)?,
        moment(noon_minutes + half_day_minutes)?,
    ))
}

/// Minutes after midnight UTC as the zone's clocks show them.
fn clock(day: Date, minutes: f64, zone: &Zone) -> Option<DateTime> {
    let midnight = day.in_tz("UTC").ok()?;
    let moment = midnight
        .checked_add(SignedDuration::from_secs_f64(minutes * 60.0))
        .ok()?;
    Some(moment.in_tz(zone.name()).ok()?.datetime())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_sun_over_kharkiv_rises_and_sets_when_almanacs_say() {
        // The Python library astral 3 gives 6:23 and 17:13.
        let kyiv = Zone::named("Europe/Kyiv").unwrap();
        let (rise, set) = sun(date(2022, 2, 27), 49.99, 36.23, &kyiv).unwrap();
        let near = |at: DateTime, hour: i8, minute: i8| {
            let almanac = date(2022, 2, 27).at(hour, minute, 0, 0);
            at.duration_until(almanac).as_secs().abs() < 4 * 60
        };
        assert!(near(rise, 6, 23) && near(set, 17, 13), "{rise} {set}");
    }

    #[test]
    fn the_polar_night_has_no_sunrise() {
        assert!(sun(date(2022, 12, 21), 78.2, 15.6, &Zone::utc()).is_none());
    }
}
