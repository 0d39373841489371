//! Between a zone's clocks and the moments we count in. All work is in UTC; clocks are only told.

use jiff::civil::{Date, DateTime};
use jiff::tz::{AmbiguousOffset, Offset, TimeZone};
use jiff::{Timestamp, ToSpan};

use super::error::SunError;
use super::instant::within_reach;

/// The zone of that name; UTC when none is given.
pub fn zone(name: Option<&str>) -> Result<TimeZone, SunError> {
    match name {
        None | Some("UTC") => Ok(TimeZone::UTC),
        Some(name) => TimeZone::get(name).map_err(|_| SunError::Zone(name.to_owned())),
    }
}

/// A moment as a person gives it: with an offset, or by the clocks of a zone.
///
/// A time that the clocks show twice or never is refused: which one was meant is not ours to guess.
pub fn moment(text: &str, zone_name: Option<&str>) -> Result<Timestamp, SunError> {
    if let Ok(moment) = text.parse::<Timestamp>() {
        return within_reach(moment);
    }
    let wrong = || SunError::Time(text.chars().take(40).collect());
    let shown: DateTime = text.parse().map_err(|_| wrong())?;
    let name = zone_name.unwrap_or("UTC").to_owned();
    let ambiguous = zone(zone_name)?.to_ambiguous_timestamp(shown);
    match ambiguous.offset() {
        AmbiguousOffset::Unambiguous { .. } => {
            within_reach(ambiguous.unambiguous().map_err(|_| wrong())?)
        }
        AmbiguousOffset::Fold { before, after } => Err(SunError::Fold(
            shown.to_string(),
            name,
            offset(before),
            offset(after),
        )),
        AmbiguousOffset::Gap { .. } => Err(SunError::Gone(shown.to_string(), name)),
    }
}

/// From the first moment of one day to the last of another, by the zone's clocks.
pub(crate) fn span_of(
    first: Date,
    last: Date,
    zone: &TimeZone,
) -> Result<(Timestamp, Timestamp), SunError> {
    let start = |date: Date| -> Result<Timestamp, SunError> {
        let begins = date.to_zoned(zone.clone());
        let moment = begins
            .map_err(|_| SunError::Year(date.to_string()))?
            .timestamp();
        Ok(moment)
    };
    for date in [first, last] {
        if !(1900..=2100).contains(&date.year()) {
            return Err(SunError::Year(date.to_string()));
        }
    }
    if first > last {
        return Err(SunError::Backwards(first.to_string(), last.to_string()));
    }
    let after = last
        .checked_add(1.day())
        .map_err(|_| SunError::Year(last.to_string()))?;
    Ok((start(first)?, start(after)?))
}

/// "2022-03-19 09:08:31 UTC (11:08:31 +02:00)": the moment, and what the zone's clocks showed.
pub(crate) fn told(moment: Timestamp, zone: &TimeZone) -> String {
    let utc = moment.to_zoned(TimeZone::UTC).datetime();
    let clock = |shown: DateTime| shown.time().strftime("%H:%M:%S").to_string();
    let mut text = format!("{} {} UTC", utc.date(), clock(utc));
    if *zone != TimeZone::UTC {
        let local = moment.to_zoned(zone.clone());
        let day = match local.date() == utc.date() {
            true => String::new(),
            false => format!("{} ", local.date()),
        };
        text += &format!(
            " ({day}{} {})",
            clock(local.datetime()),
            offset(local.offset())
        );
    }
    text
}

/// "2022-03-19 09:03:20 to 09:12:40 UTC (11:03:20 +02:00 to 11:12:40 +02:00)".
pub(crate) fn told_span(from: Timestamp, to: Timestamp, zone: &TimeZone) -> String {
    let shown = |moment: Timestamp, zone: &TimeZone| moment.to_zoned(zone.clone()).datetime();
    let clock = |shown: DateTime| shown.time().strftime("%H:%M:%S").to_string();
    let (first, last) = (shown(from, &TimeZone::UTC), shown(to, &TimeZone::UTC));
    let day = |date: Date| {
        if date == first.date() {
            String::new()
        } else {
            format!("{date} ")
        }
    };
    let mut text = format!(
        "{} {} to {}{} UTC",
        first.date(),
        clock(first),
        day(last.date()),
        clock(last)
    );
    if *zone != TimeZone::UTC {
        let local = |moment: Timestamp| {
            let zoned = moment.to_zoned(zone.clone());
            format!(
                "{}{} {}",
                day(zoned.date()),
                clock(zoned.datetime()),
                offset(zoned.offset())
            )
        };
        text += &format!(" ({} to {})", local(from), local(to));
    }
    text
}

