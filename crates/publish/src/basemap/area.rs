//! Shapes in degrees and cutting them to a rectangle, so that a page carries only its surroundings.

/// Longitude, latitude.
pub(crate) type Point = [f64; 2];

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Geometry {
    Point(Point),
    Lines(Vec<Vec<Point>>),
    /// Areas of rings, the outer one first, each closed.
    Areas(Vec<Vec<Vec<Point>>>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Area {
    pub west: f64,
    pub south: f64,
    pub east: f64,
    pub north: f64,
}

impl Area {
    /// `degrees` of latitude either way, and as far in metres east and west.
    pub fn around(middle: Point, degrees: f64) -> Self {
        let stretch = middle[1].to_radians().cos().max(0.1);
        Self {
            west: middle[0] - degrees / stretch,
            south: middle[1] - degrees,
            east: middle[0] + degrees / stretch,
            north: middle[1] + degrees,
        }
    }

    pub fn holds(&self, [lon, lat]: Point) -> bool {
        (self.west..=self.east).contains(&lon) && (self.south..=self.north).contains(&lat)
    }
}

impl Geometry {
    /// The part inside `area`; `None` where there is none.
    pub fn within(&self, area: &Area) -> Option<Geometry> {
        match self {
            Geometry::Point(point) => area.holds(*point).then_some(Geometry::Point(*point)),
            Geometry::Lines(lines) => {
                let parts: Vec<_> = lines.iter().flat_map(|line| cut_line(line, area)).collect();
                (!parts.is_empty()).then_some(Geometry::Lines(parts))
            }
            Geometry::Areas(areas) => {
                let parts: Vec<_> = areas
                    .iter()
                    .filter_map(|rings| cut_rings(rings, area))
                    .collect();
                (!parts.is_empty()).then_some(Geometry::Areas(parts))
            }
        }
    }
}

/// Keeps every run of points with a neighbour inside; a line may end just outside, which the
/// edge of the drawing hides.
fn cut_line(line: &[Point], area: &Area) -> Vec<Vec<Point>> {
    let mut parts = Vec::new();
    let mut part: Vec<Point> = Vec::new();
    for (index, point) in line.iter().enumerate() {
        let beside = [index.checked_sub(1), Some(index), Some(index + 1)];
        let kept = beside
            .into_iter()
            .flatten()
            .filter_map(|near| line.get(near))
            .any(|near| area.holds(*near));
        if kept {
            part.push(*point);
        } else if !part.is_empty() {
            parts.push(std::mem::take(&mut part));
        }
    }
    parts.push(part);
    parts.retain(|part| part.len() > 1);
    parts
}

fn cut_rings(rings: &[Vec<Point>], area: &Area) -> Option<Vec<Vec<Point>>> {
    let outer = cut_ring(rings.first()?, area);
    if outer.len() < 4 {
        return None;
    }
    let holes = rings[1..]
        .iter()
        .map(|ring| cut_ring(ring, area))
        .filter(|ring| ring.len() > 3);
    Some(std::iter::once(outer).chain(holes).collect())
}

/// One side of the rectangle at a time (Sutherland and Hodgman 1974).
fn cut_ring(ring: &[Point], area: &Area) -> Vec<Point> {
    let sides: [(usize, f64, f64); 4] = [
        (0, area.west, 1.0),
        (0, area.east, -1.0),
        (1, area.south, 1.0),
        (1, area.north, -1.0),
    ];
    let mut kept = ring.to_vec();
    for (axis, edge, sign) in sides {
        kept = cut_side(&kept, |point| (point[axis] - edge) * sign);
    }
    if kept.first() != kept.last() {
        kept.extend(kept.first().copied());
    }
    kept
}

/// `depth` is how far a point lies inside the side, negative outside.
fn cut_side(ring: &[Point], depth: impl Fn(Point) -> f64) -> Vec<Point> {
    let mut kept = Vec::with_capacity(ring.len());
    for pair in ring.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let (at, next) = (depth(from), depth(to));
        if at >= 0.0 {
            kept.push(from);
        }
        if (at >= 0.0) != (next >= 0.0) {
            let share = at / (at - next);
            kept.push([
                from[0] + (to[0] - from[0]) * share,
                from[1] + (to[1] - from[1]) * share,
            ]);
        }
    }
    kept.extend(kept.first().copied());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    const SQUARE: Area = Area {
        west: 0.0,
        south: 0.0,
        east: 10.0,
        north: 10.0,
    };

    #[track_caller]
    fn check(given: Geometry, kept: Option<Geometry>) {
        assert_eq!(given.within(&SQUARE), kept);
    }

    #[test]
    fn an_area_is_cut_at_the_edge() {
        let over = vec![[5.0, 5.0], [15.0, 5.0], [15.0, 8.0], [5.0, 8.0], [5.0, 5.0]];
        let cut = vec![[5.0, 5.0], [10.0, 5.0], [10.0, 8.0], [5.0, 8.0], [5.0, 5.0]];
        check(
            Geometry::Areas(vec![vec![over]]),
            Some(Geometry::Areas(vec![vec![cut]])),
        );
    }

    #[test]
    fn what_lies_outside_is_not_carried() {
        let far = vec![[20.0, 20.0], [30.0, 20.0], [30.0, 30.0], [20.0, 20.0]];
        check(Geometry::Areas(vec![vec![far.clone()]]), None);
        check(Geometry::Lines(vec![far]), None);
        check(Geometry::Point([11.0, 5.0]), None);
        check(
            Geometry::Point([1.0, 5.0]),
            Some(Geometry::Point([1.0, 5.0])),
        );
    }
}
