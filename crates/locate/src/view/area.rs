//! Cells that fit, gathered into areas that a person can look at.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::grid::Grid;
use super::order::OrderQuestion;
use super::search::{Laid, seen_from};

/// One area of touching cells.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Area {
    pub lat: f64,
    pub lon: f64,
    pub square_m: f64,
    /// Latitude and longitude, first the outer ring against the clock, then holes; the last point
    /// of each repeats the first.
    pub rings: Vec<Vec<[f64; 2]>>,
    /// What is seen from the cell given as the area's place, from left to right.
    pub seen: Vec<String>,
}

/// Areas as GeoJSON polygons.
pub fn area_geojson(areas: &[Area]) -> Value {
    let features: Vec<Value> = areas
        .iter()
        .enumerate()
        .map(|(number, area)| {
            let rings: Vec<Vec<[f64; 2]>> = area
                .rings
                .iter()
                .map(|ring| ring.iter().map(|[lat, lon]| [*lon, *lat]).collect())
                .collect();
            json!({
                "type": "Feature",
                "geometry": {"type": "Polygon", "coordinates": rings},
                "properties": {"role": "sees_in_order", "number": number + 1, "square_m": area.square_m, "seen": area.seen},
            })
        })
        .collect();
    json!({"type": "FeatureCollection", "features": features})
}

pub(super) fn areas(
    question: &OrderQuestion,
    grid: &Grid,
    things: &[Laid],
    field: f64,
) -> Vec<Area> {
    let mut part = vec![0_u32; grid.columns * grid.rows];
    let mut areas = Vec::new();
    for row in 0..grid.rows {
        for column in 0..grid.columns {
            if grid.fits(column, row) && part[row * grid.columns + column] == 0 {
                let number = areas.len() as u32 + 1;
                let cells = gathered(grid, &mut part, (column, row), number);
                areas.push(area(question, grid, things, field, &cells, &part, number));
            }
        }
    }
    areas.sort_by(|a: &Area, b: &Area| b.square_m.total_cmp(&a.square_m));
    areas
}

/// Cells that touch by their sides.
fn gathered(
    grid: &Grid,
    part: &mut [u32],
    start: (usize, usize),
    number: u32,
) -> Vec<(usize, usize)> {
    let mut cells = vec![start];
    part[start.1 * grid.columns + start.0] = number;
    let mut next = 0;
    while next < cells.len() {
        let (column, row) = cells[next];
        next += 1;
        let beside = [
            (column.wrapping_sub(1), row),
            (column + 1, row),
            (column, row.wrapping_sub(1)),
            (column, row + 1),
        ];
        for (column, row) in beside {
            let inside = column < grid.columns && row < grid.rows;
            if inside && grid.fits(column, row) && part[row * grid.columns + column] == 0 {
                part[row * grid.columns + column] = number;
                cells.push((column, row));
            }
        }
    }
    cells
}

fn area(
    question: &OrderQuestion,
    grid: &Grid,
    things: &[Laid],
    field: f64,
    cells: &[(usize, usize)],
    part: &[u32],
    number: u32,
) -> Area {
    let count = cells.len() as f64;
    let mean = cells.iter().fold([0.0, 0.0], |sum, (column, row)| {
        [
            sum[0] + *column as f64 / count,
            sum[1] + *row as f64 / count,
        ]
    });
    // The cell nearest to the middle: an area may be bent around its middle.
    let away = |cell: &(usize, usize)| (cell.0 as f64 - mean[0]).hypot(cell.1 as f64 - mean[1]);
    let place = cells
        .iter()
        .min_by(|a, b| away(a).total_cmp(&away(b)))
        .expect("an area has a cell");
    let centre = grid.centre(place.0, place.1);
    let (lat, lon, _) = grid.plane.globe([centre[0], centre[1], 0.0]);
    let chain = seen_from(centre, things, field).unwrap_or_default();
    let seen = chain
        .iter()
        .enumerate()
        .map(|(thing, &candidate)| {
            let number = things[thing].numbers[candidate];
            question.things[thing].candidates[number].title()
        })
        .collect();
    let corner = |[column, row]: [usize; 2]| {
        let east = grid.corner[0] + column as f64 * grid.step_m;
        let north = grid.corner[1] + row as f64 * grid.step_m;
        let (lat, lon, _) = grid.plane.globe([east, north, 0.0]);
        [lat, lon]
    };
    let rings = outlines(grid, cells, part, number)
        .into_iter()
        .map(|ring| ring.into_iter().map(corner).collect())
        .collect();
    Area {
        lat,
        lon,
        square_m: count * grid.step_m * grid.step_m,
        rings,
        seen,
    }
}

/// The area's edges with the area to the left, joined to rings; the outer ring first.
fn outlines(
    grid: &Grid,
    cells: &[(usize, usize)],
    part: &[u32],
    number: u32,
) -> Vec<Vec<[usize; 2]>> {
    use std::collections::BTreeMap;
    let belongs = |column: usize, row: usize| {
        column < grid.columns && row < grid.rows && part[row * grid.columns + column] == number
    };
    let mut edges: BTreeMap<[usize; 2], Vec<[usize; 2]>> = BTreeMap::new();
    for &(c, r) in cells {
        let sides = [
            (c, r.wrapping_sub(1), [c, r], [c + 1, r]),
            (c + 1, r, [c + 1, r], [c + 1, r + 1]),
            (c, r + 1, [c + 1, r + 1], [c, r + 1]),
            (c.wrapping_sub(1), r, [c, r + 1], [c, r]),
        ];
        for (column, row, from, to) in sides {
            if !belongs(column, row) {
                edges.entry(from).or_default().push(to);
            }
        }
    }
    let mut rings = Vec::new();
    while let Some((&start, _)) = edges.first_key_value() {
        rings.push(ring(&mut edges, start));
    }
    // The outer ring is the one with the greatest area; against the clock it is positive.
    rings.sort_by_key(|ring| std::cmp::Reverse(twice_area(ring)));
    rings
}

fn ring(
    edges: &mut std::collections::BTreeMap<[usize; 2], Vec<[usize; 2]>>,
    start: [usize; 2],
) -> Vec<[usize; 2]> {
    let mut ring = vec![start];
    let (mut at, mut way) = (start, [0_i64, 0_i64]);
    while let Some(ways) = edges.get_mut(&at) {
        // Where two corners meet, turn left: the area stays in one piece on that side.
        let best = (0..ways.len())
            .max_by_key(|&one| {
                let next = step(at, ways[one]);
                way[0] * next[1] - way[1] * next[0]
            })
            .expect("an entry without edges is taken out");
        let to = ways.swap_remove(best);
        if ways.is_empty() {
            edges.remove(&at);
        }
        let next = step(at, to);
        if next == way {
            ring.pop();
        }
        ring.push(to);
        (at, way) = (to, next);
        if at == start {
            break;
        }
    }
    ring
}

fn step(from: [usize; 2], to: [usize; 2]) -> [i64; 2] {
    [to[0] as i64 - from[0] as i64, to[1] as i64 - from[1] as i64]
}

fn twice_area(ring: &[[usize; 2]]) -> i64 {
    ring.windows(2)
        .map(|pair| pair[0][0] as i64 * pair[1][1] as i64 - pair[1][0] as i64 * pair[0][1] as i64)
        .sum()
}
