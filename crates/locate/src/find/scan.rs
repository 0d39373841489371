//! The same answers by looking at everything: slow and obvious, for tests and for measuring.

use std::collections::HashMap;
use std::sync::Arc;

use super::along::{as_road, chains, in_order, stop};
use super::fits::Wanted;
use super::judge::{area_shape, fixed, sector};
use super::query::{Anchor, Clause, Query, Relation, Subject, turn_holds};
use super::run::FindError;
use crate::map::measure::{bearing_deg, nearest};
use crate::map::{Feature, Shape, Store};

/// The numbers of all hits in the store's order, without an index, a list or a box.
pub fn scan(store: &Store, query: &Query) -> Result<Vec<u32>, FindError> {
    let mut all = Vec::new();
    store.each(|number, feature| all.push((number, feature)))?;
    hits(query, &all, store)
}

type Everything = [(u32, Feature)];

fn hits(query: &Query, all: &Everything, store: &Store) -> Result<Vec<u32>, FindError> {
    let mut found = of(&query.want, all)?;
    for clause in &query.clauses {
        let mut left = Vec::new();
        let others = others(clause, query, all, store)?;
        for (number, shape) in found {
            if holds(clause, number, &shape, &others, store)? != clause.not {
                left.push((number, shape));
            }
        }
        found = left;
    }
    if query.count.is_some_and(|count| !count.holds(found.len())) {
        found.clear();
    }
    Ok(found.into_iter().map(|(number, _)| number).collect())
}

type Shapes = Vec<(u32, Arc<Shape>)>;

fn of(subject: &Subject, all: &Everything) -> Result<Shapes, FindError> {
    let wanted = Wanted::of(subject)?;
    let fit = all.iter().filter(|(_, feature)| wanted.fits(feature));
    Ok(fit
        .map(|(number, feature)| (*number, Arc::new(feature.shape.clone())))
        .collect())
}

fn others(
    clause: &Clause,
    query: &Query,
    all: &Everything,
    store: &Store,
) -> Result<Shapes, FindError> {
    let things = |query: &Query| -> Result<Shapes, FindError> {
        let numbers = hits(query, all, store)?;
        Ok(numbers
            .into_iter()
            .map(|number| (number, Arc::new(all[number as usize].1.shape.clone())))
            .collect())
    };
    match &clause.is {
        Relation::Count { things: query, .. } => things(query),
        Relation::Within { of, .. }
        | Relation::Direction { of, .. }
        | Relation::Bearing { of, .. } => match of {
            Anchor::Things(query) => things(query),
            other => {
                let fixed = fixed(other, store)?;
                Ok(fixed
                    .into_iter()
                    .map(|(number, shape)| (number.unwrap_or(u32::MAX), shape))
                    .collect())
            }
        },
        Relation::In(_) => Ok(Vec::new()),
        Relation::Along { then, road, metres } => along(query, then, road, *metres, all),
    }
}

/// Those that have the rest of the order after them.
fn along(
    query: &Query,
    then: &[Subject],
    road: &Subject,
    metres: f64,
    all: &Everything,
) -> Result<Shapes, FindError> {
    let mut sets = vec![of(&query.want, all)?];
    for subject in then {
        sets.push(of(subject, all)?);
    }
    let roads = of(road, all)?;
    let roads = roads
        .iter()
        .filter_map(|(number, _)| as_road(*number, &all[*number as usize].1));
    let mut found = HashMap::new();
    for chain in chains(roads.collect()) {
        let shape = Shape::Lines(vec![chain.line.clone()]);
        let stand = |set: &Shapes| {
            set.iter()
                .filter_map(|(number, thing)| stop(*number, thing, &chain, &shape, metres))
                .collect()
        };
        let stops: Vec<Vec<(u32, f64)>> = sets.iter().map(stand).collect();
        in_order(&chain, &stops, &mut found);
    }
    Ok(found
        .into_keys()
        .map(|number| (number, Arc::new(all[number as usize].1.shape.clone())))
        .collect())
}

fn holds(
    clause: &Clause,
    number: u32,
    shape: &Shape,
    others: &Shapes,
    store: &Store,
) -> Result<bool, FindError> {
    let near = |metres: f64, turn: Option<(f64, f64)>| {
        others
            .iter()
            .filter(|(other, _)| *other != number)
            .filter(|(_, other)| {
                let bearing = bearing_deg(other.bounds().middle(), shape.bounds().middle());
                turn.is_none_or(|(from, to)| turn_holds(from, to, bearing))
            })
            .filter(|(_, other)| nearest(shape, other, metres).is_some())
            .count()
    };
    Ok(match &clause.is {
        Relation::Within { metres, .. } => near(*metres, None) > 0,
        Relation::Direction {
            direction, metres, ..
        } => near(*metres, Some(sector(*direction))) > 0,
        Relation::Bearing {
            from_deg,
            to_deg,
            metres,
            ..
        } => near(*metres, Some((*from_deg, *to_deg))) > 0,
        Relation::Count { count, metres, .. } => count.holds(near(*metres, None)),
        Relation::In(area) => {
            let (area, metres) = area_shape(area, store)?;
            nearest(shape, &area, metres).is_some()
        }
        Relation::Along { .. } => others.iter().any(|(other, _)| *other == number),
    })
}
