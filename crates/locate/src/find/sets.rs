//! The features of one kind in a store, from its lists, and those of them near something.

use std::cell::{OnceCell, RefCell};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::fits::{Condition, Wanted};
use super::query::Subject;
use super::run::FindError;
use crate::map::measure::reach;
use crate::map::tree::BoxTree;
use crate::map::{Bounds, Shape, Store, StoreError};

/// Of more features than this the boxes are not gathered: the store's own tree is asked.
const MOST_OWN_TREE: usize = 1_000_000;
/// A list this many times longer than what is left is not read: the features are asked.
const RATHER_ASK: usize = 64;
/// Shapes kept for one query.
const MOST_SHAPES: usize = 200_000;

/// One query's view of a store, with the shapes it has looked at.
pub(crate) struct View<'s> {
    pub store: &'s Store,
    shapes: RefCell<HashMap<u32, Arc<Shape>>>,
}

impl<'s> View<'s> {
    pub fn new(store: &'s Store) -> Self {
        Self {
            store,
            shapes: RefCell::default(),
        }
    }

    pub fn shape(&self, number: u32) -> Result<Arc<Shape>, StoreError> {
        if let Some(shape) = self.shapes.borrow().get(&number) {
            return Ok(shape.clone());
        }
        let shape = self.store.with_record(number, |record| record.shape())?;
        let shape = Arc::new(shape.ok_or_else(|| self.store.broken_feature())?);
        let mut shapes = self.shapes.borrow_mut();
        if shapes.len() >= MOST_SHAPES {
            shapes.clear();
        }
        shapes.insert(number, shape.clone());
        Ok(shape)
    }
}

/// Features in order. Which of them fit by shape is only asked of those looked at.
pub(crate) struct Set {
    pub list: Vec<u32>,
    late: Option<Wanted>,
    tree: OnceCell<BoxTree>,
    bits: OnceCell<Bits>,
}

impl Set {
    pub fn of_list(list: Vec<u32>) -> Self {
        Self {
            list,
            late: None,
            tree: OnceCell::new(),
            bits: OnceCell::new(),
        }
    }

    pub fn of(subject: &Subject, view: &View<'_>) -> Result<Self, FindError> {
        let wanted = Wanted::of(subject)?;
        let store = view.store;
        let mut list = match &wanted.name {
            Some(name) => {
                let mut named = store.named(name)?;
                named.sort_unstable();
                retain(&mut named, |number| {
                    store.feature(number).map(|feature| wanted.fits(&feature))
                })?;
                return Ok(Self::of_list(named));
            }
            None => by_tags(&wanted, store)?,
        };
        // A tag that was too much for the dictionary is in no list.
        let spelt = store.list(store.pairs.len() as u32)?;
        let mut more = spelt;
        retain(&mut more, |number| {
            store.feature(number).map(|feature| wanted.fits(&feature))
        })?;
        if !more.is_empty() {
            list.extend(more);
            list.sort_unstable();
            list.dedup();
        }
        let mut set = Self::of_list(list);
        set.late = (!wanted.shape.is_empty()).then_some(wanted);
        Ok(set)
    }

    /// Whether a feature of the list fits by its shape too.
    pub fn fits(&self, number: u32, view: &View<'_>) -> Result<bool, StoreError> {
        match &self.late {
            None => Ok(true),
            Some(wanted) => Ok(wanted.shape_fits(view.shape(number)?.as_ref())),
        }
    }

    pub fn has(&self, number: u32, store: &Store) -> bool {
        if self.list.len() < MOST_OWN_TREE {
            return self.list.binary_search(&number).is_ok();
        }
        self.bits
            .get_or_init(|| Bits::new(&self.list, store.len()))
            .has(number)
    }

    /// Those whose boxes come within a distance of a box; shape not asked.
    pub fn near(
        &self,
        bounds: &Bounds,
        metres: f64,
        view: &View<'_>,
    ) -> Result<Vec<(u32, Bounds)>, StoreError> {
        let area = reach(bounds, metres);
        if self.list.len() >= MOST_OWN_TREE {
            let mut found = view.store.in_box(&area)?;
            found.retain(|(number, _)| self.has(*number, view.store));
            return Ok(found);
        }
        if self.tree.get().is_none() {
            let mut boxes = view.store.boxes();
            let boxes: Result<Vec<Bounds>, _> = self
                .list
                .iter()
                .map(|number| boxes(*number as usize))
                .collect();
            let _ = self.tree.set(BoxTree::new(boxes?));
        }
        let mut found = Vec::new();
        if let Some(tree) = self.tree.get() {
            tree.search(&area, |leaf, bounds| {
                found.push((self.list[leaf as usize], bounds))
            });
        }
        Ok(found)
    }
}

