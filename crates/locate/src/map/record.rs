//! A feature in the store's bytes: what it is in OpenStreetMap, its tags, its shape.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::code::{Cursor, put_field, put_number, unzigzag};
use super::pairs::Pairs;
use super::shape::Shape;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Node,
    Way,
    Relation,
}

/// A feature's number in OpenStreetMap: "way/4217".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FeatureId {
    pub kind: Kind,
    pub number: i64,
}

impl fmt::Display for FeatureId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let kind = match self.kind {
            Kind::Node => "node",
            Kind::Way => "way",
            Kind::Relation => "relation",
        };
        write!(out, "{kind}/{}", self.number)
    }
}

impl FeatureId {
    /// None for a number no editor gives.
    pub(crate) fn new(kind: Kind, number: i64) -> Option<Self> {
        (number.unsigned_abs() < 1 << 60).then_some(Self { kind, number })
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Feature {
    pub id: FeatureId,
    pub tags: Vec<(String, String)>,
    pub shape: Shape,
}

impl Feature {
    pub fn tag(&self, key: &str) -> Option<&str> {
        let found = self.tags.iter().find(|(known, _)| known == key);
        found.map(|(_, value)| value.as_str())
    }

    /// "name", else any other name it has.
    pub fn name(&self) -> Option<&str> {
        self.tag("name").or_else(|| self.names().next())
    }

    /// In all languages and of all times, as tagged; several in one tag are told apart.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        let names = self
            .tags
            .iter()
            .filter(|(key, _)| super::tags::is_name(key));
        names
            .flat_map(|(_, value)| value.split(';').map(str::trim))
            .filter(|name| !name.is_empty())
    }
}

/// How a tag is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    /// Nothing is said by it.
    Left,
    /// A whole tag of the dictionary.
    Pair(u32),
    /// A key of the dictionary (a pair without a value); the value is written here.
    Free(u32),
    /// Both are written here: the dictionary was full.
    Spelt,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Tag<'t> {
    pub code: Code,
    pub key: &'t str,
    pub value: &'t str,
}

pub(crate) fn write(out: &mut Vec<u8>, id: FeatureId, tags: &[Tag<'_>], shape: &Shape) {
    let zigzag = (id.number << 1 ^ id.number >> 63) as u64;
    put_number(out, zigzag << 2 | id.kind as u64);
    let kept = tags.iter().filter(|tag| tag.code != Code::Left);
    put_number(out, kept.clone().count() as u64);
    for tag in kept {
        match tag.code {
            Code::Left => {}
            Code::Pair(pair) => put_number(out, u64::from(pair) * 2 + 1),
            Code::Free(key) => {
                put_number(out, u64::from(key) * 2 + 2);
                put_field(out, tag.value.as_bytes());
            }
            Code::Spelt => {
                put_number(out, 0);
                put_field(out, tag.key.as_bytes());
                put_field(out, tag.value.as_bytes());
            }
        }
    }
    shape.write(out);
}

/// A feature as it stands in the store: its tags are still numbers.
#[derive(Clone, Debug)]
pub(crate) struct Record<'b> {
    pub id: FeatureId,
    pub tags: Vec<Written<'b>>,
    shape: Cursor<'b>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Written<'b> {
    Pair(u32),
    Free(u32, &'b str),
    Spelt(&'b str, &'b str),
}

impl<'b> Written<'b> {
    pub fn text<'t>(self, pairs: &'t Pairs) -> (&'t str, &'t str)
    where
        'b: 't,
    {
        match self {
            Self::Pair(pair) => pairs.get(pair),
            Self::Free(key, value) => (pairs.get(key).0, value),
            Self::Spelt(key, value) => (key, value),
        }
    }
}

impl<'b> Record<'b> {
    /// None for bytes that are no record.
    pub fn read(bytes: &'b [u8]) -> Option<Self> {
        let mut cursor = Cursor::new(bytes);
        let id = cursor.number()?;
        let kind = [Kind::Node, Kind::Way, Kind::Relation];
        let kind = *kind.get((id & 3) as usize)?;
        let id = FeatureId {
            kind,
            number: unzigzag(id >> 2),
        };
        let count = cursor.count()?;
        let mut tags = Vec::with_capacity(count);
        for _ in 0..count {
            let code = cursor.number()?;
            let number = || u32::try_from(code.checked_sub(1)? / 2).ok();
            tags.push(match code {
                0 => Written::Spelt(text(&mut cursor)?, text(&mut cursor)?),
                _ if code % 2 == 1 => Written::Pair(number()?),
                _ => Written::Free(number()?, text(&mut cursor)?),
            });
        }
        Some(Self {
            id,
            tags,
            shape: cursor,
        })
    }

    pub fn shape(&self) -> Option<Shape> {
        Shape::read(&mut self.shape.clone())
    }

    pub fn feature(&self, pairs: &Pairs) -> Option<Feature> {
        let tags = self.tags.iter().map(|tag| {
            let (key, value) = tag.text(pairs);
            (key.to_owned(), value.to_owned())
        });
        Some(Feature {
            id: self.id,
            tags: tags.collect(),
            shape: self.shape()?,
        })
    }
}

fn text<'b>(cursor: &mut Cursor<'b>) -> Option<&'b str> {
    std::str::from_utf8(cursor.field()?).ok()
}
