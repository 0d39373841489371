//! All time knowledge of a case in one network: events, clues, and what follows from them.
//!
//! A clue is taken in place where it conflicts with nothing; what follows is kept for the firm
//! clues alone and with the soft ones. Pure: no clock, no zone; times are milliseconds in UTC.

use std::collections::HashMap;

use serde::Serialize;

use crate::clue::{Clue, Difference, Statement, Strength, differences};
use crate::conflict::{Smallness, missing};
use crate::error::Refused;
use crate::layer::{Clash, Layer};
use crate::moment::{ClueId, EventId, FARTHEST, MOST_MOMENTS, Moment, Spans};
use crate::problem::{Edge, Item, Problem};
use crate::softness::{Removal, left_out};

/// Which clues an answer may rest on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Using {
    Firm,
    WithSoft,
}

/// A clip or an event; a mere moment begins and ends at one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    pub label: String,
    pub begin: Moment,
    pub end: Moment,
}

impl Event {
    pub fn is_moment(&self) -> bool {
        self.begin == self.end
    }
}

/// Clues that cannot all be true, in the order of the circle they make where they make one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Conflict {
    pub clues: Vec<ClueId>,
    pub smallness: Smallness,
    /// By how many milliseconds they miss each other, where they make one circle.
    pub short_by: Option<i64>,
}

/// A soft clue that does not hold with the firm ones, or not with other soft ones.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub clue: ClueId,
    /// What it would conflict with.
    pub conflict: Conflict,
    /// Soft clues of that conflict that could be left out in its stead.
    pub instead: Vec<ClueId>,
    pub removal: Removal,
}

/// What is known of one alternative of a clue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    Possible,
    /// The only one that can be.
    Forced,
    Impossible,
    /// Settling it took too long.
    Undecided,
}

/// When a moment can be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bounds {
    pub spans: Spans,
    /// Exact: each of the spans' ends is reached by times that keep every clue. Otherwise they
    /// are outer bounds: the truth lies inside, if the clues are true.
    pub exact: bool,
}

#[derive(Clone, Debug, Default)]
pub struct Network {
    pub(crate) events: Vec<Event>,
    labels: HashMap<String, EventId>,
    pub(crate) clues: Vec<Option<Clue>>,
    names: HashMap<String, ClueId>,
    pub(crate) problem: Problem,
    firm: Layer,
    /// `None` while no clue is soft: then it is the firm one.
    with_soft: Option<Layer>,
    conflicts: Vec<Conflict>,
    left_out: Vec<LeftOut>,
}

impl Network {
    pub fn new() -> Self {
        let mut network = Network::default();
        network.problem.ends.push(None);
        network.firm.grow(1);
        network
    }

    /// A clip or an event with a begin and an end.
    pub fn event(&mut self, label: impl Into<String>) -> Result<EventId, Refused> {
        self.new_event(label.into(), 2)
    }

    /// Something that has no length: a blast, a shot.
    pub fn moment(&mut self, label: impl Into<String>) -> Result<EventId, Refused> {
        self.new_event(label.into(), 1)
    }

    /// Takes in one clue; what follows from it is known when this returns.
    pub fn add(&mut self, clue: Clue) -> Result<ClueId, Refused> {
        let id = self.enter(clue)?;
        let soft = self.is_soft(id);
        if soft && self.with_soft.is_none() {
            self.with_soft = Some(self.firm.clone());
        }
        let mut taken = soft || self.firm.take(&self.problem, id.0);
        if let Some(layer) = &mut self.with_soft {
            taken = taken && layer.take(&self.problem, id.0);
        }
        if !taken {
            self.settle();
        }
        Ok(id)
    }

    /// Takes in many clues at once, faster than one by one; one that is refused stops no other.
    pub fn add_all(
        &mut self,
        clues: impl IntoIterator<Item = Clue>,
    ) -> Vec<Result<ClueId, Refused>> {
        let entered = clues.into_iter().map(|clue| self.enter(clue)).collect();
        self.settle();
        entered
    }

    /// Takes a clue back; the network is solved again without it.
    pub fn remove(&mut self, clue: ClueId) -> Result<Clue, Refused> {
        let place = self.clues.get_mut(clue.index());
        let Some(taken) = place.and_then(Option::take) else {
            return Err(Refused::NoSuchClue {
                clue: format!("of number {}", clue.0),
            });
        };
        self.names.remove(&taken.name);
        self.problem.items[clue.index()] = Item::default();
        self.settle();
        Ok(taken)
    }

