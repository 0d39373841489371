//! Whether a clause holds for a feature, and what shows it.

use std::collections::HashMap;
use std::sync::Arc;

use super::along::{self, Way};
use super::query::{
    Anchor, Area, Clause, Count, Direction, Query, Relation, SECTOR_DEG, turn_holds,
};
use super::run::{FindError, numbers};
use super::sets::{Set, View};
use crate::map::measure::{Nearest, bearing_deg, boxes_apart_m, nearest};
use crate::map::{Bounds, Polygon, Shape, Store, StoreError};

/// What shows that a clause holds.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Finding {
    /// The nearest; no feature where a spot or place was asked for.
    Near {
        other: Option<u32>,
        nearest: Nearest,
        limit_m: f64,
        bearing_deg: f64,
    },
    NoneNear,
    Counted(Vec<u32>),
    Inside(bool),
    Along(Way),
}

pub(crate) struct Judge {
    pub not: bool,
    is: Kind,
}

enum Kind {
    Near {
        of: Anchors,
        metres: f64,
        sector: Option<(f64, f64)>,
    },
    Count {
        count: Count,
        of: Set,
        metres: f64,
    },
    In {
        area: Shape,
        metres: f64,
    },
    Along(HashMap<u32, Way>),
}

/// What a name or spot stands for: a feature's number, if it is one, and its shape.
pub(crate) type Fixed = Vec<(Option<u32>, Arc<Shape>)>;

pub(crate) enum Anchors {
    Features(Set),
    Fixed(Fixed),
}

impl Judge {
    pub fn new(clause: &Clause, query: &Query, view: &View<'_>) -> Result<Self, FindError> {
        let is = match &clause.is {
            Relation::Within { metres, of } => Kind::Near {
                of: anchors(of, view)?,
                metres: *metres,
                sector: None,
            },
            Relation::Direction {
                direction,
                of,
                metres,
            } => Kind::Near {
                of: anchors(of, view)?,
                metres: *metres,
                sector: Some(sector(*direction)),
            },
            Relation::Bearing {
                from_deg,
                to_deg,
                of,
                metres,
            } => Kind::Near {
                of: anchors(of, view)?,
                metres: *metres,
                sector: Some((*from_deg, *to_deg)),
            },
            Relation::Count {
                count,
                things,
                metres,
            } => Kind::Count {
                count: *count,
                of: things_of(things, view)?,
                metres: *metres,
            },
            Relation::In(area) => {
                let (area, metres) = area_shape(area, view.store)?;
                Kind::In { area, metres }
            }
            Relation::Along { then, road, metres } => {
                Kind::Along(along::ways(&query.want, then, road, *metres, view)?)
            }
        };
        Ok(Self {
            not: clause.not,
            is,
        })
    }

    /// How much work a feature is; the least is asked first.
    pub fn work(&self) -> usize {
        let none = usize::from(self.not);
        match &self.is {
            Kind::Along(_) => 0,
            Kind::In { .. } => 1 + none,
            Kind::Near {
                of: Anchors::Fixed(_),
                ..
            } => 2 + none,
            Kind::Near {
                of: Anchors::Features(set),
                ..
            }
            | Kind::Count { of: set, .. } => 10 + set.list.len() * (1 + none),
        }
    }

    /// Features that alone can fulfil the clause, if they are few and known without asking each.
    pub fn only(&self, view: &View<'_>) -> Result<Option<Vec<u32>>, StoreError> {
        const FEW: usize = 20_000;
        if self.not {
            return Ok(None);
        }
        let mut found = match &self.is {
            Kind::Along(ways) => ways.keys().copied().collect(),
            Kind::In { area, metres } => around(&[area.bounds()], *metres, view)?,
            Kind::Near {
                of: Anchors::Fixed(fixed),
                metres,
                ..
            } => {
                let boxes: Vec<Bounds> = fixed.iter().map(|(_, shape)| shape.bounds()).collect();
                around(&boxes, *metres, view)?
            }
            Kind::Near {
                of: Anchors::Features(set),
                metres,
                ..
            } if set.list.len() <= FEW && *metres <= 5_000.0 => {
                let mut boxes = view.store.boxes();
                let boxes: Result<Vec<Bounds>, _> = set
                    .list
                    .iter()
                    .map(|number| boxes(*number as usize))
                    .collect();
                around(&boxes?, *metres, view)?
            }
            _ => return Ok(None),
        };
        found.sort_unstable();
        found.dedup();
        Ok(Some(found))
    }

