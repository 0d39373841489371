//! Vector tiles of a small town, taken apart again.

mod extract;

use bearings_locate::map::tile;
use extract::{ORIGIN, store_of};

const TOWN: &str = "
    n1 @ 0,0
    n2 @ 0,100
    n3 @ 100,100
    n4 @ 100,0
    n5 @ 40,40
    n6 @ 40,60
    n7 @ 60,60
    n8 @ 60,40
    n9 @ 50,150 | amenity=school | name=Школа 5
    n10 @ 0,-90000
    n11 @ 0,90000
    w1 = n1 n2 n3 n4 n1
    w2 = n5 n6 n7 n8 n5
    w3 = n10 n11 | highway=primary | name=Long Road
    r1 = w1 w2 | type=multipolygon | building=yes
";

#[derive(Debug, Default, PartialEq)]
struct Seen {
    layer: String,
    tags: Vec<(String, String)>,
    paths: Vec<Vec<(i64, i64)>>,
}

#[test]
fn a_tile_holds_what_lies_in_it_cut_at_its_sides() {
    let (_imports, store) = store_of(TOWN);
    for zoom in [8, 13, 16] {
        let (x, y) = tile_at(ORIGIN.0 + 0.0004, ORIGIN.1 + 0.0006, zoom);
        let seen = decode(&tile(&store, zoom, x, y).expect("a whole store"));
        let road = seen
            .iter()
            .find(|seen| seen.layer == "road")
            .expect("a road");
        assert_eq!(
            road.tags,
            [
                ("class".into(), "primary".into()),
                ("name".into(), "Long Road".into())
            ]
        );
        let ends: Vec<i64> = road.paths.iter().flatten().map(|at| at.0).collect();
        assert!(
            ends.iter().all(|x| (-128..=4224).contains(x)),
            "{zoom}: {road:?}"
        );
        let house = seen.iter().find(|seen| seen.layer == "building");
        assert_eq!(house.is_some(), zoom >= 13);
        if let (Some(house), 16) = (house, zoom) {
            let areas: Vec<i64> = house.paths.iter().map(|ring| area(ring)).collect();
            assert!(
                areas[0] > 0 && areas[1] < 0 && areas[0] > -20 * areas[1],
                "{areas:?}"
            );
        }
        assert_eq!(seen.iter().any(|seen| seen.layer == "thing"), zoom >= 14);
    }
}

#[test]
fn a_tile_elsewhere_or_none_is_empty() {
    let (_imports, store) = store_of(TOWN);
    for (zoom, x, y) in [(16, 0, 0), (8, 300, 3), (31, 0, 0), (3, 4, 2)] {
        assert!(tile(&store, zoom, x, y).expect("a whole store").is_empty());
    }
}

fn tile_at(lat: f64, lon: f64, zoom: u8) -> (u32, u32) {
    let tiles = f64::from(1u32 << zoom);
    let lat = lat.to_radians();
    let y = (1.0 - (lat.tan() + 1.0 / lat.cos()).ln() / std::f64::consts::PI) / 2.0;
    (((lon + 180.0) / 360.0 * tiles) as u32, (y * tiles) as u32)
}

fn area(ring: &[(i64, i64)]) -> i64 {
    let next = ring.iter().cycle().skip(1);
    ring.iter()
        .zip(next)
        .map(|(a, b)| a.0 * b.1 - b.0 * a.1)
        .sum()
}

fn decode(bytes: &[u8]) -> Vec<Seen> {
    let mut all = Vec::new();
    for (_, layer) in fields(bytes) {
        let (mut name, mut keys, mut values, mut features) =
            (String::new(), vec![], vec![], vec![]);
        for (field, body) in fields(&layer) {
            match field {
                1 => name = text(&body),
                2 => features.push(body),
                3 => keys.push(text(&body)),
                4 => values.push(text(&fields(&body)[0].1)),
                _ => {}
            }
        }
        for feature in features {
            let mut seen = Seen {
                layer: name.clone(),
                ..Seen::default()
            };
            for (field, body) in fields(&feature) {
                let numbers = numbers(&body);
                match field {
                    2 => {
                        seen.tags = numbers
                            .chunks(2)
                            .map(|two| {
                                (
                                    keys[two[0] as usize].clone(),
                                    values[two[1] as usize].clone(),
                                )
                            })
                            .collect()
                    }
                    4 => seen.paths = paths(&numbers),
                    _ => {}
                }
            }
            all.push(seen);
        }
    }
    all
}

fn paths(numbers: &[u64]) -> Vec<Vec<(i64, i64)>> {
    let mut paths: Vec<Vec<(i64, i64)>> = Vec::new();
    let (mut at, mut pen) = (0, (0i64, 0i64));
    while at < numbers.len() {
        let (command, count) = (numbers[at] & 7, numbers[at] >> 3);
        at += 1;
        if command == 7 {
            continue;
        }
        for _ in 0..count {
            let step = |n: u64| (n >> 1) as i64 ^ -((n & 1) as i64);
            pen = (pen.0 + step(numbers[at]), pen.1 + step(numbers[at + 1]));
            at += 2;
            if command == 1 {
                paths.push(vec![]);
            }
            paths
                .last_mut()
                .expect("a path begins with a move")
                .push(pen);
        }
    }
    paths
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("text")
}

fn numbers(mut bytes: &[u8]) -> Vec<u64> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        all.push(number(&mut bytes));
    }
    all
}

fn number(bytes: &mut &[u8]) -> u64 {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = bytes[0];
        *bytes = &bytes[1..];
        value |= u64::from(byte & 0x7f) << shift;
        shift += 7;
        if byte < 0x80 {
            return value;
        }
    }
}

/// Fields with a length; those that are numbers have an empty body.
fn fields(mut bytes: &[u8]) -> Vec<(u64, Vec<u8>)> {
    let mut all = Vec::new();
    while !bytes.is_empty() {
        let key = number(&mut bytes);
        let value = number(&mut bytes);
        let body = if key & 7 == 2 {
            let (body, rest) = bytes.split_at(value as usize);
            bytes = rest;
            body.to_vec()
        } else {
            Vec::new()
        };
        all.push((key >> 3, body));
    }
    all
}
