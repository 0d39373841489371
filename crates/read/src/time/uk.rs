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
        () => "в ніч на, у ніч на, ніч на, в ніч проти, у ніч проти",
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
        1 => "у січні, в січні",
        2 => "у лютому, в лютому",
        3 => "у березні, в березні",
        4 => "у квітні, в квітні",
        5 => "у травні, в травні",
        6 => "у червні, в червні",
        7 => "у липні, в липні",
        8 => "у серпні, в серпні",
        9 => "у вересні, в вересні",
        10 => "у жовтні, в жовтні",
        11 => "у листопаді, в листопаді",
        12 => "у грудні, в грудні",
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
        () => "року, році, рік, р, р .",
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
