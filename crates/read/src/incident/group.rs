//! Puts what claims tell together into occurrences.

use bearings_model::{Actor, Amount, EventKind, Reading};

use jiff::ToSpan;
use jiff::civil::Date;

use super::told::Told;
use super::{Incident, blame, family, spot, victim};

/// The claims of one occurrence.
#[derive(Debug)]
pub(super) struct Group<'t> {
    kind: Option<EventKind>,
    time: Option<usize>,
    places: Vec<usize>,
    told: Vec<&'t Told<'t>>,
}

/// An occurrence is not taken up again after so many sentences without it.
const REMEMBERED_SENTENCES: usize = 12;
/// More claims than this are a chronicle's, not one occurrence's.
const MOST_CLAIMS: usize = 200;

/// A report tells what happened this long before it as background.
const BACKGROUND_DAYS: i64 = 60;

pub(super) fn group<'t>(
    reading: &Reading,
    told: &'t [Told<'t>],
    written: Option<Date>,
) -> Vec<Group<'t>> {
    let since = written.and_then(|day| day.checked_sub(BACKGROUND_DAYS.days()).ok());
    let mut groups: Vec<Group<'t>> = Vec::new();
    // The occurrences that may still be taken up; looking at no others keeps the work linear.
    let mut open: Vec<usize> = Vec::new();
    for told in told {
        open.retain(|index| groups[*index].is_remembered(told));
        let holds = |index: &&usize| {
            let group = &groups[**index];
            group.may_hold(reading, told) && !group.is_before(reading, told, since)
        };
        match open.iter().rev().find(holds) {
            Some(index) => groups[*index].take(told),
            None => {
                open.push(groups.len());
                groups.push(Group::open(told));
            }
        }
    }
    groups.retain(|group| group.kind.is_some() && group.is_bounded());
    groups
}

impl<'t> Group<'t> {
    fn open(told: &'t Told<'t>) -> Self {
        let mut group = Self {
            kind: None,
            time: None,
            places: Vec::new(),
            told: Vec::new(),
        };
        group.take(told);
        group
    }

    fn take(&mut self, told: &'t Told<'t>) {
        self.kind = match (self.kind, told.kind) {
            (Some(known), Some(named)) => Some(family::more_exact(known, named)),
            (known, named) => known.or(named),
        };
        self.time = self.time.or(told.time);
        if let Some(place) = told.place.filter(|place| !self.places.contains(place)) {
            self.places.push(place);
        }
        self.told.push(told);
    }

    /// Something says which one it was: whom it befell, when, where, or more than one claim.
    fn is_bounded(&self) -> bool {
        let told = |told: &Told| {
            !told.victims.is_empty() || told.time.or(told.carried).or(told.place).is_some()
        };
        self.told.len() > 1 || self.told.iter().any(|one| told(one))
    }

    /// Told of lately, and not so often that it is no one occurrence.
    fn is_remembered(&self, told: &Told) -> bool {
        let last = self.told.last().map_or(0, |last| last.sentence);
        told.sentence.saturating_sub(last) <= REMEMBERED_SENTENCES && self.told.len() < MOST_CLAIMS
    }

    fn may_hold(&self, reading: &Reading, told: &Told) -> bool {
        let last = self.told.last().map_or(0, |last| last.sentence);
        let kinds = match (self.kind, told.kind) {
            (Some(one), Some(other)) => family::agree(one, other),
            _ => true,
        };
        let opens = told.opens && last != told.sentence && !told.refers;
        kinds
            && !opens
            && self.times_meet(reading, told)
            && self.places_meet(reading, told)
            && !self.is_of_others(told)
    }

    /// Others are killed, and the sentence says of itself when or where: another occurrence.
    fn is_of_others(&self, told: &Told) -> bool {
        let Some(victim) = told.victims.first() else {
            return false;
        };
        let mut known = self.told.iter().flat_map(|told| &told.victims).peekable();
        let last = self.told.last().map_or(0, |last| last.sentence);
        let own = told.time.is_some() && told.time != self.time
            || told
                .place
                .is_some_and(|place| !self.places.contains(&place));
        let murder = told.kind == Some(EventKind::Killing)
            && told.claim.event == Some(EventKind::Killing)
            && victim.amount == (Amount::Exact { value: 1 });
        (own || murder)
            && last != told.sentence
            && !told.refers
            && known.peek().is_some()
            && !known.any(|known| victim::is_again(known, victim))
    }

    /// A day long before the report's is of something else than what is told without one.
    fn is_before(&self, reading: &Reading, told: &Told, since: Option<Date>) -> bool {
        let latest = |index: usize| reading.times[index].when.as_ref()?.latest();
        let old = told.time.and_then(latest).zip(since);
        let same = self
            .told
            .last()
            .is_some_and(|last| last.sentence == told.sentence);
        self.time.is_none() && !same && old.is_some_and(|(at, since)| at.date() < since)
    }

    fn times_meet(&self, reading: &Reading, told: &Told) -> bool {
        let when = |index: usize| reading.times[index].when.as_ref();
        let both = self.time.and_then(when).zip(told.time.and_then(when));
        both.is_none_or(|(one, other)| one.may_meet(other))
    }

    fn places_meet(&self, reading: &Reading, told: &Told) -> bool {
        told.place.is_none_or(|place| {
            let named = &reading.places[place];
            let mut known = self.places.iter().map(|known| &reading.places[*known]);
            known.all(|known| spot::may_be_one(known, named))
        })
    }

    pub(super) fn incident(self, reading: &Reading, spoken_of: Option<&str>) -> Incident {
        let mut places = self.places;
        if places.is_empty() {
            places.extend(self.told.iter().find_map(|told| told.carried_place));
        }
        places.sort_by_key(|place| (spot::breadth_of(&reading.places[*place]), *place));
        let named: Vec<_> = places.iter().map(|place| &reading.places[*place]).collect();
        let country = spot::country_of(&named, spoken_of);
        let mut actors: Vec<Actor> = Vec::new();
        for actor in self.told.iter().flat_map(|told| &told.claim.actors) {
            if !actors.iter().any(|known| known.text == actor.text) {
                actors.push(actor.clone());
            }
        }
        Incident {
            kind: self.kind.unwrap_or(EventKind::Attack),
            time: self.time,
            country,
            places,
            actors,
            perpetrators: blame::once(self.told.iter().flat_map(|told| told.perpetrators.clone())),
            victims: victim::once(self.told.iter().flat_map(|told| {
                let all = told.victims.iter().cloned();
                all.map(|victim| (victim, told.definite))
            })),
            claims: self.told.iter().map(|told| told.claim.id.clone()).collect(),
        }
    }
}
