//! English: what a name is part of when one of these words belongs to it.

use crate::lexicon::phrases;

phrases! {
    /// Bodies, buildings and events that carry a place's name: "Jamaica Cancer Society".
    pub(super) static BODIES: () = {
        () => "academy, administration, agency, airlines, airways, alliance, army, arts, assembly, association, athletics, authority, bank, board, brigade, broadcasting, building, bureau, cathedral, cemetery, center, centre, central bank, chamber, championship, championships, chapel, church, circuit, classic, clinic, club, coalition, college, commission, committee, company, conference, congress, conservatory, constitution, convention, corporation, corp, corp., council, court, cup, democratic, department, development, embassy, exchange, exposition, fair, federation, festival, force, foundation, fund, gallery, games, group, guard, hall, health, high school, historical, hospital, hotel, housing, humane, inc, inc., independent, industries, institute, institution, intelligence, international, jail, journal, league, legislature, library, ltd, management, marathon, medical, memorial, ministry, mission, mosque, museum, national, navy, network, office, open, opera, orchestra, organization, parliament, party, patrol, philharmonic, plan, plant, police, power, press, prison, productions, program, project, prosecutor, public, publishing, purchase, railways, red cross, republican, research, resources, school, schools, senate, senator, service, services, society, stadium, state university, store, studios, summit, supreme court, symphony, system, systems, synagogue, task force, team, temple, theater, theatre, tower, transportation, treaty, tribunal, trust, union, united, university, utilities, water, zoo",
    };
}
phrases! {
    /// Unions of states: a place only where words lead into it, else those who act for it.
    pub(super) static UNIONS: () = {
        () => "eu, e.u., european union",
    };
}
phrases! {
    /// Roads: "Dublin Road" is no part of Dublin.
    pub(super) static STREETS: () = {
        () => "route, interstate, street, st, st., avenue, ave, ave., road, rd, rd., boulevard, blvd, blvd., drive, dr., lane, ln., parkway, pkwy, highway, hwy, expressway, turnpike, freeway, terrace, circle, pike, plaza, square",
    };
}
phrases! {
    /// Waters, heights and grounds, and counties: named after a town or not, they are not the town.
    pub(super) static GROUNDS: () = {
        () => "river, creek, lake, lakes, bay, pond, brook, falls, reservoir, canal, sea, ocean, gulf, strait, mountain, mountains, mount, hill, hills, peak, ridge, canyon, desert, forest, woods, wood, park, island, islands, peninsula, beach, bridge, dam, trail, mall, mill, county, counties, parish, township, virus, disease, syndrome, protocol, accord, accords, agreement, convention",
    };
}
phrases! {
    /// With "of" before a name they are part of it: "Republic of Armenia", "Town of Groton".
    pub(super) static FORMAL: () = {
        () => "republic, kingdom, commonwealth, principality, sultanate, emirate, people's republic, democratic republic, islamic republic, union",
    };
}
phrases! {
    /// Directions that are part of the place's name or narrow it.
    pub(super) static SIDES_OF: () = {
        () => "north, south, east, west, northern, southern, eastern, western, northeast, northwest, southeast, southwest, northeastern, northwestern, southeastern, southwestern, central, upper, lower, greater, downtown, mid, metro, rural, old, inner, outer, occupied, neighboring, neighbouring",
    };
}
