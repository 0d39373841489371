//! A query as text that reads back as the same query.

use std::fmt::{Display, Formatter, Result};

use super::query::{
    Anchor, Area, Clause, Compare, Count, Filter, KindOf, Property, Query, Relation, Subject,
};
use crate::map::Spot;

impl Display for Query {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        if let Some(count) = self.count {
            write!(out, "{count} (")?;
        }
        write!(out, "{}", self.want)?;
        for (number, clause) in self.clauses.iter().enumerate() {
            out.write_str(if number == 0 { " " } else { " and " })?;
            write!(out, "{clause}")?;
        }
        if self.count.is_some() {
            out.write_str(")")
        } else {
            Ok(())
        }
    }
}

impl Display for Subject {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        let (straight, others): (Vec<&Filter>, Vec<&Filter>) = self
            .filters
            .iter()
            .partition(|filter| **filter == Filter::Straight);
        if !straight.is_empty() {
            out.write_str("straight ")?;
        }
        for (number, kind) in self.kinds.iter().enumerate() {
            if number > 0 {
                out.write_str(" or ")?;
            }
            match kind {
                KindOf::Word(word) => out.write_str(word)?,
                KindOf::Tag { key, value } => tag(out, key, value.as_deref())?,
            }
        }
        if let Some(name) = &self.named {
            write!(out, " named {}", quoted(name))?;
        }
        for filter in others {
            out.write_str(" with ")?;
            match filter {
                Filter::Straight => {}
                Filter::Tag { key, value } => tag(out, key, value.as_deref())?,
                Filter::Number { of, is, value } => {
                    let is = match is {
                        Compare::Equal => "=",
                        Compare::Less => "<",
                        Compare::More => ">",
                        Compare::AtMost => "<=",
                        Compare::AtLeast => ">=",
                    };
                    match of {
                        Property::Levels => write!(out, "levels {is} {value}")?,
                        Property::Height => write!(out, "height {is} {value} m")?,
                        Property::Length => write!(out, "length {is} {}", metres(*value))?,
                        Property::Area => write!(out, "area {is} {value} m2")?,
                    }
                }
            }
        }
        Ok(())
    }
}

impl Display for Count {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Self::Exactly(n) => write!(out, "exactly {n}"),
            Self::AtLeast(n) => write!(out, "at least {n}"),
            Self::AtMost(n) => write!(out, "at most {n}"),
        }
    }
}

impl Display for Clause {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        if self.not {
            out.write_str("not ")?;
        }
        match &self.is {
            Relation::Within { metres: far, of } => write!(out, "within {} of {of}", metres(*far)),
            Relation::Count {
                count,
                things,
                metres: far,
            } => {
                write!(
                    out,
                    "with {count} {} within {}",
                    inner(things),
                    metres(*far)
                )
            }
            Relation::In(area) => write!(out, "in {area}"),
            Relation::Direction {
                direction,
                of,
                metres: far,
            } => {
                write!(out, "{} of {of} within {}", direction.name(), metres(*far))
            }
            Relation::Bearing {
                from_deg,
                to_deg,
                of,
                metres: far,
            } => {
                write!(
                    out,
                    "bearing {from_deg} to {to_deg} from {of} within {}",
                    metres(*far)
                )
            }
            Relation::Along {
                then,
                road,
                metres: far,
            } => {
                then.iter()
                    .try_for_each(|subject| write!(out, "then {subject} "))?;
                write!(out, "along {road} within {}", metres(*far))
            }
        }
    }
}

impl Display for Anchor {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Self::Things(query) => out.write_str(&inner(query)),
            Self::Spot(at) => out.write_str(&spot(*at)),
            Self::Place(name) => out.write_str(&quoted(name)),
            Self::Middle(name) => write!(out, "the centre of {}", quoted(name)),
        }
    }
}

impl Display for Area {
    fn fmt(&self, out: &mut Formatter<'_>) -> Result {
        match self {
            Self::Place(name) => out.write_str(&quoted(name)),
            Self::Circle {
                middle,
                metres: far,
            } => write!(out, "circle {}, {}", spot(*middle), metres(*far)),
            Self::Polygon(corners) => {
                let corners: Vec<String> = corners
                    .iter()
                    .map(|corner| spot(*corner).replace(',', ""))
                    .collect();
                write!(out, "polygon ({})", corners.join(", "))
            }
        }
    }
}

fn inner(query: &Query) -> String {
    let plain = query.clauses.is_empty() && query.count.is_none();
    if plain {
        query.want.to_string()
    } else {
        format!("({query})")
    }
}

fn tag(out: &mut Formatter<'_>, key: &str, value: Option<&str>) -> Result {
    match value {
        Some(value) => write!(out, "[{}={}]", tag_part(key), tag_part(value)),
        None => write!(out, "[{}]", tag_part(key)),
    }
}

fn tag_part(part: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || ":_-".contains(c);
    if !part.is_empty() && part.chars().all(plain) {
        part.to_owned()
    } else {
        quoted(part)
    }
}

pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('\\', "\\\\").replace('"', "\\\""))
}

/// "300 m", "2.5 km".
pub(crate) fn metres(metres: f64) -> String {
    let km = metres / 1_000.0;
    if metres >= 1_000.0 && km * 1_000.0 == metres && km.to_string().len() <= 5 {
        format!("{km} km")
    } else {
        format!("{metres} m")
    }
}

fn spot(spot: Spot) -> String {
    format!("{:.7}, {:.7}", spot.lat_deg(), spot.lon_deg())
}
