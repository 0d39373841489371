//! Wholes against their parts: 31 = 15 + 16 holds; 44 of whom 20 leaves 24 of whom nothing is
//! said.

use bearings_model::{Amount, PartsCheck, PartsVerdict, Who};

use crate::material::Told;
use crate::tally::tally_of;

/// Checks every count that came with parts.
pub(crate) fn checks(told: &Told) -> Vec<PartsCheck> {
    told.says
        .iter()
        .filter_map(|say| {
            let tally = tally_of(say)?;
            let parts: Vec<_> = tally.parts.iter().filter_map(|id| told.get(id)).collect();
            let amounts: Vec<(&Amount, Option<Who>)> = parts
                .iter()
                .filter_map(|part| tally_of(part))
                .map(|part| (&part.amount, part.counted.who))
                .collect();
            if amounts.is_empty() {
                return None;
            }
            let (verdict, sentence) = check(&tally.amount, &amounts);
            Some(PartsCheck {
                whole: say.claim.id.clone(),
                parts: parts.iter().map(|part| part.claim.id.clone()).collect(),
                verdict,
                sentence,
            })
        })
        .collect()
}

fn check(whole: &Amount, parts: &[(&Amount, Option<Who>)]) -> (PartsVerdict, String) {
    let exact = |amount: &Amount| match amount {
        Amount::Exact { value } => Some(*value),
        _ => None,
    };
    let listed: Vec<String> = parts.iter().map(|(amount, _)| amount.to_string()).collect();
    let sum = parts
        .iter()
        .map(|(amount, _)| exact(amount))
        .try_fold(0u64, |sum, part| sum.checked_add(part?));
    match (exact(whole), sum) {
        (Some(whole), Some(sum)) if sum == whole && parts.len() > 1 => (
            PartsVerdict::SumHolds,
            format!("{whole} = {}.", listed.join(" + ")),
        ),
        (Some(whole), Some(sum)) if sum == whole => {
            (PartsVerdict::SumHolds, "The part is the whole.".to_owned())
        }
        (Some(whole), Some(sum)) if sum < whole => {
            (PartsVerdict::NotAllStated, rest(whole, whole - sum, parts))
        }
        (Some(whole), Some(sum)) => (
            PartsVerdict::SumFails,
            format!(
                "The parts ({}) make {sum}, more than the {whole} given.",
                listed.join(" + ")
            ),
        ),
        _ => bounded(whole, parts),
    }
}

/// What is left over is said to be nothing: not the other kind, not unhurt, nothing.
fn rest(whole: u64, left: u64, parts: &[(&Amount, Option<Who>)]) -> String {
    let told: Vec<String> = parts
        .iter()
        .map(|(amount, who)| {
            who.map_or_else(
                || amount.to_string(),
                |who| format!("{amount} {}", who.name()),
            )
        })
        .collect();
    let other = match parts.iter().any(|(_, who)| *who == Some(Who::Military)) {
        true => "civilians",
        false => "anything in particular",
    };
    format!(
        "Of the {whole}, {} are told apart; the other {left} are not said to be {other}.",
        told.join(" and ")
    )
}

/// With bounds, only an excess is certain.
fn bounded(whole: &Amount, parts: &[(&Amount, Option<Who>)]) -> (PartsVerdict, String) {
    let least: u64 = parts
        .iter()
        .filter_map(|(amount, _)| amount.low())
        .fold(0, u64::saturating_add);
    match whole.high() {
        Some(high) if least > high => (
            PartsVerdict::SumFails,
            format!("The parts make at least {least}, more than {whole}."),
        ),
        _ => (
            PartsVerdict::CannotBeTold,
            format!("With these bounds ({whole}) the sum cannot be checked."),
        ),
    }
}

#[cfg(test)]
mod tests {
    use bearings_model::{Amount, PartsVerdict, Who};

    use super::check;

    fn exact(value: u64) -> Amount {
        Amount::Exact { value }
    }

    #[test]
    fn thirty_one_is_fifteen_and_sixteen() {
        let (fifteen, sixteen) = (exact(15), exact(16));
        let (verdict, sentence) = check(
            &exact(31),
            &[
                (&fifteen, Some(Who::Military)),
                (&sixteen, Some(Who::Civilian)),
            ],
        );
        assert_eq!(
            (verdict, sentence.as_str()),
            (PartsVerdict::SumHolds, "31 = 15 + 16.")
        );
    }

    #[test]
    fn the_other_twenty_four_are_not_said_to_be_civilians() {
        let (verdict, sentence) = check(&exact(44), &[(&exact(20), Some(Who::Military))]);
        assert_eq!(verdict, PartsVerdict::NotAllStated);
        assert!(
            sentence.ends_with("the other 24 are not said to be civilians."),
            "{sentence}"
        );
    }

    #[test]
    fn parts_that_exceed_their_whole_fail() {
        assert_eq!(
            check(&exact(5), &[(&exact(4), None), (&exact(3), None)]).0,
            PartsVerdict::SumFails
        );
        let at_least = Amount::AtLeast { low: 9 };
        assert_eq!(
            check(&exact(5), &[(&at_least, None)]).0,
            PartsVerdict::SumFails
        );
    }

    #[test]
    fn bounds_leave_the_sum_open() {
        let whole = Amount::AtLeast { low: 31 };
        assert_eq!(
            check(&whole, &[(&exact(15), None)]).0,
            PartsVerdict::CannotBeTold
        );
    }

    #[test]
    fn sums_that_overflow_are_not_told() {
        assert_eq!(
            check(&exact(1), &[(&exact(u64::MAX), None), (&exact(2), None)]).0,
            PartsVerdict::SumFails
        );
    }
}
