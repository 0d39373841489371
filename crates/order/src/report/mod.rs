//! All that a network tells, with its reasons: as records to keep and as lines to read.
//!
//! Adds nothing to what the network says; long networks are told without reasons, and it is said.

mod text;

use serde::Serialize;

use crate::clue::Strength;
use crate::moment::{ClueId, EventId, Interval, Moment, Spans};
use crate::network::{Network, Standing, Using};
use crate::why::Reason;
use crate::words::Words;

/// Beyond this many events no reasons are worked out for bounds and steps; ask the network.
const MOST_EXPLAINED: usize = 150;

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report {
    pub events: Vec<EventReport>,
    pub firm: OrderReport,
    /// Where soft clues add nothing, the same as `firm`.
    pub with_soft: OrderReport,
    pub conflicts: Vec<ConflictReport>,
    pub left_out: Vec<LeftOutReport>,
    pub choices: Vec<ChoiceReport>,
    /// Whether bounds and steps have their reasons.
    pub explained: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EventReport {
    pub label: String,
    /// Begins and ends at one moment.
    pub moment: bool,
    pub firm: When,
    /// Where soft clues make it tighter.
    pub with_soft: Option<When>,
}

/// The bounds of an event, in milliseconds since 1970 in UTC, and in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct When {
    pub begins: Spans,
    pub ends: Spans,
    pub exact: bool,
    pub said: String,
    pub not_earlier: Option<Because>,
    pub not_later: Option<Because>,
}

