//! What an excerpt says: a proposition with its speakers, its strength and its numbers.

use serde::{Deserialize, Serialize};

use crate::{Affected, Amount, Chain, ClaimId, Excerpt, Factuality, RuleName, Span, Weapon, When};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    pub id: ClaimId,
    pub excerpt: Excerpt,
    /// The characters of the excerpt, kept so that a list of claims reads without its items.
    pub text: String,
    pub kind: ClaimKind,
    pub event: Option<EventKind>,
    pub negated: bool,
    pub factuality: Factuality,
    /// Every word that weakens it, as written.
    pub hedges: Vec<Hedge>,
    pub chain: Chain,
    /// Who acts, as written, with the side where the words give it.
    pub actors: Vec<Actor>,
    /// What the event befell; none in readings from before this was read.
    #[serde(default)]
    pub targets: Vec<Affected>,
    /// What was used in it; none in readings from before this was read.
    #[serde(default)]
    pub weapons: Vec<Weapon>,
    /// Index into the reading's times.
    pub time: Option<usize>,
    /// The time is not said in this sentence but carried from one before.
    pub time_carried: bool,
    /// Index into the reading's places.
    pub place: Option<usize>,
    /// The place is not named in this sentence but carried from one before.
    pub place_carried: bool,
    /// The rule that made it: `en.tally.killed`.
    pub rule: RuleName,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "is")]
pub enum ClaimKind {
    Statement,
    Event,
    Tally(Tally),
    Denial,
    Forecast(Forecast),
    Hypothesis(Hypothesis),
    Order(Order),
    Observation,
}

impl ClaimKind {
    pub fn name(&self) -> &'static str {
        match self {
            ClaimKind::Statement => "statement",
            ClaimKind::Event => "event",
            ClaimKind::Tally(_) => "tally",
            ClaimKind::Denial => "denial",
            ClaimKind::Forecast(_) => "forecast",
            ClaimKind::Hypothesis(_) => "hypothesis",
            ClaimKind::Order(_) => "order",
            ClaimKind::Observation => "observation",
        }
    }
}

/// A count with what is counted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    pub amount: Amount,
    /// The amount as written: "at least 4".
    pub text: String,
    /// The rule that read the amount: `en.amount.at_least`; `None` where a word stands for one
    /// ("a woman", "nobody").
    #[serde(default)]
    pub amount_rule: Option<RuleName>,
    pub unit: Option<String>,
    pub counted: Counted,
    /// Claims that count a part of this count.
    pub parts: Vec<ClaimId>,
    pub mode: Option<CountMode>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// As written: "military personnel".
    pub text: String,
    pub outcome: Option<Outcome>,
    pub who: Option<Who>,
    /// What else is said of the same people: "a female civilian" is a civilian and a woman.
    pub also: Vec<Who>,
    /// ISO 3166 alpha-2 of the side, where the words give it.
    pub side: Option<String>,
}

macro_rules! named {
    ($(#[$doc:meta])* $name:ident { $($(#[$of:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$of])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The name in the JSON, on pages and in rulings.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text,)+ }
            }

            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some($name::$variant),)+ _ => None }
            }
        }
    };
}
pub(crate) use named;

named!(
    /// What became of those counted. `Victims` is a count that says neither killed nor injured.
    Outcome {
        Killed = "killed",
        Wounded = "wounded",
        Missing = "missing",
        Captured = "captured",
        Detained = "detained",
        Surrendered = "surrendered",
        Displaced = "displaced",
        Trapped = "trapped",
        Rescued = "rescued",
        Victims = "victims",
        Present = "present",
    }
);

named!(Who {
    Civilian = "civilian",
    Military = "military",
    Police = "police",
    Child = "child",
    Woman = "woman",
    Man = "man",
    Elderly = "elderly",
    Journalist = "journalist",
    Medic = "medic",
    Rescuer = "rescuer",
});

named!(
    /// How a count relates to others of its kind: only increments may ever be added up.
    CountMode {
        Increment = "increment",
        Snapshot = "snapshot",
        Cumulative = "cumulative",
    }
);

named!(EventKind {
    Shelling = "shelling",
    AirStrike = "air_strike",
    MissileStrike = "missile_strike",
    DroneStrike = "drone_strike",
    Firefight = "firefight",
    Advance = "advance",
    Retreat = "retreat",
    Capture = "capture",
    Defence = "defence",
    Explosion = "explosion",
    Fire = "fire",
    Arrest = "arrest",
    Evacuation = "evacuation",
    Crossing = "crossing",
    Protest = "protest",
    Looting = "looting",
    Landmine = "landmine",
    InfrastructureHit = "infrastructure_hit",
    Deployment = "deployment",
    Bombing = "bombing",
    Killing = "killing",
    Kidnapping = "kidnapping",
    Arson = "arson",
    Robbery = "robbery",
    Attack = "attack",
    Statement = "statement",
});

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hedge {
    pub span: Span,
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    pub span: Span,
    pub text: String,
    /// ISO 3166 alpha-2, where the words give it.
    pub side: Option<String>,
}

/// Something said to come, with every reading of its window.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Forecast {
    /// What would have to happen for it to have come, in the text's words without the time;
    /// `None` in readings from before this was noted.
    #[serde(default)]
    pub criterion: Option<String>,
    pub windows: Vec<Window>,
}

/// Something supposed, with what the text offers instead of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Hypothesis {
    /// The claim it would explain.
    pub explains: Option<ClaimId>,
    /// Other explanations of the same that the text offers beside it.
    pub rivals: Vec<ClaimId>,
}

/// One way to read a forecast's window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Window {
    /// In words: "it begins within 1 to 3 days".
    pub reading: String,
    pub when: When,
}

/// One thing before another, as a text says it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    pub earlier: OrderTerm,
    pub later: OrderTerm,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OrderTerm {
    /// Index into the reading's footage.
    Footage(usize),
    /// An event by its words: "the gunfight".
    Event(String),
}
