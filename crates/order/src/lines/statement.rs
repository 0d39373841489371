//! One statement in words: "c1 before c2 by 2h to 3h", "c1 posted 2031-05-05 18:00".

use std::collections::HashMap;

use super::amount::{amount, amounts};
use super::time::times;
use crate::clue::{Basis, Statement};
use crate::moment::{EventId, Interval};

/// Words that cannot be names of events, for a statement would be read two ways.
const TAKEN: &[&str] = &[
    "or", "and", "to", "at", "by", "within", "before", "after", "not", "with", "as", "zone",
];

pub(crate) fn is_taken(name: &str) -> bool {
    TAKEN.contains(&name) || amount(name).is_some()
}

const FORMS: &str = "write as in: a before b, a 2h after b, a during b, a overlaps b, a begins \
    with b, a same as b within 1s, a at TIME to TIME, a captured TIME, a posted TIME, a copied \
    TIME, a shadow TIME to TIME, a not before TIME, a lasts 2m, a in b at 12s";

pub(crate) struct Reader<'a> {
    pub names: &'a HashMap<String, EventId>,
    pub ahead_min: i64,
}

impl Reader<'_> {
    pub(crate) fn statement(&self, words: &[&str]) -> Result<Statement, String> {
        let [first, rest @ ..] = words else {
            return Err(format!("a statement is missing; {FORMS}"));
        };
        let one = self.event(first)?;
        if let Some(statement) = self.between(one, rest)? {
            return Ok(statement);
        }
        self.bounded(one, rest)?
            .ok_or_else(|| format!("\"{}\" is not understood; {FORMS}", words.join(" ")))
    }

    /// What relates two events.
    fn between(&self, one: EventId, words: &[&str]) -> Result<Option<Statement>, String> {
        Ok(Some(match *words {
            ["before", other, ref by @ ..] => Statement::Before {
                earlier: one,
                later: self.event(other)?,
                gap: by_amount(by)?,
            },
            ["after", other, ref by @ ..] => Statement::Before {
                earlier: self.event(other)?,
                later: one,
                gap: by_amount(by)?,
            },
            ["during", other] => Statement::During {
                inner: one,
                outer: self.event(other)?,
            },
            ["overlaps", other] => Statement::Overlaps {
                one,
                other: self.event(other)?,
            },
            ["begins", "with", other, ref within @ ..] => Statement::BeginTogether {
                one,
                other: self.event(other)?,
                within: tolerance(within)?,
            },
            ["ends", "with", other, ref within @ ..] => Statement::EndTogether {
                one,
                other: self.event(other)?,
                within: tolerance(within)?,
            },
            ["same", "as", other, ref within @ ..] => Statement::SameTime {
                one,
                other: self.event(other)?,
                within: tolerance(within)?,
            },
            ["in", clip, "at", ref at @ ..] => Statement::HeardIn {
                event: one,
                clip: self.event(clip)?,
                at: amounts(at)?,
            },
            [ref by @ .., "after", other] if self.names.contains_key(other) => Statement::Later {
                event: one,
                than: self.event(other)?,
                by: amounts(by)?,
            },
            [ref by @ .., "before", other] if self.names.contains_key(other) => Statement::Later {
                event: self.event(other)?,
                than: one,
                by: amounts(by)?,
            },
            _ => return Ok(None),
        }))
    }

    /// What bounds one event.
    fn bounded(&self, event: EventId, words: &[&str]) -> Result<Option<Statement>, String> {
        let when = |time: &[&str]| times(time, self.ahead_min);
        let until = |time: &[&str]| {
            when(time).map(|when| Interval {
                earliest: None,
                ..when
            })
        };
        let within = |when, basis| Statement::Within { event, when, basis };
        let begins = |when, basis| Statement::Begins { event, when, basis };
        let ends = |when, basis| Statement::Ends { event, when, basis };
        Ok(Some(match *words {
            ["at", ref time @ ..] => within(when(time)?, Basis::Stated),
            ["shadow", ref time @ ..] => within(when(time)?, Basis::Shadow),
            ["begins", ref time @ ..] => begins(when(time)?, Basis::Stated),
            ["captured", ref time @ ..] => begins(when(time)?, Basis::Captured),
            ["ends", ref time @ ..] => ends(when(time)?, Basis::Stated),
            ["posted", ref time @ ..] => ends(until(time)?, Basis::Posted),
            ["copied", ref time @ ..] => ends(until(time)?, Basis::Copy),
            ["not", "after", ref time @ ..] => within(until(time)?, Basis::Stated),
            ["not", "before", ref time @ ..] => {
                let when = when(time)?;
                let since = Interval {
                    latest: None,
                    ..when
                };
                within(since, Basis::Stated)
            }
            ["lasts", ref long @ ..] => Statement::Lasts {
                event,
                long: amounts(long)?,
            },
            _ => return Ok(None),
        }))
    }

    fn event(&self, name: &str) -> Result<EventId, String> {
        self.names.get(name).copied().ok_or_else(|| {
            format!(
                "{name} is no event named above; name it first, as in \"event {name}: what it is\""
            )
        })
    }
}

fn by_amount(words: &[&str]) -> Result<Interval, String> {
    match words {
        [] => Ok(Interval::default()),
        ["by", by @ ..] => amounts(by),
        _ => Err(format!(
            "\"{}\" is too much; write \"by\" before an amount",
            words.join(" ")
        )),
    }
}

fn tolerance(words: &[&str]) -> Result<i64, String> {
    match words {
        [] => Ok(0),
        ["within", word] => amount(word).ok_or_else(|| format!("\"{word}\" is no amount of time")),
        _ => Err(format!(
            "\"{}\" is too much; write \"within\" and an amount",
            words.join(" ")
        )),
    }
}
