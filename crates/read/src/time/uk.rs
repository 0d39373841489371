//! Ukrainian words for times.

use jiff::civil::Weekday;

use super::calendar::{DayPart, Unit};
use super::slavic::Words;
use crate::lexicon::phrases;

phrases! {
    static WEEKDAYS: Weekday = {
        Weekday::Monday => "понеділок, понеділка, понеділку",
        Weekday::Tuesday => "вівторок, вівторка",
        Weekday::Wednesday => "середу, середи, середа",
        Weekday::Thursday => "четвер, четверга",
        Weekday::Friday => "п'ятницю, п'ятниці, п'ятниця",
        Weekday::Saturday => "суботу, суботи, субота",
        Weekday::Sunday => "неділю, неділі, неділя",
    };
}
phrases! {
    static LAST: () = {
        () => "минулої, минулого, минулий, минулу, минулого тижня",
    };
}
phrases! {
    static NEXT: () = {
        () => "наступної, наступного, наступний, наступну",
    };
}
phrases! {
    static DAYS: i64 = {
        0 => "сьогодні",
        -1 => "вчора, учора, напередодні",
        -2 => "позавчора",
        1 => "завтра",
        2 => "післязавтра",
    };
}
phrases! {
    static PARTS: DayPart = {
        DayPart { code: "TMO", from_hour: 4, hours: 8 } => "вранці, зранку, уранці, ранку",
        DayPart { code: "TDT", from_hour: 6, hours: 12 } => "вдень, удень",
        DayPart { code: "TAF", from_hour: 12, hours: 6 } => "пополудні, по обіді, після обіду",
        DayPart { code: "TEV", from_hour: 17, hours: 7 } => "ввечері, увечері, вечора, надвечір",
        DayPart { code: "TNI", from_hour: 18, hours: 12 } => "вночі, уночі, ночі",
    };
}
phrases! {
    static NIGHT_TO: () = {
        () => "ніч на, ніч проти",
    };
}
phrases! {
    static MONTHS: i8 = {
        1 => "січня",
        2 => "лютого",
        3 => "березня",
        4 => "квітня",
        5 => "травня",
        6 => "червня",
        7 => "липня",
        8 => "серпня",
        9 => "вересня",
        10 => "жовтня",
        11 => "листопада",
        12 => "грудня",
    };
}
phrases! {
    static IN_MONTHS: i8 = {
        1 => "січні",
        2 => "лютому",
        3 => "березні",
        4 => "квітні",
        5 => "травні",
        6 => "червні",
        7 => "липні",
        8 => "серпні",
        9 => "вересні",
        10 => "жовтні",
        11 => "листопаді",
        12 => "грудні",
    };
}
phrases! {
    /// Taken with a year only: some are other words too.
    static NAMED_MONTHS: i8 = {
        1 => "січень",
        2 => "лютий",
        3 => "березень",
        4 => "квітень",
        5 => "травень",
        6 => "червень",
        7 => "липень",
        8 => "серпень",
        9 => "вересень",
        10 => "жовтень",
        11 => "листопад",
        12 => "грудень",
    };
}
phrases! {
    /// "at the end of", before a month, a season or a year.
    static EDGES: () = {
        () => "початку, початок, початком, кінця, кінець, кінці, наприкінці, середини, середині, середина, половини, половині",
    };
}
phrases! {
    static SEASONS: &'static str = {
        "SP" => "навесні, весною, весни, весну, весна",
        "SU" => "влітку, улітку, літа, літо, літом",
        "FA" => "восени, осінню, осені, осінь",
        "WI" => "взимку, узимку, зимою, зими, зиму, зима",
    };
}
phrases! {
    static REFERENCES: &'static str = {
        "PRESENT_REF" => "зараз, нині, донині, тим часом, у той же час, в той же час, на той час",
    };
}
phrases! {
    /// Days from the day told of before.
    static TOLD: i64 = {
        0 => "того ж дня, того самого дня, в той же день, у той же день, у той самий день, в той самий день, цього дня, того дня",
        1 => "наступного дня, на наступний день",
        -1 => "попереднього дня",
    };
}
phrases! {
    /// Years from the year told of before.
    static TOLD_YEARS: i16 = {
        0 => "того ж року, того самого року, цього ж року, у тому ж році",
        1 => "наступного року",
        -1 => "попереднього року",
    };
}
phrases! {
    static ERA: () = {
        () => "до н. е., до н. е, до нашої ери",
    };
}
phrases! {
    static YEAR_LEADS: () = {
        () => "між, та, і, у, в, з, із, зі, до, від, на, по, за, після, протягом, початку, кінця, наприкінці, середини, весни, літа, осені, зими",
    };
}
phrases! {
    static AT: () = {
        () => "о, об, близько, біля",
    };
}
phrases! {
    static UNITS: Unit = {
        Unit::Second => "секунд*",
        Unit::Minute => "хвилин*",
        Unit::Hour => "годин*, год",
        Unit::Day => "день, дні, днів, дня, доба, доби, діб, добу",
        Unit::Week => "тиждень, тижні, тижнів, тижня",
        Unit::Month => "місяць, місяці, місяців, місяця",
        Unit::Year => "рік, роки, років",
    };
}
phrases! {
    static PAST: () = {
        () => "останніх, останні, останню, останній, протягом останніх, за останні, за останню, за минулу, минулу, протягом минулої",
    };
}
phrases! {
    static AGO: () = {
        () => "тому",
    };
}
phrases! {
    static YEAR: () = {
        () => "року, році, рік, роки, років, роках, роками, роком, р, р., рр, рр.",
    };
}
phrases! {
    static SETS: &'static str = {
        "PT1H" => "щогодини",
        "P1D" => "щодня, щоденно, щоночі",
        "P1W" => "щотижня",
        "PTXH" => "кожні кілька годин",
    };
}
phrases! {
    static RECENT: () = {
        () => "останніми днями, за останні дні, протягом останніх днів, нещодавно, днями",
    };
}
phrases! {
    static SINCE: () = {
        () => "з, із, від, зі",
    };
}
phrases! {
    static UNTIL: () = {
        () => "до",
    };
}
phrases! {
    static AHEAD: () = {
        () => "буде, будуть, триватиме, триватимуть, діятиме, діятимуть, планують, планує, очікується, почнеться, розпочнеться, запланован*",
    };
}

pub(super) fn words() -> Words {
    Words {
        weekdays: &WEEKDAYS,
        last: &LAST,
        next: &NEXT,
        days: &DAYS,
        parts: &PARTS,
        night_to: &NIGHT_TO,
        months: &MONTHS,
        in_months: &IN_MONTHS,
        named_months: &NAMED_MONTHS,
        edges: &EDGES,
        seasons: &SEASONS,
        references: &REFERENCES,
        told: &TOLD,
        told_years: &TOLD_YEARS,
        era: &ERA,
        year_leads: &YEAR_LEADS,
        at: &AT,
        units: &UNITS,
        past: &PAST,
        ago: &AGO,
        year: &YEAR,
        sets: &SETS,
        recent: &RECENT,
        since: &SINCE,
        until: &UNTIL,
        ahead: &AHEAD,
        rule: "uk.time",
    }
}
