//! Vector tiles of a store for the desk's map: Mapbox Vector Tile 2.1, Web Mercator.
//!
//! What is smaller than a quarter of a pixel at the tile's zoom is left out, and so is most below
//! zoom 13; below zoom 8 tiles are empty, for a whole extract would be walked for each.

use std::collections::HashMap;

use super::clip::{Flat, Window, clip_line, clip_ring, simplified};
use super::code::{put_field, put_number, put_signed};
use super::record::Feature;
use super::shape::{Polygon, Shape};
use super::spot::{Bounds, Spot};
use super::store::{Store, StoreError};

/// Units across a tile, and beyond its sides; 16 a pixel.
const EXTENT: f64 = 4096.0;
const BUFFER: f64 = 128.0;
const LEAST_ZOOM: u8 = 8;
const MOST_ZOOM: u8 = 20;
/// From here on everything is drawn.
const FULL_ZOOM: u8 = 13;
/// A quarter of a pixel.
const TOLERANCE: f64 = 4.0;

const LAYERS: &[&str] = &[
    "green", "water", "building", "rail", "road", "boundary", "thing",
];

/// The tile's bytes; empty where nothing is drawn or no such tile is.
pub fn tile(store: &Store, zoom: u8, x: u32, y: u32) -> Result<Vec<u8>, StoreError> {
    if !(LEAST_ZOOM..=MOST_ZOOM).contains(&zoom) || x >> zoom > 0 || y >> zoom > 0 {
        return Ok(Vec::new());
    }
    let grid = Grid { zoom, x, y };
    let mut layers: Vec<Layer> = LAYERS.iter().map(|name| Layer::new(name)).collect();
    for (number, bounds) in store.in_box(&grid.bounds())? {
        if zoom < FULL_ZOOM && grid.span(&bounds) < 4.0 * TOLERANCE && bounds.south != bounds.north
        {
            continue;
        }
        let feature = store.feature(number)?;
        let Some((layer, class, from)) = class(&feature) else {
            continue;
        };
        if zoom >= from {
            layers[layer].add(&grid, number, &feature, class);
        }
    }
    let mut out = Vec::new();
    layers.into_iter().for_each(|layer| layer.write(&mut out));
    Ok(out)
}

struct Grid {
    zoom: u8,
    x: u32,
    y: u32,
}

impl Grid {
    /// Units from the tile's upper left corner (Web Mercator, EPSG 3857).
    fn at(&self, spot: Spot) -> Flat {
        let tiles = f64::from(1u32 << self.zoom);
        let lat = spot.lat_deg().clamp(-85.051_128, 85.051_128).to_radians();
        let east = (spot.lon_deg() + 180.0) / 360.0 * tiles;
        let south = (1.0 - lat.tan().asinh() / std::f64::consts::PI) / 2.0 * tiles;
        (
            (east - f64::from(self.x)) * EXTENT,
            (south - f64::from(self.y)) * EXTENT,
        )
    }

    fn bounds(&self) -> Bounds {
        let tiles = f64::from(1u32 << self.zoom);
        let more = BUFFER / EXTENT;
        let lat = |south: f64| {
            let turned = std::f64::consts::PI * (1.0 - 2.0 * south / tiles);
            (turned.sinh().atan().to_degrees() * 1e7).clamp(-9e8, 9e8) as i32
        };
        let lon = |east: f64| ((east / tiles * 360.0 - 180.0) * 1e7).clamp(-1.8e9, 1.8e9) as i32;
        let (x, y) = (f64::from(self.x), f64::from(self.y));
        Bounds {
            south: lat(y + 1.0 + more),
            north: lat(y - more),
            west: lon(x - more),
            east: lon(x + 1.0 + more),
        }
    }

    fn span(&self, bounds: &Bounds) -> f64 {
        let (west, south) = self.at(Spot {
            lat: bounds.south,
            lon: bounds.west,
        });
        let (east, north) = self.at(Spot {
            lat: bounds.north,
            lon: bounds.east,
        });
        (east - west).max(south - north)
    }
}

