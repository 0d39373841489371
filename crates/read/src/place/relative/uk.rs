//! Ukrainian: words that place something by a place.

use super::phrase::{Pattern, Says, Slot, Wind, Words};
use crate::lexicon::phrases;

phrases! {
    /// "на південний схід від", "на півночі".
    static WINDS: Wind = {
        Wind(0) => "північ, півночі", Wind(4) => "схід, сході, сходу",
        Wind(8) => "південь, півдні, півдня", Wind(12) => "захід, заході, заходу",
        Wind(2) => "північний схід, північному сході, північно - схід, північно - сході",
        Wind(6) => "південний схід, південному сході, південно - схід, південно - сході",
        Wind(10) => "південний захід, південному заході, південно - захід, південно - заході",
        Wind(14) => "північний захід, північному заході, північно - захід, північно - заході",
    };
}
phrases! {
    static BEYOND: Wind = {
        Wind(0) => "північніше", Wind(4) => "східніше", Wind(8) => "південніше", Wind(12) => "західніше",
        Wind(2) => "північно - східніше", Wind(6) => "південно - східніше",
        Wind(10) => "південно - західніше", Wind(14) => "північно - західніше",
    };
}
phrases! {
    static SIDES: Wind = {
        Wind(0) => "північн*", Wind(4) => "східн*", Wind(8) => "південн*", Wind(12) => "західн*",
        Wind(2) => "північно - східн*", Wind(6) => "південно - східн*",
        Wind(10) => "південно - західн*", Wind(14) => "північно - західн*",
    };
}
phrases! { static AT: () = { () => "за, в, у, на відстані, у напрямку" }; }
phrases! { static ON: () = { () => "на, у напрямку на, в бік на, далі на" }; }
phrases! { static FROM: () = { () => "від, од, від міста, від села, від селища, від м ., від с ., від смт, від околиць, від околиці, від передмістя, від межі, від меж" }; }
phrases! { static CITY: () = { () => "міста, місто, містом, містами, села, село, селом, селища, селище, селищем, м ., с ., смт" }; }
phrases! { static WITHIN: () = { () => "в радіусі, у радіусі, не далі ніж за, не далі, менш ніж за, менш як за, менше ніж за, до, щонайбільше за" }; }
phrases! { static MORE: () = { () => "понад, понад за, більш ніж за, більш як за, більше ніж за, щонайменше за, не менш ніж за, не ближче ніж за, далі ніж за" }; }
phrases! { static INSIDE: () = { () => "на, у, в, по" }; }
phrases! { static EDGES: () = { () => "околиц*, передміст*" }; }
phrases! { static APPROACHES: () = { () => "підступах до, підступи до, підступах, підходах до" }; }
phrases! { static PARTS: () = { () => "частин*, райони, районах, районів, боці, квартали, кварталах" }; }
phrases! { static NEAR: () = { () => "поблизу, біля, під, неподалік, неподалік від, недалеко від, навколо, у районі, в районі" }; }
phrases! { static CENTRE: () = { () => "центрі, центр, центральній частині, центральна частина, середмісті" }; }
phrases! { static BETWEEN: () = { () => "між, поміж" }; }
phrases! { static AND: () = { () => "і, й, та, з, із" }; }
phrases! { static TO: () = { () => "до, на, в, у" }; }
phrases! { static ONLY_FROM: () = { () => "з, із, зі, від, що веде з, яка веде з, що веде від" }; }
phrases! { static LINKING: () = { () => "що сполучає, яка сполучає, що з'єднує, яка з'єднує, який з'єднує" }; }
phrases! {
    static ROAD: () = {
        () => "траса, траси, трасі, трасу, трасою, дорога, дороги, дорозі, дорогу, дорогою, шосе, автошлях, автошляху, автошляхом, автодорога, автодороги, автодорозі, автотраса, автотраси, автотрасі, залізниця, залізниці, залізницю",
    };
}
phrases! {
    static DEALINGS: () = {
        () => "переговор*, відносин*, стосунк*, зв'язк*, угод*, домовлен*, договір, договору, війн*, конфлікт*, перемир'*, мир, миру, діалог*, співпрац*, матч*, суперечк*, торгівл*, обмін*, зустріч*, самміт*, саміт*, союз*, різниц*, вибір, відстан*, напруг*",
        () => "рейс, рейси, рейсу, рейсів, політ, польот*, літа*, їздит*, курсу*, потяг*, поїзд*, автобус*, сполучен*, подорож*, розділ*",
    };
}
phrases! {
    /// In the genitive what follows is not owned: only names joined by a dash are.
    static OWNED: () = { () => "- сіті" };
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
            &[Word(&MORE), Measure, Word(&ON), wind(), Word(&FROM)],
        ),
        says(Says::Nothing, &[Word(&MORE), Measure, Word(&FROM)]),
        says(Says::Within, &[Word(&WITHIN), Measure, Word(&FROM)]),
        says(
            Says::Within,
            &[Word(&WITHIN), Measure, Word(&ON), wind(), Word(&FROM)],
        ),
        says(
            Says::Distance,
            &[May(&AT), Measure, Word(&ON), wind(), Word(&FROM)],
        ),
        says(Says::Distance, &[May(&AT), Measure, beyond(), May(&FROM)]),
        says(Says::Distance, &[May(&AT), Measure, beyond(), May(&CITY)]),
        says(Says::Distance, &[May(&AT), Measure, Word(&FROM)]),
        says(Says::Direction, &[Word(&ON), wind(), Word(&FROM)]),
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
