//! The same people told of again: one count, not two.

use bearings_model::{Amount, Outcome};

use super::Victim;
use crate::tally::is_role;

/// Victims of one incident with those told again left out; the fuller telling stays. Each comes
/// with whether its words speak of people told before: "the mayor".
pub(super) fn once(victims: impl Iterator<Item = (Victim, bool)>) -> Vec<Victim> {
    let mut kept: Vec<Victim> = Vec::new();
    for (victim, definite) in victims {
        let known = kept
            .iter()
            .position(|known| is_again(known, &victim) || definite && is_meant(known, &victim));
        match known {
            Some(index) => {
                if says_more(&victim, &kept[index]) {
                    kept[index] = victim;
                }
            }
            None => kept.push(victim),
        }
    }
    let named: Vec<bool> = kept
        .iter()
        .map(|victim| !is_listed(victim, &kept))
        .collect();
    let mut named = named.into_iter();
    kept.retain(|_| named.next().unwrap_or(true));
    kept
}

/// "Two leaders were killed: Ana Roldan and Juan Mora": a count whose people are all named.
fn is_listed(victim: &Victim, all: &[Victim]) -> bool {
    let Amount::Exact { value } = victim.amount else {
        return false;
    };
    let single = |other: &&Victim| {
        other.amount == (Amount::Exact { value: 1 })
            && words(other).len() > 1
            && (other.outcome == victim.outcome || is_less_said(other.outcome, None))
    };
    value > 1 && all.iter().filter(single).count() as u64 == value
}

/// "The mayor" after a name, "the priests" after "six Jesuits": of one outcome and number.
fn is_meant(known: &Victim, victim: &Victim) -> bool {
    let same = known.outcome == victim.outcome || is_less_said(known.outcome, victim.outcome);
    let one = |victim: &Victim| victim.amount == (Amount::Exact { value: 1 });
    let vague = |victim: &Victim| matches!(victim.amount, Amount::Vague { .. });
    let several = |victim: &Victim| !one(victim) && victim.amount != (Amount::Exact { value: 0 });
    let head = victim.text.to_lowercase();
    let head = head.split(" of ").next().unwrap_or_default();
    let role = head.split_whitespace().last().is_some_and(is_role);
    let named = words(known).iter().any(|word| !is_role(word));
    same && role
        && (one(known) && one(victim) && named || vague(victim) && vague(known) && several(known))
}

/// Words long enough to tell people apart.
const TELLING_LETTERS: usize = 3;

fn words(victim: &Victim) -> Vec<String> {
    let words = victim.text.split(|c: char| !c.is_alphanumeric());
    words
        .map(str::to_lowercase)
        .filter(|word| word.chars().count() >= TELLING_LETTERS && word != "the" && word != "and")
        .collect()
}

pub(super) fn is_again(known: &Victim, victim: &Victim) -> bool {
    if known.outcome != victim.outcome && !is_less_said(known.outcome, victim.outcome) {
        return false;
    }
    let (one, other) = (words(known), words(victim));
    let shared = one.iter().any(|word| other.iter().any(|w| alike(w, word)));
    let unnamed = one.is_empty() || other.is_empty();
    let counted = |victim: &Victim| matches!(victim.amount, Amount::Exact { value } if value > 1);
    match (known.amount == victim.amount, &known.amount) {
        // "One soldier" and "one civilian" are two.
        (true, Amount::Exact { value: 0 }) => true,
        (true, Amount::Exact { value: 1 }) => shared && !are_namesakes(&one, &other),
        // The same number told again is the same people, whatever they are called.
        (true, Amount::Vague { .. }) => shared || unnamed,
        (true, _) => true,
        // "At least five" and then "five".
        (false, _)
            if known.amount.low().is_some_and(|low| low > 1)
                && known.amount.low() == victim.amount.low()
                && !matches!(known.amount, Amount::Vague { .. })
                && !matches!(victim.amount, Amount::Vague { .. }) =>
        {
            shared || unnamed
        }
        (false, _) => {
            let vague = |victim: &Victim| matches!(victim.amount, Amount::Vague { .. });
            let one_is_vague = vague(known) != vague(victim) || vague(known) && vague(victim);
            one_is_vague
                && (shared || unnamed)
                && (counted(known) || counted(victim) || shared && vague(known) && vague(victim))
        }
    }
}

/// Two of one family: names of two words and more that share one alone, titles aside.
fn are_namesakes(one: &[String], other: &[String]) -> bool {
    let names = |words: &[String]| {
        words
            .iter()
            .filter(|word| !is_role(word))
            .cloned()
            .collect()
    };
    let (one, other): (Vec<String>, Vec<String>) = (names(one), names(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    one.len() > 1 && other.len() > 1 && shared < 2
}

/// "Priest" and "priests".
fn alike(one: &str, other: &str) -> bool {
    one == other || one.strip_suffix('s') == Some(other) || other.strip_suffix('s') == Some(one)
}

/// "Kidnapped" and then "killed", "casualties" and then "killed": the same people further on.
fn is_less_said(one: Option<Outcome>, other: Option<Outcome>) -> bool {
    let open = |outcome| matches!(outcome, None | Some(Outcome::Captured | Outcome::Victims));
    open(one) || open(other)
}

fn says_more(new: &Victim, known: &Victim) -> bool {
    let rank = |victim: &Victim| {
        let outcome = match victim.outcome {
            Some(Outcome::Killed) => 3,
            Some(Outcome::Wounded) => 2,
            Some(_) => 1,
            None => 0,
        };
        let counted = !matches!(victim.amount, Amount::Vague { .. });
        (outcome, counted, words(victim).len())
    };
    rank(new) > rank(known)
}
