//! Small invented extracts written as text, and their form as OpenStreetMap's XML and PBF.
//!
//! A line an element: `n1 @ 0,250 | amenity=school | name=No 5` is a node 250 m east of 50 N 36 E,
//! `w1 = n1 n2 n3 | highway=path` a way, `r1 = w1 w2 n3 | type=multipolygon` a relation.

#![allow(dead_code)]

use std::io::Write;
use std::path::{Path, PathBuf};

use bearings_locate::map::{Imported, Store, import};

pub const ORIGIN: (f64, f64) = (50.0, 36.0);
/// Metres of a degree of latitude and of longitude at 50 N, WGS 84.
const DEGREE_M: (f64, f64) = (111_229.0, 71_696.0);

#[derive(Clone, Debug, PartialEq)]
pub enum What {
    Node(f64, f64),
    Way(Vec<i64>),
    Relation(Vec<(char, i64)>),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Element {
    pub number: i64,
    pub what: What,
    pub tags: Vec<(String, String)>,
}

pub fn elements(text: &str) -> Vec<Element> {
    let lines = text.lines().map(str::trim);
    lines
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
        .map(element)
        .collect()
}

fn element(line: &str) -> Element {
    let mut parts = line.split(" | ");
    let head = parts.next().expect("a head");
    let tags = parts.map(|tag| {
        let (key, value) = tag
            .split_once('=')
            .unwrap_or_else(|| panic!("no tag: {tag}"));
        (key.trim().to_owned(), value.trim().to_owned())
    });
    let tags = tags.collect();
    let number = |text: &str| {
        text[1..]
            .parse()
            .unwrap_or_else(|_| panic!("no number: {text}"))
    };
    let what = if let Some((_, at)) = head.split_once(" @ ") {
        let (north, east) = at.split_once(',').expect("north,east");
        let metres = |text: &str| text.trim().parse::<f64>().expect("metres");
        What::Node(
            ORIGIN.0 + metres(north) / DEGREE_M.0,
            ORIGIN.1 + metres(east) / DEGREE_M.1,
        )
    } else {
        let (name, list) = head
            .split_once(" = ")
            .unwrap_or_else(|| panic!("no element: {line}"));
        let members = list.split_whitespace();
        match name.as_bytes()[0] {
            b'w' => What::Way(members.map(number).collect()),
            _ => What::Relation(
                members
                    .map(|it| (it.chars().next().expect("a kind"), number(it)))
                    .collect(),
            ),
        }
    };
    Element {
        number: number(head.split(' ').next().expect("a name")),
        what,
        tags,
    }
}

pub fn xml(elements: &[Element]) -> Vec<u8> {
    let mut out = String::from("<?xml version='1.0' encoding='UTF-8'?>\n<osm version=\"0.6\">\n");
    let plain = |text: &str| {
        text.replace('&', "&amp;")
            .replace('"', "&quot;")
            .replace('<', "&lt;")
    };
    for element in elements {
        let number = element.number;
        let (name, inner) = match &element.what {
            What::Node(lat, lon) => {
                out.push_str(&format!(
                    "<node id=\"{number}\" lat=\"{lat:.7}\" lon=\"{lon:.7}\">"
                ));
                ("node", String::new())
            }
            What::Way(nodes) => {
                out.push_str(&format!("<way id=\"{number}\">"));
                (
                    "way",
                    nodes
                        .iter()
                        .map(|node| format!("<nd ref=\"{node}\"/>"))
                        .collect(),
                )
            }
            What::Relation(members) => {
                out.push_str(&format!("<relation id=\"{number}\">"));
                let member = |(kind, number): &(char, i64)| {
                    let kind = match kind {
                        'n' => "node",
                        'w' => "way",
                        _ => "relation",
                    };
                    format!("<member type=\"{kind}\" ref=\"{number}\" role=\"\"/>")
                };
                ("relation", members.iter().map(member).collect())
            }
        };
        out.push_str(&inner);
        for (key, value) in &element.tags {
            out.push_str(&format!(
                "<tag k=\"{}\" v=\"{}\"/>",
                plain(key),
                plain(value)
            ));
        }
        out.push_str(&format!("</{name}>\n"));
    }
    out.push_str("</osm>\n");
    out.into_bytes()
}

pub fn gzip(plain: &[u8]) -> Vec<u8> {
    let mut out = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    out.write_all(plain).expect("memory can be written");
    out.finish().expect("memory can be written")
}

/// PBF in blocks of a few elements; nodes are written densely.
pub fn pbf(elements: &[Element]) -> Vec<u8> {
    let mut out = Vec::new();
    let mut header = Vec::new();
    ["OsmSchema-V0.6", "DenseNodes"]
        .iter()
        .for_each(|feature| field(&mut header, 4, feature.as_bytes()));
    blob(&mut out, b"OSMHeader", &header);
    let kind = |element: &Element| std::mem::discriminant(&element.what);
    for run in elements.chunk_by(|a, b| kind(a) == kind(b)) {
        run.chunks(5)
            .for_each(|few| blob(&mut out, b"OSMData", &block(few)));
    }
    out
}

pub fn blob(out: &mut Vec<u8>, kind: &[u8], plain: &[u8]) {
    let mut packed = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    packed.write_all(plain).expect("memory can be written");
    let packed = packed.finish().expect("memory can be written");
    let mut blob = Vec::new();
    number(&mut blob, 2 << 3);
    number(&mut blob, plain.len() as u64);
    field(&mut blob, 3, &packed);
    frame(out, kind, &blob);
}

pub fn frame(out: &mut Vec<u8>, kind: &[u8], blob: &[u8]) {
    let mut header = Vec::new();
    field(&mut header, 1, kind);
    number(&mut header, 3 << 3);
    number(&mut header, blob.len() as u64);
    out.extend_from_slice(&(header.len() as u32).to_be_bytes());
    out.extend_from_slice(&header);
    out.extend_from_slice(blob);
}

fn block(elements: &[Element]) -> Vec<u8> {
    let mut strings = vec![String::new()];
    let mut string = |text: &str| {
        let known = strings.iter().skip(1).position(|known| known == text);
        known.map_or_else(
            || {
                strings.push(text.to_owned());
                strings.len() - 1
            },
            |at| at + 1,
        ) as u64
    };
    let mut group = Vec::new();
    let (mut ids, mut lats, mut lons, mut dense_tags) = (vec![], vec![], vec![], vec![]);
    let mut last = (0, 0, 0);
    for element in elements {
        let tags: Vec<(u64, u64)> = element
            .tags
            .iter()
            .map(|(key, value)| (string(key), string(value)))
            .collect();
        match &element.what {
            What::Node(lat, lon) => {
                let now = (
                    element.number,
                    (lat * 1e7).round() as i64,
                    (lon * 1e7).round() as i64,
                );
                signed(&mut ids, now.0 - last.0);
                signed(&mut lats, now.1 - last.1);
                signed(&mut lons, now.2 - last.2);
                last = now;
                tags.iter().for_each(|(key, value)| {
                    number(&mut dense_tags, *key);
                    number(&mut dense_tags, *value);
                });
                number(&mut dense_tags, 0);
            }
            What::Way(nodes) => {
                let list: Vec<i64> = nodes.clone();
                field(
                    &mut group,
                    3,
                    &member_element(element.number, &tags, 8, &list, &[]),
                );
            }
            What::Relation(members) => {
                let list: Vec<i64> = members.iter().map(|member| member.1).collect();
                let kinds: Vec<u64> = members
                    .iter()
                    .map(|member| match member.0 {
                        'n' => 0,
                        'w' => 1,
                        _ => 2,
                    })
                    .collect();
                field(
                    &mut group,
                    4,
                    &member_element(element.number, &tags, 9, &list, &kinds),
                );
            }
        }
    }
    if !ids.is_empty() {
        let mut dense = Vec::new();
        field(&mut dense, 1, &ids);
        field(&mut dense, 8, &lats);
        field(&mut dense, 9, &lons);
        field(&mut dense, 10, &dense_tags);
        field(&mut group, 2, &dense);
    }
    let mut table = Vec::new();
    strings
        .iter()
        .for_each(|text| field(&mut table, 1, text.as_bytes()));
    let mut out = Vec::new();
    field(&mut out, 1, &table);
    field(&mut out, 2, &group);
    out
}

fn member_element(id: i64, tags: &[(u64, u64)], at: u64, list: &[i64], kinds: &[u64]) -> Vec<u8> {
    let mut out = Vec::new();
    number(&mut out, 1 << 3);
    number(&mut out, id as u64);
    let (mut keys, mut values, mut refs, mut packed) = (vec![], vec![], vec![], vec![]);
    tags.iter().for_each(|(key, value)| {
        number(&mut keys, *key);
        number(&mut values, *value);
    });
    let mut last = 0;
    for member in list {
        signed(&mut refs, member - last);
        last = *member;
    }
    kinds.iter().for_each(|kind| number(&mut packed, *kind));
    field(&mut out, 2, &keys);
    field(&mut out, 3, &values);
    field(&mut out, at, &refs);
    if !kinds.is_empty() {
        field(&mut out, 10, &packed);
    }
    out
}

fn number(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

fn signed(out: &mut Vec<u8>, value: i64) {
    number(out, (value << 1 ^ value >> 63) as u64);
}

fn field(out: &mut Vec<u8>, field: u64, bytes: &[u8]) {
    number(out, field << 3 | 2);
    number(out, bytes.len() as u64);
    out.extend_from_slice(bytes);
}

/// A folder for one test, with what was imported in it.
pub struct Imports {
    pub folder: tempfile::TempDir,
}

impl Imports {
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a folder for the test"),
        }
    }

    pub fn target(&self) -> PathBuf {
        self.folder.path().join("test.map")
    }

    pub fn add(&self, name: &str, bytes: &[u8]) -> Result<Imported, String> {
        let from = self.folder.path().join(name);
        std::fs::write(&from, bytes).expect("the folder can be written");
        import(&from, &self.target(), "2026-11-25T12:00:00Z").map_err(|error| error.to_string())
    }

    pub fn store(&self) -> Store {
        Store::open(&self.target()).expect("a store just written")
    }
}

pub fn store_of(text: &str) -> (Imports, Store) {
    let imports = Imports::new();
    imports
        .add("test.osm", &xml(&elements(text)))
        .expect("a good extract");
    let store = imports.store();
    (imports, store)
}

pub fn remains(path: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(path).expect("a folder");
    let mut names: Vec<String> = entries
        .flatten()
        .map(|entry| entry.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}