    /// None where the clause does not hold.
    pub fn finding(&self, number: u32, view: &View<'_>) -> Result<Option<Finding>, StoreError> {
        let found = match &self.is {
            Kind::Near { of, metres, sector } => near(
                number,
                of,
                Asked {
                    metres: *metres,
                    sector: *sector,
                    any: self.not,
                },
                view,
            )?,
            Kind::Count { count, of, metres } => counted(number, of, *metres, view)?
                .filter(|all| count.holds(all.len()))
                .map(Finding::Counted),
            Kind::In { area, metres } => {
                let shape = view.shape(number)?;
                nearest(&shape, area, *metres).map(|_| Finding::Inside(true))
            }
            Kind::Along(ways) => ways.get(&number).cloned().map(Finding::Along),
        };
        if !self.not {
            return Ok(found);
        }
        let missing = match &self.is {
            Kind::In { .. } => Finding::Inside(false),
            _ => Finding::NoneNear,
        };
        Ok(found.is_none().then_some(missing))
    }
}

pub(crate) fn sector(direction: Direction) -> (f64, f64) {
    let middle = direction.bearing_deg();
    (
        (middle - SECTOR_DEG).rem_euclid(360.0),
        (middle + SECTOR_DEG).rem_euclid(360.0),
    )
}

fn around(boxes: &[Bounds], metres: f64, view: &View<'_>) -> Result<Vec<u32>, StoreError> {
    let mut found = Vec::new();
    for bounds in boxes {
        let area = crate::map::measure::reach(bounds, metres);
        found.extend(
            view.store
                .in_box(&area)?
                .into_iter()
                .map(|(number, _)| number),
        );
    }
    Ok(found)
}

/// What a near clause asks: within what distance, in which turn, and whether any will do.
#[derive(Clone, Copy)]
struct Asked {
    metres: f64,
    sector: Option<(f64, f64)>,
    any: bool,
}

fn near(
    number: u32,
    of: &Anchors,
    asked: Asked,
    view: &View<'_>,
) -> Result<Option<Finding>, StoreError> {
    let shape = view.shape(number)?;
    let bounds = shape.bounds();
    let mut best: Option<Finding> = None;
    let mut limit = asked.metres;
    for (apart, other) in nearest_boxes(number, &bounds, of, asked.metres, view)? {
        if apart > limit * 1.001 + 0.01 || (asked.any && best.is_some()) {
            break;
        }
        let (other, other_shape) = match other {
            Other::Fixed(other, shape) => (other, shape),
            Other::Feature(other, set) if set.fits(other, view)? => {
                (Some(other), view.shape(other)?)
            }
            Other::Feature(..) => continue,
        };
        let bearing = || bearing_deg(other_shape.bounds().middle(), bounds.middle());
        let turned = |(from, to)| turn_holds(from, to, bearing());
        if !asked.sector.is_none_or(turned) {
            continue;
        }
        let Some(nearest) = nearest(&shape, &other_shape, limit) else {
            continue;
        };
        let before = best.as_ref().map(key);
        let found = Finding::Near {
            other,
            nearest,
            limit_m: asked.metres,
            bearing_deg: bearing(),
        };
        if before.is_none_or(|before| key(&found) < before) {
            limit = nearest.distance_m;
            best = Some(found);
        }
    }
    Ok(best)
}

enum Other<'a> {
    Fixed(Option<u32>, Arc<Shape>),
    Feature(u32, &'a Set),
}

/// Those whose boxes are near enough, with how far the boxes are apart, the nearest first.
fn nearest_boxes<'a>(
    number: u32,
    bounds: &Bounds,
    of: &'a Anchors,
    metres: f64,
    view: &View<'_>,
) -> Result<Vec<(f64, Other<'a>)>, StoreError> {
    let mut found: Vec<(f64, Other<'a>)> = match of {
        Anchors::Fixed(fixed) => fixed
            .iter()
            .filter(|(other, _)| *other != Some(number))
            .map(|(other, shape)| {
                let apart = boxes_apart_m(bounds, &shape.bounds());
                (apart, Other::Fixed(*other, shape.clone()))
            })
            .collect(),
        Anchors::Features(set) => set
            .near(bounds, metres, view)?
            .into_iter()
            .filter(|(other, _)| *other != number)
            .map(|(other, around)| (boxes_apart_m(bounds, &around), Other::Feature(other, set)))
            .collect(),
    };
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    Ok(found)
}

