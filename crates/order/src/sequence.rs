//! Before and after from pairs alone: puts terms in order, and says what the soft steps add.
//!
//! Knows only names and pairs, no times; those are the network's.

use std::collections::{BTreeMap, BTreeSet};

/// One term before another. A soft step is hedged or only suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    pub earlier: String,
    pub later: String,
    pub soft: bool,
}

/// Groups in order; within a group nothing is known. Terms on a circle stand apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ordered {
    pub groups: Vec<Vec<String>>,
    pub circular: Vec<String>,
}

/// Orders by the firm steps alone.
pub fn firm(steps: &[Step]) -> Ordered {
    order(steps.iter().filter(|step| !step.soft))
}

/// Orders by all steps.
pub fn with_soft(steps: &[Step]) -> Ordered {
    order(steps.iter())
}

/// Kahn's algorithm by whole layers: each group holds the terms all of whose predecessors stand
/// in earlier groups. What is left when no term is free lies on, or behind, a circle.
fn order<'s>(steps: impl Iterator<Item = &'s Step>) -> Ordered {
    let mut before: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for step in steps {
        before.entry(&step.earlier).or_default();
        before.entry(&step.later).or_default().insert(&step.earlier);
    }
    let mut ordered = Ordered::default();
    while !before.is_empty() {
        let free: Vec<&str> = before
            .iter()
            .filter(|(_, waits)| waits.is_empty())
            .map(|(term, _)| *term)
            .collect();
        if free.is_empty() {
            ordered.circular = before.keys().map(|term| (*term).to_owned()).collect();
            break;
        }
        before.retain(|term, _| !free.contains(term));
        for waits in before.values_mut() {
            waits.retain(|term| !free.contains(term));
        }
        ordered
            .groups
            .push(free.into_iter().map(str::to_owned).collect());
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn step(earlier: &str, later: &str, soft: bool) -> Step {
        Step {
            earlier: earlier.into(),
            later: later.into(),
            soft,
        }
    }

    /// `check("a<b b~<c", "a | b", "a | b | c")`: firm with `<`, soft with `~<`.
    fn check(steps: &str, expected_firm: &str, expected_soft: &str) {
        let steps: Vec<Step> = steps
            .split(' ')
            .map(|pair| {
                let (earlier, later) = pair.split_once('<').expect("a pair");
                step(earlier.trim_end_matches('~'), later, earlier.ends_with('~'))
            })
            .collect();
        let tell = |ordered: Ordered| {
            let groups: Vec<String> = ordered.groups.iter().map(|g| g.join(" ")).collect();
            match ordered.circular.is_empty() {
                true => groups.join(" | "),
                false => format!(
                    "{} circle: {}",
                    groups.join(" | "),
                    ordered.circular.join(" ")
                ),
            }
        };
        assert_eq!(tell(firm(&steps)), expected_firm);
        assert_eq!(tell(with_soft(&steps)), expected_soft);
    }

    #[test]
    fn a_soft_step_orders_only_where_soft_steps_count() {
        check(
            "1<gunfight gunfight<2 3~<4 4<5",
            "1 4 | 5 gunfight | 2",
            "1 3 | 4 gunfight | 2 5",
        );
    }

    #[test]
    fn a_circle_is_named_and_the_rest_still_ordered() {
        check("a<b b<c c<b", "a circle: b c", "a circle: b c");
    }
}
