//! English words that can head a speaker: roles, groups, organisations, pronouns.

use bearings_model::SourceKind;

use crate::lexicon::phrases;
use crate::text::Text;

phrases! {
    /// Someone with a role; unnamed unless a name stands beside it.
    pub(super) static ROLES: () = {
        () => "governor, mayor, minister, president, premier, chancellor, spokesman, spokeswoman, spokesperson, spokespeople, adviser, advisor, advisers, general, colonel, major, captain, lieutenant, sergeant, admiral, commander, commanders, chief, head, director, deputy, official, officials, officer, officers, resident, residents, local, locals, villager, villagers, witness, witnesses, eyewitness, eyewitnesses, survivor, survivors, victim, relative, relatives, neighbour, neighbours, neighbor, neighbors, journalist, journalists, journo, journos, reporter, reporters, correspondent, correspondents, photographer, editor, doctor, doctors, medic, medics, nurse, surgeon, paramedic, soldier, soldiers, serviceman, fighter, fighters, volunteer, volunteers, analyst, analysts, expert, experts, observer, observers, attorney, prosecutor, prosecutors, lawyer, judge, secretary, ambassador, diplomat, diplomats, envoy, lawmaker, lawmakers, senator, congressman, councillor, councilman, deputy, member, leader, leaders, activist, activists, researcher, researchers, investigator, investigators, teacher, driver, worker, workers, employee, man, woman, boy, girl, mother, father, brother, sister, son, daughter, wife, husband, people, person, voice, source, sources, team, rescuers, rescuer, firefighters, firefighter, police, authorities, administration, guard, pilot, historian, professor, scientist, pope, bishop, priest, king, queen, prince, chairman, chairwoman, executive, manager, owner, coach, student, students, teenager, separatists, rebels, militants, insurgents, scouts, scout, client, clients, monitors, negotiator, negotiators, hostage, hostages, refugee, refugees, aide, aides, soldier, veteran, veterans",
    };
}
phrases! {
    /// Last or telling words of an organisation's name.
    pub(crate) static ORGANISATIONS: () = {
        () => "council, ministry, government, parliament, army, navy, forces, service, services, agency, department, administration, office, bureau, committee, commission, court, police, union, party, group, organization, organisation, company, corporation, university, hospital, staff, command, headquarters, embassy, kremlin, pentagon, nato, un, reuters, afp, tass, interfax, association, watch, international, network, center, centre, institute, foundation, prosecutors, militia, guard, brigade, battalion, regiment, news, times, post, journal, board, fund, mission, authority, federation, house, congress, senate, council's, monitor, observatory, ap, bbc, cnn, ria, ukrinform, unian, suspilne",
    };
}
phrases! {
    /// Things that speak for whoever made them.
    pub(super) static PAPERS: () = {
        () => "report, reports, statement, document, documents, post, message, website, newspaper, broadcaster, channel, survey, study, poll, letter, bulletin, communique",
    };
}
phrases! {
    pub(super) static PRONOUNS: () = {
        () => "he, she, they, we, i, it, who",
    };
}

/// Whether a word can head a person or group who speaks.
pub(crate) fn is_person_head(text: &Text, at: usize) -> bool {
    ROLES.at(text, at, at + 1).is_some()
}

/// What an organisation's or a person's name most likely names.
pub(super) fn kind_of_name(words: &[&str]) -> SourceKind {
    let organisation = words
        .iter()
        .any(|word| ORGANISATIONS.word(&word.to_lowercase()).is_some());
    let acronym = words.len() == 1
        && words[0].chars().count() > 1
        && words[0].chars().all(char::is_uppercase);
    if organisation || acronym {
        SourceKind::Organisation
    } else {
        SourceKind::Person
    }
}
