//! The casualty ledger: who counted what, with the doubt of each count kept as it was stated.

use bearings_model::{CasualtyRow, TallyRelation};

use crate::phrase::{counted, parts_verdict, relation};
use crate::reference::{Citation, References};
use crate::words::Words;

pub(super) struct CasualtyView {
    pub number: usize,
    pub outcome: Words,
    pub amount: Words,
    pub who: Words,
    pub when: Words,
    pub place: Words,
    pub owner: Words,
    pub mode: Words,
    pub origins: String,
    pub cites: Vec<Citation>,
    pub parts: Option<(&'static str, Words)>,
    pub relations: Vec<RelationView>,
}

pub(super) struct RelationView {
    pub kind: &'static str,
    pub is_conflict: bool,
    pub text: Words,
}

pub(super) fn views(rows: &[CasualtyRow], references: &mut References<'_>) -> Vec<CasualtyView> {
    rows.iter()
        .enumerate()
        .map(|(index, row)| view(index + 1, row, references))
        .collect()
}

fn view(number: usize, row: &CasualtyRow, references: &mut References<'_>) -> CasualtyView {
    CasualtyView {
        number,
        outcome: Words::new(&row.outcome),
        amount: Words::new(&row.amount),
        who: Words::new(who(row)),
        when: Words::new(&row.when),
        place: Words::new(&row.place),
        owner: Words::new(&row.owner),
        mode: Words::new(&row.mode),
        origins: counted(row.origins, "origin", "origins"),
        cites: references.cite(&row.evidence),
        parts: row
            .parts
            .as_ref()
            .map(|(verdict, text)| (parts_verdict(*verdict), Words::new(text))),
        relations: row.relations.iter().map(relation_view).collect(),
    }
}

/// "civilian, woman (Ukraine)"; what was not said is said not to be.
fn who(row: &CasualtyRow) -> String {
    match (row.who.is_empty(), &row.side) {
        (true, None) => "not said".to_owned(),
        (true, Some(side)) => format!("side: {}", country(side)),
        (false, None) => row.who.clone(),
        (false, Some(side)) => format!("{} (side: {})", row.who, country(side)),
    }
}

/// The sides met most by name; others by their ISO 3166 code.
fn country(code: &str) -> &str {
    match code {
        "BY" => "Belarus",
        "RU" => "Russia",
        "UA" => "Ukraine",
        other => other,
    }
}

fn relation_view((kind, text): &(TallyRelation, String)) -> RelationView {
    RelationView {
        kind: relation(*kind),
        is_conflict: *kind == TallyRelation::Conflict,
        text: Words::new(text),
    }
}