/// Layer, class and the zoom from which it is drawn.
fn class(feature: &Feature) -> Option<(usize, &str, u8)> {
    let tag = |key| feature.tag(key).filter(|value: &&str| *value != "no");
    let area = matches!(feature.shape, Shape::Area(_));
    if let Some(level) = tag("admin_level").or(tag("boundary")) {
        return Some((5, level, LEAST_ZOOM));
    }
    if let (true, Some(_)) = (area, tag("building").or(tag("building:part"))) {
        return Some((2, "building", FULL_ZOOM));
    }
    if area && (tag("natural") == Some("water") || tag("waterway").is_some()) {
        return Some((1, "water", LEAST_ZOOM));
    }
    if let Some(water) = tag("waterway") {
        return Some((1, water, if water == "river" { LEAST_ZOOM } else { 12 }));
    }
    if let Some(way) = tag("highway") {
        let from = match way {
            "motorway" | "trunk" | "primary" => LEAST_ZOOM,
            "secondary" | "tertiary" => 11,
            _ => FULL_ZOOM,
        };
        return Some((
            if matches!(feature.shape, Shape::Point(_)) {
                6
            } else {
                4
            },
            way,
            from,
        ));
    }
    if let (Some(rail), false) = (tag("railway"), matches!(feature.shape, Shape::Point(_))) {
        return Some((3, rail, 10));
    }
    for key in ["landuse", "natural", "leisure"] {
        if let (true, Some(cover)) = (area, tag(key)) {
            return Some((0, cover, 10));
        }
    }
    for key in [
        "place", "amenity", "shop", "man_made", "aeroway", "power", "military", "historic",
        "tourism", "railway",
    ] {
        if let Some(thing) = tag(key) {
            return Some((6, thing, if key == "place" { LEAST_ZOOM } else { 14 }));
        }
    }
    None
}

struct Layer {
    name: &'static str,
    features: Vec<u8>,
    values: Vec<u8>,
    known: HashMap<String, u64>,
}

impl Layer {
    fn new(name: &'static str) -> Self {
        Self {
            name,
            features: Vec::new(),
            values: Vec::new(),
            known: HashMap::new(),
        }
    }

    fn add(&mut self, grid: &Grid, number: u32, feature: &Feature, class: &str) {
        let mut drawn = Drawn::default();
        let kind = match &feature.shape {
            Shape::Point(spot) => {
                drawn.point(grid.at(*spot));
                1
            }
            Shape::Lines(lines) => {
                lines.iter().for_each(|line| drawn.line(grid, line));
                2
            }
            Shape::Area(polygons) => {
                polygons
                    .iter()
                    .for_each(|polygon| drawn.area(grid, polygon));
                3
            }
        };
        if drawn.commands.is_empty() {
            return;
        }
        let mut tags = Vec::new();
        for (key, text) in [(0, Some(class)), (1, feature.name())] {
            if let Some(text) = text {
                put_number(&mut tags, key);
                put_number(&mut tags, self.value(text));
            }
        }
        let mut out = Vec::new();
        put_number(&mut out, 1 << 3);
        put_number(&mut out, u64::from(number));
        put_number(&mut out, 2 << 3 | 2);
        put_field(&mut out, &tags);
        put_number(&mut out, 3 << 3);
        put_number(&mut out, kind);
        put_number(&mut out, 4 << 3 | 2);
        put_field(&mut out, &drawn.commands);
        put_number(&mut self.features, 2 << 3 | 2);
        put_field(&mut self.features, &out);
    }

    fn value(&mut self, text: &str) -> u64 {
        if let Some(known) = self.known.get(text) {
            return *known;
        }
        let number = self.known.len() as u64;
        let mut value = Vec::new();
        put_number(&mut value, 1 << 3 | 2);
        put_field(&mut value, text.as_bytes());
        put_number(&mut self.values, 4 << 3 | 2);
        put_field(&mut self.values, &value);
        self.known.insert(text.to_owned(), number);
        number
    }

