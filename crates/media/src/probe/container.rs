//! What a container's tags say: times, position, device. The names are QuickTime's, Android's and
//! Matroska's.

use bearings_model::{StatedPosition, StatedTime};

use super::answer::{Answer, Tags};
use crate::picture::Written;

pub(super) fn written(answer: &Answer) -> Written {
    let all: Vec<&Tags> = answer.tags().collect();
    Written {
        times: times(&all),
        position: position(&all),
        device: device(&all),
        software: first(&all, SOFTWARE).map(|(_, value)| value),
    }
}

/// Tags that hold a time, and the first two under which a camera's own clock stands.
const TIMES: &[&str] = &[
    "com.apple.quicktime.creationdate",
    "creation_time",
    "date",
    "date_recorded",
];
const PLACES: &[&str] = &[
    "com.apple.quicktime.location.ISO6709",
    "location",
    "location-eng",
];
const SOFTWARE: &[&str] = &[
    "com.apple.quicktime.software",
    "com.android.version",
    "encoder",
];

fn times(all: &[&Tags]) -> Vec<StatedTime> {
    let mut times: Vec<StatedTime> = Vec::new();
    for tag in TIMES {
        for (tags, place) in all.iter().zip(
            ["container", "stream"]
                .iter()
                .chain(std::iter::repeat(&"stream")),
        ) {
            let value = tags.get(*tag).and_then(|written| time(written));
            // The streams mostly repeat what the container says.
            if let Some(value) = value
                && !times
                    .iter()
                    .any(|known| known.value == value && known.basis.ends_with(tag))
            {
                times.push(StatedTime {
                    value,
                    basis: format!("{place} {tag}"),
                });
            }
        }
    }
    times
}

/// ISO 8601 as it stands; zero of either era means that no one set it. "2022-02-27T09:14:00+0200"
/// gets the colon of its offset.
fn time(written: &str) -> Option<String> {
    let written = written.trim();
    let digits = written.bytes().take_while(u8::is_ascii_digit).count();
    let unset =
        written.starts_with("1904-01-01T00:00:00") || written.starts_with("1970-01-01T00:00:00");
    if digits != 4 || unset || written.len() > 40 || !written.is_ascii() {
        return None;
    }
    let value = written.replacen(' ', "T", 1).replace(".000000Z", "Z");
    match value.rfind(['+', '-']) {
        Some(sign) if sign > 10 && value.len() - sign == 5 => {
            let (clock, offset) = value.split_at(sign + 3);
            Some(format!("{clock}:{offset}"))
        }
        _ => Some(value),
    }
}

fn position(all: &[&Tags]) -> Option<StatedPosition> {
    let (tag, value) = first(all, PLACES)?;
    let numbers = iso_6709(&value)?;
    let error = first(all, &["com.apple.quicktime.location.accuracy.horizontal"]);
    Some(StatedPosition {
        lat: numbers.0,
        lon: numbers.1,
        altitude_m: numbers.2,
        direction: None,
        direction_magnetic: false,
        error_m: error.and_then(|(_, metres)| metres.parse().ok()),
        basis: format!("container {tag}"),
    })
}

/// ISO 6709 in decimal degrees, the only form cameras write: "+49.9935+036.2304+115.2/".
fn iso_6709(written: &str) -> Option<(f64, f64, Option<f64>)> {
    let written = written.trim().trim_end_matches('/');
    let written = written.split("CRS").next()?;
    let mut starts: Vec<usize> = written
        .match_indices(['+', '-'])
        .map(|(at, _)| at)
        .collect();
    starts.push(written.len());
    let mut numbers = starts
        .windows(2)
        .map(|two| written[two[0]..two[1]].parse::<f64>().ok());
    let (lat, lon) = (numbers.next()??, numbers.next()??);
    let possible = lat.abs() <= 90.0 && lon.abs() <= 180.0;
    possible.then(|| (lat, lon, numbers.next().flatten()))
}

fn device(all: &[&Tags]) -> Option<String> {
    let maker = first(
        all,
        &[
            "com.apple.quicktime.make",
            "com.android.manufacturer",
            "make",
        ],
    );
    let model = first(
        all,
        &["com.apple.quicktime.model", "com.android.model", "model"],
    );
    match (maker, model) {
        (Some((_, maker)), Some((_, model))) if !model.starts_with(&maker) => {
            Some(format!("{maker} {model}"))
        }
        (maker, model) => model.or(maker).map(|(_, value)| value),
    }
}

fn first(all: &[&Tags], names: &[&'static str]) -> Option<(&'static str, String)> {
    let mut found = names.iter().flat_map(|name| {
        all.iter()
            .filter_map(|tags| tags.get(*name))
            .map(|value| (*name, value))
    });
    let (name, value) = found.next()?;
    let value: String = value.trim().chars().take(200).collect();
    (!value.is_empty()).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_read_as_cameras_write_them() {
        assert_eq!(
            iso_6709("+49.9935+036.2304/"),
            Some((49.9935, 36.2304, None))
        );
        assert_eq!(
            iso_6709("-33.8+151.2+010.5/"),
            Some((-33.8, 151.2, Some(10.5)))
        );
        assert_eq!(
            iso_6709("+49.9935+036.2304+1CRSWGS_84/"),
            Some((49.9935, 36.2304, Some(1.0)))
        );
        for nothing in ["", "/", "49.9 36.2", "+99+36/", "+4999.35+03623.04/"] {
            assert_eq!(iso_6709(nothing), None, "{nothing}");
        }
    }

    #[test]
    fn times_keep_the_offset_they_have_and_get_none_they_have_not() {
        let cases = [
            ("2022-02-27T09:14:00.000000Z", Some("2022-02-27T09:14:00Z")),
            (
                "2022-02-27T09:14:00+0200",
                Some("2022-02-27T09:14:00+02:00"),
            ),
            ("2022-02-27 09:14:00", Some("2022-02-27T09:14:00")),
            ("2022", Some("2022")),
            ("1904-01-01T00:00:00.000000Z", None),
            ("1970-01-01T00:00:00.000000Z", None),
            ("yesterday", None),
        ];
        for (written, read) in cases {
            assert_eq!(time(written).as_deref(), read, "{written}");
        }
    }
}
