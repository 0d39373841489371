//! Every place this machine knows: the built-in gazetteer and those a person added.

use bearings_model::{Gazetteer, PlaceCandidate};

use crate::added::Added;
use crate::built_in::BuiltIn;
use crate::shelf::Shelf;

/// How much of a table's hash tells one edition from another.
const EDITION_DIGITS: usize = 12;

#[derive(Debug, Default)]
pub struct KnownPlaces {
    built_in: BuiltIn,
    added: Vec<Added>,
}

impl KnownPlaces {
    /// With what is on the shelf, and a sentence for each file there that is left out.
    pub fn with(shelf: &Shelf) -> (Self, Vec<String>) {
        let (mut added, mut problems) = (Vec::new(), Vec::new());
        for loaded in shelf.load() {
            match loaded {
                Ok(gazetteer) => added.push(gazetteer),
                Err((name, why)) => problems.push(left_out(&name, &why)),
            }
        }
        let built_in = BuiltIn::new();
        (Self { built_in, added }, problems)
    }
}

/// The sentence for a file of the shelf that cannot be used.
pub fn left_out(name: &str, why: &str) -> String {
    format!("the added gazetteer '{name}' is left out, as {why}; add its dump again or remove it")
}

impl Gazetteer for KnownPlaces {
    fn look_up(&self, name: &str) -> Vec<PlaceCandidate> {
        let mut places = self.built_in.look_up(name);
        for gazetteer in &self.added {
            for place in gazetteer.look_up(name) {
                if places.iter().all(|known| known.id != place.id) {
                    places.push(place);
                }
            }
        }
        places
    }

    fn may_begin(&self, words: &str) -> bool {
        self.built_in.may_begin(words) || self.added.iter().any(|more| more.may_begin(words))
    }

    fn edition(&self) -> String {
        let one = |added: &Added| {
            let digits = &added.about.tables[..EDITION_DIGITS];
            format!("{}@{digits}", added.about.name)
        };
        self.added.iter().map(one).collect::<Vec<_>>().join("+")
    }
}
