//! English words for people named by what they are, and words that end the phrase that names them.

use bearings_model::Outcome;

use super::victim_en::Form;
use crate::lexicon::phrases;

phrases! {
    /// What became of someone, and where the phrase that names them stands.
    pub(super) static WORDS: (Outcome, Form) = {
        (Outcome::Killed, Form::Verb) => "killed, murdered, assassinated, executed, slain, massacred, shot dead, shot to death, shot and killed, gunned down, stabbed to death, beaten to death, fatally shot, fatally wounded, machinegunned, machine - gunned, kidnapped and killed, kidnapped and murdered, kidnapped and later murdered, tortured and murdered, tortured and killed, found dead, found murdered, believed dead, believed to be dead, feared dead, feared to be dead, presumed dead, presumed to be dead, assumed dead, assumed to be dead, thought dead, thought to be dead, reported dead, reported to be dead, said to be dead, rumoured dead, rumoured to be dead, rumored dead, rumored to be dead, pronounced dead, beheaded, hanged, lynched",
        (Outcome::Killed, Form::Before) => "died, perished, lost his life, lost her life, lost their lives, has died, had died, have died, was dead, lay dead",
        (Outcome::Killed, Form::Of) => "murder of, murders of, assassination of, assassinations of, killing of, killings of, death of, deaths of, slaying of, massacre of, execution of, executions of, murder in cold blood of, bodies of, body of, corpse of, corpses of, claimed the life of, cost the life of, took the life of, claimed the lives of, cost the lives of",
        (Outcome::Killed, Form::Noun) => "murder, assassination, death, slaying, execution",
        (Outcome::Killed, Form::After) => "killing, murdering, assassinating",
        (Outcome::Killed, Form::After) => "dead include, dead included, dead were identified as, dead are identified as, dead have been identified as, identified the dead as, among the dead was, among the dead were, among the dead are, among those killed were, those killed were, those killed are, the dead are, the dead were, bodies were identified as, body was identified as, killed are, killed were",
        (Outcome::Wounded, Form::After) => "wounded include, wounded included, injured include, injured included, wounded were identified as, injured were identified as, the wounded are, the injured are, the wounded were, the injured were, among the wounded were, among the injured were",
        (Outcome::Victims, Form::After) => "victims were identified as, victim was identified as, victims have been identified as, identified the victims as, identified the victim as, victims are, victims were",
        (Outcome::Wounded, Form::Verb) => "wounded, injured, hurt, maimed, seriously wounded, seriously injured, slightly wounded, slightly injured, critically wounded, shot and wounded, beaten, tortured",
        (Outcome::Wounded, Form::After) => "wounding, injuring",
        (Outcome::Victims, Form::Verb) => "shot",
        (Outcome::Captured, Form::Verb) => "kidnapped, abducted, taken hostage, held hostage",
        (Outcome::Captured, Form::Of) => "kidnapping of, kidnappings of, abduction of, abductions of",
        (Outcome::Captured, Form::Noun) => "abduction",
        (Outcome::Captured, Form::After) => "kidnapping, abducting",
    };
}
phrases! {
    /// Never part of a phrase that names somebody.
    pub(super) static ENDS: () = {
        () => "in, on, at, by, with, from, to, for, into, onto, during, after, before, while, when, where, as, because, since, until, through, throughout, near, outside, inside, against, between, among, under, over, within, without, behind, along, across, around, about, down, up, off, out, upon, via, toward, towards, following, despite, amid, beside, except, including, include, includes, included, like, than, that, which, who, whom, whose, if, and, or, but, nor, so, yet, although, though, whether, also, then, thus, therefore, however, meanwhile, moreover, not, never, no, only, even, still, already, just, again, there, here, how, why, what",
        () => "was, were, is, are, am, be, been, being, has, have, had, having, do, does, did, will, would, can, could, may, might, must, shall, should",
        () => "said, says, reported, reports, report, stated, added, told, announced, claimed, confirmed, denied, charged, accused, condemned, according, believes, believe, noted, revealed, indicated, learned, issued, explained, occurred, took, left, went, came, got, made, found, began, started, entered, attacked, bombed, exploded, fired, opened, arrived, fled, escaped, died, placed, planted, set, threw, hit, carried, continued, caused, resulted, intercepted, stopped, forced, tried, attempted, ordered, demanded, wanted, became, received, gave, called, blamed, belonged, held, killed, wounded, injured, dead, missing, kidnapped, murdered, assassinated, planned, planning, traveling, travelling, riding, driving, walking, working, leaving, arriving, wearing, carrying, belonging, allegedly, reportedly, apparently, presumably, immediately, instantly, seriously, slightly, critically, later, today, yesterday, tomorrow, tonight, early, late, last, this, these, those, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november, december, ago, morning, afternoon, evening, night, noon, midnight",
        () => "it, he, she, they, we, i, you, him, them, us, me, himself, herself, themselves, itself, everyone, someone, anyone, somebody, nobody, one, none, whoever, others, some, many, most, several, few, hundreds, dozens, scores, thousands, number, total, both, all, each, every, another, more, two, three, four, five, six, seven, eight, nine, ten",
    };
}
phrases! {
    pub(super) static DETERMINERS: () = {
        () => "the, a, an, his, her, their, its, our, my, your",
    };
}
phrases! {
    /// People by what they do or are; `true` for several.
    pub(super) static PEOPLE: bool = {
        false => "sailor, fisherman, seaman, crewmember, crewman, recruit, conscript, sister, head, chairman, chairwoman, person, man, woman, child, boy, girl, infant, baby, wife, husband, son, daughter, brother, sister, father, mother, nephew, niece, cousin, uncle, aunt, friend, companion, relative, president, minister, vice minister, mayor, governor, senator, deputy, congressman, councilman, candidate, leader, official, functionary, commander, chief, director, manager, secretary, ambassador, consul, diplomat, judge, magistrate, prosecutor, attorney, attorney general, lawyer, priest, bishop, archbishop, monsignor, nun, pastor, reverend, missionary, clergyman, jesuit, rector, dean, professor, teacher, student, doctor, nurse, physician, engineer, technician, worker, employee, peasant, farmer, rancher, landowner, cattleman, businessman, industrialist, merchant, shopkeeper, trader, banker, unionist, trade unionist, union leader, labor leader, activist, militant, member, journalist, reporter, editor, announcer, photographer, cameraman, correspondent, columnist, soldier, officer, policeman, police officer, guard, bodyguard, escort, watchman, security guard, agent, detective, inspector, driver, chauffeur, pilot, passenger, passerby, bystander, pedestrian, civilian, resident, citizen, villager, tourist, national, adviser, advisor, cook, maid, housekeeper, servant, gardener, guerrilla, rebel, terrorist, gunman, fighter, insurgent, extremist, subversive, colonel, general, major, captain, lieutenant, sergeant, corporal, private, marine, navy man, serviceman, victim, hostage, prisoner, youth, youngster, teenager, minor, adult, politician, lawmaker, legislator, spokesman, representative, coordinator, vice president, former minister, former president, ex - president, drug trafficker, trafficker, informer, informant, dentist, actor, singer, writer, poet, scientist, expert, foreigner, u.s. citizen, vendor, taxi driver, bus driver, monk, volunteer, rescuer, medic, paramedic, firefighter, cleric, imam, rabbi",
        true => "sailors, fishermen, seamen, crewmembers, crewmen, crew members, recruits, conscripts, people, persons, men, women, children, boys, girls, infants, babies, wives, sons, daughters, brothers, sisters, parents, relatives, friends, companions, presidents, ministers, mayors, governors, senators, deputies, congressmen, councilmen, candidates, leaders, officials, functionaries, commanders, chiefs, directors, managers, secretaries, ambassadors, diplomats, judges, magistrates, prosecutors, attorneys, lawyers, priests, bishops, nuns, pastors, missionaries, clergymen, jesuits, professors, teachers, students, doctors, nurses, physicians, engineers, technicians, workers, employees, peasants, farmers, ranchers, landowners, businessmen, industrialists, merchants, bankers, unionists, trade unionists, union leaders, labor leaders, activists, militants, members, journalists, reporters, editors, photographers, correspondents, soldiers, troops, officers, policemen, police, police officers, guards, bodyguards, escorts, watchmen, security guards, agents, detectives, inspectors, drivers, pilots, passengers, passersby, bystanders, pedestrians, civilians, residents, citizens, inhabitants, villagers, tourists, nationals, advisers, advisors, cooks, maids, servants, guerrillas, rebels, terrorists, gunmen, fighters, insurgents, extremists, subversives, marines, servicemen, personnel, victims, hostages, prisoners, youths, youngsters, teenagers, minors, adults, politicians, lawmakers, representatives, colleagues, comrades, foreigners, salvadorans, colombians, peruvians, chileans, americans, spaniards, indians, natives, refugees, drug traffickers, traffickers, crew, family, families, couple, group, patrol, demonstrators, protesters, academics, intellectuals, religious workers, paratroopers, sympathizers, collaborators, supporters, religious, medics, paramedics, rescuers, firefighters, clerics",
    };
}
phrases! {
    /// A phrase that ends in one of these names nobody.
    pub(super) static THINGS: () = {
        () => "attack, attacks, bomb, bombs, explosion, explosions, incident, incidents, house, houses, building, buildings, bridge, office, offices, town, city, village, area, government, country, party, organization, army, front, car, cars, vehicle, vehicles, bus, cattle, animals, hopes, peace, democracy, dialogue, war, year, years, time, body, bodies, case, crime, crimes, murder, death, deaths, action, actions, situation, process, way, violence, terrorism, fire, place, weapons, arms, residence, residences, home, homes, headquarters, embassy, post, posts, helicopter, helicopters, plane, planes, aircraft, convoy, convoys, pipeline, pipelines, base, bases, barracks, garrison, garrisons, station, stations, agency, meeting, school, schools, church, hospital, bank, banks, store, stores, tower, towers, farm, farms, train, truck, trucks, university, facilities, installations, positions, position, system, law, laws, killings, deaths, fatalities, casualties, murders, court, courts, cartel, university, ages, ambition, offensive, units, unit, battalion, brigade, feelings, interests, image, economy, dignity, hours, minutes, days, weeks, months",
    };
}

phrases! {
    /// What follows is whom an attack was on.
    pub(super) static ATTACKS: () = {
        () => "attack on, attack against, attacks on, attacks against, attempt on the life of, attempt against the life of, attempt against, attempt to kill, attempt to assassinate, attempt to murder, tried to kill, tried to assassinate, tried to murder, attacked, ambushed, fired at, shot at, opened fire on, threatened to kill, tried to kidnap, attempt to kidnap, ambush on, ambush of",
    };
}
