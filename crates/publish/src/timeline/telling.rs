//! A time with its doubt in plain words, for the timeline's rows and its table.

use jiff::civil::{Date, DateTime, Weekday};

use super::Bounds;

/// "Sunday 27 February 2022".
pub(super) fn day_in_words(day: Date) -> String {
    format!(
        "{} {} {} {}",
        weekday(day),
        day.day(),
        month(day),
        day.year()
    )
}

/// "27 February 2022".
pub(crate) fn date_in_words(day: Date) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// "27 Feb", "between 25 and 28 Feb", "from 24 Feb, end not known".
pub(super) fn when_in_words(bounds: Bounds) -> String {
    let ([begin_earliest, begin_latest], [end_earliest, end_latest]) = (bounds.begin, bounds.end);
    match (begin_earliest, begin_latest, end_earliest, end_latest) {
        (None, None, None, None) => "time not known".to_owned(),
        (Some(from), Some(to), Some(end_from), Some(end_to))
            if from == end_from && to == end_to =>
        {
            within(from, to)
        }
        (Some(from), Some(same), Some(end), Some(same_end)) if from == same && end == same_end => {
            through(from, end)
        }
        (Some(from), None, None, Some(to)) => within(from, to),
        (Some(from), None, Some(same), None) if from == same => {
            format!("{} or later", opening(from))
        }
        (None, Some(to), None, Some(same)) if to == same => format!("{} or earlier", closing(to)),
        _ => {
            let began = side("began", begin_earliest, begin_latest);
            let ended = side("ended", end_earliest, end_latest);
            format!("{began}; {ended}")
        }
    }
}

/// It fills the whole stretch.
fn through(from: DateTime, to: DateTime) -> String {
    let whole_days = is_midnight(from) && is_midnight(to) && from < to;
    match to.date().yesterday() {
        Ok(last) if whole_days && last == from.date() => format!("all of {}", day(last)),
        _ => format!("from {} to {}", opening(from), closing(to)),
    }
}

/// The whole stretch lies between the two.
fn within(from: DateTime, to: DateTime) -> String {
    if from == to {
        return opening(from);
    }
    if is_midnight(from) && is_midnight(to) {
        let last = to.date().yesterday().unwrap_or(to.date());
        if last == from.date() {
            return day(last);
        }
        return format!("between {} and {}", day(from.date()), day(last));
    }
    let same_day = from.date() == to.date()
        || (is_midnight(to) && from.date().tomorrow().ok() == Some(to.date()));
    if same_day {
        let end = if is_midnight(to) {
            "24:00".to_owned()
        } else {
            clock(to)
        };
        return format!("{}, between {} and {end}", day(from.date()), clock(from));
    }
    format!("between {} and {}", opening(from), closing(to))
}

fn side(verb: &str, earliest: Option<DateTime>, latest: Option<DateTime>) -> String {
    match (earliest, latest) {
        (None, None) if verb == "ended" => "end not known".to_owned(),
        (None, None) => "beginning not known".to_owned(),
        (Some(from), None) => format!("{verb} {} or later", opening(from)),
        (None, Some(to)) => format!("{verb} {} or earlier", closing(to)),
        (Some(from), Some(to)) => format!("{verb} {}", within(from, to)),
    }
}

/// A moment read as the start of something: midnight is the day that begins.
fn opening(at: DateTime) -> String {
    if is_midnight(at) {
        day(at.date())
    } else {
        format!("{}, {}", day(at.date()), clock(at))
    }
}

/// A moment read as the end of something: midnight is the day that closes.
fn closing(at: DateTime) -> String {
    match at.date().yesterday() {
        Ok(before) if is_midnight(at) => day(before),
        _ => opening(at),
    }
}

fn day(date: Date) -> String {
    format!("{} {}", date.day(), month_short(date))
}

fn clock(at: DateTime) -> String {
    format!("{:02}:{:02}", at.hour(), at.minute())
}

fn is_midnight(at: DateTime) -> bool {
    at == at.date().at(0, 0, 0, 0)
}

pub(super) fn weekday(day: Date) -> &'static str {
    match day.weekday() {
        Weekday::Monday => "Monday",
        Weekday::Tuesday => "Tuesday",
        Weekday::Wednesday => "Wednesday",
        Weekday::Thursday => "Thursday",
        Weekday::Friday => "Friday",
        Weekday::Saturday => "Saturday",
        Weekday::Sunday => "Sunday",
    }
}

fn month(day: Date) -> &'static str {
    const NAMES: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    // A month is 1 to 12.
    NAMES[(day.month() - 1) as usize]
}

pub(super) fn month_short(day: Date) -> &'static str {
    &month(day)[..3]
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[track_caller]
    fn check(begin: [Option<(i8, i8)>; 2], end: [Option<(i8, i8)>; 2], told: &str) {
        let at =
            |bound: Option<(i8, i8)>| bound.map(|(day, hour)| date(2022, 2, day).at(hour, 0, 0, 0));
        assert_eq!(
            when_in_words(Bounds {
                begin: begin.map(at),
                end: end.map(at)
            }),
            told
        );
    }

    #[test]
    fn a_time_is_told_with_its_doubt() {
        let (sunday, monday) = (Some((27, 0)), Some((28, 0)));
        check([sunday, monday], [sunday, monday], "27 Feb");
        check(
            [Some((25, 0)), monday],
            [Some((25, 0)), monday],
            "between 25 Feb and 27 Feb",
        );
        let (evening, night) = (Some((25, 18)), Some((26, 0)));
        check(
            [evening, night],
            [evening, night],
            "25 Feb, between 18:00 and 24:00",
        );
        check([Some((27, 14)); 2], [Some((27, 14)); 2], "27 Feb, 14:00");
        check([sunday; 2], [monday; 2], "all of 27 Feb");
    }

    #[test]
    fn an_open_bound_stays_open_in_words() {
        check(
            [Some((24, 0)); 2],
            [None, None],
            "began 24 Feb; end not known",
        );
        check(
            [None, Some((26, 0))],
            [None, None],
            "began 25 Feb or earlier; end not known",
        );
        check([None, None], [None, None], "time not known");
        let evening = Some((25, 18));
        check([None, evening], [None, evening], "25 Feb, 18:00 or earlier");
    }
}