/// The day by the zone's clocks.
pub(crate) fn day_of(moment: Timestamp, zone: &TimeZone) -> Date {
    moment.to_zoned(zone.clone()).date()
}

/// A sentence for each change of the clocks between two moments.
pub(crate) fn changes(from: Timestamp, to: Timestamp, zone: &TimeZone, name: &str) -> Vec<String> {
    zone.following(from)
        .take_while(|change| change.timestamp() < to)
        .filter_map(|change| {
            let at = change.timestamp();
            let before = zone.to_offset(at.checked_sub(1.second()).ok()?);
            let after = change.offset();
            let seconds = after.seconds() - before.seconds();
            let what = match seconds {
                0 => return None,
                1.. => "the hour between does not exist",
                _ => "the hour between comes twice, told apart by the offset",
            };
            let (was, is) = (offset(before), offset(after));
            let utc = at
                .to_zoned(TimeZone::UTC)
                .strftime("%Y-%m-%d %H:%M")
                .to_string();
            Some(format!(
                "The clocks of {name} go from {was} to {is} at {utc} UTC: {what}."
            ))
        })
        .collect()
}

/// "+02:00"
pub(crate) fn offset(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let minutes = seconds.abs() / 60;
    format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_by_offset_or_by_zone() {
        let utc: Timestamp = "2022-03-19T09:08:00Z".parse().unwrap();
        for (text, zone) in [
            ("2022-03-19T09:08Z", None),
            ("2022-03-19T11:08+02:00", None),
            ("2022-03-19T11:08", Some("Europe/Kyiv")),
            ("2022-03-19 09:08", None),
        ] {
            assert_eq!(moment(text, zone), Ok(utc), "{text}");
        }
    }

    #[test]
    fn a_time_that_comes_twice_or_never_is_refused() {
        let twice = moment("2021-10-31T03:30", Some("Europe/Kyiv")).unwrap_err();
        assert!(
            twice
                .to_string()
                .ends_with("give the offset: +03:00 or +02:00")
        );
        let never = moment("2022-03-27T03:30", Some("Europe/Kyiv")).unwrap_err();
        assert!(never.to_string().contains("does not exist in Europe/Kyiv"));
        let unknown = moment("2022-03-27T03:30", Some("Europe/Nowhere")).unwrap_err();
        assert!(unknown.to_string().contains("no time zone that is known"));
    }

    #[test]
    fn a_change_of_the_clocks_is_told() {
        let kyiv = zone(Some("Europe/Kyiv")).unwrap();
        let date = "2022-03-27".parse().unwrap();
        let (from, to) = span_of(date, date, &kyiv).unwrap();
        assert_eq!(to.as_second() - from.as_second(), 23 * 3600);
        let told = changes(from, to, &kyiv, "Europe/Kyiv");
        assert_eq!(told.len(), 1);
        assert!(
            told[0].contains("from +02:00 to +03:00 at 2022-03-27 01:00 UTC"),
            "{told:?}"
        );
    }

    /// Volgograd went from +04:00 to +03:00 on 27 December 2020: a rule that was changed.
    #[test]
    fn a_zone_whose_rule_changed_keeps_both() {
        let volgograd = zone(Some("Europe/Volgograd")).unwrap();
        let text = |moment: &str| told(moment.parse().unwrap(), &volgograd);
        assert!(text("2020-12-26T12:00:00Z").ends_with("(16:00:00 +04:00)"));
        assert!(text("2020-12-28T12:00:00Z").ends_with("(15:00:00 +03:00)"));
    }
}
