//! Whether one feature is of the kind asked for: by its tags' text, and by its shape.

use super::kinds;
use super::query::{Compare, Filter, KindOf, Property, Subject};
use super::run::FindError;
use crate::fold::fold;
use crate::map::measure::{area_m2, straightness};
use crate::map::{Feature, Shape, length_m};

/// Ends of a straight line lie at least this part of its length apart: 1 m to the side in 50.
const STRAIGHT: f64 = 0.999;

/// One condition on a tag.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Condition {
    pub key: String,
    pub is: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Any but "no".
    Any,
    Text(String),
    Number(Compare, f64),
}

impl Condition {
    pub fn holds(&self, key: &str, value: &str) -> bool {
        key == self.key
            && match &self.is {
                Value::Any => value != "no",
                Value::Text(text) => value == text,
                Value::Number(is, than) => {
                    number(value).is_some_and(|number| is.holds(number, *than))
                }
            }
    }

    fn of(key: &str, value: Option<&str>) -> Self {
        let is = value.map_or(Value::Any, |value| Value::Text(value.to_owned()));
        Self {
            key: key.to_owned(),
            is,
        }
    }
}

/// "9", "9.5", "25 m"; of "9;10" the first.
fn number(value: &str) -> Option<f64> {
    let first = value.split(';').next().unwrap_or_default().trim();
    let plain = first.strip_suffix('m').unwrap_or(first).trim_end();
    plain.parse().ok().filter(|number: &f64| number.is_finite())
}

/// A subject as conditions: one of `any` (all of its conditions), all of `all`, and the shape.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wanted {
    pub any: Vec<Vec<Condition>>,
    pub all: Vec<Condition>,
    pub name: Option<String>,
    pub shape: Vec<Filter>,
}

impl Wanted {
    pub fn of(subject: &Subject) -> Result<Self, FindError> {
        let mut wanted = Self {
            name: subject.named.as_deref().map(fold),
            ..Self::default()
        };
        for kind in &subject.kinds {
            match kind {
                KindOf::Tag { key, value } => {
                    wanted.any.push(vec![Condition::of(key, value.as_deref())])
                }
                KindOf::Word(word) => {
                    let kind =
                        kinds::by_name(word).ok_or_else(|| FindError::NoKind(word.clone()))?;
                    wanted.any.extend(kind.tags.split(' ').map(rule));
                }
            }
        }
        for filter in &subject.filters {
            match filter {
                Filter::Tag { key, value } => wanted.all.push(Condition::of(key, value.as_deref())),
                Filter::Number {
                    of: Property::Levels,
                    is,
                    value,
                } => {
                    wanted.all.push(Condition {
                        key: "building:levels".to_owned(),
                        is: Value::Number(*is, *value),
                    });
                }
                Filter::Number {
                    of: Property::Height,
                    is,
                    value,
                } => {
                    wanted.all.push(Condition {
                        key: "height".to_owned(),
                        is: Value::Number(*is, *value),
                    });
                }
                _ => wanted.shape.push(filter.clone()),
            }
        }
        Ok(wanted)
    }

    /// Asks the feature itself; the indexes must say the same.
    pub fn fits(&self, feature: &Feature) -> bool {
        let has = |condition: &Condition| {
            feature
                .tags
                .iter()
                .any(|(key, value)| condition.holds(key, value))
        };
        self.any.iter().any(|rule| rule.iter().all(has))
            && self.all.iter().all(has)
            && self.name_fits(feature)
            && self.shape_fits(&feature.shape)
    }

    pub fn name_fits(&self, feature: &Feature) -> bool {
        let name = self.name.as_deref().map(str::trim);
        name.is_none_or(|name| feature.names().any(|own| fold(own) == name))
    }

    pub fn shape_fits(&self, shape: &Shape) -> bool {
        self.shape.iter().all(|filter| match filter {
            Filter::Straight => straightness(shape).is_some_and(|part| part >= STRAIGHT),
            Filter::Number {
                of: Property::Length,
                is,
                value,
            } => !matches!(shape, Shape::Point(_)) && is.holds(length_m(shape), *value),
            Filter::Number {
                of: Property::Area,
                is,
                value,
            } => match shape {
                Shape::Area(polygons) => is.holds(area_m2(polygons), *value),
                _ => false,
            },
            _ => true,
        })
    }
}

fn rule(rule: &str) -> Vec<Condition> {
    let conditions = rule
        .split('&')
        .filter_map(|condition| condition.split_once('='));
    conditions
        .map(|(key, value)| Condition::of(key, (value != "*").then_some(value)))
        .collect()
}
