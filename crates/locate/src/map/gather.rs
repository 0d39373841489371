//! Nodes, ways and relations as they come become features with a shape.
//!
//! What is missing in an extract is counted, never guessed: a way keeps the nodes that are there,
//! a relation that does not close keeps its lines.

use std::io;

use super::nodes::Nodes;
use super::pairs::PairsMade;
use super::record::{self, Code, FeatureId, Kind, Tag};
use super::rings;
use super::shape::{Polygon, Shape};
use super::spool::Spool;
use super::spot::{Bounds, Spot};
use super::tags;

/// No editor's way has more than 2,000 nodes; a relation's members are of this order too.
const MOST_PARTS: usize = 1_000_000;

/// Which of an extract's elements a reading is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Phase {
    All,
    Only(Kind),
}

/// What was counted on the way; the names are those of the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Counts {
    /// Of the extract, also those without tags.
    pub nodes: u64,
    pub ways: u64,
    pub relations: u64,
    /// Kept features of each.
    pub node_features: u64,
    pub way_features: u64,
    pub relation_features: u64,
    /// Features that have any name.
    pub named: u64,
    /// Ways kept without the nodes the extract does not hold.
    pub ways_cut: u64,
    /// Tagged ways none of whose nodes are in the extract.
    pub ways_nowhere: u64,
    /// Areas whose rings do not close here: kept as lines.
    pub areas_open: u64,
    /// Tagged relations none of whose members are in the extract.
    pub relations_nowhere: u64,
    /// Elements outside the Earth or with a senseless number.
    pub senseless: u64,
}

impl Counts {
    pub fn features(&self) -> u64 {
        self.node_features + self.way_features + self.relation_features
    }
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub hilbert: u64,
    pub at: u64,
    pub length: u32,
    pub bounds: Bounds,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Member {
    pub kind: Kind,
    pub number: i64,
}

#[derive(Debug)]
pub(crate) struct Gather {
    pub pairs: PairsMade,
    pub entries: Vec<Entry>,
    pub spool: Spool,
    pub counts: Counts,
    /// Ways before nodes, or relations before ways: to be read again, one kind at a time.
    pub disordered: bool,
    phase: Phase,
    reached: Kind,
    nodes: Nodes,
    ways: Vec<(i64, u64)>,
    ways_sorted: bool,
    bytes: Vec<u8>,
}

impl Gather {
    pub fn new(spool: Spool) -> Self {
        Self {
            pairs: PairsMade::default(),
            entries: Vec::new(),
            spool,
            counts: Counts::default(),
            disordered: false,
            phase: Phase::All,
            reached: Kind::Node,
            nodes: Nodes::default(),
            ways: Vec::new(),
            ways_sorted: true,
            bytes: Vec::new(),
        }
    }

    /// Begins a reading for elements of one kind only.
    pub fn only(&mut self, kind: Kind) -> io::Result<()> {
        self.phase = Phase::Only(kind);
        self.reach(kind)
    }

    pub fn wants(&self, kind: Kind) -> bool {
        !self.disordered && (self.phase == Phase::All || self.phase == Phase::Only(kind))
    }

    pub fn code(&mut self, key: &str, value: &str) -> Code {
        if !tags::says_something(key)
            || key.contains('\0')
            || value.contains('\0')
            || key.is_empty()
        {
            return Code::Left;
        }
        let free = tags::is_free_text(key);
        let number = self.pairs.number(key, if free { "" } else { value });
        match number {
            Some(number) if free => Code::Free(number),
            Some(number) => Code::Pair(number),
            None => Code::Spelt,
        }
    }

