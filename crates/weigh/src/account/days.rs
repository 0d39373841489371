//! Days: the day a claim is told under, and days in words.

use bearings_model::When;
use jiff::ToSpan;
use jiff::civil::Date;

use crate::material::Say;

/// The one day a claim's time lies in; `None` when it spans several or is open.
pub(crate) fn day_of(say: &Say) -> Option<Date> {
    single_day(say.when()?)
}

pub(crate) fn single_day(when: &When) -> Option<Date> {
    let (from, to) = (when.earliest()?, when.latest()?);
    // A night belongs to the day it begins on.
    let end = from.date().checked_add(1.day()).ok()?.at(12, 0, 0, 0);
    (to <= end).then(|| from.date())
}

/// "Sunday 27 February 2022".
pub(crate) fn in_words(day: Date) -> String {
    day.strftime("%A %-d %B %Y").to_string()
}

/// "27 February 2022", "24 February 2022 to 1 March 2022", "until 1 March 2022".
pub(crate) fn span_in_words(when: &When) -> String {
    let short = |day: Date| day.strftime("%-d %B %Y").to_string();
    if let Some(day) = single_day(when) {
        return short(day);
    }
    // A bound at midnight closes the day before.
    let last = when.latest().map(|at| {
        let midnight = at.hour() == 0 && at.minute() == 0;
        if midnight {
            at.date().yesterday().unwrap_or(at.date())
        } else {
            at.date()
        }
    });
    match (when.earliest().map(|at| at.date()), last) {
        (Some(from), Some(to)) if from != to => format!("{} to {}", short(from), short(to)),
        (Some(from), Some(_)) => short(from),
        (Some(from), None) => format!("from {}", short(from)),
        (None, Some(to)) => format!("up to {}", short(to)),
        (None, None) => "not dated".to_owned(),
    }
}
