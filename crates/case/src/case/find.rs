//! Finding the one item or claim that a person means by the beginning of its id.

use bearings_model::{Claim, ItemId};

use crate::ground::add_items;
use crate::{Case, CaseError};

impl Case {
    /// The one item whose id begins with `prefix`.
    pub fn find_item(&self, prefix: &str) -> Result<ItemId, CaseError> {
        let prefix = prefix.to_ascii_lowercase();
        let mut fitting = self.view(|index, tail| {
            let mut items = Vec::new();
            add_items(&mut items, &tail.entries);
            let later = items.into_iter().map(|kept| kept.id);
            let mut all = index.map_or(Ok(Vec::new()), |index| index.items_from(&prefix))?;
            all.extend(later.filter(|id| id.as_str().starts_with(&prefix)));
            Ok(all)
        })?;
        fitting.sort();
        fitting.dedup();
        the_one("item", &prefix, fitting, |id| id.short().to_owned())
    }

    /// The one claim whose id begins with `prefix`; its `c-` may be left out.
    pub fn claim(&self, prefix: &str) -> Result<Claim, CaseError> {
        let prefix = prefix.to_ascii_lowercase();
        let full = if prefix.starts_with("c-") {
            prefix
        } else {
            format!("c-{prefix}")
        };
        let mut fitting = self.with_index(|index| index.claims_from(&full), |_| Vec::new())?;
        fitting.dedup_by(|one, other| one.id == other.id);
        the_one("claim", &full, fitting, |claim| claim.id.to_string())
    }
}

fn the_one<T>(
    what: &'static str,
    prefix: &str,
    mut fitting: Vec<T>,
    name: impl Fn(&T) -> String,
) -> Result<T, CaseError> {
    let prefix = prefix.to_owned();
    match fitting.pop() {
        Some(found) if fitting.is_empty() => Ok(found),
        Some(found) => {
            fitting.push(found);
            let fitting = fitting.iter().map(name).collect();
            Err(CaseError::Several {
                what,
                prefix,
                fitting,
            })
        }
        None => Err(CaseError::Nothing { what, prefix }),
    }
}