    #[inline]
    pub fn node(&mut self, number: i64, spot: Option<Spot>, tags: &[Tag<'_>]) -> io::Result<()> {
        if self.reached != Kind::Node {
            self.disordered = true;
            return Ok(());
        }
        self.counts.nodes += 1;
        let (Some(spot), Some(id)) = (spot, FeatureId::new(Kind::Node, number)) else {
            self.counts.senseless += 1;
            return Ok(());
        };
        self.nodes.push(number, spot);
        if tags.iter().any(|tag| tag.code != Code::Left) {
            self.counts.node_features += 1;
            self.keep(id, tags, &Shape::Point(spot))?;
        }
        Ok(())
    }

    pub fn way(&mut self, number: i64, nodes: &[i64], tags: &[Tag<'_>]) -> io::Result<()> {
        self.reach(Kind::Way)?;
        self.counts.ways += 1;
        let id = FeatureId::new(Kind::Way, number);
        let (Some(id), true) = (id, nodes.len() <= MOST_PARTS) else {
            self.counts.senseless += 1;
            return Ok(());
        };
        let mut near = (0, 0);
        let found = nodes
            .iter()
            .filter_map(|node| self.nodes.find(*node, &mut near));
        let mut line: Vec<Spot> = Vec::with_capacity(nodes.len());
        line.extend(found);
        let tagged = tags.iter().any(|tag| tag.code != Code::Left);
        let cut = line.len() < nodes.len();
        if line.is_empty() {
            self.counts.ways_nowhere += u64::from(tagged);
            return Ok(());
        }
        self.counts.ways_cut += u64::from(cut);
        let closed = !cut && line.len() > 3 && nodes[0] == nodes[nodes.len() - 1];
        let texts = tags.iter().map(|tag| (tag.key, tag.value));
        let shape = if line.len() == 1 {
            Shape::Point(line[0])
        } else if closed && tagged && tags::is_area(texts) {
            line.pop();
            Shape::Area(vec![Polygon {
                outer: line,
                holes: Vec::new(),
            }])
        } else {
            Shape::Lines(vec![line])
        };
        let tags = if tagged { tags } else { &[] };
        let at = self.keep(id, tags, &shape)?;
        self.counts.way_features += u64::from(tagged);
        self.ways_sorted &= self.ways.last().is_none_or(|(last, _)| *last < number);
        self.ways.push((number, at));
        Ok(())
    }

    pub fn relation(
        &mut self,
        number: i64,
        members: &[Member],
        tags: &[Tag<'_>],
    ) -> io::Result<()> {
        self.reach(Kind::Relation)?;
        self.counts.relations += 1;
        let id = FeatureId::new(Kind::Relation, number);
        let (Some(id), true) = (id, members.len() <= MOST_PARTS) else {
            self.counts.senseless += 1;
            return Ok(());
        };
        let said = |tag: &Tag<'_>| tag.code != Code::Left && tag.key != "type";
        if !tags.iter().any(said) {
            return Ok(());
        }
        let Some(shape) = self.assembled(members, tags)? else {
            self.counts.relations_nowhere += 1;
            return Ok(());
        };
        self.counts.relation_features += 1;
        self.keep(id, tags, &shape).map(|_| ())
    }

    fn assembled(&mut self, members: &[Member], tags: &[Tag<'_>]) -> io::Result<Option<Shape>> {
        let mut lines = Vec::new();
        let mut first = None;
        let mut missing = false;
        for member in members {
            match member.kind {
                Kind::Way => match self.way_line(member.number)? {
                    Some(line) => lines.push(line),
                    None => missing = true,
                },
                Kind::Node if first.is_none() => {
                    first = self.nodes.find(member.number, &mut (0, 0));
                }
                _ => {}
            }
        }
        if lines.is_empty() {
            return Ok(first.map(Shape::Point));
        }
        let is_area =
            |tag: &Tag<'_>| tag.key == "type" && matches!(tag.value, "multipolygon" | "boundary");
        if tags.iter().any(is_area) {
            match rings::areas(&lines) {
                Ok(polygons) if !missing && !polygons.is_empty() => {
                    return Ok(Some(Shape::Area(polygons)));
                }
                _ => self.counts.areas_open += 1,
            }
        }
        Ok(Some(Shape::Lines(lines)))
    }

    /// A way read before, from the spool; of a closed one the first spot stands at both ends.
    fn way_line(&self, number: i64) -> io::Result<Option<Vec<Spot>>> {
        let Ok(found) = self.ways.binary_search_by_key(&number, |(way, _)| *way) else {
            return Ok(None);
        };
        let bytes = self.spool.entry(self.ways[found].1)?;
        let shape = record::Record::read(&bytes).and_then(|record| record.shape());
        Ok(match shape {
            Some(Shape::Lines(mut lines)) => lines.pop(),
            Some(Shape::Area(mut polygons)) => polygons.pop().map(|polygon| {
                let mut ring = polygon.outer;
                ring.push(ring[0]);
                ring
            }),
            _ => None,
        })
    }

    /// Into the spool with its length before it; without tags it is for relations only.
    fn keep(&mut self, id: FeatureId, tags: &[Tag<'_>], shape: &Shape) -> io::Result<u64> {
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.clear();
        bytes.extend_from_slice(&[0; 4]);
        record::write(&mut bytes, id, tags, shape);
        let length = (bytes.len() - 4) as u32;
        bytes[..4].copy_from_slice(&length.to_le_bytes());
        let at = self.spool.push(&bytes)?;
        self.bytes = bytes;
        if !tags.is_empty() {
            let bounds = shape.bounds();
            let hilbert = bounds.hilbert();
            self.entries.push(Entry {
                hilbert,
                at: at + 4,
                length,
                bounds,
            });
            self.counts.named += u64::from(tags.iter().any(|tag| tags::is_name(tag.key)));
        }
        Ok(at)
    }

    fn reach(&mut self, kind: Kind) -> io::Result<()> {
        self.disordered |= kind < self.reached;
        if kind > self.reached {
            self.reached = kind;
            self.nodes.settle();
            self.spool.flush()?;
            self.spool.keep();
            if !std::mem::replace(&mut self.ways_sorted, true) {
                self.ways.sort_unstable();
            }
        }
        Ok(())
    }

    /// Lets go of what only ways and relations needed.
    pub fn finish(mut self) -> io::Result<(PairsMade, Vec<Entry>, Spool, Counts)> {
        self.spool.flush()?;
        self.spool.forget();
        Ok((self.pairs, self.entries, self.spool, self.counts))
    }
}
