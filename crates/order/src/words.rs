//! Statements, reasons and conflicts as sentences.
//!
//! Says what the clues say and no more. Times are written by the caller's own function.

use crate::clue::{Basis, Clue, Statement};
use crate::conflict::Smallness;
use crate::moment::{ClueId, EventId, Interval, Moment};
use crate::network::{Conflict, Network};
use crate::why::Reason;

/// Writes a network's facts; `time` writes a moment given in milliseconds since 1970 in UTC.
pub struct Words<'a> {
    network: &'a Network,
    time: &'a dyn Fn(i64) -> String,
}

impl std::fmt::Debug for Words<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Words").finish_non_exhaustive()
    }
}

impl<'a> Words<'a> {
    pub fn new(network: &'a Network, time: &'a dyn Fn(i64) -> String) -> Self {
        Words { network, time }
    }

    /// "A is before B (clue 3), B is before C (clue 7), yet C is before A (clue 9)", and by how
    /// much they miss each other where that says something.
    pub fn conflict(&self, conflict: &Conflict) -> String {
        let mut told = self.together(&last_given_last(&conflict.clues));
        if let Some(by) = conflict.short_by
            && by > conflict.clues.len() as i64
        {
            told.push_str(&format!("; they miss each other by {}", rounded(by)));
        }
        told
    }

    /// How small a conflict is known to be, in words.
    pub fn smallness(&self, smallness: Smallness) -> &'static str {
        match smallness {
            Smallness::Fewest => "no fewer clues conflict",
            Smallness::NoneToSpare => {
                "without any one of them the others hold; whether fewer conflict was not settled"
            }
            Smallness::NotReduced => {
                "some of them may have no part in it; settling it took too long"
            }
        }
    }

    /// "A is before B (clue 3), B is before C (clue 7)".
    pub fn reason(&self, reason: &Reason) -> String {
        if reason.clues.is_empty() {
            return "by itself".to_owned();
        }
        let said: Vec<String> = reason.clues.iter().map(|clue| self.cited(*clue)).collect();
        said.join(", ")
    }

    /// "A is before B (clue 3)", hedged if the clue is.
    pub fn cited(&self, id: ClueId) -> String {
        match self.network.clue(id) {
            Some(clue) => {
                let hedge = if self.network.is_soft(id) {
                    "perhaps "
                } else {
                    ""
                };
                format!("{hedge}{} (clue {})", self.clue(clue), clue.name)
            }
            None => "a clue taken back".to_owned(),
        }
    }

    /// What a clue says: its alternatives joined by "or".
    pub fn clue(&self, clue: &Clue) -> String {
        let said: Vec<String> = (0..clue.alternatives.len())
            .map(|number| self.alternative(clue, number))
            .collect();
        match said.as_slice() {
            [one] => one.clone(),
            several => format!("either {}", several.join(", or ")),
        }
    }

    /// What one alternative of a clue says.
    pub fn alternative(&self, clue: &Clue, number: usize) -> String {
        let Some(alternative) = clue.alternatives.get(number) else {
            return "nothing".to_owned();
        };
        let said = alternative
            .statements
            .iter()
            .map(|said| self.statement(said));
        let said: Vec<String> = said.collect();
        match alternative.supposing.as_str() {
            "" => said.join(" and "),
            supposing => format!("{} ({supposing})", said.join(" and ")),
        }
    }

    pub fn statement(&self, statement: &Statement) -> String {
        use Statement as S;
        let name = |id: EventId| self.network.event_of(id).label.as_str();
        match statement {
            S::Before {
                earlier,
                later,
                gap,
            } => {
                let by = amounts(*gap).map_or(String::new(), |by| format!(", by {by}"));
                format!("{} is before {}{by}", name(*earlier), name(*later))
            }
            S::Later { event, than, by } => {
                let by = amounts(*by).unwrap_or_else(|| "some time".to_owned());
                format!("{} begins {by} after {}", name(*event), name(*than))
            }
            S::During { inner, outer } => format!("{} is during {}", name(*inner), name(*outer)),
            S::Overlaps { one, other } => format!("{} overlaps {}", name(*one), name(*other)),
            S::BeginTogether { one, other, within } => {
                format!(
                    "{} begins with {}{}",
                    name(*one),
                    name(*other),
                    give_or_take(*within)
                )
            }
            S::EndTogether { one, other, within } => {
                format!(
                    "{} ends with {}{}",
                    name(*one),
                    name(*other),
                    give_or_take(*within)
                )
            }
            S::SameTime { one, other, within } => {
                let (one, other) = (name(*one), name(*other));
                format!("{one} is at the time of {other}{}", give_or_take(*within))
            }
            S::Within { event, when, basis } => self.bounded(name(*event), "is", *when, *basis),
            S::Begins { event, when, basis } => self.bounded(name(*event), "begins", *when, *basis),
            S::Ends { event, when, basis } => self.bounded(name(*event), "ends", *when, *basis),
            S::Lasts { event, long } => {
                let long = amounts(*long).unwrap_or_else(|| "some time".to_owned());
                format!("{} lasts {long}", name(*event))
            }
            S::HeardIn { event, clip, at } => {
                let at = amounts(*at).unwrap_or_else(|| "some time".to_owned());
                format!("{} comes {at} into {}", name(*event), name(*clip))
            }
            S::Apart { from, to, by } => {
                let by = amounts(*by).unwrap_or_else(|| "some time".to_owned());
                format!(
                    "{} comes {by} after {}",
                    self.moment(*to),
                    self.moment(*from)
                )
            }
        }
    }

    /// "the begin of A", or "A" where it has no length.
    pub fn moment(&self, moment: Moment) -> String {
        if moment == Moment::ORIGIN {
            return (self.time)(0);
        }
        for (_, event) in self.network.events() {
            if event.begin == moment && event.end == moment {
                return event.label.clone();
            }
            if event.begin == moment {
                return format!("the begin of {}", event.label);
            }
            if event.end == moment {
                return format!("the end of {}", event.label);
            }
        }
        "a moment of no event".to_owned()
    }

    /// "between T and T", "not before T", "not after T", "at T".
    pub fn interval(&self, when: Interval) -> String {
        match (when.earliest, when.latest) {
            (Some(one), Some(other)) => {
                let (one, other) = ((self.time)(one), (self.time)(other));
                if one == other {
                    format!("at {one}")
                } else {
                    format!("between {one} and {other}")
                }
            }
            (Some(earliest), None) => format!("not before {}", (self.time)(earliest)),
            (None, Some(latest)) => format!("not after {}", (self.time)(latest)),
            (None, None) => "at a time nothing bounds".to_owned(),
        }
    }

    fn bounded(&self, name: &str, verb: &str, when: Interval, basis: Basis) -> String {
        let when = self.interval(when);
        match basis {
            Basis::Stated => format!("{name} {verb} {when}"),
            Basis::Captured => format!("{name} {verb} {when} by its file"),
            Basis::Posted => format!("{name} {verb} {when}, when it was posted"),
            Basis::Shadow => format!("{name} {verb} {when} by the shadow"),
            Basis::Copy => format!("{name} {verb} {when}, of which a copy is known"),
        }
    }

    fn together(&self, clues: &[ClueId]) -> String {
        let mut said: Vec<String> = clues.iter().map(|clue| self.cited(*clue)).collect();
        match said.pop() {
            Some(last) if said.is_empty() => last,
            Some(last) => format!("{}, yet {last}", said.join(", ")),
            None => "nothing conflicts".to_owned(),
        }
    }
}

