//! Things in their order along a road: roads of one name laid end to end, and where along them
//! each thing stands.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::query::Subject;
use super::run::FindError;
use super::sets::{Set, View};
use crate::fold::fold;
use crate::map::measure::{Plane, between_m, foot, nearest, sides};
use crate::map::{FeatureId, Shape, Spot, StoreError};

/// Where a thing and those after it stand along a road.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Way {
    /// The chain's road with the least number in OpenStreetMap.
    pub road: u32,
    /// From the thing sought to each of the next, in metres along the road.
    pub then: Vec<(u32, f64)>,
}

impl Way {
    fn length_m(&self) -> f64 {
        self.then.last().map_or(0.0, |last| last.1)
    }
}

pub(crate) struct Road {
    pub number: u32,
    pub id: FeatureId,
    pub name: Option<String>,
    pub line: Vec<Spot>,
}

#[derive(Debug)]
pub(crate) struct Chain {
    pub road: u32,
    pub line: Vec<Spot>,
}

/// For every thing that has the others after it along some road the shortest such way.
pub(crate) fn ways(
    want: &Subject,
    then: &[Subject],
    road: &Subject,
    metres: f64,
    view: &View<'_>,
) -> Result<HashMap<u32, Way>, FindError> {
    let mut sets = vec![Set::of(want, view)?];
    for subject in then {
        sets.push(Set::of(subject, view)?);
    }
    let roads = Set::of(road, view)?;
    let mut found = HashMap::new();
    for chain in chains_near(&sets, &roads, metres, view)? {
        let shape = Shape::Lines(vec![chain.line.clone()]);
        let mut stops = Vec::new();
        for set in &sets {
            let mut stand = Vec::new();
            for (number, _) in set.near(&shape.bounds(), metres, view)? {
                if set.fits(number, view)? {
                    stand.extend(stop(
                        number,
                        view.shape(number)?.as_ref(),
                        &chain,
                        &shape,
                        metres,
                    ));
                }
            }
            stops.push(stand);
        }
        in_order(&chain, &stops, &mut found);
    }
    Ok(found)
}

/// Only roads that the rarest of the things stands at can be the one.
fn chains_near(
    sets: &[Set],
    roads: &Set,
    metres: f64,
    view: &View<'_>,
) -> Result<Vec<Chain>, StoreError> {
    let Some(rarest) = sets.iter().min_by_key(|set| set.list.len()) else {
        return Ok(Vec::new());
    };
    let mut near = HashSet::new();
    let mut boxes = view.store.boxes();
    for number in &rarest.list {
        let beside = roads.near(&boxes(*number as usize)?, metres, view)?;
        near.extend(beside.into_iter().map(|(number, _)| number));
    }
    let mut all: BTreeMap<u32, Road> = BTreeMap::new();
    let mut names = HashSet::new();
    for number in near {
        let Some(road) = road(number, roads, view)? else {
            continue;
        };
        if let Some(name) = &road.name
            && names.insert(name.clone())
        {
            for other in view.store.named(name)? {
                if roads.has(other, view.store)
                    && let Some(other) = self::road(other, roads, view)?
                    && other.name == road.name
                {
                    all.insert(other.number, other);
                }
            }
        }
        all.insert(road.number, road);
    }
    Ok(chains(all.into_values().collect()))
}

fn road(number: u32, roads: &Set, view: &View<'_>) -> Result<Option<Road>, StoreError> {
    if !roads.fits(number, view)? {
        return Ok(None);
    }
    let feature = view.store.feature(number)?;
    Ok(as_road(number, &feature))
}

pub(crate) fn as_road(number: u32, feature: &crate::map::Feature) -> Option<Road> {
    let Shape::Lines(lines) = &feature.shape else {
        return None;
    };
    let [line] = lines.as_slice() else {
        return None;
    };
    let name = feature.tag("name").map(fold);
    Some(Road {
        number,
        id: feature.id,
        name,
        line: line.clone(),
    })
}

