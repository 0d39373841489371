//! What an event befell and what was used in it, as the words say.
//!
//! The kinds follow the categories of public collections of civilian harm: what was affected
//! (residential, healthcare, school …) and which weapon system.

use serde::{Deserialize, Serialize};

use crate::Span;
use crate::claim::named;

/// Something an event befell, as written; whether it was aimed at is not said by that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Affected {
    pub span: Span,
    pub text: String,
    pub kind: AffectedKind,
}

/// What was used in an event, as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Weapon {
    pub span: Span,
    pub text: String,
    pub kind: WeaponKind,
}

named!(AffectedKind {
    Residential = "residential",
    Healthcare = "healthcare",
    School = "school",
    Commercial = "commercial",
    Industrial = "industrial",
    Energy = "energy",
    Water = "water",
    Communications = "communications",
    Transport = "transport",
    Administrative = "administrative",
    Religious = "religious",
    Cultural = "cultural",
    Humanitarian = "humanitarian",
    Military = "military",
    Vehicle = "vehicle",
    People = "people",
});

named!(
    /// `Missile` and `Drone` say no more than that; the kinds beside them are said in words.
    WeaponKind {
    Artillery = "artillery",
    Mortar = "mortar",
    RocketArtillery = "rocket_artillery",
    Missile = "missile",
    CruiseMissile = "cruise_missile",
    BallisticMissile = "ballistic_missile",
    Drone = "drone",
    AerialBomb = "aerial_bomb",
    Aircraft = "aircraft",
    ClusterMunition = "cluster_munition",
    Incendiary = "incendiary",
    Thermobaric = "thermobaric",
    Landmine = "landmine",
    ExplosiveDevice = "explosive_device",
    Grenade = "grenade",
    SmallArms = "small_arms",
    VehicleMounted = "vehicle_mounted",
}
);
