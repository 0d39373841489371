//! English words for those who are counted.

use std::ops::Range;

use bearings_model::Who;

use super::outcome_en::outcome;
use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    static PEOPLE: Option<Who> = {
        None => "people, persons, person, others, adults, adult, youths, individuals, individual, residents, resident, friends, siblings, customers, neighbours, neighbors, pedestrians, shoppers, worshippers, mourners, drivers, driver, guards, guard, volunteers, farmers, farmer, fishermen, shepherds, labourers, laborers, patients, passengers, workers, employees, migrants, hostages, locals, inhabitants, members, relatives, tourists, students, prisoners, protesters, demonstrators, defendants, suspects, refugees, priests, judges, men and women",
        Some(Who::Civilian) => "civilians, civilian, non-combatants, bystanders, bystander, villagers, villager, peasants, peasant, citizens, citizen",
        Some(Who::Military) => "soldiers, soldier, troops, servicemen, serviceman, servicewomen, servicewoman, military personnel, military, fighters, fighter, combatants, officers, officer, militants, guerrillas, guerrilla, rebels, rebel, paratroopers, marines, conscripts, soldiers and officers, personnel, occupiers, invaders, pilots, pilot, gunmen, gunman, insurgents, terrorists",
        Some(Who::Police) => "police, police officers, police officer, deputies, deputy, troopers, trooper, cops, cop,  policemen, policeman, policewoman, national police",
        Some(Who::Child) => "children, child, kids, boys, boy, girls, girl, minors, minor, infants, infant, toddlers, toddler, teenagers, teenager, teens, teen, daughters, daughter, sons, son,  babies, baby, schoolchildren",
        Some(Who::Woman) => "women, woman, female, females, mothers, mother, wife, sisters, nuns",
        Some(Who::Man) => "men, man, male, males, father, fathers, husband, brothers",
        Some(Who::Elderly) => "pensioners, pensioner, elderly, grandmother, grandfather",
        Some(Who::Journalist) => "journalists, journalist, reporters, reporter, photographer, correspondents, correspondent, cameraman",
        Some(Who::Medic) => "medics, medic, doctors, doctor, nurses, nurse, paramedics, paramedic, health workers, ambulance workers",
        Some(Who::Rescuer) => "rescuers, rescuer, rescue workers, rescue worker, firefighters, firefighter, emergency workers, emergency worker",
    };
}
phrases! {
    /// Things of war that are counted.
    static THINGS: () = {
        () => "vehicles, vehicle, tanks, tank, trucks, truck, cars, convoy, convoys, rockets, rocket, missiles, missile, drones, drone, helicopters, helicopter, aircraft, planes, plane, shells, shell, strikes, strike, buildings, building, houses, house, homes, apartments, explosions, explosion, attacks, bodies, body, rocket launchers, rocket - propelled grenades, grenades, launchers, guns, rifles, checkpoints, settlements, villages, bridges, schools, hospitals",
    };
}
phrases! {
    /// Amounts of these are no counts of people or things.
    static MEASURES: () = {
        () => "km, kilometres, kilometers, kilometre, kilometer, miles, mile, metres, meters, m, percent, per cent, %, hours, hour, days, day, weeks, week, months, month, years, year, minutes, minute, seconds, dollars, euros, hryvnias, hryvnia, roubles, rubles, tons, tonnes, degrees, times, rounds, shots, gunshots, bullets, gunshot wounds, bullet wounds, stab wounds, wounds, counts, charges, feet, inches, yards, acres, pounds, kilograms, kilogrammes, search warrants, warrants, occasions, generations, oclock, am, pm, a.m., p.m., st, nd, rd, th",
    };
}

/// The noun phrase that follows an amount: where it ends and who it names.
#[derive(Clone, Debug)]
pub(super) struct CountedNoun {
    pub tokens: Range<usize>,
    pub people: bool,
    pub who: Option<Who>,
    pub also: Vec<Who>,
}

/// How many adjectives may stand between an amount and its noun.
const ADJECTIVES: usize = 4;

/// Whether an amount of what stands at token `at` is a measure: hours, rounds, wounds.
pub(super) fn is_measure(text: &Text, at: usize, limit: usize) -> bool {
    MEASURES.at(text, at, limit).is_some()
}

