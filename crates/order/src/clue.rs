//! What a clue says of time: a statement, firm or hedged, or a choice between several.
//!
//! Holds no labels of events and judges nothing.

use serde::Serialize;

use crate::moment::{EventId, Interval, Moment};

/// How a bound came to be known; it changes only the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    Stated,
    Captured,
    Posted,
    Shadow,
    Copy,
}

/// One statement about time. Amounts are milliseconds; an interval may be open at either side.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Statement {
    /// The later begins after the earlier ends, by `gap` (at least 1 ms where it says nothing).
    Before {
        earlier: EventId,
        later: EventId,
        gap: Interval,
    },
    /// "Two hours later", from wherever in the other event one counts: the begin is at least the
    /// least of `by` after the other's begin, and at most the most of it after the other's end.
    Later {
        event: EventId,
        than: EventId,
        by: Interval,
    },
    /// All of the inner lies in the outer.
    During { inner: EventId, outer: EventId },
    /// They share at least a moment.
    Overlaps { one: EventId, other: EventId },
    /// They begin at one moment, give or take `within`.
    BeginTogether {
        one: EventId,
        other: EventId,
        within: i64,
    },
    /// They end at one moment, give or take `within`.
    EndTogether {
        one: EventId,
        other: EventId,
        within: i64,
    },
    /// They begin and end at the same moments, give or take `within`: one blast seen twice.
    SameTime {
        one: EventId,
        other: EventId,
        within: i64,
    },
    /// All of the event lies within these bounds.
    Within {
        event: EventId,
        when: Interval,
        basis: Basis,
    },
    /// The event begins within these bounds.
    Begins {
        event: EventId,
        when: Interval,
        basis: Basis,
    },
    /// The event ends within these bounds.
    Ends {
        event: EventId,
        when: Interval,
        basis: Basis,
    },
    /// From begin to end.
    Lasts { event: EventId, long: Interval },
    /// The event begins so long after the clip's begin, and lies in the clip.
    HeardIn {
        event: EventId,
        clip: EventId,
        at: Interval,
    },
    /// Any difference of two moments: `to` is `by` after `from`.
    Apart {
        from: Moment,
        to: Moment,
        by: Interval,
    },
}

/// One reading of a clue that may mean several things: all its statements hold.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Alternative {
    /// What it supposes: "if the clock shows +02:00". May be empty.
    pub supposing: String,
    pub statements: Vec<Statement>,
}

/// Whether a clue is firm, or hedged or only suggested.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    Firm,
    Soft,
}

/// What one excerpt says of time.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Clue {
    /// The caller's name of the clue, by which it is told: the excerpt's id, or a number.
    pub name: String,
    /// The words it was read from. May be empty.
    pub excerpt: String,
    pub strength: Strength,
    /// One of these holds.
    pub alternatives: Vec<Alternative>,
}

impl Clue {
    pub fn firm(name: impl Into<String>, statement: Statement) -> Self {
        Clue {
            name: name.into(),
            excerpt: String::new(),
            strength: Strength::Firm,
            alternatives: vec![Alternative {
                supposing: String::new(),
                statements: vec![statement],
            }],
        }
    }

    pub fn soft(name: impl Into<String>, statement: Statement) -> Self {
        Clue {
            strength: Strength::Soft,
            ..Clue::firm(name, statement)
        }
    }

    /// Hedged in the reading means soft here.
    pub fn softened(self, soft: bool) -> Self {
        let strength = if soft { Strength::Soft } else { Strength::Firm };
        Clue { strength, ..self }
    }

    pub fn quoting(self, excerpt: impl Into<String>) -> Self {
        Clue {
            excerpt: excerpt.into(),
            ..self
        }
    }

    /// And this holds too, in the alternative given last.
    pub fn and(mut self, statement: Statement) -> Self {
        if let Some(last) = self.alternatives.last_mut() {
            last.statements.push(statement);
        }
        self
    }

    /// Or this holds instead.
    pub fn or(mut self, supposing: impl Into<String>, statement: Statement) -> Self {
        self.alternatives.push(Alternative {
            supposing: supposing.into(),
            statements: vec![statement],
        });
        self
    }

    /// What the first alternative supposes.
    pub fn supposing(mut self, supposing: impl Into<String>) -> Self {
        if let Some(last) = self.alternatives.last_mut() {
            last.supposing = supposing.into();
        }
        self
    }

    /// The event lies in one of several intervals that lie apart: a shadow in the morning or in
    /// the afternoon, a clock of 12 hours, a zone not known.
    pub fn within_one_of(
        name: impl Into<String>,
        event: EventId,
        basis: Basis,
        windows: impl IntoIterator<Item = (String, Interval)>,
    ) -> Self {
        let alternatives = windows.into_iter().map(|(supposing, when)| Alternative {
            supposing,
            statements: vec![Statement::Within { event, when, basis }],
        });
        Clue {
            name: name.into(),
            excerpt: String::new(),
            strength: Strength::Firm,
            alternatives: alternatives.collect(),
        }
    }
}

