//! What a feature looks like on the ground, and its form in the store. Measures nothing.

use serde::{Deserialize, Serialize};

use super::code::{Cursor, put_number, put_signed};
use super::spot::{Bounds, Spot};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    Point(Spot),
    /// One line, or several of a route; none is empty.
    Lines(Vec<Vec<Spot>>),
    Area(Vec<Polygon>),
}

/// Rings without their first point again at the end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Polygon {
    pub outer: Vec<Spot>,
    pub holes: Vec<Vec<Spot>>,
}

impl Polygon {
    pub fn rings(&self) -> impl Iterator<Item = &[Spot]> {
        std::iter::once(&self.outer)
            .chain(&self.holes)
            .map(Vec::as_slice)
    }
}

impl Shape {
    pub fn bounds(&self) -> Bounds {
        let mut bounds = Bounds::NOTHING;
        self.each_path(|path, _| path.iter().for_each(|spot| bounds.add(*spot)));
        bounds
    }

    /// Every line and ring, with whether it is a ring.
    pub fn each_path(&self, mut each: impl FnMut(&[Spot], bool)) {
        match self {
            Self::Point(spot) => each(&[*spot], false),
            Self::Lines(lines) => lines.iter().for_each(|line| each(line, false)),
            Self::Area(polygons) => polygons
                .iter()
                .flat_map(Polygon::rings)
                .for_each(|ring| each(ring, true)),
        }
    }

    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        let mut last = Spot::default();
        match self {
            Self::Point(spot) => {
                out.push(0);
                put_spot(out, &mut last, *spot);
            }
            Self::Lines(lines) => {
                out.push(1);
                put_number(out, lines.len() as u64);
                lines.iter().for_each(|line| put_path(out, &mut last, line));
            }
            Self::Area(polygons) => {
                out.push(2);
                put_number(out, polygons.len() as u64);
                for polygon in polygons {
                    put_number(out, polygon.holes.len() as u64);
                    polygon
                        .rings()
                        .for_each(|ring| put_path(out, &mut last, ring));
                }
            }
        }
    }

    /// None for bytes that are no shape.
    pub(crate) fn read(cursor: &mut Cursor<'_>) -> Option<Self> {
        let mut last = Spot::default();
        let kind = cursor.number()?;
        if kind == 0 {
            return Some(Self::Point(spot(cursor, &mut last)?));
        }
        let count = cursor.count()?;
        if count == 0 {
            return None;
        }
        match kind {
            1 => (0..count)
                .map(|_| path(cursor, &mut last))
                .collect::<Option<_>>()
                .map(Self::Lines),
            2 => (0..count)
                .map(|_| polygon(cursor, &mut last))
                .collect::<Option<_>>()
                .map(Self::Area),
            _ => None,
        }
    }
}

fn put_spot(out: &mut Vec<u8>, last: &mut Spot, spot: Spot) {
    put_signed(out, i64::from(spot.lat) - i64::from(last.lat));
    put_signed(out, i64::from(spot.lon) - i64::from(last.lon));
    *last = spot;
}

fn put_path(out: &mut Vec<u8>, last: &mut Spot, path: &[Spot]) {
    put_number(out, path.len() as u64);
    path.iter().for_each(|spot| put_spot(out, last, *spot));
}

fn spot(cursor: &mut Cursor<'_>, last: &mut Spot) -> Option<Spot> {
    let lat = i64::from(last.lat).checked_add(cursor.signed()?)?;
    let lon = i64::from(last.lon).checked_add(cursor.signed()?)?;
    *last = Spot::new(lat, lon)?;
    Some(*last)
}

fn path(cursor: &mut Cursor<'_>, last: &mut Spot) -> Option<Vec<Spot>> {
    let count = cursor.count()?;
    if count == 0 {
        return None;
    }
    (0..count).map(|_| spot(cursor, last)).collect()
}

fn polygon(cursor: &mut Cursor<'_>, last: &mut Spot) -> Option<Polygon> {
    let holes = cursor.count()?;
    Some(Polygon {
        outer: path(cursor, last)?,
        holes: (0..holes)
            .map(|_| path(cursor, last))
            .collect::<Option<_>>()?,
    })
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;

    /// Within some kilometres of each other, at any latitude.
    pub fn any_shape() -> impl Strategy<Value = Shape> {
        let near = (0..400_000i32, 0..400_000i32);
        let path = vec(near.clone(), 3..7);
        let shape = prop_oneof![
            near.prop_map(|at| vec![vec![at]]).prop_map(|it| (0, it)),
            vec(path.clone(), 1..3).prop_map(|it| (1, it)),
            vec(path, 1..3).prop_map(|it| (2, it)),
        ];
        (shape, -80..80i32, -170..170i32).prop_map(|((kind, paths), lat, lon)| {
            let spot = |(north, east): &(i32, i32)| Spot {
                lat: lat * 10_000_000 + north,
                lon: lon * 10_000_000 + east,
            };
            let mut paths: Vec<Vec<Spot>> = paths
                .iter()
                .map(|path| path.iter().map(spot).collect())
                .collect();
            match kind {
                0 => Shape::Point(paths[0][0]),
                1 => Shape::Lines(paths),
                _ => Shape::Area(vec![Polygon {
                    outer: paths.remove(0),
                    holes: paths,
                }]),
            }
        })
    }

    proptest! {
        #[test]
        fn a_shape_is_read_as_it_was_written(shape in any_shape()) {
            let mut out = Vec::new();
            shape.write(&mut out);
            let mut cursor = Cursor::new(&out);
            prop_assert_eq!(Shape::read(&mut cursor), Some(shape));
            prop_assert!(cursor.is_empty());
        }

        #[test]
        fn bytes_that_are_no_shape_are_refused_without_a_panic(bytes in any::<Vec<u8>>()) {
            let _ = Shape::read(&mut Cursor::new(&bytes));
        }
    }
}
