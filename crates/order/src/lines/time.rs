//! Written times: a day, a minute, a second, with a zone as an offset; each is an interval as wide
//! as it is written.

use crate::civil::{DAY, MINUTE, days};
use crate::moment::Interval;

/// "+02:00", "-05:30" or "Z" in minutes ahead of UTC.
pub(crate) fn offset(word: &str) -> Option<i64> {
    if word == "Z" {
        return Some(0);
    }
    let sign = match word.as_bytes().first()? {
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let (hours, minutes) = word.get(1..)?.split_once(':')?;
    let (hours, minutes) = (two_digits(hours)?, two_digits(minutes)?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// "DATE", "DATE HH:MM", "TIME to TIME", each with a zone behind it or not; the second may leave
/// the date out.
pub(crate) fn times(words: &[&str], ahead_min: i64) -> Result<Interval, String> {
    let mut sides = words.splitn(2, |word| *word == "to");
    let first = sides.next().unwrap_or_default();
    let second = sides.next();
    let (date, from) = time(first, None, ahead_min)?;
    let to = match second {
        Some(second) => time(second, Some(date), ahead_min)?.1,
        None => from,
    };
    Ok(Interval {
        earliest: from.earliest,
        latest: to.latest,
    })
}

/// The day, counted from 1970, and the interval.
fn time(words: &[&str], day: Option<i64>, ahead_min: i64) -> Result<(i64, Interval), String> {
    let wrong = || {
        format!(
            "\"{}\" is no time; write 2031-05-05, 2031-05-05 14:00 or 2031-05-05 14:00:30 +02:00",
            words.join(" ")
        )
    };
    let (words, ahead_min) = match words.split_last() {
        Some((last, before)) if offset(last).is_some() => {
            (before, offset(last).unwrap_or_default())
        }
        _ => (words, ahead_min),
    };
    let (day, in_day, width) = match words {
        [day] if date(day).is_some() => (date(day), 0, DAY),
        [clock] => {
            let (in_day, width) = hour(clock).ok_or_else(wrong)?;
            (day, in_day, width)
        }
        [day, clock] => {
            let (in_day, width) = hour(clock).ok_or_else(wrong)?;
            (date(day), in_day, width)
        }
        _ => return Err(wrong()),
    };
    let day = day.ok_or_else(wrong)?;
    let start = day * DAY + in_day - ahead_min * MINUTE;
    Ok((day, Interval::new(start, start + width - 1)))
}

/// Years of four digits.
fn date(word: &str) -> Option<i64> {
    let mut parts = word.split('-');
    let year = parts.next().filter(|year| year.len() == 4)?;
    let year = year.parse::<u16>().ok()?;
    let (month, day) = (two_digits(parts.next()?)?, two_digits(parts.next()?)?);
    if parts.next().is_some() {
        return None;
    }
    days(i64::from(year), month, day)
}

/// Milliseconds into the day, and how wide what was written is.
fn hour(word: &str) -> Option<(i64, i64)> {
    let mut parts = word.split(':');
    let (hours, minutes) = (two_digits(parts.next()?)?, two_digits(parts.next()?)?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    let minute = (hours * 60 + minutes) * MINUTE;
    let Some(seconds) = parts.next() else {
        return Some((minute, MINUTE));
    };
    let (whole, fraction) = seconds.split_once('.').unwrap_or((seconds, ""));
    let whole = two_digits(whole)?;
    if whole > 59 || parts.next().is_some() {
        return None;
    }
    if fraction.is_empty() {
        return (!seconds.contains('.')).then_some((minute + whole * 1000, 1000));
    }
    let digits = fraction.len() == 3 && fraction.bytes().all(|b| b.is_ascii_digit());
    let fraction: i64 = digits.then(|| fraction.parse().ok()).flatten()?;
    Some((minute + whole * 1000 + fraction, 1))
}

fn two_digits(word: &str) -> Option<i64> {
    let digits = word.len() == 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    digits.then(|| word.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::{offset, times};
    use crate::civil::written;

    #[test]
    fn a_time_is_as_wide_as_it_is_written() {
        for (text, earliest, latest) in [
            ("2031-05-05", "2031-05-05 00:00", "2031-05-05 23:59:59.999"),
            (
                "2031-05-05 14:00",
                "2031-05-05 14:00",
                "2031-05-05 14:00:59.999",
            ),
            (
                "2031-05-05 14:00:30",
                "2031-05-05 14:00:30",
                "2031-05-05 14:00:30.999",
            ),
            (
                "2031-05-05 14:00:30.250",
                "2031-05-05 14:00:30.250",
                "2031-05-05 14:00:30.250",
            ),
            (
                "2031-05-05 14:00 to 15:10",
                "2031-05-05 14:00",
                "2031-05-05 15:10:59.999",
            ),
            (
                "2031-05-05 23:00 to 2031-05-06 01:00",
                "2031-05-05 23:00",
                "2031-05-06 01:00:59.999",
            ),
            (
                "2031-05-05 14:00 +03:00",
                "2031-05-05 13:00",
                "2031-05-05 13:00:59.999",
            ),
            (
                "2031-05-05 11:00 Z",
                "2031-05-05 13:00",
                "2031-05-05 13:00:59.999",
            ),
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            let read = times(&words, 120).expect(text);
            let told = |ms: Option<i64>| written(ms.expect("bounded"), 120);
            assert_eq!(told(read.earliest), earliest, "{text}");
            assert_eq!(told(read.latest), latest, "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_refused() {
        for text in [
            "2031-02-30",
            "2031-05-05 24:00",
            "14:00",
            "2031-05-05 1:00",
            "31-05-05",
            "noon",
            "2031-05-05 14:00:00.",
            "2031-05-05 14:00 15:00",
            "2031-05-05 to",
        ] {
            let words: Vec<&str> = text.split(' ').collect();
            assert!(times(&words, 0).is_err(), "{text}");
        }
        assert_eq!(offset("+15:00"), None);
    }
}