/// The circle turned so that the clue given last stands last: what stood before reads as known.
fn last_given_last(clues: &[ClueId]) -> Vec<ClueId> {
    let mut turned = clues.to_vec();
    let last = clues.iter().enumerate().max_by_key(|(_, clue)| **clue);
    if let Some((place, _)) = last {
        turned.rotate_left((place + 1) % clues.len());
    }
    turned
}

fn give_or_take(within: i64) -> String {
    match within {
        0 => String::new(),
        within => format!(", give or take {}", amount(within)),
    }
}

/// "2 h to 3 h", "at least 2 h", "at most 3 h", "2 h"; nothing where neither side is bounded.
fn amounts(by: Interval) -> Option<String> {
    Some(match (by.earliest, by.latest) {
        (Some(least), Some(most)) if least == most => amount(least),
        (Some(least), Some(most)) => format!("{} to {}", amount(least), amount(most)),
        (Some(least), None) => format!("at least {}", amount(least)),
        (None, Some(most)) => format!("at most {}", amount(most)),
        (None, None) => return None,
    })
}

/// From a minute on to the second below: a bound given as a minute ends a millisecond early.
fn rounded(ms: i64) -> String {
    let seconds = ms - ms.rem_euclid(1000);
    if ms < 60_000 || seconds == ms {
        return amount(ms);
    }
    format!("a little over {}", amount(seconds))
}

/// "1 d 2 h", "2 h 15 min", "12 s", "0.25 s".
pub(crate) fn amount(ms: i64) -> String {
    let mut rest = ms.unsigned_abs();
    let mut parts = Vec::new();
    for (unit, name) in [(86_400_000, "d"), (3_600_000, "h"), (60_000, "min")] {
        if rest >= unit {
            parts.push(format!("{} {name}", rest / unit));
            rest %= unit;
        }
    }
    if rest > 0 || parts.is_empty() {
        let mut seconds = (rest / 1000).to_string();
        if !rest.is_multiple_of(1000) {
            let fraction = format!("{:03}", rest % 1000);
            seconds = format!("{seconds}.{}", fraction.trim_end_matches('0'));
        }
        parts.push(format!("{seconds} s"));
    }
    let minus = if ms < 0 { "minus " } else { "" };
    format!("{minus}{}", parts.join(" "))
}

#[cfg(test)]
mod tests {
    use super::amount;

    #[test]
    fn amounts_are_written_as_a_person_says_them() {
        for (ms, written) in [
            (0, "0 s"),
            (250, "0.25 s"),
            (12_000, "12 s"),
            (135 * 60_000, "2 h 15 min"),
            (93_600_000, "1 d 2 h"),
            (-61_001, "minus 1 min 1.001 s"),
        ] {
            assert_eq!(amount(ms), written);
        }
    }
}
