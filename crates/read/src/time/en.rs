//! English time expressions: which rule applies at a token.

use bearings_model::When;

use super::{
    Anchors, Resolved, clock_en, date_en, duration_en, quarter_en, relative_en, season_en,
};
use crate::text::{Kind, Text};

pub(crate) use en_words::MONTHS;

/// The longest time expression that begins at token `at`, before `limit`.
pub(crate) fn time(
    text: &Text,
    at: usize,
    limit: usize,
    anchors: &mut Anchors,
    byte: usize,
) -> Option<Resolved> {
    if !matches!(text.kind(at), Some(Kind::Word | Kind::Number)) || !may_begin(text, at) {
        return None;
    }
    anchors.quoted = text.quotation_at(byte).is_some();
    let mut found = clock_en::time(text, at, limit, anchors)
        .or_else(|| at_an_edge(text, at, limit, anchors))
        .or_else(|| plain(text, at, limit, anchors))?;
    open_ends(text, at, &mut found);
    Some(found)
}

fn plain(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    quarter_en::time(text, at, limit, anchors)
        .or_else(|| quarter_en::year_before(text, at, anchors))
        .or_else(|| season_en::time(text, at, limit, anchors))
        .or_else(|| date_en::time(text, at, limit, anchors))
        .or_else(|| date_en::spoken_year(text, at, anchors))
        .or_else(|| duration_en::time(text, at, limit, anchors))
        .or_else(|| relative_en::time(text, at, limit, anchors))
}

/// "early March", "mid-November", "late yesterday", "the end of 1998", "earlier this year": within
/// the whole of what is named, since no word says how early or how late.
fn at_an_edge(text: &Text, at: usize, limit: usize, anchors: &Anchors) -> Option<Resolved> {
    let the = usize::from(text.word(at) == "the");
    let from = match text.word(at + the) {
        "early" | "late" => at + the + 1,
        "earlier" | "later" | "sometime" if the == 0 => at + 1,
        "mid" => at + the + 1 + usize::from(text.word(at + the + 1) == "-"),
        "end" | "beginning" | "middle" | "start" if text.word(at + the + 1) == "of" => at + the + 2,
        _ => return None,
    };
    let led = matches!(
        text.word(from),
        "this" | "last" | "next" | "the" | "yesterday" | "today" | "tomorrow"
    );
    let named = led && from > at || text.is_capital(from) || text.kind(from) == Some(Kind::Number);
    let found = if named {
        date_en::edged(text, from, limit, anchors).or_else(|| plain(text, from, limit, anchors))
    } else {
        None
    };
    let mut found = found.filter(|found| found.kind != bearings_model::TimeKind::Duration)?;
    found.tokens.start = at;
    Some(found)
}

/// "since Thursday" has begun then and goes on; "until Thursday" ended then.
fn open_ends(text: &Text, at: usize, found: &mut Resolved) {
    let before = at.checked_sub(1).map_or("", |i| text.word(i));
    let Some(when) = found.when.as_mut() else {
        return;
    };
    match before {
        "since" => {
            *when = When {
                end: [when.begin[0], None],
                ..when.clone()
            }
        }
        "until" | "till" => {
            *when = When {
                begin: [None, when.end[1]],
                ..when.clone()
            }
        }
        _ => {}
    }
}

/// A cheap first look: most words begin no time.
fn may_begin(text: &Text, at: usize) -> bool {
    text.kind(at) == Some(Kind::Number) || en_words::BEGINS.at(text, at, at + 1).is_some()
}

pub(super) mod en_words {
    use crate::lexicon::phrases;
    use jiff::civil::Weekday;

    use crate::time::calendar::{DayPart, Unit};

    phrases! {
        /// First words of every rule below; checked by a test to hold them all.
        pub(crate) static BEGINS: () = {
            () => "monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thurs, fri, sat, sun",
            () => "january, february, march, april, may, june, july, august, september, october, november, december",
            () => "jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec",
            () => "today, yesterday, tomorrow, tonight, overnight, now, currently, recently, daily, nightly, hourly, weekly, monthly, yearly",
            () => "this, last, next, that, the, same, each, every, a, an, early, late, noon, midnight, in, past, previous, earlier, recent, coming, following",
            () => "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety",
            () => "first, second, third, fourth, fiscal, latest, current, future, soon, previously, end, beginning, middle, start, sometime, later, year, annually, fall, decade, centuries, decades, then",
            () => "hours, days, weeks, months, years, minutes, several, few, couple, half, about, around, some, nearly, almost, at, more, over, dozens, morning, evening, dawn, dusk, spring, summer, autumn, winter, mid, recent",
        };
    }
    phrases! {
        pub(crate) static WEEKDAYS: Weekday = {
            Weekday::Monday => "monday, mon",
            Weekday::Tuesday => "tuesday, tue, tues",
            Weekday::Wednesday => "wednesday, wed",
            Weekday::Thursday => "thursday, thu, thurs",
            Weekday::Friday => "friday, fri",
            Weekday::Saturday => "saturday, sat",
            Weekday::Sunday => "sunday, sun",
        };
    }
    phrases! {
        pub(crate) static MONTHS: i8 = {
            1 => "january, jan", 2 => "february, feb", 3 => "march, mar", 4 => "april, apr",
            5 => "may", 6 => "june, jun", 7 => "july, jul", 8 => "august, aug",
            9 => "september, sept, sep", 10 => "october, oct", 11 => "november, nov",
            12 => "december, dec",
        };
    }
    phrases! {
        pub(crate) static UNITS: Unit = {
            Unit::Second => "second, seconds", Unit::Minute => "minute, minutes",
            Unit::Hour => "hour, hours", Unit::Day => "day, days", Unit::Week => "week, weeks",
            Unit::Month => "month, months", Unit::Year => "year, years",
        };
    }
    phrases! {
        pub(crate) static PARTS: DayPart = {
            DayPart { code: "TMO", from_hour: 4, hours: 8 } => "morning",
            DayPart { code: "TAF", from_hour: 12, hours: 6 } => "afternoon",
            DayPart { code: "TEV", from_hour: 17, hours: 7 } => "evening",
            DayPart { code: "TNI", from_hour: 18, hours: 12 } => "night",
            DayPart { code: "TDT", from_hour: 6, hours: 12 } => "daytime",
        };
    }
}

#[cfg(test)]
mod tests {
    use super::en_words::*;
    use crate::text::Text;

    #[test]
    fn every_weekday_and_month_may_begin_a_time() {
        let text = Text::new(
            "Monday Sunday January Feb Sept December",
            crate::language::Language::English,
        );
        for at in 0..text.tokens.len() {
            assert!(BEGINS.at(&text, at, at + 1).is_some(), "{}", text.word(at));
        }
        assert!(WEEKDAYS.at(&text, 0, 1).is_some() && MONTHS.at(&text, 3, 4).is_some());
    }
}
