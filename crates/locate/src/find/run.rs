//! Answers a query from a store's lists and boxes, and says of each hit why it is one.
//!
//! The thing sought is looked up by its tags; where that is many, features around what a clause
//! names instead. `scan.rs` answers the same by looking at everything.

use serde::{Deserialize, Serialize};

use super::judge::{Finding, Judge};
use super::print::{metres, quoted};
use super::query::{Anchor, Clause, DEEPEST, Direction, Query, Relation, Subject};
use super::sets::{Set, View};
use crate::map::measure::{length_m, middle};
use crate::map::{Bounds, Feature, FeatureId, Spot, Store, StoreError};

/// Of more candidates than this a clause is asked which can be meant at all.
const MANY: usize = 200_000;
/// Features named as the reason of a count.
const MOST_NAMED: usize = 5;

#[derive(Debug, thiserror::Error)]
pub enum FindError {
    #[error(transparent)]
    Store(#[from] StoreError),
    #[error("'{0}' is no kind of thing that is known")]
    NoKind(String),
    #[error("nothing in this map is named \"{0}\"")]
    NoPlace(String),
    #[error(
        "\"{0}\" is no area in this map, or its border does not close here: ask for \"within 2 km of\" it instead of \"in\""
    )]
    NoArea(String),
    #[error("queries are inside each other more than four deep")]
    TooDeep,
}