impl Statement {
    pub fn before(earlier: EventId, later: EventId) -> Self {
        Statement::Before {
            earlier,
            later,
            gap: Interval::default(),
        }
    }

    pub fn after(later: EventId, earlier: EventId) -> Self {
        Statement::before(earlier, later)
    }

    /// Posted, or known from a copy: all of it happened by then.
    pub fn not_after(event: EventId, latest: i64, basis: Basis) -> Self {
        Statement::Ends {
            event,
            when: Interval::until(latest),
            basis,
        }
    }

    pub fn captured(event: EventId, when: Interval) -> Self {
        Statement::Begins {
            event,
            when,
            basis: Basis::Captured,
        }
    }

    /// The interval it gives, if it gives one.
    pub fn interval(&self) -> Option<Interval> {
        use Statement as S;
        match *self {
            S::Before { gap, .. } => Some(Interval {
                earliest: Some(gap.earliest.unwrap_or(1).max(1)),
                ..gap
            }),
            S::Later { by, .. } | S::Apart { by, .. } => Some(by),
            S::Within { when, .. } | S::Begins { when, .. } | S::Ends { when, .. } => Some(when),
            S::Lasts { long, .. } => Some(long),
            S::HeardIn { at, .. } => Some(at),
            S::BeginTogether { within, .. }
            | S::EndTogether { within, .. }
            | S::SameTime { within, .. } => Some(Interval::around(0, within)),
            S::During { .. } | S::Overlaps { .. } => None,
        }
    }

    /// The events it speaks of.
    pub fn events(&self) -> Vec<EventId> {
        use Statement as S;
        match *self {
            S::Before { earlier, later, .. } => vec![earlier, later],
            S::Later { event, than, .. } => vec![event, than],
            S::During { inner, outer } => vec![inner, outer],
            S::Overlaps { one, other }
            | S::BeginTogether { one, other, .. }
            | S::EndTogether { one, other, .. }
            | S::SameTime { one, other, .. } => vec![one, other],
            S::Within { event, .. }
            | S::Begins { event, .. }
            | S::Ends { event, .. }
            | S::Lasts { event, .. } => vec![event],
            S::HeardIn { event, clip, .. } => vec![event, clip],
            S::Apart { .. } => Vec::new(),
        }
    }
}

/// `to - from` lies in `by`.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Difference {
    pub from: Moment,
    pub to: Moment,
    pub by: Interval,
}

/// The differences a statement means; `ends` gives an event's begin and end.
pub(crate) fn differences(
    statement: &Statement,
    ends: impl Fn(EventId) -> (Moment, Moment),
) -> Vec<Difference> {
    use Statement as S;
    let begin = |event: EventId| ends(event).0;
    let end = |event: EventId| ends(event).1;
    let apart = |from, to, by| Difference { from, to, by };
    let since = |from, to, least| apart(from, to, Interval::since(least));
    let about = |from, to, within| apart(from, to, Interval::around(0, within));
    match *statement {
        S::Before {
            earlier,
            later,
            gap,
        } => {
            let by = statement.interval().unwrap_or(gap);
            vec![apart(end(earlier), begin(later), by)]
        }
        S::Later { event, than, by } => {
            let (least, most) = (by.earliest, by.latest);
            vec![
                apart(
                    begin(than),
                    begin(event),
                    Interval {
                        earliest: least,
                        latest: None,
                    },
                ),
                apart(
                    end(than),
                    begin(event),
                    Interval {
                        earliest: None,
                        latest: most,
                    },
                ),
            ]
        }
        S::During { inner, outer } => vec![
            since(begin(outer), begin(inner), 0),
            since(end(inner), end(outer), 0),
        ],
        S::Overlaps { one, other } => vec![
            since(begin(one), end(other), 0),
            since(begin(other), end(one), 0),
        ],
        S::BeginTogether { one, other, within } => vec![about(begin(one), begin(other), within)],
        S::EndTogether { one, other, within } => vec![about(end(one), end(other), within)],
        S::SameTime { one, other, within } => vec![
            about(begin(one), begin(other), within),
            about(end(one), end(other), within),
        ],
        S::Within { event, when, .. } => {
            let (earliest, latest) = (when.earliest, when.latest);
            vec![
                apart(
                    Moment::ORIGIN,
                    begin(event),
                    Interval {
                        earliest,
                        latest: None,
                    },
                ),
                apart(
                    Moment::ORIGIN,
                    end(event),
                    Interval {
                        earliest: None,
                        latest,
                    },
                ),
            ]
        }
        S::Begins { event, when, .. } => vec![apart(Moment::ORIGIN, begin(event), when)],
        S::Ends { event, when, .. } => vec![apart(Moment::ORIGIN, end(event), when)],
        S::Lasts { event, long } => vec![apart(begin(event), end(event), long)],
        S::HeardIn { event, clip, at } => vec![
            apart(begin(clip), begin(event), at),
            since(begin(clip), begin(event), 0),
            since(end(event), end(clip), 0),
        ],
        S::Apart { from, to, by } => vec![apart(from, to, by)],
    }
}