pub(super) fn counted(text: &Text, at: usize, limit: usize) -> Option<CountedNoun> {
    if MEASURES.at(text, at, limit).is_some() {
        return None;
    }
    let stop = limit.min(at + ADJECTIVES + 1);
    let mut who = Vec::new();
    let mut end = None;
    let mut people = false;
    let mut i = at;
    while i < stop {
        let bracket = matches!(text.word(i), "[" | "]" | "(" | ")");
        // "military vehicles" are vehicles; "15 military" are people.
        let adjective = text.word(i) == "military" && THINGS.at(text, i + 1, limit).is_some();
        if let Some(found) = PEOPLE.at(text, i, limit).filter(|_| !adjective) {
            who.extend(*found.value);
            people = true;
            end = Some(i + found.tokens);
            i += found.tokens;
        } else if let Some(found) = THINGS.at(text, i, limit).filter(|_| !people) {
            end = Some(i + found.tokens);
            i += found.tokens;
        } else if text.word(i) == "'s" {
            end = None;
            i += 1;
        } else if end.is_some()
            || (!bracket && !is_adjective(text, i))
            || outcome(text, i, limit).is_some()
        {
            break;
        } else {
            i += 1;
        }
    }
    let mut end = end?;
    if text.word(end) == "]" {
        end += 1;
    }
    let start = if matches!(text.word(at), "[" | "of") {
        at + 1
    } else {
        at
    };
    let first = who.first().copied();
    let main = main_of(&who).or(first);
    let also = who.into_iter().filter(|w| Some(*w) != main).collect();
    Some(CountedNoun {
        tokens: start..end,
        people,
        who: main,
        also,
    })
}

/// Who a phrase's words say its people are.
pub(super) fn who_of(text: &Text, start: usize, end: usize) -> (Option<Who>, Vec<Who>) {
    let words = (start..end).filter_map(|i| *PEOPLE.at(text, i, end)?.value);
    let who: Vec<Who> = words.collect();
    let main = main_of(&who).or(who.first().copied());
    let also = who.into_iter().filter(|who| Some(*who) != main).collect();
    (main, also)
}

/// Status before sex and age: "a female civilian" is counted among civilians.
fn main_of(who: &[Who]) -> Option<Who> {
    who.iter().copied().find(|w| {
        matches!(
            w,
            Who::Civilian
                | Who::Military
                | Who::Police
                | Who::Journalist
                | Who::Medic
                | Who::Rescuer
        )
    })
}

/// The noun of people at token `at` itself, past no adjective.
pub(super) fn people_at(text: &Text, at: usize, limit: usize) -> Option<CountedNoun> {
    let found = PEOPLE.at(text, at, limit)?;
    counted(text, at, at + found.tokens)
}

/// Words that may stand between the amount and its noun.
fn is_adjective(text: &Text, at: usize) -> bool {
    use crate::text::Kind;
    let word = text.word(at);
    let stops = matches!(
        word,
        "and"
            | "or"
            | "were"
            | "was"
            | "are"
            | "is"
            | "have"
            | "had"
            | "has"
            | "killed"
            | "wounded"
            | "injured"
            | "dead"
            | "in"
            | "at"
            | "on"
            | "by"
            | "to"
            | "from"
            | "with"
            | "after"
            | "before"
            | "for"
            | "into"
            | "near"
            | "during"
            | "when"
            | "while"
            | "because"
            | "until"
            | "outside"
            | "inside"
            | "where"
            | "including"
            | "as"
            | "but"
            | "a"
            | "an"
            | "the"
            | "this"
            | "showed"
            | "shows"
            | "show"
            | "who"
            | "that"
            | "than"
            | "died"
            | "missing"
    );
    text.kind(at) == Some(Kind::Word) && !stops || matches!(word, "-" | "[")
}

/// Whether the noun names weapons or vehicles or other things of war.
pub(super) fn is_thing(text: &Text, at: usize, limit: usize) -> Option<usize> {
    THINGS.at(text, at, limit).map(|found| found.tokens)
}
