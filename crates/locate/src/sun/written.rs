//! What a person writes for a question: a place, dates, a gap, two azimuths or elevations.

use jiff::civil::Date;

use super::error::SunError;
use super::place::Place;
use super::question::{Gap, Light};

/// `50.54,30.23`, or with a radius in metres: `50.54,30.23~500`.
pub fn place(text: &str) -> Result<Place, SunError> {
    let wrong = || SunError::Place(shown(text));
    let (point, radius) = text.split_once('~').unwrap_or((text, "0"));
    let (latitude, longitude) = point.split_once(',').ok_or_else(wrong)?;
    let read = |text: &str| number(text).ok_or_else(wrong);
    let place = Place {
        radius_m: read(radius)?,
        ..Place::new(read(latitude)?, read(longitude)?)?
    };
    place.checked()
}

/// `2022-03-19`, or `2022-03-19..2022-04-02` with both days.
pub fn dates(text: &str) -> Result<(Date, Date), SunError> {
    let (first, last) = text.split_once("..").unwrap_or((text, text));
    let date = |text: &str| {
        text.trim()
            .parse()
            .map_err(|_| SunError::Dates(shown(text)))
    };
    Ok((date(first)?, date(last)?))
}

/// `90s`, `5min`, `2h`, or between two: `2..5min`. Seconds without a unit.
pub fn gap(text: &str) -> Result<Gap, SunError> {
    let wrong = || SunError::GapText(shown(text));
    let units = [("min", 60.0), ("h", 3600.0), ("s", 1.0)];
    let (figures, unit_s) = units
        .iter()
        .find_map(|(name, seconds)| Some((text.trim().strip_suffix(name)?, *seconds)))
        .unwrap_or((text, 1.0));
    let (least, most) = figures.split_once("..").unwrap_or((figures, figures));
    let seconds = |text: &str| match number(text).map(|figure| figure * unit_s) {
        Some(seconds) if seconds.abs() < 1e9 => Ok(seconds.round() as i64),
        _ => Err(wrong()),
    };
    let gap = Gap {
        least_s: seconds(least)?,
        most_s: seconds(most)?,
    };
    gap.checked()
}

/// `day`, `twilight`, `dark`, or the sun in the frame: azimuths, then elevations, `150..190,10..40`.
pub fn light(text: &str) -> Result<Light, SunError> {
    let wrong = || SunError::Light(shown(text));
    let light = match text.trim() {
        "day" => Light::Day,
        "twilight" => Light::Twilight,
        "dark" => Light::Dark,
        frame => {
            let (azimuth, elevation) = frame.split_once(',').ok_or_else(wrong)?;
            let range = |text: &str| {
                let (low, high) = text.split_once("..")?;
                Some((number(low)?, number(high)?))
            };
            Light::SunInFrame {
                azimuth: range(azimuth).ok_or_else(wrong)?,
                elevation: range(elevation).ok_or_else(wrong)?,
            }
        }
    };
    light.checked()?;
    Ok(light)
}

fn number(text: &str) -> Option<f64> {
    text.trim()
        .parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
}

/// So much of a stranger's text as a message should repeat.
pub(crate) fn shown(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(40).collect()
}

#[cfg(test)]
mod tests {
    use super::super::measured::Measured;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn places_dates_gaps_and_light_are_read() {
        assert_eq!(place("50.54, 30.23"), Place::new(50.54, 30.23));
        assert_eq!(place("-33,151~500").unwrap().radius_m, 500.0);
        let (first, last) = dates("2022-03-19..2022-04-02").unwrap();
        assert_eq!(
            (first.to_string(), last.to_string()),
            ("2022-03-19".into(), "2022-04-02".into())
        );
        let between = |least_s, most_s| Ok(Gap { least_s, most_s });
        assert_eq!(gap("2..5min"), between(120, 300));
        assert_eq!(gap("90"), between(90, 90));
        assert_eq!(light("day"), Ok(Light::Day));
        assert!(matches!(
            light("150..190,10..40"),
            Ok(Light::SunInFrame { .. })
        ));
    }

    #[test]
    fn what_is_none_of_them_is_refused_in_one_sentence() {
        let sentences = [
            (place("Kyiv").unwrap_err(), "'Kyiv' is not a place"),
            (place("95,0").unwrap_err(), "latitude 95"),
            (dates("yesterday").unwrap_err(), "'yesterday' is not a day"),
            (gap("soon").unwrap_err(), "'soon' is not a gap"),
            (gap("5..2min").unwrap_err(), "a gap from 300 to 120 seconds"),
            (light("bright").unwrap_err(), "'bright' is not light"),
            (light("0..400,1..2").unwrap_err(), "a direction of 400"),
        ];
        for (found, begins) in sentences {
            assert!(found.to_string().starts_with(begins), "{found}");
        }
    }

    proptest! {
        /// The same as the fuzz target: whatever is written is read or refused.
        #[test]
        fn anything_written_is_read_or_refused(
            text in "[-+0-9.,:;TZ±%~a-z /]{0,24}|.{0,24}|[0-9]{1,3}(\\.[0-9]{1,3})?(±|\\+-|\\.\\.)[0-9]{1,3}%?",
        ) {
            for read in [Measured::ratio, Measured::direction] {
                if let Ok(measured) = read(&text)
                    && let Ok(again) = read(&measured.to_string())
                {
                    let away = (again.value - measured.value).abs();
                    prop_assert!(away <= 1e-5 * (1.0 + measured.value.abs()), "{text}: {measured}");
                }
            }
            let _ = (place(&text), dates(&text), gap(&text), light(&text));
            let _ = crate::sun::moment(&text, Some("Europe/Kyiv"));
        }
    }
}