struct Bits(Vec<u64>);

impl Bits {
    fn new(list: &[u32], length: u32) -> Self {
        let mut bits = vec![0; length as usize / 64 + 1];
        list.iter()
            .for_each(|number| bits[*number as usize / 64] |= 1 << (number % 64));
        Self(bits)
    }

    fn has(&self, number: u32) -> bool {
        self.0[number as usize / 64] >> (number % 64) & 1 == 1
    }
}

fn by_tags(wanted: &Wanted, store: &Store) -> Result<Vec<u32>, FindError> {
    let mut all: Vec<Vec<u32>> = Vec::new();
    for rule in &wanted.any {
        all.push(of_rule(&[rule.as_slice(), &wanted.all].concat(), store)?);
    }
    Ok(joined(all))
}

/// Features for which every condition holds: the rarest is read first.
fn of_rule(rule: &[Condition], store: &Store) -> Result<Vec<u32>, StoreError> {
    let (free, listed): (Vec<&Condition>, Vec<&Condition>) = rule
        .iter()
        .partition(|condition| crate::map::is_free_text(&condition.key));
    let mut conditions: Vec<(usize, &Condition, Vec<u32>)> = Vec::new();
    for condition in listed {
        let pairs = pairs(condition, store);
        let count = pairs
            .iter()
            .map(|pair| store.count_of(*pair) as usize)
            .sum();
        conditions.push((count, condition, pairs));
    }
    conditions.sort_by_key(|(count, ..)| *count);
    let mut list: Option<Vec<u32>> = None;
    for (count, _, pairs) in &conditions {
        let Some(left) = &mut list else {
            list = Some(listed_under(pairs, store)?);
            continue;
        };
        if *count > left.len().saturating_mul(RATHER_ASK) {
            let pairs: HashSet<u32> = pairs.iter().copied().collect();
            retain(left, |number| {
                store.with_record(number, |record| {
                    record.tags.iter().any(|tag| {
                    matches!(tag, crate::map::Written::Pair(pair) if pairs.contains(pair))
                })
                })
            })?;
        } else {
            let other = listed_under(pairs, store)?;
            left.retain(|number| other.binary_search(number).is_ok());
        }
    }
    let mut list = list.unwrap_or_else(|| (0..store.len()).collect());
    for condition in free {
        retain(&mut list, |number| {
            let feature = store.feature(number)?;
            Ok(feature
                .tags
                .iter()
                .any(|(key, value)| condition.holds(key, value)))
        })?;
    }
    Ok(list)
}

fn pairs(condition: &Condition, store: &Store) -> Vec<u32> {
    let holds = |pair: &u32| {
        let (key, value) = store.pairs.get(*pair);
        condition.holds(key, value)
    };
    match &condition.is {
        super::fits::Value::Text(text) => {
            store.pairs.find(&condition.key, text).into_iter().collect()
        }
        _ => store
            .pairs
            .of_key(&condition.key)
            .iter()
            .copied()
            .filter(holds)
            .collect(),
    }
}

fn listed_under(pairs: &[u32], store: &Store) -> Result<Vec<u32>, StoreError> {
    let lists: Result<Vec<Vec<u32>>, _> = pairs.iter().map(|pair| store.list(*pair)).collect();
    Ok(joined(lists?))
}

/// Sorted lists as one, each feature once.
fn joined(mut lists: Vec<Vec<u32>>) -> Vec<u32> {
    lists.retain(|list| !list.is_empty());
    if lists.len() < 2 {
        return lists.pop().unwrap_or_default();
    }
    let mut all = lists.concat();
    // Runs that are in order already: what this sort is quick at.
    all.sort();
    all.dedup();
    all
}

/// `Vec::retain` for a question that can fail.
pub(crate) fn retain<E>(
    list: &mut Vec<u32>,
    mut keep: impl FnMut(u32) -> Result<bool, E>,
) -> Result<(), E> {
    let mut fault = None;
    list.retain(|number| {
        fault.is_none()
            && keep(*number).unwrap_or_else(|error| {
                fault = Some(error);
                false
            })
    });
    fault.map_or(Ok(()), Err)
}