/// Of two equally near ones the first of the store.
fn key(finding: &Finding) -> (f64, u32) {
    match finding {
        Finding::Near { other, nearest, .. } => (nearest.distance_m, other.unwrap_or(0)),
        _ => (0.0, 0),
    }
}

fn counted(
    number: u32,
    of: &Set,
    metres: f64,
    view: &View<'_>,
) -> Result<Option<Vec<u32>>, StoreError> {
    let shape = view.shape(number)?;
    let bounds = shape.bounds();
    let mut found = Vec::new();
    for (other, around) in of.near(&bounds, metres, view)? {
        let near = other != number
            && boxes_apart_m(&bounds, &around) <= metres * 1.001 + 0.01
            && of.fits(other, view)?
            && nearest(&shape, view.shape(other)?.as_ref(), metres).is_some();
        if near {
            found.push(other);
        }
    }
    found.sort_unstable();
    Ok(Some(found))
}

/// A subject alone is read from the lists; a query inside a query is answered first.
pub(crate) fn things_of(query: &Query, view: &View<'_>) -> Result<Set, FindError> {
    if query.clauses.is_empty() && query.count.is_none() {
        return Set::of(&query.want, view);
    }
    Ok(Set::of_list(numbers(query, view)?))
}

fn anchors(of: &Anchor, view: &View<'_>) -> Result<Anchors, FindError> {
    Ok(match of {
        Anchor::Things(query) => Anchors::Features(things_of(query, view)?),
        other => Anchors::Fixed(fixed(other, view.store)?),
    })
}

/// A spot, or what a name means; nothing for things that are sought.
pub(crate) fn fixed(of: &Anchor, store: &Store) -> Result<Fixed, FindError> {
    let (name, middle) = match of {
        Anchor::Things(_) => return Ok(Vec::new()),
        Anchor::Spot(spot) => return Ok(vec![(None, Arc::new(Shape::Point(*spot)))]),
        Anchor::Place(name) => (name, false),
        Anchor::Middle(name) => (name, true),
    };
    let mut found = Vec::new();
    for number in store.named(name)? {
        found.push((number, store.feature(number)?.shape));
    }
    if found.is_empty() {
        return Err(FindError::NoPlace(name.clone()));
    }
    if middle {
        found.sort_by_key(|(number, shape)| (std::cmp::Reverse(size(shape)), *number));
        let (number, shape) = found.swap_remove(0);
        return Ok(vec![(
            Some(number),
            Arc::new(Shape::Point(shape.bounds().middle())),
        )]);
    }
    Ok(found
        .into_iter()
        .map(|(number, shape)| (Some(number), Arc::new(shape)))
        .collect())
}

fn size(shape: &Shape) -> i128 {
    let bounds = shape.bounds();
    let side = |from: i32, to: i32| i128::from(to) - i128::from(from);
    side(bounds.south, bounds.north) * side(bounds.west, bounds.east)
}

/// The area, and how far from it still counts as inside.
pub(crate) fn area_shape(area: &Area, store: &Store) -> Result<(Shape, f64), FindError> {
    match area {
        Area::Circle { middle, metres } => Ok((Shape::Point(*middle), *metres)),
        Area::Polygon(corners) => {
            let polygon = Polygon {
                outer: corners.clone(),
                holes: Vec::new(),
            };
            Ok((Shape::Area(vec![polygon]), 0.0))
        }
        Area::Place(name) => {
            let numbers = store.named(name)?;
            let mut areas = Vec::new();
            for number in &numbers {
                let feature = store.feature(*number)?;
                if matches!(feature.shape, Shape::Area(_)) {
                    areas.push((
                        size(&feature.shape),
                        std::cmp::Reverse(*number),
                        feature.shape,
                    ));
                }
            }
            let largest = areas
                .into_iter()
                .max_by_key(|(size, number, _)| (*size, *number));
            largest.map(|(_, _, shape)| (shape, 0.0)).ok_or_else(|| {
                let none = numbers.is_empty();
                if none {
                    FindError::NoPlace(name.clone())
                } else {
                    FindError::NoArea(name.clone())
                }
            })
        }
    }
}