/// Roads of one name that meet end to end are one; at a fork the road with the least number
/// goes on and the other begins a chain of its own. A road without a name is one alone.
pub(crate) fn chains(mut roads: Vec<Road>) -> Vec<Chain> {
    roads.sort_by_key(|road| road.id);
    let mut ends: HashMap<(&Option<String>, Spot), Vec<usize>> = HashMap::new();
    for (at, road) in roads.iter().enumerate() {
        for end in [road.line[0], road.line[road.line.len() - 1]] {
            ends.entry((&road.name, end)).or_default().push(at);
        }
    }
    let mut used = vec![false; roads.len()];
    let mut chains = Vec::new();
    for start in 0..roads.len() {
        if std::mem::replace(&mut used[start], true) {
            continue;
        }
        let mut line = roads[start].line.clone();
        // Both ways from the first: onward, then onward from its other end.
        for _ in 0..2 {
            while let Some(next) = roads[start].name.as_ref().and_then(|_| {
                let here = ends.get(&(&roads[start].name, line[line.len() - 1]))?;
                here.iter().copied().find(|other| !used[*other])
            }) {
                used[next] = true;
                let more = &roads[next].line;
                if more[0] == line[line.len() - 1] {
                    line.extend_from_slice(&more[1..]);
                } else {
                    line.extend(more.iter().rev().skip(1));
                }
            }
            line.reverse();
        }
        chains.push(Chain {
            road: roads[start].number,
            line,
        });
    }
    chains
}

/// Where along the chain a thing stands, if it is near enough.
pub(crate) fn stop(
    number: u32,
    thing: &Shape,
    chain: &Chain,
    shape: &Shape,
    metres: f64,
) -> Option<(u32, f64)> {
    let at = nearest(thing, shape, metres)?.to;
    let plane = Plane::at(at);
    let (mut before, mut best) = (0.0, (f64::INFINITY, 0.0));
    for (a, b) in sides(&chain.line, false) {
        let length = between_m(a, b);
        let (near, part) = foot((plane.flat(a), plane.flat(b)), (0.0, 0.0));
        let distance = near.0.hypot(near.1);
        if distance < best.0 {
            best = (distance, before + part * length);
        }
        before += length;
    }
    Some((number, best.1))
}

pub(crate) type Stops = Vec<(u32, f64)>;

/// Adds what stands in order, walking the chain either way.
pub(crate) fn in_order(chain: &Chain, stops: &[Stops], found: &mut HashMap<u32, Way>) {
    for sign in [1.0, -1.0] {
        let walked: Vec<Stops> = stops
            .iter()
            .map(|stand| {
                let mut stand: Stops = stand
                    .iter()
                    .map(|(number, along)| (*number, along * sign))
                    .collect();
                stand.sort_by(|a, b| a.1.total_cmp(&b.1).then(a.0.cmp(&b.0)));
                stand
            })
            .collect();
        for (number, begins) in &walked[0] {
            let Some(way) = way_from(*number, *begins, &walked[1..], chain.road) else {
                continue;
            };
            let shorter = found
                .get(number)
                .is_none_or(|known| (way.length_m(), way.road) < (known.length_m(), known.road));
            if shorter {
                found.insert(*number, way);
            }
        }
    }
}

fn way_from(number: u32, begins: f64, next: &[Stops], road: u32) -> Option<Way> {
    let mut then: Vec<(u32, f64)> = Vec::new();
    let mut along = begins;
    for stand in next {
        let after = stand.partition_point(|(_, at)| *at <= along);
        let fresh = |(other, _): &&(u32, f64)| {
            *other != number && then.iter().all(|(known, _)| known != other)
        };
        let (other, at) = stand[after..].iter().find(fresh)?;
        along = *at;
        then.push((*other, at - begins));
    }
    Some(Way { road, then })
}
