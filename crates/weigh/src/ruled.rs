//! What people ruled about a claim.

use bearings_model::{Claim, Decision, Ruling, Target};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Nobody has ruled.
    Open,
    Accepted,
    Rejected,
}

impl Standing {
    /// The last ruling on the claim that was not withdrawn decides.
    pub fn of(claim: &Claim, rulings: &[Ruling]) -> Self {
        in_force(rulings)
            .filter(|ruling| matches!(&ruling.target, Target::Claim { claim: id, .. } if *id == claim.id))
            .fold(Standing::Open, |standing, ruling| match ruling.decision {
                Decision::Reject => Standing::Rejected,
                Decision::Accept | Decision::Grade { .. } | Decision::Amend { .. } => Standing::Accepted,
                _ => standing,
            })
    }
}

/// Rulings in their order, without those withdrawn.
pub(crate) fn in_force(rulings: &[Ruling]) -> impl Iterator<Item = &Ruling> {
    rulings.iter().filter(|ruling| {
        !rulings.iter().any(|other| {
            let withdraws = matches!(other.decision, Decision::Withdraw);
            withdraws && matches!(&other.target, Target::Ruling { ruling: id } if *id == ruling.id)
        })
    })
}
