//! Counts that one sentence lists together: "two men and a woman were killed" is three.

use bearings_model::{Amount, Claim, ClaimId, CountMode, Outcome, Tally};

/// Counts of one list, with their sum.
#[derive(Debug)]
pub(super) struct Group {
    pub outcome: Option<Outcome>,
    pub amount: Amount,
    pub claims: Vec<ClaimId>,
    pub start: usize,
    pub cumulative: bool,
    /// A number of a group told of: "two of the victims".
    pub share: bool,
    /// Others than those told of.
    pub beside: bool,
    numeral: bool,
    end: usize,
}

impl Group {
    fn of(claim: &Claim, tally: &Tally) -> Self {
        let span = claim.excerpt.span();
        Self {
            outcome: tally.counted.outcome,
            amount: no_firmer_than_said(claim, tally),
            claims: vec![claim.id.clone()],
            start: span.start,
            cumulative: tally.mode == Some(CountMode::Cumulative),
            share: claim.rule.ends_with(".tally.share"),
            beside: claim.rule.ends_with(".tally.others"),
            numeral: tally.amount_rule.is_some(),
            end: span.end,
        }
    }

    pub fn low(&self) -> u64 {
        self.amount.low().unwrap_or(0)
    }

    pub fn is_none(&self) -> bool {
        self.amount == (Amount::Exact { value: 0 })
    }

    /// Counted with a number, not with an article.
    pub fn is_numeral(&self) -> bool {
        self.numeral
    }

    fn add(&mut self, other: Group) {
        let sum = self.low().saturating_add(other.low());
        let exact = |amount: &Amount| matches!(amount, Amount::Exact { .. });
        let about = |amount: &Amount| matches!(amount, Amount::About { .. });
        self.amount = if exact(&self.amount) && exact(&other.amount) {
            Amount::Exact { value: sum }
        } else if about(&self.amount) || about(&other.amount) {
            Amount::About { value: sum }
        } else {
            Amount::AtLeast { low: sum }
        };
        self.claims.extend(other.claims);
        self.beside |= other.beside;
        self.numeral |= other.numeral;
        self.end = other.end;
    }
}

/// The counts in the order of the text, those of one list together.
pub(super) fn groups(counts: &[(&Claim, &Tally)], text: &str) -> Vec<Group> {
    let mut found: Vec<Group> = Vec::new();
    for (claim, tally) in counts {
        let next = Group::of(claim, tally);
        match found.last_mut() {
            Some(last) if is_one_list(last, &next, text) => last.add(next),
            _ => found.push(next),
        }
    }
    found
}

/// Nothing stands between the two but what joins a list, and both number someone.
fn is_one_list(one: &Group, next: &Group, text: &str) -> bool {
    let gap = text.get(one.end..next.start).unwrap_or("-").trim();
    let joins = |word: &str| {
        matches!(word, "" | "and" | "&" | "і" | "й" | "та" | "и")
            || word.chars().all(|c| c.is_ascii_digit())
    };
    one.outcome == next.outcome
        && !gap.is_empty()
        && !gap.contains('\n')
        && gap.split([' ', ',']).all(joins)
        && [one, next]
            .iter()
            .all(|group| group.low() > 0 && !group.share)
}

/// "A man was killed" tells of one, "the others" of those beside one: they say nothing of more.
fn no_firmer_than_said(claim: &Claim, tally: &Tally) -> Amount {
    let open = tally.amount_rule.is_none() || claim.rule.ends_with(".tally.share");
    match &tally.amount {
        Amount::Exact { value } if open && *value > 0 => Amount::AtLeast { low: *value },
        amount => amount.clone(),
    }
}
