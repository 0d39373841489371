//! What was seen from left to right: things, each of which may be any of its candidates.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::feature::Feature;

/// Beyond this one does not tell a building from its neighbour.
const USUAL_FARTHEST_M: f64 = 3000.0;
const USUAL_FIELD_DEG: f64 = 90.0;

/// More leaves than this are refused: a search is meant to take seconds.
const MOST_LEAVES: f64 = 16e6;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OrderQuestion {
    /// South, west, north, east of the area searched, in degrees.
    pub area: [f64; 4],
    /// The side of the smallest cell.
    pub step_m: f64,
    /// From left to right.
    pub things: Vec<Thing>,
    /// The leftmost and the rightmost lie within this angle: the lens's field of view.
    pub field_deg: f64,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Thing {
    pub name: String,
    /// Any of these may be the thing.
    pub candidates: Vec<Feature>,
    pub farthest_m: f64,
    /// Its true bearing, where something told it: from, to, clockwise from north.
    pub bearing_deg: Option<[f64; 2]>,
    /// How far right of the thing before it is seen.
    pub step: Step,
}

/// The angle from the thing before, in degrees; the first thing's is not used.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub least_deg: f64,
    pub most_deg: f64,
}

#[derive(Debug, Error, Clone, PartialEq)]
pub enum OrderError {
    #[error("an order needs at least two things; {0} is named")]
    TooFew(usize),
    #[error("no candidate is given for '{0}'; name one or widen its kind")]
    NoCandidate(String),
    #[error("the area {0:?} is not south, west, north, east in degrees, or wider than 200 km")]
    NoArea([f64; 4]),
    #[error(
        "the area holds {millions:.0} million cells of {step_m} m; search a smaller one or in larger steps"
    )]
    TooLarge { millions: f64, step_m: f64 },
    #[error("'{name}': {what} is {value}, which it cannot be")]
    NotANumber {
        name: String,
        what: &'static str,
        value: f64,
    },
}

impl OrderQuestion {
    /// An order of things within an area, with usual reach and field of view.
    pub fn within(area: [f64; 4], things: Vec<Thing>) -> Self {
        Self {
            area,
            step_m: 20.0,
            things,
            field_deg: USUAL_FIELD_DEG,
        }
    }

    pub(super) fn check(&self) -> Result<(), OrderError> {
        let bad = |name: &str, what, value| {
            Err(OrderError::NotANumber {
                name: name.to_owned(),
                what,
                value,
            })
        };
        if self.things.len() < 2 {
            return Err(OrderError::TooFew(self.things.len()));
        }
        if !(self.field_deg > 0.0 && self.field_deg <= 360.0) {
            return bad("order", "the field of view", self.field_deg);
        }
        if !(self.step_m >= 0.5 && self.step_m.is_finite()) {
            return bad("order", "the step", self.step_m);
        }
        for thing in &self.things {
            if thing
                .candidates
                .iter()
                .all(|feature| feature.middle().is_none())
            {
                return Err(OrderError::NoCandidate(thing.name.clone()));
            }
            if !(thing.farthest_m > 0.0 && thing.farthest_m.is_finite()) {
                return bad(&thing.name, "the farthest distance", thing.farthest_m);
            }
            let Step {
                least_deg,
                most_deg,
            } = thing.step;
            if !(least_deg >= 0.0 && most_deg >= least_deg && most_deg <= 360.0) {
                return bad(&thing.name, "the angle from the thing before", least_deg);
            }
            if let Some(bearing) = thing
                .bearing_deg
                .filter(|pair| !pair.iter().all(|one| one.is_finite()))
            {
                return bad(&thing.name, "the bearing", bearing[0]);
            }
        }
        self.check_area()
    }

    fn check_area(&self) -> Result<(), OrderError> {
        let [south, west, north, east] = self.area;
        let fits = -89.0 <= south
            && south < north
            && north <= 89.0
            && west < east
            && -360.0 <= west
            && east <= 540.0;
        let high = (north - south) * 111_200.0;
        let wide = (east - west) * 111_320.0 * f64::midpoint(south, north).to_radians().cos();
        if !fits || high > 200_000.0 || wide > 200_000.0 {
            return Err(OrderError::NoArea(self.area));
        }
        let leaves = (high / self.step_m).ceil() * (wide / self.step_m).ceil();
        if leaves > MOST_LEAVES {
            return Err(OrderError::TooLarge {
                millions: leaves / 1e6,
                step_m: self.step_m,
            });
        }
        Ok(())
    }
}

impl Thing {
    /// A thing that may be any of these, anywhere right of the one before.
    pub fn any_of(name: impl Into<String>, candidates: Vec<Feature>) -> Self {
        Self {
            name: name.into(),
            candidates,
            farthest_m: USUAL_FARTHEST_M,
            bearing_deg: None,
            step: Step::RIGHT,
        }
    }
}

impl Step {
    /// Somewhere right of it.
    pub const RIGHT: Self = Self {
        least_deg: 0.0,
        most_deg: 180.0,
    };
    /// Close to it: "just left of".
    pub const JUST_RIGHT: Self = Self {
        least_deg: 0.0,
        most_deg: 3.0,
    };
}