/// The answer to a query.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Found {
    /// The query as it was understood.
    pub query: String,
    /// The kinds of thing sought, as the query names them.
    pub kind: String,
    /// All hits; `hits` are the first of them.
    pub total: usize,
    pub hits: Vec<Hit>,
    /// Where nothing was found: how many were left after each clause.
    pub steps: Vec<Step>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Step {
    pub clause: String,
    pub left: usize,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Hit {
    /// Its number in the store.
    pub number: u32,
    /// Its number in OpenStreetMap: "way/4217".
    pub id: String,
    pub name: Option<String>,
    pub middle: Spot,
    pub bounds: Bounds,
    pub tags: Vec<(String, String)>,
    /// Mean over the clauses with a distance of distance over the most allowed: less is better.
    pub score: f64,
    /// One for each clause, in their order.
    pub reasons: Vec<Reason>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reason {
    pub words: String,
    pub distance_m: Option<f64>,
    /// From the other to the hit.
    pub bearing_deg: Option<f64>,
    /// The features that show it, by their numbers in the store.
    pub others: Vec<u32>,
}

struct Match {
    number: u32,
    score: f64,
    findings: Vec<Finding>,
}

/// At most `most` hits, the best first.
pub fn find(store: &Store, query: &Query, most: usize) -> Result<Found, FindError> {
    if query.depth() > DEEPEST {
        return Err(FindError::TooDeep);
    }
    let view = View::new(store);
    let mut matches = matches(query, &view)?;
    let total = matches.len();
    let mut found = Found {
        query: query.to_string(),
        kind: kinds_alone(&query.want),
        total,
        hits: Vec::new(),
        steps: Vec::new(),
    };
    if matches.is_empty() {
        found.steps = steps(query, &view)?;
        return Ok(found);
    }
    matches.sort_by(|a, b| a.score.total_cmp(&b.score).then(a.number.cmp(&b.number)));
    for one in matches.into_iter().take(most) {
        found.hits.push(hit(one, query, store)?);
    }
    Ok(found)
}

fn kinds_alone(subject: &Subject) -> String {
    let alone = Subject {
        named: None,
        filters: Vec::new(),
        ..subject.clone()
    };
    alone.to_string()
}

/// The hits of a query inside a query, in the store's order.
pub(crate) fn numbers(query: &Query, view: &View<'_>) -> Result<Vec<u32>, FindError> {
    let mut numbers: Vec<u32> = matches(query, view)?
        .into_iter()
        .map(|one| one.number)
        .collect();
    numbers.sort_unstable();
    Ok(numbers)
}

fn matches(query: &Query, view: &View<'_>) -> Result<Vec<Match>, FindError> {
    let mut judges = Vec::new();
    for clause in &query.clauses {
        judges.push(Judge::new(clause, query, view)?);
    }
    let set = Set::of(&query.want, view)?;
    let mut order: Vec<usize> = (0..judges.len()).collect();
    order.sort_by_key(|at| judges[*at].work());
    let mut found = Vec::new();
    for number in candidates(&set, &judges, &order, view)? {
        if !set.fits(number, view)? {
            continue;
        }
        let mut findings: Vec<Option<Finding>> = vec![None; judges.len()];
        let mut all = true;
        for at in &order {
            findings[*at] = judges[*at].finding(number, view)?;
            all = findings[*at].is_some();
            if !all {
                break;
            }
        }
        if all {
            let findings: Vec<Finding> = findings.into_iter().flatten().collect();
            found.push(Match {
                number,
                score: score(&findings),
                findings,
            });
        }
    }
    if query.count.is_some_and(|count| !count.holds(found.len())) {
        found.clear();
    }
    Ok(found)
}

fn candidates(
    set: &Set,
    judges: &[Judge],
    order: &[usize],
    view: &View<'_>,
) -> Result<Vec<u32>, StoreError> {
    if set.list.len() > MANY {
        for at in order {
            if let Some(mut only) = judges[*at].only(view)? {
                only.retain(|number| set.has(*number, view.store));
                return Ok(only);
            }
        }
    }
    Ok(set.list.clone())
}

fn score(findings: &[Finding]) -> f64 {
    let parts: Vec<f64> = findings
        .iter()
        .filter_map(|finding| match finding {
            Finding::Near {
                nearest, limit_m, ..
            } => Some(nearest.distance_m / limit_m.max(1.0)),
            _ => None,
        })
        .collect();
    if parts.is_empty() {
        0.0
    } else {
        parts.iter().sum::<f64>() / parts.len() as f64
    }
}

/// How many are left after each clause, up to the one that leaves none.
fn steps(query: &Query, view: &View<'_>) -> Result<Vec<Step>, FindError> {
    let mut part = Query::of(query.want.clone());
    let mut left = numbers(&part, view)?.len();
    let mut steps = vec![Step {
        clause: query.want.to_string(),
        left,
    }];
    for clause in &query.clauses {
        if left == 0 {
            return Ok(steps);
        }
        part.clauses.push(clause.clone());
        left = numbers(&part, view)?.len();
        steps.push(Step {
            clause: clause.to_string(),
            left,
        });
    }
    if left > 0
        && let Some(count) = query.count
    {
        steps.push(Step {
            clause: format!("{count} in all"),
            left: 0,
        });
    }
    Ok(steps)
}

fn hit(one: Match, query: &Query, store: &Store) -> Result<Hit, FindError> {
    let feature = store.feature(one.number)?;
    let mut reasons = Vec::new();
    for (clause, finding) in query.clauses.iter().zip(&one.findings) {
        reasons.push(reason(clause, finding, store)?);
    }
    Ok(Hit {
        number: one.number,
        id: feature.id.to_string(),
        name: feature.name().map(str::to_owned),
        middle: middle(&feature.shape),
        bounds: feature.shape.bounds(),
        score: one.score,
        reasons,
        tags: feature.tags,
    })
}

fn reason(clause: &Clause, finding: &Finding, store: &Store) -> Result<Reason, FindError> {
    let plain = |words: String| Reason {
        words,
        distance_m: None,
        bearing_deg: None,
        others: Vec::new(),
    };
    Ok(match finding {
        Finding::NoneNear | Finding::Inside(_) => plain(clause.to_string()),
        Finding::Counted(others) => {
            let mut words = format!("{}: {}", clause, others.len());
            for (at, other) in others.iter().take(MOST_NAMED).enumerate() {
                words.push_str(if at == 0 { " — " } else { ", " });
                words.push_str(&called(&store.feature(*other)?));
            }
            Reason {
                others: others.clone(),
                ..plain(words)
            }
        }
        Finding::Near {
            other,
            nearest,
            bearing_deg,
            ..
        } => {
            let what = kind_words(clause);
            let called = match other {
                Some(other) => format!("{what}{}", called(&store.feature(*other)?)),
                None => format!(
                    "{what}{:.5}, {:.5}",
                    nearest.to.lat_deg(),
                    nearest.to.lon_deg()
                ),
            };
            let words = if nearest.distance_m == 0.0 {
                format!("at {called}")
            } else {
                let side = Direction::of(*bearing_deg).name();
                format!("{} {side} of {called}", metres(nearest.distance_m.round()))
            };
            Reason {
                words,
                distance_m: Some(nearest.distance_m),
                bearing_deg: Some(*bearing_deg),
                others: other.iter().copied().collect(),
            }
        }
        Finding::Along(way) => {
            let road = store.feature(way.road)?;
            let mut words = String::new();
            for (other, along) in &way.then {
                let other = store.feature(*other)?;
                words.push_str(&format!(
                    "then {} after {}, ",
                    called(&other),
                    metres(along.round())
                ));
            }
            words.push_str(&format!(
                "along {} ({} of it)",
                called(&road),
                metres(length_m(&road.shape).round())
            ));
            let others = way
                .then
                .iter()
                .map(|(other, _)| *other)
                .chain([way.road])
                .collect();
            Reason {
                others,
                ..plain(words)
            }
        }
    })
}

/// "supermarket ", where a clause asks for things.
fn kind_words(clause: &Clause) -> String {
    match &clause.is {
        Relation::Within { of, .. }
        | Relation::Direction { of, .. }
        | Relation::Bearing { of, .. } => match of {
            Anchor::Things(query) => format!("{} ", query.want),
            Anchor::Middle(_) => "the centre of ".to_owned(),
            Anchor::Spot(_) | Anchor::Place(_) => String::new(),
        },
        _ => String::new(),
    }
}

/// "\"Express\" (way/4217)".
fn called(feature: &Feature) -> String {
    let id: FeatureId = feature.id;
    feature
        .name()
        .map_or_else(|| id.to_string(), |name| format!("{} ({id})", quoted(name)))
}