/// The clues something rests on, by name, and in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Because {
    pub clues: Vec<String>,
    pub soft: Vec<String>,
    pub said: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OrderReport {
    pub blocks: Vec<Vec<String>>,
    pub layers: Vec<Vec<String>>,
    pub steps: Vec<StepReport>,
    pub complete: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepReport {
    pub earlier: String,
    pub later: String,
    /// Holds by firm clues alone.
    pub firm: bool,
    pub because: Option<Because>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ConflictReport {
    pub clues: Vec<String>,
    pub said: String,
    pub smallness: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOutReport {
    pub clue: String,
    pub conflict: ConflictReport,
    pub instead: Vec<String>,
}

/// A clue that may mean one of several things.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChoiceReport {
    pub clue: String,
    pub soft: bool,
    pub alternatives: Vec<AlternativeReport>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AlternativeReport {
    pub said: String,
    /// `None` where the clue is not used.
    pub standing: Option<Standing>,
    /// Why it cannot be.
    pub because: Option<Because>,
}

impl Report {
    /// Everything at once; `time` writes a moment given in milliseconds since 1970 in UTC.
    pub fn of(network: &Network, time: &dyn Fn(i64) -> String) -> Report {
        let teller = Teller {
            network,
            words: Words::new(network, time),
            explained: network.events.len() <= MOST_EXPLAINED,
        };
        let firm = teller.order(Using::Firm);
        let soft = network.clues().any(|(id, _)| network.is_soft(id));
        let with_soft = soft.then(|| teller.order(Using::WithSoft));
        Report {
            events: network.events().map(|(id, _)| teller.event(id)).collect(),
            with_soft: with_soft.unwrap_or_else(|| firm.clone()),
            firm,
            conflicts: teller.conflicts(),
            left_out: teller.left_out(),
            choices: teller.choices(),
            explained: teller.explained,
        }
    }
}

struct Teller<'a> {
    network: &'a Network,
    words: Words<'a>,
    explained: bool,
}

impl Teller<'_> {
    fn event(&self, id: EventId) -> EventReport {
        let event = self.network.event_of(id);
        let spans = |moment: Moment, using: Using| self.network.bounds(moment, using);
        let tighter = [event.begin, event.end]
            .into_iter()
            .any(|moment| spans(moment, Using::Firm) != spans(moment, Using::WithSoft));
        EventReport {
            label: event.label.clone(),
            moment: event.is_moment(),
            firm: self.when(id, Using::Firm),
            with_soft: tighter.then(|| self.when(id, Using::WithSoft)),
        }
    }

    fn when(&self, id: EventId, using: Using) -> When {
        let event = self.network.event_of(id);
        let begins = self.network.bounds(event.begin, using);
        let ends = self.network.bounds(event.end, using);
        let explain = |reason: fn(&Network, Moment, Using) -> Option<Reason>, moment| {
            let reason = self.explained.then(|| reason(self.network, moment, using));
            reason.flatten().map(|reason| self.because(&reason))
        };
        When {
            said: self.said(&begins.spans, &ends.spans, event.is_moment()),
            exact: begins.exact && ends.exact,
            not_earlier: explain(Network::why_earliest, event.begin),
            not_later: explain(Network::why_latest, event.end),
            begins: begins.spans,
            ends: ends.spans,
        }
    }

    fn said(&self, begins: &Spans, ends: &Spans, moment: bool) -> String {
        let spans = |spans: &Spans| {
            let said = spans
                .intervals()
                .iter()
                .map(|span| self.words.interval(*span));
            said.collect::<Vec<_>>().join(", or ")
        };
        let open = |spans: &Spans| spans.hull() == Interval::default();
        if open(begins) && open(ends) {
            "nothing bounds it".to_owned()
        } else if moment {
            spans(begins)
        } else {
            format!("begins {}; ends {}", spans(begins), spans(ends))
        }
    }

    fn because(&self, reason: &Reason) -> Because {
        let soft = reason.clues.iter().copied();
        let soft: Vec<ClueId> = soft.filter(|clue| self.network.is_soft(*clue)).collect();
        Because {
            clues: self.names(&reason.clues),
            soft: self.names(&soft),
            said: self.words.reason(reason),
        }
    }

    fn names(&self, clues: &[ClueId]) -> Vec<String> {
        let clues = clues.iter().filter_map(|clue| self.network.clue(*clue));
        clues.map(|clue| clue.name.clone()).collect()
    }

    fn order(&self, using: Using) -> OrderReport {
        let order = self.network.order(using);
        let label = |id: &EventId| self.network.event_of(*id).label.clone();
        let labels = |groups: &[Vec<EventId>]| -> Vec<Vec<String>> {
            groups
                .iter()
                .map(|group| group.iter().map(label).collect())
                .collect()
        };
        let step = |(earlier, later): &(EventId, EventId)| StepReport {
            earlier: label(earlier),
            later: label(later),
            firm: using == Using::Firm || self.network.before(*earlier, *later, Using::Firm),
            because: self.why_before(*earlier, *later, using),
        };
        OrderReport {
            blocks: labels(&order.blocks),
            layers: labels(&order.layers),
            steps: order.steps.iter().map(step).collect(),
            complete: order.complete,
        }
    }

    /// By firm clues alone where they do.
    fn why_before(&self, earlier: EventId, later: EventId, using: Using) -> Option<Because> {
        if !self.explained {
            return None;
        }
        let firm = self.network.why_before(earlier, later, Using::Firm);
        let reason = firm.or_else(|| self.network.why_before(earlier, later, using));
        reason.map(|reason| self.because(&reason))
    }

    fn conflicts(&self) -> Vec<ConflictReport> {
        let conflicts = self.network.conflicts().iter();
        conflicts.map(|conflict| self.conflict(conflict)).collect()
    }

    fn conflict(&self, conflict: &crate::network::Conflict) -> ConflictReport {
        ConflictReport {
            clues: self.names(&conflict.clues),
            said: self.words.conflict(conflict),
            smallness: self.words.smallness(conflict.smallness),
        }
    }

    fn left_out(&self) -> Vec<LeftOutReport> {
        let left = self.network.left_out().iter();
        left.map(|left| LeftOutReport {
            clue: self.names(&[left.clue]).concat(),
            conflict: self.conflict(&left.conflict),
            instead: self.names(&left.instead),
        })
        .collect()
    }

    fn choices(&self) -> Vec<ChoiceReport> {
        let clues = self.network.clues();
        let choices = clues.filter(|(_, clue)| clue.alternatives.len() > 1);
        choices
            .map(|(id, clue)| {
                let soft = clue.strength == Strength::Soft;
                let using = if soft { Using::WithSoft } else { Using::Firm };
                let standings = self.network.standings(id, using);
                let alternative = |number: usize| {
                    let standing = standings.get(number).copied();
                    let because = (standing == Some(Standing::Impossible) && self.explained)
                        .then(|| self.network.why_impossible(id, number, using))
                        .flatten();
                    AlternativeReport {
                        said: self.words.alternative(clue, number),
                        standing,
                        because: because.map(|reason| self.because(&reason)),
                    }
                };
                ChoiceReport {
                    clue: clue.name.clone(),
                    soft,
                    alternatives: (0..clue.alternatives.len()).map(alternative).collect(),
                }
            })
            .collect()
    }
}
