//! Which kinds of event can be one occurrence told in other words.

use bearings_model::EventKind;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// Attacks, killings and explosions: one is often told as the others.
    Violence,
    Taking,
    Theft,
    Own,
}

fn family(kind: EventKind) -> Option<Family> {
    use EventKind::*;
    Some(match kind {
        Shelling | AirStrike | MissileStrike | DroneStrike | Firefight | Explosion | Fire
        | Landmine | InfrastructureHit | Bombing | Killing | Arson | Attack => Family::Violence,
        Kidnapping => Family::Taking,
        Looting | Robbery => Family::Theft,
        Advance | Retreat | Capture | Arrest | Evacuation | Crossing | Protest => Family::Own,
        Defence | Deployment | Statement => return None,
    })
}

/// Whether a kind is of something that happens and is over.
pub(super) fn is_bounded(kind: EventKind) -> bool {
    family(kind).is_some()
}

/// People are killed and hurt in these.
pub(super) fn is_violent(kind: EventKind) -> bool {
    family(kind) == Some(Family::Violence)
}

/// How exactly a kind names what happened.
fn exactness(kind: EventKind) -> u8 {
    use EventKind::*;
    match kind {
        InfrastructureHit => 0,
        Attack | Fire => 1,
        Killing => 2,
        Explosion => 3,
        _ => 4,
    }
}

/// Whether claims of the two kinds can tell of one occurrence.
pub(super) fn agree(one: EventKind, other: EventKind) -> bool {
    let (wide, narrow) = if exactness(one) <= exactness(other) {
        (one, other)
    } else {
        (other, one)
    };
    if one == other {
        return true;
    }
    let bursts = |kind| {
        use EventKind::*;
        matches!(
            kind,
            Bombing | Landmine | AirStrike | Shelling | MissileStrike | DroneStrike
        )
    };
    match (family(one), family(other)) {
        (Some(Family::Violence), Some(Family::Violence)) => {
            exactness(wide) <= 2 || wide == EventKind::Explosion && bursts(narrow)
        }
        (Some(a), Some(b)) => a == b && a == Family::Theft,
        _ => false,
    }
}

/// The kind that says more.
pub(super) fn more_exact(one: EventKind, other: EventKind) -> EventKind {
    if exactness(other) > exactness(one) {
        other
    } else {
        one
    }
}
