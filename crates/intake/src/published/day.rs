//! One day out of the many forms in which metadata and people write it.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};

use bearings_model::Zone;

use super::written::written_dates;

/// A date, or the day a moment was in `zone`.
pub(super) fn day(text: &str, zone: &Zone) -> Option<Date> {
    let text = text.trim();
    let moment = text.parse::<Timestamp>().ok().or_else(|| {
        let parsed = jiff::fmt::rfc2822::parse(text).ok();
        parsed.map(|zoned| zoned.timestamp())
    });
    if let Some(moment) = moment {
        return moment.in_tz(zone.name()).ok().map(|zoned| zoned.date());
    }
    let civil = || text.parse::<DateTime>().ok().map(DateTime::date);
    let written = || {
        let dates = written_dates(text);
        dates.first().and_then(|date| date.date(date.year?))
    };
    text.parse::<Date>().ok().or_else(civil).or_else(written)
}
