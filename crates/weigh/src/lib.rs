//! From many claims to what may be said: origins, counts side by side, forecasts held against
//! what came, and an account whose every sentence keeps its evidence.
//!
//! Pure: records in, records out. It never decides what is true and never adds up what must not
//! be added; it shows what agrees, what does not, and on whom each statement rests.

mod account;
mod forecast;
mod identity;
mod material;
mod opposed;
mod origin;
mod parts;
mod restrict;
mod ruled;
mod tally;
mod wording;

use bearings_model::{Account, Comparison, ForecastOutcome, Origin, PartsCheck, Revision};

pub use identity::same_name;
pub use material::{Material, MaterialItem, MaterialMedia};
pub use opposed::{Opposed, OpposedKind};
pub use restrict::Withholding;

/// All that weighing found, and the account made of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Weighed {
    pub origins: Vec<Origin>,
    pub comparisons: Vec<Comparison>,
    pub parts: Vec<PartsCheck>,
    pub revisions: Vec<Revision>,
    pub opposed: Vec<Opposed>,
    pub forecasts: Vec<ForecastOutcome>,
    pub withheld: Vec<Withholding>,
    pub account: Account,
}

/// Weighs everything a case holds.
pub fn weigh(material: &Material) -> Weighed {
    let withheld = restrict::withheld(material);
    let told = material::Told::of(material, &withheld);
    let origins = origin::origins(&told, &withheld);
    let comparisons = tally::comparisons(&told, &origins);
    let parts = parts::checks(&told);
    let revisions = tally::revisions(&told, &comparisons, &origins);
    let opposed = opposed::opposed(&told);
    let forecasts = forecast::outcomes(&told);
    let findings = account::Findings::new(
        &origins,
        &comparisons,
        &parts,
        &revisions,
        &opposed,
        &forecasts,
        &withheld,
    );
    let account = account::account(material, &told, &findings);
    Weighed {
        origins: origins.list,
        comparisons,
        parts,
        revisions,
        opposed,
        forecasts,
        withheld,
        account,
    }
}
