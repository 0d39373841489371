//! What the names of a text say of each other: countries and regions spoken of, and nearness.
//!
//! Every spelling's candidates begin with what speaks for them alone; then, in rounds, the others'
//! likely places speak for those in the same country, the same region and near by.

use bearings_model::{PlaceCandidate, PlaceKind};

use super::name::{Names, Sense};
use super::votes::{Votes, weight};
use crate::language::Language;

/// After three rounds nothing changes on the news measured.
const ROUNDS: usize = 3;

/// How fast a lower score loses its share: a tenth less is a quarter of the share.
const SHARPNESS: f64 = 12.0;

/// Nearness fades by this distance: neighbouring towns and counties.
const NEAR_KM: f64 = 70.0;

/// So many places speak for those near them, the likeliest first: keeps the work linear.
const MOST_ANCHORS: usize = 64;

/// Wider places say nothing of what is near.
const WIDEST_ANCHOR_M: u32 = 120_000;

/// A place is worth naming others by from this share on.
const LEAST_SHARE: f64 = 0.1;

/// What speaks for a candidate apart from the words right around one mention.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Support {
    pub score: f64,
    pub country: f64,
    pub near: f64,
    /// In a country of the text's language, whose small towns are named without it.
    pub home: bool,
}

struct Anchor {
    sense: usize,
    at: [f64; 3],
    weight: f64,
}

/// For every sense its candidates' support, in their order.
pub(super) fn supports(names: &Names, language: Language, between: &[&str]) -> Vec<Vec<Support>> {
    let alone = alone(names, language, between);
    let mut supports = alone.clone();
    for _ in 0..ROUNDS {
        let shares: Vec<Vec<f64>> = supports.iter().map(|of| shares(of)).collect();
        let votes = Votes::count(&names.senses, &shares);
        let leading = votes.leading();
        let anchors = anchors(&names.senses, &shares);
        for (index, sense) in names.senses.iter().enumerate() {
            let own = votes.without(&leading, sense, &shares[index]);
            for (i, place) in sense.candidates.iter().enumerate() {
                let country = own.country(place);
                let near = near(place, index, &anchors);
                let score = alone[index][i].score
                    + 0.35 * country
                    + 0.25 * own.division(place)
                    + 0.4 * near;
                supports[index][i] = Support {
                    score,
                    country,
                    near,
                    home: alone[index][i].home,
                };
            }
        }
    }
    supports
}

/// Each candidate by itself: kind, size, the state or region written after it.
fn alone(names: &Names, language: Language, between: &[&str]) -> Vec<Vec<Support>> {
    let mut alone: Vec<Vec<Support>> = names
        .senses
        .iter()
        .map(|sense| {
            let of = |place| Support {
                score: prior(place, sense, language) + by_other_name(place, sense, language),
                home: home(place, language) > 0.0,
                ..Support::default()
            };
            sense.candidates.iter().map(of).collect()
        })
        .collect();
    let mut told = vec![false; names.senses.len()];
    for name in names
        .list
        .iter()
        .filter(|name| !std::mem::replace(&mut told[name.sense], name.state.is_some()))
    {
        for (place, support) in names.senses[name.sense]
            .candidates
            .iter()
            .zip(&mut alone[name.sense])
        {
            if name
                .state
                .is_some_and(|state| place.country == "US" && place.admin1 == state)
            {
                support.score += 0.4;
            }
        }
    }
    contained(names, between, &mut alone);
    alone
}

/// "Chibok, Nigeria", "Токмаку Запорізької області": the second holds the first.
fn contained(names: &Names, between: &[&str], alone: &mut [Vec<Support>]) {
    let mut seen = std::collections::HashSet::new();
    for (index, pair) in names.list.windows(2).enumerate() {
        let [inner, outer] = pair else { continue };
        let joined = matches!(between[index], "," | "(" | "") && inner.sense != outer.sense;
        if !joined || !seen.insert((inner.sense, outer.sense)) {
            continue;
        }
        let (inside, around) = (&names.senses[inner.sense], &names.senses[outer.sense]);
        let mut holds = vec![false; around.candidates.len()];
        for (i, place) in inside.candidates.iter().enumerate() {
            let holder = around
                .candidates
                .iter()
                .position(|whole| is_inside(place, whole));
            if let Some(holder) = holder {
                alone[inner.sense][i].score += 0.4;
                holds[holder] = true;
            }
        }
        for (held, support) in holds.iter().zip(&mut alone[outer.sense]) {
            support.score += if *held { 0.25 } else { 0.0 };
        }
    }
}

