//! What other collections call a kind of event: ACLED's event and sub-event types, VIINA's
//! columns. A kind that has no honest counterpart there has none here.

use serde::Serialize;

use crate::EventKind;

/// ACLED's two levels, as its codebook writes them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AcledType {
    pub event_type: &'static str,
    pub sub_event_type: &'static str,
}

/// A kind's names elsewhere; `None` where there is none that says neither more nor less.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct EventTypes {
    pub acled: Option<AcledType>,
    /// The name of VIINA's column.
    pub viina: Option<&'static str>,
}

const REMOTE: &str = "Explosions/Remote violence";
const STRATEGIC: &str = "Strategic developments";
const CIVILIANS: &str = "Violence against civilians";
const AIR_OR_DRONE: &str = "Air/drone strike";
const SHELLING: &str = "Shelling/artillery/missile attack";
const MINE: &str = "Remote explosive/landmine/IED";
const LOOTING: &str = "Looting/property destruction";

type Row = (
    EventKind,
    Option<(&'static str, &'static str)>,
    Option<&'static str>,
);

/// One row a kind. VIINA's columns are given only where its codebook's meaning is the kind's.
const TABLE: &[Row] = &[
    (
        EventKind::Shelling,
        Some((REMOTE, SHELLING)),
        Some("t_artillery"),
    ),
    (
        EventKind::AirStrike,
        Some((REMOTE, AIR_OR_DRONE)),
        Some("t_airstrike"),
    ),
    (EventKind::MissileStrike, Some((REMOTE, SHELLING)), None),
    (
        EventKind::DroneStrike,
        Some((REMOTE, AIR_OR_DRONE)),
        Some("t_uav"),
    ),
    (
        EventKind::Firefight,
        Some(("Battles", "Armed clash")),
        Some("t_firefight"),
    ),
    // Ground is gained only when the text says so: that is a capture.
    (EventKind::Advance, None, None),
    (
        EventKind::Retreat,
        Some((STRATEGIC, "Non-violent transfer of territory")),
        Some("t_retreat"),
    ),
    // By fighting or without it: ACLED has a type for each, and the word does not tell.
    (EventKind::Capture, None, Some("t_control")),
    (EventKind::Defence, Some(("Battles", "Armed clash")), None),
    // What blew up is not said.
    (EventKind::Explosion, None, None),
    (EventKind::Fire, None, None),
    (EventKind::Arrest, Some((STRATEGIC, "Arrests")), None),
    (EventKind::Evacuation, None, None),
    (EventKind::Crossing, None, None),
    // Whether it stayed peaceful is not said.
    (EventKind::Protest, None, None),
    (EventKind::Looting, Some((STRATEGIC, LOOTING)), None),
    (EventKind::Landmine, Some((REMOTE, MINE)), None),
    (EventKind::InfrastructureHit, None, Some("t_property")),
    (
        EventKind::Deployment,
        Some((STRATEGIC, "Change to group/activity")),
        None,
    ),
    // By whom, with what and on whom is not said.
    (EventKind::Attack, None, None),
    (EventKind::Statement, None, None),
    (EventKind::Bombing, Some((REMOTE, MINE)), Some("t_ied")),
    // Of a civilian or a fighter: the word does not tell.
    (EventKind::Killing, None, None),
    (
        EventKind::Kidnapping,
        Some((CIVILIANS, "Abduction/forced disappearance")),
        None,
    ),
    (EventKind::Arson, Some((STRATEGIC, LOOTING)), None),
    (EventKind::Robbery, Some((STRATEGIC, LOOTING)), None),
];

impl EventKind {
    /// The kind's names in ACLED and VIINA.
    pub fn types(self) -> EventTypes {
        let row = TABLE.iter().find(|row| row.0 == self);
        EventTypes {
            acled: row
                .and_then(|row| row.1)
                .map(|(event_type, sub_event_type)| AcledType {
                    event_type,
                    sub_event_type,
                }),
            viina: row.and_then(|row| row.2),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_row() {
        for kind in EventKind::ALL {
            let rows = TABLE.iter().filter(|row| row.0 == *kind).count();
            assert_eq!(rows, 1, "{}", kind.name());
        }
    }
}
