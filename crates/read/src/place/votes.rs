//! Which countries and regions a text speaks of: every name's likely places vote for theirs, and
//! no name for its own.

use std::collections::HashMap;

use bearings_model::{PlaceCandidate, PlaceKind};

use super::context::size;
use super::name::Sense;

/// Country and first-order division.
type Division<'n> = (&'n str, &'n str);

/// Without one name's own votes, the most voted country is one of so many.
const MOST_LEADING: usize = 6;

/// A name said again says a little more.
pub(super) fn weight(sense: &Sense) -> f64 {
    (1.0 + (sense.count as f64).ln()).min(3.0)
}

#[derive(Default)]
pub(super) struct Votes<'n> {
    countries: HashMap<&'n str, f64>,
    divisions: HashMap<Division<'n>, f64>,
}

impl<'n> Votes<'n> {
    pub(super) fn count(senses: &'n [Sense], shares: &[Vec<f64>]) -> Self {
        let mut votes = Self::default();
        for (sense, shares) in senses.iter().zip(shares) {
            for (place, share) in sense.candidates.iter().zip(shares) {
                let (country, division) = ballots(place, weight(sense) * share);
                *votes.countries.entry(&place.country).or_default() += country;
                if division > 0.0 {
                    *votes
                        .divisions
                        .entry((&place.country, &place.admin1))
                        .or_default() += division;
                }
            }
        }
        votes
    }

    /// The votes of all others; see [`MOST_LEADING`].
    pub(super) fn without<'v>(
        &'v self,
        leading: &Leading<'n>,
        sense: &'v Sense,
        shares: &'v [f64],
    ) -> Others<'v, 'n> {
        let own = sense.candidates.iter().zip(shares);
        let own = own.map(|(place, share)| (place, ballots(place, weight(sense) * share)));
        let mut others = Others {
            votes: self,
            own: own.collect(),
            most_country: 0.0,
            most_division: leading.division,
        };
        let countries = leading.countries.iter();
        let rest = countries.map(|(country, votes)| votes - others.own_country(country));
        others.most_country = rest.fold(0.0, f64::max);
        others
    }

    pub(super) fn leading(&self) -> Leading<'n> {
        let mut countries: Vec<(&str, f64)> =
            self.countries.iter().map(|(c, v)| (*c, *v)).collect();
        countries.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(b.0)));
        countries.truncate(MOST_LEADING);
        Leading {
            countries,
            division: self.divisions.values().copied().fold(1.0, f64::max),
        }
    }
}

/// The countries with most votes, and the votes of the first division.
pub(super) struct Leading<'n> {
    countries: Vec<(&'n str, f64)>,
    division: f64,
}

fn ballots(place: &PlaceCandidate, weight: f64) -> (f64, f64) {
    if place.country.is_empty() {
        return (0.0, 0.0);
    }
    let division = if place.admin1.is_empty() { 0.0 } else { weight };
    match place.kind {
        PlaceKind::Country => (2.0 * weight, 0.0),
        PlaceKind::Region => (weight, division),
        _ => (weight * size(place), division * 0.8),
    }
}

pub(super) struct Others<'v, 'n> {
    votes: &'v Votes<'n>,
    own: Vec<(&'v PlaceCandidate, (f64, f64))>,
    most_country: f64,
    most_division: f64,
}

impl Others<'_, '_> {
    pub(super) fn country(&self, place: &PlaceCandidate) -> f64 {
        if place.country.is_empty() || self.most_country <= 0.0 {
            return 0.0;
        }
        let all = self
            .votes
            .countries
            .get(place.country.as_str())
            .copied()
            .unwrap_or(0.0);
        ((all - self.own_country(&place.country)) / self.most_country).clamp(0.0, 1.0)
    }

    fn own_country(&self, country: &str) -> f64 {
        let same = self.own.iter().filter(|(own, _)| own.country == country);
        same.map(|(_, (country, _))| country).sum()
    }

    pub(super) fn division(&self, place: &PlaceCandidate) -> f64 {
        if place.admin1.is_empty() {
            return 0.0;
        }
        let key = (place.country.as_str(), place.admin1.as_str());
        let all = self.votes.divisions.get(&key).copied().unwrap_or(0.0);
        let same = self
            .own
            .iter()
            .filter(|(own, _)| own.country == place.country && own.admin1 == place.admin1);
        let own: f64 = same.map(|(_, (_, division))| division).sum();
        ((all - own) / self.most_division).clamp(0.0, 1.0)
    }
}