fn is_inside(place: &PlaceCandidate, whole: &PlaceCandidate) -> bool {
    let same = place.country == whole.country
        && !place.country.is_empty()
        && place.kind != PlaceKind::Country;
    match whole.kind {
        PlaceKind::Country => same,
        PlaceKind::Region => {
            same && place.admin1 == whole.admin1 && place.kind != PlaceKind::Region
        }
        _ => false,
    }
}

/// What speaks for a place before anything else is known.
fn prior(place: &PlaceCandidate, sense: &Sense, language: Language) -> f64 {
    let base = match place.kind {
        PlaceKind::Country => 0.95,
        PlaceKind::Region if place.country.is_empty() => 0.85,
        PlaceKind::Region if place.radius_m < WIDEST_ANCHOR_M => 0.42,
        PlaceKind::Region => 0.47,
        PlaceKind::Feature if place.country.is_empty() => 0.6,
        // "Zaporizhzhia Nuclear Power Plant": a long name is hardly ever another's.
        PlaceKind::Feature if sense.words.contains(' ') => 0.45,
        // Districts and sites have no population to speak for them: context must.
        PlaceKind::District | PlaceKind::Feature => 0.2,
        _ => 0.6 * size(place),
    };
    base + home(place, language)
}

/// "Beeville" was once called Maryville: those still called so come first. The gazetteer's own
/// names are English.
fn by_other_name(place: &PlaceCandidate, sense: &Sense, language: Language) -> f64 {
    let settlement = !matches!(place.kind, PlaceKind::Country | PlaceKind::Region);
    let other = || place.name.to_lowercase() != sense.words;
    if language == Language::English && settlement && other() {
        -0.08
    } else {
        0.0
    }
}

/// What a text's language says for its own countries' places.
fn home(place: &PlaceCandidate, language: Language) -> f64 {
    match (language, place.country.as_str()) {
        (_, _) if place.kind == PlaceKind::Country => 0.0,
        (Language::Ukrainian, "UA") => 0.25,
        (Language::Russian, "UA" | "RU") => 0.12,
        _ => 0.0,
    }
}

/// 0 for a hamlet to 1 for ten million people, by the logarithm.
pub(super) fn size(place: &PlaceCandidate) -> f64 {
    (f64::from(place.population.max(1)).log10() / 7.0).clamp(0.0, 1.0)
}

fn shares(of: &[Support]) -> Vec<f64> {
    let most = of.iter().map(|s| s.score).fold(f64::MIN, f64::max);
    let raw: Vec<f64> = of
        .iter()
        .map(|s| (SHARPNESS * (s.score - most)).exp())
        .collect();
    let sum: f64 = raw.iter().sum();
    raw.into_iter().map(|share| share / sum).collect()
}

fn anchors(senses: &[Sense], shares: &[Vec<f64>]) -> Vec<Anchor> {
    let mut anchors = Vec::new();
    for (index, (sense, shares)) in senses.iter().zip(shares).enumerate() {
        for (place, share) in sense.candidates.iter().zip(shares) {
            if *share >= LEAST_SHARE && place.radius_m <= WIDEST_ANCHOR_M {
                let weight = share * weight(sense).min(2.0) / 2.0;
                anchors.push(Anchor {
                    sense: index,
                    at: unit(place),
                    weight,
                });
            }
        }
    }
    anchors.sort_by(|a, b| b.weight.total_cmp(&a.weight).then(a.sense.cmp(&b.sense)));
    anchors.truncate(MOST_ANCHORS);
    anchors
}

fn near(place: &PlaceCandidate, own: usize, anchors: &[Anchor]) -> f64 {
    if place.radius_m > WIDEST_ANCHOR_M {
        return 0.0;
    }
    let at = unit(place);
    let others = anchors.iter().filter(|anchor| anchor.sense != own);
    let sum: f64 = others
        .map(|anchor| anchor.weight * (-apart_km(at, anchor.at) / NEAR_KM).exp())
        .sum();
    sum.min(1.0)
}

fn unit(place: &PlaceCandidate) -> [f64; 3] {
    let (lat, lon) = (place.lat.to_radians(), place.lon.to_radians());
    [lat.cos() * lon.cos(), lat.cos() * lon.sin(), lat.sin()]
}

fn apart_km(a: [f64; 3], b: [f64; 3]) -> f64 {
    let dot = a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    6371.0 * dot.clamp(-1.0, 1.0).acos()
}

/// Great-circle distance in metres.
pub(super) fn apart_m(a: &PlaceCandidate, b: &PlaceCandidate) -> f64 {
    bearings_model::distance_m((a.lat, a.lon), (b.lat, b.lon))
}
