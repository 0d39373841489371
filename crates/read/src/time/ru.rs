//! Russian words for times.

use std::sync::LazyLock;

use jiff::civil::Weekday;

use super::calendar::{DayPart, Unit};
use super::edge::Edge;
use super::holiday::Feast;
use super::slavic::{HalfDay, Words};
use crate::lexicon::phrases;

phrases! {
    static WEEKDAYS: Weekday = {
        Weekday::Monday => "понедельник, понедельника, понедельнику, понедельником",
        Weekday::Tuesday => "вторник, вторника, вторнику, вторником",
        Weekday::Wednesday => "среду, среды, среда, средой",
        Weekday::Thursday => "четверг, четверга, четвергу, четвергом",
        Weekday::Friday => "пятницу, пятницы, пятница, пятницей",
        Weekday::Saturday => "субботу, субботы, суббота, субботой",
        Weekday::Sunday => "воскресенье, воскресенья, воскресенью, воскресеньем",
    };
}
phrases! {
    static LAST: () = {
        () => "прошлый, прошлую, прошлое, прошлого, прошлой, минувший, минувшую, минувшее, прошлым, минувшим",
    };
}
phrases! {
    static NEXT: () = {
        () => "следующий, следующую, следующее, следующей, следующим, будущий, будущую",
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
        DayPart { code: "TMO", from_hour: 0, hours: 9 } => "рано утром, ранним утром",
        DayPart { code: "TMO", from_hour: 3, hours: 6 } => "на рассвете",
        DayPart { code: "TEV", from_hour: 18, hours: 9 } => "поздно вечером, поздним вечером",
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
    static EDGES: Edge = {
        Edge::Early => "начале, начала, началу, начало, первой половине, первой половины, первую половину, первая половина",
        Edge::Mid => "середине, середины, середину, середина",
        Edge::Late => "конце, конца, концу, конец, второй половине, второй половины, вторую половину, вторая половина",
        Edge::Anywhere => "половине",
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
        Unit::Year => "год, года, годы, лет",
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
        "P1D" => "ежедневно, каждый день, каждую ночь, каждые сутки, раз в день, дважды в день, трижды в день, раз в сутки, дважды в сутки",
        "P1W" => "еженедельно, каждую неделю, раз в неделю, дважды в неделю",
        "P1M" => "ежемесячно, каждый месяц, раз в месяц, дважды в месяц",
        "P1Y" => "ежегодно, каждый год, раз в год, дважды в год",
        "PTXH" => "каждые несколько часов",
        "PXD" => "каждые несколько дней",
        "XXXX-WXX-1" => "по понедельникам, каждый понедельник",
        "XXXX-WXX-2" => "по вторникам, каждый вторник",
        "XXXX-WXX-3" => "по средам, каждую среду",
        "XXXX-WXX-4" => "по четвергам, каждый четверг",
        "XXXX-WXX-5" => "по пятницам, каждую пятницу",
        "XXXX-WXX-6" => "по субботам, каждую субботу",
        "XXXX-WXX-7" => "по воскресеньям, каждое воскресенье",
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
        () => "будет, будут, состоится, состоятся, пройдет, пройдут, планируется, планируются, стартует, завершится, прибудет, прибудут, откроют, закроют, возобновят, проведут, начнутся, начнут, намерен*, продлится, продлятся, планируют, планирует, ожидается, начнется, запланирован*",
    };
}

phrases! {
    static AFTER: () = {
        () => "после",
    };
}
phrases! {
    /// After a day or a month; a history counts from the year told.
    static NEAR_YEARS: i16 = {
        0 => "этого года, нынешнего года",
        -1 => "прошлого года, минувшего года",
        1 => "будущего года, следующего года",
    };
}
phrases! {
    static PERIODS: (Unit, i64) = {
        (Unit::Week, -1) => "прошлой неделе, минувшей неделе, прошлую неделю, прошлой недели",
        (Unit::Week, 0) => "этой неделе, текущей неделе, эту неделю, этой недели",
        (Unit::Week, 1) => "следующей неделе, будущей неделе",
        (Unit::Month, -1) => "прошлом месяце, прошлого месяца",
        (Unit::Month, 0) => "этом месяце, этого месяца, текущего месяца",
        (Unit::Month, 1) => "следующем месяце, будущем месяце",
        (Unit::Year, -1) => "прошлом году, прошлого года, минувшем году",
        (Unit::Year, 0) => "этом году, нынешнем году, текущем году, текущего года",
    };
}
phrases! {
    static COMING: () = {
        () => "следующие, следующих, ближайшие, ближайших, в течение следующих, в течение ближайших, на протяжении следующих, на протяжении ближайших",
    };
}
phrases! {
    static SOON: &'static str = {
        "PXD" => "ближайшие дни, ближайших дней",
        "PXW" => "ближайшие недели, ближайших недель",
        "FUTURE_REF" => "ближайшее время",
    };
}
phrases! {
    static EVERY: () = {
        () => "каждые, каждых",
    };
}
phrases! {
    /// Both calendars' Christmas is told by its word, Independence Day by its country; Easter is
    /// kept by the Julian reckoning.
    static HOLIDAYS: Feast = {
        Feast::Fixed(1, 1) => "новый год",
        Feast::Fixed(1, 14) => "старый новый год",
        Feast::Fixed(1, 7) => "православное рождество, православного рождества",
        Feast::Fixed(12, 25) => "католическое рождество, католического рождества",
        Feast::Fixed(5, 9) => "день победы, дня победы, дню победы",
        Feast::Fixed(6, 28) => "день конституции украины, дня конституции украины",
        Feast::Fixed(8, 24) => "день независимости украины, дня независимости украины, дню независимости украины",
        Feast::EasternEaster(0) => "пасха, пасху, пасхи, пасхе, православная пасха, православную пасху",
        Feast::EasternEaster(-7) => "вербное воскресенье, вербного воскресенья",
        Feast::EasternEaster(-2) => "страстная пятница, страстную пятницу, страстной пятницы",
        Feast::WesternEaster(0) => "католическая пасха, католическую пасху, католической пасхи",
    };
}
phrases! {
    static WEEKENDS: i64 = {
        0 => "выходные, выходных, эти выходные, этих выходных",
        -1 => "прошлые выходные, прошлых выходных, минувшие выходные, минувших выходных",
        1 => "следующие выходные, следующих выходных",
    };
}
phrases! {
    static CENTURY: () = {
        () => "века, веке, век, веков, веках, столетия, столетии, столетие",
    };
}
phrases! {
    static NOON: i8 = {
        12 => "в полдень",
        0 => "в полночь",
    };
}
phrases! {
    static HOURS: i8 = {
        1 => "час", 2 => "два", 3 => "три", 4 => "четыре", 5 => "пять", 6 => "шесть", 7 => "семь",
        8 => "восемь", 9 => "девять", 10 => "десять", 11 => "одиннадцать", 12 => "двенадцать",
    };
}
phrases! {
    static HOUR: () = {
        () => "часов, часа, час, часами, ч.",
    };
}
phrases! {
    static HALF_DAYS: HalfDay = {
        HalfDay::Morning => "утра",
        HalfDay::Day => "дня, пополудни",
        HalfDay::Evening => "вечера",
        HalfDay::Night => "ночи",
    };
}
phrases! {
    static ZONES: &'static str = {
        "Europe/Kyiv" => "по киевскому времени, по киеву",
        "Europe/Moscow" => "по московскому времени, по москве, по мск, мск",
        "UTC" => "по гринвичу, gmt, utc, по всемирному времени",
        "" => "по местному времени",
    };
}
/// "Первый", "второй" … without their endings.
static ORDINALS: [&str; 30] = [
    "перв",
    "втор",
    "трет",
    "четверт",
    "пят",
    "шест",
    "седьм",
    "восьм",
    "девят",
    "десят",
    "одиннадцат",
    "двенадцат",
    "тринадцат",
    "четырнадцат",
    "пятнадцат",
    "шестнадцат",
    "семнадцат",
    "восемнадцат",
    "девятнадцат",
    "двадцат",
    "-",
    "-",
    "-",
    "-",
    "-",
    "-",
    "-",
    "-",
    "-",
    "тридцат",
];
phrases! {
    static NTH_UNITS: Unit = {
        Unit::Day => "день, дня, дню, сутки",
        Unit::Week => "неделя, неделю, неделе, недели",
        Unit::Month => "месяц, месяца, месяце",
        Unit::Year => "год, года, году",
    };
}
phrases! {
    static EVENTS: &'static str = {
        "war" => "война, войны, войне, войну, войной",
        "invasion" => "вторжен*",
        "siege" => "осада, осады, осаде, осаду, осадой",
        "offensive" => "наступлен*",
        "counteroffensive" => "контрнаступлен*",
        "battle" => "битв*",
        "fighting" => "боев, бои, боях",
        "operation" => "операци*",
        "blockade" => "блокад*",
        "truce" => "перемири*",
        "uprising" => "восстание, восстания, восстанию",
        "occupation" => "оккупаци*",
        "assault" => "штурм, штурма, штурмом",
        "protests" => "протесты, протестов, протеста, протест",
        "evacuation" => "эвакуаци*",
        "talks" => "переговоры, переговоров, переговорах",
        "mobilization" => "мобилизаци*",
    };
}
phrases! {
    static EVENT_BEGINS: () = {
        () => "начал*, вспыхн*, развяза*",
    };
}
phrases! {
    static ANNIVERSARY: () = {
        () => "годовщин*, не, до, миров*, гражданск*, отечественн*",
    };
}

pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| Words {
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
    after: &AFTER,
    near_years: &NEAR_YEARS,
    periods: &PERIODS,
    ahead: &AHEAD,
    coming: &COMING,
    soon: &SOON,
    every: &EVERY,
    holidays: &HOLIDAYS,
    weekends: &WEEKENDS,
    century: &CENTURY,
    noon: &NOON,
    hours: &HOURS,
    hour: &HOUR,
    half_days: &HALF_DAYS,
    zones: &ZONES,
    ordinals: &ORDINALS,
    nth_units: &NTH_UNITS,
    events: &EVENTS,
    event_begins: &EVENT_BEGINS,
    anniversary: &ANNIVERSARY,
});