    pub fn events(&self) -> impl Iterator<Item = (EventId, &Event)> {
        (0..).map(EventId).zip(&self.events)
    }

    pub fn clues(&self) -> impl Iterator<Item = (ClueId, &Clue)> {
        let clues = (0..).map(ClueId).zip(&self.clues);
        clues.filter_map(|(id, clue)| Some((id, clue.as_ref()?)))
    }

    pub fn event_of(&self, id: EventId) -> &Event {
        &self.events[id.index()]
    }

    /// `None` if it was taken back.
    pub fn clue(&self, id: ClueId) -> Option<&Clue> {
        self.clues.get(id.index())?.as_ref()
    }

    pub fn event_named(&self, label: &str) -> Option<EventId> {
        self.labels.get(label).copied()
    }

    pub fn clue_named(&self, name: &str) -> Option<ClueId> {
        self.names.get(name).copied()
    }

    /// When a moment can be, by the clues that are in no conflict.
    pub fn bounds(&self, moment: Moment, using: Using) -> Bounds {
        let layer = self.layer(using);
        Bounds {
            spans: layer.spans(moment.0),
            exact: layer.exact(moment.0),
        }
    }

    /// Firm clues that cannot all be true. Conflicts share no clue, and without their clues the
    /// rest holds together; none of their clues is used for anything else.
    pub fn conflicts(&self) -> &[Conflict] {
        &self.conflicts
    }

    pub fn left_out(&self) -> &[LeftOut] {
        &self.left_out
    }

    /// For each alternative of a clue whether it can be. Empty for a clue that is not used.
    pub fn standings(&self, clue: ClueId, using: Using) -> Vec<Standing> {
        let layer = self.layer(using);
        if !layer.used.contains(&clue.0) {
            return Vec::new();
        }
        let Some(possible) = layer.possible(clue.0) else {
            return vec![Standing::Forced];
        };
        let open = possible.iter().filter(|one| **one != Some(false)).count();
        let standing = |known: &Option<bool>| match known {
            Some(true) if open == 1 => Standing::Forced,
            Some(true) => Standing::Possible,
            Some(false) => Standing::Impossible,
            None => Standing::Undecided,
        };
        possible.iter().map(standing).collect()
    }

    pub(crate) fn layer(&self, using: Using) -> &Layer {
        match (using, &self.with_soft) {
            (Using::WithSoft, Some(layer)) => layer,
            _ => &self.firm,
        }
    }

    pub(crate) fn is_soft(&self, clue: ClueId) -> bool {
        self.clue(clue)
            .is_some_and(|clue| clue.strength == Strength::Soft)
    }

    fn new_event(&mut self, label: String, moments: u32) -> Result<EventId, Refused> {
        if self.labels.contains_key(&label) {
            return Err(Refused::SameEvent { label });
        }
        let first = u32::try_from(self.problem.moments()).unwrap_or(MOST_MOMENTS);
        if first + moments > MOST_MOMENTS {
            return Err(Refused::TooMany);
        }
        let event = Event {
            label: label.clone(),
            begin: Moment(first),
            end: Moment(first + moments - 1),
        };
        let spans = moments == 2;
        self.problem.ends.push(spans.then_some(first + 1));
        if spans {
            self.problem.ends.push(None);
        }
        for layer in std::iter::once(&mut self.firm).chain(&mut self.with_soft) {
            layer.event(first, self.problem.moments());
        }
        let id = EventId(u32::try_from(self.events.len()).expect("fewer than moments"));
        self.events.push(event);
        self.labels.insert(label, id);
        Ok(id)
    }

