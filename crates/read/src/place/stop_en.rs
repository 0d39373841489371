//! Words that are names of places somewhere and something else nearly always.

use crate::lexicon::phrases;

phrases! {
    /// Never a place on their own, capital or not.
    pub(super) static NEVER: () = {
        () => "the, of, and, jr, sr, in, on, at, to, for, from, by, with, as, but, or, if, so, no, not, we, they, he, she, it, his, her, our, their, my, your, this, that, these, those, there, here, then, when, where, what, who, why, how, all, any, some, many, most, much, more, less, few, one, two, three, both, each, every, other, another, such, same, own, only, just, also, even, still, yet, now, later, soon, after, before, since, until, while, during, over, under, about, amid, among, near, within, without, against, along, across, around, behind, between, beyond, through, despite, because, although, though, once, again, first, second, third, last, next, new, old, big, man, men, woman, women, child, children, people, police, army, troops, soldiers, officials, president, minister, governor, mayor, general, colonel, major, captain, council, city, town, village, region, oblast, district, street, road, square, avenue, park, bridge, river, station, hospital, school, airport, church, market, centre, center, video, videos, photo, report, reports, news, update, source, sources, date, time, today, yesterday, tomorrow, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, may, june, july, august, september, october, november, december, good, great, best, well, long, sun, moon, sky, fire, water, air, war, peace, union, telegram, facebook, twitter, reuters, western, eastern, northern, southern, multiple, come, quick, amid, as, an, a, its, is, was, be, do, us, mark, grad, see, lead, split, hope, most, along, both, same, central, east, west, north, south, northeast, northwest, southeast, southwest, act, superior, human, supreme, swat, metro, federation, duma, star, celebration, light, lights, downtown, uptown, coast, marine, marines, liberal, liberals, conservative, lot, eagle, eagles, lions, tigers, bears, garden, gardens, ridge, mound, riding, continental, ocean, el niño, notre dame, car, midi, est, pst, cst, mst, university, college, hall, commerce, mart, leader, area, congress, justice, christmas, olympic, olympics, passover, easter, industry, recovery, iron, christian, bank, board, house, white house, senate, academy, center city, institute, company, department, agency, committee, commission, association, club, team, game, series, league, championship, cup, festival, street, drive, lane, court, avenue, boulevard, parkway, highway, route, interstate, county, parish, township, state, district, province, island, lake, hill, hills, mountain, valley, beach, forest, park, bay, canal, drug, virus, disease, conservation, god, bible, lord, king, queen, prince, princess, duke, pope, saint, st, st., mr, mrs, ms, dr, sir, miss, judge, sheriff, deputy, officer, detective, chief, director, chairman, secretary, attorney, professor, coach, doctor, senator, representative, republican, republicans, democrat, democrats, democratic, nato, un, u.n., who, hiv, aids, fbi, cia, fda, nasa, usda, epa, irs, nba, nfl, nhl, mlb, ncaa, abc, nbc, cbs, cnn, bbc, fox, apple, google, amazon, target, ford, buick, lincoln memorial, visa, delta, virgin, marathon, orange crush, independence, liberty, freedom, victory, enterprise, progress, commercial, energy, economy, media, internet, spring, summer, fall, autumn, winter, morning, evening, night, noon, english, green, brown, black, white, gray, grey, silver, gold, golden, rose, royal, imperial, young, long, short, page, price, field, fields, hamas, hezbollah, taliban, fatah",
    };
}
phrases! {
    /// A place name before one of these is part of a newspaper's or broadcaster's name.
    pub(super) static OUTLET_AFTER: () = {
        () => "times, post, news, chronicle, mirror, globe, sun, daily, examiner, inquirer, dispatch, ledger, sentinel, courier, broadcasting, herald, tribune, journal, gazette, telegraph, independent, pravda, today, observer, press, radio, tv, teams",
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
phrases! {
    /// Before a name these hardly ever lead to a person.
    pub(super) static STRONG: () = {
        () => "in, near, at, around, outside, inside, into, across, toward, towards, throughout, city of, town of, village of, downtown",
    };
}
phrases! {
    /// Family names that are small towns' too: alone, and not led to, they are somebody's.
    pub(super) static FAMILY: () = {
        () => "adams, allen, anderson, arnold, bailey, baker, barnes, barrett, bell, bennett, bishop, bradley, brooks, bryant, burke, butler, campbell, carpenter, carroll, carter, chapman, clark, cole, coleman, collins, cook, cooper, cox, crawford, cruz, cunningham, diaz, duncan, dunn, dyer, edwards, elliott, ellis, evans, ferguson, fisher, flores, flynn, foster, freeman, garcia, gibson, gomez, gonzalez, gordon, graham, grant, gray, greene, griffin, hansen, hart, harvey, hawkins, hayes, henderson, hicks, holloway, holmes, howard, hughes, hunt, hunter, james, jenkins, johnson, johnston, jones, kelly, kennedy, knight, lawson, lee, lewis, lopez, martin, martinez, mason, mccarthy, mcdonald, mckinney, miller, mitchell, moore, morgan, morris, morrison, murphy, murray, myers, nelson, nichols, obama, oliver, owens, palmer, parker, patterson, payne, perry, peterson, phillips, pierce, porter, ramirez, reed, reyes, reynolds, rice, richardson, rivera, roberts, robinson, rodriguez, rogers, ross, ruiz, russell, ryan, sanchez, sanders, schmidt, scott, shaw, simmons, simpson, smith, snyder, spencer, stephens, stevens, stewart, stone, sullivan, taylor, thomas, thompson, torres, trump, tucker, turner, vasquez, wagner, walker, wallace, ward, warren, watson, weaver, webb, welch, wells, wheeler, williams, williamson, willis, wilson, wood, woods, wright",
    };
}
