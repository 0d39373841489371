//! An order as a person writes it: "church, water tower, chimney within 3, school between 10 and 40".
//!
//! From left to right, separated by commas; a word is a kind or a name, as the features have them.

use thiserror::Error;

use super::feature::Feature;
use super::order::{Step, Thing};

#[derive(Debug, Error, Clone, PartialEq, Eq)]
pub enum WrittenOrderError {
    #[error(
        "'{0}' is no feature's kind or name; look it up with `bearings find` or write it as the map does"
    )]
    NotKnown(String),
    #[error(
        "'{0}' is not understood; write a kind or name, then 'within DEGREES' or 'between DEGREES and DEGREES' of the thing before"
    )]
    NotUnderstood(String),
}

/// The things of a written order, each with the features of its kind or name.
pub fn written_order(text: &str, features: &[Feature]) -> Result<Vec<Thing>, WrittenOrderError> {
    text.split([',', '\n'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| thing(part, features))
        .collect()
}

fn thing(part: &str, features: &[Feature]) -> Result<Thing, WrittenOrderError> {
    let (name, step) = step(part)?;
    let wanted = name.to_lowercase();
    let is_meant = |feature: &&Feature| {
        let named = feature
            .name
            .as_ref()
            .is_some_and(|name| name.to_lowercase() == wanted);
        named || feature.kind.to_lowercase() == wanted || feature.id == name
    };
    let candidates: Vec<Feature> = features.iter().filter(is_meant).cloned().collect();
    if candidates.is_empty() {
        return Err(WrittenOrderError::NotKnown(name.to_owned()));
    }
    Ok(Thing {
        step,
        ..Thing::any_of(name, candidates)
    })
}

/// The words of a thing before its angle, and the angle.
fn step(part: &str) -> Result<(&str, Step), WrittenOrderError> {
    let degrees = |text: &str| {
        let number = text
            .trim()
            .trim_end_matches('°')
            .trim_end_matches("degrees")
            .trim();
        let number = number
            .parse::<f64>()
            .ok()
            .filter(|one| (0.0..=360.0).contains(one));
        number.ok_or_else(|| WrittenOrderError::NotUnderstood(part.to_owned()))
    };
    if let Some((name, most)) = part.rsplit_once(" within ") {
        let step = Step {
            least_deg: 0.0,
            most_deg: degrees(most)?,
        };
        return Ok((name.trim(), step));
    }
    // A street's name may hold "between"; what follows must then be two numbers to count.
    if let Some((name, (least, most))) = part
        .rsplit_once(" between ")
        .and_then(|(name, rest)| Some((name, rest.split_once(" and ")?)))
    {
        let step = Step {
            least_deg: degrees(least)?,
            most_deg: degrees(most)?,
        };
        if step.least_deg > step.most_deg {
            return Err(WrittenOrderError::NotUnderstood(part.to_owned()));
        }
        return Ok((name.trim(), step));
    }
    Ok((part, Step::RIGHT))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::Shape;

    fn feature(id: &str, kind: &str, name: Option<&str>) -> Feature {
        Feature {
            id: id.into(),
            name: name.map(Into::into),
            kind: kind.into(),
            shape: Shape::Point([50.0, 36.0]),
            height_m: None,
        }
    }

    #[test]
    fn an_order_is_read_as_it_is_written() {
        let features = [
            feature("n1", "church", Some("St Anna")),
            feature("n2", "church", None),
            feature("n3", "chimney", None),
            feature("n4", "school", None),
        ];
        let order = written_order(
            "Church, chimney within 3°, school between 10 and 40, st anna",
            &features,
        )
        .unwrap();
        let told: Vec<(usize, f64, f64)> = order
            .iter()
            .map(|thing| {
                (
                    thing.candidates.len(),
                    thing.step.least_deg,
                    thing.step.most_deg,
                )
            })
            .collect();
        assert_eq!(
            told,
            [
                (2, 0.0, 180.0),
                (1, 0.0, 3.0),
                (1, 10.0, 40.0),
                (1, 0.0, 180.0)
            ]
        );
    }

    #[test]
    fn what_is_not_on_the_map_is_told() {
        let features = [feature("n3", "chimney", None)];
        assert!(
            written_order("mosque, chimney", &features)
                .unwrap_err()
                .to_string()
                .starts_with("'mosque' is no feature's kind or name")
        );
        assert!(
            written_order("chimney within some", &features)
                .unwrap_err()
                .to_string()
                .starts_with("'chimney within some' is not understood")
        );
        assert!(written_order("", &features).unwrap().is_empty());
    }
}