    /// Notes a clue without working out what follows.
    fn enter(&mut self, clue: Clue) -> Result<ClueId, Refused> {
        if self.names.contains_key(&clue.name) {
            return Err(Refused::SameClue { clue: clue.name });
        }
        let number = u32::try_from(self.clues.len()).map_err(|_| Refused::TooMany)?;
        let mut item = Item::default();
        for alternative in &clue.alternatives {
            let mut edges = Vec::new();
            for statement in &alternative.statements {
                self.check(&clue.name, statement)?;
                let ends = |id: EventId| {
                    let event = &self.events[id.index()];
                    (event.begin, event.end)
                };
                for difference in differences(statement, ends) {
                    edges.extend(self.edges(&clue.name, difference, number)?);
                }
            }
            if edges.is_empty() {
                return Err(Refused::SaysNothing { clue: clue.name });
            }
            item.alternatives.push(edges);
        }
        if item.alternatives.is_empty() {
            return Err(Refused::SaysNothing { clue: clue.name });
        }
        let id = ClueId(number);
        self.names.insert(clue.name.clone(), id);
        self.clues.push(Some(clue));
        self.problem.items.push(item);
        Ok(id)
    }

    fn check(&self, clue: &str, statement: &Statement) -> Result<(), Refused> {
        let clue = || clue.to_owned();
        let known = |id: &EventId| id.index() < self.events.len();
        if !statement.events().iter().all(known) {
            return Err(Refused::UnknownEvent { clue: clue() });
        }
        let Some(interval) = statement.interval() else {
            return Ok(());
        };
        let mut ends = [interval.earliest, interval.latest].into_iter().flatten();
        if ends.any(|end| end.unsigned_abs() > FARTHEST.unsigned_abs()) {
            return Err(Refused::TooFar { clue: clue() });
        }
        match (interval.earliest, interval.latest) {
            (Some(earliest), Some(latest)) if earliest > latest => Err(Refused::Empty {
                clue: clue(),
                by: earliest - latest,
            }),
            _ => Ok(()),
        }
    }

    fn edges(&self, clue: &str, apart: Difference, number: u32) -> Result<Vec<Edge>, Refused> {
        let Difference { from, to, by } = apart;
        let moments = self.problem.moments();
        if [from, to].iter().any(|moment| moment.0 as usize >= moments) {
            return Err(Refused::UnknownEvent {
                clue: clue.to_owned(),
            });
        }
        let edge = |from: Moment, to: Moment, at_most| Edge {
            from: from.0,
            to: to.0,
            at_most,
            clue: number,
        };
        let most = by.latest.map(|latest| edge(from, to, latest));
        let least = by.earliest.map(|earliest| edge(to, from, -earliest));
        Ok(most.into_iter().chain(least).collect())
    }

    /// Works out everything anew.
    fn settle(&mut self) {
        let all = |soft: bool| -> Vec<u32> {
            let clues = self.clues().filter(|(id, _)| self.is_soft(*id) == soft);
            clues.map(|(id, _)| id.0).collect()
        };
        let (firm, soft) = (all(false), all(true));
        let (layer, clashes) = Layer::of(&self.problem, &firm, &[]);
        self.conflicts = clashes.iter().map(|clash| self.conflict(clash)).collect();
        self.left_out = Vec::new();
        self.with_soft = None;
        let kept: Vec<u32> = layer.used.iter().copied().collect();
        self.firm = layer;
        if soft.is_empty() {
            return;
        }
        let out = left_out(&self.problem, &kept, &soft);
        for left in &out {
            let conflict = self.conflict(&left.clash);
            let instead = conflict.clues.iter().copied();
            let instead = instead.filter(|c| c.0 != left.clue && self.is_soft(*c));
            self.left_out.push(LeftOut {
                clue: ClueId(left.clue),
                instead: instead.collect(),
                conflict,
                removal: left.removal,
            });
        }
        let held = |clue: &u32| !out.iter().any(|left| left.clue == *clue);
        let both: Vec<u32> = kept
            .into_iter()
            .chain(soft.into_iter().filter(held))
            .collect();
        let aside = out.iter().map(|left| &left.clue).chain(&self.firm.aside);
        let aside: Vec<u32> = aside.copied().collect();
        let (layer, _) = Layer::of(&self.problem, &both, &aside);
        self.with_soft = Some(layer);
    }

    fn conflict(&self, (clues, smallness): &Clash) -> Conflict {
        let part = self.problem.part(clues, &[]);
        let here: Vec<u32> = (0..).zip(clues).map(|(place, _)| place).collect();
        Conflict {
            clues: clues.iter().copied().map(ClueId).collect(),
            smallness: *smallness,
            short_by: missing(&part.problem, &here),
        }
    }
}
