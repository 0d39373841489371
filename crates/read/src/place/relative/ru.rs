//! Russian: words that place something by a place.

use super::phrase::{Pattern, Says, Slot, Wind, Words};
use crate::lexicon::phrases;

phrases! {
    /// "к юго-востоку от", "на севере".
    static WINDS: Wind = {
        Wind(0) => "север, севере, северу", Wind(4) => "восток, востоке, востоку",
        Wind(8) => "юг, юге, югу", Wind(12) => "запад, западе, западу",
        Wind(2) => "северо - восток, северо - востоке, северо - востоку",
        Wind(6) => "юго - восток, юго - востоке, юго - востоку",
        Wind(10) => "юго - запад, юго - западе, юго - западу",
        Wind(14) => "северо - запад, северо - западе, северо - западу",
    };
}
phrases! {
    static BEYOND: Wind = {
        Wind(0) => "севернее", Wind(4) => "восточнее", Wind(8) => "южнее", Wind(12) => "западнее",
        Wind(2) => "северо - восточнее", Wind(6) => "юго - восточнее",
        Wind(10) => "юго - западнее", Wind(14) => "северо - западнее",
    };
}
phrases! {
    static SIDES: Wind = {
        Wind(0) => "северн*", Wind(4) => "восточн*", Wind(8) => "южный, южная, южное, южные, южной, южного, южному, южную, южным, южных, южном, южными", Wind(12) => "западн*",
        Wind(2) => "северо - восточн*", Wind(6) => "юго - восточн*",
        Wind(10) => "юго - западн*", Wind(14) => "северо - западн*",
    };
}
phrases! { static AT: () = { () => "в, во, за, на расстоянии, на удалении" }; }
phrases! { static TOWARDS: () = { () => "к, ко, на" }; }
phrases! { static FROM: () = { () => "от, от города, от села, от деревни, от поселка, от посёлка, от г ., от с ., от окраины, от окраин, от пригорода, от границы, от черты города, от черты" }; }
phrases! { static CITY: () = { () => "города, город, городом, городами, села, село, селом, деревни, деревней, поселка, посёлка, г ., с ." }; }
phrases! { static WITHIN: () = { () => "в радиусе, не далее чем в, не дальше чем в, менее чем в, меньше чем в, до" }; }
phrases! { static MORE: () = { () => "более чем в, больше чем в, более, свыше, не менее чем в, по меньшей мере в, не ближе чем в, дальше чем в" }; }
phrases! { static INSIDE: () = { () => "на, в, во, по" }; }
phrases! { static EDGES: () = { () => "окраин*, пригород*, предмест*" }; }
phrases! { static APPROACHES: () = { () => "подступах к, подступы к, подступах, подходах к" }; }
phrases! { static PARTS: () = { () => "част*, районы, районах, районов, стороне, кварталы, кварталах" }; }
phrases! { static NEAR: () = { () => "близ, вблизи, возле, под, недалеко от, неподалеку от, неподалёку от, около, вокруг, в районе, рядом с" }; }
phrases! { static CENTRE: () = { () => "центре, центр, центральной части, центральная часть" }; }
phrases! { static BETWEEN: () = { () => "между" }; }
phrases! { static AND: () = { () => "и, с" }; }
phrases! { static TO: () = { () => "до, на, в, к" }; }
phrases! { static ONLY_FROM: () = { () => "из, от, с, ведущей из, ведущая из, ведущей от" }; }
phrases! { static LINKING: () = { () => "соединяющая, соединяющей, соединяющую, связывающая, связывающей, связывающую" }; }
phrases! {
    static ROAD: () = {
        () => "трасса, трассы, трассе, трассу, трассой, дорога, дороги, дороге, дорогу, дорогой, шоссе, автодорога, автодороги, автодороге, автотрасса, автотрассы, автотрассе, железная дорога, железной дороге, железной дороги",
    };
}
phrases! {
    static DEALINGS: () = {
        () => "переговор*, отношени*, связи, связей, связях, соглашени*, договор*, война, войны, войне, войну, конфликт*, перемири*, мир, мира, диалог*, сотрудничеств*, матч*, спор, споры, спора, торговл*, обмен*, встреч*, саммит*, союз*, разниц*, выбор*, расстояни*, напряж*",
        () => "рейс, рейсы, рейса, рейсов, полет*, полёт*, лета*, ездит*, ездил*, курсир*, поезд*, автобус*, сообщени*, поездк*, разрыв*, раздел*",
    };
}
phrases! {
    /// In the genitive what follows is not owned: only names joined by a dash are.
    static OWNED: () = { () => "- сити" };
}

use Slot::{May, Measure, Word};
const fn wind() -> Slot {
    Slot::Wind(&WINDS)
}
const fn beyond() -> Slot {
    Slot::Wind(&BEYOND)
}
const fn side() -> Slot {
    Slot::Wind(&SIDES)
}

const fn says(says: Says, slots: &'static [Slot]) -> Pattern {
    Pattern { says, slots }
}

pub(super) static WORDS: Words = Words {
    patterns: &[
        says(
            Says::Nothing,
            &[Word(&MORE), Measure, Word(&TOWARDS), wind(), Word(&FROM)],
        ),
        says(Says::Nothing, &[Word(&MORE), Measure, Word(&FROM)]),
        says(Says::Within, &[Word(&WITHIN), Measure, Word(&FROM)]),
        says(
            Says::Within,
            &[Word(&WITHIN), Measure, Word(&TOWARDS), wind(), Word(&FROM)],
        ),
        says(
            Says::Distance,
            &[May(&AT), Measure, Word(&TOWARDS), wind(), Word(&FROM)],
        ),
        says(Says::Distance, &[May(&AT), Measure, beyond(), May(&FROM)]),
        says(Says::Distance, &[May(&AT), Measure, beyond(), May(&CITY)]),
        says(Says::Distance, &[May(&AT), Measure, Word(&FROM)]),
        says(Says::Direction, &[Word(&TOWARDS), wind(), Word(&FROM)]),
        says(Says::Direction, &[beyond(), May(&FROM)]),
        says(Says::Direction, &[beyond(), May(&CITY)]),
        says(
            Says::Edge,
            &[May(&INSIDE), side(), Word(&EDGES), May(&CITY)],
        ),
        says(Says::Edge, &[May(&INSIDE), Word(&EDGES), May(&CITY)]),
        says(
            Says::Approaches,
            &[May(&INSIDE), side(), Word(&APPROACHES), May(&CITY)],
        ),
        says(
            Says::Approaches,
            &[May(&INSIDE), Word(&APPROACHES), May(&CITY)],
        ),
        says(
            Says::Part,
            &[May(&INSIDE), side(), Word(&PARTS), May(&CITY)],
        ),
        says(Says::Part, &[May(&INSIDE), wind(), May(&CITY)]),
        says(Says::Part, &[side()]),
        says(Says::Near, &[Word(&NEAR), May(&CITY)]),
        says(Says::Centre, &[May(&INSIDE), Word(&CENTRE), May(&CITY)]),
    ],
    city: &CITY,
    between: &BETWEEN,
    and: &AND,
    dealings: &DEALINGS,
    road: &ROAD,
    from: &ONLY_FROM,
    to: &TO,
    linking: &LINKING,
    owned: &OWNED,
};