    fn write(self, out: &mut Vec<u8>) {
        if self.features.is_empty() {
            return;
        }
        let mut layer = Vec::new();
        put_number(&mut layer, 15 << 3);
        put_number(&mut layer, 2);
        put_number(&mut layer, 1 << 3 | 2);
        put_field(&mut layer, self.name.as_bytes());
        layer.extend_from_slice(&self.features);
        for key in ["class", "name"] {
            put_number(&mut layer, 3 << 3 | 2);
            put_field(&mut layer, key.as_bytes());
        }
        layer.extend_from_slice(&self.values);
        put_number(&mut layer, 5 << 3);
        put_number(&mut layer, EXTENT as u64);
        put_number(out, 3 << 3 | 2);
        put_field(out, &layer);
    }
}

const WINDOW: Window = Window {
    low: -BUFFER,
    high: EXTENT + BUFFER,
};

/// A geometry's commands; the pen stays where it was.
#[derive(Default)]
struct Drawn {
    commands: Vec<u8>,
    pen: (i64, i64),
}

impl Drawn {
    fn point(&mut self, at: Flat) {
        if WINDOW.holds(at) {
            self.path(&[whole(at)], false);
        }
    }

    fn line(&mut self, grid: &Grid, line: &[Spot]) {
        let flat: Vec<Flat> = line.iter().map(|spot| grid.at(*spot)).collect();
        for part in clip_line(&flat, &WINDOW) {
            let path = wholes(&simplified(&part, TOLERANCE));
            if path.len() > 1 {
                self.path(&path, false);
            }
        }
    }

    /// Outer rings have a positive area where y points down, holes a negative one.
    fn area(&mut self, grid: &Grid, polygon: &Polygon) {
        for (at, ring) in polygon.rings().enumerate() {
            let flat: Vec<Flat> = ring.iter().map(|spot| grid.at(*spot)).collect();
            let mut path = wholes(&ring_simplified(&clip_ring(&flat, &WINDOW)));
            if path.first() == path.last() {
                path.pop();
            }
            let twice = twice_area(&path);
            if path.len() < 3 || twice == 0 {
                if at == 0 {
                    return;
                }
                continue;
            }
            if (twice > 0) != (at == 0) {
                path.reverse();
            }
            self.path(&path, true);
        }
    }

    fn path(&mut self, path: &[(i64, i64)], close: bool) {
        const MOVE: u64 = 1;
        const LINE: u64 = 2;
        const CLOSE: u64 = 7;
        put_number(&mut self.commands, 1 << 3 | MOVE);
        for (at, (x, y)) in path.iter().enumerate() {
            if at == 1 {
                put_number(&mut self.commands, (path.len() as u64 - 1) << 3 | LINE);
            }
            put_signed(&mut self.commands, x - self.pen.0);
            put_signed(&mut self.commands, y - self.pen.1);
            self.pen = (*x, *y);
        }
        if close {
            put_number(&mut self.commands, 1 << 3 | CLOSE);
        }
    }
}

/// A ring has no ends to hold: it is held at its first point and the one furthest from it.
fn ring_simplified(ring: &[Flat]) -> Vec<Flat> {
    let Some(first) = ring.first() else {
        return Vec::new();
    };
    let far = |point: &Flat| (point.0 - first.0).hypot(point.1 - first.1);
    let split = (0..ring.len())
        .max_by(|a, b| far(&ring[*a]).total_cmp(&far(&ring[*b])))
        .unwrap_or(0);
    let mut half = ring[split..].to_vec();
    half.push(*first);
    let mut out = simplified(&ring[..=split], TOLERANCE);
    out.pop();
    out.extend(simplified(&half, TOLERANCE));
    out
}

fn whole(at: Flat) -> (i64, i64) {
    (at.0.round() as i64, at.1.round() as i64)
}

fn wholes(path: &[Flat]) -> Vec<(i64, i64)> {
    let mut out: Vec<(i64, i64)> = path.iter().map(|at| whole(*at)).collect();
    out.dedup();
    out
}

fn twice_area(ring: &[(i64, i64)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum()
}
