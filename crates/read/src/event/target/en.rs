//! English names of things and people that events befall, and the words that hit them.

use bearings_model::AffectedKind;

use super::Words;
use crate::lexicon::phrases;

phrases! {
    static THINGS: AffectedKind = {
        AffectedKind::Residential => "apartment building, apartment buildings, apartment block, apartment blocks, residential building, residential buildings, residential area, residential areas, residential district, residential districts, residential neighbourhood, residential neighbourhoods, residential neighborhood, residential neighborhoods, residential quarter, residential quarters, house, houses, home, homes, dormitory, dormitories, high-rise, high-rises, tower block, tower blocks, block of flats, blocks of flats, flat, flats, housing, residence, private homes",
        AffectedKind::Healthcare => "hospital, hospitals, maternity hospital, maternity hospitals, maternity ward, children's hospital, clinic, clinics, polyclinic, medical centre, medical center, medical facility, medical facilities, ambulance, ambulances, pharmacy, pharmacies, health centre, field hospital",
        AffectedKind::School => "school, schools, kindergarten, kindergartens, nursery, nurseries, university, universities, college, colleges, university building, school building, boarding school",
        AffectedKind::Commercial => "shop, shops, supermarket, supermarkets, market, markets, shopping centre, shopping center, shopping mall, shopping centres, shopping malls, mall, hotel, hotels, restaurant, restaurants, cafe, cafes, bank, banks, petrol station, petrol stations, gas station, gas stations, office building, office buildings, business centre, business center, store, stores, kiosk, kiosks",
        AffectedKind::Industrial => "factory, factories, plant, plants, warehouse, warehouses, steelworks, refinery, refineries, oil refinery, industrial zone, industrial area, farm, farms, grain silo, grain silos, granary, granaries, mill",
        AffectedKind::Energy => "oil depot, oil depots, fuel depot, fuel depots, fuel storage, oil storage, power plant, power plants, power station, power stations, thermal power plant, nuclear power plant, substation, substations, gas pipeline, gas pipelines, pipeline, pipelines, oil pipeline, oil pipelines, power line, power lines, power grid, energy infrastructure, energy facilities, energy facility, dam, dams, oil tank, oil tanks, fuel tank, fuel tanks, electricity towers, electrical towers, power pylons",
        AffectedKind::Water => "water pipe, water pipes, water main, pumping station, pumping stations, water treatment plant, reservoir, water tower, water supply",
        AffectedKind::Communications => "television tower, tv tower, tv mast, radio tower, radio station, radio stations, radio transmitter, broadcasting tower, telephone exchange, newspaper offices, television station",
        AffectedKind::Transport => "bridge, bridges, railway station, railway stations, train station, train stations, railway, railways, railway bridge, railway line, rail line, airport, airports, airfield, airfields, runway, runways, port, ports, harbour, harbor, bus station, bus stop, road, roads, highway, highways, train, trains, metro station, ferry, ship, ships",
        AffectedKind::Administrative => "government building, government buildings, administration building, administrative building, administrative buildings, regional administration, regional administration building, city hall, town hall, town council, police station, police stations, court, courthouse, embassy, embassies, consulate, prison, prisons, headquarters, ministry, presidential palace, parliament, post office, fire station, library building, civic centre, mayor's office, mayor's offices",
        AffectedKind::Religious => "church, churches, cathedral, mosque, mosques, synagogue, monastery, temple",
        AffectedKind::Cultural => "museum, museums, theatre, theater, drama theatre, drama theater, library, libraries, memorial, opera house, palace of culture, house of culture, cinema, monument, monuments, cemetery",
        AffectedKind::Humanitarian => "aid convoy, humanitarian convoy, humanitarian convoys, evacuation convoy, evacuation bus, evacuation buses, refugee camp, refugee camps, refugee column, aid warehouse, relief convoy, civilian convoy, convoy of civilians, distribution centre",
        AffectedKind::Military => "military base, military bases, army base, barracks, military airfield, military airfields, air base, air bases, military unit, ammunition depot, ammunition depots, arms depot, arms depots, weapons depot, checkpoint, checkpoints, command post, command posts, military column, military convoy, column, positions, trenches, radar, radar station, military facilities, military facility, military infrastructure, garrison, garrisons, outpost, outposts, training ground, military headquarters, warship, warships, army post, army posts, military vehicles, armoured vehicles, armored vehicles, tanks, artillery positions, air defence systems, air defense systems, troops, soldiers, patrol, enemy positions, enemy vehicles",
        AffectedKind::Vehicle => "car, cars, bus, buses, minibus, truck, trucks, lorry, lorries, van, vans, vehicle, vehicles, tram, trolleybus, taxi, plane, planes, helicopter, helicopters",
        AffectedKind::People => "civilians, civilian, residents, refugees, evacuees, journalists, journalist, aid workers, rescuers, rescue workers, medics, paramedics, civilian population, passers-by, protesters, demonstrators, peasants, worshippers, shoppers, commuters, children, pedestrians",
    };
}
phrases! {
    static HITS: () = {
        () => "hit, hits, hitting, struck, strike, strikes, striking, shelled, shelling, shells, bombed, bombing, bombings, bombarded, bombarding, bombardment, attacked, attacking, attack, attacks, targeted, targeting, targets, target, destroyed, destroying, destroys, destruction, damaged, damaging, damages, damage, burned, burnt, burning, burned down, razed, levelled, leveled, flattened, demolished, demolishing, wrecked, wrecking, gutted, blew up, blowing up, blown up, blow up, torched, torching, set fire, setting fire, ignited, looted, looting, ransacked, raided, raiding, raid, raids, stormed, storming, seized, seizing, captured, capturing, occupied, ambushed, ambushing, ambush, fired, fire, firing, opened fire, shot, shooting, shot at, fell, fall, landed, slammed, crashed, ripped, tore, exploded, mined, mining, assault, airstrike, airstrikes, air strike, air strikes, missile strike, missile strikes, drone strike, drone strikes, drone attack, drone attacks, rocket attack, rocket attacks, sabotaged, sabotaging, sabotage, robbed, robbing, dynamited, dynamiting, machine-gunned, killed, killing, wounded, wounding, injured, injuring, kidnapped, kidnapping, detained, arrested, rammed, pounded, pounding, engulfed, hitting at",
    };
}
phrases! {
    static ONTO: () = {
        () => "on, at, against, of, to, into, onto, upon, through, in front of, outside",
    };
}
phrases! {
    static STOPS: () = {
        () => "is, are, was, were, be, been, being, has, have, had, will, would, may, might, could, can, did, does, do, not, never, no, that, which, who, whose, where, when, while, because, if, but, or, it, they, he, she, we, you, i, said, says, saying, told, than, so, until, since, although, though, later, then, also, only, including, via, per",
    };
}
phrases! {
    static PREPOSITIONS: () = {
        () => "in, on, at, near, from, by, with, for, over, under, behind, beside, inside, around, toward, towards, about, after, before, during, without, within, like, as, between, among, along, across, past, off",
    };
}
phrases! {
    static PARTS: () = {
        () => "roof, roofs, wall, walls, window, windows, entrance, wing, floor, floors, part, parts, half, grounds, yard, courtyard, building, buildings, facade, hall, some, many, most, several, dozens, hundreds, one, two, three, four, five",
    };
}
phrases! {
    static PASSIVE: () = {
        () => "was hit, were hit, been hit, got hit, being hit, was struck, were struck, been struck, was shelled, were shelled, been shelled, was bombed, were bombed, been bombed, was bombarded, were bombarded, was attacked, were attacked, been attacked, was targeted, were targeted, been targeted, was destroyed, were destroyed, been destroyed, is destroyed, was damaged, were damaged, been damaged, was badly damaged, were badly damaged, was partially destroyed, were partially destroyed, was partly destroyed, was completely destroyed, were completely destroyed, was heavily damaged, were heavily damaged, was severely damaged, were severely damaged, was slightly damaged, was also hit, were also hit, was also damaged, were also damaged, was also destroyed, was burned, were burned, was burnt, were burnt, was set on fire, were set on fire, caught fire, was on fire, were on fire, is on fire, are on fire, was burning, were burning, is burning, are burning, was ablaze, were ablaze, is ablaze, was in flames, were in flames, collapsed, partially collapsed, was looted, were looted, was blown up, were blown up, been blown up, was razed, were razed, was levelled, was leveled, was flattened, was demolished, were demolished, was gutted, were gutted, was ambushed, were ambushed, was raided, were raided, was seized, were seized, was captured, were captured, came under fire, came under attack, come under fire, come under attack, under fire, was dynamited, were dynamited, burned down, burnt down, was fired on, were fired on, was fired upon, were fired upon, was kidnapped, were kidnapped, was robbed, were robbed, burned out, was wrecked, were wrecked, exploded, was sabotaged",
    };
}

pub(super) fn words() -> Words {
    Words {
        things: &THINGS,
        hits: &HITS,
        onto: &ONTO,
        stops: &STOPS,
        prepositions: &PREPOSITIONS,
        parts: &PARTS,
        passive: &PASSIVE,
    }
}
