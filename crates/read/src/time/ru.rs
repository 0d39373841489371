//! Russian words for times.

use jiff::civil::Weekday;

use super::calendar::{DayPart, Unit};
use super::slavic::Words;
use crate::lexicon::phrases;

phrases! {
    static WEEKDAYS: Weekday = {
        Weekday::Monday => "понедельник, понедельника, понедельнику",
        Weekday::Tuesday => "вторник, вторника",
        Weekday::Wednesday => "среду, среды, среда",
        Weekday::Thursday => "четверг, четверга",
        Weekday::Friday => "пятницу, пятницы, пятница",
        Weekday::Saturday => "субботу, субботы, суббота",
        Weekday::Sunday => "воскресенье, воскресенья",
    };
}
phrases! {
    static LAST: () = {
        () => "прошлый, прошлую, прошлое, прошлого, прошлой, минувший, минувшую, минувшее",
    };
}
phrases! {
    static NEXT: () = {
        () => "следующий, следующую, следующее, будущий, будущую",
    };
}
phrases! {
    static DAYS: i64 = {
        0 => "сегодня",
        -1 => "вчера, накануне",
        -2 => "позавчера",
        1 => "завтра",
        2 => "послезавтра",
    };
}
phrases! {
    static PARTS: DayPart = {
        DayPart { code: "TMO", from_hour: 4, hours: 8 } => "утром, утра, с утра",
        DayPart { code: "TDT", from_hour: 6, hours: 12 } => "днем",
        DayPart { code: "TAF", from_hour: 12, hours: 6 } => "после обеда, пополудни",
        DayPart { code: "TEV", from_hour: 17, hours: 7 } => "вечером, вечера",
        DayPart { code: "TNI", from_hour: 18, hours: 12 } => "ночью, ночи",
    };
}
phrases! {
    static NIGHT_TO: () = {
        () => "ночь на",
    };
}
phrases! {
    static MONTHS: i8 = {
        1 => "января",
        2 => "февраля",
        3 => "марта",
        4 => "апреля",
        5 => "мая",
        6 => "июня",
        7 => "июля",
        8 => "августа",
        9 => "сентября",
        10 => "октября",
        11 => "ноября",
        12 => "декабря",
    };
}
phrases! {
    static IN_MONTHS: i8 = {
        1 => "январе",
        2 => "феврале",
        3 => "марте",
        4 => "апреле",
        5 => "мае",
        6 => "июне",
        7 => "июле",
        8 => "августе",
        9 => "сентябре",
        10 => "октябре",
        11 => "ноябре",
        12 => "декабре",
    };
}
phrases! {
    /// Taken with a year only: some are other words too.
    static NAMED_MONTHS: i8 = {
        1 => "январь",
        2 => "февраль",
        3 => "март",
        4 => "апрель",
        5 => "май",
        6 => "июнь",
        7 => "июль",
        8 => "август",
        9 => "сентябрь",
        10 => "октябрь",
        11 => "ноябрь",
        12 => "декабрь",
    };
}
phrases! {
    /// "at the end of", before a month, a season or a year.
    static EDGES: () = {
        () => "начале, начала, началу, начало, конце, конца, концу, конец, середине, середины, середину, половине",
    };
}
phrases! {
    static SEASONS: &'static str = {
        "SP" => "весной, весною, весны, весну, весна",
        "SU" => "летом, лета, лето",
        "FA" => "осенью, осени, осень",
        "WI" => "зимой, зимою, зимы, зиму, зима",
    };
}
phrases! {
    static REFERENCES: &'static str = {
        "PRESENT_REF" => "сейчас, ныне, тем временем, в то же время, к тому времени",
    };
}
phrases! {
    /// Days from the day told of before.
    static TOLD: i64 = {
        0 => "в тот же день, в тот день, того же дня",
        1 => "на следующий день, следующего дня",
        -1 => "предыдущего дня",
    };
}
phrases! {
    /// Years from the year told of before.
    static TOLD_YEARS: i16 = {
        0 => "того же года, в том же году, этого же года",
        1 => "следующего года, в следующем году",
        -1 => "предыдущего года",
    };
}
phrases! {
    static ERA: () = {
        () => "до н. э., до н. э, до нашей эры",
    };
}
phrases! {
    static YEAR_LEADS: () = {
        () => "между, и, в, во, с, со, до, от, на, по, за, после, начале, начала, конце, конца, середине, середины, весны, лета, осени, зимы",
    };
}
phrases! {
    static AT: () = {
        () => "в, около",
    };
}
phrases! {
    static UNITS: Unit = {
        Unit::Second => "секунд*",
        Unit::Minute => "минут*",
        Unit::Hour => "час, часа, часов",
        Unit::Day => "день, дни, дней, дня, сутки, суток",
        Unit::Week => "неделя, недели, недель, неделю",
        Unit::Month => "месяц, месяца, месяцев",
        Unit::Year => "год, года, лет",
    };
}
phrases! {
    static PAST: () = {
        () => "последних, последние, последнюю, последний, в течение последних, за последние, за последний, за прошедшие, за минувшие, за",
    };
}
phrases! {
    static AGO: () = {
        () => "назад",
    };
}
phrases! {
    static YEAR: () = {
        () => "года, году, год, годы, годов, годах, годами, годом, г, г., гг, гг.",
    };
}
phrases! {
    static SETS: &'static str = {
        "PT1H" => "ежечасно, каждый час",
        "P1D" => "ежедневно, каждый день, каждую ночь",
        "P1W" => "еженедельно",
        "PTXH" => "каждые несколько часов",
    };
}
phrases! {
    static RECENT: () = {
        () => "в последние дни, за последние дни, недавно, на днях",
    };
}
phrases! {
    static SINCE: () = {
        () => "с, со",
    };
}
phrases! {
    static UNTIL: () = {
        () => "до",
    };
}
phrases! {
    static AHEAD: () = {
        () => "будет, будут, продлится, продлятся, планируют, планирует, ожидается, начнется, запланирован*",
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
        rule: "ru.time",
    }
}
