//! What a picture's EXIF says: times with their offsets, position and direction, device. Runs in
//! the child only: the bytes are hostile.

use std::io::Cursor;

use bearings_model::{StatedPosition, StatedTime};
use exif::{DateTime, Exif, In, Rational, Tag, Value};

use super::Written;

/// Nothing where there is no EXIF or none that can be read.
pub(super) fn written(bytes: &[u8]) -> Written {
    let mut reader = exif::Reader::new();
    reader.continue_on_error(true);
    let read = reader.read_from_container(&mut Cursor::new(bytes));
    let read = read.or_else(|error| error.distill_partial_result(|_| {}));
    let Ok(exif) = read else {
        return Written::default();
    };
    Written {
        times: times(&exif),
        position: position(&exif),
        device: device(&exif),
        software: text(&exif, Tag::Software),
    }
}

fn times(exif: &Exif) -> Vec<StatedTime> {
    let tags = [
        (
            Tag::DateTimeOriginal,
            Tag::OffsetTimeOriginal,
            "exif DateTimeOriginal",
        ),
        (
            Tag::DateTimeDigitized,
            Tag::OffsetTimeDigitized,
            "exif DateTimeDigitized",
        ),
        (Tag::DateTime, Tag::OffsetTime, "exif DateTime"),
    ];
    let mut times: Vec<StatedTime> = tags
        .into_iter()
        .filter_map(|(time, offset, basis)| {
            Some(StatedTime {
                value: time_at(exif, time, offset)?,
                basis: basis.to_owned(),
            })
        })
        .collect();
    times.extend(satellite_time(exif).map(|value| StatedTime {
        value,
        basis: "exif GPSDateStamp".to_owned(),
    }));
    times
}

fn time_at(exif: &Exif, time: Tag, offset: Tag) -> Option<String> {
    let mut at = DateTime::from_ascii(ascii(exif, time)?).ok()?;
    if let Some(offset) = ascii(exif, offset) {
        // An offset that cannot be read leaves a wall clock, which is what the file then holds.
        let _ = at.parse_offset(offset);
    }
    let possible = (1..=12).contains(&at.month) && (1..=31).contains(&at.day) && at.hour < 24;
    if !possible || at.minute > 59 || at.second > 60 || at.year == 0 {
        return None;
    }
    let offset = at.offset.map_or(String::new(), |minutes| {
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    });
    Some(format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{offset}",
        at.year, at.month, at.day, at.hour, at.minute, at.second
    ))
}

/// The receiver's own time, which is UTC by the standard.
fn satellite_time(exif: &Exif) -> Option<String> {
    let date = std::str::from_utf8(ascii(exif, Tag::GPSDateStamp)?).ok()?;
    let mut parts = date.trim_end_matches('\0').split([':', '-']);
    let mut number = || parts.next()?.trim().parse::<u16>().ok();
    let (year, month, day) = (number()?, number()?, number()?);
    let clock = rationals(exif, Tag::GPSTimeStamp)?;
    let [hour, minute, second] = clock.get(..3)? else {
        return None;
    };
    let (hour, minute, second) = (finite(hour)?, finite(minute)?, finite(second)?);
    let possible = year > 0 && (1..=12).contains(&month) && (1..=31).contains(&day);
    (possible && hour < 24.0 && minute < 60.0 && second < 61.0)
        .then(|| format!("{year:04}-{month:02}-{day:02}T{hour:02.0}:{minute:02.0}:{second:02.0}Z"))
}

fn position(exif: &Exif) -> Option<StatedPosition> {
    let lat = degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, b'S', 90.0)?;
    let lon = degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, b'W', 180.0)?;
    let below_sea = exif
        .get_field(Tag::GPSAltitudeRef, In::PRIMARY)
        .and_then(|field| field.value.get_uint(0))
        .is_some_and(|below| below == 1);
    let altitude_m = one(exif, Tag::GPSAltitude).map(|m| if below_sea { -m } else { m });
    Some(StatedPosition {
        lat,
        lon,
        altitude_m,
        direction: one(exif, Tag::GPSImgDirection),
        direction_magnetic: ascii(exif, Tag::GPSImgDirectionRef)
            .is_some_and(|north| north.first() == Some(&b'M')),
        error_m: one(exif, Tag::GPSHPositioningError),
        basis: "exif GPS".to_owned(),
    })
}

fn degrees(exif: &Exif, tag: Tag, side: Tag, minus: u8, most: f64) -> Option<f64> {
    let parts = rationals(exif, tag)?;
    let part = |n: usize| parts.get(n).map_or(Some(0.0), finite);
    let size = finite(parts.first()?)? + part(1)? / 60.0 + part(2)? / 3600.0;
    // Without its hemisphere a coordinate is no place.
    let minus = ascii(exif, side)?.first()?.eq_ignore_ascii_case(&minus);
    (size <= most).then_some(if minus { -size } else { size })
}

fn device(exif: &Exif) -> Option<String> {
    let (maker, model) = (text(exif, Tag::Make), text(exif, Tag::Model));
    match (maker, model) {
        // Many write the maker's name into the model's as well.
        (Some(maker), Some(model)) if !model.starts_with(&maker) => {
            Some(format!("{maker} {model}"))
        }
        (maker, model) => model.or(maker),
    }
}

fn text(exif: &Exif, tag: Tag) -> Option<String> {
    let text = String::from_utf8_lossy(ascii(exif, tag)?).into_owned();
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == '\0');
    (!text.is_empty()).then(|| text.chars().take(200).collect())
}

fn ascii(exif: &Exif, tag: Tag) -> Option<&[u8]> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(lines) => lines.first().map(Vec::as_slice),
        _ => None,
    }
}

fn rationals(exif: &Exif, tag: Tag) -> Option<&[Rational]> {
    match &exif.get_field(tag, In::PRIMARY)?.value {
        Value::Rational(all) => Some(all),
        _ => None,
    }
}

fn one(exif: &Exif, tag: Tag) -> Option<f64> {
    rationals(exif, tag)?.first().and_then(finite)
}

fn finite(value: &Rational) -> Option<f64> {
    let value = value.to_f64();
    value.is_finite().then_some(value)
}
