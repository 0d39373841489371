//! What is asked, as a tree: what a person's words become and what the desk builds.

use serde::{Deserialize, Serialize};

use crate::map::Spot;

/// "near" is within this.
pub const NEAR_M: f64 = 500.0;
/// "north of" without a distance is within this.
pub const FAR_M: f64 = 5_000.0;
/// "along" is within this of the road.
pub const BESIDE_M: f64 = 50.0;
/// To either side of a direction.
pub const SECTOR_DEG: f64 = 45.0;
/// Queries inside queries.
pub const DEEPEST: usize = 4;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Query {
    pub want: Subject,
    /// How many there must be in all; else there are no hits.
    pub count: Option<Count>,
    /// All must hold.
    pub clauses: Vec<Clause>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Subject {
    /// Of any of these.
    pub kinds: Vec<KindOf>,
    pub named: Option<String>,
    /// All must hold.
    pub filters: Vec<Filter>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KindOf {
    /// The name of a kind in the table of `kinds.rs`.
    Word(String),
    /// A tag of OpenStreetMap; without a value, any but "no".
    Tag { key: String, value: Option<String> },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Filter {
    /// One line whose ends lie nearly as far apart as it is long.
    Straight,
    Number {
        of: Property,
        is: Compare,
        value: f64,
    },
    Tag {
        key: String,
        value: Option<String>,
    },
}

/// What is counted or measured of a feature.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Property {
    Levels,
    /// In metres, as tagged.
    Height,
    /// In metres, of a line or around an area.
    Length,
    /// In square metres.
    Area,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compare {
    Equal,
    Less,
    More,
    AtMost,
    AtLeast,
}

impl Compare {
    pub fn holds(self, a: f64, b: f64) -> bool {
        match self {
            Self::Equal => a == b,
            Self::Less => a < b,
            Self::More => a > b,
            Self::AtMost => a <= b,
            Self::AtLeast => a >= b,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Count {
    Exactly(u32),
    AtLeast(u32),
    AtMost(u32),
}

impl Count {
    pub fn holds(self, count: usize) -> bool {
        let is = |n: u32| count.cmp(&(n as usize));
        match self {
            Self::Exactly(n) => is(n).is_eq(),
            Self::AtLeast(n) => is(n).is_ge(),
            Self::AtMost(n) => is(n).is_le(),
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Clause {
    pub not: bool,
    pub is: Relation,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relation {
    Within {
        metres: f64,
        of: Anchor,
    },
    /// So many of them within a distance.
    Count {
        count: Count,
        things: Box<Query>,
        metres: f64,
    },
    In(Area),
    Direction {
        direction: Direction,
        of: Anchor,
        metres: f64,
    },
    /// Seen from the anchor, clockwise from one bearing to the other.
    Bearing {
        from_deg: f64,
        to_deg: f64,
        of: Anchor,
        metres: f64,
    },
    /// The thing sought, then these, in this order along a road, in either direction.
    Along {
        then: Vec<Subject>,
        road: Subject,
        metres: f64,
    },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    Things(Box<Query>),
    Spot(Spot),
    /// Anything of this name.
    Place(String),
    /// The middle of the largest thing of this name.
    Middle(String),
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Area {
    /// The largest area of this name.
    Place(String),
    Circle {
        middle: Spot,
        metres: f64,
    },
    Polygon(Vec<Spot>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    North,
    Northeast,
    East,
    Southeast,
    South,
    Southwest,
    West,
    Northwest,
}

impl Direction {
    pub const ALL: [Self; 8] = [
        Self::North,
        Self::Northeast,
        Self::East,
        Self::Southeast,
        Self::South,
        Self::Southwest,
        Self::West,
        Self::Northwest,
    ];

    pub fn name(self) -> &'static str {
        [
            "north",
            "northeast",
            "east",
            "southeast",
            "south",
            "southwest",
            "west",
            "northwest",
        ][self as usize]
    }

    pub fn bearing_deg(self) -> f64 {
        self as usize as f64 * 45.0
    }

    /// The nearest of the eight.
    pub fn of(bearing_deg: f64) -> Self {
        Self::ALL[((bearing_deg / 45.0).round() as usize) % 8]
    }
}

impl Query {
    pub fn of(want: Subject) -> Self {
        Self {
            want,
            count: None,
            clauses: Vec::new(),
        }
    }

    pub(crate) fn depth(&self) -> usize {
        let anchor = |of: &Anchor| match of {
            Anchor::Things(query) => query.depth(),
            _ => 0,
        };
        let deepest = self.clauses.iter().map(|clause| match &clause.is {
            Relation::Within { of, .. }
            | Relation::Direction { of, .. }
            | Relation::Bearing { of, .. } => anchor(of),
            Relation::Count { things, .. } => things.depth(),
            _ => 0,
        });
        1 + deepest.max().unwrap_or(0)
    }
}

/// A clockwise turn from one bearing to another holds a third.
pub(crate) fn turn_holds(from_deg: f64, to_deg: f64, bearing_deg: f64) -> bool {
    let after = |deg: f64| (deg - from_deg).rem_euclid(360.0);
    after(bearing_deg) <= after(to_deg)
}
