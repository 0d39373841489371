//! English: words that place something by a place.

use super::phrase::{Says, Slot, Wind, Words, says};
use crate::lexicon::phrases;

phrases! {
    static WINDS: Wind = {
        Wind(0) => "north", Wind(4) => "east", Wind(8) => "south", Wind(12) => "west",
        Wind(2) => "northeast, north - east, north east",
        Wind(6) => "southeast, south - east, south east",
        Wind(10) => "southwest, south - west, south west",
        Wind(14) => "northwest, north - west, north west",
        Wind(1) => "north - northeast, north - north - east",
        Wind(3) => "east - northeast, east - north - east",
        Wind(5) => "east - southeast, east - south - east",
        Wind(7) => "south - southeast, south - south - east",
        Wind(9) => "south - southwest, south - south - west",
        Wind(11) => "west - southwest, west - south - west",
        Wind(13) => "west - northwest, west - north - west",
        Wind(15) => "north - northwest, north - north - west",
    };
}
phrases! {
    /// Before what is inside the place.
    static SIDES: Wind = {
        Wind(0) => "north, northern", Wind(4) => "east, eastern",
        Wind(8) => "south, southern", Wind(12) => "west, western",
        Wind(2) => "northeast, northeastern, north - east, north - eastern",
        Wind(6) => "southeast, southeastern, south - east, south - eastern",
        Wind(10) => "southwest, southwestern, south - west, south - western",
        Wind(14) => "northwest, northwestern, north - west, north - western",
    };
}
phrases! {
    static OF: () = {
        () => "of, of the city of, of the town of, of the village of, of the settlement of, of the port city of, of the capital",
    };
}
phrases! {
    static FROM: () = {
        () => "from, outside, outside of, off, away from, from the city of, from the town of, from the village of, from the settlement of, outside the city of, outside the town of, outside the village of",
    };
}
phrases! {
    /// So far from the place's edge, which is outside it.
    static FROM_EDGE: () = {
        () => "of the outskirts of, from the outskirts of, of the edge of, from the edge of, from the suburbs of",
    };
}
phrases! {
    static CITY: () = {
        () => "the city of, the town of, the village of, the settlement of, the capital",
    };
}
phrases! { static TOWARDS: () = { () => "to the, due, away to the, further, farther, just, just to the, on the way, away" }; }
phrases! { static INSIDE: () = { () => "in the, in, the, across the, throughout the, inside the" }; }
phrases! { static WITHIN: () = { () => "within, within a radius of, up to, less than, no more than, not more than, under, fewer than" }; }
phrases! { static MORE: () = { () => "more than, over, at least, beyond, not less than, no less than, upwards of, further than, farther than" }; }
phrases! { static EDGES: () = { () => "outskirts, suburbs, suburb, edge, edges, fringes, outskirt" }; }
phrases! { static APPROACHES: () = { () => "approaches to, approach to, approaches of" }; }
phrases! { static PARTS: () = { () => "part, parts, side, district, districts, neighbourhoods, neighborhoods, quarter, quarters, half, areas" }; }
phrases! { static NEAR: () = { () => "near, near the city of, near the town of, near the village of, near the settlement of, in the vicinity of, not far from, close to the city of, close to the town of, close to the village of" }; }
phrases! { static OUTSIDE: () = { () => "outside, just outside, outside of, just outside of, outside the city of, outside the town of, outside the village of" }; }
phrases! { static CENTRE: () = { () => "centre of, center of, heart of, middle of, city centre of, city center of, centre of the city of, center of the city of" }; }
phrases! { static CENTRAL: () = { () => "central, downtown" }; }
phrases! { static BETWEEN: () = { () => "between, halfway between, midway between" }; }
phrases! { static AND: () = { () => "and, with, to" }; }
phrases! { static TO: () = { () => "to, towards, toward, into" }; }
phrases! { static ONLY_FROM: () = { () => "from, leading from, running from, that leads from, that runs from" }; }
phrases! { static LINKING: () = { () => "linking, connecting, joining, that links, that connects, which links, which connects" }; }
phrases! {
    static ROAD: () = {
        () => "road, highway, motorway, railway, railroad, rail line, railway line, main road, ring road, expressway, freeway, roads, track",
    };
}
phrases! {
    static DEALINGS: () = {
        () => "talk, talks, relation, relations, relationship, ties, agreement, agreements, deal, deals, treaty, war, conflict, tensions, tension, ceasefire, truce, peace, negotiation, negotiations, dialogue, cooperation, match, matches, game, games, final, derby, dispute, trade, exchange, exchanges, swap, swaps, call, calls, contact, contacts, meeting, meetings, summit, alliance, pact, partnership, rivalry, difference, differences, choice, gap, distance, correspondence, calls, link, links",
        () => "flight, flights, flew, fly, flies, flying, travel, travels, travelled, traveled, travelling, traveling, split, splits, splitting, commute, commutes, commuting, train, trains, bus, buses, shuttle, shuttles, shuttled, service, services, ferry, journey, journeys, trip, trips, divided, shared",
    };
}
phrases! {
    static OWNED: () = {
        () => "'s, airport, airfield, air base, airbase, port, station, university, hospital, power, nuclear, railway, time",
    };
}

use Slot::{May, Measure, Word};
const fn wind() -> Slot {
    Slot::Wind(&WINDS)
}
const fn side() -> Slot {
    Slot::Wind(&SIDES)
}

pub(super) static WORDS: Words = Words {
    patterns: &[
        says(
            Says::Nothing,
            &[Word(&MORE), Measure, May(&TOWARDS), wind(), Word(&OF)],
        ),
        says(Says::Nothing, &[Word(&MORE), Measure, Word(&FROM)]),
        says(
            Says::Within,
            &[Word(&WITHIN), Measure, May(&TOWARDS), wind(), Word(&OF)],
        ),
        says(Says::Within, &[Word(&WITHIN), Measure, Word(&FROM)]),
        says(Says::Within, &[Word(&WITHIN), Measure, Word(&OF)]),
        says(Says::Distance, &[Measure, May(&TOWARDS), wind(), Word(&OF)]),
        says(
            Says::Distance,
            &[Measure, May(&TOWARDS), wind(), Word(&FROM)],
        ),
        says(
            Says::Distance,
            &[Measure, May(&TOWARDS), wind(), Word(&FROM_EDGE)],
        ),
        says(Says::Distance, &[Measure, Word(&FROM_EDGE)]),
        says(Says::Distance, &[Measure, Word(&FROM)]),
        says(Says::Direction, &[Word(&TOWARDS), wind(), Word(&OF)]),
        says(Says::Edge, &[May(&INSIDE), side(), Word(&EDGES), Word(&OF)]),
        says(Says::Edge, &[Word(&EDGES), Word(&OF)]),
        says(Says::Approaches, &[side(), Word(&APPROACHES), May(&CITY)]),
        says(Says::Approaches, &[Word(&APPROACHES), May(&CITY)]),
        says(Says::Part, &[May(&INSIDE), side(), Word(&PARTS), Word(&OF)]),
        says(Says::Part, &[Word(&INSIDE), wind(), Word(&OF)]),
        says(Says::Direction, &[wind(), Word(&OF)]),
        says(Says::Direction, &[May(&TOWARDS), wind(), Word(&FROM_EDGE)]),
        says(Says::Part, &[side()]),
        says(Says::Near, &[Word(&NEAR)]),
        says(Says::Outside, &[Word(&OUTSIDE)]),
        says(Says::Centre, &[Word(&CENTRE)]),
        says(Says::Centre, &[Word(&CENTRAL)]),
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
