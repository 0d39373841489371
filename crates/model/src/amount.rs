//! How many, with the doubt kept: "at least four" is never four.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A count as it was stated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "bound")]
pub enum Amount {
    Exact {
        value: u64,
    },
    AtLeast {
        low: u64,
    },
    AtMost {
        high: u64,
    },
    About {
        value: u64,
    },
    /// Both ends included, `low <= high`.
    Range {
        low: u64,
        high: u64,
    },
    /// "dozens", "several": the word is kept. The bounds are what the word alone commits to:
    /// "dozens" is 24 or more, "several" gives no number.
    Vague {
        word: String,
        low: Option<u64>,
        high: Option<u64>,
    },
}

/// The kind of an [`Amount`], as the JSON names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    Exact,
    AtLeast,
    AtMost,
    About,
    Range,
    Vague,
}

/// What two amounts for one and the same thing say to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountRelation {
    /// The same number with the same bound.
    Agree,
    /// Both can be true ("at least 4" and 5).
    Compatible,
    /// No number satisfies both.
    Conflict,
    /// One of them gives no number to compare.
    NotComparable,
}

impl Amount {
    /// Orders the ends, so that a range is always low to high.
    pub fn range(one: u64, other: u64) -> Self {
        Amount::Range {
            low: one.min(other),
            high: one.max(other),
        }
    }

    pub fn bound(&self) -> Bound {
        match self {
            Amount::Exact { .. } => Bound::Exact,
            Amount::AtLeast { .. } => Bound::AtLeast,
            Amount::AtMost { .. } => Bound::AtMost,
            Amount::About { .. } => Bound::About,
            Amount::Range { .. } => Bound::Range,
            Amount::Vague { .. } => Bound::Vague,
        }
    }

    /// The smallest number it allows; `None` is "not said", never zero. For "about" it is the
    /// number itself, as written in the JSON; see [`Amount::interval`] for comparing.
    pub fn low(&self) -> Option<u64> {
        match self {
            Amount::Exact { value } | Amount::About { value } => Some(*value),
            Amount::AtLeast { low } | Amount::Range { low, .. } => Some(*low),
            Amount::AtMost { .. } => None,
            Amount::Vague { low, .. } => *low,
        }
    }

    /// The largest number it allows; `None` is "not said".
    pub fn high(&self) -> Option<u64> {
        match self {
            Amount::Exact { value } | Amount::About { value } => Some(*value),
            Amount::AtMost { high } | Amount::Range { high, .. } => Some(*high),
            Amount::AtLeast { .. } => None,
            Amount::Vague { high, .. } => *high,
        }
    }

    /// The numbers compatible with it, for comparing: "about 10" allows a tenth either way and
    /// at least one (a convention of ours, stated in the method page).
    pub fn interval(&self) -> (u64, Option<u64>) {
        match self {
            Amount::About { value } => {
                let slack = (value / 10).max(1);
                (
                    value.saturating_sub(slack),
                    Some(value.saturating_add(slack)),
                )
            }
            other => (other.low().unwrap_or(0), other.high()),
        }
    }

    pub fn relation(&self, other: &Amount) -> AmountRelation {
        let silent = |amount: &Amount| amount.low().is_none() && amount.high().is_none();
        if silent(self) || silent(other) {
            return AmountRelation::NotComparable;
        }
        if self == other {
            return AmountRelation::Agree;
        }
        let (low_a, high_a) = self.interval();
        let (low_b, high_b) = other.interval();
        let apart =
            high_a.is_some_and(|high| high < low_b) || high_b.is_some_and(|high| high < low_a);
        if apart {
            AmountRelation::Conflict
        } else {
            AmountRelation::Compatible
        }
    }
}

impl fmt::Display for Amount {
    /// The amount in plain English, doubt included.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Amount::Exact { value } => write!(out, "{value}"),
            Amount::AtLeast { low } => write!(out, "at least {low}"),
            Amount::AtMost { high } => write!(out, "at most {high}"),
            Amount::About { value } => write!(out, "about {value}"),
            Amount::Range { low, high } => write!(out, "{low} to {high}"),
            Amount::Vague { word, .. } => out.write_str(word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn at_least_four_and_five_can_both_be_true() {
        let four = Amount::AtLeast { low: 4 };
        assert_eq!(
            four.relation(&Amount::Exact { value: 5 }),
            AmountRelation::Compatible
        );
        assert_eq!(
            four.relation(&Amount::Exact { value: 3 }),
            AmountRelation::Conflict
        );
    }

    #[test]
    fn at_least_four_is_not_four() {
        let at_least = Amount::AtLeast { low: 4 };
        assert_eq!((at_least.low(), at_least.high()), (Some(4), None));
        assert_ne!(at_least, Amount::Exact { value: 4 });
    }

    #[test]
    fn a_word_without_a_number_conflicts_with_nothing() {
        let several = Amount::Vague {
            word: "several".into(),
            low: None,
            high: None,
        };
        assert_eq!(
            several.relation(&Amount::Exact { value: 900 }),
            AmountRelation::NotComparable
        );
    }
}
