//! Words that are names of places somewhere and something else nearly always.

use crate::lexicon::phrases;

phrases! {
    /// Never a place on their own, capital or not.
    pub(super) static NEVER: () = {
        () => "the, of, and, in, on, at, to, for, from, by, with, as, but, or, if, so, no, not, we, they, he, she, it, his, her, our, their, my, your, this, that, these, those, there, here, then, when, where, what, who, why, how, all, any, some, many, most, much, more, less, few, one, two, three, both, each, every, other, another, such, same, own, only, just, also, even, still, yet, now, later, soon, after, before, since, until, while, during, over, under, about, amid, among, near, within, without, against, along, across, around, behind, between, beyond, through, despite, because, although, though, once, again, first, second, third, last, next, new, old, big, man, men, woman, women, child, children, people, police, army, troops, soldiers, officials, president, minister, governor, mayor, general, colonel, major, captain, council, city, town, village, region, oblast, district, street, road, square, avenue, park, bridge, river, station, hospital, school, airport, church, market, centre, center, video, videos, photo, report, reports, news, update, source, sources, date, time, today, yesterday, tomorrow, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july, august, september, october, november, december, good, great, best, well, long, sun, moon, sky, fire, water, air, war, peace, union, telegram, facebook, twitter, reuters, western, eastern, northern, southern, multiple, come, quick, amid, as, an, a, its, is, was, be, do, us, mark, grad, see, lead, split, hope, most, along, both, same, central, east, west, north, south",
    };
}
phrases! {
    /// A place name before one of these is part of a newspaper's or broadcaster's name.
    pub(super) static OUTLET_AFTER: () = {
        () => "times, post, news, herald, tribune, journal, gazette, telegraph, independent, pravda, today, observer, press, radio, tv, teams",
    };
}
phrases! {
    /// Capitalised words that may follow a place name without making it a person's.
    pub(super) static NOUN_AFTER: () = {
        () => "city, council, oblast, region, regional, state, international, airport, district, university, hospital, raion, province, county, military, administration, police, prosecutor, governor, mayor, ministry, zoo, metro, railway, station, tractor, aviation, national, children, emergency, nuclear, river, road, highway, street, avenue, square",
    };
}
phrases! {
    /// A name after one of these is a place unless something else is known.
    pub(super) static LOCATIVE: () = {
        () => "in, near, at, around, outside, inside, from, to, toward, towards, into, across, of, between, and, over, through, for, take, took, reach, reached, enter, entered, leave, left, shelled, bombed, struck, hit, captured, seized, city, town, village",
    };
}
