//! English words of time.

use jiff::civil::Weekday;

use crate::lexicon::phrases;
use crate::time::calendar::{DayPart, Unit};
use crate::time::holiday::Feast;

phrases! {
    /// First words of every rule below; checked by a test to hold them all.
    pub(in crate::time) static BEGINS: () = {
        () => "monday, tuesday, wednesday, thursday, friday, saturday, sunday, mon, tue, tues, wed, thu, thurs, fri, sat, sun",
        () => "january, february, march, april, may, june, july, august, september, october, november, december",
        () => "jan, feb, mar, apr, jun, jul, aug, sept, sep, oct, nov, dec",
        () => "today, yesterday, tomorrow, tonight, overnight, now, currently, recently, daily, nightly, hourly, weekly, monthly, yearly",
        () => "this, last, next, that, the, same, each, every, a, an, early, late, noon, midnight, in, past, previous, earlier, recent, coming, following",
        () => "one, two, three, four, five, six, seven, eight, nine, ten, eleven, twelve, thirteen, fourteen, fifteen, sixteen, seventeen, eighteen, nineteen, twenty, thirty, forty, fifty, sixty, seventy, eighty, ninety",
        () => "first, second, third, fourth, fiscal, latest, current, future, soon, previously, end, beginning, middle, start, sometime, later, year, annually, fall, decade, centuries, decades, then",
        () => "mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays, once, twice, three, these, midday, quarterly, annually, biweekly, century, day, night, dawn, dusk, afternoon",
        () => "twentieth, thirtieth, fortieth, fiftieth, hundredth, fifth, sixth, seventh, eighth, ninth, tenth, eleventh, twelfth, thirteenth, fourteenth, fifteenth, sixteenth, seventeenth, eighteenth, nineteenth",
        () => "hours, days, weeks, months, years, minutes, several, fewer, less, under, eve, few, couple, half, about, around, some, nearly, almost, at, more, over, dozens, morning, evening, dawn, dusk, spring, summer, autumn, winter, mid, recent",
    };
}
phrases! {
    pub(in crate::time) static WEEKDAYS: Weekday = {
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
    pub(in crate::time) static UNITS: Unit = {
        Unit::Second => "second, seconds", Unit::Minute => "minute, minutes",
        Unit::Hour => "hour, hours", Unit::Day => "day, days", Unit::Week => "week, weeks",
        Unit::Month => "month, months", Unit::Year => "year, years",
        Unit::Decade => "decade, decades", Unit::Century => "century, centuries",
    };
}
phrases! {
    pub(in crate::time) static PARTS: DayPart = {
        DayPart { code: "TMO", from_hour: 4, hours: 8 } => "morning",
        DayPart { code: "TAF", from_hour: 12, hours: 6 } => "afternoon",
        DayPart { code: "TEV", from_hour: 17, hours: 7 } => "evening",
        DayPart { code: "TNI", from_hour: 18, hours: 12 } => "night",
        DayPart { code: "TDT", from_hour: 6, hours: 12 } => "daytime",
    };
}

phrases! {
    /// Days of the week as something that comes again.
    pub(in crate::time) static EVERY_WEEKDAY: Weekday = {
        Weekday::Monday => "mondays",
        Weekday::Tuesday => "tuesdays",
        Weekday::Wednesday => "wednesdays",
        Weekday::Thursday => "thursdays",
        Weekday::Friday => "fridays",
        Weekday::Saturday => "saturdays",
        Weekday::Sunday => "sundays",
    };
}
phrases! {
    /// Names of zones, by their IANA names; "Kyiv time" needs its second word.
    pub(in crate::time) static ZONES: &'static str = {
        "UTC" => "gmt, utc, zulu",
        "America/New_York" => "est, edt",
        "America/Chicago" => "cdt",
        "America/Denver" => "mst, mdt",
        "America/Los_Angeles" => "pst, pdt",
        "Europe/Paris" => "cet, cest",
        "EET" => "eet, eest",
        "Europe/London" => "bst, london time",
        "Europe/Kyiv" => "kyiv time, kiev time, kyiv local time, ukrainian time",
        "Europe/Moscow" => "moscow time, msk, moscow local time",
    };
}
phrases! {
    /// Christmas Day is the Gregorian one unless called Orthodox; Thanksgiving is the United
    /// States' one, which reports in English mean unless they say otherwise.
    pub(in crate::time) static HOLIDAYS: Feast = {
        Feast::Fixed(12, 31) => "new year 's eve",
        Feast::Fixed(1, 1) => "new year 's day",
        Feast::Fixed(1, 14) => "old new year",
        Feast::Fixed(12, 24) => "christmas eve, catholic christmas eve, western christmas eve",
        Feast::Fixed(12, 25) => "christmas day, catholic christmas, catholic christmas day, western christmas",
        Feast::Fixed(1, 6) => "orthodox christmas eve",
        Feast::Fixed(1, 7) => "orthodox christmas, orthodox christmas day",
        Feast::Fixed(2, 14) => "valentine 's day",
        Feast::Fixed(3, 8) => "international women 's day",
        Feast::Fixed(5, 1) => "may day",
        Feast::Fixed(5, 9) => "victory day",
        Feast::Fixed(6, 28) => "constitution day of ukraine, ukraine 's constitution day",
        Feast::Fixed(7, 14) => "bastille day",
        Feast::Fixed(8, 24) => "ukraine 's independence day, ukrainian independence day, independence day of ukraine, independence day in ukraine",
        Feast::Fixed(10, 31) => "halloween",
        Feast::Fixed(11, 11) => "veterans day",
        Feast::Nth(11, 4, Weekday::Thursday) => "thanksgiving, thanksgiving day",
        Feast::EitherEaster(0) => "easter, easter sunday, easter day",
        Feast::EitherEaster(-2) => "good friday",
        Feast::EitherEaster(1) => "easter monday",
        Feast::EitherEaster(-7) => "palm sunday",
        Feast::EasternEaster(0) => "orthodox easter, orthodox easter sunday",
        Feast::EasternEaster(-2) => "orthodox good friday",
        Feast::WesternEaster(0) => "catholic easter, western easter",
    };
}
phrases! {
    /// What lasts and has a first day.
    pub(in crate::time) static EVENTS: &'static str = {
        "war" => "war",
        "invasion" => "invasion",
        "siege" => "siege",
        "offensive" => "offensive",
        "counteroffensive" => "counteroffensive, counter-offensive",
        "battle" => "battle",
        "fighting" => "fighting, hostilities",
        "conflict" => "conflict",
        "operation" => "operation",
        "blockade" => "blockade",
        "truce" => "truce, ceasefire, cease - fire",
        "uprising" => "uprising, rebellion, revolt",
        "occupation" => "occupation",
        "assault" => "assault",
        "protests" => "protests",
        "evacuation" => "evacuation",
        "shelling" => "shelling, bombardment",
        "talks" => "talks, negotiations",
        "mobilization" => "mobilization, mobilisation",
        "strike" => "strike",
        "curfew" => "curfew",
        "trial" => "trial",
    };
}
phrases! {
    pub(in crate::time) static EVENT_BEGINS: () = {
        () => "began, begins, begun, started, starts, launched, broke out, erupted, unleashed, start of, beginning of, outbreak of, onset of, launch of",
    };
}
phrases! {
    pub(in crate::time) static ANNIVERSARY: () = {
        () => "anniversary, anniversaries, not, before, planned, again, world, civil, cold",
    };
}

#[cfg(test)]
mod tests {
    use super::*;
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
