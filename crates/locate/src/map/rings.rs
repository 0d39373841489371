//! Areas put together from the ways of a relation: rings first, then which holds which.

use std::collections::HashMap;

use super::measure::ring_holds;
use super::shape::Polygon;
use super::spot::{Bounds, Spot};

/// More rings than any area of OpenStreetMap has; each is looked up in each.
const MOST_RINGS: usize = 20_000;

/// Why the ways are no area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Broken {
    /// An end to which no other way comes.
    Open,
    TooMany,
}

/// Roles are not asked: which ring is a hole is seen from where it lies.
pub(crate) fn areas(ways: &[Vec<Spot>]) -> Result<Vec<Polygon>, Broken> {
    let rings = rings(ways)?;
    if rings.len() > MOST_RINGS || rings.is_empty() {
        return Err(if rings.is_empty() {
            Broken::Open
        } else {
            Broken::TooMany
        });
    }
    Ok(nested(rings))
}

/// Ways laid end to end until they close.
fn rings(ways: &[Vec<Spot>]) -> Result<Vec<Vec<Spot>>, Broken> {
    let mut rings = Vec::new();
    let mut at: HashMap<Spot, Vec<usize>> = HashMap::new();
    let mut used = vec![false; ways.len()];
    for (number, way) in ways.iter().enumerate() {
        let (first, last) = (way[0], way[way.len() - 1]);
        if way.len() < 2 {
            used[number] = true;
        } else if first == last {
            used[number] = true;
            rings.push(way[1..].to_vec());
        } else {
            at.entry(first).or_default().push(number);
            at.entry(last).or_default().push(number);
        }
    }
    for start in 0..ways.len() {
        if !used[start] {
            used[start] = true;
            rings.push(walk(ways, start, &mut at, &mut used)?);
        }
    }
    rings.retain(|ring| ring.len() >= 3);
    Ok(rings)
}

fn walk(
    ways: &[Vec<Spot>],
    start: usize,
    at: &mut HashMap<Spot, Vec<usize>>,
    used: &mut [bool],
) -> Result<Vec<Spot>, Broken> {
    let mut ring = ways[start].clone();
    while ring[0] != ring[ring.len() - 1] {
        let end = ring[ring.len() - 1];
        let here = at.get_mut(&end).ok_or(Broken::Open)?;
        here.retain(|way| !used[*way]);
        let next = here.pop().ok_or(Broken::Open)?;
        used[next] = true;
        let way = &ways[next];
        if way[0] == end {
            ring.extend_from_slice(&way[1..]);
        } else {
            ring.extend(way.iter().rev().skip(1));
        }
    }
    ring.pop();
    Ok(ring)
}

/// A ring inside an odd number of others is a hole of the smallest that holds it.
fn nested(mut rings: Vec<Vec<Spot>>) -> Vec<Polygon> {
    let size = |ring: &Vec<Spot>| {
        let bounds = Bounds::of(ring.iter().copied());
        let high = i64::from(bounds.north) - i64::from(bounds.south);
        high * (i64::from(bounds.east) - i64::from(bounds.west))
    };
    rings.sort_by_key(|ring| std::cmp::Reverse(size(ring)));
    let bounds: Vec<Bounds> = rings
        .iter()
        .map(|ring| Bounds::of(ring.iter().copied()))
        .collect();
    let mut polygons: Vec<Polygon> = Vec::new();
    let mut place: Vec<Option<usize>> = Vec::new();
    for (number, ring) in rings.iter().enumerate() {
        let holders: Vec<usize> = (0..number)
            .filter(|larger| bounds[*larger].meets(&bounds[number]))
            .filter(|larger| ring_in(ring, &rings[*larger]))
            .collect();
        let parent = holders.iter().rev().find_map(|larger| place[*larger]);
        match parent {
            Some(polygon) if holders.len() % 2 == 1 => {
                polygons[polygon].holes.push(ring.clone());
                place.push(None);
            }
            _ => {
                place.push(Some(polygons.len()));
                polygons.push(Polygon {
                    outer: ring.clone(),
                    holes: Vec::new(),
                });
            }
        }
    }
    polygons
}

/// Rings may touch: a corner that is none of the other's decides, else the middle of a side.
fn ring_in(inner: &[Spot], outer: &[Spot]) -> bool {
    const LOOKED_AT: usize = 8;
    let own = inner
        .iter()
        .take(LOOKED_AT)
        .find(|spot| !outer.contains(spot));
    let spot = own
        .copied()
        .unwrap_or_else(|| Bounds::of([inner[0], inner[1]]).middle());
    ring_holds(outer, spot)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn way(spots: &[(i32, i32)]) -> Vec<Spot> {
        spots
            .iter()
            .map(|(lat, lon)| Spot {
                lat: *lat,
                lon: *lon,
            })
            .collect()
    }

    fn square(from: i32, to: i32) -> Vec<Spot> {
        way(&[(from, from), (from, to), (to, to), (to, from), (from, from)])
    }

    #[test]
    fn ways_in_any_order_and_direction_close_to_a_ring() {
        let ways = [
            way(&[(0, 0), (0, 9)]),
            way(&[(9, 9), (0, 9)]),
            way(&[(9, 0), (9, 9)]),
            way(&[(0, 0), (9, 0)]),
        ];
        let found = areas(&ways).expect("closed");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].outer.len(), 4);
    }

    #[test]
    fn a_ring_in_a_ring_is_a_hole_and_one_in_a_hole_is_land_again() {
        let found = areas(&[square(40, 60), square(0, 100), square(20, 80)]).expect("closed");
        let counts: Vec<usize> = found.iter().map(|polygon| polygon.holes.len()).collect();
        assert_eq!(counts, [1, 0]);
    }

    #[test]
    fn areas_beside_each_other_that_touch_are_two() {
        let found = areas(&[
            square(0, 10),
            way(&[(10, 10), (10, 20), (20, 20), (20, 10), (10, 10)]),
        ]);
        assert_eq!(found.expect("closed").len(), 2);
    }

    #[test]
    fn a_way_that_ends_nowhere_is_said() {
        let ways = [way(&[(0, 0), (0, 9)]), way(&[(0, 9), (9, 9)])];
        assert_eq!(areas(&ways), Err(Broken::Open));
        assert_eq!(areas(&[]), Err(Broken::Open));
    }
}
